/// \file Domains to files: GENIUS XML, GeniusWeb JSON, NegMAS YAML, plain JSON, a CSV table (docs/formats/).
#pragma once

#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/domain.h"
#include "modus/formats/domain_files.h"

namespace modus::formats {

struct NamedText {
  std::string name;   ///< of a file; plain letters, digits, - and _
  std::string text;
};

struct WrittenDomain {
  std::vector<NamedText> files;      ///< one, or the files of a folder: the domain first, then its profiles by name
  std::vector<std::string> left_out; ///< what the format cannot hold, and what had to be changed to fit; sentences
};

/// What is written reads back as the same domain, but for what `left_out` says. Scales: GENIUS and GeniusWeb hold weights
/// that sum to 1 and values in 0..1; where a party's do not, its utilities are moved and stretched to 0..1
/// (and its no-deal value with them), and that is said. A CSV table lists every package. Problems: a domain without
/// weights (a table) for any format but CSV and JSON; more than 1,000,000 packages for CSV.
[[nodiscard]] base::Result<WrittenDomain> write_domain(const case_model::Domain& domain, DomainFormat format);

/// SHA-256 of its plain JSON form, in hexadecimal.
[[nodiscard]] std::string domain_sha256(const case_model::Domain& domain);

}  // namespace modus::formats

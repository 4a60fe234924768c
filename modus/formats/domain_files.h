/// \file The field's own files of point-valued preferences, read into a Domain: GENIUS XML, GeniusWeb JSON, NegMAS
/// folders, plain JSON, a CSV table of packages (docs/formats/).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/domain.h"

namespace modus::formats {

enum class DomainFormat { kGenius, kGeniusWeb, kNegmas, kPlainJson, kCsv };

struct DomainFile {
  case_model::Domain domain;
  DomainFormat format = DomainFormat::kPlainJson;
  std::vector<std::string> notes;  ///< what was left aside or taken in a way the reader may not expect; sentences
};

/// Whether the path is one of these: a folder, a file whose name ends in .xml or .csv, or one that ends in .json and is
/// no case (which may be written as JSON too: it has a key "modus").
[[nodiscard]] bool is_domain_path(const std::filesystem::path& path);

/// A folder holds one domain and its profiles (of several kinds: XML before JSON before YAML); a file is plain JSON,
/// a CSV table, or the domain of the folder it lies in. Parties are in the order of the names of their files.
/// Nothing outside the folder is opened; entities and document types inside XML are not followed.
/// Problems, all at once, each with file and line: no domain or two, no profile, malformed text, numbers that are none,
/// an option without a value, issues that differ from the domain's, weights that do not sum to one, and files larger
/// than DomainLimits.
[[nodiscard]] base::Result<DomainFile> read_domain(const std::filesystem::path& path);

/// "genius", "geniusweb", "negmas", "json", "csv".
[[nodiscard]] std::string_view name_of(DomainFormat format);

}  // namespace modus::formats

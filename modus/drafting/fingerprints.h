/// \file Short marks by which the reader's own words are told from a person's.
#pragma once

#include <map>
#include <string>

#include "modus/drafting/outline.h"

namespace modus::drafting {

/// A fingerprint (12 hexadecimal digits) for every item of the outline, by "sources/ID", "parties/ID",
/// "issues/ID", "options/ISSUE/OPTION", "statements/ID", and, for what has no name, "assessments/F" and
/// "timeline/F" with the fingerprint itself. It covers all that a person could edit in the case file. Scales
/// have no options here. O(size).
[[nodiscard]] std::map<std::string, std::string> fingerprints_of(const Outline& outline);

[[nodiscard]] std::string fingerprint_of(const NamedSource& source);
[[nodiscard]] std::string fingerprint_of(const NamedParty& party);
[[nodiscard]] std::string fingerprint_of(const NamedIssue& issue);  ///< but for its options
[[nodiscard]] std::string fingerprint_of(const NamedOption& option);
[[nodiscard]] std::string fingerprint_of(const NamedStatement& statement);
[[nodiscard]] std::string fingerprint_of(const NamedAssessment& assessment);
[[nodiscard]] std::string fingerprint_of(const NamedEvent& event);

}  // namespace modus::drafting

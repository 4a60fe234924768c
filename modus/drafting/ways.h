/// \file The ways in which a statement about certain options can be written. Private to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modus/drafting/code_statements.h"

namespace modus::drafting {

/// The conditions a statement of this meaning can have, the most literal first; several where its "and" or
/// "or" can be read in two ways. `words`: the passage. Empty where it cannot be said of these targets.
[[nodiscard]] std::vector<std::string> conditions_of(const Meaning& meaning,
                                                     const std::vector<Target>& targets,
                                                     const IssueBook& issues, std::string_view words);

/// "it turns this down"
[[nodiscard]] std::string says_of(const Meaning& meaning);

/// The ways of the row: its first meaning with all its conditions, then the others, each once.
[[nodiscard]] std::vector<WayToCode> ways_of(const MappingRow& row, const std::vector<Meaning>& more,
                                             const std::vector<Target>& targets, const IssueBook& issues,
                                             std::string_view words);

/// "issue = option"
[[nodiscard]] std::string equals(const IssueBook& issues, const Target& target);

[[nodiscard]] bool is_limit(const std::optional<case_model::StatementKind>& kind);

}  // namespace modus::drafting

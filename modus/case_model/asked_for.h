/// \file What a statement asks for, offers or accepts, and who says so: what common ground is made of.
#pragma once

#include <set>
#include <utility>

#include "modus/case_model/case.h"

namespace modus::case_model {

using Element = std::pair<IssueIndex, OptionIndex>;

/// Whether the kind says that something would do: demands, offers, accepts.
[[nodiscard]] bool tells_of_agreement(StatementKind kind);

/// Whether the party says it itself (quoted, document, reported), not others about it (third_party, unnamed, rival).
[[nodiscard]] bool is_own_word(const Statement& statement);

/// What the condition names: the options of `=`, `in` and comparisons, through `and`, and through `or` where all its
/// parts are about one issue; nothing behind `not`, `!=` or `->`.
[[nodiscard]] std::set<Element> asked_for(const Condition& condition);

}  // namespace modus::case_model

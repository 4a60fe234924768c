/// \file The condition language of case files: text to a Condition.
///
///     crews = cut -> fund = city_backed
///     not (wages < 6 or crews in [keep, phased]) and fund != none
///
/// `not` binds tightest, then `and`, then `or`, then `->`, which groups to the right. Issues and named
/// options go by their ids, options on a scale by their number (6 and 6.0 are one). =, != and `in` need a
/// number on the scale; <, <=, > and >= any number within its range. Ids are made of letters, digits, `_`,
/// `-` and `.`; an id that ends in `-` needs a space before `->`.
#pragma once

#include <string_view>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::case_model {

/// Words that mean something in conditions and so cannot be ids: not, and, or, in.
[[nodiscard]] bool is_reserved_word(std::string_view id);

/// Whether the text can stand in a condition as the name of an issue or option: made of the characters above
/// (or any beyond ASCII), not empty, no reserved word, and without "->".
[[nodiscard]] bool is_condition_name(std::string_view id);

/// Reads a whole text. `place` is that of its first character; a problem's column is that plus an offset in
/// code points. All problems at once, in the order of the text, at most 50: unknown names (with the nearest
/// known one), comparisons that do not fit the issue, numbers outside the range or between the steps,
/// parentheses that do not match, missing and left-over text, nothing at all, more than CaseLimits::kNesting
/// deep (counting parentheses, `not` and `->`) or more than CaseLimits::kConditionAtoms comparisons. Linear
/// in the text, names aside.
[[nodiscard]] base::Result<Condition> parse_condition(std::string_view text, const Issues& issues,
                                                      const base::Place& place);

}  // namespace modus::case_model

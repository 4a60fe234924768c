/// \file Which words name matters that people negotiate about, and which never do.
#pragma once

#include <string>
#include <string_view>

namespace modus::reading {

/// The matter a word names: "wages" and "salary" are both "pay". A word of no known matter stands for itself, as noun_lemma gives it.
[[nodiscard]] std::string matter_of(std::string_view lower);
/// The matter of an act: "inspect" is of "monitoring"; empty for other words.
[[nodiscard]] std::string matter_of_verb(std::string_view lower);
/// A word that often names an issue: "pension", "quota", "monitors".
[[nodiscard]] bool is_matter(std::string_view lower);
/// Matters that come in sums: pay, price, rent.
[[nodiscard]] bool is_priced(std::string_view matter);
/// "figure", "rise", "money": a sum, of whatever matter.
[[nodiscard]] bool is_amount_word(std::string_view lower);
/// "plan", "side", "week": no issue by itself.
[[nodiscard]] bool is_generic(std::string_view lower);
/// "big", "first", "possible": a description that belongs to no name.
[[nodiscard]] bool is_light(std::string_view lower);
/// "new", "foreign": a description that may belong to a name but is no issue.
[[nodiscard]] bool is_plain(std::string_view lower);
/// "remains", "keep": a verb wherever it stands.
[[nodiscard]] bool is_sure_verb(std::string_view lower);
/// "percent", "kilometres".
[[nodiscard]] bool is_unit(std::string_view lower);
/// "hurdle", "sticking", "dispute": the word tells of an issue's place in talks.
[[nodiscard]] bool is_obstacle_word(std::string_view lower);

}  // namespace modus::reading

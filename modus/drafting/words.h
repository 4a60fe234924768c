/// \file Words of labels and passages: what two of them share, and names made of them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace modus::drafting {

/// The words that say what a phrase is about, folded and in their base form, without articles, prepositions,
/// auxiliaries and the like; in order, repeats kept: "the fate of the Donbas" -> fate, donbas. Any negation
/// is kNegation. O(size).
inline constexpr std::string_view kNegation = "not";
[[nodiscard]] std::vector<std::string> content_words(std::string_view text);

using WordSet = std::set<std::string>;
[[nodiscard]] WordSet word_set(std::string_view text);

/// The share of the words of both that they have in common: 0..1; 0 where one has none.
[[nodiscard]] double likeness(const WordSet& a, const WordSet& b);
/// Whether a has words, and all of them are in b.
[[nodiscard]] bool is_part(const WordSet& a, const WordSet& b);

/// A name made of the first content words, joined by '_', at most `most` of them and about 40 characters;
/// `otherwise` where there are none of the Latin script. Fit for a case file.
[[nodiscard]] std::string name_of(std::string_view text, std::size_t most, std::string_view otherwise);

/// The same of all words but an article before them: "the Ministry of Water" -> ministry_of_water.
[[nodiscard]] std::string whole_name_of(std::string_view text, std::size_t most, std::string_view otherwise);

/// The numbers it names, in digits or words: what differs in them is not the same.
[[nodiscard]] WordSet numbers_in(std::string_view text);

/// Nothing but blanks.
[[nodiscard]] bool is_empty_text(std::string_view text);

/// Folded, with a blank for each dash, quotation mark or special blank beyond ASCII.
[[nodiscard]] std::string fold_words(std::string_view text);

/// Folded, without an article before it and a possessive after it: how names of actors are compared.
[[nodiscard]] std::string bare_name(std::string_view name);

/// A passage as a label: on one line, without markup, marks around it and what trails it; at most 120
/// characters.
[[nodiscard]] std::string label_of(std::string_view passage);

/// The first hexadecimal digits of a hash of the text.
[[nodiscard]] std::string short_hash(std::string_view text, std::size_t digits);

}  // namespace modus::drafting

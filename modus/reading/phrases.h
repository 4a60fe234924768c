/// \file Phrases of a word table, looked for in a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "modus/reading/scene.h"

namespace modus::reading {

/// A table's phrases, each with its row number. An element of a phrase is a word, several with bars between ("a/b"), "+verb" for any form of
/// a verb, "word*" for a beginning, or a class: @self (a pronoun that may stand for the speaker's side), @neg, @modal, @be, @have.
/// Adverbs of the text are passed over between elements.
class PhraseTable {
 public:
  explicit PhraseTable(std::string_view table);

  struct Match {
    std::size_t row = 0;
    Tokens tokens;
  };
  /// The longest phrase that begins at `at` and ends within `limit`; of equal ones the earlier row.
  [[nodiscard]] std::optional<Match> match(const Scene& scene, std::uint32_t at, std::uint32_t limit) const;

 private:
  struct Element {
    std::vector<std::string_view> choices;
  };
  struct Phrase {
    std::size_t row = 0;
    std::vector<Element> elements;
  };
  [[nodiscard]] std::uint32_t end_of(const Phrase& phrase, const Scene& scene, std::uint32_t at, std::uint32_t limit) const;

  std::vector<Phrase> phrases_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_word_;   ///< phrases that begin with a plain word
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_verb_;   ///< ... with a verb
  std::vector<std::size_t> others_;                                          ///< ... with a class or a beginning
};

}  // namespace modus::reading

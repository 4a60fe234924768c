/// \file The fixed likelihood scale: words to numbers in, numbers to words out.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace modus::case_model {

struct LikelihoodWord {
  std::string_view word;
  double low, high;  ///< a probability p has this word where low <= p < high
  double number;     ///< what the word means as a single number
};

/// Seven words from "almost no chance" to "almost certain"; the first reaches down to 0, the last up to 1.
[[nodiscard]] const std::array<LikelihoodWord, 7>& likelihood_scale();
/// The word for a probability, 0 to 1.
[[nodiscard]] std::string_view likelihood_word(double probability);
[[nodiscard]] std::optional<double> likelihood_number(std::string_view word);
/// How many words of the scale the range touches, 1 to 7.
[[nodiscard]] int words_spanned(double low, double high);

}  // namespace modus::case_model

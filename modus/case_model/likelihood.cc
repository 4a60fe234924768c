#include "modus/case_model/likelihood.h"

#include <cstddef>

namespace modus::case_model {
namespace {

std::size_t step_of(double probability) {
  const auto& scale = likelihood_scale();
  std::size_t step = 0;
  while (step + 1 < scale.size() && probability >= scale[step].high) ++step;
  return step;
}

}  // namespace

const std::array<LikelihoodWord, 7>& likelihood_scale() {
  static constexpr std::array<LikelihoodWord, 7> kScale = {{{"almost no chance", 0, .05, .03},
                                                            {"very unlikely", .05, .20, .12},
                                                            {"unlikely", .20, .45, .32},
                                                            {"roughly even", .45, .55, .50},
                                                            {"likely", .55, .80, .68},
                                                            {"very likely", .80, .95, .88},
                                                            {"almost certain", .95, 1, .97}}};
  return kScale;
}

std::string_view likelihood_word(double probability) { return likelihood_scale()[step_of(probability)].word; }

std::optional<double> likelihood_number(std::string_view word) {
  for (const LikelihoodWord& step : likelihood_scale()) {
    if (step.word == word) return step.number;
  }
  return std::nullopt;
}

int words_spanned(double low, double high) { return static_cast<int>(step_of(high) - step_of(low)) + 1; }

}  // namespace modus::case_model

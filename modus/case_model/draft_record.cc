#include "modus/case_model/draft_record.h"

#include <array>

namespace modus::case_model {
namespace {

constexpr std::array<std::string_view, 4> kDecisionWords = {"accepted", "corrected", "dropped", "answered"};

}  // namespace

std::string_view word_of(DecisionKind decision) { return kDecisionWords[static_cast<std::size_t>(decision)]; }

std::optional<DecisionKind> decision_of(std::string_view word) {
  for (std::size_t i = 0; i < kDecisionWords.size(); ++i) {
    if (kDecisionWords[i] == word) return static_cast<DecisionKind>(i);
  }
  return std::nullopt;
}

}  // namespace modus::case_model

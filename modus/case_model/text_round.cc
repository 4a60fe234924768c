#include "modus/case_model/text_round.h"

#include <array>

namespace modus::case_model {
namespace {

constexpr std::array<std::string_view, 3> kReactionWords = {"welcomed", "criticised", "refused"};

}  // namespace

std::string_view word_of(ReactionKind reaction) { return kReactionWords[static_cast<std::size_t>(reaction)]; }

std::optional<ReactionKind> reaction_of(std::string_view word) {
  for (std::size_t i = 0; i < kReactionWords.size(); ++i) {
    if (kReactionWords[i] == word) return static_cast<ReactionKind>(i);
  }
  return std::nullopt;
}

}  // namespace modus::case_model

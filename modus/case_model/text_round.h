/// \file The single negotiating text: what was on the table in each round, and how it was received.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/basics.h"
#include "modus/case_model/ids.h"
#include "modus/case_model/label.h"

namespace modus::case_model {

enum class ReactionKind { kWelcomed, kCriticised, kRefused };
[[nodiscard]] std::string_view word_of(ReactionKind reaction);  ///< "welcomed", "criticised", "refused"
[[nodiscard]] std::optional<ReactionKind> reaction_of(std::string_view word);

/// How one party received a change that was put to it. The statement holds it as evidence: welcomed, it prefers
/// `to` over the round's text; criticised, the text over `to`; refused, it rejects `to`, a complete package.
struct Reaction {
  PartyIndex party;
  ReactionKind says = ReactionKind::kWelcomed;
  Package to;                 ///< the text with the change
  StatementIndex statement;
  friend bool operator==(const Reaction&, const Reaction&) = default;
};

struct TextRound {
  Day on;
  Package package;
  std::string why;                 ///< where it came from: "draft toll-paper", "common ground", "edit of pay"
  bool agreed = false;             ///< signed: what follows are improvements after the deal
  std::vector<Reaction> reactions;
  std::optional<Label> label;
  base::Place where;
};

}  // namespace modus::case_model

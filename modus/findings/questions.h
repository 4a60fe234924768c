/// \file What to ask next.
#pragma once

#include <string>
#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

/// A yes/no question to a party that is asked. Yes in a scenario where: the limit is real (kLimit); it accepts the
/// package by its own test, stalling included (kDraft); the package is worth at least as much to it as the other
/// (kCompare).
struct Question {
  enum class Kind { kLimit, kDraft, kCompare };
  Kind kind = Kind::kLimit;
  case_model::PartyIndex party;
  case_model::LimitIndex limit;                       ///< kLimit
  case_model::Package package, other;                 ///< kDraft: package; kCompare: package rather than other
  double chance_yes = 0;
  double gain = 0;             ///< expected gain in the best package's acceptance, 0 or more (Raiffa and Schlaifer 1961)
  /// Joint acceptance of the package named, among the scenarios with that answer; 0 where there are none.
  double best_if_yes = 0, best_if_no = 0;
  case_model::Package package_if_yes, package_if_no;
};

struct QuestionsFinding {
  /// The chance that an answer is honest: taken to be certain, so that gains are upper bounds.
  static constexpr double kHonesty = 1;
  std::vector<Question> questions;  ///< highest gain first, at most five
  double ceiling = 0;               ///< zone probability less best joint acceptance: the most that asking can bring
};

}  // namespace modus::findings

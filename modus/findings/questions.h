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
  /// Expected gain in the best package's acceptance (Raiffa and Schlaifer 1961), without the bias of choosing the best
  /// on the scenarios that value it: each half of the scenarios (even and odd places inside their chains) values what
  /// the other chose, and the two are averaged. Never below 0. With |a| the number of scenarios in the half,
  ///     gain of a half = ( |yes, all accept x_yes| + |no, all accept x_no| - |all accept x_any| ) / |half|
  /// x_yes, x_no and x_any are accepted most often in the other half with that answer, or at all, among the short-list.
  double gain = 0;
  /// Joint acceptance of x_yes among yes and of x_no among no, 0 where a half has none; mean of the halves likewise.
  double best_if_yes = 0, best_if_no = 0;
  case_model::Package package_if_yes, package_if_no;  ///< accepted most often with that answer in all scenarios
};

/// The short-list has the packages that all accept in some scenario; where they are more than 500, the 500 accepted
/// most often and those accepted most often in either half. Everywhere ties go to the lower package number.
struct QuestionsFinding {
  /// The chance that an answer is honest: taken to be certain, so that gains are upper bounds.
  static constexpr double kHonesty = 1;
  std::vector<Question> questions;  ///< highest gain first, at most five
  /// The most that asking can bring: share of scenarios with a zone, less the acceptance of x_any; mean of the halves.
  double ceiling = 0;
};

}  // namespace modus::findings

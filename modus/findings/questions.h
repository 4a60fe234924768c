/// \file What to ask next.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

/// How an answer comes about (docs/method.md, "Asking"): with the chance `honest` it is the true one; otherwise the
/// party gives the one that suits it, which is yes with the chance `suits_yes`. So of `with` scenarios in which yes is
/// true, among `all`, yes is heard in `honest * with + (1 - honest) * suits_yes * all`.
struct Candour {
  double honest = 1;
  double suits_yes = 0.5;  ///< 1, 0 or, where neither answer suits it better, one half
  [[nodiscard]] double yes(double with, double all) const { return honest * with + (1 - honest) * suits_yes * all; }
  [[nodiscard]] double no(double with, double all) const { return honest * (all - with) + (1 - honest) * (1 - suits_yes) * all; }
};

/// What hearing the answer to one question is worth.
struct AnswerWorth {
  /// Expected gain in the best package's acceptance (Raiffa and Schlaifer 1961), without the bias of choosing the best
  /// on the scenarios that value it: each half of the scenarios (even and odd places inside their chains) values what
  /// the other chose, and the two are averaged. With n(a, x) how often answer a is heard and all accept x, in a half,
  ///     gain of a half = ( n(yes, x_yes) + n(no, x_no) - n(x_any) ) / |half|
  /// x_yes, x_no and x_any are accepted most often in the other half with that answer, or at all, among the short-list.
  /// Never below 0, nor above that of a true answer.
  double gain = 0;
  /// What the answer tells of whether a zone exists: mutual information in bits (Shannon 1948). Never above that of a
  /// true answer. Where no scenario has a zone: what it tells of whether the party accepts a listed package, mean over
  /// the listed packages that ask it.
  double bits = 0;
};

/// One answer that may be heard, and how things then look. Given that it is heard, a scenario weighs as much as it is
/// likely to be heard in it.
struct Answer {
  bool yes = true;
  double chance = 0;            ///< that it is heard
  double zone_probability = 0;  ///< given that it is heard; 0 where it never is
  double best_acceptance = 0;   ///< of the best package then, as in AnswerWorth; 0 where a half never hears it
  case_model::Package best;     ///< accepted most often then, in all scenarios; empty where no package is listed
  /// What it changes most of what is believed of the party, at most three: limits (kLimitReal), the no-deal value
  /// (kNoDeal; here the median: the least value that half of the weight does not exceed), mean weights (kWeight),
  /// stalling. Largest change first (a point counts as one in a hundred); less than 0.02 is left out.
  std::vector<Belief> changes;
};

/// A yes/no question to a party that is asked. Yes is true in a scenario where: the limit is real (kLimit); it accepts
/// the package by its own test, stalling included (kDraft); the package is worth at least as much to it as the other
/// (kCompare); the package is worth less to it than no deal, limits and stalling aside (kNoDeal); `issue` weighs at
/// least as much for it as `other_issue` (kRanks). What suits a party that does not answer truly: yes to kLimit and
/// kNoDeal, no to kDraft, either to the others.
struct Question {
  enum class Kind { kLimit, kDraft, kCompare, kNoDeal, kRanks };
  Kind kind = Kind::kLimit;
  case_model::PartyIndex party;
  case_model::LimitIndex limit;                       ///< kLimit
  case_model::Package package, other;                 ///< kDraft, kNoDeal: package; kCompare: package rather than other
  case_model::IssueIndex issue, other_issue;          ///< kRanks: issue rather than other_issue
  /// By which it is answered later: "limit:PARTY:STATEMENT", "accept:PARTY:DRAFT" or "accept:PARTY:pNUMBER" (the
  /// package's number in case_model/packages.h), "no-deal:PARTY:pNUMBER", "prefer:PARTY:pNUMBER:pNUMBER",
  /// "ranks:PARTY:ISSUE:ISSUE".
  std::string id;
  std::string text;  ///< as a mediator would put it; empty until it is told

  // Were the answer always true.
  double chance_yes = 0;
  double gain = 0;                           ///< AnswerWorth::gain; at most the ceiling
  double bits = 0;                           ///< AnswerWorth::bits
  double best_if_yes = 0, best_if_no = 0;    ///< as Answer::best_acceptance
  case_model::Package package_if_yes, package_if_no;

  // As it would be heard.
  double honest_private = 1, honest_public = 1;  ///< chance of a true answer
  AnswerWorth in_private, in_public;
  std::optional<double> leak;  ///< chance that the question becomes known although put in private; if given
  double leak_risk = 0;        ///< that chance times what it would cost, in joint acceptance; 0 unless both are given
  double value = 0;            ///< what it is ranked by: gain where it is put; in private less the leak risk
  std::vector<Answer> answers;  ///< yes, then no; as heard where it is put

  [[nodiscard]] double suits_yes() const {
    if (kind == Kind::kLimit || kind == Kind::kNoDeal) return 1;
    return kind == Kind::kDraft ? 0 : 0.5;
  }
};

/// The short-list has the packages that all accept in some scenario; where they are more than 500, the 500 accepted
/// most often and those accepted most often in either half. Everywhere ties go to the lower package number.
struct QuestionsFinding {
  bool in_private = true;  ///< where they are put
  /// First those worth a gain, highest first; then those worth but information, most first (inquiry/find_questions.h).
  std::vector<Question> questions;
  std::size_t worth_asking = 0;  ///< all that are worth anything, listed or not
  /// The most that asking can bring: share of scenarios with a zone, less the acceptance of x_any; mean of the halves.
  double ceiling = 0;
  bool no_zone = false;  ///< no scenario has a zone, so that `bits` are about single packages
};

}  // namespace modus::findings

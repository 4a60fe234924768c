/// \file What the answer to a yes/no question is worth: the expected value of sample information (Raiffa and
/// Schlaifer 1961) where the worth of a package is 1 in the scenarios in which all who must accept do, else
/// 0; and what it tells of an event.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "modus/findings/questions.h"
#include "modus/zone/acceptance.h"

namespace modus::inquiry {

/// Scenarios at even and at odd places inside their chain: what is chosen on one half is valued on the other.
struct Halves {
  std::array<zone::ScenarioSet, 2> members;  ///< even, odd
  std::array<std::size_t, 2> sizes{};
};
/// Chain c holds scenarios [c*count/chains, (c+1)*count/chains).
[[nodiscard]] Halves halves_of(std::size_t scenarios, int chains);

/// The packages among which the best is looked for, and in which scenarios all accept each of them.
struct ShortList {
  Halves halves;
  std::vector<zone::ScenarioSet> accepted;         ///< by package
  std::vector<std::array<std::size_t, 2>> counts;  ///< in how many scenarios of each half; filled by add
  void add(zone::ScenarioSet accepted_in);
};

/// In how many scenarios of each half yes is the true answer: with each package of the short-list, and at all.
struct AnswerCounts {
  std::vector<std::array<std::size_t, 2>> with_yes;
  std::array<std::size_t, 2> yeses{};
};
/// O(packages * scenarios / 64).
[[nodiscard]] AnswerCounts count_answers(const zone::ScenarioSet& yes, const ShortList& list);

struct AnswerValue {
  double chance_yes = 0;                              ///< that yes is heard
  double gain = 0;
  double best_if_yes = 0, best_if_no = 0;             ///< 0 where a half never hears that answer
  std::size_t package_if_yes = 0, package_if_no = 0;  ///< positions in the short-list
};

/// Expected gain in the acceptance of the best package of the short-list from hearing, before one is tabled,
/// whether the scenario is one of `yes`, from a party of that candour.
///
/// Choosing the best of many on the scenarios that then value it is too hopeful, so each half chooses for the
/// other, and the two are averaged:
///
///     gain = mean over halves of [ n(yes, x_yes) + n(no, x_no) - count(x_any) ] / size of the half
///
/// with n(a, x) how often answer a is heard and x accepted (findings::Candour), and x_yes, x_no and x_any the
/// packages with the most of it, in the *other* half, with a yes, with a no, and at all (ties to the earlier).
/// Never below 0. `best_if_yes` and `best_if_no` are valued likewise; the packages named are the best over all
/// scenarios. A pattern that never changes is worth exactly 0, and so is one that is never answered truly; none
/// is worth more than perfect_value. The estimate for a candour below 1 may lie above that for 1 by chance:
/// whoever prints both takes the lesser. Precondition: a short-list that is not empty. O(packages).
[[nodiscard]] AnswerValue value_of_answer(const AnswerCounts& counts, const ShortList& list,
                                          const findings::Candour& candour);
/// The same of an answer that is always true.
[[nodiscard]] AnswerValue value_of_answer(const zone::ScenarioSet& yes, const ShortList& list);

/// The most that any answers can bring: how often some package is accepted (`zone`), less how often the best
/// one is, chosen on one half and valued on the other; the expected value of perfect information, 0 or more.
/// Precondition: a short-list that is not empty; `zone` holds wherever one of its packages is accepted.
[[nodiscard]] double perfect_value(const zone::ScenarioSet& zone, const ShortList& list);

/// What hearing whether a scenario is one of `yes` tells of whether it is one of `event`: mutual information in bits
/// (Shannon 1948). 0 where one of them never changes or no answer is true.
[[nodiscard]] double bits_about(const zone::ScenarioSet& yes, const zone::ScenarioSet& event, std::size_t scenarios,
                                const findings::Candour& candour);

/// Correlation of two patterns of answers, -1 to 1; 0 where one of them never changes.
[[nodiscard]] double correlation(const zone::ScenarioSet& a, const zone::ScenarioSet& b,
                                 std::size_t scenarios);

}  // namespace modus::inquiry

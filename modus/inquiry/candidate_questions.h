/// \file The questions that could be asked, with the scenarios in which the true answer is yes.
#pragma once

#include <vector>

#include "modus/base/context.h"
#include "modus/findings/questions.h"
#include "modus/zone/drawn_case.h"

namespace modus::inquiry {

inline constexpr std::size_t kMostCompared = 12;    ///< of the listed packages, the first that are compared in pairs
inline constexpr std::size_t kMostDifferences = 3;  ///< pairs that differ in more issues are too much to weigh in one breath
inline constexpr std::size_t kMostRanked = 6;       ///< of the contested issues, the first that are ranked in pairs

/// What the questions are asked about.
struct AskAbout {
  std::vector<case_model::Package> listed;        ///< that meet the rules: drafts, the text, best packages of families
  std::vector<case_model::IssueIndex> contested;  ///< most important first
};

struct Candidate {
  findings::Question question;  ///< kind, party, what is asked about, id
  zone::ScenarioSet yes;
};

/// Limits, packages, no-deal values, pairs of packages and pairs of issues, each by party:
///  - each standing limit that is real in some scenarios but not all;
///  - each listed package, to each party it asks;
///  - for each party one package that none of its limits forbids, from the listed ones and `more`: the one whose
///    answer explains most of the variance of the party's no-deal value, which lies near its point of indifference;
///  - each pair of the first kMostCompared listed packages that differ in at most kMostDifferences issues, to principals;
///  - each pair of the first kMostRanked contested issues, to principals.
/// Repeats in `listed` are dropped, and what has the same answer in all scenarios. Cost: a column of values for each
/// party and package, O(scenarios * issues).
[[nodiscard]] std::vector<Candidate> candidate_questions(const zone::DrawnCase& drawn, const AskAbout& about,
                                                         const std::vector<zone::PackageIndex>& more, const base::Context& context);

}  // namespace modus::inquiry

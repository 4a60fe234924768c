/// \file What blocks a deal, and the least that would have to move: the front door of this room.
#pragma once

#include "modus/base/context.h"
#include "modus/findings/blockers.h"
#include "modus/zone/drawn_case.h"

namespace modus::blockers {

/// Longest lists. Where more is found, the smallest (or most frequent) are listed.
inline constexpr std::size_t kMostSets = 1000;  ///< of each of `incompatible` and `openings`
inline constexpr std::size_t kMostFrequentOpenings = 100;
inline constexpr std::size_t kMostOpeningsOfScenario = 256;

/// Sticking points, incompatible positions, openings, unblocking effects, hardest issues and least moves.
///
/// Nominal scenario (nominal.h): openings and incompatible positions exactly, each the minimal hitting sets
/// of the other. Both lists are empty, and so are the least moves, where the nominal scenario has a zone.
/// Frequencies are shares of all scenarios; where stalling bars every package no set counts as minimal.
/// `capped` where a list is cut, or a scenario has more than kMostOpeningsOfScenario openings: effects of
/// singles and pairs stay exact while those are not cut (the smallest are kept). Over scenarios: all of them,
/// or every k-th (choose_scenarios in openings.h); then shares have the error of fewer scenarios. Effects are
/// 0 or more, and that of a pair at least that of each of its points.
///
/// Verdict: kProven where every scenario is the same (point-valued parties, limits and stalling certain),
/// else kSampled. Same answer at any thread count and order of the file. If the context stops it, the finding
/// is not to be used. Precondition: at least one scenario. Cost: about one scan of all scenarios, one of
/// those without a zone for each issue, and confirm.h. Source: Reiter 1987; Berge 1989; Liffiton and Sakallah
/// 2008.
[[nodiscard]] findings::BlockersFinding find_blockers(const zone::DrawnCase& drawn,
                                                      const base::Context& context);

}  // namespace modus::blockers

/// \file Numbers of the simulated talks that no case states: conventions, not calibrated, all in one place and all told.
///
/// A case overrides those that it has keys for (`forecast`, `impatience`). Ranges are drawn from evenly, once for each
/// path. Months have 30.4375 days. docs/method.md, "When", says the same in prose.
#pragma once

#include <cstddef>
#include <cstdint>

namespace modus::timing {

inline constexpr double kDaysInMonth = 30.4375;
inline constexpr int kDaysInWeek = 7;

struct RateRange {
  double low = 0, high = 0;
};

/// Rounds of talks a month before any are on record: Gamma with this shape and as many months behind it, which lies
/// between one in half a year and one a week (90 %); each round on record adds to it.
inline constexpr double kRoundsShape = 1.5;
inline constexpr double kRoundsMonths = 1;
/// Chance that talks announced for a day take place: announced dates slip.
inline constexpr double kPlannedTalksHappen = 0.8;
/// Packages a round tables besides the one that looked best: few, since each must be explained and answered.
inline constexpr std::size_t kPackagesARound = 3;
/// Packages the facilitator has on the list at most: so many that another would open hardly any scenario.
inline constexpr std::size_t kPackagesOnList = 64;
/// Chance that a round agrees on a package it tables and all could live with. Below one, since nobody knows that all
/// could: offers are discounted for who makes them (Ross and Stillinger 1991), and texts take more than one meeting.
inline constexpr RateRange kTaken{0.25, 0.75};

/// Chances a month: talks end for good; one side prevails, so that no deal is needed; a party that wants no deal at all
/// comes to want one. Wide, since the counts there are mix kinds of disputes.
inline constexpr RateRange kCollapse{0.01, 0.05};
inline constexpr RateRange kPrevails{0.0, 0.02};
inline constexpr RateRange kStallingEnds{0.05, 0.2};
/// What a month of waiting takes from a deal's worth, as a share of it.
inline constexpr RateRange kImpatience{0.02, 0.1};

/// Before a deadline talks are held and limits given up faster (deals bunch there: Fanning 2016; Roth, Murnighan and
/// Schoumaker 1988), and with this chance talks end for good as it passes: most deadlines are moved.
inline constexpr int kDaysBeforeDeadline = 14;
inline constexpr double kDeadlineSpeed = 3;
inline constexpr double kTalksEndAtDeadline = 0.1;

/// How sure a limit can be taken to be real or not where giving it up is timed, and what share a party keeps by
/// giving way: away from the ends, where nobody would ever, or everybody at once, give way.
inline constexpr double kLeastSure = 0.01;
inline constexpr double kLeastKept = 0.05;

/// Simulated processes: about so many, at most so many of one scenario; for each end of an assumption a quarter.
inline constexpr std::size_t kPaths = 16'384;
inline constexpr std::size_t kPathsOfAScenario = 64;
inline constexpr std::size_t kPathsForAMove = 4096;

/// Zero hazards of the simulation are smoothed towards the base rate as if so large a share of the paths had run by it.
inline constexpr double kSmoothing = 0.01;

}  // namespace modus::timing

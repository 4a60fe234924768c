/// \file How near a deal would have been judged to be at each date of a case.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "modus/case_model/basics.h"
#include "modus/findings/common.h"

namespace modus::findings {

/// One statement of a date and what it did.
struct StatementMove {
  case_model::StatementIndex statement;
  /// Zone probability of the date less what it would be had this statement alone not been made by then.
  double change = 0;
  double standard_error = 0;  ///< from sampling
};

/// The case as it stood at the end of one day: statements up to then, judgments as they are now.
struct ProgressDate {
  case_model::Day day;
  Share zone_probability;
  double low = 0, high = 1;           ///< with what the case leaves open (zone/rests_on.h: variations), joined with sampling
  double best_joint_acceptance = 0;   ///< corrected, as ZoneFinding::max_joint_acceptance
  case_model::Package best;           ///< accepted most often; ties to the lowest number
  std::vector<case_model::IssueIndex> hardest_issues;  ///< at most three, greatest unblocking effect first; only effects above sampling error
  std::vector<StatementMove> moved_by;  ///< new statements of the day, largest move first, ties by id
  bool range_carried = false;         ///< what the case leaves open was looked at on other dates alone
  bool reweighted = false;            ///< from scenarios of another date; else drawn afresh
  double effective_size = 0;
};

enum class Nearness { kCloserThanEver, kNoCloserThanBefore, kCannotTell };

struct ProgressFinding {
  std::vector<ProgressDate> dates;   ///< rising; the last one is the case's own
  /// The last date against the highest of all earlier ones: kCloserThanEver where it is higher by more than twice the
  /// error of the difference, kNoCloserThanBefore where it is lower by as much; else kCannotTell.
  Nearness nearness = Nearness::kCannotTell;
  /// The earlier date it is compared with: the latest of those that cannot be told apart from the highest, and against
  /// which the same holds.
  std::size_t highest = 0;
  double difference = 0, standard_error = 0;  ///< last less that one
  std::size_t merged = 0;            ///< dates that were passed over because there were more than asked for
  std::size_t undated = 0;           ///< statements without any date; they count from the last date on
};

}  // namespace modus::findings

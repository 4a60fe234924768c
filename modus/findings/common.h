/// \file What all findings share: shares with their range, verdicts, packages as described to a person.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "modus/base/index.h"
#include "modus/case_model/ids.h"

namespace modus::findings {

enum class Verdict { kProven, kBestWithinBudget, kSampled, kImpossible };

/// A share of scenarios. low..high is the 90 % interval of sampling alone (Jeffreys at 0 and 1), by the
/// effective number of scenarios.
struct Share {
  double value = 0;
  double standard_error = 0;
  double low = 0, high = 1;
  double effective_size = 0;
};

/// Median (of an even number the mean of the two in the middle), 5th and 95th percentile (the value at rank
/// ceil(share * count), counting from 1), in points.
struct Spread {
  double median = 0, low = 0, high = 0;
};

/// What linear programming over the judgments alone says of a package for a party.
enum class Sureness { kCertain, kPossible, kImpossible };

/// One thing that tends to hold where all accept a package, beside how it stands over all scenarios.
struct Belief {
  enum class Kind { kLimitReal, kNoDeal, kWeight, kScore, kStalling };
  Kind kind = Kind::kNoDeal;
  case_model::PartyIndex party;
  case_model::IssueIndex issue;    ///< weights and scores
  case_model::OptionIndex option;  ///< scores
  case_model::LimitIndex limit;    ///< limits
  double before = 0, given = 0;    ///< probability (limits, stalling), points (no-deal), share (weight), 0..1 (score)
};

/// Of parties with wants of their own (PartyScenarios::drawn); of others only `asked`, false, means anything.
struct PartyView {
  bool asked = false;  ///< whether this package needs the party's acceptance (its own, not assumed)
  Share acceptance;
  Spread gain;              ///< value less no-deal value, points, over all scenarios
  double refuses_alone = 0;  ///< share of scenarios in which everybody else accepts and it is asked and does not
  Sureness sureness = Sureness::kPossible;
  std::vector<case_model::LimitIndex> limits_met;  ///< its limits that forbid the package, if real
};

/// One package with all that is said of it.
struct PackageView {
  case_model::Package package;
  std::string draft;  ///< its name where it is a draft
  Share joint_acceptance;
  base::IndexedVector<case_model::PartyIndex, PartyView> parties;
  std::vector<Belief> central;  ///< what would have to be true; furthest from what is expected first; empty where no scenario accepts
  std::vector<case_model::PartyIndex> guarantors_committed;
  std::vector<std::size_t> norms_touched;
  std::optional<case_model::PartyIndex> one_sided_for;  ///< gets its wish on every contested issue
};

}  // namespace modus::findings

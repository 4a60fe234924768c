/// \file What each side can live with.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

/// The zone probability under another assumption.
struct RestsOn {
  enum class Group { kStage, kVariation, kStatement, kSource };
  Group group = Group::kVariation;
  std::string what;  ///< in words: "no statement at all", "limits meant less (-0.15)", "without s3", "without gazette-0312"
  std::string key;   ///< stable: "before_statements", "limits_alone", "all", "limits_less", ..., or the statement's or source's id
  Share zone_probability;
  bool reweighted = false;
  bool in_range = false;  ///< whether it counts for the headline's range
};

struct PartyZone {
  double acceptance = 0;  ///< mean over packages that meet the rules, by its own test whether asked or not
  double stalling = 0;    ///< share of scenarios
  Spread no_deal;         ///< points
  Share zone_without;     ///< zone probability if this party need not accept: "acceptable to all but this party"
};

struct OptionShare {
  case_model::IssueIndex issue;
  case_model::OptionIndex option;
  double in_zone = 0;  ///< of the scenarios that have a zone: share in which some package of the zone has it
};

struct ZoneFinding {
  Share zone_probability;
  /// From least to greatest of the zone probabilities of rests_on entries with in_range, and of the ends of the
  /// headline's own interval.
  double range_low = 0, range_high = 1;
  bool point_is_fair = true;             ///< the range spans at most two words of the scale
  /// Without the bias of having picked the highest: the scenarios at even places inside their chains choose a package
  /// (ties to the lowest number) and those at odd places value it, then the other way round; the mean of the two,
  /// never above the zone probability.
  double max_joint_acceptance = 0;
  double max_joint_acceptance_raw = 0;
  std::uint64_t package_count = 0;       ///< meeting the rules
  std::uint64_t combination_count = 0;
  base::IndexedVector<case_model::PartyIndex, PartyZone> parties;
  std::vector<OptionShare> option_shares;  ///< by issue, then option
  PackageView best;                        ///< highest joint acceptance; ties to the lowest package number
  std::vector<PackageView> drafts;         ///< the case's drafts by id, then packages asked for
  std::vector<RestsOn> rests_on;
  Verdict verdict = Verdict::kSampled;
};

}  // namespace modus::findings

/// \file What changes of a case do to its figures, and which open judgment matters most.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/case_model/basics.h"
#include "modus/findings/headline.h"
#include "modus/findings/scenarios.h"

namespace modus::findings {

/// One item of a case that differs from another case's.
struct Change {
  enum class Kind { kAdded, kDropped, kChanged };
  Kind kind = Kind::kChanged;
  std::string path;    ///< that leads to it in the case file
  std::string group;   ///< "statement", "judgment", "issue", ...
  std::string id;      ///< of the thing; empty where it has none
  std::string owner;   ///< of judgments the party, of options the issue; else empty
  std::string before, after;  ///< canonical YAML on one line; empty where it is not there
};

/// A change with what it did by itself: the figures of the case after all changes, less those of that case with just
/// this change undone.
struct ChangeEffect {
  /// kOnlyTogether: the case without just this change is none, or contradicts itself. kNotTried: too many changes;
  /// first those of statements and judgments are tried. kNoPart: it takes no part in the answers (a source, an event).
  enum class Basis { kReweighted, kDrawnAfresh, kOnlyTogether, kNotTried, kNoPart };
  Change change;
  Basis basis = Basis::kReweighted;
  HeadlineMovement moved;  ///< all 0 for the last three
  /// A statement that changed or was added, by its place in the case after; told with its citation.
  std::optional<case_model::StatementIndex> statement;
};

/// A case asked about with changes nobody has made.
struct WhatIfFinding {
  Headline before, after;
  HeadlineMovement moved;        ///< after less before
  std::vector<Change> changes;   ///< what the edits come to, by path as changes_between lists them
};

/// Two states of one dispute.
struct DiffFinding {
  Headline before, after;
  HeadlineMovement moved;  ///< in total; single effects need not add up to it
  /// Largest effect on the zone probability first, ties by path; then those that were not tried or take no part.
  std::vector<ChangeEffect> changes;
  case_model::Day before_as_of = {};
  std::string before_title;
  std::string before_sha256;   ///< of the canonical form of the case before
};

/// An uncertain quantity, and the answer in scenarios where it is low or high.
struct JudgmentEffect {
  enum class Quantity { kNoDeal, kStalling, kWeight, kScore, kAdjustment, kLimit };
  /// What stands behind the range: a judgment, a statement (limits), or nothing (open for lack of a judgment).
  enum class Basis { kJudged, kStated, kOpen };
  Quantity quantity = Quantity::kNoDeal;
  Basis basis = Basis::kOpen;
  std::string path;  ///< where it would be narrowed: "judgments.union.no_deal.value", "statements.s1.meant"
  case_model::PartyIndex party;
  case_model::IssueIndex issue;    ///< weights and scores
  case_model::OptionIndex option;  ///< scores
  case_model::LimitIndex limit;    ///< limits
  std::size_t adjustment = 0;      ///< adjustments: k as in Judgments::adjust
  /// The lower third of the scenarios ends here and the upper third begins there, in points (no deal, adjustments), a
  /// share of what matters (weights), 0..1 (scores). Of limits 0 and 1: not real, and real. Of stalling the thirds of the
  /// judged range.
  double low_end = 0, high_start = 0;
  Share zone_if_low, zone_if_high;  ///< zone probability in those scenarios alone
  double best_if_low = 0, best_if_high = 0;  ///< best joint acceptance in them, corrected
  double apart = 0;             ///< distance of the two zone probabilities
  double best_apart = 0;        ///< of the two best joint acceptances
};

/// Which range, if it were narrower, would change the answer most.
struct JudgmentScan {
  Share zone_probability;
  double best_joint_acceptance = 0;
  std::vector<JudgmentEffect> effects;  ///< furthest apart first, ties by path
  std::size_t looked_at = 0;            ///< open quantities, those within sampling error included
};

}  // namespace modus::findings

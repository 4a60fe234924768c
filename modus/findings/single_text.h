/// \file The single negotiating text: what it says, how it could be changed so that nobody loses, who moved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

/// What going from one package to another does to one party. It is *not hurt* in a scenario where the new package is
/// worth at least as much to it and no limit of it that is real there forbids the new one but not the old; it is
/// *helped* where it is not hurt and the new one is worth more, or a real limit that forbade the old one no longer does.
///
/// Of a ratifier or guarantor only issues count on which anything is known of what it wants (case_model/known_wants.h):
/// on the others the new package is taken to leave things as they are, for it alone. Otherwise one that has never spoken
/// on an issue would bar every change of it half of the time, by nothing but our not knowing. A principal is never set
/// aside so.
struct PartyChange {
  bool asked = false;  ///< its acceptance is its own, and one of the two packages asks it; of others nothing below counts
  Share not_hurt;
  Share helped;
  Spread gain;  ///< value of the new package less that of the old, points
  std::vector<case_model::IssueIndex> unknown;      ///< changed ones on which nothing is known of what it wants; rising
  std::vector<case_model::LimitIndex> limits_met;   ///< its limits that forbid the new package and not the old
  std::vector<case_model::LimitIndex> limits_left;  ///< those that forbid the old one and not the new
};

/// A change of the text.
struct TextChange {
  std::string id;              ///< "E1" (an edit), "T1" (a trade), "N1" (comes nearest to one); empty where told of otherwise
  case_model::Package to;      ///< the text with the change
  std::vector<case_model::IssueIndex> issues;  ///< that it changes, rising
  base::IndexedVector<case_model::PartyIndex, PartyChange> parties;
  double least_not_hurt = 1;   ///< over the parties that count: the lowest chance of not being hurt
  Share nobody_hurt;           ///< share of scenarios in which no party is
  Share joint_acceptance;      ///< of the text with the change
  /// Mean over scenarios of the least share of the way (TextFinding) that a party gains for which anything that counts
  /// changes; orders the list.
  double least_share = 0;
  std::vector<case_model::PartyIndex> newly_committed;  ///< guarantors whom the text did not commit
  std::vector<std::size_t> norms_newly_touched;
};

/// How far "no change is left that hurts nobody" holds.
struct TextProof {
  std::uint64_t packages = 0;        ///< that meet the rules, the text itself apart
  std::size_t scenarios = 0;         ///< looked at for every package
  bool whole = true;                 ///< all scenarios were; otherwise every k-th, and only what is listed in all of them
  /// Of all packages that help somebody: the one whose least chance, over parties, of not being hurt is highest (ties to
  /// the lowest number). Nothing where no package helps anybody. "N1" where it falls short of the confidence.
  std::optional<TextChange> closest;
};

enum class Direction { kGained, kLost, kUnclear, kUntouched };

/// From one round's text to the next.
struct TextStep {
  std::size_t round = 0;  ///< the later of the two, counted from 1
  std::vector<case_model::IssueIndex> issues;  ///< that changed
  base::IndexedVector<case_model::PartyIndex, PartyChange> parties;
  /// kGained where it is helped in more than half of the scenarios, kLost where it is hurt in more than half,
  /// kUntouched where it is not asked or the change is worth nothing to it in all; else kUnclear.
  base::IndexedVector<case_model::PartyIndex, Direction> moved;
};

/// One issue of the text. *Agreed*: every principal has by its own word (case_model::is_own_word) offered, accepted or
/// asked for the option, or welcomed it (its last reaction to a change to it counts), and no standing limit of any party on
/// this issue alone forbids it; or there is but one option. What others say of a party does not count.
struct TextClause {
  /// What one party has by its own word offered, accepted or asked for here, where the text's option is not among it.
  struct Alternative {
    case_model::PartyIndex party;
    std::vector<bool> options;  ///< by option of the issue
  };
  case_model::IssueIndex issue;
  case_model::OptionIndex option;
  bool agreed = false;
  std::vector<case_model::PartyIndex> said_by;      ///< parties that have said the option would do
  std::vector<case_model::PartyIndex> ruled_out_by; ///< parties with a standing limit on this issue alone that forbids it
  std::vector<Alternative> alternatives;            ///< by party
  std::vector<case_model::StatementIndex> statements;  ///< all of the above rests on; rising
};

struct TextFinding {
  /// Where the text comes from. kCommonGround: options that all principals said or the zone nearly always has,
  /// completed by the package most often accepted by all among those that contain most of them.
  enum class Origin { kRound, kDraft, kCommonGround };
  Origin origin = Origin::kCommonGround;
  std::string draft;              ///< kDraft: its name
  std::size_t round = 0;          ///< kRound: its number, from 1
  std::size_t common_terms = 0;   ///< kCommonGround: issues on which the text has an option of the common ground
  bool after_deal = false;        ///< the text is agreed: changes are improvements nobody loses by
  double confidence = 0.8;        ///< nobody is hurt, each with at least this chance
  double helped = 0.5;            ///< and somebody is helped with at least this
  case_model::Package text;
  Share joint_acceptance;
  base::IndexedVector<case_model::PartyIndex, Share> acceptance;  ///< of parties whose acceptance is their own
  std::vector<TextClause> clauses;  ///< by issue
  /// Single changes first, then bundles by how many issues they change; no bundle contains a listed or left-out smaller
  /// edit. Within that the highest least_share first, ties to the lower package number.
  ///
  /// The *way* of a party in a scenario goes from the text's value to that with its best option of every issue that counts
  /// for it (adjustments as with the text; at least one point); its share of the way is gain over way, kept in -1..1;
  /// -1 where a real limit newly forbids the package, 1 where one no longer does.
  std::vector<TextChange> edits;
  std::uint64_t edits_found = 0;  ///< listed or not
  /// Two changes of one issue each, neither of them an edit: each helps a party that the other hurts. Ordered alike.
  std::vector<TextChange> trades;
  std::uint64_t trades_found = 0;
  TextProof proof;
  std::vector<TextStep> steps;    ///< between successive rounds
  Verdict verdict = Verdict::kSampled;
};

}  // namespace modus::findings

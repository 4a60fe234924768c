/// \file What new options and linked issues would do to the zone, and who could carry what of an option's
/// cost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/findings/brief.h"
#include "modus/findings/burden.h"
#include "modus/findings/common.h"
#include "modus/findings/headline.h"

namespace modus::findings {

/// Indices of options and limits are those of the case with the idea.
struct AddedOption {
  case_model::IssueIndex issue;
  case_model::OptionIndex option;
};

/// A limit that forbids packages with something an idea adds.
struct LimitInTheWay {
  case_model::LimitIndex limit;
  AddedOption forbids;
  bool always = false;  ///< every package with the option; otherwise some
};

/// What nobody has judged of something an idea adds; it is then as open as the prior leaves it.
struct LeftOpen {
  case_model::PartyIndex party;
  case_model::IssueIndex issue;
  std::optional<case_model::OptionIndex> option;  ///< its score; nothing: of a new issue
  bool weight = false, scores = false;            ///< of a new issue: which of the two
};

/// How a party takes the best package of the case, before and with the idea.
struct PartyWithIdea {
  case_model::PartyIndex party;
  Share before, with;
};

struct IdeaFinding {
  enum class Effect { kOpens, kWidens, kNoDifference, kNarrows };
  std::vector<std::string> ids;   ///< one; of pairs two, by id
  std::vector<std::string> says;  ///< in the case's words; the id where it says nothing
  case_model::Case with;          ///< the case with it; parties are those of the case, in the same order
  std::vector<case_model::IssueIndex> new_issues;
  std::vector<AddedOption> new_options;  ///< of issues that were there before; by issue, then option

  Share zone_probability;
  Movement gained;  ///< zone probability with it less before
  /// kOpens: it widens a zone whose probability was below 5 %. A gain or loss within kIdeaTold standard
  /// errors is no difference.
  Effect effect = Effect::kNoDifference;
  double best_joint_acceptance = 0;    ///< corrected, as ZoneFinding::max_joint_acceptance
  PackageView best;                    ///< of the case with it; ties to the lowest number
  bool best_takes_it = false;          ///< the best package has one of its new options, or it adds an issue
  std::vector<PartyWithIdea> parties;  ///< whose acceptance is its own, by party
  std::vector<LimitInTheWay> limits;   ///< by limit, then option
  std::vector<LeftOpen> open;          ///< by party, then issue and option
};

/// Two ideas that cannot be put into the case together.
struct IdeasApart {
  std::string first, second;
  std::string why;
};

struct ExpandFinding {
  RunRecord run;  ///< of the case as it is
  Share zone_probability;
  double best_joint_acceptance = 0;  ///< corrected
  PackageView best;
  std::vector<IdeaFinding> ideas;      ///< greatest gain in zone probability first; ties by id
  std::vector<IdeaFinding> pairs;      ///< of those that gain most; likewise
  std::vector<IdeasApart> apart;       ///< pairs among them that do not go together
  std::vector<BurdenFinding> burdens;  ///< of the case as it is, by issue, then option
};

/// Further than of a single comparison, for ideas are many and the best is looked at first.
inline constexpr double kIdeaTold = 3;

/// Below it, a zone that an idea widens is one that it opens: "almost no chance" on the scale.
inline constexpr double kHardlyAnyZone = 0.05;

}  // namespace modus::findings

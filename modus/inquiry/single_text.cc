#include "modus/inquiry/single_text.h"

#include <algorithm>
#include <utility>

#include "modus/inquiry/text_clauses.h"
#include "modus/inquiry/text_edits.h"
#include "modus/inquiry/text_start.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/share.h"

namespace modus::inquiry {
namespace {

using findings::Direction;
using findings::PartyChange;
using findings::TextFinding;

TextFinding start(const ChosenText& chosen, const TextOptions& options) {
  TextFinding finding;
  finding.origin = chosen.origin;
  finding.draft = chosen.draft;
  finding.round = chosen.round;
  finding.common_terms = chosen.common_terms;
  finding.after_deal = options.after_deal || chosen.agreed;
  finding.confidence = options.confidence;
  finding.helped = options.helped;
  finding.text = chosen.package;
  return finding;
}

void add_acceptance(const zone::Acceptance& acceptance, TextFinding& finding) {
  const zone::PackageIndex place = acceptance.list().index_of(finding.text);
  const auto share = [&](const zone::ScenarioSet& set) {
    return zone::share_of(set, acceptance.scenario_count(), zone::chains_of(acceptance));
  };
  finding.joint_acceptance = share(acceptance.scenarios_all_accept(place));
  finding.acceptance.assign(acceptance.scenarios().parties.size(), {});
  for (const zone::AskedParty& asked : acceptance.asked()) {
    finding.acceptance[asked.party] = share(acceptance.scenarios_accepting(asked.party, place));
  }
}

Direction direction_of(const PartyChange& change) {
  const bool same = change.helped.value == 0 && change.not_hurt.value == 1;
  if (!change.asked || same) return Direction::kUntouched;
  if (change.helped.value > 0.5) return Direction::kGained;
  return change.not_hurt.value < 0.5 ? Direction::kLost : Direction::kUnclear;
}

void add_steps(const zone::DrawnCase& drawn, TextFinding& finding) {
  const auto& rounds = drawn.subject.text;
  for (std::size_t later = 1; later < rounds.size(); ++later) {
    findings::TextChange change =
        TextValues(drawn, rounds[later - 1].package).describe(rounds[later].package);
    findings::TextStep step{later + 1, std::move(change.issues), std::move(change.parties), {}};
    for (const PartyChange& party : step.parties) step.moved.push_back(direction_of(party));
    finding.steps.push_back(std::move(step));
  }
}

bool is_exact(const zone::DrawnCase& drawn) {
  for (const zone::AskedParty& asked : drawn.acceptance.asked()) {
    if (!drawn.acceptance.scenarios().parties[asked.party].point_valued) return false;
    for (const case_model::LimitIndex limit : drawn.acceptance.limits_of(asked.party)) {
      const double probability = drawn.standing.limits[limit.value].probability;
      if (probability > 0 && probability < 1) return false;
    }
  }
  return true;
}

}  // namespace

TextFinding find_single_text(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                             const TextOptions& options, const base::Context& context) {
  TextFinding finding = start(choose_text(drawn, scan, options.draft, options.from_drafts), options);
  add_acceptance(drawn.acceptance, finding);
  finding.clauses = clauses_of(drawn, finding.text);
  const TextValues values(drawn, finding.text);
  FoundEdits found = find_edits(
      values, {options.confidence, options.helped, options.most_edits, options.most_trades, options.budget},
      context);
  finding.edits = std::move(found.edits);
  finding.edits_found = found.edits_found;
  finding.trades = std::move(found.trades);
  finding.trades_found = found.trades_found;
  finding.proof = std::move(found.proof);
  add_steps(drawn, finding);
  finding.verdict = !finding.proof.whole ? findings::Verdict::kBestWithinBudget
                    : is_exact(drawn)    ? findings::Verdict::kProven
                                         : findings::Verdict::kSampled;
  return finding;
}

}  // namespace modus::inquiry

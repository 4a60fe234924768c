#include "modus/catalogue/weigh_codings.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>
#include <vector>

#include "modus/drafting/codings.h"
#include "modus/preference/draw.h"
#include "modus/zone/acceptance.h"
#include "modus/zone/package_list.h"
#include "modus/zone/scan_zone.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using drafting::Variant;
using findings::DraftFinding;

/// The zone probability of one way of reading; nothing where it has no answer.
std::optional<double> zone_probability(const Case& subject, std::uint64_t seed) {
  const auto list = zone::PackageList::make(subject);
  if (!list.ok()) return std::nullopt;
  base::Context alone;
  alone.threads = 1;
  preference::DrawOptions options;
  options.scenarios = kCodingScenarios;
  options.seed = seed;
  const auto scenarios = preference::draw_scenarios(subject, options, alone);
  if (!scenarios.ok() || !scenarios.value().sampling.mixed()) return std::nullopt;
  const case_model::Standing standing = case_model::weigh_statements(subject);
  const zone::Acceptance acceptance(subject, standing, list.value(), scenarios.value());
  const zone::ZoneScan scan = zone::scan_zone(acceptance, alone);
  std::size_t with_zone = 0;
  for (const std::uint64_t word : scan.zone) with_zone += static_cast<std::size_t>(std::popcount(word));
  return static_cast<double>(with_zone) / static_cast<double>(scenarios.value().count);
}

std::vector<case_model::IssueIndex> issues_to_confirm(const Case& subject, const findings::BlockersFinding& blockers) {
  std::vector<case_model::IssueIndex> open;
  std::size_t looked_at = 0;
  for (const findings::IssueEffect& effect : blockers.hardest_issues) {
    if (looked_at++ == kIssuesToConfirm) break;
    const auto& confirmed = subject.draft->confirmed;
    if (std::find(confirmed.begin(), confirmed.end(), subject.issues[effect.issue].id) == confirmed.end()) open.push_back(effect.issue);
  }
  return open;
}

void widen(findings::QuestionEffect& effect, double probability) {
  effect.low = std::min(effect.low, probability);
  effect.high = std::max(effect.high, probability);
}

/// One effect a question, from what its variants came to.
void note_effects(const std::vector<Variant>& variants, const std::vector<std::optional<double>>& found, double as_taken, DraftFinding& draft) {
  for (std::size_t i = 1; i < variants.size(); ++i) {
    if (!found[i]) continue;
    const std::size_t question = variants[i].question;
    auto effect = std::find_if(draft.questions.begin(), draft.questions.end(), [&](const auto& one) { return one.question == question; });
    if (effect == draft.questions.end()) effect = draft.questions.insert(effect, {question, as_taken, as_taken});
    widen(*effect, *found[i]);
  }
  std::stable_sort(draft.questions.begin(), draft.questions.end(), [](const auto& a, const auto& b) { return a.width() > b.width(); });
}

}  // namespace

findings::DraftFinding weigh_codings(const Case& subject, const findings::BriefFinding& brief, std::uint64_t seed, const base::Context& context) {
  DraftFinding draft;
  draft.to_confirm = issues_to_confirm(subject, brief.blockers);
  draft.settled = draft.to_confirm.empty();
  const std::vector<Variant> variants = drafting::variants_of(subject, kCodingsDrawn);
  std::vector<std::optional<double>> found(variants.size());
  base::parallel_for(context.threads, variants.size(), [&](std::size_t i) {
    if (!context.stop()) found[i] = zone_probability(variants[i].subject, seed);
  });
  const double as_taken = !found.empty() && found.front() ? *found.front() : brief.zone.zone_probability.value;
  draft.low = std::min(as_taken, brief.zone.range_low);
  draft.high = std::max(as_taken, brief.zone.range_high);
  for (const std::optional<double>& probability : found) {
    if (!probability) continue;
    ++draft.codings;
    draft.low = std::min(draft.low, *probability);
    draft.high = std::max(draft.high, *probability);
  }
  note_effects(variants, found, as_taken, draft);
  std::set<std::size_t> drawn;
  for (const Variant& variant : variants) drawn.insert(variant.question);
  draft.not_drawn = subject.draft->questions.size() - std::min(subject.draft->questions.size(), drawn.size());
  return draft;
}

}  // namespace modus::catalogue

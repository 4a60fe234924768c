#include "modus/zone/find_zone.h"

#include <algorithm>
#include <utility>

#include "modus/case_model/likelihood.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/share.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using findings::ZoneFinding;

void fill_parties(const DrawnCase& drawn, const ZoneScan& scan, ZoneFinding& finding) {
  const Acceptance& acceptance = drawn.acceptance;
  const std::size_t count = acceptance.scenario_count();
  findings::PartyZone not_asked;
  not_asked.zone_without = finding.zone_probability;
  finding.parties.assign(drawn.subject.parties.size(), not_asked);
  const double pairs = static_cast<double>(count) * static_cast<double>(finding.package_count);
  for (std::size_t k = 0; k < acceptance.asked().size(); ++k) {
    const PartyIndex index = acceptance.asked()[k].party;
    const findings::PartyScenarios& wants = acceptance.scenarios().parties[index];
    findings::PartyZone& party = finding.parties[index];
    party.acceptance = static_cast<double>(scan.accepted_pairs[k]) / pairs;
    const auto stalling = std::ranges::count_if(wants.stalling, [](std::uint8_t now) { return now != 0; });
    party.stalling = static_cast<double>(stalling) / static_cast<double>(count);
    std::vector<double> points = wants.no_deal;
    for (double& value : points) value /= wants.units_per_point;
    party.no_deal = spread_of(std::move(points));
    party.zone_without = share_of(scan.zone_without[k], count, chains_of(acceptance));
  }
}

void fill_options(const DrawnCase& drawn, const ZoneScan& scan, ZoneFinding& finding) {
  const std::size_t with_zone = count_bits(scan.zone);
  for (const IssueIndex issue : drawn.subject.issues.indices()) {
    for (std::size_t o = 0; o < scan.zone_has[issue].size(); ++o) {
      const double share = with_zone == 0 ? 0 : scan.zone_has[issue][o] / static_cast<double>(with_zone);
      finding.option_shares.push_back({issue, OptionIndex(o), share});
    }
  }
}

void fill_packages(const DrawnCase& drawn, const ZoneScan& scan, const Contested& contested,
                   const FindZoneOptions& options, const base::Context& context, ZoneFinding& finding) {
  const PackageList& list = drawn.acceptance.list();
  const PackageIndex best = most_accepted(list, scan);
  finding.max_joint_acceptance = corrected_maximum(list, scan);
  finding.max_joint_acceptance_raw =
      scan.joint(best) / static_cast<double>(drawn.acceptance.scenario_count());
  std::vector<case_model::Package> packages = {list.package_at(best)};
  for (const case_model::Draft& draft : drawn.subject.drafts) packages.push_back(draft.package);
  packages.insert(packages.end(), options.packages.begin(), options.packages.end());
  auto views = describe_packages(drawn, contested, packages, context);
  for (std::size_t d = 0; d < drawn.subject.drafts.size(); ++d)
    views[1 + d].draft = drawn.subject.drafts[d].id;
  finding.best = std::move(views.front());
  finding.drafts.assign(std::make_move_iterator(views.begin() + 1), std::make_move_iterator(views.end()));
}

void fill_range(ZoneFinding& finding) {
  finding.range_low = finding.zone_probability.low;
  finding.range_high = finding.zone_probability.high;
  for (const findings::RestsOn& other : finding.rests_on) {
    if (!other.in_range) continue;
    finding.range_low = std::min(finding.range_low, other.zone_probability.value);
    finding.range_high = std::max(finding.range_high, other.zone_probability.value);
  }
  finding.point_is_fair = case_model::words_spanned(finding.range_low, finding.range_high) <= 2;
}

}  // namespace

bool is_exact(const DrawnCase& drawn) {
  for (const AskedParty& asked : drawn.acceptance.asked()) {
    const findings::PartyScenarios& wants = drawn.acceptance.scenarios().parties[asked.party];
    const auto all_as_first = [](const auto& numbers) {
      return std::ranges::all_of(numbers, [&](const auto& number) { return number == numbers.front(); });
    };
    if (!wants.point_valued || !all_as_first(wants.no_deal)) return false;
    const auto& stalling = drawn.subject.judgments[asked.party].stalling;
    if (stalling && !(stalling->exact() && (stalling->low.value() == 0 || stalling->low.value() == 1)))
      return false;
    for (const auto limit : drawn.acceptance.limits_of(asked.party)) {
      const double probability = drawn.standing.limits[limit.value].probability;
      if (probability > 0 && probability < 1) return false;
    }
  }
  return true;
}

ZoneFinding find_zone(const DrawnCase& drawn, const ZoneScan& scan, const Contested& contested,
                      const FindZoneOptions& options, const base::Context& context) {
  ZoneFinding finding;
  finding.package_count = drawn.acceptance.list().package_count();
  finding.combination_count = drawn.acceptance.list().combination_count();
  finding.zone_probability =
      share_of(scan.zone, drawn.acceptance.scenario_count(), chains_of(drawn.acceptance));
  if (is_exact(drawn)) {
    finding.verdict = findings::Verdict::kProven;
    finding.zone_probability.low = finding.zone_probability.high = finding.zone_probability.value;
  }
  fill_parties(drawn, scan, finding);
  fill_options(drawn, scan, finding);
  fill_packages(drawn, scan, contested, options, context, finding);
  if (options.rests_on) {
    finding.rests_on =
        find_what_it_rests_on(drawn, scan.zone, finding.zone_probability, options.variations, context);
  }
  fill_range(finding);
  return finding;
}

}  // namespace modus::zone

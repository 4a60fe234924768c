#include "modus/verify/verify_zone.h"

#include <algorithm>

#include "modus/case_model/likelihood.h"
#include "modus/case_model/packages.h"
#include "modus/verify/verify_package.h"

namespace modus::verify {
namespace {

using findings::ZoneFinding;

// All counts of one question about one case, as shares.
class ZoneCheck {
 public:
  ZoneCheck(const NaiveAcceptance& naive, const EveryPackage& every, const ZoneFinding& zone,
            const VerifyOptions& options)
      : naive_(naive), every_(every), zone_(zone), options_(options), slack_(share(every.near_ties)) {}

  VerifyReport run() {
    check_counts();
    check_probability();
    check_parties();
    check_options();
    return std::move(report_);
  }

 private:
  [[nodiscard]] double share(std::uint64_t scenarios) const {
    return static_cast<double>(scenarios) / static_cast<double>(naive_.count());
  }

  void check_counts() {
    Check check(report_, options_, "number of packages");
    check.equal("package_count", zone_.package_count, every_.packages.size());
    check.equal("combination_count", zone_.combination_count,
                case_model::count_combinations(naive_.subject().issues).value_or(0));
  }

  // The package all accept most often, counted by `count`; of equals the first.
  template <class Count>
  [[nodiscard]] std::size_t most(Count count) const {
    std::size_t best = 0;
    for (std::size_t x = 1; x < every_.packages.size(); ++x) {
      if (count(x) > count(best)) best = x;
    }
    return best;
  }

  // Each half chooses for the other.
  [[nodiscard]] double corrected_maximum() const {
    std::size_t odd = 0;
    for (std::size_t s = 0; s < naive_.count(); ++s) odd += is_odd_place(naive_.scenarios(), s) ? 1U : 0U;
    if (odd == 0) return share(every_.zone);
    const std::size_t by_even = most([&](std::size_t x) { return every_.even[x]; });
    const std::size_t by_odd = most([&](std::size_t x) { return every_.odd[x]; });
    const double on_odd = static_cast<double>(every_.odd[by_even]) / static_cast<double>(odd);
    const double on_even =
        static_cast<double>(every_.even[by_odd]) / static_cast<double>(naive_.count() - odd);
    return std::min(share(every_.zone), (on_odd + on_even) / 2);
  }

  void check_probability() {
    Check check(report_, options_, "zone probability", slack_);
    check.share("zone probability", zone_.zone_probability.value, share(every_.zone));
    if (every_.packages.empty()) return;
    const std::size_t best = most([&](std::size_t x) { return every_.joint(x); });
    check.share("best joint acceptance, raw", zone_.max_joint_acceptance_raw, share(every_.joint(best)));
    check.share("acceptance of the best package", zone_.best.joint_acceptance.value,
                share(every_.joint(best)));
    if (every_.near_ties > 0) return;
    check.holds("the best package is the first of those most often accepted by all",
                zone_.best.package == every_.packages[best]);
    check.near("best joint acceptance, corrected", zone_.max_joint_acceptance, corrected_maximum());
  }

  void check_parties() {
    Check check(report_, options_, "acceptance by party", slack_);
    const double pairs = static_cast<double>(naive_.count()) * static_cast<double>(every_.packages.size());
    for (std::size_t k = 0; k < naive_.parties().size(); ++k) {
      const findings::PartyZone& party = zone_.parties[naive_.parties()[k]];
      const std::string& id = naive_.subject().parties[naive_.parties()[k]].id;
      check.share("mean acceptance of " + id, party.acceptance,
                  static_cast<double>(every_.accepted[k]) / pairs);
      check.share("zone without " + id, party.zone_without.value, share(every_.zone_without[k]));
    }
  }

  void check_options() {
    Check check(report_, options_, "options in the zone", every_.zone == 0 ? 0 : slack_ / share(every_.zone));
    std::size_t listed = 0;
    for (const case_model::IssueIndex issue : naive_.subject().issues.indices()) {
      for (const case_model::OptionIndex option : naive_.subject().issues[issue].options.indices()) {
        if (listed == zone_.option_shares.size()) return check.holds("every option is listed", false);
        const findings::OptionShare& said = zone_.option_shares[listed++];
        check.holds("options are listed by issue, then option", said.issue == issue && said.option == option);
        const std::size_t seen = every_.option_in_zone[issue.value][option.value];
        const double expected =
            every_.zone == 0 ? 0 : static_cast<double>(seen) / static_cast<double>(every_.zone);
        check.share("share of " + naive_.subject().issues[issue].id + " = " +
                        naive_.subject().issues[issue].options[option].id,
                    said.in_zone, expected);
      }
    }
    check.equal("the number of options", zone_.option_shares.size(), listed);
  }

  const NaiveAcceptance& naive_;
  const EveryPackage& every_;
  const ZoneFinding& zone_;
  const VerifyOptions& options_;
  double slack_;
  VerifyReport report_;
};

void check_no_deal(const NaiveAcceptance& naive, const ZoneFinding& zone, const VerifyOptions& options,
                   VerifyReport& report) {
  Check check(report, options, "no-deal values and stalling");
  for (std::size_t k = 0; k < naive.parties().size(); ++k) {
    const findings::PartyScenarios& wants = naive.wants(k);
    const findings::PartyZone& party = zone.parties[naive.parties()[k]];
    const std::string& id = naive.subject().parties[naive.parties()[k]].id;
    std::vector<double> points;
    for (const double units : wants.no_deal) points.push_back(units / wants.units_per_point);
    const findings::Spread spread = naive_spread(points);
    check.near("median no-deal value of " + id, party.no_deal.median, spread.median);
    check.near("low no-deal value of " + id, party.no_deal.low, spread.low);
    check.near("high no-deal value of " + id, party.no_deal.high, spread.high);
    const auto stalling = std::count(wants.stalling.begin(), wants.stalling.end(), std::uint8_t{0});
    check.share("stalling of " + id, party.stalling,
                1 - static_cast<double>(stalling) / static_cast<double>(naive.count()));
  }
}

void check_range(const ZoneFinding& zone, const VerifyOptions& options, VerifyReport& report) {
  Check check(report, options, "range of the headline");
  double low = zone.zone_probability.low, high = zone.zone_probability.high;
  for (const findings::RestsOn& other : zone.rests_on) {
    if (!other.in_range) continue;
    low = std::min(low, other.zone_probability.value);
    high = std::max(high, other.zone_probability.value);
  }
  check.near("its low end", zone.range_low, low);
  check.near("its high end", zone.range_high, high);
  check.holds("a point is fair just where the range spans two words at most",
              zone.point_is_fair == (case_model::words_spanned(zone.range_low, zone.range_high) <= 2));
  check.at_most("best joint acceptance", zone.max_joint_acceptance_raw, zone.zone_probability.value);
  check.at_most("best joint acceptance, corrected", zone.max_joint_acceptance, zone.zone_probability.value);
}

}  // namespace

VerifyReport verify_zone(const NaiveAcceptance& naive, const EveryPackage* every, const ZoneFinding& zone,
                         const VerifyOptions& options) {
  VerifyReport report;
  if (zone.parties.size() != naive.subject().parties.size()) {
    Check(report, options, "zone").holds("every party is told of", false);
    return report;
  }
  if (every != nullptr) report.add(ZoneCheck(naive, *every, zone, options).run());
  check_no_deal(naive, zone, options, report);
  check_range(zone, options, report);
  report.add(verify_package(naive, zone.best, "best package", options));
  for (const findings::PackageView& draft : zone.drafts) {
    report.add(
        verify_package(naive, draft, draft.draft.empty() ? "package" : "draft " + draft.draft, options));
  }
  return report;
}

}  // namespace modus::verify

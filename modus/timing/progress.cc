#include "modus/timing/progress.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "modus/preference/draw.h"
#include "modus/preference/reweigh_case.h"
#include "modus/timing/case_days.h"
#include "modus/timing/date_answers.h"
#include "modus/timing/past_scenarios.h"
#include "modus/timing/progress_range.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/find_zone.h"
#include "modus/zone/share.h"

namespace modus::timing {
namespace {

using case_model::Case;
using case_model::StatementIndex;
using findings::ProgressDate;
using findings::ProgressFinding;
using findings::StatementMove;

constexpr std::size_t kFewestScenarios = 256;
constexpr std::size_t kMostLooks = std::size_t{1} << 20U;  ///< scenarios times dates and statements
constexpr std::size_t kScenariosForBest = 1024;
constexpr std::size_t kScenariosForHardest = 256;

std::size_t scenarios_at_dates(std::size_t drawn, std::size_t statements, const ProgressOptions& options) {
  std::size_t count = std::min(drawn, options.scenarios);
  while (count / 2 >= kFewestScenarios && count * (options.dates + statements) > kMostLooks) count /= 2;
  return count;
}

double least_effective(std::size_t count) {
  const auto all = static_cast<double>(count);
  return std::min(all / 2, std::max(preference::kLeastEffectiveSize, all / 4));
}

std::vector<StatementIndex> with(std::vector<StatementIndex> statements, StatementIndex one) {
  statements.insert(std::ranges::lower_bound(statements, one), one);
  return statements;
}

class Walk {
 public:
  Walk(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const ProgressOptions& options, const base::Context& context)
      : drawn_(drawn), subject_(drawn.subject), scan_(scan), options_(options), context_(context), days_(find_days(subject_, options.dates)) {}

  base::Result<ProgressFinding> run() {
    auto base = scenarios_of_dates();
    if (!base) return base.problems();
    PastScenarios past(subject_, base.value(), least_effective(base.value().count));
    finding_.dates.resize(days_.days.size());
    zones_.resize(days_.days.size());
    for (std::size_t i = days_.days.size(); i-- > 0 && !context_.stop();) {
      context_.report("progress by date", 1 - static_cast<double>(i + 1) / static_cast<double>(days_.days.size()));
      base::Problems problems = past.go_to(days_.days[i].later, context_);
      if (problems.empty()) problems = tell_date(i, past);
      if (!problems.empty()) return problems;
    }
    add_ranges();
    compare();
    finding_.merged = days_.merged;
    finding_.undated = days_.undated;
    return std::move(finding_);
  }

 private:
  [[nodiscard]] bool is_last(std::size_t i) const { return i + 1 == days_.days.size(); }

  /// Of the whole case, as many as the dates are told from: every k-th of those drawn where that comes out even.
  [[nodiscard]] base::Result<findings::Scenarios> scenarios_of_dates() const {
    const findings::Scenarios& drawn = drawn_.acceptance.scenarios();
    preference::DrawOptions draw;
    draw.scenarios = scenarios_at_dates(drawn.count, subject_.statements.size(), options_);
    if (draw.scenarios == drawn.count) return drawn;
    draw.seed = drawn.seed;
    draw.watch = false;
    draw.sweeps = std::max<std::size_t>(1, drawn.sampling.sweeps_between_draws);
    draw.drawn = &drawn;
    return preference::draw_scenarios(subject_, draw, context_);
  }

  [[nodiscard]] zone::ScenarioSet find_zone(const PastScenarios& past) const {
    const zone::Acceptance acceptance(subject_, past.standing(), drawn_.acceptance.list(), past.scenarios());
    return zone::scenarios_with_zone(acceptance, {}, context_);
  }

  /// `known` is the zone before the last step of `past`.
  [[nodiscard]] DateZone zone_of(const PastScenarios& past, const zone::ScenarioSet* known) const {
    const bool same = known != nullptr && !past.changed_scenarios();
    return {same ? *known : find_zone(past), past.weights(), past.scenarios().count, past.scenarios().sampling.chains};
  }

  base::Problems tell_date(std::size_t i, const PastScenarios& past) {
    ProgressDate& date = finding_.dates[i];
    date.day = days_.days[i].day;
    zones_[i] = zone_of(past, is_last(i) ? nullptr : &zones_[i + 1].zone);
    if (is_last(i)) {
      tell_last(date);
    } else {
      tell_earlier(i, past, date);
    }
    date.low = date.zone_probability.low;
    date.high = date.zone_probability.high;
    date.effective_size = date.zone_probability.effective_size;
    return tell_moves(i, past);
  }

  void make_sure(const zone::DrawnCase& drawn, findings::Share& share) const {
    if (!zone::is_exact(drawn)) return;
    share.low = share.high = share.value;
  }

  void tell_last(ProgressDate& date) const {
    const zone::Acceptance& acceptance = drawn_.acceptance;
    const DateZone whole{scan_.zone, {}, acceptance.scenario_count(), zone::chains_of(acceptance)};
    date.zone_probability = whole.share();
    make_sure(drawn_, date.zone_probability);
    date.best_joint_acceptance = zone::corrected_maximum(acceptance.list(), scan_);
    date.best = acceptance.list().package_at(zone::most_accepted(acceptance.list(), scan_));
    date.hardest_issues = hardest_issues(acceptance, whole, subject_.issues.size(), 1, context_);
  }

  void tell_earlier(std::size_t i, const PastScenarios& past, ProgressDate& date) const {
    const zone::Acceptance acceptance(subject_, past.standing(), drawn_.acceptance.list(), past.scenarios());
    date.zone_probability = zones_[i].share();
    make_sure({subject_, past.standing(), acceptance}, date.zone_probability);
    const BestPackage best = find_best(acceptance, past.weights(), stride_for(zones_[i].count, kScenariosForBest), context_);
    date.best_joint_acceptance = std::min(best.joint_acceptance, date.zone_probability.value);
    date.best = acceptance.list().package_at(best.package);
    date.hardest_issues =
        hardest_issues(acceptance, zones_[i], subject_.issues.size(), stride_for(zones_[i].count, kScenariosForHardest), context_);
    date.reweighted = !past.drew_afresh();
  }

  base::Problems tell_moves(std::size_t i, const PastScenarios& past) {
    for (const StatementIndex statement : days_.days[i].made) {
      PastScenarios other = past;
      base::Problems problems = other.go_to(with(days_.days[i].later, statement), context_);
      if (!problems.empty()) return problems;
      const Difference moved = difference_of(zones_[i], zone_of(other, &zones_[i].zone));
      finding_.dates[i].moved_by.push_back({statement, moved.value, moved.standard_error});
    }
    std::ranges::stable_sort(finding_.dates[i].moved_by, std::ranges::greater(), [](const StatementMove& move) { return std::abs(move.change); });
    return {};
  }

  /// The last date's distances are the caller's; of the others those are varied that say most.
  void add_ranges() {
    std::vector<ProgressDate>& dates = finding_.dates;
    std::vector<std::optional<RangeDistances>> known(dates.size());
    const double last = dates.back().zone_probability.value;
    if (options_.range) {
      std::tie(dates.back().low, dates.back().high) = *options_.range;
      known.back() = distances_of(last, dates.back().low, dates.back().high, dates.back().effective_size);
    }
    for (const std::size_t i : dates_to_vary()) {
      if (context_.stop()) return;
      context_.report("what the case leaves open", 0.9);
      known[i] = vary(case_without(subject_, days_.days[i].later), drawn_.acceptance.list(), drawn_.acceptance.scenarios(), context_);
    }
    const std::vector<RangeDistances> carried = carry_between(known);
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
      widen(dates[i], carried[i]);
      dates[i].range_carried = !known[i];
    }
  }

  /// Before the last: the first, the highest and the lowest.
  [[nodiscard]] std::vector<std::size_t> dates_to_vary() const {
    if (!options_.all_variations || finding_.dates.size() < 2) return {};
    const auto first = finding_.dates.begin(), last = finding_.dates.end() - 1;
    const auto share = [](const ProgressDate& date) { return date.zone_probability.value; };
    std::vector<std::size_t> chosen = {0, static_cast<std::size_t>(std::ranges::max_element(first, last, {}, share) - first),
                                       static_cast<std::size_t>(std::ranges::min_element(first, last, {}, share) - first)};
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
  }

  void compare() {
    if (finding_.dates.size() < 2 || context_.stop()) return;
    for (std::size_t i = 0; i + 1 < finding_.dates.size(); ++i) {
      const auto share = [&](std::size_t date) { return finding_.dates[date].zone_probability.value; };
      if (share(i) >= share(finding_.highest)) finding_.highest = i;
    }
    const Difference moved = difference_of(zones_.back(), zones_[finding_.highest]);
    finding_.difference = moved.value;
    finding_.standard_error = moved.standard_error;
    finding_.nearness = nearness_of(moved.value, moved.standard_error);
  }

  const zone::DrawnCase& drawn_;
  const Case& subject_;
  const zone::ZoneScan& scan_;
  const ProgressOptions& options_;
  const base::Context& context_;
  CaseDays days_;
  ProgressFinding finding_;
  std::vector<DateZone> zones_;  ///< by date, over the same scenarios
};

}  // namespace

base::Result<ProgressFinding> find_progress(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const ProgressOptions& options,
                                            const base::Context& context) {
  return Walk(drawn, scan, options, context).run();
}

findings::Nearness nearness_of(double difference, double standard_error) {
  if (difference > 2 * standard_error) return findings::Nearness::kCloserThanEver;
  if (difference < -2 * standard_error) return findings::Nearness::kNoCloserThanBefore;
  return findings::Nearness::kCannotTell;
}

}  // namespace modus::timing

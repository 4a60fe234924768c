#include "modus/timing/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <tuple>
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
constexpr std::size_t kScenariosForLast = 1024;  ///< hardest issues of the last date

std::size_t scenarios_at_dates(std::size_t drawn, std::size_t statements, const ProgressOptions& options) {
  std::size_t count = std::min(drawn, options.scenarios);
  while (count / 2 >= kFewestScenarios && count * (options.dates + statements) > kMostLooks) count /= 2;
  return count;
}

std::size_t scenarios_for_best(std::size_t count) { return std::max<std::size_t>(512, count / 4); }
std::size_t scenarios_for_hardest(std::size_t count) { return std::max<std::size_t>(128, count / 16); }

double least_effective(std::size_t count) {
  const auto all = static_cast<double>(count);
  return std::min(all / 2, std::max(preference::kLeastEffectiveSize, all / 4));
}

std::vector<StatementIndex> with(std::vector<StatementIndex> statements, StatementIndex one) {
  statements.insert(std::ranges::lower_bound(statements, one), one);
  return statements;
}

std::vector<case_model::IssueIndex> hardest_of(const std::vector<findings::IssueEffect>& effects) {
  std::vector<case_model::IssueIndex> hardest;
  for (const findings::IssueEffect& effect : effects) {
    const findings::Share& share = effect.unblocking_effect;
    if (share.value > 2 * share.standard_error && hardest.size() < kMostHardest) hardest.push_back(effect.issue);
  }
  return hardest;
}

base::Problems as_it_stood(case_model::Day day, base::Problems problems) {
  const std::chrono::year_month_day date(day);
  for (base::Problem& problem : problems) {
    problem.what = fmt::format("as the case stood on {:04}-{:02}-{:02}, {}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                               static_cast<unsigned>(date.day()), problem.what);
  }
  return problems;
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
      base::Problems problems = past.contradictions(days_.days[i].later);
      if (problems.empty()) problems = past.go_to(days_.days[i].later, context_);
      if (problems.empty()) problems = tell_date(i, past);
      if (!problems.empty()) return as_it_stood(days_.days[i].day, std::move(problems));
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
    date.hardest_issues = options_.hardest != nullptr
                              ? hardest_of(*options_.hardest)
                              : hardest_issues(acceptance, whole, subject_.issues.size(), stride_for(whole.count, kScenariosForLast), context_);
  }

  void tell_earlier(std::size_t i, const PastScenarios& past, ProgressDate& date) const {
    const zone::Acceptance acceptance(subject_, past.standing(), drawn_.acceptance.list(), past.scenarios());
    date.zone_probability = zones_[i].share();
    make_sure({subject_, past.standing(), acceptance}, date.zone_probability);
    const std::size_t count = zones_[i].count;
    const BestPackage best = find_best(acceptance, past.weights(), stride_for(count, scenarios_for_best(count)), context_);
    date.best_joint_acceptance = std::min(best.joint_acceptance, date.zone_probability.value);
    date.best = acceptance.list().package_at(best.package);
    date.hardest_issues =
        hardest_issues(acceptance, zones_[i], subject_.issues.size(), stride_for(count, scenarios_for_hardest(count)), context_);
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
    if (options_.range) {
      std::tie(dates.back().low, dates.back().high) = *options_.range;
      known.back() = distances_of(share_at(dates.size() - 1), dates.back().low, dates.back().high, dates.back().effective_size);
    }
    for (const std::size_t i : dates_to_vary()) {
      if (context_.stop()) return;
      context_.report("what the case leaves open", 0.9);
      known[i] = vary(case_without(subject_, days_.days[i].later), drawn_.acceptance.list(), drawn_.acceptance.scenarios(), context_);
    }
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
      dates[i].range_carried = !known[i];
      if (const auto like = most_like(dates, known, i)) widen(dates[i], *known[*like]);
    }
  }

  /// Before the last: the first, the highest, the lowest, and those on both sides of the greatest step.
  [[nodiscard]] std::vector<std::size_t> dates_to_vary() const {
    if (!options_.all_variations || finding_.dates.size() < 2) return {};
    const std::size_t count = finding_.dates.size() - 1;
    std::size_t lowest = 0, step = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (share_at(i) < share_at(lowest)) lowest = i;
      if (i + 1 < count && std::abs(share_at(i + 1) - share_at(i)) > std::abs(share_at(step + 1) - share_at(step))) step = i;
    }
    std::vector<std::size_t> chosen = {0, highest_before_last(), lowest, step, std::min(step + 1, count - 1)};
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
  }

  [[nodiscard]] double share_at(std::size_t i) const { return finding_.dates[i].zone_probability.value; }

  /// Of equals the latest.
  [[nodiscard]] std::size_t highest_before_last() const {
    std::size_t highest = 0;
    for (std::size_t i = 0; i + 1 < finding_.dates.size(); ++i) {
      if (share_at(i) >= share_at(highest)) highest = i;
    }
    return highest;
  }

  void compare() {
    if (finding_.dates.size() < 2 || context_.stop()) return;
    const std::size_t highest = highest_before_last();
    finding_.nearness = against(highest);
    for (std::size_t i = finding_.dates.size() - 1; i-- > highest;) {
      const bool as_high = i == highest || told_apart(i, highest) == findings::Nearness::kCannotTell;
      if (as_high && against(i) == finding_.nearness) {
        const Difference moved = difference_of(zones_.back(), zones_[i]);
        finding_.highest = i;
        finding_.difference = moved.value;
        finding_.standard_error = moved.standard_error;
        return;
      }
    }
  }

  [[nodiscard]] findings::Nearness told_apart(std::size_t a, std::size_t b) const {
    const Difference moved = difference_of(zones_[a], zones_[b]);
    return nearness_of(moved.value, moved.standard_error);
  }
  [[nodiscard]] findings::Nearness against(std::size_t i) const { return told_apart(zones_.size() - 1, i); }

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

#include "modus/timing/simulate_talks.h"

#include <algorithm>
#include <cmath>

#include "modus/timing/conventions.h"
#include "modus/timing/simulate_path.h"

namespace modus::timing {
namespace {

constexpr std::size_t kScenariosOfATask = 128;

/// Ends by the week in which they come, not yet added up.
struct TaskTally {
  std::vector<std::uint32_t> deal, collapse, prevails, deal_with_zone;
  std::size_t paths_with_zone = 0, zone_by_horizon = 0;
  explicit TaskTally(std::size_t weeks) : deal(weeks + 1), collapse(weeks + 1), prevails(weeks + 1), deal_with_zone(weeks + 1) {}

  void add(const PathEnd& end, bool zone_now) {
    const auto week = static_cast<std::size_t>(std::ceil(end.day / kDaysInWeek));
    paths_with_zone += zone_now ? 1 : 0;
    zone_by_horizon += end.zone_by_horizon ? 1 : 0;
    if (end.how == PathEnd::How::kDeal) {
      ++deal[week];
      deal_with_zone[week] += zone_now ? 1 : 0;
    }
    if (end.how == PathEnd::How::kCollapsed) ++collapse[week];
    if (end.how == PathEnd::How::kPrevailed) ++prevails[week];
  }
};

void add_up(const std::vector<std::uint32_t>& more, std::vector<std::uint32_t>& sum) {
  for (std::size_t w = 0; w < sum.size(); ++w) sum[w] += more[w];
}

void accumulate(std::vector<std::uint32_t>& by_week) {
  for (std::size_t w = 1; w < by_week.size(); ++w) by_week[w] += by_week[w - 1];
}

}  // namespace

TalksTally simulate_talks(const TalksModel& model, const TalksVariation& variation, std::size_t paths_each, std::size_t scenario_step,
                          const std::vector<int>& days, const base::Context& context) {
  const std::size_t weeks = weeks_to(model.horizon_days);
  const std::size_t scenarios = (model.scenarios + scenario_step - 1) / scenario_step;
  TalksTally tally;
  tally.paths = scenarios * paths_each;
  tally.deal_of.assign(days.size(), std::vector<double>(scenarios, 0));
  std::vector<TaskTally> parts((scenarios + kScenariosOfATask - 1) / kScenariosOfATask, TaskTally(weeks));
  base::parallel_for(context.threads, parts.size(), [&](std::size_t task) {
    if (context.stop()) return;
    PathRunner runner(model, variation);
    for (std::size_t i = task * kScenariosOfATask; i < std::min(scenarios, (task + 1) * kScenariosOfATask); ++i) {
      const std::size_t n = i * scenario_step;
      for (std::size_t path = 0; path < paths_each; ++path) {
        const PathEnd end = runner.run(n, path);
        parts[task].add(end, model.zone[n] != 0);
        for (std::size_t d = 0; d < days.size() && end.how == PathEnd::How::kDeal; ++d) {
          if (end.day <= days[d]) tally.deal_of[d][i] += 1 / static_cast<double>(paths_each);
        }
      }
    }
  });
  tally.deal = tally.collapse = tally.prevails = tally.deal_with_zone = std::vector<std::uint32_t>(weeks + 1, 0);
  for (const TaskTally& part : parts) {
    add_up(part.deal, tally.deal);
    add_up(part.collapse, tally.collapse);
    add_up(part.prevails, tally.prevails);
    add_up(part.deal_with_zone, tally.deal_with_zone);
    tally.paths_with_zone += part.paths_with_zone;
    tally.zone_by_horizon += part.zone_by_horizon;
  }
  for (auto* by_week : {&tally.deal, &tally.collapse, &tally.prevails, &tally.deal_with_zone}) accumulate(*by_week);
  return tally;
}

}  // namespace modus::timing

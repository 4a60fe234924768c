#include "modus/timing/progress_range.h"

#include <algorithm>
#include <cmath>

#include "modus/preference/draw.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/rests_on.h"
#include "modus/zone/share.h"

namespace modus::timing {
namespace {

double log_odds(double share, double scenarios) {
  const double inside = (share * scenarios + 0.5) / (scenarios + 1);
  return std::log(inside / (1 - inside));
}

double share_at(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

constexpr std::size_t kScenariosVaried = 512;
constexpr double kFewest = 64;  ///< scenarios that a share may come from

}  // namespace

RangeDistances distances_of(double value, double low, double high, double scenarios) {
  const double count = std::max(scenarios, kFewest), at = log_odds(value, count);
  return {low < value ? at - log_odds(low, count) : 0, high > value ? log_odds(high, count) - at : 0};
}

void widen(findings::ProgressDate& date, const RangeDistances& by) {
  const double at = log_odds(date.zone_probability.value, std::max(date.zone_probability.effective_size, kFewest));
  if (by.down > 0) date.low = std::min(date.low, share_at(at - by.down));
  if (by.up > 0) date.high = std::max(date.high, share_at(at + by.up));
}

std::optional<RangeDistances> vary(const case_model::Case& past, const zone::PackageList& list, const findings::Scenarios& like,
                                   const base::Context& context) {
  zone::RestsOnOptions options;
  options.variations_alone = true;
  options.scenarios = std::min(kScenariosVaried, like.count);
  preference::DrawOptions draw;
  draw.scenarios = std::min(2 * kScenariosVaried, like.count);
  draw.seed = like.seed;
  draw.watch = false;
  draw.sweeps = std::max<std::size_t>(1, like.sampling.sweeps_between_draws);
  const auto scenarios = preference::draw_scenarios(past, draw, context);
  if (!scenarios) return std::nullopt;
  const case_model::Standing standing = case_model::weigh_statements(past);
  const zone::Acceptance acceptance(past, standing, list, scenarios.value());
  const zone::ScenarioSet zone = zone::scenarios_with_zone(acceptance, {}, context);
  const findings::Share headline = zone::share_of(zone, acceptance.scenario_count(), zone::chains_of(acceptance));
  double low = headline.value, high = headline.value;
  for (const findings::RestsOn& entry : zone::find_what_it_rests_on({past, standing, acceptance}, zone, headline, options, context)) {
    if (!entry.in_range) continue;
    low = std::min(low, entry.zone_probability.value);
    high = std::max(high, entry.zone_probability.value);
  }
  return distances_of(headline.value, low, high, headline.effective_size);
}

std::optional<std::size_t> most_like(const std::vector<findings::ProgressDate>& dates,
                                     const std::vector<std::optional<RangeDistances>>& known, std::size_t date) {
  const auto level = [&](std::size_t i) {
    return log_odds(dates[i].zone_probability.value, std::max(dates[i].zone_probability.effective_size, kFewest));
  };
  std::optional<std::size_t> nearest;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (!known[i]) continue;
    if (i == date) return i;
    if (!nearest || std::abs(level(i) - level(date)) <= std::abs(level(*nearest) - level(date))) nearest = i;
  }
  return nearest;
}

}  // namespace modus::timing

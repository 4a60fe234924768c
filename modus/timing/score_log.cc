#include "modus/timing/score_log.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "modus/base/random.h"
#include "modus/timing/recalibration.h"
#include "modus/timing/scoring.h"

namespace modus::timing {
namespace {

using findings::Chances;
using findings::LoggedForecast;
using findings::Resolution;
using findings::ScoreCard;

/// A forecast with what came of it.
struct Resolved {
  const LoggedForecast& forecast;
  std::optional<int> happened;  ///< days after its date
  std::size_t event = 0;        ///< numbered from 0 by case and event
};

/// The ranked scores of one forecaster and of the base rate, summed over the forecasts of one event, or of several.
struct Ranked {
  double own = 0, base = 0;
  Ranked& operator+=(const Ranked& more) {
    own += more.own;
    base += more.base;
    return *this;
  }
};

std::unordered_map<std::int64_t, const Resolution*> last_resolutions(const std::vector<Resolution>& resolutions) {
  std::unordered_map<std::int64_t, const Resolution*> last;
  for (const Resolution& resolution : resolutions) last[resolution.forecast] = &resolution;
  return last;
}

std::optional<int> days_until(const LoggedForecast& forecast, const Resolution& resolution) {
  if (!resolution.happened) return std::nullopt;
  return static_cast<int>((*resolution.happened - forecast.as_of).count());
}

bool is_overdue(const LoggedForecast& forecast, case_model::Day today) { return forecast.as_of + std::chrono::days(forecast.horizon_days) < today; }

/// Numbered in the order of their names, so that the order of the forecasts is nothing. Returns how many there are.
std::size_t number_events(std::vector<Resolved>& resolved) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> events;
  const auto key = [](const LoggedForecast& forecast) { return std::pair<std::string_view, std::string_view>(forecast.case_title, forecast.event); };
  for (const Resolved& one : resolved) events.try_emplace(key(one.forecast));
  std::size_t number = 0;
  for (auto& [unused, event] : events) event = number++;
  for (Resolved& one : resolved) one.event = events.at(key(one.forecast));
  return events.size();
}

/// One forecaster's scores as they add up.
class Tally {
 public:
  void add(const Resolved& resolved, const Chances& chances) {
    const std::vector<double> bins = bins_of(chances);
    const std::size_t came = bin_that_came(chances, resolved.happened);
    const double ranked = ranked_score(bins, came);
    ++card_.forecasts;
    card_.brier += brier_score(bins, came);
    card_.logarithmic += logarithmic_score(bins, came);
    card_.ranked += ranked;
    card_.crps += crps(chances, resolved.happened) / chances.back().first;
    if (!resolved.forecast.base_rate.empty()) compare(resolved, chances, came, ranked);
  }

  /// The means, and skill with its interval unless the forecaster is the base rate itself.
  [[nodiscard]] ScoreCard card(std::string who, bool with_skill, base::RandomStream stream) const {
    ScoreCard card = card_;
    card.who = std::move(who);
    const double count = std::max<double>(1, static_cast<double>(card.forecasts));
    for (double* mean : {&card.brier, &card.logarithmic, &card.ranked, &card.crps}) *mean /= count;
    card.events = by_event_.size();
    if (with_skill) add_skill(card, stream);
    return card;
  }

 private:
  void compare(const Resolved& resolved, const Chances& chances, std::size_t came, double ranked) {
    Chances base = chances;
    for (auto& [day, chance] : base) chance = chance_by(resolved.forecast.base_rate, day);
    by_event_[resolved.event] += {ranked, ranked_score(bins_of(base), came)};
    ++card_.compared;
  }

  /// Sums by event, those of more than kMostGroups events dealt out to as many groups.
  [[nodiscard]] std::vector<Ranked> groups() const {
    std::vector<Ranked> groups(std::min(by_event_.size(), kMostGroups));
    std::size_t next = 0;
    for (const auto& [unused, ranked] : by_event_) groups[next++ % groups.size()] += ranked;
    return groups;
  }

  void add_skill(ScoreCard& card, base::RandomStream& stream) const {
    const std::vector<Ranked> drawn_from = groups();
    Ranked all;
    for (const Ranked& group : drawn_from) all += group;
    if (all.base <= 0) return;
    card.skill = 1 - all.own / all.base;
    if (drawn_from.size() < 2 || std::ranges::any_of(drawn_from, [](const Ranked& group) { return group.base <= 0; })) return;
    std::vector<double> skills(kResamples);
    for (double& skill : skills) {
      Ranked sum;
      for (std::size_t draw = 0; draw < drawn_from.size(); ++draw) sum += drawn_from[stream.below(drawn_from.size())];
      skill = 1 - sum.own / sum.base;
    }
    std::ranges::sort(skills);
    card.skill_low = skills[kResamples / 20 - 1];
    card.skill_high = skills[kResamples - kResamples / 20];
  }

  ScoreCard card_;
  std::map<std::size_t, Ranked> by_event_;
};

std::vector<ScoreCard> cards_of(const std::vector<Resolved>& resolved, std::uint64_t seed) {
  Tally ours, base_rate;
  std::map<std::string, Tally> others;
  for (const Resolved& one : resolved) {
    ours.add(one, one.forecast.chances);
    if (!one.forecast.base_rate.empty()) base_rate.add(one, one.forecast.base_rate);
    for (const findings::LoggedSource& source : one.forecast.sources) others[source.by].add(one, source.chances);
  }
  const auto stream_of = [&](std::size_t number) { return base::RandomStream(seed, "skill of forecasts", number); };
  std::vector<ScoreCard> cards = {ours.card("ours", true, stream_of(0)), base_rate.card("base_rate", false, stream_of(1))};
  for (const auto& [who, tally] : others) cards.push_back(tally.card(who, true, stream_of(cards.size())));
  return cards;
}

std::vector<ChanceCame> pairs_of(const std::vector<Resolved>& resolved) {
  std::vector<ChanceCame> pairs;
  for (const Resolved& one : resolved) {
    for (const auto& [day, chance] : one.forecast.chances) pairs.emplace_back(chance, one.happened && *one.happened <= day);
  }
  return pairs;
}

}  // namespace

findings::ScoreFinding score_log(const std::vector<LoggedForecast>& forecasts, const std::vector<Resolution>& resolutions, case_model::Day today,
                                 std::uint64_t seed) {
  findings::ScoreFinding finding;
  finding.as_of = today;
  finding.logged = forecasts.size();
  const auto last = last_resolutions(resolutions);
  std::vector<Resolved> resolved;
  for (const LoggedForecast& forecast : forecasts) {
    const auto found = last.find(forecast.id);
    if (found == last.end()) {
      ++(is_overdue(forecast, today) ? finding.overdue : finding.open);
    } else {
      resolved.push_back({forecast, days_until(forecast, *found->second), 0});
    }
  }
  finding.resolved = resolved.size();
  if (resolved.empty()) return finding;
  finding.events = number_events(resolved);
  finding.cards = cards_of(resolved, seed);
  const std::vector<ChanceCame> pairs = pairs_of(resolved);
  finding.reliability = reliability_of(pairs);
  if (resolved.size() >= findings::ScoreFinding::kLeastToRecalibrate) finding.recalibration = recalibration_slope(pairs);
  return finding;
}

}  // namespace modus::timing

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "modus/timing/conventions.h"
#include "modus/timing/forecast_curve.h"

namespace modus::timing {
namespace {

using findings::ForecastMove;

std::string percent(double share) { return fmt::format("{:.2g} %", 100 * share); }

/// An assumption of the talks and its two ends.
struct TalksMove {
  std::string key, what, low_is, high_is;
  TalksVariation low, high;
};

class TalksMoves {
 public:
  explicit TalksMoves(const TalksModel& model) : model_(model) {
    const findings::TimingRates& rates = model.rates;
    const auto rounds_a_month = [](double rate) { return fmt::format("{:.2g} a month", rate); };
    add_rate("rounds", "rounds of talks", &TalksVariation::rounds, rates.rounds, rounds_a_month);
    const auto a_month = [](double chance) { return percent(chance) + " a month"; };
    add_rate("collapse", "chance that talks end for good", &TalksVariation::collapse, rates.collapse, a_month);
    add_rate("prevails", "chance that one side prevails", &TalksVariation::prevails, rates.prevails, a_month);
    if (any_stalling()) {
      add_rate("stalling_ends", "chance that a party that wants no deal comes to want one", &TalksVariation::stalling_ends, rates.stalling_ends, a_month);
    }
    const findings::TimingRates::Rate taken{kTaken.low, kTaken.high, true, ""};
    add_rate("taken", "chance that a round agrees on what all could live with", &TalksVariation::taken, taken, percent);
    add_drift();
    add_limits();
  }

  std::vector<TalksMove> take() { return std::move(moves_); }

 private:
  template <class Words>
  void add_rate(const std::string& key, const std::string& what, std::optional<double> TalksVariation::*which,
                const findings::TimingRates::Rate& rate, const Words& words) {
    if (rate.low == rate.high) return;
    TalksMove move{key, what, words(rate.low), words(rate.high), {}, {}};
    move.low.*which = 0;
    move.high.*which = 1;
    moves_.push_back(std::move(move));
  }

  [[nodiscard]] bool any_stalling() const {
    return std::ranges::any_of(model_.stalling, [](std::uint8_t now) { return now != 0; });
  }

  void add_drift() {
    const bool drifts = std::ranges::any_of(model_.parties, [](const TalksParty& party) { return party.drift_low != 0 || party.drift_high != 0; });
    if (!drifts) return;
    TalksMove move{"drift", "cost of waiting without a deal", "none", "twice as much", {}, {}};
    move.low.drift_factor = 0;
    move.high.drift_factor = 2;
    moves_.push_back(std::move(move));
  }

  void add_limits() {
    bool open = false, impatient = false, alike = true;
    for (const TalksParty& party : model_.parties) {
      const TalksParty& first = model_.parties.front();
      open = open || std::ranges::any_of(party.limits, [](const StatedLimit& limit) { return limit.real < 1 && limit.stated > 0; });
      impatient = impatient || party.impatience_low != party.impatience_high;
      alike = alike && party.impatience_low == first.impatience_low && party.impatience_high == first.impatience_high;
    }
    if (!open) return;
    if (impatient) {
      TalksMove move{"impatience", "what a month of waiting takes from a deal's worth", "each party's low end", "each party's high end", {}, {}};
      if (alike) move.low_is = percent(model_.parties.front().impatience_low);
      if (alike) move.high_is = percent(model_.parties.front().impatience_high);
      move.low.impatience = 0;
      move.high.impatience = 1;
      moves_.push_back(std::move(move));
    }
    TalksMove held{"limits_held", "limits that are stated but not real", "held to the end", "given up at once", {}, {}};
    held.low.limits = TalksVariation::Limits::kHeldToTheEnd;
    held.high.limits = TalksVariation::Limits::kGivenUpAtOnce;
    moves_.push_back(std::move(held));
  }

  const TalksModel& model_;
  std::vector<TalksMove> moves_;
};

MovedCurve moved(std::string key, std::string what, std::string low_is, std::string high_is, bool in_range) {
  MovedCurve made;
  made.move.key = std::move(key);
  made.move.what = std::move(what);
  made.move.low_is = std::move(low_is);
  made.move.high_is = std::move(high_is);
  made.move.in_range = in_range;
  return made;
}

/// `curve` moved as far as `to` is from `from`.
ForecastCurve shifted(ForecastCurve curve, const ForecastCurve& from, const ForecastCurve& to) {
  const auto shift = [](std::vector<double>& numbers, const std::vector<double>& before, const std::vector<double>& after) {
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = std::clamp(numbers[i] + after[i] - before[i], 0.0, 1.0);
  };
  shift(curve.by_week, from.by_week, to.by_week);
  shift(curve.by_day, from.by_day, to.by_day);
  return curve;
}

/// Simulated shares with the scenarios that have a zone making up this share.
std::vector<double> with_zone_share(const TalksTally& tally, double share) {
  const auto with = static_cast<double>(tally.paths_with_zone);
  const double without = static_cast<double>(tally.paths) - with;
  std::vector<double> simulated;
  for (std::size_t week = 0; week < tally.deal.size(); ++week) {
    const double deals_with = tally.deal_with_zone[week];
    const double deals_without = tally.deal[week] - deals_with;
    simulated.push_back(share * deals_with / with + (1 - share) * deals_without / without);
  }
  return simulated;
}

void add_zone(const MovesFrom& from, const HazardMix& mix, std::vector<MovedCurve>& moves) {
  const auto& range = from.input.zone_range;
  if (!range || from.tally.paths_with_zone == 0 || from.tally.paths_with_zone == from.tally.paths) return;
  MovedCurve move = moved("zone", "zone probability", percent(range->first), percent(range->second), true);
  move.low = curve_of(mix, with_zone_share(from.tally, range->first), from.when);
  move.high = curve_of(mix, with_zone_share(from.tally, range->second), from.when);
  moves.push_back(std::move(move));
}

std::string tail_words(const findings::CureCurve& curve) {
  return std::string(curve.tail == findings::CureCurve::Tail::kWeibull ? "Weibull" : "lognormal") + ", never " + percent(curve.never);
}

void add_class_errors(const MovesFrom& from, const std::vector<double>& simulated, std::vector<MovedCurve>& moves) {
  const findings::ReferenceClass& reference = from.input.reference;
  if (reference.curves.size() > 1) {
    MovedCurve move = moved("tail", "tail of the base rate's curve", tail_words(reference.curves.front()), tail_words(reference.curves.back()), true);
    const auto alone = [&](findings::CureCurve curve) {
      curve.weight = 1;
      return curve_of(HazardMix({curve}, from.elapsed, from.weight), simulated, from.when);
    };
    move.low = alone(reference.curves.front());
    move.high = alone(reference.curves.back());
    moves.push_back(std::move(move));
  }
  const double events = events_later(reference, from.elapsed);
  if (reference.count == 0 || events <= 0) return;
  const auto [fewer, more] = count_error(events);
  MovedCurve move = moved("count", fmt::format("error of the count behind the base rate (about {:.0f} events this late)", events),
                          fmt::format("{:.2g} times as fast", fewer), fmt::format("{:.2g} times as fast", more), true);
  move.low = curve_of(HazardMix(reference.curves, from.elapsed, from.weight, fewer), simulated, from.when);
  move.high = curve_of(HazardMix(reference.curves, from.elapsed, from.weight, more), simulated, from.when);
  moves.push_back(std::move(move));
}

void add_weights(const MovesFrom& from, const std::vector<double>& simulated, std::vector<MovedCurve>& moves) {
  constexpr double kMostWeight = 0.6;
  MovedCurve move = moved("weight", "weight of the simulation", "0", fmt::format("{:.2g}", kMostWeight), false);
  move.low = curve_of(HazardMix(from.input.reference.curves, from.elapsed, 0), simulated, from.when);
  move.high = curve_of(HazardMix(from.input.reference.curves, from.elapsed, kMostWeight), simulated, from.when);
  moves.push_back(std::move(move));
}

/// Classes of the same event: the lowest and the highest of them.
void add_classes(const MovesFrom& from, const std::vector<double>& simulated, std::vector<MovedCurve>& moves) {
  MovedCurve move = moved("class", "reference class", "the one chosen", "the one chosen", false);
  move.low = move.high = from.curve;
  for (const findings::ReferenceClass& other : from.input.others) {
    if (other.event != from.input.reference.event || other.id == from.input.reference.id) continue;
    const ForecastCurve curve = curve_of(HazardMix(other.curves, from.elapsed, from.weight), simulated, from.when);
    if (curve.by_day.back() < move.low.by_day.back()) {
      move.low = curve;
      move.move.low_is = other.name;
    }
    if (curve.by_day.back() > move.high.by_day.back()) {
      move.high = curve;
      move.move.high_is = other.name;
    }
  }
  if (move.low.by_day != move.high.by_day) moves.push_back(std::move(move));
}

}  // namespace

std::vector<MovedCurve> talks_moves(const MovesFrom& from, const base::Context& context) {
  if (from.weight <= 0) return {};
  const std::size_t step = std::max<std::size_t>(1, from.model.scenarios / kPathsForAMove);
  const std::size_t paths = std::clamp<std::size_t>(kPathsForAMove / from.model.scenarios, 1, kPathsOfAScenario);
  const HazardMix mix(from.input.reference.curves, from.elapsed, from.weight);
  const auto run = [&](const TalksVariation& variation) {
    const TalksTally tally = simulate_talks(from.model, variation, paths, step, {}, context);
    return curve_of(mix, share_by_week(tally.deal, tally.paths), from.when);
  };
  const ForecastCurve before = run({});
  std::vector<MovedCurve> moves;
  for (TalksMove& talks : TalksMoves(from.model).take()) {
    MovedCurve move = moved(std::move(talks.key), std::move(talks.what), std::move(talks.low_is), std::move(talks.high_is), true);
    move.low = shifted(from.curve, before, run(talks.low));
    move.high = shifted(from.curve, before, run(talks.high));
    moves.push_back(std::move(move));
  }
  return moves;
}

std::vector<MovedCurve> other_moves(const MovesFrom& from) {
  std::vector<MovedCurve> moves;
  const std::vector<double> simulated = share_by_week(from.tally.deal, from.tally.paths);
  if (from.weight > 0) add_zone(from, HazardMix(from.input.reference.curves, from.elapsed, from.weight), moves);
  if (from.input.kind == findings::BaseRate::Kind::kNone) return moves;
  if (from.weight < 1) add_class_errors(from, simulated, moves);
  add_weights(from, simulated, moves);
  if (from.weight < 1) add_classes(from, simulated, moves);
  return moves;
}

}  // namespace modus::timing

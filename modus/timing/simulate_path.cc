#include "modus/timing/simulate_path.h"

#include <algorithm>
#include <cmath>

#include "modus/timing/conventions.h"

namespace modus::timing {
namespace {

double between(double low, double high, double place) { return low + (high - low) * place; }

double within(const findings::TimingRates::Rate& rate, double place) { return between(rate.low, rate.high, place); }

/// The day of the first event of something that has this chance a month; infinite for none.
double first_day(double monthly_chance, double uniform) {
  if (monthly_chance >= 1) return 0;
  return kDaysInMonth * std::log(uniform) / std::log1p(-monthly_chance);
}

}  // namespace

PathRunner::PathRunner(const TalksModel& model, const TalksVariation& variation)
    : model_(model), variation_(variation), horizon_(model.horizon_days), luck_(model.parties.size()),
      impatience_(model.parties.size()), no_longer_stalls_(model.parties.size()), drift_(model.parties.size()),
      given_up_(model.parties.size()), windows_(model.packages.size()) {
  for (std::size_t k = 0; k < luck_.size(); ++k) {
    luck_[k].stated.resize(model.parties[k].limits.size());
    luck_[k].given_up.resize(model.parties[k].limits.size());
    given_up_[k].resize(model.parties[k].limits.size());
  }
}

// Every path draws the same numbers in the same order under every variation, the rounds' last.
PathEnd PathRunner::run(std::size_t n, std::size_t path) {
  base::RandomStream luck(model_.seed, "talks", n * kPathsOfAScenario + path);
  const double rounds = within(model_.rates.rounds, variation_.rounds.value_or(luck.uniform()));
  const double stalling_rate = within(model_.rates.stalling_ends, variation_.stalling_ends.value_or(luck.uniform()));
  const double taken = between(kTaken.low, kTaken.high, variation_.taken.value_or(luck.uniform()));
  PathEnd end = end_without_deal(luck);
  draw_parties(luck);
  std::vector<double> planned;
  for (const double day : model_.dates.planned_talks) {
    if (luck.chance(kPlannedTalksHappen)) planned.push_back(day);
  }
  place_limits(n);
  open_windows(n, stalling_rate);
  end.zone_by_horizon = model_.zone[n] != 0 || any_zone_;
  const double last = end.how == PathEnd::How::kGoesOn ? horizon_ : end.day;
  const double deal = any_window_ ? first_deal(luck, planned, rounds, taken, last) : kNever;
  if (deal > last) return end;
  return {PathEnd::How::kDeal, deal, end.zone_by_horizon};
}

PathEnd PathRunner::end_without_deal(base::RandomStream& luck) const {
  const double collapse = within(model_.rates.collapse, variation_.collapse.value_or(luck.uniform()));
  const double prevails = within(model_.rates.prevails, variation_.prevails.value_or(luck.uniform()));
  double collapses_on = first_day(collapse, luck.uniform());
  const double prevails_on = first_day(prevails, luck.uniform());
  for (const int deadline : model_.dates.deadlines) {
    if (luck.chance(kTalksEndAtDeadline)) collapses_on = std::min<double>(collapses_on, deadline);
  }
  if (std::min(collapses_on, prevails_on) > horizon_) return {};
  return collapses_on <= prevails_on ? PathEnd{PathEnd::How::kCollapsed, collapses_on, false} : PathEnd{PathEnd::How::kPrevailed, prevails_on, false};
}

void PathRunner::draw_parties(base::RandomStream& luck) {
  for (PartyLuck& party : luck_) {
    party.drift = luck.uniform();
    party.impatience = luck.uniform();
    party.stalling_ends = luck.uniform();
    for (std::size_t j = 0; j < party.stated.size(); ++j) {
      party.stated[j] = luck.uniform();
      party.given_up[j] = luck.uniform();
    }
  }
}

double PathRunner::rate_of(std::size_t n, std::size_t k) const {
  const std::size_t parties = luck_.size();
  const float* kept = model_.kept.data() + (n * parties + k) * parties;
  double sum = 0;
  std::size_t opponents = 0;
  for (std::size_t other = 0; other < parties; ++other) {
    if (other == k || !model_.parties[other].always_asked) continue;
    sum += concession_rate(impatience_[other], static_cast<double>(kept[other]));
    ++opponents;
  }
  return opponents == 0 ? impatience_[k] : sum / static_cast<double>(opponents);
}

/// When those against it would have given way, on the mean.
double PathRunner::exhausted_by(std::size_t n, std::size_t k) const {
  double sum = 0;
  std::size_t opponents = 0;
  for (std::size_t other = 0; other < luck_.size(); ++other) {
    if (other == k || !model_.parties[other].always_asked) continue;
    sum += HoldsOut{model_.parties[other].sure, rate_of(n, other)}.exhausted();
    ++opponents;
  }
  return opponents == 0 ? kNever : sum / static_cast<double>(opponents);
}

void PathRunner::place_limits(std::size_t n) {
  using Limits = TalksVariation::Limits;
  const std::size_t parties = luck_.size();
  for (std::size_t k = 0; k < parties; ++k) {
    const TalksParty& party = model_.parties[k];
    impatience_[k] = between(party.impatience_low, party.impatience_high, variation_.impatience.value_or(luck_[k].impatience));
  }
  for (std::size_t k = 0; k < parties; ++k) {
    const TalksParty& party = model_.parties[k];
    const std::uint64_t real = model_.real[n * parties + k];
    double others_exhausted = -1;
    double rate = 0;
    for (std::size_t j = 0; j < party.limits.size(); ++j) {
      const StatedLimit& limit = party.limits[j];
      double& given_up = given_up_[k][j];
      given_up = 0;
      if ((real & limit.bit) != 0 || luck_[k].stated[j] >= limit.stated || variation_.limits == Limits::kGivenUpAtOnce) continue;
      given_up = kNever;
      if (variation_.limits == Limits::kHeldToTheEnd) continue;
      if (others_exhausted < 0) {
        rate = rate_of(n, k);
        others_exhausted = exhausted_by(n, k);
      }
      const HoldsOut holds_out{std::clamp(limit.real, kLeastSure, 1 - kLeastSure), rate};
      const double months = rate > 0 ? month_of_giving_way(holds_out, others_exhausted, luck_[k].given_up[j]) : kNever;
      given_up = model_.clock.day_of(months * kDaysInMonth);
    }
  }
}

PathRunner::Window PathRunner::window_of(std::size_t n, std::size_t k, std::size_t x) const {
  const std::size_t row = n * luck_.size() + k;
  const TalksParty& party = model_.parties[k];
  if (party.asked[x] == 0) return {};
  if ((party.forbidden[x] & model_.real[row]) != 0) return {kNever, -1};
  Window window{no_longer_stalls_[k], kNever};
  const double gain = model_.gains[row * model_.packages.size() + x];
  if (gain < 0) window.first = drift_[k] > 0 ? std::max(window.first, -gain / drift_[k]) : kNever;
  if (gain >= 0 && drift_[k] < 0) window.last = -gain / drift_[k];
  return window;
}

void PathRunner::open_windows(std::size_t n, double stalling_rate) {
  const std::size_t parties = luck_.size();
  for (std::size_t k = 0; k < parties; ++k) {
    const TalksParty& party = model_.parties[k];
    drift_[k] = between(party.drift_low, party.drift_high, luck_[k].drift) * variation_.drift_factor / kDaysInMonth;
    no_longer_stalls_[k] = model_.stalling[n * parties + k] == 0 ? 0 : first_day(stalling_rate, luck_[k].stalling_ends);
  }
  any_window_ = any_zone_ = false;
  for (std::size_t x = 0; x < windows_.size(); ++x) {
    Window all;
    for (std::size_t k = 0; k < parties && could_ever(all); ++k) {
      const Window own = window_of(n, k, x);
      all = {std::max(all.first, own.first), std::min(all.last, own.last)};
    }
    any_zone_ = any_zone_ || could_ever(all);
    for (std::size_t k = 0; k < parties && could_ever(all); ++k) {
      const TalksParty& party = model_.parties[k];
      for (std::size_t j = 0; party.asked[x] != 0 && j < party.limits.size(); ++j) {
        if ((party.forbidden[x] & party.limits[j].bit) != 0) all.first = std::max(all.first, given_up_[k][j]);
      }
    }
    windows_[x] = all;
    any_window_ = any_window_ || could_ever(all);
  }
}

bool PathRunner::round_agrees(std::size_t round, double day) const {
  if (windows_.front().holds(day)) return true;
  const std::size_t others = windows_.size() - 1;
  for (std::size_t i = 0; i < std::min(kPackagesARound, others); ++i) {
    if (windows_[1 + (round * kPackagesARound + i) % others].holds(day)) return true;
  }
  return false;
}

double PathRunner::first_deal(base::RandomStream& luck, const std::vector<double>& planned, double rounds, double taken, double end) const {
  auto next_planned = planned.begin();
  double felt = 0;
  const auto next_at_rate = [&]() {
    felt += luck.exponential() / rounds * kDaysInMonth;
    return rounds > 0 ? model_.clock.day_of(felt) : kNever;
  };
  double at_rate = next_at_rate();
  for (std::size_t round = 0;; ++round) {
    const bool is_planned = next_planned != planned.end() && *next_planned <= at_rate;
    const double day = is_planned ? *next_planned++ : at_rate;
    if (day > end) return kNever;
    if (!is_planned) at_rate = next_at_rate();
    if (luck.chance(taken) && round_agrees(round, day)) return day;
  }
}

}  // namespace modus::timing

#include "modus/timing/fit_cure.h"

#include <nlopt.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>

namespace modus::timing {
namespace {

using findings::CureCurve;
using findings::Duration;
using Tail = CureCurve::Tail;

constexpr double kNever = std::numeric_limits<double>::infinity();

/// `count` processes whose event came on day `from` (from == to), between the two, or after `from` (to == kNever).
struct Observation {
  double from, to, count;
};
using Observations = std::vector<Observation>;

// Logarithms throughout: far out in a tail the numbers themselves are 0.

double log_waiting(const CureCurve& curve, double days) {
  if (days <= 0) return 0;
  if (curve.tail == Tail::kWeibull) return -std::pow(days / curve.scale, curve.shape);
  const double distance = (std::log(days) - curve.scale) / curve.shape;
  if (distance < 30) return std::log(std::erfc(distance / std::numbers::sqrt2) / 2);
  return -distance * distance / 2 - std::log(distance * std::sqrt(2 * std::numbers::pi));
}

double log_survival(const CureCurve& curve, double days) {
  const double waiting = log_waiting(curve, days);
  return curve.never > 0 ? std::log(curve.never + (1 - curve.never) * std::exp(waiting)) : waiting;
}

double log_density(const CureCurve& curve, double days) {
  const double comes = std::log1p(-curve.never);
  const double log_days = std::log(days);
  if (curve.tail == Tail::kWeibull) {
    const double turns = curve.shape * (log_days - std::log(curve.scale));
    return comes + std::log(curve.shape) + turns - log_days - std::exp(turns);
  }
  const double distance = (log_days - curve.scale) / curve.shape;
  return comes - distance * distance / 2 - log_days - std::log(curve.shape * std::sqrt(2 * std::numbers::pi));
}

double log_between(const CureCurve& curve, double from, double to) {
  const double before = log_waiting(curve, from);
  const double fell = -std::expm1(log_waiting(curve, to) - before);
  return std::log1p(-curve.never) + before + std::log(fell);
}

double log_chance(const CureCurve& curve, const Observation& seen) {
  if (seen.to == kNever) return log_survival(curve, seen.from);
  return seen.from == seen.to ? log_density(curve, seen.from) : log_between(curve, seen.from, seen.to);
}

double sum_over(const CureCurve& curve, const Observations& all) {
  double sum = 0;
  for (const Observation& seen : all) sum += seen.count * log_chance(curve, seen);
  return sum;
}

// One fit. Parameters: log shape, log of the scale (its logarithm is what a lognormal's scale is), never.

using Parameters = std::array<double, 3>;

CureCurve curve_of(Tail tail, const double* at, bool with_never) {
  const double scale = tail == Tail::kWeibull ? std::exp(at[1]) : at[1];
  return {tail, with_never ? at[2] : 0, std::exp(at[0]), scale, 0};
}

struct Search {
  Tail tail;
  bool with_never;
  const Observations& data;

  static double value(unsigned, const double* at, double*, void* search) {
    const Search& self = *static_cast<const Search*>(search);
    const double sum = sum_over(curve_of(self.tail, at, self.with_never), self.data);
    return std::isfinite(sum) ? sum : -1e300;
  }
};

/// Logarithms of days lie this far at most beyond those of the events' mean.
constexpr double kFarthest = 15;
constexpr double kMostNever = 0.999;

/// Climbs from `at` to a top nearby; gives its height.
double climb(Search& search, Parameters& at) {
  const unsigned count = search.with_never ? 3 : 2;
  const Parameters low = {std::log(kLeastShape), -kFarthest, 0}, high = {std::log(kMostShape), kFarthest, kMostNever};
  const std::unique_ptr<nlopt_opt_s, void (*)(nlopt_opt)> method(nlopt_create(NLOPT_LN_NELDERMEAD, count), nlopt_destroy);
  const Parameters step = {0.3, 0.5, 0.1};
  nlopt_set_max_objective(method.get(), Search::value, &search);
  nlopt_set_lower_bounds(method.get(), low.data());
  nlopt_set_upper_bounds(method.get(), high.data());
  nlopt_set_initial_step(method.get(), step.data());
  nlopt_set_xtol_rel(method.get(), 1e-9);
  nlopt_set_ftol_abs(method.get(), 1e-10);
  nlopt_set_maxeval(method.get(), 2000);
  double height = -1e300;
  nlopt_optimize(method.get(), at.data(), &height);
  return height;
}

struct Top {
  Parameters at = {};
  double height = -std::numeric_limits<double>::infinity();
};

void keep_higher(Search& search, Parameters start, Top& best) {
  const double height = climb(search, start);
  if (height > best.height) best = {start, height};
}

Top climb_from_all(Search& search) {
  Top best;
  for (const double shape : {0.5, 1.0, 2.0}) {
    for (const double scale : {0.0, 3.0}) {
      for (const double never : {0.1, 0.5}) {
        if (never == 0.1 || search.with_never) keep_higher(search, {std::log(shape), scale, never}, best);
      }
    }
  }
  return best;
}

/// A simplex may shrink short of the top: climbs anew from where it ended until that gains nothing.
Top climb_on(Search& search, Top best) {
  constexpr int kMostTimes = 5;
  for (int time = 0; time < kMostTimes; ++time) {
    const double before = best.height;
    keep_higher(search, best.at, best);
    if (best.height - before < 1e-8) break;
  }
  return best;
}

// Data in a unit of their own, so that neither the starts nor the bounds depend on the user's.

/// Mean logarithm of the days of the events.
double mean_log(const Observations& data) {
  double sum = 0, count = 0;
  for (const Observation& seen : data) {
    if (seen.to == kNever) continue;
    sum += seen.count * std::log(seen.to);
    count += seen.count;
  }
  return sum / count;
}

/// The rows of one day together, in the unit whose logarithm is given; by day.
Observations gather(Observations data, double log_unit) {
  const double unit = std::exp(log_unit);
  std::ranges::sort(data, [](const Observation& a, const Observation& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
  Observations gathered;
  for (const Observation& seen : data) {
    const Observation scaled{seen.from / unit, seen.to / unit, seen.count};
    if (!gathered.empty() && gathered.back().from == scaled.from && gathered.back().to == scaled.to) {
      gathered.back().count += seen.count;
    } else {
      gathered.push_back(scaled);
    }
  }
  return gathered;
}

/// Of more than `most` rows, days within one part in `parts` of each other become one.
Observations coarse(const Observations& data, std::size_t most, double parts) {
  if (data.size() <= most) return data;
  Observations rounded = data;
  for (Observation& seen : rounded) {
    const bool exact = seen.from == seen.to;
    if (seen.from > 0) seen.from = std::exp(std::round(std::log(seen.from) * parts) / parts);
    if (exact) seen.to = seen.from;
  }
  return gather(std::move(rounded), 0);
}

/// What is climbed on: first roughly, from all starts, then to the top.
struct Ground {
  Observations whole, fine, rough;
  explicit Ground(Observations data) : whole(std::move(data)), fine(coarse(whole, 50'000, 5'000)), rough(coarse(whole, 4'000, 200)) {}
};

CureFit fit_one(Tail tail, bool with_never, const Ground& ground, const Top* without) {
  Search quick{tail, with_never, ground.rough};
  Top top = climb_from_all(quick);
  if (without != nullptr) keep_higher(quick, {without->at[0], without->at[1], 0}, top);
  Search search{tail, with_never, ground.fine};
  top.height = Search::value(0, top.at.data(), nullptr, &search);
  top = climb_on(search, top);
  const CureCurve curve = curve_of(tail, top.at.data(), with_never);
  return {curve, with_never, sum_over(curve, ground.whole), 0};
}

Top top_of(const CureFit& fit) {
  const double scale = fit.curve.tail == Tail::kWeibull ? std::log(fit.curve.scale) : fit.curve.scale;
  return {{std::log(fit.curve.shape), scale, fit.curve.never}, fit.log_likelihood};
}

/// Back to days: `densities` is how many terms of the likelihood are densities.
void restore(CureFit& fit, double log_unit, double densities) {
  if (fit.curve.tail == Tail::kWeibull) fit.curve.scale *= std::exp(log_unit);
  if (fit.curve.tail == Tail::kLognormal) fit.curve.scale += log_unit;
  fit.log_likelihood -= densities * log_unit;
  fit.aic = 2 * (fit.with_never ? 3 : 2) - 2 * fit.log_likelihood;
}

void choose(CureFits& fits) {
  constexpr double kAlike = 4;
  constexpr double kBoundary = 2.706;  ///< 90 % point of chi-square with one degree of freedom, for twice the log ratio
  const auto better = [&](std::size_t a, std::size_t b) { return fits.all[b].aic < fits.all[a].aic ? b : a; };
  const std::size_t weibull = better(0, 1), lognormal = better(2, 3);
  const std::size_t first = better(weibull, lognormal), second = first == weibull ? lognormal : weibull;
  const double behind = fits.all[second].aic - fits.all[first].aic;
  const double weight = behind < kAlike ? std::round(100 / (1 + std::exp(-behind / 2))) / 100 : 1;
  fits.all[first].curve.weight = weight;
  fits.carried = {fits.all[first].curve};
  if (weight < 1) {
    fits.all[second].curve.weight = 1 - weight;
    fits.carried.push_back(fits.all[second].curve);
  }
  const std::size_t without = first == weibull ? 0 : 2;
  fits.never_told_apart = 2 * (fits.all[without + 1].log_likelihood - fits.all[without].log_likelihood) > kBoundary;
}

CureFits fit_all(const Observations& rows) {
  const double log_unit = mean_log(rows);
  const Ground ground(gather(rows, log_unit));
  double densities = 0;
  for (const Observation& seen : rows) densities += seen.from == seen.to ? seen.count : 0;
  CureFits fits;
  for (const Tail tail : {Tail::kWeibull, Tail::kLognormal}) {
    fits.all.push_back(fit_one(tail, false, ground, nullptr));
    const Top without = top_of(fits.all.back());
    fits.all.push_back(fit_one(tail, true, ground, &without));
  }
  for (CureFit& fit : fits.all) restore(fit, log_unit, densities);
  choose(fits);
  return fits;
}

Observation observation_of(const Duration& row) {
  constexpr double kFirst = 0.5;
  const double days = row.came && row.days == 0 ? kFirst : row.days;
  return {days, row.came ? days : kNever, 1};
}

Observations observations_of(const std::vector<Duration>& rows) {
  Observations all;
  all.reserve(rows.size());
  for (const Duration& row : rows) all.push_back(observation_of(row));
  return all;
}

base::Problem no_fit(std::string what, std::string fix) { return {{}, std::move(what), std::move(fix)}; }

}  // namespace

base::Result<CureFits> fit_cure(const std::vector<Duration>& rows) {
  std::size_t events = 0;
  double first = kNever, last = -kNever;
  for (const Duration& row : rows) {
    if (!(row.days >= 0 && row.days < kNever)) return no_fit("a duration is below 0 or no number", "count days from 0");
    if (!row.came) continue;
    ++events;
    first = std::min(first, row.days);
    last = std::max(last, row.days);
  }
  if (events < kLeastEvents) {
    return no_fit("the event came in " + std::to_string(events) + " of " + std::to_string(rows.size()) + " rows: too few for a curve",
                  "give at least " + std::to_string(kLeastEvents) + " processes that came to it, or judge the chances yourself");
  }
  if (first == last) return no_fit("all events came on one day: no curve goes through that", "give processes that took longer and shorter");
  return fit_all(observations_of(rows));
}

base::Result<CureFits> fit_cure(double count, const std::vector<std::pair<double, double>>& chances) {
  Observations all;
  double days = 0, before = 0;
  for (const auto& [day, chance] : chances) {
    if (!(day > days && day < kNever && chance >= before && chance <= 1)) {
      return no_fit("the chances do not rise with the days within 0..1", "give days and chances in rising order");
    }
    if (chance > before) all.push_back({days, day, count * (chance - before)});
    days = day;
    before = chance;
  }
  if (all.size() < 2 || !(count >= 1)) return no_fit("the table is too short for a curve", "give a count and two or more days");
  if (before < 1) all.push_back({days, kNever, count * (1 - before)});
  return fit_all(all);
}

double log_likelihood(const CureCurve& curve, const std::vector<Duration>& rows) { return sum_over(curve, observations_of(rows)); }

}  // namespace modus::timing

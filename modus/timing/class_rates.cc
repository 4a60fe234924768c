#include "modus/timing/class_rates.h"

#include <algorithm>
#include <cmath>

#include "modus/timing/cure_curve.h"
#include "modus/timing/fit_cure.h"
#include "modus/timing/kaplan_meier.h"

namespace modus::timing {
namespace {

using findings::ClassRates;
using findings::CureCurve;
using findings::ObservedChance;
using findings::ReferenceClass;

/// Widens low..high of `chance` to Wilson's interval for a share `by_one` of `count`.
void widen(ObservedChance& chance, double by_one, double count) {
  constexpr double kSquare = 1.6448536269514722 * 1.6448536269514722;
  const double inner = kSquare * (by_one * (1 - by_one) * count + kSquare / 4);
  const double middle = by_one * count + kSquare / 2, all = count + kSquare;
  chance.low = std::min(chance.low, std::max(0.0, (middle - std::sqrt(inner)) / all));
  chance.high = std::max(chance.high, std::min(1.0, (middle + std::sqrt(inner)) / all));
}

constexpr double kLongest = 200 * 365.25;

std::optional<double> median_of(const ReferenceClass& reference, double elapsed) {
  if (chance_within(reference.curves, elapsed, kLongest) < 0.5) return std::nullopt;
  double low = 0, high = kLongest;
  while (high - low > 1e-6 * high) {
    const double middle = (low + high) / 2;
    (chance_within(reference.curves, elapsed, middle) < 0.5 ? low : high) = middle;
  }
  return high;
}

/// Days at even steps of their logarithm, from 1 to a little beyond the last that was observed.
void draw(ClassRates& rates) {
  constexpr int kPoints = 60;
  const ReferenceClass& reference = rates.reference;
  const double last = reference.observed.empty() ? 365 : reference.observed.back().days * 1.2;
  const double from = std::min(1.0, last / 2);
  for (int point = 0; point <= kPoints; ++point) {
    const double days = from * std::pow(last / from, static_cast<double>(point) / kPoints);
    std::vector<double> chances;
    for (const CureCurve& curve : reference.curves) chances.push_back(1 - survival(curve, days));
    rates.drawn.emplace_back(days, std::move(chances));
  }
}

std::vector<ObservedChance> thinned(std::vector<ObservedChance> steps) {
  constexpr double kApart = 0.001;
  constexpr std::size_t kLong = 1000;
  if (steps.size() <= kLong) return steps;
  std::vector<ObservedChance> kept = {steps.front()};
  for (const ObservedChance& step : steps) {
    if (step.chance - kept.back().chance >= kApart) kept.push_back(step);
  }
  if (kept.back().days < steps.back().days) kept.push_back(steps.back());
  return kept;
}

std::string caution_of(const findings::DurationTable& table, std::size_t events) {
  constexpr std::size_t kFew = 30;
  std::string caution = "Your own table: who is in it, and who is not, decides what it says.";
  if (events < kFew) caution += " It rests on " + std::to_string(events) + " events.";
  if (events == table.rows.size()) caution += " All processes in it came to the event: were those that did not left out, it is too hopeful.";
  return caution;
}

}  // namespace

ObservedChance chance_of(const ReferenceClass& reference, double elapsed, double days) {
  const double together = chance_within(reference.curves, elapsed, days);
  const double going = static_cast<double>(reference.count) * survival(reference.curves, elapsed);
  ObservedChance chance{days, together, together, together};
  for (const CureCurve& curve : reference.curves) {
    const double alone = chance_within({{curve.tail, curve.never, curve.shape, curve.scale, 1}}, elapsed, days);
    chance.low = std::min(chance.low, alone);
    chance.high = std::max(chance.high, alone);
    if (reference.count > 0) widen(chance, alone, going);
  }
  return chance;
}

ClassRates rates_of(const ReferenceClass& reference, double elapsed) {
  ClassRates rates;
  rates.reference = reference;
  rates.elapsed_days = elapsed;
  for (const double days : {7.0, 30.0, 90.0, 180.0, 365.0, 730.0}) rates.chances.push_back(chance_of(reference, elapsed, days));
  rates.median_days = median_of(reference, elapsed);
  rates.never = never_given(reference.curves, elapsed);
  rates.beyond_data = !reference.observed.empty() && elapsed > reference.observed.back().days;
  draw(rates);
  return rates;
}

base::Result<OwnClass> class_of(const findings::DurationTable& table) {
  auto fitted = fit_cure(table.rows);
  if (!fitted.ok()) {
    base::Problems problems = fitted.problems();
    for (base::Problem& problem : problems) problem.where.file = table.file;
    return problems;
  }
  OwnClass own;
  ReferenceClass& reference = own.reference;
  reference.id = "own";
  reference.name = table.file;
  reference.from = "start of the clock in " + table.file;
  reference.event = "the event of " + table.file;
  reference.source = table.file + ", sha256 " + table.sha256;
  reference.count = table.rows.size();
  for (const findings::Duration& row : table.rows) reference.events += row.came ? 1U : 0U;
  reference.caution = caution_of(table, reference.events);
  reference.observed = thinned(kaplan_meier(table.rows));
  reference.curves = std::move(fitted.value().carried);
  own.fits = std::move(fitted.value().all);
  own.never_told_apart = fitted.value().never_told_apart;
  return own;
}

}  // namespace modus::timing

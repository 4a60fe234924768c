#include "modus/timing/talk_rates.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "modus/timing/conventions.h"

namespace modus::timing {
namespace {

using case_model::Case;
using case_model::Day;
using case_model::TimelineEvent;
using Rate = findings::TimingRates::Rate;

int days_after(Day day, Day start) { return static_cast<int>((day - start).count()); }

/// The regularised lower incomplete gamma function, by its series.
double gamma_below(double shape, double x) {
  if (x <= 0) return 0;
  double term = 1 / shape;
  double sum = term;
  for (double n = shape + 1; term > sum * 1e-16; ++n) sum += term *= x / n;
  return std::min(1.0, sum * std::exp(shape * std::log(x) - x - std::lgamma(shape)));
}

Rate judged_or(const std::optional<base::Interval>& judged, const RateRange& convention) {
  if (!judged) return {convention.low, convention.high, true, "a convention of the program"};
  return {judged->low.value(), judged->high.value(), false, "judged"};
}

std::string count_words(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

Rate rounds_on_record(const Case& subject) {
  std::size_t rounds = 0;
  Day first = subject.as_of;
  for (const TimelineEvent& event : subject.timeline) {
    if (event.kind != "talks" || event.planned || event.on.first > subject.as_of) continue;
    ++rounds;
    first = std::min(first, event.on.first);
  }
  const int days = days_after(subject.as_of, first);
  const double later = rounds == 0 ? 0 : static_cast<double>(rounds - 1);
  const double shape = kRoundsShape + later;
  const double months = kRoundsMonths + days / kDaysInMonth;
  Rate rate{gamma_quantile(shape, 0.05) / months, gamma_quantile(shape, 0.95) / months, rounds == 0, ""};
  rate.from = "a convention of the program: no talks are on record";
  if (rounds == 0) return rate;
  const auto whole_days = static_cast<std::size_t>(days);
  rate.from = count_words(rounds, "round", "rounds") + " of talks in the " + count_words(whole_days, "day", "days") + " since the first";
  return rate;
}

}  // namespace

double gamma_quantile(double shape, double p) {
  double low = 0;
  double high = shape + 1;
  while (gamma_below(shape, high) < p) high *= 2;
  while (high - low > 1e-10 * high) {
    const double middle = (low + high) / 2;
    (gamma_below(shape, middle) < p ? low : high) = middle;
  }
  return (low + high) / 2;
}

DatesAhead dates_ahead(const Case& subject, int horizon_days) {
  DatesAhead ahead;
  for (const TimelineEvent& event : subject.timeline) {
    const int day = days_after(event.on.last, subject.as_of);
    if (event.kind == "talks" && event.planned && day >= 0 && day <= horizon_days) ahead.planned_talks.push_back(day == 0 ? 0.5 : day);
    if (event.kind == "deadline" && day > 0 && day <= horizon_days + kDaysBeforeDeadline) ahead.deadlines.push_back(day);
  }
  std::ranges::sort(ahead.planned_talks);
  std::ranges::sort(ahead.deadlines);
  return ahead;
}

findings::TimingRates rates_of(const Case& subject, const base::IndexedVector<case_model::PartyIndex, char>& asked) {
  const case_model::ForecastSettings& settings = subject.forecast;
  findings::TimingRates rates;
  rates.rounds = settings.rounds ? judged_or(settings.rounds, {}) : rounds_on_record(subject);
  rates.collapse = judged_or(settings.collapse, kCollapse);
  rates.prevails = judged_or(settings.prevails, kPrevails);
  rates.stalling_ends = judged_or(settings.stalling_ends, kStallingEnds);
  rates.impatience.assign(subject.parties.size(), {});
  for (const auto party : subject.parties.indices()) {
    if (asked[party] != 0) rates.impatience[party] = judged_or(subject.judgments[party].impatience, kImpatience);
  }
  return rates;
}

}  // namespace modus::timing

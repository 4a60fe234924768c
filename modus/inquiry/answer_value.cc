#include "modus/inquiry/answer_value.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace modus::inquiry {
namespace {

using findings::Candour;
using zone::ScenarioSet;
using HalfCounts = std::array<std::size_t, 2>;

std::size_t count_common(const ScenarioSet& a, const ScenarioSet& b) {
  int count = 0;
  for (std::size_t w = 0; w < a.size(); ++w) count += std::popcount(a[w] & b[w]);
  return static_cast<std::size_t>(count);
}

HalfCounts count_in_halves(const ScenarioSet& set, const Halves& halves) {
  const std::size_t even = count_common(set, halves.members[0]);
  return {even, zone::count_bits(set) - even};
}

ScenarioSet both(ScenarioSet a, const ScenarioSet& b) {
  for (std::size_t w = 0; w < a.size(); ++w) a[w] &= b[w];
  return a;
}

/// The position with the highest score, the earlier on ties.
template <class Score>
std::size_t best_of(std::size_t packages, Score score) {
  std::size_t best = 0;
  for (std::size_t x = 1; x < packages; ++x) {
    if (score(x) > score(best)) best = x;
  }
  return best;
}

double ratio(double part, double whole) { return whole <= 0 ? 0 : part / whole; }
double ratio(std::size_t part, std::size_t whole) { return ratio(static_cast<double>(part), static_cast<double>(whole)); }
std::size_t total(const HalfCounts& counts) { return counts[0] + counts[1]; }
double mean(const std::array<double, 2>& halves) { return (halves[0] + halves[1]) / 2; }

double heard_yes(const Candour& candour, std::size_t with, std::size_t all) {
  return candour.yes(static_cast<double>(with), static_cast<double>(all));
}
double heard_no(const Candour& candour, std::size_t with, std::size_t all) {
  return candour.no(static_cast<double>(with), static_cast<double>(all));
}

/// How often the packages chosen on one half are accepted in the other, by what is heard.
struct CrossWeights {
  double with_yes = 0, with_no = 0, at_all = 0;
};

CrossWeights cross_weights(const AnswerCounts& counts, const ShortList& list, const Candour& candour, std::size_t valuer) {
  const std::size_t chooser = 1 - valuer, packages = list.counts.size();
  const auto yes = [&](std::size_t x, std::size_t half) { return heard_yes(candour, counts.with_yes[x][half], list.counts[x][half]); };
  const auto no = [&](std::size_t x, std::size_t half) { return heard_no(candour, counts.with_yes[x][half], list.counts[x][half]); };
  const std::size_t if_yes = best_of(packages, [&](std::size_t x) { return yes(x, chooser); });
  const std::size_t if_no = best_of(packages, [&](std::size_t x) { return no(x, chooser); });
  const std::size_t any = best_of(packages, [&](std::size_t x) { return list.counts[x][chooser]; });
  return {yes(if_yes, valuer), no(if_no, valuer), static_cast<double>(list.counts[any][valuer])};
}

/// Gains are sums of shares; less than this is rounding.
constexpr double kRounding = 1e-12;

double plogp(double part, double whole) { return part <= 0 ? 0 : part * std::log2(part / whole); }

}  // namespace

Halves halves_of(std::size_t scenarios, int chains) {
  Halves halves;
  halves.members.fill(ScenarioSet((scenarios + 63) / 64, 0));
  const auto count = static_cast<std::size_t>(chains);
  for (std::size_t chain = 0; chain < count; ++chain) {
    const std::size_t first = chain * scenarios / count, end = (chain + 1) * scenarios / count;
    for (std::size_t s = first; s < end; ++s) {
      const std::size_t half = (s - first) % 2;
      halves.members[half][s / 64] |= zone::Word{1} << (s % 64);
      ++halves.sizes[half];
    }
  }
  return halves;
}

void ShortList::add(ScenarioSet accepted_in) {
  counts.push_back(count_in_halves(accepted_in, halves));
  accepted.push_back(std::move(accepted_in));
}

AnswerCounts count_answers(const ScenarioSet& yes, const ShortList& list) {
  const ScenarioSet yes_even = both(yes, list.halves.members[0]);
  const ScenarioSet yes_odd = both(yes, list.halves.members[1]);
  AnswerCounts counts;
  counts.yeses = count_in_halves(yes, list.halves);
  counts.with_yes.reserve(list.accepted.size());
  for (const ScenarioSet& accepted : list.accepted) {
    counts.with_yes.push_back({count_common(accepted, yes_even), count_common(accepted, yes_odd)});
  }
  return counts;
}

AnswerValue value_of_answer(const AnswerCounts& counts, const ShortList& list, const Candour& candour) {
  const HalfCounts& sizes = list.halves.sizes;
  std::array<double, 2> gain{}, if_yes{}, if_no{};
  for (std::size_t half = 0; half < 2; ++half) {
    const CrossWeights weights = cross_weights(counts, list, candour, half);
    const auto size = static_cast<double>(sizes[half]);
    gain[half] = ratio(weights.with_yes + weights.with_no, size) - ratio(weights.at_all, size);
    if_yes[half] = ratio(weights.with_yes, heard_yes(candour, counts.yeses[half], sizes[half]));
    if_no[half] = ratio(weights.with_no, heard_no(candour, counts.yeses[half], sizes[half]));
  }
  AnswerValue value;
  const auto scenarios = static_cast<double>(total(sizes));
  value.chance_yes = ratio(heard_yes(candour, total(counts.yeses), total(sizes)), scenarios);
  value.gain = mean(gain) < kRounding ? 0 : mean(gain);
  value.best_if_yes = mean(if_yes);
  value.best_if_no = mean(if_no);
  value.package_if_yes = best_of(list.counts.size(), [&](std::size_t x) {
    return heard_yes(candour, total(counts.with_yes[x]), total(list.counts[x]));
  });
  value.package_if_no = best_of(list.counts.size(), [&](std::size_t x) {
    return heard_no(candour, total(counts.with_yes[x]), total(list.counts[x]));
  });
  return value;
}

AnswerValue value_of_answer(const ScenarioSet& yes, const ShortList& list) {
  return value_of_answer(count_answers(yes, list), list, Candour{});
}

double perfect_value(const ScenarioSet& zone, const ShortList& list) {
  const HalfCounts zones = count_in_halves(zone, list.halves);
  std::array<double, 2> gain{};
  for (std::size_t half = 0; half < 2; ++half) {
    const std::size_t any =
        best_of(list.counts.size(), [&](std::size_t x) { return list.counts[x][1 - half]; });
    gain[half] =
        ratio(zones[half], list.halves.sizes[half]) - ratio(list.counts[any][half], list.halves.sizes[half]);
  }
  return mean(gain);
}

double bits_about(const ScenarioSet& yes, const ScenarioSet& event, std::size_t scenarios, const Candour& candour) {
  const std::size_t yeses = zone::count_bits(yes), events = zone::count_bits(event), common = count_common(yes, event);
  const double yes_in = heard_yes(candour, common, events), no_in = heard_no(candour, common, events);
  const double yes_out = heard_yes(candour, yeses - common, scenarios - events), no_out = heard_no(candour, yeses - common, scenarios - events);
  const auto all = static_cast<double>(scenarios), in = static_cast<double>(events);
  const double joint = plogp(yes_in, all) + plogp(no_in, all) + plogp(yes_out, all) + plogp(no_out, all);
  const double apart = plogp(yes_in + yes_out, all) + plogp(no_in + no_out, all) + plogp(in, all) + plogp(all - in, all);
  const double bits = (joint - apart) / all;
  return bits < kRounding ? 0 : bits;
}

double correlation(const ScenarioSet& a, const ScenarioSet& b, std::size_t scenarios) {
  const auto n = static_cast<double>(scenarios);
  const double mean_a = static_cast<double>(zone::count_bits(a)) / n;
  const double mean_b = static_cast<double>(zone::count_bits(b)) / n;
  const double spread = mean_a * (1 - mean_a) * mean_b * (1 - mean_b);
  if (spread <= 0) return 0;
  return (static_cast<double>(count_common(a, b)) / n - mean_a * mean_b) / std::sqrt(spread);
}

}  // namespace modus::inquiry

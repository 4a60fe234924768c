#include "modus/inquiry/answer_value.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace modus::inquiry {
namespace {

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

/// In how many scenarios of each half each package is accepted and the answer is yes.
std::vector<HalfCounts> count_with_yes(const ScenarioSet& yes, const ShortList& list) {
  const ScenarioSet yes_even = both(yes, list.halves.members[0]);
  const ScenarioSet yes_odd = both(yes, list.halves.members[1]);
  std::vector<HalfCounts> counts;
  counts.reserve(list.accepted.size());
  for (const ScenarioSet& accepted : list.accepted) {
    counts.push_back({count_common(accepted, yes_even), count_common(accepted, yes_odd)});
  }
  return counts;
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

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}
std::size_t total(const HalfCounts& counts) { return counts[0] + counts[1]; }
double mean(const std::array<double, 2>& halves) { return (halves[0] + halves[1]) / 2; }

/// In how many scenarios of one half the packages chosen on the other are accepted.
struct CrossCounts {
  std::size_t with_yes = 0, with_no = 0, at_all = 0;
};

CrossCounts cross_counts(const std::vector<HalfCounts>& with_yes, const ShortList& list, std::size_t valuer) {
  const std::size_t chooser = 1 - valuer;
  const auto with_no = [&](std::size_t x, std::size_t half) {
    return list.counts[x][half] - with_yes[x][half];
  };
  const std::size_t if_yes = best_of(with_yes.size(), [&](std::size_t x) { return with_yes[x][chooser]; });
  const std::size_t if_no = best_of(with_yes.size(), [&](std::size_t x) { return with_no(x, chooser); });
  const std::size_t any = best_of(with_yes.size(), [&](std::size_t x) { return list.counts[x][chooser]; });
  return {with_yes[if_yes][valuer], with_no(if_no, valuer), list.counts[any][valuer]};
}

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

AnswerValue value_of_answer(const ScenarioSet& yes, const ShortList& list) {
  const std::vector<HalfCounts> with_yes = count_with_yes(yes, list);
  const HalfCounts yeses = count_in_halves(yes, list.halves);
  const HalfCounts& sizes = list.halves.sizes;
  std::array<double, 2> gain{}, if_yes{}, if_no{};
  for (std::size_t half = 0; half < 2; ++half) {
    const CrossCounts counts = cross_counts(with_yes, list, half);
    gain[half] = ratio(counts.with_yes + counts.with_no, sizes[half]) - ratio(counts.at_all, sizes[half]);
    if_yes[half] = ratio(counts.with_yes, yeses[half]);
    if_no[half] = ratio(counts.with_no, sizes[half] - yeses[half]);
  }
  AnswerValue value;
  value.chance_yes = ratio(total(yeses), total(sizes));
  value.gain = std::max(0.0, mean(gain));
  value.best_if_yes = mean(if_yes);
  value.best_if_no = mean(if_no);
  value.package_if_yes = best_of(with_yes.size(), [&](std::size_t x) { return total(with_yes[x]); });
  value.package_if_no =
      best_of(with_yes.size(), [&](std::size_t x) { return total(list.counts[x]) - total(with_yes[x]); });
  return value;
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

double correlation(const ScenarioSet& a, const ScenarioSet& b, std::size_t scenarios) {
  const auto n = static_cast<double>(scenarios);
  const double mean_a = static_cast<double>(zone::count_bits(a)) / n;
  const double mean_b = static_cast<double>(zone::count_bits(b)) / n;
  const double spread = mean_a * (1 - mean_a) * mean_b * (1 - mean_b);
  if (spread <= 0) return 0;
  return (static_cast<double>(count_common(a, b)) / n - mean_a * mean_b) / std::sqrt(spread);
}

}  // namespace modus::inquiry

#include "modus/inquiry/headline.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "modus/blockers/issue_effects.h"
#include "modus/blockers/openings.h"
#include "modus/blockers/sticking_points.h"
#include "modus/blockers/unblocking.h"
#include "modus/preference/draw.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/share.h"

namespace modus::inquiry {
namespace {

using case_model::Case;
using findings::Headline;
using findings::HeadlineMovement;
using findings::Movement;
using findings::NamedEffect;
using findings::NamedMovement;
using zone::PackageIndex;
using zone::PackageList;
using zone::ScenarioSet;
using zone::Word;

bool has(const ScenarioSet& set, std::size_t member) { return (set[member / 64] >> (member % 64) & 1U) != 0; }
void add(ScenarioSet& set, std::size_t member) { set[member / 64] |= Word{1} << (member % 64); }
ScenarioSet no_scenarios(std::size_t count) { return ScenarioSet((count + 63) / 64, 0); }

ScenarioSet odd_places(std::size_t count, int chains) {
  ScenarioSet odd = no_scenarios(count);
  const auto cut = static_cast<std::size_t>(std::max(chains, 1));
  for (std::size_t chain = 0; chain < cut; ++chain) {
    for (std::size_t s = chain * count / cut + 1; s < (chain + 1) * count / cut; s += 2) add(odd, s);
  }
  return odd;
}

/// Packages that some scenario accepts, by number; of more than kWeighedPackages those accepted most often.
std::vector<PackageIndex> short_list(const PackageList& list, const zone::ZoneScan& scan) {
  std::vector<PackageIndex> packages;
  for (std::size_t i = 0; i < scan.even.size(); ++i) {
    if (scan.joint(PackageIndex(i)) > 0) packages.emplace_back(i);
  }
  const auto by_number = [&](PackageIndex a, PackageIndex b) { return list.number_at(a) < list.number_at(b); };
  if (packages.size() > kWeighedPackages) {
    std::nth_element(packages.begin(), packages.begin() + kWeighedPackages, packages.end(), [&](PackageIndex a, PackageIndex b) {
      return scan.joint(a) != scan.joint(b) ? scan.joint(a) > scan.joint(b) : by_number(a, b);
    });
    packages.resize(kWeighedPackages);
  }
  std::sort(packages.begin(), packages.end(), by_number);
  return packages;
}

constexpr std::uint32_t kNotListed = UINT32_MAX;

/// Which scenarios accept each package of the short list, by one more walk through those that have a zone.
std::vector<ScenarioSet> accepting_scenarios(const zone::Acceptance& acceptance, const zone::ZoneScan& scan,
                                             const std::vector<PackageIndex>& listed, const base::Context& context) {
  const PackageList& list = acceptance.list();
  std::vector<std::uint32_t> place(list.blocks() * list.bits_per_block(), kNotListed);
  for (std::uint32_t i = 0; i < listed.size(); ++i) place[listed[i].value] = i;
  const std::size_t words = scan.zone.size();
  // A task has 64 scenarios, so no two write to one word.
  std::vector<ScenarioSet> accepting(listed.size(), ScenarioSet(words, 0));
  base::parallel_for(context.threads, words, [&](std::size_t word) {
    if (scan.zone[word] == 0 || context.stop()) return;
    zone::BlockScanner scanner(acceptance, {});
    zone::for_each_bit({&scan.zone[word], 1}, [&](std::size_t bit) {
      scanner.load(word * 64 + bit);
      for (std::size_t block = 0; block < list.blocks(); ++block) {
        scanner.open(block);
        zone::for_each_bit(scanner.all(), [&](std::size_t package) {
          const std::uint32_t at = place[block * list.bits_per_block() + package];
          if (at != kNotListed) accepting[at][word] |= Word{1} << bit;
        });
      }
    });
  });
  return accepting;
}

void measure_effects(const zone::DrawnCase& drawn, std::size_t most, const base::Context& context, Measures& measures) {
  const auto& [subject, standing, acceptance] = drawn;
  const std::vector<findings::StickingPoint> points = blockers::list_sticking_points(subject, standing, acceptance);
  const blockers::PackageClasses classes(acceptance, points);
  blockers::ScenarioChoice choice =
      blockers::choose_scenarios(acceptance.list().package_count(), classes.class_words(), acceptance.scenario_count());
  choice.stride = std::max(choice.stride, (measures.count + most - 1) / most);
  choice.count = (measures.count + choice.stride - 1) / choice.stride;
  // Effects of single points ask for openings of one point alone, and those are the smallest.
  const auto openings = blockers::find_openings(acceptance, points, classes, choice, std::max<std::size_t>(points.size(), 1), context);
  measures.stride = choice.stride;
  measures.effect_count = choice.count;
  measures.points = points;
  measures.limits = standing.limits;
  measures.opened_by_point = blockers::opened_alone(openings, points.size());
  measures.opened_by_issue = blockers::opened_by_issue(subject, acceptance, openings, choice, context);
}

findings::NamedPackage name_package(const Case& subject, const case_model::Package& package) {
  findings::NamedPackage named;
  for (const case_model::IssueIndex issue : subject.issues.indices()) {
    named.emplace_back(subject.issues[issue].id, subject.issues[issue].options[package[issue]].id);
  }
  return named;
}

/// How scenarios count: each as one, or by its weight.
class Weighing {
 public:
  Weighing(const Measures& measures, const std::vector<double>& weights) : measures_(measures), weights_(weights) {}

  [[nodiscard]] double weight(std::size_t scenario) const { return weights_.empty() ? 1 : weights_[scenario]; }

  [[nodiscard]] findings::Share share(const ScenarioSet& set) const {
    if (weights_.empty()) return zone::share_of(set, measures_.count, measures_.chains);
    return zone::weighted_share(set, weights_, measures_.chains);
  }
  /// Of a set of every stride-th scenario.
  [[nodiscard]] findings::Share effect_share(const ScenarioSet& set) const {
    if (weights_.empty()) return zone::share_of(set, measures_.effect_count, measures_.chains);
    std::vector<double> chosen;
    for (std::size_t s = 0; s < measures_.count; s += measures_.stride) chosen.push_back(weights_[s]);
    return zone::weighted_share(set, chosen, measures_.chains);
  }
  [[nodiscard]] double mean(const std::vector<std::uint32_t>& numbers) const {
    double sum = 0, all = 0;
    for (std::size_t s = 0; s < numbers.size(); ++s) {
      sum += weight(s) * numbers[s];
      all += weight(s);
    }
    return all > 0 ? sum / all : 0;
  }

 private:
  const Measures& measures_;
  const std::vector<double>& weights_;
};

struct Halves {
  double even = 0, odd = 0;
};

/// Weight of the scenarios of a set, at even and at odd places.
Halves weigh(const ScenarioSet& set, const ScenarioSet& odd, const std::vector<double>& weights) {
  Halves sums;
  zone::for_each_bit(set, [&](std::size_t s) { (has(odd, s) ? sums.odd : sums.even) += weights[s]; });
  return sums;
}

bool is_lowest_package(const case_model::Package& package) {
  return std::all_of(package.begin(), package.end(), [](case_model::OptionIndex option) { return option.value == 0; });
}

/// Corrected, and the best package, under weights.
void choose_best(const Measures& measures, const std::vector<double>& weights, Headline& headline) {
  headline.best = name_package(*measures.subject, measures.best);
  if (measures.packages.empty()) return;
  Halves all;
  for (std::size_t s = 0; s < weights.size(); ++s) (has(measures.odd, s) ? all.odd : all.even) += weights[s];
  std::size_t best = 0, by_even = 0, by_odd = 0;
  std::vector<Halves> sums;
  for (const ScenarioSet& set : measures.accepted_by_all) sums.push_back(weigh(set, measures.odd, weights));
  for (std::size_t i = 1; i < sums.size(); ++i) {
    if (sums[i].even + sums[i].odd > sums[best].even + sums[best].odd) best = i;
    if (sums[i].even > sums[by_even].even) by_even = i;
    if (sums[i].odd > sums[by_odd].odd) by_odd = i;
  }
  headline.best = name_package(*measures.subject, measures.packages[best]);
  const double zone = headline.zone_probability.value;
  const bool both = all.even > 0 && all.odd > 0;
  // A half that accepts nothing chooses the lowest package of all, which need not be on the short list.
  const bool lowest_listed = is_lowest_package(measures.packages.front());
  const double from_even = sums[by_even].even > 0 || lowest_listed ? sums[by_even].odd : 0;
  const double from_odd = sums[by_odd].odd > 0 || lowest_listed ? sums[by_odd].even : 0;
  headline.best_joint_acceptance = both ? std::min(zone, (from_even / all.odd + from_odd / all.even) / 2) : zone;
}

/// The name of a limit in another case; nothing where it has none that forbids the same.
std::optional<std::string> name_in(const Case& after, const case_model::Standing& standing, const case_model::Limit& limit) {
  for (const case_model::LimitIndex index : standing.limits_of[limit.party]) {
    const case_model::Limit& other = standing.limits[index.value];
    if (other.forbids != limit.forbids && !same_meaning(other.forbids, limit.forbids, after.issues)) continue;
    return after.parties[limit.party].id + ":" + after.statements[other.statements.front()].id;
  }
  return std::nullopt;
}

/// `effects` are those of the points, in their order.
std::vector<NamedEffect> renamed(const Measures& measures, const Case& after, const std::vector<NamedEffect>& effects) {
  const case_model::Standing standing = weigh_statements(after);
  std::vector<NamedEffect> kept;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const findings::StickingPoint& point = measures.points[i];
    const bool limit = point.kind == findings::StickingPoint::Kind::kLimit;
    const auto name = limit ? name_in(after, standing, measures.limits[point.limit.value]) : std::optional(point.id);
    if (name) kept.push_back({*name, effects[i].unblocking_effect});
  }
  return kept;
}

void sort_effects(std::vector<NamedEffect>& effects) {
  std::sort(effects.begin(), effects.end(), [](const NamedEffect& a, const NamedEffect& b) {
    const double more = a.unblocking_effect.value, less = b.unblocking_effect.value;
    return more != less ? more > less : a.id < b.id;
  });
}

/// All but the best package; sticking points in the order of the measures.
Headline count_headline(const Measures& measures, const std::vector<double>& weights) {
  const Weighing weighing(measures, weights);
  const Case& subject = *measures.subject;
  Headline headline;
  headline.zone_probability = weighing.share(measures.zone);
  for (std::size_t k = 0; k < measures.parties.size(); ++k) {
    const double accepted = weighing.mean(measures.accepted[k]) / static_cast<double>(measures.package_count);
    headline.parties.push_back({subject.parties[measures.parties[k]].id, accepted, weighing.share(measures.zone_without[k])});
  }
  for (std::size_t i = 0; i < measures.points.size(); ++i) {
    headline.sticking_points.push_back({measures.points[i].id, weighing.effect_share(measures.opened_by_point[i])});
  }
  for (const case_model::IssueIndex issue : subject.issues.indices()) {
    headline.hardest_issues.push_back({subject.issues[issue].id, weighing.effect_share(measures.opened_by_issue[issue.value])});
  }
  sort_effects(headline.hardest_issues);
  headline.package_count = measures.package_count;
  headline.scenarios = measures.count;
  headline.effect_scenarios = measures.effect_count;
  return headline;
}

/// Standard deviation over the square root of how many independent numbers there are.
double error_of_mean(const std::vector<double>& numbers, double independent) {
  const auto count = static_cast<double>(numbers.size());
  const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / count;
  double squares = 0;
  for (const double number : numbers) squares += (number - mean) * (number - mean);
  return std::sqrt(squares / count / std::max(independent, 1.0));
}

template <class Entry, class Value>
std::vector<NamedMovement> named_movements(const std::vector<Entry>& before, const std::vector<Entry>& after, Value value) {
  std::vector<NamedMovement> moved;
  for (const Entry& now : after) {
    const auto was = std::find_if(before.begin(), before.end(), [&](const Entry& other) { return other.id == now.id; });
    if (was != before.end()) moved.push_back({now.id, value(now) - value(*was)});
  }
  std::sort(moved.begin(), moved.end(), [](const NamedMovement& a, const NamedMovement& b) { return a.id < b.id; });
  return moved;
}

}  // namespace

Measures measure_scenarios(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const base::Context& context,
                           std::size_t effect_scenarios) {
  const zone::Acceptance& acceptance = drawn.acceptance;
  const PackageList& list = acceptance.list();
  Measures measures;
  measures.subject = &drawn.subject;
  measures.count = acceptance.scenario_count();
  measures.chains = zone::chains_of(acceptance);
  measures.zone = scan.zone;
  measures.odd = odd_places(measures.count, measures.chains);
  measures.package_count = list.package_count();
  for (const zone::AskedParty& asked : acceptance.asked()) measures.parties.push_back(asked.party);
  measures.zone_without = scan.zone_without;
  measures.accepted = scan.accepted_of;
  measures.best = list.package_at(zone::most_accepted(list, scan));
  measures.best_joint_acceptance = zone::corrected_maximum(list, scan);
  const std::vector<PackageIndex> listed = short_list(list, scan);
  for (const PackageIndex package : listed) measures.packages.push_back(list.package_at(package));
  measures.accepted_by_all = accepting_scenarios(acceptance, scan, listed, context);
  measure_effects(drawn, effect_scenarios, context, measures);
  return measures;
}

Headline headline_of(const Measures& measures) {
  Headline headline = count_headline(measures, {});
  headline.best = name_package(*measures.subject, measures.best);
  headline.best_joint_acceptance = measures.best_joint_acceptance;
  sort_effects(headline.sticking_points);
  return headline;
}

Headline headline_of(const Measures& measures, const std::vector<double>& weights, const Case& after) {
  Headline headline = count_headline(measures, weights);
  choose_best(measures, weights, headline);
  headline.sticking_points = renamed(measures, after, headline.sticking_points);
  sort_effects(headline.sticking_points);
  headline.reweighted = true;
  return headline;
}

HeadlineMovement movement_between(const Headline& before, const Headline& after) {
  HeadlineMovement moved;
  moved.zone_probability.value = after.zone_probability.value - before.zone_probability.value;
  moved.zone_probability.standard_error = std::hypot(before.zone_probability.standard_error, after.zone_probability.standard_error);
  moved.best_joint_acceptance = after.best_joint_acceptance - before.best_joint_acceptance;
  moved.best_differs = before.best != after.best;
  const auto effect = [](const NamedEffect& one) { return one.unblocking_effect.value; };
  moved.acceptance = named_movements(before.parties, after.parties, [](const auto& party) { return party.acceptance; });
  moved.zone_without = named_movements(before.parties, after.parties, [](const auto& party) { return party.zone_without.value; });
  moved.sticking_points = named_movements(before.sticking_points, after.sticking_points, effect);
  moved.hardest_issues = named_movements(before.hardest_issues, after.hardest_issues, effect);
  moved.package_count = static_cast<std::int64_t>(after.package_count) - static_cast<std::int64_t>(before.package_count);
  return moved;
}

Movement zone_moved_by(const Measures& measures, const std::vector<double>& weights) {
  const findings::Share before = zone::share_of(measures.zone, measures.count, measures.chains);
  const double after = zone::weighted_share(measures.zone, weights, measures.chains).value;
  const double mean = std::accumulate(weights.begin(), weights.end(), 0.0) / static_cast<double>(measures.count);
  std::vector<double> residuals(measures.count);
  for (std::size_t s = 0; s < measures.count && mean > 0; ++s) {
    const double zone = has(measures.zone, s) ? 1 : 0;
    residuals[s] = weights[s] / mean * (zone - after) - (zone - before.value);
  }
  return {after - before.value, error_of_mean(residuals, before.effective_size)};
}

Movement zone_moved_between(const Measures& before, const Measures& after) {
  const findings::Share was = zone::share_of(before.zone, before.count, before.chains);
  const findings::Share is = zone::share_of(after.zone, after.count, after.chains);
  const double value = is.value - was.value;
  if (before.count != after.count) return {value, std::hypot(was.standard_error, is.standard_error)};
  std::vector<double> differences(before.count);
  for (std::size_t s = 0; s < before.count; ++s) {
    differences[s] = (has(after.zone, s) ? 1.0 : 0.0) - (has(before.zone, s) ? 1.0 : 0.0);
  }
  return {value, error_of_mean(differences, std::min(was.effective_size, is.effective_size))};
}

}  // namespace modus::inquiry

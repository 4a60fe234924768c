#include "modus/inquiry/scan_judgments.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "modus/preference/draw.h"
#include "modus/zone/share.h"

namespace modus::inquiry {
namespace {

using case_model::Issue;
using case_model::IssueIndex;
using case_model::Judgments;
using case_model::LimitIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using findings::JudgmentEffect;
using findings::PartyScenarios;
using zone::ScenarioSet;
using Basis = JudgmentEffect::Basis;
using Quantity = JudgmentEffect::Quantity;

/// A step of a path: in backquotes where it could be taken for more than a name.
std::string step(const std::string& name) {
  if (name.find_first_of(".[]=`") == std::string::npos) return "." + name;
  std::string quoted = ".`";
  for (const char letter : name) quoted += letter == '`' ? "``" : std::string(1, letter);
  return quoted + "`";
}

/// A quantity, and what it is in each scenario.
struct Open {
  JudgmentEffect effect;
  std::vector<double> values;  ///< by scenario
  double chance_low = 0, chance_high = 1;  ///< stalling: its judged range
};

/// Lists what differs between scenarios, by party.
class OpenQuantities {
 public:
  explicit OpenQuantities(const zone::DrawnCase& drawn) : drawn_(drawn), scenarios_(drawn.acceptance.scenarios()) {
    for (const zone::AskedParty& asked : drawn.acceptance.asked()) add_party(asked.party);
  }
  std::vector<Open> take() { return std::move(open_); }

 private:
  void add(JudgmentEffect effect, std::vector<double> values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (*low < *high) open_.push_back({std::move(effect), std::move(values)});
  }

  template <class Value>
  [[nodiscard]] std::vector<double> each(Value value) const {
    std::vector<double> values(scenarios_.count);
    for (std::size_t s = 0; s < values.size(); ++s) values[s] = value(s);
    return values;
  }

  [[nodiscard]] JudgmentEffect effect(Quantity quantity, Basis basis, PartyIndex party, const std::string& path) const {
    JudgmentEffect one;
    one.quantity = quantity;
    one.basis = basis;
    one.party = party;
    one.path = "judgments" + step(drawn_.subject.parties[party].id) + path;
    return one;
  }

  void add_party(PartyIndex party) {
    const Judgments& judged = drawn_.subject.judgments[party];
    const PartyScenarios& tables = scenarios_.parties[party];
    const bool lottery = !judged.no_deal.lottery.empty();
    const Basis no_deal = judged.no_deal.value || lottery ? Basis::kJudged : Basis::kOpen;
    add(effect(Quantity::kNoDeal, no_deal, party, lottery ? ".no_deal.lottery" : ".no_deal.value"),
        each([&](std::size_t s) { return tables.no_deal[s] / tables.units_per_point; }));
    add_stalling(party);
    for (const IssueIndex issue : drawn_.subject.issues.indices()) {
      add_weight(party, issue);
      add_scores(party, issue);
    }
    add_adjustments(party);
    for (const LimitIndex limit : drawn_.acceptance.limits_of(party)) add_limit(party, limit);
  }

  /// Open where it is judged by a range.
  void add_stalling(PartyIndex party) {
    const auto& judged = drawn_.subject.judgments[party].stalling;
    if (!judged || judged->exact()) return;
    const std::size_t before = open_.size();
    add(effect(Quantity::kStalling, Basis::kJudged, party, ".stalling"),
        each([&](std::size_t s) { return scenarios_.parties[party].stalling[s]; }));
    if (open_.size() == before) return;
    open_.back().chance_low = judged->low.value();
    open_.back().chance_high = judged->high.value();
  }

  [[nodiscard]] double weight(PartyIndex party, IssueIndex issue, std::size_t s) const {
    return scenarios_.parties[party].weights[s * drawn_.subject.issues.size() + issue.value];
  }

  void add_weight(PartyIndex party, IssueIndex issue) {
    const bool judged = drawn_.subject.judgments[party].weights[issue].has_value();
    JudgmentEffect one = effect(Quantity::kWeight, judged ? Basis::kJudged : Basis::kOpen, party,
                                ".weights" + step(drawn_.subject.issues[issue].id));
    one.issue = issue;
    add(std::move(one), each([&](std::size_t s) { return weight(party, issue, s); }));
  }

  void add_scores(PartyIndex party, IssueIndex index) {
    const Issue& issue = drawn_.subject.issues[index];
    for (const OptionIndex option : issue.options.indices()) {
      if (issue.options[option].mix || (issue.range && option.value != issue.options.size() / 2)) continue;
      add_score(party, index, option);
    }
  }

  void add_score(PartyIndex party, IssueIndex issue, OptionIndex option) {
    const PartyScenarios& tables = scenarios_.parties[party];
    const Judgments& judged = drawn_.subject.judgments[party];
    const std::string& id = drawn_.subject.issues[issue].id;
    const bool scale = drawn_.subject.issues[issue].range.has_value();
    const bool stated = scale ? judged.scales[issue].has_value() : judged.scores[issue].contains(option) || !judged.order[issue].empty();
    JudgmentEffect one = effect(Quantity::kScore, stated ? Basis::kJudged : Basis::kOpen, party,
                                scale ? ".scales" + step(id)
                                      : ".scores" + step(id) + step(drawn_.subject.issues[issue].options[option].id));
    one.issue = issue;
    one.option = option;
    const std::size_t place = tables.first_option[issue.value] + option.value;
    // Rounding aside: an option that is always best or worst must not look open.
    add(std::move(one), each([&](std::size_t s) {
          const double worth = 100 * tables.units_per_point * weight(party, issue, s);
          return worth > 0 ? std::round(tables.values[s * tables.options + place] / worth * 1e9) / 1e9 : 0;
        }));
  }

  void add_adjustments(PartyIndex party) {
    const PartyScenarios& tables = scenarios_.parties[party];
    for (std::size_t k = 0; k < drawn_.subject.judgments[party].adjust.size(); ++k) {
      JudgmentEffect one = effect(Quantity::kAdjustment, Basis::kJudged, party, ".adjust[" + std::to_string(k + 1) + "].by");
      one.adjustment = k;
      add(std::move(one),
          each([&](std::size_t s) { return tables.adjustments[s * tables.adjustments_per_scenario + k] / tables.units_per_point; }));
    }
  }

  void add_limit(PartyIndex party, LimitIndex limit) {
    const auto statement = drawn_.standing.limits[limit.value].statements.front();
    JudgmentEffect one = effect(Quantity::kLimit, Basis::kStated, party, "");
    one.path = "statements" + step(drawn_.subject.statements[statement].id) + ".meant";
    one.limit = limit;
    add(std::move(one), each([&](std::size_t s) { return drawn_.acceptance.is_real(limit, s) ? 1 : 0; }));
  }

  const zone::DrawnCase& drawn_;
  const findings::Scenarios& scenarios_;
  std::vector<Open> open_;
};

/// Weights of the scenarios on either side.
struct Sides {
  std::vector<double> low, high;
};

/// The outer thirds of the scenarios; of a limit those without and with it.
Sides cut(const Open& open, JudgmentEffect& effect) {
  const std::size_t count = open.values.size();
  std::vector<std::uint32_t> sorted(count);
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::stable_sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) { return open.values[a] < open.values[b]; });
  std::size_t low = count / 3, high = count / 3;
  if (effect.quantity == Quantity::kLimit) {
    high = static_cast<std::size_t>(std::count(open.values.begin(), open.values.end(), 1.0));
    low = count - high;
  }
  Sides sides{std::vector<double>(count, 0), std::vector<double>(count, 0)};
  for (std::size_t k = 0; k < low; ++k) sides.low[sorted[k]] = 1;
  for (std::size_t k = count - high; k < count; ++k) sides.high[sorted[k]] = 1;
  if (low > 0) effect.low_end = open.values[sorted[low - 1]];
  if (high > 0) effect.high_start = open.values[sorted[count - high]];
  return sides;
}

/// Of a chance: the scenarios weighted as if it was in the middle of its lower and of its upper third.
Sides cut_chance(const Open& open, JudgmentEffect& effect) {
  const auto weights_at = [&](double chance) {
    const double was = 0.5 * (open.chance_low + open.chance_high);
    std::vector<double> weights;
    for (const double so : open.values) weights.push_back(so != 0 ? chance / was : (1 - chance) / (1 - was));
    return weights;
  };
  const double third = (open.chance_high - open.chance_low) / 3;
  effect.low_end = open.chance_low + third;
  effect.high_start = open.chance_high - third;
  return {weights_at(open.chance_low + third / 2), weights_at(open.chance_high - third / 2)};
}

/// The best package's joint acceptance on one side: each half chooses for the other.
double best_within(const std::vector<double>& side, const Measures& measures, double zone) {
  double odd = 0, even = 0;
  const auto is_odd = [&](std::size_t s) { return (measures.odd[s / 64] >> (s % 64) & 1U) != 0; };
  for (std::size_t s = 0; s < side.size(); ++s) (is_odd(s) ? odd : even) += side[s];
  double most_even = 0, most_odd = 0, valued_even = 0, valued_odd = 0;
  for (const ScenarioSet& accepting : measures.accepted_by_all) {
    double by_odd = 0, by_even = 0;
    zone::for_each_bit(accepting, [&](std::size_t s) { (is_odd(s) ? by_odd : by_even) += side[s]; });
    if (by_even > most_even) {
      most_even = by_even;
      valued_odd = by_odd;
    }
    if (by_odd > most_odd) {
      most_odd = by_odd;
      valued_even = by_even;
    }
  }
  if (odd <= 0 || even <= 0) return zone;
  return std::min(zone, 0.5 * (valued_odd / odd + valued_even / even));
}

/// Standard error of the difference if both sides had one probability.
double error_if_equal(const findings::Share& a, const findings::Share& b) {
  const double all = a.effective_size + b.effective_size;
  if (all <= 0) return 1;
  const double mean = (a.value * a.effective_size + b.value * b.effective_size) / all;
  return std::sqrt(mean * (1 - mean) * (1 / a.effective_size + 1 / b.effective_size));
}

/// False where the two answers cannot be told apart.
bool work_out(const Open& open, const Measures& measures, JudgmentEffect& effect) {
  effect = open.effect;
  const Sides sides = effect.quantity == Quantity::kStalling ? cut_chance(open, effect) : cut(open, effect);
  if (std::min(preference::effective_size(sides.low), preference::effective_size(sides.high)) < kFewestOnASide) return false;
  effect.zone_if_low = zone::weighted_share(measures.zone, sides.low, measures.chains);
  effect.zone_if_high = zone::weighted_share(measures.zone, sides.high, measures.chains);
  effect.apart = std::abs(effect.zone_if_high.value - effect.zone_if_low.value);
  if (effect.apart <= kBeyondChance * error_if_equal(effect.zone_if_low, effect.zone_if_high)) return false;
  effect.best_if_low = best_within(sides.low, measures, effect.zone_if_low.value);
  effect.best_if_high = best_within(sides.high, measures, effect.zone_if_high.value);
  effect.best_apart = std::abs(effect.best_if_high - effect.best_if_low);
  return true;
}

}  // namespace

findings::JudgmentScan scan_judgments(const zone::DrawnCase& drawn, const Measures& measures, const base::Context& context) {
  const std::vector<Open> open = OpenQuantities(drawn).take();
  std::vector<JudgmentEffect> effects(open.size());
  std::vector<char> told(open.size(), 0);
  base::parallel_for(context.threads, open.size(), [&](std::size_t i) {
    if (!context.stop()) told[i] = work_out(open[i], measures, effects[i]) ? 1 : 0;
  });
  findings::JudgmentScan scan;
  scan.zone_probability = zone::share_of(measures.zone, measures.count, measures.chains);
  scan.best_joint_acceptance = measures.best_joint_acceptance;
  scan.looked_at = open.size();
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (told[i] != 0) scan.effects.push_back(std::move(effects[i]));
  }
  std::sort(scan.effects.begin(), scan.effects.end(), [](const JudgmentEffect& a, const JudgmentEffect& b) {
    return a.apart != b.apart ? a.apart > b.apart : a.path < b.path;
  });
  return scan;
}

}  // namespace modus::inquiry

#include "modus/preference/exact_wants.h"

#include <cmath>
#include <numeric>

#include "modus/case_model/mixes.h"

namespace modus::preference {
namespace {

using base::Decimal;
using case_model::Case;
using case_model::Issue;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::ScaleWants;
__extension__ using Wide = __int128;

constexpr Wide kMost = Wide{1} << 52;

struct Ratio {
  std::int64_t above = 0, below = 1;
};

std::int64_t power_of_ten(int places) {
  std::int64_t power = 1;
  for (int k = 0; k < places; ++k) power *= 10;
  return power;
}

int most_places(const std::vector<Decimal>& numbers) {
  int places = 0;
  for (const Decimal& number : numbers) places = std::max(places, number.places);
  return places;
}

// (a - b) / (c - d) in lowest terms.
Ratio ratio(const Decimal& a, const Decimal& b, const Decimal& c, const Decimal& d) {
  const int places = std::max(std::max(a.places, b.places), std::max(c.places, d.places));
  const auto units = [&](const Decimal& x) { return x.units * power_of_ten(places - x.places); };
  const std::int64_t above = units(a) - units(b);
  const std::int64_t below = units(c) - units(d);
  const std::int64_t common = std::gcd(above, below);
  return common == 0 ? Ratio{0, 1} : Ratio{above / common, below / common};
}

Ratio scale_score(const Issue& issue, const ScaleWants& wants, const Decimal& amount) {
  const Decimal& from = issue.range->from;
  const Decimal& to = issue.range->to;
  switch (wants.better) {
    case ScaleWants::Better::kMore:
      return ratio(amount, from, to, from);
    case ScaleWants::Better::kLess:
      return ratio(to, amount, to, from);
    case ScaleWants::Better::kPeak:
      break;
  }
  const bool below = amount.value() <= wants.peak.value();
  return below ? ratio(amount, from, wants.peak, from) : ratio(to, amount, to, wants.peak);
}

std::optional<Ratio> exact_score(const Case& subject, case_model::PartyIndex party, IssueIndex index, OptionIndex option) {
  const Issue& issue = subject.issues[index];
  const case_model::Judgments& judged = subject.judgments[party];
  if (issue.range && issue.options.size() > 1) {
    const auto& wants = judged.scales[index];
    if (!wants || !wants->linear) return std::nullopt;
    return scale_score(issue, *wants, issue.options[option].amount);
  }
  const auto& order = judged.order[index];
  if (!order.empty() && option == order.front()) return Ratio{1, 1};
  if (!order.empty() && option == order.back()) return Ratio{0, 1};
  const auto stated = judged.scores[index].find(option);
  if (stated == judged.scores[index].end() || !stated->second.exact()) return std::nullopt;
  return ratio(stated->second.low, {}, {1, 0}, {});
}

// sum of share * score over the branches, in lowest terms; nothing where a share is not exact or the terms are too large.
std::optional<Ratio> mixed_score(const Case& subject, case_model::PartyIndex party, IssueIndex issue, OptionIndex option) {
  const auto& branches = subject.issues[issue].options[option].mix->branches;
  std::vector<Decimal> shares;
  for (const base::Interval& share : shares_of(subject, party, issue, option)) {
    if (!share.exact()) return std::nullopt;
    shares.push_back(share.low);
  }
  const int places = most_places(shares);
  Wide above = 0;
  Wide below = 1;
  std::int64_t left = power_of_ten(places);
  for (std::size_t k = 0; k < branches.size(); ++k) {
    const std::int64_t units = k < shares.size() ? shares[k].units * power_of_ten(places - shares[k].places) : left;
    left -= units;
    const auto score = exact_score(subject, party, issue, branches[k].option);
    if (!score) return std::nullopt;
    above = above * score->below + Wide{units} * score->above * below;
    below *= score->below;
    const Wide common = std::gcd(static_cast<std::int64_t>(below), static_cast<std::int64_t>(above % below));
    above /= common;
    below /= common;
    if (below > kMost || above > kMost * power_of_ten(places)) return std::nullopt;
  }
  const auto common = std::gcd(static_cast<std::int64_t>(above % power_of_ten(places)), power_of_ten(places));
  above /= common;
  below *= power_of_ten(places) / common;
  if (below > kMost) return std::nullopt;
  const std::int64_t last = std::gcd(static_cast<std::int64_t>(above), static_cast<std::int64_t>(below));
  return Ratio{static_cast<std::int64_t>(above) / last, static_cast<std::int64_t>(below) / last};
}

// The common unit: a whole number of units makes each number that occurs.
class Units {
 public:
  void include(std::int64_t below) {
    const Wide common = std::gcd(static_cast<std::int64_t>(count_ % below), below);
    count_ = count_ * (below / common);
    fits_ = fits_ && count_ * 100 <= kMost;
    if (!fits_) count_ = 1;
  }
  void multiply(std::int64_t by) {
    count_ *= by;
    fits_ = fits_ && count_ * 100 <= kMost;
    if (!fits_) count_ = 1;
  }
  [[nodiscard]] bool fits() const { return fits_; }
  [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(count_); }
  [[nodiscard]] double of(const Decimal& number) const {
    return static_cast<double>(Wide{number.units} * (count_ / power_of_ten(number.places)));
  }

 private:
  Wide count_ = 1;
  bool fits_ = true;
};

bool is_whole(double number) { return std::abs(number) < 1e6 && number == std::floor(number); }

// Every judgment but the scores, if all are exact.
struct ExactJudgments {
  std::vector<Decimal> weights, adjustments, chances;
  Decimal no_deal, cost;
};

std::optional<ExactJudgments> exact_judgments(const Case& subject, case_model::PartyIndex party) {
  const case_model::Judgments& judged = subject.judgments[party];
  ExactJudgments exact;
  for (const auto& weight : judged.weights) {
    if (!weight || !weight->exact()) return std::nullopt;
    exact.weights.push_back(weight->low);
  }
  for (const case_model::Adjustment& adjustment : judged.adjust) {
    if (!adjustment.by.exact()) return std::nullopt;
    exact.adjustments.push_back(adjustment.by.low);
  }
  if (judged.no_deal.lottery.empty()) {
    if (!judged.no_deal.value || !judged.no_deal.value->exact()) return std::nullopt;
    exact.no_deal = judged.no_deal.value->low;
    return exact;
  }
  if (judged.no_deal.cost && !judged.no_deal.cost->exact()) return std::nullopt;
  if (judged.no_deal.cost) exact.cost = judged.no_deal.cost->low;
  for (const case_model::LotteryOutcome& outcome : judged.no_deal.lottery) {
    if (outcome.chance && !outcome.chance->exact()) return std::nullopt;
    exact.chances.push_back(outcome.chance ? outcome.chance->low : Decimal{});
  }
  return exact;
}

// The outcome without a chance takes what the others leave.
std::vector<std::int64_t> chance_units(const case_model::NoDeal& no_deal, const std::vector<Decimal>& chances, int places) {
  std::vector<std::int64_t> units;
  std::int64_t left = power_of_ten(places);
  for (const Decimal& chance : chances) {
    units.push_back(chance.units * power_of_ten(places - chance.places));
    left -= units.back();
  }
  for (std::size_t k = 0; k < units.size(); ++k) {
    if (!no_deal.lottery[k].chance) units[k] = left;
  }
  return units;
}

// All scores, by issue and option.
std::optional<std::vector<Ratio>> exact_scores(const Case& subject, case_model::PartyIndex party) {
  std::vector<Ratio> scores;
  for (const IssueIndex issue : subject.issues.indices()) {
    for (const OptionIndex option : subject.issues[issue].options.indices()) {
      const bool mixed = subject.issues[issue].options[option].mix.has_value();
      const auto score = mixed ? mixed_score(subject, party, issue, option) : exact_score(subject, party, issue, option);
      if (!score) return std::nullopt;
      scores.push_back(*score);
    }
  }
  return scores;
}

// Weight times score needs the product of their denominators; a chance of an outcome another factor of ten a place.
Units common_units(const ExactJudgments& exact, const std::vector<Ratio>& scores) {
  Units units;
  for (const Ratio& score : scores) units.include(score.below);
  units.multiply(power_of_ten(most_places(exact.weights)));
  for (const Decimal& number : exact.adjustments) units.include(power_of_ten(number.places));
  units.multiply(power_of_ten(most_places(exact.chances)));
  units.include(power_of_ten(exact.no_deal.places));
  units.include(power_of_ten(exact.cost.places));
  return units;
}

double package_value(const Case& subject, case_model::PartyIndex party, const ExactWants& wants,
                     const case_model::Package& package) {
  double value = 0;
  std::size_t first = 0;
  for (const IssueIndex issue : subject.issues.indices()) {
    value += wants.values[first + package[issue].value];
    first += subject.issues[issue].options.size();
  }
  for (std::size_t k = 0; k < wants.adjustments.size(); ++k) {
    if (holds(subject.judgments[party].adjust[k].when, package)) value += wants.adjustments[k];
  }
  return value;
}

}  // namespace

std::optional<ExactWants> exact_wants(const Case& subject, case_model::PartyIndex party, const Variation& variation) {
  const auto exact = exact_judgments(subject, party);
  if (!exact || !is_whole(variation.value_shift) || !is_whole(variation.cost_factor)) return std::nullopt;
  const auto scores = exact_scores(subject, party);
  if (!scores) return std::nullopt;
  const Units units = common_units(*exact, *scores);
  if (!units.fits()) return std::nullopt;

  ExactWants wants;
  wants.units_per_point = static_cast<double>(units.count());
  const int places = most_places(exact->weights);
  for (const IssueIndex issue : subject.issues.indices()) {
    const Decimal& weight = exact->weights[issue.value];
    const std::int64_t each = weight.units * power_of_ten(places - weight.places) * (units.count() / power_of_ten(places));
    for (std::size_t option = 0; option < subject.issues[issue].options.size(); ++option) {
      const Ratio& score = (*scores)[wants.values.size()];
      wants.values.push_back(static_cast<double>(Wide{100} * each * score.above / score.below));
    }
  }
  for (const Decimal& number : exact->adjustments) wants.adjustments.push_back(units.of(number));
  const case_model::NoDeal& no_deal = subject.judgments[party].no_deal;
  const double shift = no_deal.lottery.empty() ? variation.value_shift * wants.units_per_point : 0;
  wants.no_deal = units.of(exact->no_deal) + shift - variation.cost_factor * units.of(exact->cost);
  const int chance_places = most_places(exact->chances);
  const std::vector<std::int64_t> chances = chance_units(no_deal, exact->chances, chance_places);
  for (std::size_t k = 0; k < chances.size(); ++k) {
    const double value = package_value(subject, party, wants, no_deal.lottery[k].package);
    wants.no_deal += static_cast<double>(chances[k]) * (value / static_cast<double>(power_of_ten(chance_places)));
  }
  return wants;
}

}  // namespace modus::preference

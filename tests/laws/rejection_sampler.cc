#include "tests/laws/rejection_sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <stdexcept>

#include "modus/case_model/packages.h"
#include "modus/case_model/standing.h"

namespace modus::tests {
namespace {

using namespace case_model;  // NOLINT: most names here are the case's
using Generator = std::mt19937_64;

double uniform(Generator& random, double low, double high) {
  return low + (high - low) * (static_cast<double>(random() >> 11U) + 0.5) * 0x1.0p-53;
}

double between(Generator& random, const base::Interval& range) {
  return uniform(random, range.low.value(), range.high.value());
}

bool inside(double number, const base::Interval& range) {
  return range.low.value() <= number && number <= range.high.value();
}

std::vector<double> uniform_weights(Generator& random, std::size_t count) {
  std::vector<double> shares(count);
  for (double& share : shares) share = -std::log(uniform(random, 0, 1));
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= sum;
  return shares;
}

/// `count` numbers between 0 and 1, rising.
std::vector<double> rising(Generator& random, std::size_t count) {
  std::vector<double> numbers(count);
  for (double& number : numbers) number = uniform(random, 0, 1);
  std::ranges::sort(numbers);
  return numbers;
}

double on_line(const std::vector<double>& places, const std::vector<double>& heights, double place) {
  std::size_t k = 1;
  while (k + 1 < places.size() && place > places[k]) ++k;
  return std::lerp(heights[k - 1], heights[k], (place - places[k - 1]) / (places[k] - places[k - 1]));
}

/// Heights of the knots on a scale where more is better, less is better, or nothing is known.
std::vector<double> knots_of_scale(Generator& random, const std::optional<ScaleWants>& wants) {
  if (!wants) return {uniform(random, 0, 1), uniform(random, 0, 1), uniform(random, 0, 1), uniform(random, 0, 1), uniform(random, 0, 1)};
  std::vector<double> heights = wants->linear ? std::vector<double>{0.25, 0.5, 0.75} : rising(random, 3);
  heights.insert(heights.begin(), 0);
  heights.push_back(1);
  if (wants->better == ScaleWants::Better::kLess) std::ranges::reverse(heights);
  return heights;
}

std::vector<double> scale_scores(Generator& random, const Issue& issue, const std::optional<ScaleWants>& wants) {
  if (wants && wants->better == ScaleWants::Better::kPeak) throw std::logic_error("no peaks in these cases");
  const double from = issue.range->from.value(), to = issue.range->to.value();
  const std::vector<double> heights = knots_of_scale(random, wants);
  std::vector<double> places(5);
  for (std::size_t k = 0; k < 5; ++k) places[k] = std::lerp(from, to, static_cast<double>(k) / 4);
  std::vector<double> scores;
  for (const Option& option : issue.options) scores.push_back(on_line(places, heights, option.amount.value()));
  return scores;
}

std::vector<double> named_scores(Generator& random, const Issue& issue, const std::vector<OptionIndex>& order) {
  std::vector<double> scores(issue.options.size());
  for (double& score : scores) score = uniform(random, 0, 1);
  if (order.empty()) return scores;
  const std::vector<double> inner = rising(random, order.size() - 2);
  for (std::size_t k = 1; k + 1 < order.size(); ++k) scores[order[k].value] = inner[order.size() - 2 - k];
  scores[order.front().value] = 1;
  scores[order.back().value] = 0;
  return scores;
}

/// What each branch counts for to the party: its own belief before the option's chance; drawn anew until they fit.
std::vector<double> branch_shares(Generator& random, const Case& subject, PartyIndex party, IssueIndex issue, OptionIndex option) {
  const Mix& mix = *subject.issues[issue].options[option].mix;
  const auto& beliefs = subject.judgments[party].beliefs[issue];
  for (;;) {
    std::vector<double> shares;
    double left = 1;
    for (std::size_t k = 0; k + 1 < mix.branches.size(); ++k) {
      const bool own = mix.kind == Mix::Kind::kContingent && k == 0 && beliefs.contains(option);
      shares.push_back(between(random, own ? beliefs.at(option) : mix.branches[k].share));
      left -= shares.back();
    }
    shares.push_back(left);
    if (left >= -1e-12) return shares;
  }
}

void mix_scores(Generator& random, const Case& subject, PartyIndex party, IssueIndex issue, std::vector<double>& scores) {
  for (const OptionIndex option : subject.issues[issue].options.indices()) {
    const auto& mix = subject.issues[issue].options[option].mix;
    if (!mix) continue;
    const std::vector<double> shares = branch_shares(random, subject, party, issue, option);
    scores[option.value] = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) scores[option.value] += shares[k] * scores[mix->branches[k].option.value];
  }
}

double no_deal_of(Generator& random, const Case& subject, PartyIndex party, const PlainWants& wants) {
  const NoDeal& no_deal = subject.judgments[party].no_deal;
  if (no_deal.lottery.empty()) return no_deal.value ? between(random, *no_deal.value) : uniform(random, 0, 100);
  double left = 1, expected = 0;
  const LotteryOutcome* rest = nullptr;
  for (const LotteryOutcome& outcome : no_deal.lottery) {
    if (!outcome.chance) {
      rest = &outcome;
      continue;
    }
    const double chance = between(random, *outcome.chance);
    left -= chance;
    expected += chance * plain_value(subject, party, wants, outcome.package);
  }
  if (rest == nullptr) throw std::logic_error("lotteries of these cases have a rest");
  expected += left * plain_value(subject, party, wants, rest->package);
  return expected - (no_deal.cost ? between(random, *no_deal.cost) : 0);
}

PlainWants draw_prior(Generator& random, const Case& subject, PartyIndex party) {
  const Judgments& judged = subject.judgments[party];
  PlainWants wants;
  wants.weights = uniform_weights(random, subject.issues.size());
  for (const IssueIndex issue : subject.issues.indices()) {
    const Issue& what = subject.issues[issue];
    wants.scores.push_back(what.range ? scale_scores(random, what, judged.scales[issue])
                                      : named_scores(random, what, judged.order[issue]));
    mix_scores(random, subject, party, issue, wants.scores.back());
  }
  for (const Adjustment& adjustment : judged.adjust) wants.adjustments.push_back(between(random, adjustment.by));
  wants.no_deal = no_deal_of(random, subject, party, wants);
  wants.stalling = judged.stalling && uniform(random, 0, 1) < between(random, *judged.stalling);
  for (const Statement& statement : subject.statements) {
    const double said = said_of(subject, statement);
    const double chance = said * meant_of(subject, statement) + (1 - said) * subject.unstated;
    const bool limit = statement.party == party && makes_limit(subject, statement);
    wants.real.push_back(limit && uniform(random, 0, 1) < chance);
  }
  return wants;
}

bool within_judgments(const Case& subject, PartyIndex party, const PlainWants& wants) {
  const Judgments& judged = subject.judgments[party];
  for (const IssueIndex issue : subject.issues.indices()) {
    if (judged.weights[issue] && !inside(wants.weights[issue.value], *judged.weights[issue])) return false;
    for (const auto& [option, range] : judged.scores[issue]) {
      if (!inside(wants.scores[issue.value][option.value], range)) return false;
    }
  }
  return true;
}

std::vector<Package> packages_meeting(const Case& subject, const Condition& condition) {
  std::vector<Package> found;
  for (std::uint64_t number = 0; number < count_combinations(subject.issues).value(); ++number) {
    Package package = package_at(subject.issues, number);
    if (meets_rules(subject, package) && holds(condition, package)) found.push_back(std::move(package));
  }
  return found;
}

/// The terms of the part's issues alone, and the adjustments that name only them.
double value_of_part(const Case& subject, PartyIndex party, const PlainWants& wants, const Part& part) {
  double value = 0;
  Package package(subject.issues.size());
  std::vector<IssueIndex> named;
  for (const auto& [issue, option] : part) {
    value += 100 * wants.weights[issue.value] * wants.scores[issue.value][option.value];
    package[issue] = option;
    named.push_back(issue);
  }
  for (std::size_t k = 0; k < wants.adjustments.size(); ++k) {
    const Condition& when = subject.judgments[party].adjust[k].when;
    if (std::ranges::includes(named, issues_named(when)) && holds(when, package)) value += wants.adjustments[k];
  }
  return value;
}

bool names_option(const Condition& condition, IssueIndex issue, OptionIndex option) {
  if (condition.kind == Condition::Kind::kAtom && condition.issue == issue) return std::ranges::find(condition.options, option) != condition.options.end();
  return std::ranges::any_of(condition.parts, [&](const Condition& part) { return names_option(part, issue, option); });
}

/// Whether the condition holds with some branch in the place of each mix that it does not name.
bool holds_for_a_branch(const Case& subject, const Condition& condition, Package package, std::size_t from = 0) {
  for (std::size_t k = from; k < package.size(); ++k) {
    const IssueIndex issue(k);
    const auto& mix = subject.issues[issue].options[package[issue]].mix;
    if (!mix || names_option(condition, issue, package[issue])) continue;
    return std::ranges::any_of(mix->branches, [&](const Mix::Branch& branch) {
      package[issue] = branch.option;
      return holds_for_a_branch(subject, condition, package, k + 1);
    });
  }
  return holds(condition, package);
}

/// A wanted option against one that is not: mixes count only where the demand names them, and not against their own
/// branches.
bool are_compared(const Case& subject, const Condition& asked, IssueIndex issue, OptionIndex wanted, OptionIndex other) {
  const auto& options = subject.issues[issue].options;
  if (options[other].mix) return false;
  if (!options[wanted].mix) return true;
  const auto is_other = [&](const Mix::Branch& branch) { return branch.option == other; };
  return names_option(asked, issue, wanted) && std::ranges::none_of(options[wanted].mix->branches, is_other);
}

bool demand_fits(const Case& subject, const PlainWants& wants, const Condition& asked) {
  const std::vector<Package> meeting = packages_meeting(subject, asked);
  for (const IssueIndex issue : issues_named(asked)) {
    const auto is_wanted = [&](OptionIndex option) {
      return std::ranges::any_of(meeting, [&](const Package& package) { return package[issue] == option; });
    };
    const std::vector<double>& scores = wants.scores[issue.value];
    for (const OptionIndex wanted : subject.issues[issue].options.indices()) {
      for (const OptionIndex other : subject.issues[issue].options.indices()) {
        if (!is_wanted(wanted) || is_wanted(other) || !are_compared(subject, asked, issue, wanted, other)) continue;
        if (scores[other.value] > scores[wanted.value]) return false;
      }
    }
  }
  return true;
}

double factor(double said, double meant, bool statement_holds) {
  return said * (statement_holds ? meant : 1 - meant) + (1 - said) / 2;
}

/// What the statement multiplies the density by; 1 where it is no evidence on values.
double evidence(const Case& subject, const Statement& statement, const PlainWants& wants) {
  const double said = said_of(subject, statement), meant = meant_of(subject, statement);
  const PartyIndex party = statement.party;
  const auto some_accepted = [&] {
    return std::ranges::any_of(packages_meeting(subject, statement.what), [&](const Package& package) {
      return plainly_accepts(subject, party, wants, package, true);
    });
  };
  switch (statement.kind) {
    case StatementKind::kRedLine: return 1;
    case StatementKind::kRejects: return makes_limit(subject, statement) ? 1 : factor(said, meant, !some_accepted());
    case StatementKind::kAccepts:
    case StatementKind::kOffers: return factor(said, meant, some_accepted());
    case StatementKind::kDemands: return factor(said, wants_of(subject, statement), demand_fits(subject, wants, statement.what));
    case StatementKind::kPrefers:
      return factor(said, meant, value_of_part(subject, party, wants, *as_part(statement.what)) >=
                                     value_of_part(subject, party, wants, *as_part(*statement.over)));
    case StatementKind::kRanks: break;
  }
  double product = 1;
  for (std::size_t k = 1; k < statement.ranking.size(); ++k) {
    product *= factor(said, meant, wants.weights[statement.ranking[k - 1].value] >= wants.weights[statement.ranking[k].value]);
  }
  return product;
}

}  // namespace

double plain_value(const Case& subject, PartyIndex party, const PlainWants& wants, const Package& package) {
  double value = 0;
  for (const IssueIndex issue : subject.issues.indices()) {
    value += 100 * wants.weights[issue.value] * wants.scores[issue.value][package[issue].value];
  }
  for (std::size_t k = 0; k < wants.adjustments.size(); ++k) {
    if (holds(subject.judgments[party].adjust[k].when, package)) value += wants.adjustments[k];
  }
  return value;
}

bool plainly_accepts(const Case& subject, PartyIndex party, const PlainWants& wants, const Package& package,
                     bool ignore_stalling) {
  if (wants.stalling && !ignore_stalling) return false;
  for (const StatementIndex statement : subject.statements.indices()) {
    if (wants.real[statement.value] && holds_for_a_branch(subject, forbidden_by(subject.statements[statement]), package)) return false;
  }
  return plain_value(subject, party, wants, package) >= wants.no_deal;
}

std::vector<PlainWants> draw_by_rejection(const Case& subject, PartyIndex party, std::size_t count, std::uint64_t seed) {
  Generator random(seed);
  std::vector<PlainWants> kept;
  while (kept.size() < count) {
    PlainWants wants = draw_prior(random, subject, party);
    if (!within_judgments(subject, party, wants)) continue;
    double chance = 1;
    for (const Statement& statement : subject.statements) {
      if (statement.party == party) chance *= evidence(subject, statement, wants);
    }
    if (uniform(random, 0, 1) < chance) kept.push_back(std::move(wants));
  }
  return kept;
}

}  // namespace modus::tests

#include <algorithm>

#include "modus/case_model/mixes.h"
#include "modus/preference/party_model.h"

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::Condition;
using case_model::Issue;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::ScaleWants;

constexpr std::size_t kKnots = 5;

// Puts rising nodes between two anchors; where the anchors meet, there is no room to move in.
void add_rising(IssueScores& scores, double low, double high, const std::vector<std::uint32_t>& nodes) {
  if (nodes.empty()) return;
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    const double share = static_cast<double>(k + 1) / static_cast<double>(nodes.size() + 1);
    scores.fixed[nodes[k]] = low + (high - low) * share;
  }
  if (nodes.size() == 1) {
    scores.free.push_back({nodes[0], low, high});
  } else if (high > low) {
    scores.chains.push_back({low, high, nodes});
  }
}

// Moves confined nodes of the chains into their bands, keeping the order, so that sampling can start there.
void start_inside_bands(IssueScores& scores) {
  for (const RisingNodes& chain : scores.chains) {
    const std::size_t count = chain.nodes.size();
    std::vector<double> low(count, chain.low), high(count, chain.high);
    for (std::size_t k = 0; k < count; ++k) {
      for (const ConfinedNode& band : scores.confined) {
        if (band.node != chain.nodes[k]) continue;
        low[k] = std::max(low[k], band.low);
        high[k] = std::min(high[k], band.high);
      }
    }
    for (std::size_t k = 1; k < count; ++k) low[k] = std::max(low[k], low[k - 1]);
    for (std::size_t k = count - 1; k-- > 0;) high[k] = std::min(high[k], high[k + 1]);
    for (std::size_t k = 0; k < count; ++k) {
      const double share = static_cast<double>(k + 1) / static_cast<double>(count + 1);
      scores.fixed[chain.nodes[k]] = low[k] + (high[k] - low[k]) * share;
    }
  }
}

// A single node between two anchors, confined, is just free on the narrower interval.
void narrow_free_nodes(IssueScores& scores) {
  for (FreeNode& free : scores.free) {
    for (const ConfinedNode& band : scores.confined) {
      if (band.node != free.node) continue;
      free.low = std::max(free.low, band.low);
      free.high = std::min(free.high, band.high);
    }
    scores.fixed[free.node] = 0.5 * (free.low + free.high);
  }
}

IssueScores ordered_options(std::size_t count, const std::vector<OptionIndex>& order,
                            const std::map<OptionIndex, base::Interval>& stated) {
  IssueScores scores;
  scores.fixed.assign(count, 0);
  double anchor = 0;
  std::vector<std::uint32_t> waiting;
  for (std::size_t rank = order.size(); rank-- > 0;) {
    const std::uint32_t node = order[rank].value;
    const auto judged = stated.find(order[rank]);
    const bool best = rank == 0;
    const bool worst = rank + 1 == order.size() && !best;
    const bool exact = judged != stated.end() && judged->second.exact();
    if (judged != stated.end() && !exact && !best && !worst) {
      scores.confined.push_back({node, judged->second.low.value(), judged->second.high.value()});
    }
    if (!best && !worst && !exact) {
      waiting.push_back(node);
      continue;
    }
    const double value = best ? 1.0 : worst ? 0.0 : judged->second.low.value();
    add_rising(scores, anchor, value, waiting);
    waiting.clear();
    scores.fixed[node] = value;
    anchor = value;
  }
  return scores;
}

IssueScores unordered_options(const Issue& issue, const std::map<OptionIndex, base::Interval>& stated) {
  IssueScores scores;
  scores.fixed.assign(issue.options.size(), 0.5);
  for (std::uint32_t node = 0; node < issue.options.size(); ++node) {
    if (issue.options[OptionIndex(node)].mix) continue;
    const auto judged = stated.find(OptionIndex(node));
    const double low = judged == stated.end() ? 0 : judged->second.low.value();
    const double high = judged == stated.end() ? 1 : judged->second.high.value();
    scores.fixed[node] = 0.5 * (low + high);
    if (low < high) scores.free.push_back({node, low, high});
  }
  return scores;
}

std::vector<double> knot_places(const Issue& issue, const std::optional<ScaleWants>& wants) {
  const double from = issue.range->from.value();
  const double to = issue.range->to.value();
  const bool peaked = wants && wants->better == ScaleWants::Better::kPeak;
  const double middle = peaked ? wants->peak.value() : 0.5 * (from + to);
  return {from, 0.5 * (from + middle), middle, 0.5 * (middle + to), to};
}

IssueScores scale_nodes(const std::optional<ScaleWants>& wants) {
  IssueScores scores;
  scores.fixed = {0, 0, 0, 0, 0};
  if (!wants) {
    for (std::uint32_t knot = 0; knot < kKnots; ++knot) scores.free.push_back({knot, 0, 1});
    scores.fixed.assign(kKnots, 0.5);
    return scores;
  }
  switch (wants->better) {
    case ScaleWants::Better::kMore:
      scores.fixed = {0, 0.25, 0.5, 0.75, 1};
      if (!wants->linear) add_rising(scores, 0, 1, {1, 2, 3});
      break;
    case ScaleWants::Better::kLess:
      scores.fixed = {1, 0.75, 0.5, 0.25, 0};
      if (!wants->linear) add_rising(scores, 0, 1, {3, 2, 1});
      break;
    case ScaleWants::Better::kPeak:
      scores.fixed = {0, 0.5, 1, 0.5, 0};
      if (!wants->linear) {
        add_rising(scores, 0, 1, {0, 1});
        add_rising(scores, 0, 1, {4, 3});
      }
      break;
  }
  return scores;
}

// Which segment between knots an amount lies in.
std::size_t segment_of(const std::vector<double>& places, double amount) {
  std::size_t segment = 0;
  while (segment + 2 < places.size() && amount >= places[segment + 1]) ++segment;
  return segment;
}

void place_options(IssueScores& scores, const Issue& issue, const std::vector<double>& places) {
  for (const case_model::Option& option : issue.options) {
    const double amount = option.amount.value();
    const std::size_t segment = segment_of(places, amount);
    const double length = places[segment + 1] - places[segment];
    const double share = length > 0 ? (amount - places[segment]) / length : 0.0;
    scores.options.push_back({static_cast<std::uint32_t>(segment), static_cast<std::uint32_t>(segment + 1), 1 - share, share});
  }
}

// Where a mix stands among the nodes of its branches, and the room of its shares.
void add_mix(IssueScores& scores, const case_model::Mix& mix, std::uint32_t option, const std::vector<base::Interval>& shares) {
  OptionScore& place = scores.options[option];
  place.first = mix.branches[0].option.value;
  place.second = mix.branches[1].option.value;
  for (std::size_t k = 2; k < mix.branches.size(); ++k) place.further.push_back({mix.branches[k].option.value, 0});
  MixShares range{option, {}, {}};
  double left = 1;
  for (const base::Interval& share : shares) {
    range.low.push_back(share.low.value());
    range.high.push_back(share.high.value());
    left -= range.low.back();
  }
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const double more = std::min(0.5 * (range.high[k] - range.low[k]), std::max(0.0, left));
    place.set_share(k, range.low[k] + more);
    left -= more;
  }
  place.set_share(shares.size(), left);
  scores.mixes.push_back(std::move(range));
}

void mark_atoms(const Condition& condition, IssueIndex issue, std::vector<std::vector<bool>>& marks) {
  if (condition.kind == Condition::Kind::kAtom) {
    if (condition.issue == issue) marks.push_back(condition.allowed);
    return;
  }
  for (const Condition& part : condition.parts) mark_atoms(part, issue, marks);
}

// Everything that tells options of the issue apart for this party.
std::vector<std::vector<bool>> distinctions(const Case& subject, PartyIndex party, IssueIndex issue) {
  std::vector<std::vector<bool>> marks;
  for (const case_model::Rule& rule : subject.rules) mark_atoms(rule.condition, issue, marks);
  for (const case_model::Adjustment& adjustment : subject.judgments[party].adjust) mark_atoms(adjustment.when, issue, marks);
  for (const case_model::Statement& statement : subject.statements) {
    if (statement.party != party) continue;
    mark_atoms(statement.what, issue, marks);
    if (statement.over) mark_atoms(*statement.over, issue, marks);
  }
  return marks;
}

// Between two knots scores are straight, so that of options nothing tells apart only the outer two can be best.
std::vector<std::uint32_t> scale_candidates(const IssueScores& scores, const std::vector<std::vector<bool>>& marks) {
  const auto alike = [&](std::size_t a, std::size_t b) {
    if (scores.options[a].first != scores.options[b].first) return false;
    return std::all_of(marks.begin(), marks.end(), [&](const std::vector<bool>& mark) { return mark[a] == mark[b]; });
  };
  std::vector<std::uint32_t> candidates;
  const std::size_t count = scores.options.size();
  for (std::size_t option = 0; option < count; ++option) {
    const bool inner = option > 0 && option + 1 < count && alike(option - 1, option) && alike(option, option + 1);
    if (!inner) candidates.push_back(static_cast<std::uint32_t>(option));
  }
  return candidates;
}

}  // namespace

IssueScores issue_scores(const Case& subject, PartyIndex party, IssueIndex index) {
  const Issue& issue = subject.issues[index];
  const case_model::Judgments& judged = subject.judgments[party];
  if (issue.range && issue.options.size() > 1) {
    IssueScores scores = scale_nodes(judged.scales[index]);
    place_options(scores, issue, knot_places(issue, judged.scales[index]));
    scores.candidates = scale_candidates(scores, distinctions(subject, party, index));
    return scores;
  }
  const std::vector<OptionIndex>& order = judged.order[index];
  IssueScores scores = order.empty() ? unordered_options(issue, judged.scores[index])
                                     : ordered_options(issue.options.size(), order, judged.scores[index]);
  start_inside_bands(scores);
  narrow_free_nodes(scores);
  for (std::uint32_t option = 0; option < issue.options.size(); ++option) {
    scores.options.push_back({option, option, 1, 0});
    scores.candidates.push_back(option);
    const auto& mix = issue.options[OptionIndex(option)].mix;
    if (mix) add_mix(scores, *mix, option, shares_of(subject, party, index, OptionIndex(option)));
  }
  return scores;
}

}  // namespace modus::preference

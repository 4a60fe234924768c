#include "modus/preference/reweigh_case.h"

#include <algorithm>
#include <string>

#include "modus/case_model/consent.h"
#include "modus/case_model/standing.h"
#include "modus/preference/party_model.h"
#include "modus/preference/tables.h"

namespace modus::preference {
namespace {

using base::Interval;
using case_model::Case;
using case_model::Condition;
using case_model::Issue;
using case_model::IssueIndex;
using case_model::Judgments;
using case_model::Limit;
using case_model::LimitIndex;
using case_model::LotteryOutcome;
using case_model::Mix;
using case_model::NoDeal;
using case_model::Option;
using case_model::OptionIndex;
using case_model::Party;
using case_model::PartyIndex;
using case_model::Standing;
using case_model::Statement;
using case_model::StatementIndex;
using findings::PartyScenarios;
using findings::Scenarios;

template <class List, class Same>
bool all_same(const List& a, const List& b, Same same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

// Which packages there are, who is asked about them, and what a row of the tables means.

bool same_party(const Party& a, const Party& b) {
  return a.id == b.id && a.roles == b.roles && a.ratifier_of == b.ratifier_of;
}

bool same_mix(const std::optional<Mix>& a, const std::optional<Mix>& b) {
  if (!a || !b) return !a && !b;
  return a->kind == b->kind && all_same(a->branches, b->branches, [](const Mix::Branch& x, const Mix::Branch& y) {
           return x.option == y.option && x.share == y.share;
         });
}

bool same_option(const Option& a, const Option& b) {
  return a.id == b.id && a.amount == b.amount && a.needs == b.needs && same_mix(a.mix, b.mix);
}

bool same_issue(const Issue& a, const Issue& b) {
  return a.id == b.id && a.range.has_value() == b.range.has_value() && all_same(a.options, b.options, same_option);
}

/// Of the same issues.
bool same_condition(const Condition& a, const Condition& b, const case_model::Issues& issues) {
  return a == b || write_condition(a, issues) == write_condition(b, issues);
}

bool same_space(const Case& a, const Case& b) {
  return all_same(a.parties, b.parties, same_party) && all_same(a.issues, b.issues, same_issue) && consent_of(a) == consent_of(b) &&
         all_same(a.rules, b.rules, [&](const case_model::Rule& x, const case_model::Rule& y) {
           return same_condition(x.condition, y.condition, a.issues);
         });
}

bool same_scale(const std::optional<case_model::ScaleWants>& a, const std::optional<case_model::ScaleWants>& b) {
  if (!a || !b) return !a && !b;
  return a->better == b->better && a->linear == b->linear &&
         (a->better != case_model::ScaleWants::Better::kPeak || a->peak == b->peak);
}

bool same_lottery(const NoDeal& a, const NoDeal& b) {
  return a.cost == b.cost && all_same(a.lottery, b.lottery, [](const LotteryOutcome& x, const LotteryOutcome& y) {
           return x.package == y.package && x.chance == y.chance;
         });
}

/// All that a party's wants are made of but ranges.
bool same_shape(const Judgments& a, const Judgments& b, const case_model::Issues& issues) {
  return a.order == b.order && a.beliefs == b.beliefs && all_same(a.scales, b.scales, same_scale) &&
         same_lottery(a.no_deal, b.no_deal) &&
         all_same(a.adjust, b.adjust, [&](const case_model::Adjustment& x, const case_model::Adjustment& y) {
           return same_condition(x.when, y.when, issues);
         });
}

/// A quantity of one party: its range in both cases, and what it is in a scenario.
struct Ranged {
  std::optional<Interval> before, after;  ///< nothing: from `low` to `high`
  double low = 0, high = 1;
};

class Reweighing {
 public:
  Reweighing(const Case& before, const Scenarios& drawn, const Case& after)
      : before_(before), after_(after), drawn_(drawn), was_(weigh_statements(before)), is_(weigh_statements(after)),
        weights_(drawn.count, 1.0) {}

  std::optional<std::vector<double>> run() {
    if (!same_space(before_, after_)) return std::nullopt;
    for (const PartyIndex party : before_.parties.indices()) {
      if (drawn_.parties[party].drawn && !(narrow_judgments(party) && reweigh_limits(party))) return std::nullopt;
    }
    if (!reweigh_statements()) return std::nullopt;
    if (changed_) scale_to_mean_one(weights_);
    return std::move(weights_);
  }

 private:
  template <class Factor>
  void multiply(Factor factor) {
    changed_ = true;
    for (std::size_t s = 0; s < weights_.size(); ++s) weights_[s] *= factor(s);
  }

  /// False where it is not narrower. `value` is what it is in a scenario.
  template <class Value>
  bool narrow(const Ranged& range, Value value) {
    if (range.before == range.after) return true;
    if (!range.after || range.after->exact() || (range.before && range.before->exact())) return false;
    const double low = range.after->low.value(), high = range.after->high.value();
    const double was_low = range.before ? range.before->low.value() : range.low;
    const double was_high = range.before ? range.before->high.value() : range.high;
    if (low < was_low || high > was_high) return false;
    multiply([&](std::size_t s) { return value(s) >= low && value(s) <= high ? 1.0 : 0.0; });
    return true;
  }

  bool narrow_judgments(PartyIndex party) {
    const Judgments& was = before_.judgments[party];
    const Judgments& is = after_.judgments[party];
    const PartyScenarios& tables = drawn_.parties[party];
    if (!same_shape(was, is, before_.issues) || !reweigh_stalling(was.stalling, is.stalling, tables)) return false;
    for (std::size_t k = 0; k < was.adjust.size(); ++k) {
      const auto value = [&](std::size_t s) {
        return tables.adjustments[s * tables.adjustments_per_scenario + k] / tables.units_per_point;
      };
      if (!narrow({was.adjust[k].by, is.adjust[k].by}, value)) return false;
    }
    for (const IssueIndex issue : before_.issues.indices()) {
      if (!narrow_issue(was, is, issue, tables)) return false;
    }
    const auto no_deal = [&](std::size_t s) { return tables.no_deal[s] / tables.units_per_point; };
    return narrow({was.no_deal.value, is.no_deal.value, 0, 100}, no_deal);
  }

  bool narrow_issue(const Judgments& was, const Judgments& is, IssueIndex issue, const PartyScenarios& tables) {
    const auto weight = [&](std::size_t s) { return tables.weights[s * before_.issues.size() + issue.value]; };
    if (!narrow({was.weights[issue], is.weights[issue]}, weight)) return false;
    const auto judged = [&](const Judgments& judgments, OptionIndex option) -> std::optional<Interval> {
      const auto found = judgments.scores[issue].find(option);
      return found == judgments.scores[issue].end() ? std::nullopt : std::optional(found->second);
    };
    for (const OptionIndex option : before_.issues[issue].options.indices()) {
      const std::size_t place = tables.first_option[issue.value] + option.value;
      const auto score = [&](std::size_t s) {
        return tables.values[s * tables.options + place] / (100 * tables.units_per_point * weight(s));
      };
      if (!narrow({judged(was, option), judged(is, option)}, score)) return false;
    }
    return true;
  }

  static double chance_of(const std::optional<Interval>& range) {
    return range ? 0.5 * (range->low.value() + range->high.value()) : 0;
  }

  bool reweigh_stalling(const std::optional<Interval>& before, const std::optional<Interval>& after, const PartyScenarios& tables) {
    return reweigh_chance(chance_of(before), chance_of(after), [&](std::size_t s) { return tables.stalling[s] != 0; });
  }

  /// Something that is so with one chance before and another after, whatever else is. False where that cannot be told
  /// from scenarios in which it was always, or never, so.
  template <class Holds>
  bool reweigh_chance(double was, double is, Holds holds) {
    if (was == is) return true;
    if ((was <= 0 && is > 0) || (was >= 1 && is < 1)) return false;
    const double if_so = was > 0 ? is / was : 0, if_not = was < 1 ? (1 - is) / (1 - was) : 0;
    multiply([&](std::size_t s) { return holds(s) ? if_so : if_not; });
    return true;
  }

  /// The limit of `after` that forbids the same, as one would look for it: 0 or 1, since alike ones are merged.
  [[nodiscard]] std::optional<LimitIndex> counterpart(const Limit& wanted, const Standing& in, const Case& subject) const {
    for (const LimitIndex index : in.limits_of[wanted.party]) {
      const Limit& limit = in.limits[index.value];
      if (limit.forbids == wanted.forbids || same_meaning(limit.forbids, wanted.forbids, subject.issues)) return index;
    }
    return std::nullopt;
  }

  bool reweigh_limits(PartyIndex party) {
    const std::vector<LimitIndex>& mine = was_.limits_of[party];
    for (std::size_t bit = 0; bit < mine.size(); ++bit) {
      const Limit& limit = was_.limits[mine[bit].value];
      const auto left = counterpart(limit, is_, after_);
      const double is = left ? is_.limits[left->value].probability : 0;
      const auto real = [&](std::size_t s) { return (drawn_.parties[party].real_limits[s] >> bit & 1U) != 0; };
      if (!reweigh_chance(limit.probability, is, real)) return false;
    }
    return std::all_of(is_.limits_of[party].begin(), is_.limits_of[party].end(), [&](LimitIndex index) {
      return is_.limits[index.value].probability <= 0 || counterpart(is_.limits[index.value], was_, before_);
    });
  }

  /// Whether the statement is the same evidence in both cases.
  [[nodiscard]] bool same_evidence(const Statement& a, const Statement& b) const {
    const auto same_over = [&] {
      if (!a.over || !b.over) return !a.over && !b.over;
      return same_condition(*a.over, *b.over, before_.issues);
    };
    return a.party == b.party && a.kind == b.kind && same_condition(a.what, b.what, before_.issues) && same_over() &&
           a.ranking == b.ranking && said_of(before_, a) == said_of(after_, b) && meant_of(before_, a) == meant_of(after_, b) &&
           wants_of(before_, a) == wants_of(after_, b);
  }

  /// Those that count in `subject` and are not the same evidence in the other case.
  [[nodiscard]] std::vector<StatementIndex> changed_from(const Case& subject, const Standing& standing, const Case& other,
                                                         const Standing& others) const {
    std::vector<StatementIndex> changed;
    for (const StatementIndex index : standing.counted) {
      const auto twin = other.find_statement(subject.statements[index].id);
      const bool counts = twin && std::binary_search(others.counted.begin(), others.counted.end(), *twin);
      const bool before = &subject == &before_;
      const auto same = [&](const Statement& mine, const Statement& its) {
        return before ? same_evidence(mine, its) : same_evidence(its, mine);
      };
      if (!counts || !same(subject.statements[index], other.statements[*twin])) changed.push_back(index);
    }
    return changed;
  }

  bool reweigh_statements() {
    for (const StatementIndex index : changed_from(before_, was_, after_, is_)) {
      if (!reweigh_statement(before_, index, true)) return false;
    }
    for (const StatementIndex index : changed_from(after_, is_, before_, was_)) {
      if (!reweigh_statement(after_, index, false)) return false;
    }
    return true;
  }

  /// Limits count by their bits before, whichever case the statement is of: those that are gone are real in no
  /// scenario that has any weight left.
  bool reweigh_statement(const Case& subject, StatementIndex index, bool removed) {
    const PartyScenarios& tables = drawn_.parties[subject.statements[index].party];
    if (!tables.drawn) return true;
    const auto evidence = evidence_of(subject, was_, index);
    if (!evidence) return false;
    for (const Evidence& one : evidence.value()) {
      multiply([&](std::size_t s) {
        const double factor = holds_in(one, tables, before_.issues.size(), s, tables.real_limits[s]) ? one.if_holds : one.if_not;
        return removed ? 1 / factor : factor;
      });
    }
    return true;
  }

  const Case& before_;
  const Case& after_;
  const Scenarios& drawn_;
  Standing was_, is_;
  std::vector<double> weights_;
  bool changed_ = false;
};

}  // namespace

std::optional<std::vector<double>> weights_for(const Case& before, const Scenarios& drawn, const Case& after) {
  return Reweighing(before, drawn, after).run();
}

}  // namespace modus::preference

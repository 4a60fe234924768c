// From names back to numbers.
#include <algorithm>
#include <tuple>

#include "modus/case_model/parse_condition.h"
#include "modus/case_model/standing.h"
#include "modus/drafting/outline.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::Condition;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::StatementKind;

class Assembly {
 public:
  explicit Assembly(const Outline& outline) : outline_(outline), old_(outline.rest) {}

  base::Result<Case> run() {
    take_head();
    add_parties();
    add_sources();
    add_issues();
    if (!problems_.empty()) return problems_;
    add_statements();
    add_assessments();
    add_timeline();
    take_rest();
    if (!problems_.empty()) return problems_;
    return std::move(case_);
  }

 private:
  void add(const base::Place& where, std::string what, std::string fix) {
    problems_.push_back({where, std::move(what), std::move(fix)});
  }

  // The number of a name; nothing where there is no name, a problem where nothing is called so.
  template <class I>
  std::optional<I> number_of(std::optional<I> found, const std::string& name, std::string_view kind,
                             const base::Place& where) {
    if (!found && !name.empty())
      add(where, "no " + std::string(kind) + " is named '" + name + "'", "name one of the case, or add it");
    return found;
  }
  std::optional<PartyIndex> party(const std::string& name, const base::Place& where) {
    return number_of(case_.find_party(name), name, "party", where);
  }
  std::optional<case_model::SourceIndex> source(const std::string& name, const base::Place& where) {
    return number_of(case_.find_source(name), name, "source", where);
  }
  std::vector<PartyIndex> parties(const std::vector<std::string>& names, const base::Place& where) {
    std::vector<PartyIndex> all;
    for (const std::string& name : names) {
      if (const auto found = party(name, where)) all.push_back(*found);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }
  std::vector<PartyIndex> guarantors(const std::vector<std::string>& names, const base::Place& where) {
    const std::vector<PartyIndex> all = parties(names, where);
    for (const PartyIndex one : all) {
      if (!case_.parties[one].has(case_model::Role::kGuarantor))
        add(where, "'" + case_.parties[one].id + "' is no guarantor, and an option needs it",
            "give it the role guarantor");
    }
    return all;
  }
  std::optional<Condition> condition(const std::string& text, const base::Place& where) {
    auto read = case_model::parse_condition(text, case_.issues, where);
    if (read) return read.value();
    problems_.insert(problems_.end(), read.problems().begin(), read.problems().end());
    return std::nullopt;
  }

  void take_head() {
    case_ = old_;
    case_.sources = {};
    case_.parties = {};
    case_.issues = {};
    case_.statements = {};
    case_.judgments = {};
    case_.assessments.clear();
    case_.timeline.clear();
  }

  void add_parties() {
    for (const auto& [id, named] : outline_.parties) case_.parties.push_back(named.value);
    for (const auto& [id, named] : outline_.parties) {
      case_model::Party& one = case_.parties[*case_.find_party(id)];
      one.ratifier_of = party(named.ratifier_of, one.where);
      const bool ratifies = one.has(case_model::Role::kRatifier);
      const bool of_principal =
          one.ratifier_of && case_.parties[*one.ratifier_of].has(case_model::Role::kPrincipal);
      if (ratifies != one.ratifier_of.has_value() || (ratifies && (!of_principal || named.ratifier_of == id)))
        add(one.where, "'" + id + "' ratifies for no principal",
            "say for which principal, or take the role away");
    }
    const bool any =
        std::any_of(case_.parties.begin(), case_.parties.end(),
                    [](const case_model::Party& one) { return one.has(case_model::Role::kPrincipal); });
    if (!any) add({}, "no party is a principal", "give at least one the role: somebody must accept a deal");
  }

  void add_sources() {
    for (const auto& [id, named] : outline_.sources) case_.sources.push_back(named.value);
    for (const auto& [id, named] : outline_.sources) {
      case_model::Source& one = case_.sources[*case_.find_source(id)];
      one.heard_from = source(named.heard_from, one.where);
    }
    for (const auto& [id, named] : outline_.parties) {
      case_model::Party& one = case_.parties[*case_.find_party(id)];
      for (std::size_t i = 0; i < one.interests.size(); ++i)
        one.interests[i].source = source(named.interest_sources[i], one.where);
    }
  }

  case_model::Issue issue_of(const NamedIssue& named) {
    case_model::Issue issue = named.value;
    issue.options = {};
    for (const NamedOption& option : named.options) {
      case_model::Option one = option.value;
      one.needs = guarantors(option.needs, issue.where);
      issue.options.push_back(one);
    }
    if (!issue.range) {
      std::sort(issue.options.begin(), issue.options.end(),
                [](const auto& a, const auto& b) { return a.id < b.id; });
    }
    issue.carried_out_by = parties(named.carried_out_by, issue.where);
    if (issue.options.empty())
      add(issue.where, "the issue '" + issue.id + "' has no options", "add one, or take the issue out");
    return issue;
  }

  void add_issues() {
    for (const auto& [id, named] : outline_.issues) {
      const bool is_new = !old_.issues.empty() && !old_.find_issue(id);
      if (is_new && has_packages(old_))
        add(named.value.where, "the case has packages that say nothing on the issue '" + id + "'",
            "name an option of it in each draft and lottery");
      case_.issues.push_back(issue_of(named));
    }
    if (case_.issues.empty()) add({}, "the case has no issue", "add one");
  }

  void check_kind(const case_model::Statement& one) {
    const bool part_only = one.kind == StatementKind::kAccepts || one.kind == StatementKind::kOffers ||
                           one.kind == StatementKind::kPrefers;
    if (part_only && !as_part(one.what))
      add(one.where,
          "'" + one.id + "' " + std::string(word_of(one.kind)) +
              " what is no list of 'issue = option' joined by 'and'",
          "name one option an issue, or choose another kind");
    if ((one.kind == StatementKind::kPrefers) != one.over.has_value())
      add(one.where, "'" + one.id + "' prefers something, or over something, but not both",
          "give both or neither");
    if (one.on && one.on->first > case_.as_of)
      add(one.where, "'" + one.id + "' is later than the day of the case", "correct the day");
  }

  void add_statement(const NamedStatement& named) {
    case_model::Statement one = named.value;
    one.party = party(named.party, one.where).value_or(PartyIndex());
    if (named.party.empty()) add(one.where, "'" + one.id + "' is about nobody", "name a party");
    one.what = {};
    one.over.reset();
    one.ranking.clear();
    for (const std::string& name : named.ranking) {
      if (const auto issue = number_of(case_.find_issue(name), name, "issue", one.where))
        one.ranking.push_back(*issue);
    }
    if (one.kind != StatementKind::kRanks) {
      if (auto what = condition(named.what, one.where)) one.what = std::move(*what);
      if (!named.over.empty()) one.over = condition(named.over, one.where);
      check_kind(one);
    }
    one.source = source(named.source, one.where);
    one.replaces.clear();
    one.same_as.reset();
    case_.statements.push_back(std::move(one));
  }

  void add_statements() {
    for (const auto& [id, named] : outline_.statements) add_statement(named);
    for (const auto& [id, named] : outline_.statements) {
      case_model::Statement& one = case_.statements[*case_.find_statement(id)];
      for (const std::string& other : named.replaces) {
        if (const auto found = case_.find_statement(other)) one.replaces.push_back(*found);
      }
      std::sort(one.replaces.begin(), one.replaces.end());
      one.same_as = case_.find_statement(named.same_as);
    }
    for (const case_model::Statement& one : case_.statements) check_pointers(one);
  }

  void check_pointers(const case_model::Statement& one) {
    const auto about_other = [&](case_model::StatementIndex other) {
      return case_.statements[other].party != one.party;
    };
    if (std::any_of(one.replaces.begin(), one.replaces.end(), about_other) ||
        (one.same_as && about_other(*one.same_as)))
      add(one.where, "'" + one.id + "' points at a statement about another party",
          "point at one about the same party");
    if (!problems_.empty() || !one.same_as) return;
    if (!makes_limit(case_, one) || !makes_limit(case_, case_.statements[*one.same_as]))
      add(one.where, "'same_as' of '" + one.id + "' joins what is no limit",
          "remove it, or choose a kind that makes a limit");
  }

  static std::pair<std::int64_t, std::int64_t> numbers_of(const std::optional<case_model::Days>& days) {
    if (!days) return {-1'000'000, 0};
    return {days->first.time_since_epoch().count(), days->last.time_since_epoch().count()};
  }

  void add_assessments() {
    for (const NamedAssessment& named : outline_.assessments) {
      case_model::Assessment one = named.value;
      one.by_party = case_.find_party(named.by);
      one.by_source = one.by_party ? std::nullopt : source(named.by, one.where);
      one.source = source(named.source, one.where);
      case_.assessments.push_back(std::move(one));
    }
    std::stable_sort(case_.assessments.begin(), case_.assessments.end(), [](const auto& a, const auto& b) {
      const auto key = [](const case_model::Assessment& x) {
        return std::tuple(numbers_of(x.on), x.by_party, x.by_source, x.speaker, x.word, x.chances,
                          x.quote.text, x.source);
      };
      return key(a) < key(b);
    });
  }

  void add_timeline() {
    for (const NamedEvent& named : outline_.timeline) {
      case_model::TimelineEvent one = named.value;
      one.who = parties(named.who, one.where);
      one.source = source(named.source, one.where);
      case_.timeline.push_back(std::move(one));
    }
    std::stable_sort(case_.timeline.begin(), case_.timeline.end(), [](const auto& a, const auto& b) {
      const auto key = [](const case_model::TimelineEvent& x) {
        return std::tuple(numbers_of(x.on), x.kind, x.what, x.place, x.who, x.planned, x.source, x.quote.text,
                          x.quote.at);
      };
      return key(a) < key(b);
    });
  }

  // What the case says besides: its conditions go through their text, its numbers through their names.
  std::optional<PartyIndex> moved(PartyIndex old) const { return case_.find_party(old_.parties[old].id); }
  std::optional<IssueIndex> moved(IssueIndex old) const { return case_.find_issue(old_.issues[old].id); }
  std::optional<case_model::SourceIndex> moved(const std::optional<case_model::SourceIndex>& old) const {
    return old ? case_.find_source(old_.sources[*old].id) : std::nullopt;
  }
  std::optional<OptionIndex> moved(IssueIndex issue, OptionIndex old) const {
    const auto now = moved(issue);
    if (!now) return std::nullopt;
    const auto& options = case_.issues[*now].options;
    for (const OptionIndex option : options.indices()) {
      if (options[option].id == old_.issues[issue].options[old].id) return option;
    }
    return std::nullopt;
  }

  std::optional<case_model::Package> moved(const case_model::Package& old) const {
    case_model::Package package(case_.issues.size());
    for (const IssueIndex issue : old_.issues.indices()) {
      const auto now = moved(issue);
      const auto option = moved(issue, old[issue]);
      if (now && !option) return std::nullopt;
      if (now) package[*now] = *option;
    }
    return package;
  }

  // A condition on what is gone is gone too.
  std::optional<Condition> moved(const Condition& old) const {
    auto read = case_model::parse_condition(write_condition(old, old_.issues), case_.issues, {});
    if (!read) return std::nullopt;
    return read.value();
  }

  template <class T>
  void move_conditions(std::vector<T>& list, Condition T::*member) {
    std::vector<T> kept;
    for (T& item : list) {
      auto now = moved(item.*member);
      if (!now) continue;
      item.*member = std::move(*now);
      kept.push_back(std::move(item));
    }
    list = std::move(kept);
  }

  void take_rest() {
    move_conditions(case_.rules, &case_model::Rule::condition);
    move_conditions(case_.norms, &case_model::Norm::when);
    for (case_model::Norm& norm : case_.norms) norm.source = moved(norm.source);
    std::erase_if(case_.drafts, [&](const case_model::Draft& draft) { return !moved(draft.package); });
    for (case_model::Draft& draft : case_.drafts) draft.package = *moved(draft.package);
    take_guarantees();
    for (const case_model::Party& one : case_.parties) {
      const auto old = old_.find_party(one.id);
      case_.judgments.push_back(old && old->value < old_.judgments.size() ? moved(old_.judgments[*old])
                                                                          : blank());
    }
  }

  void take_guarantees() {
    move_conditions(case_.guarantees, &case_model::Guarantee::when);
    std::erase_if(case_.guarantees, [&](const case_model::Guarantee& one) {
      const auto by = moved(one.by);
      return !moved(one.protects) || !moved(one.against) || !by ||
             !case_.parties[*by].has(case_model::Role::kGuarantor);
    });
    for (case_model::Guarantee& one : case_.guarantees) {
      one.protects = *moved(one.protects);
      one.against = *moved(one.against);
      one.by = *moved(one.by);
    }
  }

  case_model::Judgments blank() const {
    case_model::Judgments none;
    none.order.assign(case_.issues.size(), {});
    none.scores.assign(case_.issues.size(), {});
    none.scales.assign(case_.issues.size(), std::nullopt);
    none.weights.assign(case_.issues.size(), std::nullopt);
    return none;
  }

  case_model::Judgments moved(const case_model::Judgments& old) {
    case_model::Judgments now = old;
    const case_model::Judgments none = blank();
    now.order = none.order;
    now.scores = none.scores;
    now.scales = none.scales;
    now.weights = none.weights;
    for (const IssueIndex issue : old_.issues.indices()) {
      const auto to = moved(issue);
      if (!to) continue;
      now.scales[*to] = old.scales[issue];
      now.weights[*to] = old.weights[issue];
      for (const auto& [option, score] : old.scores[issue]) {
        if (const auto still = moved(issue, option)) now.scores[*to].emplace(*still, score);
      }
      for (const OptionIndex option : old.order[issue]) {
        if (const auto still = moved(issue, option)) now.order[*to].push_back(*still);
      }
      if (!old.order[issue].empty() && now.order[*to].size() != case_.issues[*to].options.size())
        add(case_.issues[*to].where,
            "a judgment orders all options of '" + case_.issues[*to].id + "', and one is new",
            "give the new option its place in 'order'");
    }
    move_conditions(now.adjust, &case_model::Adjustment::when);
    std::erase_if(now.no_deal.lottery,
                  [&](const case_model::LotteryOutcome& one) { return !moved(one.package); });
    for (case_model::LotteryOutcome& one : now.no_deal.lottery) one.package = *moved(one.package);
    return now;
  }

  const Outline& outline_;
  const Case& old_;
  Case case_;
  base::Problems problems_;
};

}  // namespace

base::Result<Case> case_of(const Outline& outline) { return Assembly(outline).run(); }

}  // namespace modus::drafting

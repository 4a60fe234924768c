// From names back to numbers.
#include <algorithm>

#include "modus/case_model/canonical_order.h"
#include "modus/case_model/parse_condition.h"
#include "modus/case_model/standing.h"
#include "modus/drafting/move_rest.h"
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
    move_rest(old_, case_, problems_);
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
            "name an option of it in each draft, lottery and round of the text");
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

  void add_assessments() {
    for (const NamedAssessment& named : outline_.assessments) {
      case_model::Assessment one = named.value;
      one.by_party = case_.find_party(named.by);
      one.by_source = one.by_party ? std::nullopt : source(named.by, one.where);
      one.source = source(named.source, one.where);
      case_.assessments.push_back(std::move(one));
    }
    put_in_order(case_.assessments);
  }

  void add_timeline() {
    for (const NamedEvent& named : outline_.timeline) {
      case_model::TimelineEvent one = named.value;
      one.who = parties(named.who, one.where);
      one.source = source(named.source, one.where);
      case_.timeline.push_back(std::move(one));
    }
    put_in_order(case_.timeline);
  }

  const Outline& outline_;
  const Case& old_;
  Case case_;
  base::Problems problems_;
};

}  // namespace

base::Result<Case> case_of(const Outline& outline) { return Assembly(outline).run(); }

}  // namespace modus::drafting

#include "modus/inquiry/text_clauses.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "modus/case_model/asked_for.h"

namespace modus::inquiry {
namespace {

using case_model::Element;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::PartyIndex;
using case_model::StatementIndex;
using findings::TextClause;

/// Who has said which options would do, and by which statements.
struct Said {
  std::map<PartyIndex, std::map<Element, std::set<StatementIndex>>> where;
  void add(PartyIndex party, const Element& element, StatementIndex statement) {
    where[party][element].insert(statement);
  }
};

/// The last reaction of each party to a change to each option; of a change to several issues each counts.
void add_welcomes(const case_model::Case& subject, Said& said) {
  std::map<std::pair<PartyIndex, Element>, const case_model::Reaction*> last;
  for (const case_model::TextRound& round : subject.text) {
    for (const case_model::Reaction& reaction : round.reactions) {
      for (const IssueIndex issue : reaction.to.indices()) {
        if (reaction.to[issue] != round.package[issue])
          last[{reaction.party, {issue, reaction.to[issue]}}] = &reaction;
      }
    }
  }
  for (const auto& [what, reaction] : last) {
    if (reaction->says == case_model::ReactionKind::kWelcomed)
      said.add(what.first, what.second, reaction->statement);
  }
}

Said collect_said(const zone::DrawnCase& drawn) {
  Said said;
  for (const StatementIndex index : drawn.standing.counted) {
    const case_model::Statement& statement = drawn.subject.statements[index];
    if (!case_model::tells_of_agreement(statement.kind) || !case_model::is_own_word(statement)) continue;
    for (const Element& element : case_model::asked_for(statement.what))
      said.add(statement.party, element, index);
  }
  add_welcomes(drawn.subject, said);
  return said;
}

/// A limit that is less likely real than not rules nothing out: a demand, or a red line taken back.
constexpr double kRulesOut = 0.5;

/// Limits on this issue alone that forbid the option.
std::vector<const case_model::Limit*> limits_against(const zone::DrawnCase& drawn, const Package& text,
                                                     IssueIndex issue) {
  std::vector<const case_model::Limit*> against;
  for (const case_model::Limit& limit : drawn.standing.limits) {
    const std::vector<IssueIndex> named = case_model::issues_named(limit.forbids);
    if (limit.probability < kRulesOut) continue;
    if (named == std::vector<IssueIndex>{issue} && case_model::holds(limit.forbids, text))
      against.push_back(&limit);
  }
  return against;
}

class ClauseMaker {
 public:
  ClauseMaker(const zone::DrawnCase& drawn, const Package& text)
      : drawn_(drawn), text_(text), said_(collect_said(drawn)) {}

  TextClause make(IssueIndex issue) const {
    TextClause clause;
    clause.issue = issue;
    clause.option = text_[issue];
    std::set<StatementIndex> statements;
    std::size_t principals = 0, agreeing = 0;
    for (const PartyIndex party : drawn_.subject.parties.indices()) {
      const bool principal = drawn_.subject.parties[party].has(case_model::Role::kPrincipal);
      principals += principal ? 1U : 0U;
      if (says(party, {issue, text_[issue]}, statements)) {
        clause.said_by.push_back(party);
        agreeing += principal ? 1U : 0U;
      } else {
        add_alternative(party, issue, clause, statements);
      }
    }
    for (const case_model::Limit* limit : limits_against(drawn_, text_, issue)) {
      if (clause.ruled_out_by.empty() || clause.ruled_out_by.back() != limit->party)
        clause.ruled_out_by.push_back(limit->party);
      statements.insert(limit->statements.begin(), limit->statements.end());
    }
    const bool no_choice = drawn_.subject.issues[issue].options.size() == 1;
    clause.agreed = no_choice || (agreeing == principals && clause.ruled_out_by.empty());
    clause.statements.assign(statements.begin(), statements.end());
    return clause;
  }

 private:
  bool says(PartyIndex party, const Element& element, std::set<StatementIndex>& statements) const {
    const auto by = said_.where.find(party);
    if (by == said_.where.end()) return false;
    const auto where = by->second.find(element);
    if (where == by->second.end()) return false;
    statements.insert(where->second.begin(), where->second.end());
    return true;
  }

  void add_alternative(PartyIndex party, IssueIndex issue, TextClause& clause,
                       std::set<StatementIndex>& statements) const {
    const std::size_t options = drawn_.subject.issues[issue].options.size();
    TextClause::Alternative alternative{party, std::vector<bool>(options, false)};
    for (std::size_t o = 0; o < options; ++o) {
      if (says(party, {issue, OptionIndex(o)}, statements)) alternative.options[o] = true;
    }
    if (std::find(alternative.options.begin(), alternative.options.end(), true) !=
        alternative.options.end()) {
      clause.alternatives.push_back(std::move(alternative));
    }
  }

  const zone::DrawnCase& drawn_;
  const Package& text_;
  Said said_;
};

}  // namespace

std::vector<TextClause> clauses_of(const zone::DrawnCase& drawn, const Package& text) {
  const ClauseMaker maker(drawn, text);
  std::vector<TextClause> clauses;
  for (const IssueIndex issue : text.indices()) clauses.push_back(maker.make(issue));
  return clauses;
}

}  // namespace modus::inquiry

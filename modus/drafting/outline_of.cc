#include "modus/drafting/outline.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::PartyIndex;
using case_model::SourceIndex;

std::string name_of(const Case& subject, const std::optional<SourceIndex>& source) {
  return source ? subject.sources[*source].id : "";
}

std::vector<std::string> names_of(const Case& subject, const std::vector<PartyIndex>& parties) {
  std::vector<std::string> names;
  for (const PartyIndex party : parties) names.push_back(subject.parties[party].id);
  return names;
}

NamedParty outline_of(const Case& subject, const case_model::Party& party) {
  NamedParty named{party, party.ratifier_of ? subject.parties[*party.ratifier_of].id : "", {}};
  for (const case_model::Interest& interest : party.interests)
    named.interest_sources.push_back(name_of(subject, interest.source));
  return named;
}

NamedIssue outline_of(const Case& subject, const case_model::Issue& issue) {
  NamedIssue named{issue, {}, names_of(subject, issue.carried_out_by)};
  for (const case_model::Option& option : issue.options)
    named.options.push_back({option, names_of(subject, option.needs)});
  named.value.options = {};
  return named;
}

NamedStatement outline_of(const Case& subject, const case_model::Statement& statement) {
  NamedStatement named;
  named.value = statement;
  named.party = subject.parties[statement.party].id;
  if (statement.kind != case_model::StatementKind::kRanks)
    named.what = write_condition(statement.what, subject.issues);
  if (statement.over) named.over = write_condition(*statement.over, subject.issues);
  named.source = name_of(subject, statement.source);
  if (statement.same_as) named.same_as = subject.statements[*statement.same_as].id;
  for (const case_model::IssueIndex issue : statement.ranking)
    named.ranking.push_back(subject.issues[issue].id);
  for (const case_model::StatementIndex other : statement.replaces)
    named.replaces.push_back(subject.statements[other].id);
  return named;
}

std::string assessor_of(const Case& subject, const case_model::Assessment& assessment) {
  return assessment.by_party ? subject.parties[*assessment.by_party].id
                             : name_of(subject, assessment.by_source);
}

}  // namespace

Outline outline_of(const Case& subject) {
  Outline outline;
  for (const case_model::Source& source : subject.sources)
    outline.sources[source.id] = {source, name_of(subject, source.heard_from)};
  for (const case_model::Party& party : subject.parties)
    outline.parties[party.id] = outline_of(subject, party);
  for (const case_model::Issue& issue : subject.issues) outline.issues[issue.id] = outline_of(subject, issue);
  for (const case_model::Statement& statement : subject.statements)
    outline.statements[statement.id] = outline_of(subject, statement);
  for (const case_model::Assessment& assessment : subject.assessments)
    outline.assessments.push_back(
        {assessment, assessor_of(subject, assessment), name_of(subject, assessment.source)});
  for (const case_model::TimelineEvent& event : subject.timeline)
    outline.timeline.push_back({event, names_of(subject, event.who), name_of(subject, event.source)});
  outline.rest = subject;
  return outline;
}

void forget(Outline& outline, const std::string& statement) {
  outline.statements.erase(statement);
  for (auto& [id, other] : outline.statements) {
    std::erase(other.replaces, statement);
    if (other.same_as == statement) other.same_as.clear();
  }
}

bool has_packages(const Case& subject) {
  bool any = !subject.drafts.empty() || !subject.text.empty();
  for (const case_model::Judgments& judgments : subject.judgments)
    any = any || !judgments.no_deal.lottery.empty();
  return any;
}

bool has_order(const Case& subject, const std::string& issue) {
  const auto index = subject.find_issue(issue);
  bool any = false;
  for (const case_model::Judgments& judgments : subject.judgments)
    any = any || (index && !judgments.order[*index].empty());
  return any;
}

}  // namespace modus::drafting

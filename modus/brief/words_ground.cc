#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"
#include "modus/case_model/asked_for.h"

namespace modus::brief {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using case_model::StatementIndex;
using findings::CommonElement;

/// Limits of principals that this term alone runs into: what is common ground by one statement may be barred by
/// another of the same party.
std::vector<const case_model::Limit*> limits_against(const Telling& telling, const findings::Term& term) {
  std::vector<const case_model::Limit*> against;
  case_model::Package package(telling.subject.issues.size());
  package[term.issue] = term.option;
  for (const case_model::Limit& limit : telling.standing.limits) {
    const bool principal = telling.subject.parties[limit.party].has(case_model::Role::kPrincipal);
    const bool alone = case_model::issues_named(limit.forbids) == std::vector<IssueIndex>{term.issue};
    if (principal && alone && case_model::holds(limit.forbids, package)) against.push_back(&limit);
  }
  return against;
}

/// Those of whom only others say that it would do.
std::vector<PartyIndex> only_by_others(const Telling& telling, const CommonElement& element) {
  std::map<PartyIndex, bool> own;
  for (const StatementIndex index : element.statements) {
    const case_model::Statement& statement = telling.subject.statements[index];
    own[statement.party] = own[statement.party] || case_model::is_own_word(statement);
  }
  std::vector<PartyIndex> parties;
  for (const auto& [party, said] : own) {
    if (!said) parties.push_back(party);
  }
  return parties;
}

void add_only_by_others(const Telling& telling, const CommonElement& element, Sentence& sentence) {
  std::vector<std::string> names;
  for (const PartyIndex party : only_by_others(telling, element)) names.push_back(telling.name(party));
  if (!names.empty()) sentence.plain("; of " + base::join_words(names) + " only others say so");
}

/// The term, how often it is in the zone, and who said so.
Sentence say_common_term(Telling& telling, const CommonElement& element) {
  Sentence sentence;
  sentence.strong(say_term(telling.subject, element.term.issue, element.term.option));
  sentence.plain(", in the zone in " + chance(element.in_zone) + " of them");
  sentence.cite(telling.cites.numbers_of(element.statements));
  add_only_by_others(telling, element, sentence);
  for (const case_model::Limit* limit : limits_against(telling, element.term)) {
    sentence.plain("; but " + telling.name(limit->party) + " has also named a limit against it");
    sentence.cite(telling.cites.numbers_of(limit->statements));
  }
  return sentence.plain(".")
      .mark(Mark::kInferred)
      .mark(Mark::kComputed);
}

/// Options that nearly every zone has without everybody having said so, by issue.
std::map<IssueIndex, std::vector<bool>> collect_unsaid(const Telling& telling) {
  std::map<IssueIndex, std::vector<bool>> by_issue;
  for (const CommonElement& element : telling.finding.packages.common_ground) {
    if (element.said_by_all) continue;
    std::vector<bool>& allowed = by_issue[element.term.issue];
    allowed.resize(telling.subject.issues[element.term.issue].options.size());
    allowed[element.term.option.value] = true;
  }
  return by_issue;
}

/// Where each option of an issue is open, the choice between them hardly matters to the zone.
Text say_unsaid(const Telling& telling) {
  std::string some;
  std::vector<std::string> any;
  for (const auto& [issue, allowed] : collect_unsaid(telling)) {
    const std::string& name = telling.subject.issues[issue].name;
    if (std::find(allowed.begin(), allowed.end(), false) == allowed.end()) {
      any.push_back(name);
    } else {
      some += (some.empty() ? "" : "; ") + name + ": " + say_options(telling.subject, issue, allowed);
    }
  }
  Text text;
  if (!some.empty()) text.push_back(Sentence("Not said by all, but open in nearly every scenario that has a zone: " + some + ".").mark(Mark::kComputed));
  if (!any.empty()) {
    text.push_back(Sentence("Each option is open in nearly every scenario that has a zone, so that the choice hardly matters to whether there "
                            "is one, on " + base::join_words(any) + ".")
                       .mark(Mark::kComputed));
  }
  return text;
}

/// Shares of few scenarios are rough; below this many the brief says so.
constexpr double kFewScenarios = 200;

Sentence say_few(const Telling& telling) {
  const double with_zone =
      telling.finding.zone.zone_probability.value * static_cast<double>(telling.finding.run.scenarios);
  if (with_zone >= kFewScenarios) return {};
  return Sentence(fmt::format("Only {:.0f} of the {} scenarios have a zone: take these shares as rough.",
                              with_zone, count(telling.finding.run.scenarios)))
      .mark(Mark::kComputed);
}

}  // namespace

Blocks tell_common_ground(Telling& telling) {
  Blocks blocks = {heading(2, "common-ground", "Common ground")};
  Bullets list;
  for (const CommonElement& element : telling.finding.packages.common_ground) {
    if (element.said_by_all) list.items.push_back({say_common_term(telling, element)});
  }
  if (list.items.empty()) {
    blocks.emplace_back(
        paragraph("There is nothing yet that every principal has offered, accepted or asked for."));
  } else {
    blocks.emplace_back(paragraph(
        "Every principal has offered, accepted or asked for these; beside each, how often it is open in "
        "the scenarios that have a zone."));
    blocks.emplace_back(list);
  }
  Paragraph rest{say_unsaid(telling), false};
  if (rest.text.empty() && list.items.empty()) return blocks;
  if (Sentence few = say_few(telling); !few.empty()) rest.text.push_back(std::move(few));
  if (!rest.text.empty()) blocks.emplace_back(rest);
  return blocks;
}

Blocks tell_said_by_all(Telling& telling) {
  Blocks blocks = {heading(2, "common-ground", "Common ground")};
  Bullets list;
  for (const CommonElement& element : telling.finding.packages.common_ground) {
    if (!element.said_by_all) continue;
    Sentence sentence;
    sentence.strong(say_term(telling.subject, element.term.issue, element.term.option)).cite(telling.cites.numbers_of(element.statements));
    add_only_by_others(telling, element, sentence);
    list.items.push_back({sentence.plain(".").mark(Mark::kInferred)});
  }
  if (list.items.empty()) {
    blocks.emplace_back(paragraph("The reports name nothing that every principal has offered, accepted or asked for."));
    return blocks;
  }
  blocks.emplace_back(paragraph("Every principal has offered, accepted or asked for these, as the reports were read."));
  blocks.emplace_back(list);
  return blocks;
}

}  // namespace modus::brief

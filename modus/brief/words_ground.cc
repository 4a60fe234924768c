#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "modus/brief/party_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::PartyIndex;
using case_model::Statement;
using case_model::StatementIndex;
using case_model::StatementKind;
using findings::CommonElement;

/// Statements shown for a party under one issue on the first pages; the details have all.
constexpr std::size_t kStatementsInACell = 2;

std::vector<IssueIndex> issues_of(const Statement& statement) {
  std::vector<IssueIndex> named = case_model::issues_named(statement.what);
  if (statement.over) {
    for (const IssueIndex issue : case_model::issues_named(*statement.over)) named.push_back(issue);
  }
  return named;
}

bool is_about(const Statement& statement, IssueIndex issue) {
  const std::vector<IssueIndex> named = issues_of(statement);
  return statement.kind != StatementKind::kRanks &&
         std::find(named.begin(), named.end(), issue) != named.end();
}

bool is_opening_word(StatementKind kind) {
  return kind == StatementKind::kOffers || kind == StatementKind::kAccepts;
}

int rank_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::kRedLine:
      return 0;
    case StatementKind::kRejects:
      return 1;
    case StatementKind::kDemands:
      return 2;
    case StatementKind::kAccepts:
      return 3;
    case StatementKind::kOffers:
      return 4;
    default:
      return 5;
  }
}

/// The firmest statement on the issue first, then what it has offered or accepted: the two ends of a
/// position.
std::vector<StatementIndex> choose_statements(const Telling& telling, PartyIndex party, IssueIndex issue) {
  const Case& subject = telling.subject;
  std::vector<StatementIndex> found;
  for (const StatementIndex index : telling.standing.counted) {
    const Statement& statement = subject.statements[index];
    if (statement.party == party && is_about(statement, issue)) found.push_back(index);
  }
  std::stable_sort(found.begin(), found.end(), [&](StatementIndex a, StatementIndex b) {
    const auto key = [&](StatementIndex index) {
      const std::size_t issues = issues_of(subject.statements[index]).size();
      return std::tuple(issues > 1, rank_of(subject.statements[index].kind),
                        issues);  // what is on this issue alone first
    };
    return key(a) < key(b);
  });
  if (found.size() > kStatementsInACell) {
    const auto opening = std::find_if(found.begin() + 1, found.end(), [&](StatementIndex index) {
      return is_opening_word(subject.statements[index].kind);
    });
    if (opening != found.end()) std::iter_swap(found.begin() + 1, opening);
    found.resize(kStatementsInACell);
  }
  return found;
}

/// The option judged to score highest, going by the upper ends of the ranges; ties to the first.
const std::string& best_scored(const case_model::Issue& issue,
                               const std::map<case_model::OptionIndex, base::Interval>& scores) {
  const auto best = std::max_element(scores.begin(), scores.end(), [](const auto& a, const auto& b) {
    return a.second.high.value() < b.second.high.value();
  });
  return issue.options[best->first].name;
}

Text say_silence(const Telling& telling, PartyIndex party, IssueIndex issue) {
  const std::string judged = say_judged_preference(telling, party, issue);
  if (judged.empty()) return {Sentence("Nothing said, nothing judged")};
  return {Sentence("Nothing said; " + judged).mark(Mark::kJudged)};
}

using Shown = std::set<StatementIndex>;

/// Options of a draft are named by the very words that were said: once is enough.
bool says_already(const Sentence& sentence, const std::string& quote) {
  constexpr std::size_t kTelling = 24;
  const std::string start = quote.substr(0, kTelling);
  return start.size() == kTelling && std::any_of(sentence.runs.begin(), sentence.runs.end(), [&](const Run& run) { return run.text.find(start) != std::string::npos; });
}

Text say_position(Telling& telling, PartyIndex party, IssueIndex issue, Shown& shown) {
  Text cell;
  for (const StatementIndex index : choose_statements(telling, party, issue)) {
    const Statement& statement = telling.subject.statements[index];
    Sentence sentence(capital(say_statement_under(telling.subject, statement, issue)));
    if (shown.insert(index).second && !statement.quote.text.empty() && !says_already(sentence, statement.quote.text)) {
      sentence.plain(", ").quote(statement.quote.text);
    }
    cell.push_back(sentence.cite(telling.cites.number_of(index)));
    cell.back().plain(".");
  }
  return cell.empty() ? say_silence(telling, party, issue) : cell;
}

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

/// The term, how often it is in the zone, and who said so.
Sentence say_common_term(Telling& telling, const CommonElement& element) {
  Sentence sentence;
  sentence.strong(say_term(telling.subject, element.term.issue, element.term.option));
  sentence.plain(", in the zone in " + chance(element.in_zone) + " of them");
  sentence.cite(telling.cites.numbers_of(element.statements));
  for (const case_model::Limit* limit : limits_against(telling, element.term)) {
    sentence.plain("; but " + telling.name(limit->party) + " has also named a limit against it");
    sentence.cite(telling.cites.numbers_of(limit->statements));
  }
  return sentence.plain(".")
      .mark(Mark::kInferred)
      .mark(Mark::kComputed);
}

/// Terms that nearly every zone has without everybody having said so, an issue a time. Where an issue has
/// several, the choice between them hardly matters to the zone.
std::vector<std::string> say_unsaid(const Telling& telling) {
  std::map<IssueIndex, std::vector<bool>> by_issue;
  for (const CommonElement& element : telling.finding.packages.common_ground) {
    if (element.said_by_all) continue;
    std::vector<bool>& allowed = by_issue[element.term.issue];
    allowed.resize(telling.subject.issues[element.term.issue].options.size());
    allowed[element.term.option.value] = true;
  }
  std::vector<std::string> words;
  for (const auto& [issue, allowed] : by_issue) {
    words.push_back(telling.subject.issues[issue].name + ": " + say_options(telling.subject, issue, allowed));
  }
  return words;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : "; ") + part;
  return words;
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

std::string say_judged_preference(const Telling& telling, PartyIndex party, IssueIndex issue) {
  const case_model::Judgments& judged = telling.subject.judgments[party];
  const case_model::Issue& about = telling.subject.issues[issue];
  if (!judged.order.empty() && !judged.order[issue].empty()) {
    return "judged to prefer " + about.options[judged.order[issue].front()].name +
           " to the rest";
  }
  if (!judged.scores.empty() && !judged.scores[issue].empty()) {
    return "scores judged, highest for " + best_scored(about, judged.scores[issue]);
  }
  if (judged.scales.empty() || !judged.scales[issue]) return "";
  switch (judged.scales[issue]->better) {
    case case_model::ScaleWants::Better::kMore:
      return "judged to prefer more";
    case case_model::ScaleWants::Better::kLess:
      return "judged to prefer less";
    case case_model::ScaleWants::Better::kPeak:
      return "judged to prefer about " + base::write_decimal(judged.scales[issue]->peak);
  }
  return "";
}

Text say_interests(Telling& telling, PartyIndex party) {
  Text cell;
  for (const case_model::Interest& interest : telling.subject.parties[party].interests) {
    Sentence sentence(capital(interest.text) + ".");
    if (interest.source) {
      sentence.cite(telling.cites.number_of(*interest.source));
    } else {
      sentence.mark(Mark::kJudged);
    }
    cell.push_back(sentence);
  }
  if (cell.empty()) cell.emplace_back("No interest on record");
  return cell;
}

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
  const std::vector<std::string> unsaid = say_unsaid(telling);
  if (unsaid.empty() && list.items.empty()) return blocks;
  Paragraph rest;
  if (!unsaid.empty()) {
    rest.text.push_back(Sentence("Not said by all, but open in nearly every scenario that has a zone: " +
                                 joined(unsaid) + ".")
                            .mark(Mark::kComputed));
  }
  rest.text.push_back(say_few(telling));
  if (!rest.text[0].empty()) blocks.emplace_back(rest);
  return blocks;
}

Blocks tell_said_by_all(Telling& telling) {
  Blocks blocks = {heading(2, "common-ground", "Common ground")};
  Bullets list;
  for (const CommonElement& element : telling.finding.packages.common_ground) {
    if (!element.said_by_all) continue;
    Sentence sentence;
    sentence.strong(say_term(telling.subject, element.term.issue, element.term.option)).cite(telling.cites.numbers_of(element.statements));
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

Blocks tell_positions(Telling& telling) {
  const std::vector<PartyIndex> parties = parties_at_the_table(telling);
  Table table{
      "What each has said, the firmest and the most open statement on each issue; the details have all.",
      {{"Issue"}},
      {}};
  std::vector<Text> interests = {{Sentence("Interests behind the positions")}};
  for (const PartyIndex party : parties) {
    table.columns.push_back({telling.name(party)});
    interests.push_back(say_interests(telling, party));
  }
  table.rows.push_back(interests);
  Shown shown;
  for (const IssueIndex issue : telling.subject.issues.indices()) {
    std::vector<Text> row = {{Sentence(telling.subject.issues[issue].name)}};
    for (const PartyIndex party : parties) row.push_back(say_position(telling, party, issue, shown));
    table.rows.push_back(row);
  }
  return {heading(2, "positions", "Positions beside interests"), table};
}

}  // namespace modus::brief

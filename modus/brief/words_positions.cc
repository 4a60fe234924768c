#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "modus/brief/party_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"
#include "modus/case_model/asked_for.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::PartyIndex;
using case_model::Statement;
using case_model::StatementIndex;
using case_model::StatementKind;

/// Statements shown for a party under one issue on the first pages; the details have all.
constexpr std::size_t kStatementsInACell = 2;

std::vector<IssueIndex> issues_of(const Statement& statement) {
  std::vector<IssueIndex> named = case_model::issues_named(statement.what);
  if (statement.over) {
    for (const IssueIndex issue : case_model::issues_named(*statement.over)) named.push_back(issue);
  }
  return named;
}

/// On one option for every issue: it says nothing on any of them alone.
bool is_whole(const Case& subject, const Statement& statement) {
  const auto part = case_model::as_part(statement.what);
  return part && case_model::is_complete(*part, subject.issues);
}

/// What it rules out together does not rule out each.
bool rules_out_together(const Statement& statement) {
  const bool rules_out = statement.kind == StatementKind::kRejects || statement.kind == StatementKind::kRedLine;
  return rules_out && issues_of(statement).size() > 1;
}

bool is_about(const Case& subject, const Statement& statement, IssueIndex issue) {
  const std::vector<IssueIndex> named = issues_of(statement);
  if (statement.kind == StatementKind::kRanks || is_whole(subject, statement)) return false;
  if (rules_out_together(statement)) return named.front() == issue;
  return std::find(named.begin(), named.end(), issue) != named.end();
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
    if (statement.party == party && is_about(subject, statement, issue)) found.push_back(index);
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
  const bool elsewhere = std::any_of(telling.standing.counted.begin(), telling.standing.counted.end(), [&](StatementIndex index) {
    const Statement& statement = telling.subject.statements[index];
    const std::vector<IssueIndex> named = issues_of(statement);
    return statement.party == party && std::find(named.begin(), named.end(), issue) != named.end();
  });
  const std::string nothing = elsewhere ? "Nothing said on this alone" : "Nothing said";
  const std::string judged = say_judged_preference(telling, party, issue);
  if (judged.empty()) return {Sentence(nothing + (elsewhere ? "" : ", nothing judged"))};
  return {Sentence(nothing + "; " + judged).mark(Mark::kJudged)};
}

using Shown = std::set<StatementIndex>;

/// Options of a draft are named by the very words that were said: once is enough.
bool says_already(const Sentence& sentence, const std::string& quote) {
  constexpr std::size_t kTelling = 24;
  const std::string start = quote.substr(0, kTelling);
  return start.size() == kTelling && std::any_of(sentence.runs.begin(), sentence.runs.end(), [&](const Run& run) { return run.text.find(start) != std::string::npos; });
}

/// The statement with its quote, unless the quote has been shown; said to come from others where it does.
Sentence say_cell(Telling& telling, StatementIndex index, std::string words, Shown& shown) {
  const Statement& statement = telling.subject.statements[index];
  Sentence sentence(case_model::is_own_word(statement) ? capital(std::move(words)) : "Said by others (" + say_channel(statement.channel) + "): " + words);
  if (shown.insert(index).second && !statement.quote.text.empty() && !says_already(sentence, statement.quote.text)) {
    sentence.plain(", ").quote(statement.quote.text);
  }
  return sentence.plain(".").cite(telling.cites.number_of(index));
}

Text say_position(Telling& telling, PartyIndex party, IssueIndex issue, Shown& shown) {
  Text cell;
  for (const StatementIndex index : choose_statements(telling, party, issue)) {
    const Statement& statement = telling.subject.statements[index];
    const bool together = rules_out_together(statement);
    cell.push_back(say_cell(telling, index, together ? say_statement(telling.subject, statement) : say_statement_under(telling.subject, statement, issue), shown));
  }
  return cell.empty() ? say_silence(telling, party, issue) : cell;
}

/// "accepts: draft toll-paper"; all terms where it is no draft.
std::string say_whole(const Case& subject, const Statement& statement) {
  std::string words = say_statement(subject, statement);
  const auto draft = std::find_if(subject.drafts.begin(), subject.drafts.end(), [&](const case_model::Draft& other) {
    return statement.kind != StatementKind::kPrefers && case_model::holds(statement.what, other.package);
  });
  return draft == subject.drafts.end() ? words : words.substr(0, words.find(':')) + ": draft " + draft->id;
}

/// What each has said on whole packages; empty where nobody has.
std::vector<Text> whole_packages_row(Telling& telling, const std::vector<PartyIndex>& parties, Shown& shown) {
  std::vector<Text> row = {{Sentence("Whole packages")}};
  bool any = false;
  for (const PartyIndex party : parties) {
    row.emplace_back();
    for (const StatementIndex index : telling.standing.counted) {
      const Statement& statement = telling.subject.statements[index];
      const bool ranks = statement.kind == StatementKind::kRanks;
      if (statement.party != party || ranks || !is_whole(telling.subject, statement)) continue;
      row.back().push_back(say_cell(telling, index, say_whole(telling.subject, statement), shown));
      any = true;
    }
    if (row.back().empty()) row.back().emplace_back("Nothing said");
  }
  return any ? row : std::vector<Text>();
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
  if (std::vector<Text> whole = whole_packages_row(telling, parties, shown); !whole.empty()) table.rows.push_back(std::move(whole));
  return {heading(2, "positions", "Positions beside interests"), table};
}

}  // namespace modus::brief

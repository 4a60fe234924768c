#include <fmt/format.h>

#include <algorithm>

#include "modus/base/text.h"
#include "modus/brief/party_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/sheet_parts.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::Statement;
using case_model::StatementIndex;
using findings::Claim;
using findings::Island;

/// Blank rows under the questions.
constexpr int kRowsForNotes = 3;

Text say_common(SheetTelling& told, const Island& island) {
  Text text;
  for (const Island::Common& common : island.common) {
    Sentence sentence(say_term(told.telling.subject, common.issue, common.option) + ".");
    text.push_back(sentence.cite(told.telling.cites.numbers_of(common.statements)));
  }
  if (text.empty()) text.emplace_back("Nothing yet");
  return text;
}

std::string_view say_contested(Island::Contested::Why why) {
  switch (why) {
    case Island::Contested::Why::kLimits:
      return "what the two rule out leaves no option";
    case Island::Contested::Why::kBarred:
      return "one rules out all that the other asks for";
    case Island::Contested::Why::kAsks:
      return "they ask for different options";
  }
  return "";
}

Text say_contested(SheetTelling& told, const Island& island) {
  Text text;
  for (const Island::Contested& contested : island.contested) {
    Sentence sentence(fmt::format("{}: {}.", told.telling.subject.issues[contested.issue].name, say_contested(contested.why)));
    text.push_back(sentence.cite(told.telling.cites.numbers_of(contested.statements)));
  }
  if (text.empty()) text.emplace_back("Nothing yet");
  return text;
}

Sentence say_rumour(SheetTelling& told, const Claim& claim) {
  const Case& subject = told.telling.subject;
  const Statement& lead = subject.statements[claim.first()];
  Sentence sentence("It is said that it " + say_statement(subject, lead));
  if (!lead.quote.text.empty()) sentence.plain(", ").quote(lead.quote.text);
  sentence.plain(fmt::format("; {}, {}", say_reached(subject, lead), say_when(subject, lead)));
  if (claim.by_others.size() > 1) {
    sentence.plain(fmt::format("; {} reports, {} origin{}", claim.by_others.size(), claim.origins, claim.origins == 1 ? "" : "s"));
  }
  return sentence.plain(".").cite(told.telling.cites.numbers_of(claim.by_others));
}

Sentence say_relay(SheetTelling& told, const findings::Relay& relay) {
  const Case& subject = told.telling.subject;
  const case_model::Source& origin = subject.sources[relay.origin];
  const std::string name = origin.publisher.empty() ? origin.title : origin.publisher;
  const std::string_view what = relay.statements.size() == 1 ? "One of the positions above" : "Some of the positions above";
  Sentence sentence(fmt::format("{} reached us at second hand, from {}: one origin, however often it is told.", what, name));
  return sentence.cite(told.telling.cites.numbers_of(relay.statements));
}

/// Who said what replaced what.
Sentence say_replaced(SheetTelling& told, const case_model::SetAside& aside) {
  const Case& subject = told.telling.subject;
  const Statement &before = subject.statements[aside.statement], &after = subject.statements[aside.by];
  Sentence sentence(fmt::format("No longer counts: {} ({}); replaced: {} ({}).", say_statement(subject, before), say_when(subject, before),
                                say_statement(subject, after), say_when(subject, after)));
  return sentence.cite(told.telling.cites.numbers_of({aside.statement, aside.by}));
}

bool is_replaced(const SheetTelling& told, StatementIndex index) {
  return std::ranges::count(told.sheet.replaced, index, &case_model::SetAside::statement) > 0;
}

/// Whether a move tells of both the old and the new.
bool is_told_as_a_move(const SheetTelling& told, const case_model::SetAside& aside) {
  return std::ranges::any_of(told.sheet.moves, [&](const findings::PositionMove& move) {
    return std::ranges::count(move.statements, aside.statement) > 0 && std::ranges::count(move.statements, aside.by) > 0;
  });
}

Text say_move(SheetTelling& told, const findings::PositionMove& move) {
  const Case& subject = told.telling.subject;
  Sentence name;
  Text text = {name.strong(subject.issues[move.issue].name).plain(", in the order of time:")};
  for (const StatementIndex index : move.statements) {
    const Statement& statement = subject.statements[index];
    Sentence sentence(capital(say_when(subject, statement)) + ": " + say_statement_under(subject, statement, move.issue));
    sentence.plain(is_replaced(told, index) ? " (no longer counts)." : ".");
    text.push_back(sentence.cite(told.telling.cites.number_of(index)));
  }
  return text;
}

// Questions to take along.

Sentence ask_silent(const SheetTelling& told, IssueIndex issue) {
  const std::string judged = say_judged_preference(told.telling, told.sheet.party, issue);
  Sentence sentence(told.telling.subject.issues[issue].name + ": what do you need here, and why?");
  sentence.plain(judged.empty() ? " Nothing in its own words so far." : " Nothing in its own words so far; " + judged + ".");
  if (!judged.empty()) sentence.mark(Mark::kJudged);
  return sentence;
}

/// What it demands is asked about as a wish, what it rules out as a limit.
Sentence ask_firmness(SheetTelling& told, case_model::LimitIndex index) {
  const Case& subject = told.telling.subject;
  const case_model::Limit& limit = told.telling.standing.limits[index.value];
  const Statement& lead = subject.statements[limit.statements.front()];
  Sentence sentence;
  if (lead.kind == case_model::StatementKind::kDemands) {
    sentence.plain("You ask for " + say_condition(subject, lead.what) + ": what does it do for you, and what else would?");
  } else {
    sentence.plain("You have said that you accept " + say_limit(subject, limit.forbids) + ": what makes it so, and what would have to change?");
  }
  return sentence.cite(told.telling.cites.numbers_of(limit.statements));
}

/// A limit that only others report is not put to the party as its own word.
bool is_said_by_itself(const SheetTelling& told, case_model::LimitIndex index) {
  const StatementIndex lead = told.telling.standing.limits[index.value].statements.front();
  for (const Claim& rumour : told.sheet.rumours) {
    if (rumour.first() == lead) return false;
  }
  return true;
}

std::vector<Sentence> list_questions(SheetTelling& told) {
  std::vector<Sentence> questions;
  if (told.sheet.no_interest) questions.emplace_back("What matters to you behind these positions, and what do you fear?");
  if (told.sheet.no_priorities) questions.emplace_back("If you had to choose, which of the issues comes first, which last?");
  if (told.sheet.no_no_deal) questions.emplace_back("What happens, as you see it, if there is no agreement?");
  for (const IssueIndex issue : told.sheet.silent) questions.push_back(ask_silent(told, issue));
  for (const case_model::LimitIndex limit : told.sheet.default_firmness) {
    if (is_said_by_itself(told, limit)) questions.push_back(ask_firmness(told, limit));
  }
  return questions;
}

}  // namespace

Blocks tell_islands(SheetTelling& told) {
  Table table{"By what each has said itself; what is only rumoured is not used here.", {{"With"}, {"Both have offered, accepted or asked for"}, {"Contested"}}, {}};
  for (const Island& island : told.sheet.islands) {
    table.rows.push_back({{Sentence(told.telling.name(island.other))}, say_common(told, island), say_contested(told, island)});
  }
  return {told.head("common", "Common ground, and what is contested"),
          table_or(std::move(table), "On no issue have it and another party both spoken.")};
}

Blocks tell_rumours(SheetTelling& told) {
  Bullets list;
  for (const Claim& claim : told.sheet.rumours) list.items.push_back({say_rumour(told, claim)});
  for (const findings::Relay& relay : told.sheet.relays) list.items.push_back({say_relay(told, relay)});
  Blocks blocks = {told.head("rumours", "Only heard from others")};
  if (list.items.empty()) {
    blocks.emplace_back(paragraph("Nothing: all that is on record was said by itself."));
    return blocks;
  }
  blocks.emplace_back(list);
  return blocks;
}

Blocks tell_changes(SheetTelling& told) {
  Bullets list;
  for (const case_model::SetAside& aside : told.sheet.replaced) {
    if (!is_told_as_a_move(told, aside)) list.items.push_back({say_replaced(told, aside)});
  }
  for (const findings::PositionMove& move : told.sheet.moves) list.items.push_back(say_move(told, move));
  Blocks blocks = {told.head("changes", "What has changed")};
  if (list.items.empty()) {
    blocks.emplace_back(paragraph("Nothing on record has replaced or gone beyond what it said before."));
    return blocks;
  }
  blocks.emplace_back(list);
  return blocks;
}

Blocks tell_unknown(SheetTelling& told) {
  Table table{"To take into the next meeting, in private.", {{"Question"}, {"Answer, by whom, when"}}, {}};
  for (Sentence& question : list_questions(told)) table.rows.push_back({{std::move(question)}, {}});
  for (int row = 0; row < kRowsForNotes; ++row) table.rows.push_back({{}, {}});
  return {told.head("questions", "What we do not know"), table};
}

}  // namespace modus::brief

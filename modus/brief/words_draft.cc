#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::IssueIndex;
using case_model::OpenQuestion;
using findings::DraftFinding;

/// Questions told on the first pages; the case file has all.
constexpr std::size_t kQuestionsTold = 8;

std::string issue_names(const Telling& telling, const std::vector<IssueIndex>& issues) {
  std::vector<std::string> names;
  for (const IssueIndex issue : issues) names.push_back(telling.subject.issues[issue].name);
  return base::join_words(names);
}

Paragraph say_what_a_draft_is(const DraftFinding& draft) {
  Paragraph notice;
  notice.notice = true;
  notice.text = {Sentence().strong("Draft: read by machine, confirmed by nobody.").plain(" What follows is what the reports say, as a program read them."),
                 Sentence("Reading goes wrong: check each passage before it is used, and never show this to a party.")};
  if (draft.settled) notice.text = {Sentence().strong("Drafted from reports;").plain(" the positions on the hardest issues have been confirmed, other passages not.")};
  return notice;
}

Sentence say_draft_range(const DraftFinding& draft) {
  Sentence sentence("Depending on how the open passages are read, the chance that there is a zone ");
  sentence.strong(lies_within(draft.low, draft.high)).plain(fmt::format(" ({} way{} of reading).", draft.codings, draft.codings == 1 ? "" : "s"));
  return sentence.mark(Mark::kComputed);
}

/// What each party said on the issue, a sentence a statement.
Text say_sides(Telling& telling, IssueIndex issue) {
  Text text;
  std::set<case_model::PartyIndex> parties;
  for (const case_model::StatementIndex index : telling.standing.counted) {
    const case_model::Statement& statement = telling.subject.statements[index];
    const std::vector<IssueIndex> named = case_model::issues_named(statement.what);
    if (std::find(named.begin(), named.end(), issue) == named.end()) continue;
    parties.insert(statement.party);
    Sentence sentence;
    sentence.plain(telling.name(statement.party) + " " + say_statement_under(telling.subject, statement, issue)).cite(telling.cites.number_of(index));
    text.push_back(sentence.plain("."));
  }
  return parties.size() > 1 ? text : Text();
}

/// The issues on which several parties have spoken, hardest first, then those without an effect of their own.
std::vector<IssueIndex> issues_in_order(const Telling& telling) {
  std::vector<IssueIndex> order;
  for (const findings::IssueEffect& effect : telling.finding.blockers.hardest_issues) order.push_back(effect.issue);
  for (const IssueIndex issue : telling.subject.issues.indices()) {
    if (std::find(order.begin(), order.end(), issue) == order.end()) order.push_back(issue);
  }
  return order;
}

const findings::QuestionEffect* effect_of(const DraftFinding& draft, std::size_t question) {
  const auto found = std::find_if(draft.questions.begin(), draft.questions.end(), [&](const auto& effect) { return effect.question == question; });
  return found == draft.questions.end() ? nullptr : &*found;
}

/// The open questions, those that move the answer most first.
std::vector<std::size_t> order_of(const DraftFinding& draft, std::size_t count) {
  std::vector<std::size_t> order;
  for (const findings::QuestionEffect& effect : draft.questions) order.push_back(effect.question);
  for (std::size_t question = 0; question < count; ++question) {
    if (effect_of(draft, question) == nullptr) order.push_back(question);
  }
  return order;
}

Text say_open_question(Telling& telling, const DraftFinding& draft, std::size_t number) {
  const OpenQuestion& question = telling.subject.draft->questions[number];
  Text text;
  Sentence asks;
  asks.strong(question.asks);
  if (const auto statement = telling.subject.find_statement(question.about)) asks.cite(telling.cites.number_of(*statement));
  text.push_back(asks);
  if (!question.quote.text.empty()) text.push_back(Sentence().quote(question.quote.text));
  std::vector<std::string> ways;
  for (std::size_t i = 0; i < question.codings.size(); ++i) {
    ways.push_back("(" + std::string(1, static_cast<char>('a' + static_cast<char>(i % 26))) + ") " + question.codings[i].says + (i == question.taken ? " [as taken]" : ""));
  }
  std::string said;
  for (const std::string& way : ways) said += (said.empty() ? "" : "; ") + way;
  text.emplace_back(capital(said) + ".");
  if (const auto* effect = effect_of(draft, number); effect != nullptr) {
    text.push_back(Sentence("By this alone the chance of a zone " + lies_within(effect->low, effect->high) + ".").mark(Mark::kComputed));
  }
  return text;
}

}  // namespace

Blocks tell_draft_opening(Telling& telling) {
  const DraftFinding& draft = *telling.finding.draft;
  Blocks blocks = {say_what_a_draft_is(draft)};
  if (draft.settled) return blocks;
  Paragraph range;
  range.text.push_back(say_draft_range(draft));
  range.text.emplace_back("It is a range, not a number, until a person has confirmed the positions on " + issue_names(telling, draft.to_confirm) + " (modus read --review).");
  blocks.emplace_back(heading(2, "draft-range", "What each side can live with"));
  blocks.emplace_back(range);
  return blocks;
}

Blocks tell_sides(Telling& telling) {
  Blocks blocks = {heading(2, "sides", "Where the positions meet, hardest issue first")};
  Bullets list;
  for (const IssueIndex issue : issues_in_order(telling)) {
    Text sides = say_sides(telling, issue);
    if (sides.empty()) continue;
    Sentence name;
    name.strong(telling.subject.issues[issue].name).plain(":");
    sides.insert(sides.begin(), name);
    list.items.push_back(std::move(sides));
  }
  if (list.items.empty()) {
    blocks.emplace_back(paragraph("On no issue have two parties taken a position, as the reports were read."));
    return blocks;
  }
  blocks.emplace_back(paragraph(Sentence("The order is by how much a zone would gain if nothing stood against it on that issue.").mark(Mark::kComputed)));
  blocks.emplace_back(list);
  return blocks;
}

Blocks tell_open_questions(Telling& telling) {
  const DraftFinding& draft = *telling.finding.draft;
  const auto& questions = telling.subject.draft->questions;
  Blocks blocks = {heading(2, "open-questions", "What the reports leave open")};
  if (questions.empty()) {
    blocks.emplace_back(paragraph("No passage is waiting for an answer."));
    return blocks;
  }
  Bullets list;
  list.numbered = true;
  for (const std::size_t number : order_of(draft, questions.size())) {
    if (list.items.size() == kQuestionsTold) break;
    list.items.push_back(say_open_question(telling, draft, number));
  }
  blocks.emplace_back(paragraph(fmt::format("{} passage{} can be read in more than one way; those that move the answer most come first.", questions.size(), questions.size() == 1 ? "" : "s")));
  blocks.emplace_back(list);
  if (questions.size() > kQuestionsTold) blocks.emplace_back(paragraph(fmt::format("The case file lists the other {}.", questions.size() - kQuestionsTold)));
  return blocks;
}

}  // namespace modus::brief

#include "modus/drafting/review.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "modus/base/text.h"
#include "modus/case_model/parse_condition.h"
#include "modus/drafting/codings.h"
#include "modus/drafting/outline.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::DecisionKind;
using case_model::OpenQuestion;
using case_model::Statement;

constexpr std::size_t kContext = 200;  // bytes looked for a sentence's ends on either side

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

// From the sentence's end before the passage to the one after it, or about as far as kContext.
std::string context_of(const std::string& text, const case_model::Quote& quote) {
  if (!quote.at) return "";
  const std::size_t first = base::byte_of_code_point(text, quote.at->first),
                    last = base::byte_of_code_point(text, quote.at->second);
  const std::size_t low = first < kContext ? 0 : first - kContext,
                    high = std::min(text.size(), last + kContext);
  std::size_t begin = first, end = last;
  while (begin > low && !ends_sentence(text[begin - 1])) --begin;
  while (end < high && !ends_sentence(text[end])) ++end;
  if (end < text.size() && ends_sentence(text[end]) && text[end] != '\n') ++end;
  const auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (inside(begin)) ++begin;
  while (inside(end)) ++end;
  while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  return text.substr(begin, end - begin);
}

const Statement* find_statement(const Case& subject, const std::string& id) {
  const auto index = subject.find_statement(id);
  return index ? &subject.statements[*index] : nullptr;
}

std::string source_id(const Case& subject, const Statement& statement) {
  return statement.source ? subject.sources[*statement.source].id : "";
}

std::string roles_of(const case_model::Party& party) {
  using case_model::Role;
  constexpr std::pair<Role, const char*> kWords[] = {
      {Role::kPrincipal, "must agree"},     {Role::kRatifier, "ratifies"},
      {Role::kGuarantor, "guarantees"},     {Role::kFacilitator, "mediates"},
      {Role::kSpoiler, "can break a deal"}, {Role::kObserver, "looks on"}};
  std::vector<std::string> words;
  for (const auto& [role, word] : kWords) {
    if (party.has(role)) words.emplace_back(word);
  }
  return base::join_words(words);
}

std::string describe_item(const Case& subject, const std::string& about) {
  if (const Statement* statement = find_statement(subject, about)) return describe(subject, *statement);
  if (const auto party = subject.find_party(about))
    return subject.parties[*party].name + " " + roles_of(subject.parties[*party]);
  if (const auto issue = subject.find_issue(about))
    return "the issue \"" + subject.issues[*issue].name + "\"";
  return "no statement";
}

void write_correction(NamedStatement& statement, const Correction& correction) {
  if (correction.kind) statement.value.kind = *correction.kind;
  if (correction.what) statement.what = *correction.what;
  if (correction.kind && *correction.kind != case_model::StatementKind::kPrefers) statement.over.clear();
  if (correction.over) statement.over = *correction.over;
  if (correction.party) statement.party = *correction.party;
  if (correction.speaker) statement.value.speaker = *correction.speaker;
  if (correction.channel) statement.value.channel = *correction.channel;
}

base::Problems nothing_here() { return {{{}, "there is no item at hand", "the review is at its end"}}; }

}  // namespace

std::string describe(const Case& subject, const Statement& statement) {
  std::string text = subject.parties[statement.party].id + " " + std::string(word_of(statement.kind));
  if (statement.kind != case_model::StatementKind::kRanks)
    text += " " + write_condition(statement.what, subject.issues);
  for (std::size_t i = 0; i < statement.ranking.size(); ++i)
    text += (i == 0 ? " " : ", ") + subject.issues[statement.ranking[i]].id;
  if (statement.over) text += " over " + write_condition(*statement.over, subject.issues);
  return text;
}

Review::Review(Case subject, std::string by, std::map<std::string, std::string> texts)
    : case_(std::move(subject)), by_(std::move(by)), texts_(std::move(texts)) {
  if (!case_.draft) case_.draft.emplace();
  list_steps();
}

void Review::list_steps() {
  std::set<std::string> decided, asked;
  for (const case_model::Decision& one : case_.draft->decisions) decided.insert(one.about);
  for (const OpenQuestion& question : case_.draft->questions) {
    if (!is_open(case_, question) || decided.contains(question.id)) continue;
    steps_.push_back({question.about, question.id});
    asked.insert(question.about);
  }
  std::vector<std::tuple<std::string, std::size_t, std::string>> alone;
  for (const Statement& statement : case_.statements) {
    if (decided.contains(statement.id) || asked.contains(statement.id)) continue;
    alone.emplace_back(source_id(case_, statement), statement.quote.at ? statement.quote.at->first : 0,
                       statement.id);
  }
  std::sort(alone.begin(), alone.end());
  for (const auto& [source, place, id] : alone) steps_.push_back({id, ""});
}

std::optional<std::size_t> Review::question_number(const std::string& id) const {
  const auto& questions = case_.draft->questions;
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&](const OpenQuestion& q) { return q.id == id; });
  if (id.empty() || found == questions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - questions.begin());
}

std::size_t Review::left() const { return steps_.size() - next_; }

std::optional<ReviewItem> Review::item() const {
  if (next_ == steps_.size()) return std::nullopt;
  const Step& step = steps_[next_];
  ReviewItem item;
  item.about = step.about;
  item.question = question_number(step.question);
  item.reads_as = describe_item(case_, step.about);
  if (item.question) {
    const OpenQuestion& question = case_.draft->questions[*item.question];
    item.asks = question.asks;
    item.codings = question.codings;
    item.taken = question.taken;
    item.source = question.source;
    item.speaker = question.speaker;
    item.passage = question.quote;
  } else if (const Statement* statement = find_statement(case_, step.about)) {
    item.source = source_id(case_, *statement);
    item.speaker = statement->speaker;
    item.passage = statement->quote;
  }
  const auto text = texts_.find(item.source);
  if (text != texts_.end()) item.context = context_of(text->second, item.passage);
  return item;
}

// The decision on the item at hand; its question is answered and goes. Then on to the next item that is still
// there.
void Review::record(DecisionKind decision, const std::string& was, std::chrono::sys_seconds at) {
  const Step step = steps_[next_];
  case_model::DraftRecord& draft = *case_.draft;
  const auto add = [&](const std::string& about, DecisionKind kind) {
    const case_model::Decision one{about, kind, by_, at, was};
    const auto later = std::find_if(draft.decisions.begin(), draft.decisions.end(),
                                    [&](const case_model::Decision& d) { return d.at > at; });
    draft.decisions.insert(later, one);
  };
  if (!step.question.empty()) {
    add(step.question, DecisionKind::kAnswered);
    std::erase_if(draft.questions, [&](const OpenQuestion& q) { return q.id == step.question; });
  }
  add(step.about, decision);
  ++next_;
  while (next_ < steps_.size()) {
    const auto question = question_number(steps_[next_].question);
    const bool there = question ? is_open(case_, draft.questions[*question])
                                : case_.find_statement(steps_[next_].about).has_value();
    if (there) break;
    ++next_;
  }
}

base::Problems Review::take(base::Result<Case> changed, DecisionKind decision, std::chrono::sys_seconds at) {
  if (!changed) return changed.problems();
  const std::string was = describe_item(case_, steps_[next_].about);
  case_ = std::move(changed).value();
  record(decision, was, at);
  return {};
}

base::Problems Review::accept(std::chrono::sys_seconds at) {
  if (next_ == steps_.size()) return nothing_here();
  record(DecisionKind::kAccepted, describe_item(case_, steps_[next_].about), at);
  return {};
}

base::Problems Review::answer(std::size_t coding, std::chrono::sys_seconds at) {
  if (next_ == steps_.size()) return nothing_here();
  const auto question = question_number(steps_[next_].question);
  if (!question) return {{{}, "there is no question here", "accept, correct or drop the statement"}};
  const OpenQuestion& asked = case_.draft->questions[*question];
  if (coding >= asked.codings.size())
    return {{{},
             "there is no coding " + std::to_string(coding + 1),
             "choose one from 1 to " + std::to_string(asked.codings.size())}};
  if (coding == asked.taken) return accept(at);
  return take(apply(case_, *question, coding),
              asked.codings[coding].drop ? DecisionKind::kDropped : DecisionKind::kCorrected, at);
}

base::Problems Review::correct(const Correction& correction, std::chrono::sys_seconds at) {
  if (next_ == steps_.size()) return nothing_here();
  Outline outline = outline_of(case_);
  const std::string& about = steps_[next_].about;
  auto found = outline.statements.find(about);
  if (found == outline.statements.end()) {
    const auto question = question_number(steps_[next_].question);
    if (case_.find_party(about) || case_.find_issue(about) || !question)
      return {{{}, "'" + about + "' is no statement", "answer the question, or edit the case file"}};
    if (!correction.kind || !correction.what || !correction.party)
      return {{{}, "the statement is not in the case yet", "say whose it is, its kind and what it is about"}};
    const OpenQuestion& asked = case_.draft->questions[*question];
    NamedStatement made;
    made.value.id = about;
    made.value.speaker = asked.speaker;
    made.value.quote = asked.quote;
    made.value.on = asked.on;
    made.source = asked.source;
    found = outline.statements.emplace(about, std::move(made)).first;
  }
  write_correction(found->second, correction);
  return take(case_of(outline), DecisionKind::kCorrected, at);
}

base::Problems Review::drop(std::chrono::sys_seconds at) {
  if (next_ == steps_.size()) return nothing_here();
  Outline outline = outline_of(case_);
  forget(outline, steps_[next_].about);
  return take(case_of(outline), DecisionKind::kDropped, at);
}

void Review::skip() {
  if (next_ < steps_.size()) ++next_;
}

base::Problems Review::confirm(const std::string& issue) {
  if (!case_.find_issue(issue)) {
    std::vector<std::string> names;
    for (const case_model::Issue& one : case_.issues) names.push_back(one.id);
    return {{{}, "no issue is named '" + issue + "'", "one of " + base::join_words(names, "or")}};
  }
  std::vector<std::string>& confirmed = case_.draft->confirmed;
  const auto at = std::lower_bound(confirmed.begin(), confirmed.end(), issue);
  if (at == confirmed.end() || *at != issue) confirmed.insert(at, issue);
  return {};
}

}  // namespace modus::drafting

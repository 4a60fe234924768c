// What a drafted case remembers: open questions, what the reader proposed, what a person decided.
#include <algorithm>

#include "modus/case_model/parse_condition.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Case;
using case_model::Coding;
using case_model::Decision;
using case_model::DraftRecord;
using case_model::OpenQuestion;
using case_model::Proposed;

// A question about something the analyst has taken out is moot: what it names is not looked up.
bool is_moot(const Case& subject, const OpenQuestion& question) {
  return !question.codings[question.taken].drop && !subject.find_statement(question.about) &&
         !subject.find_party(question.about) && !subject.find_issue(question.about);
}

void check_condition(Reading& reading, const YamlNode& node, std::string& text) {
  const auto condition = reading.condition(node);
  if (condition) text = write_condition(*condition, reading.subject.issues);
}

void check_coding(Reading& reading, const YamlNode& node, const OpenQuestion& question, Coding& coding) {
  const YamlNode* same = node.find("same_as");
  if (same != nullptr && reading.subject.find_issue(question.about)) {
    reading.issue(*same);
  } else if (same != nullptr) {
    reading.party(*same);
  }
  if (const YamlNode* what = node.find("what")) check_condition(reading, *what, coding.what);
  if (const YamlNode* over = node.find("over")) check_condition(reading, *over, coding.over);
  if (const YamlNode* party = node.find("party")) reading.party(*party);
}

Coding read_coding(Reading& reading, const YamlNode& node) {
  Coding coding;
  Fields fields(reading, node, "coding");
  coding.says = fields.read_required("says", &Reading::text, "what a coding says").value_or("");
  coding.drop = fields.read("drop", &Reading::truth).value_or(false);
  if (const YamlNode* kind = fields.find("kind")) coding.kind = read_kind(reading, *kind);
  coding.what = fields.text("what");
  coding.over = fields.text("over");
  coding.party = fields.text("party");
  if (const YamlNode* channel = fields.find("channel")) coding.channel = read_channel(reading, *channel);
  if (const YamlNode* roles = fields.find("role")) coding.roles = read_roles(reading, *roles);
  coding.same_as = fields.text("same_as");
  return coding;
}

void read_codings(Reading& reading, Fields& fields, const YamlNode& node, OpenQuestion& question) {
  const auto all = reading.items(node, "'codings'");
  for (const YamlNode* item : all) question.codings.push_back(read_coding(reading, *item));
  if (all.size() < 2)
    reading.add(node, "a question with fewer than two codings", "list two or more, or remove the question");
  const YamlNode* taken = fields.require("taken");
  const auto number = taken == nullptr ? std::nullopt : reading.decimal(*taken, "'taken'");
  if (!number) return;
  if (number->places == 0 && number->units >= 1 && number->units <= static_cast<std::int64_t>(all.size())) {
    question.taken = static_cast<std::size_t>(number->units) - 1;
    return;
  }
  reading.add(*taken, shown(taken->text) + " is no number of a coding",
              "from 1 to " + std::to_string(all.size()));
}

void check_question(Reading& reading, const YamlNode& node, OpenQuestion& question) {
  const YamlNode* source = node.find("source");
  if (question.codings.size() < 2 || is_moot(reading.subject, question)) return;
  if (source != nullptr) reading.source(*source);
  const YamlNode* codings = node.find("codings");
  for (std::size_t i = 0; i < question.codings.size() && i < codings->items.size(); ++i)
    check_coding(reading, codings->items[i], question, question.codings[i]);
}

OpenQuestion read_question(Reading& reading, const YamlNode& node) {
  OpenQuestion question;
  Fields fields(reading, node, "question");
  if (const YamlNode* id = fields.require("id")) question.id = reading.id(*id, "a question").value_or("");
  question.about = fields.read_required("about", &Reading::text, "'about'").value_or("");
  question.asks = fields.read_required("asks", &Reading::text, "what is asked").value_or("");
  if (const YamlNode* codings = fields.require("codings")) read_codings(reading, fields, *codings, question);
  question.speaker = fields.text("speaker");
  question.source = fields.text("source");
  read_quote(reading, fields, question.quote);
  question.on = fields.read("on", &Reading::days);
  check_question(reading, node, question);
  return question;
}

void read_questions(Reading& reading, const YamlNode& node, DraftRecord& draft) {
  std::vector<std::string> ids;
  for (const YamlNode* item : reading.items(node, "'questions'")) {
    draft.questions.push_back(read_question(reading, *item));
    const std::string& id = draft.questions.back().id;
    if (!id.empty() && std::binary_search(ids.begin(), ids.end(), id))
      reading.add(*item, "a second question with the id " + shown(id), "choose another id");
    ids.insert(std::lower_bound(ids.begin(), ids.end(), id), id);
  }
}

Proposed read_proposed(Reading& reading, const YamlNode& node) {
  Proposed proposed;
  if (node.is_text()) {
    proposed.fingerprint = reading.text(node, "a fingerprint").value_or("");
    return proposed;
  }
  Fields fields(reading, node, "proposed");
  proposed.fingerprint = fields.read_required("as", &Reading::text, "a fingerprint").value_or("");
  proposed.source = fields.text("source");
  const YamlNode* at = fields.find("at");
  if (at != nullptr) proposed.at = read_position(reading, *at);
  if (at != nullptr && proposed.source.empty())
    reading.add(*at, "'at' without a source", "add 'source:', or remove 'at'");
  return proposed;
}

Decision read_decision(Reading& reading, const YamlNode& node) {
  Decision decision;
  Fields fields(reading, node, "decision");
  decision.about = fields.read_required("about", &Reading::text, "'about'").value_or("");
  if (const YamlNode* word = fields.require("decision")) {
    const auto known = case_model::decision_of(word->text);
    if (!known)
      reading.add(*word, "no decision is named " + shown(word->text),
                  reading.suggest(word->text, {"accepted", "corrected", "dropped", "answered"}));
    decision.decision = known.value_or(decision.decision);
  }
  decision.by = fields.read_required("by", &Reading::text, "who decided").value_or("");
  decision.at = fields.read_required("at", &Reading::moment).value_or(std::chrono::sys_seconds());
  decision.was = fields.text("was");
  return decision;
}

void read_confirmed(Reading& reading, const YamlNode& node, DraftRecord& draft) {
  for (const YamlNode* item : reading.items(node, "'confirmed'")) {
    if (const auto name = reading.text(*item, "the name of an issue")) draft.confirmed.push_back(*name);
  }
  std::sort(draft.confirmed.begin(), draft.confirmed.end());
  draft.confirmed.erase(std::unique(draft.confirmed.begin(), draft.confirmed.end()), draft.confirmed.end());
}

}  // namespace

void read_draft(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("draft");
  if (node == nullptr) return;
  DraftRecord& draft = reading.subject.draft.emplace();
  Fields fields(reading, *node, "draft");
  if (const YamlNode* questions = fields.find("questions")) read_questions(reading, *questions, draft);
  if (const YamlNode* proposed = fields.find("proposed")) {
    for (const auto& [key, value] : reading.entries(*proposed, "'proposed'"))
      draft.proposed.emplace(key->text, read_proposed(reading, *value));
  }
  if (const YamlNode* decisions = fields.find("decisions")) {
    for (const YamlNode* item : reading.items(*decisions, "'decisions'"))
      draft.decisions.push_back(read_decision(reading, *item));
    std::stable_sort(draft.decisions.begin(), draft.decisions.end(),
                     [](const Decision& a, const Decision& b) { return a.at < b.at; });
  }
  if (const YamlNode* confirmed = fields.find("confirmed")) read_confirmed(reading, *confirmed, draft);
}

}  // namespace modus::formats

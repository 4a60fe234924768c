// What a drafted case remembers, in canonical text.
#include <array>
#include <cstdio>

#include "modus/formats/write_case.h"
#include "modus/formats/writing.h"

namespace modus::formats {
namespace {

using case_model::Coding;
using case_model::Decision;
using case_model::OpenQuestion;
using case_model::Proposed;

Lines lines_of(const Coding& coding) {
  Lines item;
  put_text(item, "says", coding.says);
  if (coding.drop) put_yaml(item, "drop", "true");
  if (coding.kind) put_yaml(item, "kind", word_of(*coding.kind));
  put_text(item, "what", coding.what);
  put_text(item, "over", coding.over);
  put_text(item, "party", coding.party);
  if (coding.channel) put_yaml(item, "channel", word_of(*coding.channel));
  if (!coding.roles.empty()) put_yaml(item, "role", yaml_of(coding.roles));
  put_text(item, "same_as", coding.same_as);
  return item;
}

Lines lines_of(const OpenQuestion& question) {
  Lines item, codings;
  put_text(item, "id", question.id);
  put_text(item, "about", question.about);
  put_text(item, "asks", question.asks);
  for (const Coding& coding : question.codings) put_item(codings, lines_of(coding));
  put_part(item, "codings", codings);
  put_yaml(item, "taken", std::to_string(question.taken + 1));
  put_text(item, "speaker", question.speaker);
  put_text(item, "source", question.source);
  write_quote(item, question.quote);
  if (question.on) put_yaml(item, "on", write_days(*question.on));
  return item;
}

void write_proposed(Lines& lines, const std::string& key, const Proposed& proposed) {
  Lines part;
  if (proposed.source.empty()) return put_text(lines, scalar(key), proposed.fingerprint);
  put_text(part, "as", proposed.fingerprint);
  put_text(part, "source", proposed.source);
  put_yaml(part, "at", yaml_of(proposed.at));
  put_part(lines, scalar(key), part);
}

Lines lines_of(const Decision& decision) {
  Lines item;
  put_text(item, "about", decision.about);
  put_yaml(item, "decision", word_of(decision.decision));
  put_text(item, "by", decision.by);
  put_text(item, "at", write_moment(decision.at));
  put_text(item, "was", decision.was);
  return item;
}

}  // namespace

std::string write_moment(std::chrono::sys_seconds moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time(moment - day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return write_day(day) + text.data();
}

void write_draft(Lines& lines, const case_model::DraftRecord& draft) {
  Lines part, questions, proposed, decisions;
  for (const OpenQuestion& question : draft.questions) put_item(questions, lines_of(question));
  for (const auto& [key, value] : draft.proposed) write_proposed(proposed, key, value);
  for (const Decision& decision : draft.decisions) put_item(decisions, lines_of(decision));
  put_part(part, "questions", questions);
  put_part(part, "proposed", proposed);
  put_part(part, "decisions", decisions);
  if (!draft.confirmed.empty()) put_yaml(part, "confirmed", flow_list(draft.confirmed));
  if (part.empty()) return put_yaml(lines, "draft", "{}");
  put_part(lines, "draft", part);
}

}  // namespace modus::formats

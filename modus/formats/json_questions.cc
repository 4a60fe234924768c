// What to ask next.
#include "modus/formats/json_values.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using findings::Answer;
using findings::AnswerWorth;
using findings::Question;

std::string_view word_of(Question::Kind kind) {
  switch (kind) {
    case Question::Kind::kLimit: return "limit";
    case Question::Kind::kDraft: return "draft";
    case Question::Kind::kCompare: return "compare";
    case Question::Kind::kNoDeal: return "no_deal";
    case Question::Kind::kRanks: return "ranks";
  }
  return "";
}

Json worth_json(const AnswerWorth& worth, double honest) {
  return {{"gain", number(worth.gain)}, {"bits", number(worth.bits)}, {"honest", number(honest)}};
}

Json answer_json(const Told& told, const Answer& answer) {
  Json changes = Json::array();
  for (const findings::Belief& change : answer.changes) changes.push_back(belief_json(told, change));
  return {{"answer", answer.yes ? "yes" : "no"},
          {"chance", number(answer.chance)},
          {"zone_probability", number(answer.zone_probability)},
          {"best_acceptance", number(answer.best_acceptance)},
          {"best", answer.best.empty() ? Json() : package_json(told, answer.best)},
          {"changes", changes}};
}

void put_subject(const Told& told, const Question& question, Json& object) {
  using Kind = Question::Kind;
  const bool limit = question.kind == Kind::kLimit, ranks = question.kind == Kind::kRanks;
  object["limit"] = limit ? limit_json(told, question.limit) : Json();
  object["package"] = limit || ranks ? Json() : package_json(told, question.package);
  object["other"] = question.kind == Kind::kCompare ? package_json(told, question.other) : Json();
  object["issue"] = ranks ? issue_id(told, question.issue) : Json();
  object["other_issue"] = ranks ? issue_id(told, question.other_issue) : Json();
}

Json question_json(const Told& told, const Question& question) {
  Json object = {{"id", question.id}, {"text", question.text}, {"party", party_id(told, question.party)}, {"kind", word_of(question.kind)}};
  object["value"] = number(question.value);
  put_subject(told, question, object);
  object["answers"] = Json::array();
  for (const Answer& answer : question.answers) object["answers"].push_back(answer_json(told, answer));
  object["gain"] = number(question.gain);
  object["bits"] = number(question.bits);
  object["in_private"] = worth_json(question.in_private, question.honest_private);
  object["in_public"] = worth_json(question.in_public, question.honest_public);
  object["leak"] = question.leak ? number(*question.leak) : Json();
  object["leak_risk"] = number(question.leak_risk);
  object["chance_yes"] = number(question.chance_yes);
  object["best_if_yes"] = number(question.best_if_yes);
  object["best_if_no"] = number(question.best_if_no);
  object["package_if_yes"] = package_json(told, question.package_if_yes);
  object["package_if_no"] = package_json(told, question.package_if_no);
  return object;
}

}  // namespace

Json questions_json(const Told& told, const findings::QuestionsFinding& questions) {
  Json list = Json::array();
  for (const Question& question : questions.questions) list.push_back(question_json(told, question));
  return list;
}

std::string write_ask_json(const case_model::Case& subject, const findings::BriefFinding& brief) {
  const Told told(subject);
  const findings::QuestionsFinding& found = brief.questions;
  Json result = {{"ceiling", number(found.ceiling)},
                 {"in", found.in_private ? "private" : "public"},
                 {"worth_asking", found.worth_asking},
                 {"no_zone", found.no_zone},
                 {"questions", questions_json(told, found)},
                 {"assumptions", brief.assumptions},
                 {"sampling", sampling_json(brief.sampling)}};
  return envelope(subject, brief, "ask", findings::Verdict::kSampled, std::move(result));
}

}  // namespace modus::formats

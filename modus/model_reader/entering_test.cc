#include "modus/model_reader/entering.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "modus/base/text.h"
#include "modus/model_reader/harbour_for_tests.h"
#include "modus/reading/write_reading.h"

namespace modus::model_reader {
namespace {

struct Entered {
  Reading reading;
  ModelCounts counts;
};

Entered enter_all(const Document& document, const ModelAnswer& answer) {
  const Text text = reading::cut_into_sentences(document);
  const Evidence evidence(document, text);
  Entered made{harbour_reading(document), {}};
  const auto dates = reading::find_dates(text, made.reading.reference_date);
  Entering entering{evidence, text, dates, made.reading, made.counts};
  enter_actors(answer.actors, entering);
  enter_issues(answer.issues, entering);
  enter_statements(answer.statements, entering);
  enter_options(answer.options, entering);
  enter_events(answer.events, entering);
  put_in_order(made.reading);
  return made;
}

std::size_t below(std::size_t count) { return *rc::gen::inRange<std::size_t>(0, count); }

/// Words of the report, and now and then words of nobody's.
std::string any_words() {
  static const std::vector<std::string> kWords = {"Harbour Workers’ Union",
                                                  "Port Arden",
                                                  "Port Arden insists that night shifts must stay",
                                                  "Mira Kost",
                                                  "Kost",
                                                  "“We will not accept a frozen wage,” union leader Mira Kost said",
                                                  "a frozen wage",
                                                  "Olav Brandt",
                                                  "welcomed a plan for shorter shifts",
                                                  "night shifts must stay",
                                                  "insists",
                                                  "welcomed",
                                                  "said",
                                                  "on Friday",
                                                  "they",
                                                  "The port’s chairman",
                                                  "surrender",
                                                  "",
                                                  "resumed",
                                                  "shifts",
                                                  "a plan"};
  return *rc::gen::elementOf(kWords);
}

std::string any_key() { return std::string(1, static_cast<char>('a' + below(4))); }
std::optional<std::string> maybe_words() { return below(3) == 0 ? std::nullopt : std::optional(any_words()); }

AnswerStatement any_statement() {
  AnswerStatement made;
  made.sentence = below(7);
  made.evidence = any_words();
  made.speaker = below(4) == 0 ? "author" : any_key();
  made.surface = maybe_words();
  made.cue = maybe_words();
  made.date = maybe_words();
  made.content = any_words();
  made.kind = static_cast<reading::ReadKind>(below(6));
  made.issues = {any_key()};
  made.via = {any_key()};
  made.red_line = below(2) == 0;
  return made;
}

ModelAnswer any_answer() {
  ModelAnswer answer;
  for (std::size_t i = below(6); i > 0; --i)
    answer.actors.push_back(
        {any_key(), any_words(), static_cast<reading::ActorType>(below(6)), maybe_words(), any_key(), {any_words()}});
  for (std::size_t i = below(4); i > 0; --i) answer.issues.push_back({any_key(), any_words(), any_words()});
  for (std::size_t i = below(12); i > 0; --i) answer.statements.push_back(any_statement());
  for (std::size_t i = below(4); i > 0; --i)
    answer.options.push_back({any_key(), any_words(), any_words(), {any_key(), any_key()}, reading::OptionStatus::kAgreed});
  for (std::size_t i = below(4); i > 0; --i)
    answer.events.push_back(
        {"talks", any_words(), reading::EventStatus::kPlanned, {any_key(), any_key()}, maybe_words(), maybe_words()});
  return answer;
}

void check_spans(const Json& value, const std::string& stored) {
  if (!value.is_structured()) return;
  if (value.is_object() && value.contains("start") && value["start"].is_number()) {
    const std::size_t begin = base::byte_of_code_point(stored, value["start"]),
                      end = base::byte_of_code_point(stored, value["end"]);
    RC_ASSERT(begin < end);
    RC_ASSERT(value["text"] == stored.substr(begin, end - begin));
  }
  for (const Json& part : value) check_spans(part, stored);
}

RC_GTEST_PROP(Entering, CitesTheReportForWhateverTheModelSays, ()) {
  const Document document = reading::plain_document(kHarbour);
  const Entered made = enter_all(document, any_answer());
  check_spans(Json::parse(reading::write_reading(made.reading)), document.stored);
}

RC_GTEST_PROP(Entering, LeavesWhatTheBuiltInReaderFound, ()) {
  const Document document = reading::plain_document(kHarbour);
  const Reading before = harbour_reading(document), after = enter_all(document, any_answer()).reading;
  std::vector<reading::ReadStatement> own;
  for (const reading::ReadStatement& statement : after.statements) {
    if (!statement.from_model) own.push_back(statement);
  }
  RC_ASSERT(own.size() == 1U);
  RC_ASSERT(own[0].kind == before.statements[0].kind);
  RC_ASSERT(own[0].passage == before.statements[0].passage);
  RC_ASSERT(own[0].flags.red_line == before.statements[0].flags.red_line);
  RC_ASSERT(own[0].confidence <= before.statements[0].confidence);
  RC_ASSERT(after.actors[*own[0].speaker].name == "Port Arden");
  RC_ASSERT(after.actors[*own[0].speaker].mentions.size() == 2U);
  RC_ASSERT(after.statements[*after.quotes[0].statement].passage == before.statements[0].passage);
}

RC_GTEST_PROP(Entering, CountsEveryItemOnceAndKeepsTheOrder, ()) {
  const Document document = reading::plain_document(kHarbour);
  const ModelAnswer answer = any_answer();
  const Entered made = enter_all(document, answer);
  const std::size_t items =
      answer.actors.size() + answer.issues.size() + answer.statements.size() + answer.options.size() + answer.events.size();
  RC_ASSERT(made.counts.entered + made.counts.agreed + made.counts.questioned + made.counts.dropped == items);
  const auto rising = [](const auto& a, const auto& b) { return a.passage.start < b.passage.start; };
  RC_ASSERT(std::is_sorted(made.reading.statements.begin(), made.reading.statements.end(), rising));
  RC_ASSERT(std::is_sorted(made.reading.events.begin(), made.reading.events.end(), rising));
  for (const reading::ReadStatement& statement : made.reading.statements) {
    const bool binds = statement.kind != reading::ReadKind::kClaim && statement.kind != reading::ReadKind::kAssessment;
    RC_ASSERT(!binds || statement.cue.has_value());
    RC_ASSERT(!statement.from_model || statement.confidence == kModelConfidence);
  }
}

}  // namespace
}  // namespace modus::model_reader

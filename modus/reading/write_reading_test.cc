#include "modus/reading/write_reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "modus/reading/plain_for_tests.h"
#include "modus/reading/readable_ids.h"
#include "modus/reading/reading_words.h"

namespace modus::reading {
namespace {

using Json = nlohmann::ordered_json;
using documents::Document;
using testing::ElementsAre;

Passage find_in(const Document& document, const std::string& words) {
  const std::size_t at = document.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return documents::passage_of(document, {at, at + words.size()});
}

const std::string kReport =
    "Quarry talks stall again\n"
    "By Ann Lee | Hill Post\n"
    "Dara Móin, the quarrymen’s leader, said on Friday the union would not accept “a frozen wage”. The firm wants peace.\n"
    "A deal is a long way off, she told colleagues.\n";

/// Two actors, one of them affiliated; a red line with a quote, a statement of the report's own, one of somebody not resolved.
Reading small_reading(const Document& document) {
  Reading reading;
  reading.file = "reports/quarry-talks.txt";
  reading.sha256 = document.sha256;
  reading.language = "en";
  reading.file_bytes = document.file_bytes;
  reading.code_points = document.code_points;
  reading.reference_date = Day(std::chrono::year(2026) / 5 / 9);
  reading.sources.push_back({false, "Quarry talks stall again", "Hill Post", {"Ann Lee"}, "", {{"author", find_in(document, "Ann Lee")}}});

  Actor union_actor;
  union_actor.name = "the Quarrymen's Union";
  union_actor.mentions = {{find_in(document, "the union"), MentionKind::kNominal}};
  Actor leader;
  leader.name = "Dara Móin";
  leader.type = ActorType::kPerson;
  leader.role = "leader";
  leader.affiliation = ActorIndex(0);
  leader.mentions = {{find_in(document, "Dara Móin"), MentionKind::kName}};
  reading.actors = {union_actor, leader};
  reading.issues.push_back({"Wages", {"wage"}, {find_in(document, "wage")}});

  ReadStatement refusal;
  refusal.speaker = ActorIndex(1);
  refusal.speaker_passage = find_in(document, "Dara Móin");
  refusal.kind = ReadKind::kReject;
  refusal.other_kinds = {ReadKind::kDemand};
  refusal.other_speakers = {ActorIndex(0)};
  refusal.passage = find_in(document, "Dara Móin, the quarrymen’s leader, said on Friday the union would not accept “a frozen wage”");
  refusal.content = find_in(document, "the union would not accept “a frozen wage”");
  refusal.quotes = {0};
  refusal.issues = {ReadIssueIndex(0)};
  refusal.flags.red_line = true;
  const Day friday = *reading.reference_date - std::chrono::days(1);
  refusal.date = DateReading{find_in(document, "on Friday"), friday, friday};
  reading.quotes.push_back({find_in(document, "a frozen wage"), std::nullopt, 0, true});

  ReadStatement own, unresolved;
  own.passage = own.content = find_in(document, "The firm wants peace");
  unresolved.kind = ReadKind::kAssessment;
  unresolved.closeness = Closeness::kFar;
  unresolved.speaker_passage = find_in(document, "she");
  unresolved.passage = find_in(document, "A deal is a long way off, she told colleagues");
  unresolved.content = find_in(document, "A deal is a long way off");
  unresolved.from_model = true;
  reading.statements = {refusal, own, unresolved};
  return reading;
}

TEST(WriteReading, GivesTheObjectOfTheSchema) {
  const Document document = plain_document(kReport);
  const Json object = Json::parse(write_reading(small_reading(document)));
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  EXPECT_THAT(keys, ElementsAre("schema", "doc", "sources", "actors", "issues", "options", "statements", "quotes", "red_lines",
                                "events", "assessments"));
  EXPECT_EQ(object["schema"], "neg-reading/1");
  EXPECT_EQ(object["doc"]["id"], "quarry-talks");
  EXPECT_EQ(object["doc"]["n_chars"], document.code_points);
  EXPECT_EQ(object["doc"]["reference_date"], "2026-05-09");
  EXPECT_EQ(object["sources"][0]["spans"]["author"]["start"], 28);
  EXPECT_EQ(object["sources"][0]["date"], nullptr);
  EXPECT_EQ(object["actors"][0]["id"], "quarrymens_union");
  EXPECT_EQ(object["actors"][1]["affiliation"], "quarrymens_union");
}

TEST(WriteReading, TellsAVoiceFromASpeakerNotResolved) {
  const Json object = Json::parse(write_reading(small_reading(plain_document(kReport))));
  const Json& statements = object["statements"];
  EXPECT_EQ(statements[0]["speaker"], "dara_moin");
  EXPECT_EQ(statements[1]["speaker"], "author");
  EXPECT_EQ(statements[1]["speaker_span"], nullptr);
  EXPECT_EQ(statements[2]["speaker"], nullptr);
  EXPECT_EQ(statements[2]["speaker_span"]["text"], "she");
  EXPECT_EQ(object["quotes"][0]["speaker"], "dara_moin");
}

TEST(WriteReading, ListsRedLinesAndAssessmentsOfTheStatements) {
  const Json object = Json::parse(write_reading(small_reading(plain_document(kReport))));
  ASSERT_EQ(object["red_lines"].size(), 1U);
  EXPECT_EQ(object["red_lines"][0], Json({{"actor", "dara_moin"}, {"statement", "s01"}, {"issues", {"wages"}}}));
  ASSERT_EQ(object["assessments"].size(), 1U);
  EXPECT_EQ(object["assessments"][0]["statement"], "s03");
  EXPECT_EQ(object["assessments"][0]["by"], nullptr);
  EXPECT_EQ(object["assessments"][0]["closeness"], "far");
  EXPECT_EQ(object["statements"][0]["flags"], Json::array({"red_line"}));
  EXPECT_EQ(object["statements"][0]["alt_kinds"], Json::array({"demand"}));
  EXPECT_EQ(object["statements"][0]["alt_speakers"], Json::array({"quarrymens_union"}));
  EXPECT_EQ(object["statements"][0]["date"]["start"], "2026-05-08");
}

TEST(WriteReading, MarksWhatCameFromAModelAndNothingElse) {
  const Json object = Json::parse(write_reading(small_reading(plain_document(kReport))));
  EXPECT_FALSE(object["statements"][0].contains("origin"));
  EXPECT_EQ(object["statements"][2]["origin"], "model");
}

TEST(WriteReading, ShowsUnseenLettersAndKeepsTheirMeaning) {
  const std::string hidden = "The \xE2\x80\xAE" "dleiy\xE2\x80\xAC \xF3\xA0\x81\x81 clause";
  const Document document = plain_document(hidden);
  Reading reading;
  reading.file = "stray-\xFF.txt";
  ReadStatement statement;
  statement.passage = statement.content = documents::passage_of(document, {0, hidden.size()});
  reading.statements.push_back(statement);
  const std::string written = write_reading(reading);
  EXPECT_EQ(written.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_THAT(written, testing::HasSubstr("\\u202edleiy\\u202c \\udb40\\udc41 clause"));
  EXPECT_EQ(Json::parse(written)["statements"][0]["span"]["text"], hidden);
}

TEST(ReadableIds, AreReadableAndGivenOnce) {
  ReadableIds ids({"author"});
  EXPECT_EQ(ids.make("the U.S. State Department", "actor"), "us_state_department");
  EXPECT_EQ(ids.make("U.S. State Department", "actor"), "us_state_department_2");
  EXPECT_EQ(ids.make("Author", "actor"), "author_2");
  EXPECT_EQ(ids.make("Łódź—Port", "actor"), "lodz_port");
  EXPECT_EQ(ids.make("…", "actor"), "actor");
  EXPECT_EQ(ids.make("«»", "actor"), "actor_2");
  EXPECT_LE(ids.make(std::string(300, 'x'), "actor").size(), 40U);
}

TEST(ReadingWords, ReadBackAsWhatTheyWereWrittenFor) {
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(read_kind_of(word_of(static_cast<ReadKind>(i))), static_cast<ReadKind>(i));
    EXPECT_EQ(actor_type_of(word_of(static_cast<ActorType>(i))), static_cast<ActorType>(i));
  }
  EXPECT_EQ(option_status_of("rejected"), OptionStatus::kRejected);
  EXPECT_EQ(event_status_of("planned"), EventStatus::kPlanned);
  EXPECT_EQ(read_kind_of("order"), std::nullopt);
}

// --- Any reading whatever ------------------------------------------------------------------------------------

const std::vector<std::string> kPieces = {"talks ", "“no” ", "Élan ", "deal ", "\n", "\t", "€", "\xE2\x80\xAE", "𝔸", "a", ". "};

std::string any_text() {
  std::string text = "T";
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces))) text += piece;
  return text;
}

std::size_t below(std::size_t count) { return *rc::gen::inRange<std::size_t>(0, count); }
bool maybe() { return below(2) == 1; }

Passage any_passage(const Document& document) {
  const std::size_t begin = below(document.code_points);
  const std::size_t end = begin + 1 + below(document.code_points - begin);
  return documents::passage_of(document, {base::byte_of_code_point(document.text, begin), base::byte_of_code_point(document.text, end)});
}

std::optional<Passage> maybe_passage(const Document& document) {
  if (maybe()) return any_passage(document);
  return std::nullopt;
}

template <class I>
std::vector<I> any_of(std::size_t count) {
  std::vector<I> some;
  for (std::size_t i = 0; i < count; ++i) {
    if (maybe()) some.emplace_back(i);
  }
  return some;
}

std::optional<DateReading> maybe_date(const Document& document) {
  if (maybe()) return std::nullopt;
  const Day day = Day(std::chrono::days(below(40000)));
  const Day last = day + std::chrono::days(below(40));
  return DateReading{any_passage(document), day, last, static_cast<DatePrecision>(below(4)), maybe(), maybe(), maybe()};
}

Actor any_actor(const Document& document, std::size_t count) {
  Actor actor;
  actor.mentions = {{any_passage(document), static_cast<MentionKind>(below(3))}};
  actor.name = actor.mentions.front().passage.text;
  actor.type = static_cast<ActorType>(below(6));
  if (maybe()) actor.affiliation = ActorIndex(below(count));
  return actor;
}

ReadStatement any_statement(const Document& document, const Reading& reading) {
  ReadStatement made;
  if (!reading.actors.empty() && maybe()) made.speaker = ActorIndex(below(reading.actors.size()));
  made.speaker_passage = maybe_passage(document);
  made.cue = maybe_passage(document);
  made.kind = static_cast<ReadKind>(below(6));
  made.passage = any_passage(document);
  made.content = any_passage(document);
  made.issues = any_of<ReadIssueIndex>(reading.issues.size());
  made.addressees = any_of<ActorIndex>(reading.actors.size());
  made.attribution = {{static_cast<AttributionType>(below(4)), made.speaker, any_passage(document)}};
  made.date = maybe_date(document);
  if (maybe()) made.closeness = static_cast<Closeness>(below(6));
  made.flags.red_line = maybe();
  made.from_model = maybe();
  return made;
}

Reading any_reading(const Document& document) {
  Reading reading;
  reading.file = document.file;
  reading.sources.push_back({false, "", "", {}, "", {{"title", any_passage(document)}}});
  const std::size_t actors = below(6), issues = below(4), statements = below(6);
  for (std::size_t i = 0; i < actors; ++i) reading.actors.push_back(any_actor(document, actors));
  for (std::size_t i = 0; i < issues; ++i) reading.issues.push_back({any_passage(document).text, {}, {any_passage(document)}});
  for (std::size_t i = 0; i < statements; ++i) reading.statements.push_back(any_statement(document, reading));
  for (std::size_t i = 0; i < statements; ++i) {
    reading.quotes.push_back({any_passage(document), std::nullopt, i, maybe()});
    reading.statements[i].quotes = {i};
  }
  if (issues > 0) reading.options.push_back({ReadIssueIndex(0), "x", any_of<ActorIndex>(actors), OptionStatus::kPending, any_passage(document)});
  reading.events.push_back({"talks", EventStatus::kPlanned, any_of<ActorIndex>(actors), maybe_passage(document), maybe_date(document), any_passage(document)});
  return reading;
}

/// Every object with a start and an end holds what stands there in the file; gives how many there are.
std::size_t check_spans(const Json& value, const std::string& stored) {
  if (!value.is_structured()) return 0;
  std::size_t count = 0;
  if (value.is_object() && value.contains("start") && value["start"].is_number()) {
    const std::size_t begin = base::byte_of_code_point(stored, value["start"]), end = base::byte_of_code_point(stored, value["end"]);
    RC_ASSERT(value["text"] == stored.substr(begin, end - begin));
    ++count;
  }
  for (const Json& part : value) count += check_spans(part, stored);
  return count;
}

std::set<std::string> ids_of(const Json& list) {
  std::set<std::string> ids;
  for (const Json& item : list) RC_ASSERT(ids.insert(item["id"]).second);
  return ids;
}

void check_known(const Json& value, const std::set<std::string>& ids) {
  if (value.is_array()) {
    for (const Json& one : value) check_known(one, ids);
  } else if (!value.is_null()) {
    RC_ASSERT(ids.contains(value.get<std::string>()));
  }
}

RC_GTEST_PROP(WriteReading, KeepsEverySpanAndNamesOnlyWhatThereIs, ()) {
  const Document document = plain_document(any_text());
  const Reading reading = any_reading(document);
  const std::string written = write_reading(reading);
  RC_ASSERT(written == write_reading(reading));
  const Json object = Json::parse(written);
  RC_ASSERT(check_spans(object, document.stored) > 0);

  std::set<std::string> voices = ids_of(object["actors"]);
  for (const std::string& id : ids_of(object["sources"])) RC_ASSERT(voices.insert(id).second);
  RC_ASSERT(voices.insert("author").second);
  const std::set<std::string> issues = ids_of(object["issues"]), statements = ids_of(object["statements"]), quotes = ids_of(object["quotes"]);
  for (const Json& actor : object["actors"]) check_known(actor["affiliation"], voices);
  for (const Json& statement : object["statements"]) {
    check_known(statement["speaker"], voices);
    check_known(statement["addressee"], voices);
    check_known(statement["issues"], issues);
    check_known(statement["quotes"], quotes);
    for (const Json& layer : statement["attribution"]) check_known(layer["source"], voices);
  }
  for (const Json& quote : object["quotes"]) check_known(quote["statement"], statements);
  for (const Json& option : object["options"]) check_known(option["issue"], issues);
  for (const Json& event : object["events"]) check_known(event["participants"], voices);
  const auto red = std::count_if(reading.statements.begin(), reading.statements.end(),
                                 [](const ReadStatement& statement) { return statement.flags.red_line; });
  RC_ASSERT(object["red_lines"].size() == static_cast<std::size_t>(red));
}

}  // namespace
}  // namespace modus::reading

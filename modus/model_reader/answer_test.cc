#include "modus/model_reader/answer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "modus/model_reader/harbour_for_tests.h"
#include "modus/model_reader/model_server_for_tests.h"
#include "modus/model_reader/prompt.h"

namespace modus::model_reader {
namespace {

TEST(Answer, IsReadWhole) {
  const auto answer = read_answer(completion(good_answer().dump()));
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer.value().actors.size(), 4U);
  EXPECT_EQ(answer.value().actors[2].affiliation, "union");
  EXPECT_EQ(answer.value().statements[1].kind, reading::ReadKind::kReject);
  EXPECT_EQ(answer.value().statements[1].surface, "Mira Kost");
  EXPECT_EQ(answer.value().options[0].status, reading::OptionStatus::kRejected);
  EXPECT_EQ(answer.value().events[0].date, "on Friday");
  EXPECT_EQ(answer.value().malformed, 0U);
}

TEST(Answer, TakesAMissingFieldForNullWhereNullMayBe) {
  Json answer = good_answer();
  answer["statements"][0].erase("speaker_surface");
  EXPECT_EQ(read_answer(completion(answer.dump())).value().malformed, 0U);
  answer["statements"][0].erase("red_line");
  EXPECT_EQ(read_answer(completion(answer.dump())).value().malformed, 1U);
}

TEST(Answer, TakesSoManyItemsAndNoMore) {
  Json answer = empty_answer();
  for (std::size_t i = 0; i < ModelLimits::kItems + 5; ++i)
    answer["actors"].push_back(actor_item(std::to_string(i), "Kost", "person"));
  const auto read = read_answer(completion(answer.dump()));
  EXPECT_EQ(read.value().actors.size(), ModelLimits::kItems);
  EXPECT_EQ(read.value().malformed, 5U);
}

TEST(AnswerSchema, AsksForWhatIsRead) {
  const Json schema = Json::parse(answer_schema());
  const Json answer = good_answer();
  for (const auto& [list, example] : answer.items()) {
    const Json& item = schema["properties"][list]["items"];
    EXPECT_EQ(item["required"].size(), item["properties"].size()) << list;
    EXPECT_EQ(item["required"].size(), example[0].size()) << list;
    for (const Json& key : item["required"]) {
      EXPECT_TRUE(item["properties"].contains(key.get<std::string>())) << key;
      EXPECT_TRUE(example[0].contains(key.get<std::string>())) << key;
    }
  }
  for (const Json& kind : schema["properties"]["events"]["items"]["properties"]["kind"]["enum"])
    EXPECT_TRUE(is_event_kind(kind.get<std::string>()));
}

RC_GTEST_PROP(Answer, IsNeverMoreThanAProblem, (const std::string& noise)) {
  const std::string whole = completion(good_answer().dump());
  const std::size_t at = *rc::gen::inRange<std::size_t>(0, whole.size());
  const std::string broken =
      whole.substr(0, at) + noise + whole.substr(std::min(whole.size(), at + *rc::gen::inRange<std::size_t>(0, 40)));
  const auto answer = read_answer(broken);
  if (!answer.ok()) RC_ASSERT(!answer.problems().front().what.empty());
}

}  // namespace
}  // namespace modus::model_reader

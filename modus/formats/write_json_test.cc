#include "modus/formats/write_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "modus/case_model/standing.h"
#include "modus/formats/read_case.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/test_texts.h"

namespace modus::formats {
namespace {

using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using case_model::StatementIndex;
using nlohmann::json;
using testing::HasSubstr;

case_model::Case subject() { return read_case(small_case()).value(); }

// Parties sort as city, members, ministry, port, union.
constexpr std::size_t kCity = 0, kPort = 3, kUnion = 4;

findings::PackageView view_of(const case_model::Case& told) {
  findings::PackageView view;
  view.package = told.drafts.front().package;
  view.draft = "ministry-march";
  view.joint_acceptance = {0.25, 0.01, 0.23, 0.27, 1800};
  view.parties.assign(told.parties.size(), {});
  view.parties[PartyIndex(kUnion)].asked = true;
  view.parties[PartyIndex(kUnion)].acceptance.value = 1.0 / 3;
  view.parties[PartyIndex(kUnion)].gain = {4, -3, 11};
  view.parties[PartyIndex(kUnion)].limits_met = {LimitIndex(0)};
  view.central = {
      {findings::Belief::Kind::kLimitReal, PartyIndex(kUnion), {}, {}, LimitIndex(0), 0.6, 0.2},
      {findings::Belief::Kind::kScore, PartyIndex(kUnion), IssueIndex(0), OptionIndex(1), {}, 0.5, 0.7}};
  view.guarantors_committed = {PartyIndex(kCity)};
  view.norms_touched = {0};
  view.one_sided_for = PartyIndex(kPort);
  return view;
}

findings::ZoneFinding zone_of(const case_model::Case& told) {
  findings::ZoneFinding zone;
  zone.zone_probability = {0.4, 0.02, 0.37, 0.43, 1500};
  zone.range_low = 0.1;
  zone.range_high = std::numeric_limits<double>::quiet_NaN();
  zone.package_count = 125;
  zone.combination_count = 150;
  zone.parties.assign(told.parties.size(), {});
  zone.parties[PartyIndex(kUnion)].acceptance = 0.123456789;
  zone.option_shares = {{*told.find_issue("wages"), OptionIndex(13), 0.75},
                        {*told.find_issue("crews"), OptionIndex(0), -1e-9}};
  zone.best = view_of(told);
  zone.drafts = {view_of(told)};
  zone.rests_on = {{findings::RestsOn::Group::kVariation,
                    "limits meant less",
                    "limits_less",
                    {0.5, 0.01, 0.4, 0.6, 900},
                    true,
                    true}};
  return zone;
}

findings::BlockersFinding blockers_of(const case_model::Case& told) {
  findings::BlockersFinding blockers;
  const std::string limit =
      told.statements[case_model::weigh_statements(told).limits[0].statements.front()].id;
  blockers.sticking_points = {
      {findings::StickingPoint::Kind::kLimit,
       "union:" + limit,
       PartyIndex(kUnion),
       LimitIndex(0),
       0.8,
       {0.2, 0, 0, 0, 0}},
      {findings::StickingPoint::Kind::kNoDeal, "port:no_deal", PartyIndex(kPort), {}, 1, {}}};
  blockers.incompatible = {{{0, 1}, 0.5}};
  blockers.openings = {{{0}, 0.3}, {{1}, 0.2}};
  blockers.frequent_openings = {{{0}, 0.6}};
  blockers.pairs = {{0, 1, {}, 0.1}};
  blockers.hardest_issues = {{*told.find_issue("crews"), {0.3, 0, 0, 0, 0}, {PartyIndex(kPort)}}};
  blockers.cheapest = {{told.drafts.front().package, {{PartyIndex(kUnion), 5, {LimitIndex(0)}}}, 30, 30}};
  return blockers;
}

findings::QuestionsFinding questions_of(const case_model::Case& told) {
  findings::Question limit, compare;
  limit.party = PartyIndex(kUnion);
  limit.id = "limit:union:s1";
  compare.kind = findings::Question::Kind::kCompare;
  compare.party = PartyIndex(kPort);
  compare.package = compare.other = told.drafts.front().package;
  compare.id = "prefer:port:p1:p1";
  compare.text = "Rather one than the other?";
  compare.value = 0.07;
  compare.in_private = {0.08, 0.02};
  compare.answers.resize(2);
  compare.answers[0].chance = 0.6;
  compare.answers[0].changes.resize(1);
  compare.answers[1].yes = false;
  findings::QuestionsFinding questions;
  questions.questions = {limit, compare};
  questions.ceiling = 0.2;
  return questions;
}

findings::BriefFinding brief_of(const case_model::Case& told) {
  findings::BriefFinding brief;
  brief.run = {"9.8.7", "abc", 7, 1024};
  brief.zone = zone_of(told);
  brief.blockers = blockers_of(told);
  brief.packages.contested = {IssueIndex(0)};
  brief.packages.families = {{{{*told.find_issue("wages"), OptionIndex(12)}}, {view_of(told)}, 0.1, 0.3, 12}};
  brief.packages.common_ground = {{{IssueIndex(0), OptionIndex(0)}, true, 0.9, {StatementIndex(1)}}};
  brief.questions = questions_of(told);
  brief.statements = {{StatementIndex(0), 1, 0.8, 0.7, true},
                      {StatementIndex(1), 0.95, 0.8, std::nullopt, false}};
  brief.sampling.watched = {{"zone", 1.001, 2000, false}};
  brief.assumptions = {"The members are taken to follow the union."};
  return brief;
}

TEST(Json, OfTheBriefHoldsTheThreeAnswersWordForWord) {
  const case_model::Case told = subject();
  const findings::BriefFinding brief = brief_of(told);
  const json whole = json::parse(write_brief_json(told, brief)).at("result");
  EXPECT_EQ(whole.at("zone"), json::parse(write_zone_json(told, brief)).at("result"));
  EXPECT_EQ(whole.at("blockers"), json::parse(write_blockers_json(told, brief)).at("result"));
  EXPECT_EQ(whole.at("packages"), json::parse(write_packages_json(told, brief)).at("result"));
}

TEST(Json, HasTheEnvelopeInItsOrder) {
  const case_model::Case told = subject();
  const std::string text = write_zone_json(told, brief_of(told));
  EXPECT_THAT(text, testing::StartsWith(
                        "{\n  \"modus\": \"9.8.7\",\n  \"verb\": \"zone\",\n  \"case\": {\n    \"title\": "
                        "\"Harbour strike\",\n"
                        "    \"as_of\": \"2026-03-14\",\n    \"sha256\": \"abc\"\n  },\n  \"for\": \"team\",\n  \"seed\": 7,\n  "
                        "\"scenarios\": 1024,\n"
                        "  \"verdict\": \"sampled\",\n  \"result\": {\n    \"zone_probability\": 0.4,\n"));
  EXPECT_EQ(text.back(), '\n');
}

TEST(Json, OfTheZoneTellsWhatLaterToolsRelyOn) {
  const case_model::Case told = subject();
  const json zone = json::parse(write_zone_json(told, brief_of(told))).at("result");
  EXPECT_EQ(zone.at("standard_error"), 0.02);
  EXPECT_EQ(zone.at("range").at("low"), 0.1);
  EXPECT_TRUE(zone.at("range").at("high").is_null()) << "no NaN in JSON";
  EXPECT_EQ(zone.at("package_count"), "125");
  EXPECT_EQ(zone.at("parties").at("union").at("acceptance"), 0.123457);
  EXPECT_EQ(zone.at("parties").at("union").at("consent"), "asked");
  EXPECT_TRUE(zone.at("parties").at("ministry").at("acceptance").is_null()) << "never drawn";
  EXPECT_EQ(zone.at("best").at("package"),
            (json{{"crews", "phased"}, {"fund", "city_backed"}, {"wages", 6}}));
  EXPECT_EQ(zone.at("options").at(0), (json{{"issue", "wages"}, {"option", 6.5}, {"in_zone", 0.75}}));
  EXPECT_THAT(zone.at("options").at(1).dump(), HasSubstr("\"in_zone\":0.0")) << "no minus zero";
  EXPECT_EQ(zone.at("rests_on").at(0).at("what"), "limits meant less");
  EXPECT_EQ(zone.at("rests_on").at(0).at("zone_probability"), 0.5);
}

TEST(Json, OfWhatBlocksTellsWhatLaterToolsRelyOn) {
  const case_model::Case told = subject();
  const json blockers = json::parse(write_blockers_json(told, brief_of(told))).at("result");
  const json set = blockers.at("incompatible").at(0);
  EXPECT_EQ(set.at("frequency"), 0.5);
  const json limit = set.at("sticking_points").at(0), no_deal = set.at("sticking_points").at(1);
  EXPECT_EQ(limit.at("id"), "union:" + limit.at("statement").get<std::string>());
  EXPECT_EQ(limit.at("party"), "union");
  EXPECT_THAT(limit.at("condition").get<std::string>(), HasSubstr("crews"));
  EXPECT_EQ(
      no_deal,
      (json{{"id", "port:no_deal"}, {"party", "port"}, {"statement", nullptr}, {"condition", nullptr}}));
  EXPECT_EQ(blockers.at("openings").size(), 2U);
  EXPECT_EQ(blockers.at("sticking_points").at(0).at("unblocking_effect"), 0.2);
  EXPECT_EQ(blockers.at("hardest_issues").at(0).at("issue"), "crews");
  EXPECT_EQ(blockers.at("hardest_issues").at(0).at("unblocking_effect"), 0.3);
}

TEST(Json, OfPackagesAndStatementsTellsWhatLaterToolsRelyOn) {
  const case_model::Case told = subject();
  const json result = json::parse(write_brief_json(told, brief_of(told))).at("result");
  const json family = result.at("packages").at("families").at(0);
  EXPECT_EQ(family.at("common"), (json{{"wages", 6}}));
  const json package = family.at("packages").at(0);
  EXPECT_EQ(package.at("joint_acceptance"), 0.25);
  EXPECT_EQ(package.at("one_sided"), true);
  const json party = package.at("parties").at("union");
  EXPECT_EQ(party.at("acceptance"), 0.333333);
  EXPECT_EQ(party.at("gain_median"), 4);
  EXPECT_EQ(party.at("gain_low"), -3);
  EXPECT_EQ(party.at("gain_high"), 11);
  EXPECT_EQ(
      result.at("statements").at(0),
      (json{{"id", "s1"}, {"said", 1.0}, {"meant_entered", 0.8}, {"meant_after", 0.7}, {"counted", true}}));
  EXPECT_TRUE(result.at("statements").at(1).at("meant_after").is_null());
  EXPECT_EQ(result.at("questions").at(1).at("kind"), "compare");
}

TEST(Json, OfAskTellsWhatLaterToolsRelyOn) {
  const case_model::Case told = subject();
  const json answer = json::parse(write_ask_json(told, brief_of(told)));
  EXPECT_EQ(answer.at("verb"), "ask");
  const json result = answer.at("result");
  EXPECT_EQ(result.at("ceiling"), 0.2);
  EXPECT_EQ(result.at("in"), "private");
  const json question = result.at("questions").at(1);
  EXPECT_EQ(question.at("id"), "prefer:port:p1:p1");
  EXPECT_EQ(question.at("text"), "Rather one than the other?");
  EXPECT_EQ(question.at("party"), "port");
  EXPECT_EQ(question.at("value"), 0.07);
  EXPECT_EQ(question.at("in_private"), (json{{"gain", 0.08}, {"bits", 0.02}, {"honest", 1.0}}));
  EXPECT_TRUE(question.at("limit").is_null());
  EXPECT_TRUE(question.at("leak").is_null());
  EXPECT_EQ(question.at("answers").at(0).at("answer"), "yes");
  EXPECT_EQ(question.at("answers").at(0).at("chance"), 0.6);
  EXPECT_EQ(question.at("answers").at(0).at("changes").at(0).at("kind"), "no_deal");
  EXPECT_EQ(question.at("answers").at(1).at("answer"), "no");
  EXPECT_EQ(result.at("questions"), json::parse(write_brief_json(told, brief_of(told))).at("result").at("questions"));
}

// Keys that are not ids: all but those right under these.
void collect_keys(const json& value, const std::string& above, std::set<std::string>& keys) {
  static const std::set<std::string> kOverIds = {"parties", "package",        "other",
                                                 "common",  "package_if_yes", "package_if_no"};
  for (const auto& [key, below] : value.items()) {
    if (value.is_object() && kOverIds.count(above) == 0) keys.insert(key);
    if (below.is_structured()) collect_keys(below, value.is_array() ? "" : key, keys);
  }
}

TEST(JsonPage, NamesEveryKey) {
  const auto page = read_text_file(std::filesystem::path(MODUS_SOURCE_DIR) / "docs/json.md", 1U << 20U);
  ASSERT_TRUE(page.ok());
  const case_model::Case told = subject();
  std::set<std::string> keys;
  collect_keys(json::parse(write_brief_json(told, brief_of(told))), "", keys);
  collect_keys(json::parse(write_check_json("1", told, {})), "", keys);
  collect_keys(json::parse(write_problems_json("1", "zone", {{{"f", 1, 2}, "w", "f"}})), "", keys);
  collect_keys(json::parse(write_stopped_json("1", "zone", "w", "d")), "", keys);
  EXPECT_GT(keys.size(), 90U);
  for (const std::string& key : keys) {
    bool told_as_family =
        false;  // x_error and x_range go with the share x; x_median, x_low and x_high with the spread x
    for (const std::string ending : {"_error", "_range", "_median", "_low", "_high"}) {
      if (key.size() <= ending.size() || key.compare(key.size() - ending.size(), ending.size(), ending) != 0)
        continue;
      told_as_family = told_as_family || page.value().find("`" + key.substr(0, key.size() - ending.size()) +
                                                           "`") != std::string::npos;
    }
    EXPECT_TRUE(told_as_family || page.value().find("`" + key + "`") != std::string::npos ||
                page.value().find("\"" + key + "\"") != std::string::npos)
        << key;
  }
}

TEST(Json, OfProblemsHasNullForNoPlaceAndSurvivesOddFileNames) {
  const json problems =
      json::parse(
          write_problems_json("1", "check", {{{"\xFF.yaml", 3, 0}, "what", "fix"}, {{"", 0, 0}, "w", ""}}))
          .at("problems");
  EXPECT_EQ(problems.at(0).at("line"), 3);
  EXPECT_TRUE(problems.at(0).at("column").is_null());
  EXPECT_TRUE(problems.at(1).at("line").is_null());
  EXPECT_EQ(problems.at(1).at("what"), "w");
}

TEST(Json, OfCheckCounts) {
  const case_model::Case told = subject();
  CaseCounts counts;
  counts.statements = 7;
  counts.packages = 9'007'199'254'740'993;
  const json answer = json::parse(write_check_json("1", told, counts));
  EXPECT_EQ(answer.at("problems"), json::array());
  EXPECT_EQ(answer.at("result").at("statements"), 7);
  EXPECT_EQ(answer.at("result").at("package_count"), "9007199254740993");
}

}  // namespace
}  // namespace modus::formats

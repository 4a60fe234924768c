#include "modus/brief/tell_score.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "modus/brief/render.h"
#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

using findings::ScoreCard;
using findings::ScoreFinding;

ScoreFinding scores(std::size_t resolved, std::size_t events) {
  ScoreFinding finding;
  finding.log = "talks\u202E.forecasts.db";
  finding.seal = "00ff";
  finding.as_of = case_model::Day(std::chrono::days(20'600));
  finding.resolved = resolved;
  finding.events = events;
  finding.logged = resolved + 3;
  finding.open = 2;
  finding.overdue = 1;
  ScoreCard ours{"ours", resolved, 0.4, 0.7, 0.1, 0.09, 0.21, -0.1, 0.44, resolved, events};
  ScoreCard base{"base_rate", resolved, 0.5, 0.8, 0.13, 0.11, {}, {}, {}, resolved, events};
  ScoreCard ministry{"ministry", 1, 0.9, 1.1, 0.4, 0.5, -0.5, {}, {}, 1, 1};
  finding.cards = {ours, base, ministry};
  finding.reliability = {{0.1, 0.2, 12, 0.16, 0.25, 0.1, 0.5}};
  return finding;
}

/// In one line.
std::string told(const ScoreFinding& finding) {
  return std::regex_replace(with_plain_spaces(render_text(tell_score(finding))), std::regex("[ \\n]+"), " ");
}

void expect_words(const std::string& text, const std::string& words) { EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text; }
void expect_none(const std::string& text, const std::string& words) { EXPECT_EQ(text.find(words), std::string::npos) << words << "\n" << text; }

TEST(TellScore, CallsFewForecastsFew) {
  const std::string text = told(scores(4, 4));
  expect_words(text, "7 forecasts logged");
  expect_words(text, "4 resolved forecasts: too few to tell skill from luck.");
  expect_words(text, "Nothing is recalibrated on fewer than 30 resolved forecasts.");
  expect_words(text, "they cannot be told from the base rate");
  expect_words(text, "A range from so few events is itself rough");
  expect_none(text, "hang together, and many");
  expect_none(told(scores(30, 30)), "too few");
}

TEST(TellScore, CountsForecastsMadeTooLateToProveForesight) {
  ScoreFinding finding = scores(4, 4);
  expect_none(told(finding), "foresight");
  finding.late = 1;
  expect_words(told(finding), "1 was made more than a week after the day forecast from, when what came may have been known: that is no proof of foresight.");
}

TEST(TellScore, SaysThatForecastsOfOneEventHangTogether) {
  ScoreFinding finding = scores(40, 2);
  finding.cards[0].skill_low = 0.05;
  const std::string text = told(finding);
  expect_words(text, "The 40 resolved forecasts are of 2 events");
  expect_words(text, "So few events are too few to tell skill from luck.");
  expect_words(text, "better so far");
}

TEST(TellScore, SaysWhatToDoWithTheOverdue) {
  expect_words(told(scores(4, 4)), "--resolve");
  ScoreFinding none = scores(4, 4);
  none.overdue = 0;
  expect_none(told(none), "--resolve");
}

TEST(TellScore, SaysWhereNothingIsResolved) {
  ScoreFinding finding;
  finding.logged = finding.open = 1;
  const std::string text = told(finding);
  expect_words(text, "1 forecast logged");
  expect_words(text, "nothing to score yet");
  expect_none(text, "Ranked");
}

TEST(TellScore, ClaimsSkillOnlyBeyondItsRangeAndOfEnough) {
  ScoreFinding finding = scores(12, 12);
  finding.cards[0].skill_low = 0.05;
  expect_words(told(finding), "better so far");
  finding = scores(40, 40);
  finding.cards[0].skill_low = 0.05;
  expect_words(told(finding), "to 0.44: better than the base rate (C).");
  finding.cards[0].skill_high = -0.05;
  finding.cards[0].skill_low = -0.5;
  expect_words(told(finding), "to -0.05: worse than the base rate (C).");
  finding.cards[0].skill_low = finding.cards[0].skill_high = std::nullopt;
  expect_words(told(finding), "too few events for a range");
  finding.cards[0].skill.reset();
  expect_words(told(finding), "no base rate to be compared with");
}

TEST(TellScore, SaysWhichWayTheChancesWereOff) {
  ScoreFinding finding = scores(40, 40);
  expect_none(told(finding), "bold");
  finding.recalibration = 0.5;
  expect_words(told(finding), "too bold: chances 0.50 times as far from even odds");
  finding.recalibration = 1.4;
  expect_words(told(finding), "too cautious: chances 1.40 times");
  finding.recalibration = 1.01;
  expect_words(told(finding), "as bold as they ought to have been");
  finding.recalibration = -0.2;
  expect_words(told(finding), "nothing in the right direction");
}

TEST(TellScore, WritesOutWhatHides) { expect_none(told(scores(4, 4)), "\u202E"); }

TEST(ReliabilityChart, SaysTheCountsBesideThePoints) {
  const Chart chart = reliability_chart(scores(4, 4).reliability);
  const auto drawing = nlohmann::json::parse(chart.specification);
  EXPECT_EQ(drawing.at("data").at("values")[0].at("count"), "3 of 12");
  EXPECT_EQ(drawing.at("layer").size(), 4U);
  EXPECT_EQ(chart.table.rows.size(), 1U);
}

}  // namespace
}  // namespace modus::brief

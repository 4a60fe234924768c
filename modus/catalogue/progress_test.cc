#include "modus/catalogue/progress.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <filesystem>
#include <regex>
#include <stdexcept>

#include "modus/formats/read_case.h"
#include "modus/formats/write_json.h"
#include "modus/timing/case_days.h"
#include "modus/timing/progress.h"
#include "modus/zone/find_zone.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using findings::Nearness;
using findings::ProgressDate;
using findings::ProgressFinding;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Nothing uncertain: A and B want opposite ends of the land and of the money.
constexpr std::string_view kExact = R"(modus: 1
title: The meadow
as_of: 2026-01-31
parties: {a: {name: A}, b: {name: B}}
issues:
  land: {name: Land, options: {all: all, half: half, none: none}}
  money: {name: Money, options: {some: some, none: none}}
judgments:
  a: {order: {land: [all, half, none], money: [some, none]}, scores: {land: {half: 0.5}}, weights: {land: 0.6, money: 0.4}, no_deal: {value: 30}}
  b: {order: {land: [none, half, all], money: [none, some]}, scores: {land: {half: 0.5}}, weights: {land: 0.5, money: 0.5}, no_deal: {value: 25}}
statements:
)";

std::string red_line(const std::string& id, const std::string& party, const std::string& what, int day, const std::string& more = "") {
  return "  - {id: " + id + ", party: " + party + ", kind: red_line, what: " + what + ", channel: quoted, meant: 1, on: 2026-01-" +
         (day < 10 ? "0" : "") + std::to_string(day) + more + "}\n";
}

Case read(const std::string& text) {
  const auto subject = formats::read_case(text);
  return subject.ok() ? subject.value() : throw std::invalid_argument(base::describe(subject.problems().front()));
}

Case worked(const std::string& name) {
  return formats::read_case_file(std::filesystem::path(MODUS_SOURCE_DIR) / "cases" / (name + ".yaml")).value();
}

findings::BriefFinding answer_of(const Case& subject, std::size_t scenarios = 512, int threads = 1) {
  ProgressRequest request;
  request.draw.scenarios = scenarios;
  request.verify = true;
  base::Context context;
  context.threads = threads;
  const auto outcome = progress(subject, request, context);
  if (outcome.answer() == nullptr) throw std::invalid_argument("no answer");
  EXPECT_THAT(outcome.answer()->checks.problems, IsEmpty());
  return outcome.answer()->brief;
}

std::vector<double> zones_of(const findings::BriefFinding& brief) {
  std::vector<double> zones;
  for (const ProgressDate& date : brief.progress->dates) zones.push_back(date.zone_probability.value);
  return zones;
}

TEST(Progress, TellsAnExactCaseDateByDate) {
  const auto brief = answer_of(read(std::string(kExact) + red_line("s1", "a", "land = none", 3) + red_line("s2", "b", "land = all or land = half", 9) +
                                    red_line("s3", "b", "land = all", 20, ", replaces: [s2]")));
  EXPECT_EQ(zones_of(brief), (std::vector<double>{1, 0, 1}));
  const ProgressDate& closed = brief.progress->dates[1];
  ASSERT_EQ(closed.moved_by.size(), 1U);
  EXPECT_EQ(closed.moved_by.front().change, -1);
  EXPECT_EQ(closed.moved_by.front().standard_error, 0);
  EXPECT_EQ(closed.low, 0);
  EXPECT_EQ(brief.progress->dates.back().moved_by.front().change, 1);
  EXPECT_EQ(brief.progress->nearness, Nearness::kCannotTell);
}

TEST(Progress, IsCloserWhereOnlyTheLastDateHasAZone) {
  const auto brief = answer_of(read(std::string(kExact) + red_line("s1", "a", "land = none or land = half", 2) +
                                    red_line("s2", "b", "land = all", 2) +
                                    red_line("s3", "b", "land = all and money = some", 20, ", replaces: [s2]")));
  EXPECT_EQ(brief.progress->nearness, zones_of(brief).back() > 0 ? Nearness::kCloserThanEver : Nearness::kCannotTell);
  EXPECT_EQ(zones_of(brief).front(), 0);
}

/// A few certain limits of both on any days.
struct AnyLimits {
  std::vector<std::string> lines;
  static AnyLimits draw() {
    static const std::vector<std::string> things = {"land = all",   "land = half",  "land = none",
                                                    "money = some", "money = none", "land = half and money = some"};
    AnyLimits made;
    const auto count = *rc::gen::inRange(1, 6);
    for (int k = 0; k < count; ++k) {
      const auto party = *rc::gen::element<std::string>("a", "b");
      made.lines.push_back(red_line("s" + std::to_string(k), party, *rc::gen::elementOf(things), *rc::gen::inRange(1, 31)));
    }
    return made;
  }
  [[nodiscard]] std::string text(std::size_t count) const {
    std::string all(kExact);
    for (std::size_t k = 0; k < count; ++k) all += lines[k];
    return all;
  }
};

RC_GTEST_PROP(Progress, NeverRisesByALimitWhereNothingIsUncertain, ()) {
  const AnyLimits limits = AnyLimits::draw();
  const std::vector<double> zones = zones_of(answer_of(read(limits.text(limits.lines.size())), 64));
  for (std::size_t i = 1; i < zones.size(); ++i) RC_ASSERT(zones[i] <= zones[i - 1]);
}

RC_GTEST_PROP(Progress, OfEarlierDatesDoesNotHangOnWhatWasSaidLater, ()) {
  const AnyLimits limits = AnyLimits::draw();
  const Case whole = read(limits.text(limits.lines.size()));
  const auto days = timing::find_days(whole, 50).days;
  const std::vector<double> zones = zones_of(answer_of(whole, 64));
  for (std::size_t i = 0; i < days.size(); ++i) {
    Case past = timing::case_without(whole, days[i].later);
    past.as_of = days[i].day;
    const std::vector<double> then = zones_of(answer_of(past, 64));
    RC_ASSERT(then == std::vector<double>(zones.begin(), zones.begin() + static_cast<std::ptrdiff_t>(i) + 1));
  }
}

class WorkedProgress : public testing::TestWithParam<const char*> {};

TEST_P(WorkedProgress, EndsWithTheZoneItself) {
  const auto brief = answer_of(worked(GetParam()), 4096);
  const ProgressDate& last = brief.progress->dates.back();
  EXPECT_EQ(last.zone_probability.value, brief.zone.zone_probability.value);
  EXPECT_EQ(last.zone_probability.standard_error, brief.zone.zone_probability.standard_error);
  EXPECT_EQ(last.low, brief.zone.range_low);
  EXPECT_EQ(last.high, brief.zone.range_high);
  EXPECT_EQ(last.best_joint_acceptance, brief.zone.max_joint_acceptance);
  EXPECT_EQ(last.best, brief.zone.best.package);
}

TEST_P(WorkedProgress, AgreesAtEachDateWithScenariosDrawnAfresh) {
  const Case subject = worked(GetParam());
  const auto brief = answer_of(subject, 4096, 2);
  const auto days = timing::find_days(subject, 50).days;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Case past = timing::case_without(subject, days[i].later);
    const auto run = draw_run(past, {4096, 23}, {});
    ASSERT_NE(run.answer(), nullptr);
    zone::FindZoneOptions options;
    options.rests_on = false;
    const auto afresh = zone::find_zone((*run.answer())->drawn, (*run.answer())->scan, (*run.answer())->contested, options, {});
    const ProgressDate& date = brief.progress->dates[i];
    const double error = std::hypot(date.zone_probability.standard_error, afresh.zone_probability.standard_error);
    EXPECT_NEAR(date.zone_probability.value, afresh.zone_probability.value, 4.5 * error + 1e-3) << i;
    EXPECT_NEAR(date.best_joint_acceptance, afresh.max_joint_acceptance, 0.12) << i;
  }
}

findings::BriefFinding told_on(const Case& subject, int threads) {
  base::Context context;
  context.threads = threads;
  return progress(subject, {{512, 1}, 50, false}, context).answer()->brief;
}

TEST_P(WorkedProgress, IsTheSameOnAnyNumberOfThreads) {
  const Case subject = worked(GetParam());
  const std::string one = formats::write_progress_json(subject, told_on(subject, 1));
  EXPECT_EQ(one, formats::write_progress_json(subject, told_on(subject, 3)));
}

INSTANTIATE_TEST_SUITE_P(Cases, WorkedProgress,
                         testing::Values("company-purchase", "dock-strike", "textbook-itex-cypress", "three-rivers", "tutorial", "ukraine-2025-12"),
                         [](const auto& one) { return std::regex_replace(one.param, std::regex("-"), "_"); });

/// Uncertain wants; `a` and `b` name the parties.
std::string open_case(const std::string& a, const std::string& b) {
  return "modus: 1\ntitle: Open\nas_of: 2026-01-31\nparties: {" + a + ": {name: A}, " + b +
         ": {name: B}}\nissues:\n  land: {name: Land, options: {all: all, half: half, none: none}}\n  money: {name: Money, options: {some: some, none: none}}\n"
         "statements:\n" +
         "  - {id: s1, party: " + a + ", kind: red_line, what: land = none, channel: reported, on: 2026-01-04}\n" +
         "  - {id: s2, party: " + b + ", kind: red_line, what: land = all, channel: reported, on: 2026-01-09}\n" +
         "  - {id: s3, party: " + a + ", kind: offers, what: land = half and money = some, channel: quoted, on: 2026-01-15}\n" +
         "  - {id: s4, party: " + b + ", kind: rejects, what: money = some, channel: quoted, on: 2026-01-21}\n";
}

TEST(Progress, IsMirroredWhenThePartiesAreSwapped) {
  const auto as_is = answer_of(read(open_case("a", "b")), 4096), swapped = answer_of(read(open_case("b", "a")), 4096);
  ASSERT_EQ(zones_of(as_is).size(), zones_of(swapped).size());
  for (std::size_t i = 0; i < zones_of(as_is).size(); ++i) {
    const auto &one = as_is.progress->dates[i].zone_probability, &other = swapped.progress->dates[i].zone_probability;
    EXPECT_NEAR(one.value, other.value, 4.5 * std::hypot(one.standard_error, other.standard_error));
  }
}

TEST(Progress, TellsFewerDatesOnRequestAndSaysSo) {
  ProgressRequest request;
  request.draw.scenarios = 256;
  request.dates = 2;
  const auto outcome = progress(read(open_case("a", "b")), request, {});
  EXPECT_EQ(outcome.answer()->brief.progress->dates.size(), 2U);
  EXPECT_EQ(outcome.answer()->brief.progress->merged, 2U);
}

TEST(Progress, HasNothingToCompareWhereThereIsOneDate) {
  const auto brief = answer_of(read(std::string(kExact) + "  - {id: s1, party: a, kind: red_line, what: land = none, channel: quoted}\n"));
  EXPECT_EQ(brief.progress->dates.size(), 1U);
  EXPECT_EQ(brief.progress->undated, 1U);
  EXPECT_EQ(brief.progress->nearness, Nearness::kCannotTell);
}

TEST(Progress, RefusesADateOnWhichStatementsAtCertaintyContradictTheJudgments) {
  const std::string text = std::string(kExact) +
                           "  - {id: s1, party: a, kind: prefers, what: land = none and money = none, over: land = all and money = some, "
                           "channel: quoted, meant: 1, on: 2026-01-03}\n"
                           "  - {id: s2, party: a, kind: red_line, what: land = none, channel: quoted, on: 2026-01-09, replaces: [s1]}\n";
  const auto outcome = progress(read(text), {{256, 1}, 50, false}, {});
  ASSERT_NE(outcome.problems(), nullptr);
  EXPECT_THAT(base::describe(outcome.problems()->front()), HasSubstr("as the case stood on 2026-01-03, for a these cannot all hold"));
}

}  // namespace
}  // namespace modus::catalogue

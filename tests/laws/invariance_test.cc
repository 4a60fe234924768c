/// \file What says the same in other words must not change the answer by much. Exact invariances hold up to sampling error;
/// where a rewording changes the prior (an issue more means other weights), the tolerance says how much that may matter.
#include <gtest/gtest.h>

#include "tests/support/ask.h"

namespace modus::tests {
namespace {

constexpr std::size_t kScenarios = 16'384;
/// Four standard errors of the difference of two shares from 16,384 scenarios each.
constexpr double kSampling = 0.022;
/// What a rewording that touches the prior may move the zone probability by.
constexpr double kReworded = 0.1;
/// What a clone that is not judged alike may widen it by.
constexpr double kCloned = 0.2;

struct Pieces {
  std::string issues, rules, statements, first, second;  ///< lines of the file, indented by two
};

std::string write(const Pieces& pieces) {
  return "modus: 1\ntitle: Law\nas_of: 2026-01-31\nsources: {r: {title: Report, published: 2026-01-30}}\n"
         "parties: {a: {name: A}, b: {name: B}}\nissues:\n" + pieces.issues +
         (pieces.rules.empty() ? "" : "rules:\n" + pieces.rules) + "statements:\n" + pieces.statements +
         "judgments:\n  a:\n" + pieces.first + "  b:\n" + pieces.second;
}

Pieces two_issues() {
  return {
      "  land: {name: Land, options: {all: all, half: half, none: none}}\n"
      "  money: {name: Money, range: {from: 0, to: 4, step: 1, unit: crowns}}\n",
      "",
      "  - {id: s1, party: a, kind: red_line, what: land = none, channel: reported, source: r}\n"
      "  - {id: s2, party: b, kind: rejects, what: land = all, channel: reported, source: r}\n",
      "    scales: {money: {better: more}}\n    no_deal: {value: 35..55}\n    order: {land: [all, half, none]}\n",
      "    scales: {money: {better: less}}\n    no_deal: {value: 35..55}\n    order: {land: [none, half, all]}\n",
  };
}

Pieces with(Pieces pieces, const std::string& from, const std::string& to) {
  const auto replace = [&](std::string& text) {
    if (const auto place = text.find(from); place != std::string::npos) text.replace(place, from.size(), to);
  };
  for (std::string* text : {&pieces.issues, &pieces.rules, &pieces.statements, &pieces.first, &pieces.second}) replace(*text);
  return pieces;
}

double zone_of(const Pieces& pieces) { return zone_probability(write(pieces), kScenarios); }

TEST(Laws, AnIssueNobodyCaresAboutLeavesTheZone) {
  Pieces more = two_issues();
  more.issues += "  flag: {name: Flag, options: {blue: blue, red: red}}\n";
  more.first += "    weights: {flag: 0}\n";
  more.second += "    weights: {flag: 0}\n";
  EXPECT_NEAR(zone_of(more), zone_of(two_issues()), kSampling);
}

Pieces with_twin() { return with(two_issues(), "half: half", "half: half, twin: half again"); }

TEST(Laws, ACloneJudgedAlikeLeavesTheZone) {
  Pieces once = two_issues(), twice = with_twin();
  for (Pieces* pieces : {&once, &twice}) {
    const std::string twin = pieces == &twice ? ", twin: 0.4" : "";
    *pieces = with(*pieces, "order: {land: [all, half, none]}", "scores: {land: {all: 1, half: 0.4, none: 0" + twin + "}}");
    *pieces = with(*pieces, "order: {land: [none, half, all]}", "scores: {land: {all: 0, half: 0.4, none: 1" + twin + "}}");
  }
  EXPECT_NEAR(zone_of(twice), zone_of(once), kSampling);
}

TEST(Laws, AMixThatIsAllOfOneBranchIsThatOption) {
  const Pieces mixed = with(two_issues(), "half: half",
                            "half: half, slow: {name: half at once, phases: [{option: half, share: 1}, {option: all, share: rest}]}");
  EXPECT_NEAR(zone_of(mixed), zone_of(two_issues()), kSampling);
}

TEST(Laws, AMixOfWhatLimitsForbidOpensNothing) {
  Pieces mixed = with(two_issues(), "half: half",
                      "half: half, slow: {name: none then all, phases: [{option: none, share: 0.5}, {option: all, share: rest}]}");
  Pieces plain = two_issues();
  for (Pieces* pieces : {&mixed, &plain}) {
    *pieces = with(with(*pieces, "kind: red_line,", "kind: red_line, meant: 1,"), "channel: reported", "channel: quoted");
  }
  EXPECT_NEAR(zone_of(mixed), zone_of(plain), kSampling);
}

/// Two options side by side in an order are two chances that one of them suits both: a clone widens the zone.
TEST(Laws, ACloneInAnOrderWidensTheZoneALittle) {
  Pieces twice = with_twin();
  twice = with(twice, "[all, half, none]", "[all, half, twin, none]");
  twice = with(twice, "[none, half, all]", "[none, twin, half, all]");
  const double before = zone_of(two_issues()), after = zone_of(twice);
  EXPECT_GE(after, before - kSampling);
  EXPECT_LE(after, before + kCloned);
}

TEST(Laws, AnIssueSplitInTwoLeavesTheZone) {
  Pieces whole = two_issues();
  whole.first += "    weights: {land: 0.4..0.6}\n";
  whole.second += "    weights: {land: 0.4..0.6}\n";
  Pieces split = with(two_issues(), "  land: {name: Land, options: {all: all, half: half, none: none}}\n",
                      "  east: {name: East, options: {mine: mine, yours: yours}}\n"
                      "  west: {name: West, options: {mine: mine, yours: yours}}\n");
  split.rules = "  - west = mine -> east = mine\n";  // all, half and none, as before
  split.statements =
      "  - {id: s1, party: a, kind: red_line, what: east = yours and west = yours, channel: reported, source: r}\n"
      "  - {id: s2, party: b, kind: rejects, what: east = mine and west = mine, channel: reported, source: r}\n";
  split.first = with(split, "order: {land: [all, half, none]}", "order: {east: [mine, yours], west: [mine, yours]}").first +
                "    weights: {money: 0.4..0.6}\n";
  split.second = with(split, "order: {land: [none, half, all]}", "order: {east: [yours, mine], west: [yours, mine]}").second +
                 "    weights: {money: 0.4..0.6}\n";
  EXPECT_NEAR(zone_of(split), zone_of(whole), kReworded);
}

TEST(Laws, SayingAThingTwiceAddsNothing) {
  Pieces twice = two_issues();
  twice.statements += "  - {id: s3, party: a, kind: red_line, what: \"not land in [all, half]\", channel: reported, source: r, on: 2026-01-29}\n";
  EXPECT_NEAR(zone_of(twice), zone_of(two_issues()), kSampling);
}

TEST(Laws, ARumourNobodyBelievesSaysNothing) {
  Pieces more = two_issues();
  more.statements += "  - {id: s3, party: a, kind: rejects, what: land = all and money = 4, said: 0, source: r}\n";
  EXPECT_NEAR(zone_of(more), zone_of(two_issues()), kSampling);
}

TEST(Laws, PartiesThatChangePlacesChangeNothing) {
  const Pieces here = with(two_issues(), "35..55", "20..70");  // no longer alike
  Pieces there = here;
  there.first = with(here, "", "").second;
  there.second = here.first;
  there.statements =
      "  - {id: s1, party: b, kind: red_line, what: land = none, channel: reported, source: r}\n"
      "  - {id: s2, party: a, kind: rejects, what: land = all, channel: reported, source: r}\n";
  const auto one = ask(catalogue::Verb::kZone, read(write(here)), kScenarios).zone;
  const auto other = ask(catalogue::Verb::kZone, read(write(there)), kScenarios).zone;
  EXPECT_NEAR(one.zone_probability.value, other.zone_probability.value, kSampling);
  const case_model::PartyIndex a(0), b(1);
  EXPECT_NEAR(one.parties[a].acceptance, other.parties[b].acceptance, kSampling);
  EXPECT_NEAR(one.parties[b].acceptance, other.parties[a].acceptance, kSampling);
}

TEST(Laws, AScaleTurnedRoundChangesNothing) {
  const Pieces turned = with(with(two_issues(), "better: more", "better: some"), "better: less", "better: more");
  const Pieces done = with(turned, "better: some", "better: less");
  EXPECT_NEAR(zone_of(done), zone_of(two_issues()), kSampling);
}

TEST(Laws, NamesAreOnlyNames) {
  Pieces renamed = two_issues();
  for (const auto& [from, to] : {std::pair("land", "zulu"), std::pair("half", "aaaa")}) {
    for (std::string* text : {&renamed.issues, &renamed.statements, &renamed.first, &renamed.second}) {
      for (auto place = text->find(from); place != std::string::npos; place = text->find(from)) text->replace(place, 4, to);
    }
  }
  EXPECT_NEAR(zone_of(renamed), zone_of(two_issues()), kSampling);
}

}  // namespace
}  // namespace modus::tests

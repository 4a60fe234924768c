/// \file The verb expand as a user runs it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

/// A wants all, B wants none, and neither can live with the other's wish. A believes that the review will go
/// its way, B that it will not: each takes the contingent option for nearly its own.
std::string case_with(const std::string& ideas,
                      const std::string& force = "force: {name: F, options: {big: big, small: small}}") {
  return R"(modus: 1
title: Review
as_of: 2026-01-31
parties: {a: {name: A}, b: {name: B}, g: {name: G, role: guarantor}, h: {name: H, role: guarantor}}
issues:
  land: {name: Land, options: {all: all to A, none: none to A}}
  )" + force +
         R"(
judgments:
  a: {order: {land: [all, none], force: [big, small]}, weights: {land: 0.9, force: 0.1}, no_deal: {value: 60..65}}
  b: {order: {land: [none, all], force: [small, big]}, weights: {land: 0.9, force: 0.1}, no_deal: {value: 60..65}}
)" + ideas;
}

std::string review(const std::string& belief_of_a, const std::string& belief_of_b) {
  return "ideas:\n  review:\n    says: let a review decide\n    adds:\n      issues: {land: {options: "
         "{if_fit: {name: all to A if the review says so, if: the review "
         "says so, then: all, else: none, chance: 0.5}}}}\n      judgments: {a: {beliefs: {land: {if_fit: " +
         belief_of_a + "}}}, b: {beliefs: {land: {if_fit: " + belief_of_b + "}}}}\n";
}

json expand(const std::string& text, const std::string& options = "") {
  const ProgramRun run = run_shell("modus expand - --json --verify --scenarios 1024 " + options, text);
  EXPECT_EQ(run.status, 0) << run.out << run.err;
  return run.status == 0 ? json::parse(run.out)["result"] : json();
}

TEST(Expand, AContingentOptionOpensAZoneWhereBeliefsDiffer) {
  const json result = expand(case_with(review("0.8..0.9", "0.1..0.2")));
  EXPECT_EQ(result["zone_probability"], 0);
  ASSERT_EQ(result["ideas"].size(), 1U);
  const json& idea = result["ideas"][0];
  EXPECT_EQ(idea["effect"], "opens");
  EXPECT_GT(idea["zone_probability"], 0.95);
  EXPECT_EQ(idea["best"]["package"]["land"], "if_fit");
  EXPECT_EQ(idea["best_takes_it"], true);
  EXPECT_EQ(idea["new_options"], json::parse(R"([{"issue": "land", "option": "if_fit"}])"));
  EXPECT_TRUE(idea["left_open"].empty()) << "a mix is as well known as its branches";
}

TEST(Expand, AContingentOptionIsOnlyAMiddleWhereBeliefsAgree) {
  const json idea = expand(case_with(review("0.5", "0.5")))["ideas"][0];
  EXPECT_EQ(idea["zone_probability"], 0);
  EXPECT_EQ(idea["effect"], "no_difference");
}

TEST(Expand, SaysWhoseLimitForbidsABranch) {
  const std::string said =
      "sources: {r: {title: Report, published: 2026-01-30}}\nstatements:\n  - {id: s1, party: b, kind: "
      "red_line, what: land = all, source: r}\n";
  const json idea = expand(case_with(review("0.8..0.9", "0.1..0.2") + said))["ideas"][0];
  ASSERT_EQ(idea["limits"].size(), 1U);
  EXPECT_EQ(idea["limits"][0]["limit"]["party"], "b");
  EXPECT_EQ(idea["limits"][0]["forbids"]["option"], "if_fit");
  EXPECT_EQ(idea["limits"][0]["always"], true);
}

TEST(Expand, ALinkedIssueBringsWhatNobodyHasJudged) {
  const json idea =
      expand(case_with("ideas: {visits: {says: visits, adds: {issues: {visits: {name: Visits, options: "
                       "{none: none, many: many}}}, "
                       "judgments: {a: {weights: {land: 0.5..0.9, force: 0.1}}, b: {weights: {land: "
                       "0.5..0.9, force: 0.1}}}}}}\n"))["ideas"][0];
  EXPECT_EQ(idea["new_issues"], json::parse(R"(["visits"])"));
  ASSERT_EQ(idea["left_open"].size(), 2U);
  EXPECT_EQ(idea["left_open"][0]["scores"], true);
  EXPECT_EQ(idea["left_open"][0]["weight"], true);
}

TEST(Expand, TakesTheBestIdeasTwoByTwoAndInOrderOfTheirGain) {
  const std::string other =
      "  split: {says: share it, adds: {issues: {land: {options: {later: {name: first none then all, phases: "
      "[{option: none, share: 0.5}, "
      "{option: all, share: rest}]}}}}}}\n";
  const json result = expand(case_with(review("0.8..0.9", "0.1..0.2") + other));
  ASSERT_EQ(result["ideas"].size(), 2U);
  EXPECT_EQ(result["ideas"][0]["ideas"], json::parse(R"(["review"])"));
  ASSERT_EQ(result["pairs"].size(), 1U);
  EXPECT_EQ(result["pairs"][0]["ideas"], json::parse(R"(["review", "split"])"));
  EXPECT_EQ(expand(case_with(review("0.8..0.9", "0.1..0.2") + other), "--idea split")["ideas"].size(), 1U);
}

TEST(Expand, SharesABurden) {
  const json result = expand(case_with("",
                                       "force: {name: F, options: {small: small, big: {name: big, needs: [g, "
                                       "h], costs: {total: 6, unit: bn, capacity: {g: 1, h: 2}, "
                                       "alone: [{who: [g], pays: 6}, {who: [h], pays: 4}]}}}}"));
  ASSERT_EQ(result["burdens"].size(), 1U);
  const json& shares = result["burdens"][0]["shares"];
  EXPECT_EQ(shares[0]["by_capacity"], 2);
  EXPECT_EQ(shares[0]["shapley"], 4);
  EXPECT_EQ(shares[1]["shapley"], 2);
  EXPECT_EQ(result["burdens"][0]["cheaper_than_shapley"], nullptr);
  EXPECT_EQ(result["burdens"][0]["cheaper_than_by_capacity"], nullptr);
}

TEST(Expand, RefusesWhatCannotBeWeighed) {
  const std::string plain = "ideas: {half: {says: half, adds: {issues: {land: {options: {half: half}}}}}}\n";
  for (const auto& [text, options, says] :
       {std::tuple{case_with(""), "", "lists no ideas"},
        std::tuple{case_with(review("0.5", "0.5")), "--idea revew", "no idea revew"},
        std::tuple{case_with(plain), "", "with idea half"},
        std::tuple{case_with("ideas: {more: {says: more, adds: {parties: {c: {name: C}}}}}\n"), "",
                   "adds a party"}}) {
    const ProgramRun run = run_shell(std::string("modus expand - ") + options, text);
    EXPECT_EQ(run.status, 1) << run.out;
    EXPECT_NE(run.err.find(says), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

TEST(Expand, SaysTheSameOnAnyNumberOfThreads) {
  const std::string text =
      case_with(review("0.8..0.9", "0.1..0.2") +
                "  split: {says: share it, adds: {issues: {land: {options: {half: half}}}, judgments: {a: "
                "{order: {land: [all, half, none]}}, b: {order: {land: [none, half, all]}}}}}\n");
  EXPECT_EQ(run_shell("modus expand - --threads 1 --scenarios 512", text).out,
            run_shell("modus expand - --threads 4 --scenarios 512", text).out);
}

}  // namespace
}  // namespace modus::tests

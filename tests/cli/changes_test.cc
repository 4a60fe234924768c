/// \file what-if, diff and brief --since, as a user drives them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

using nlohmann::json;

const std::string kTutorial = "'" MODUS_SOURCE_DIR "/cases/tutorial.yaml'";
const std::string kStrike = "'" MODUS_SOURCE_DIR "/cases/dock-strike.yaml'";
const std::string kFew = " --scenarios 1024 --json";

json answer(const std::string& line) {
  const ProgramRun run = run_shell(line);
  EXPECT_EQ(run.status, 0) << line << "\n" << run.err;
  return run.status == 0 ? json::parse(run.out) : json();
}

/// The tutorial's case with some of its words replaced, as `name`, its reports beside it.
std::string changed(const std::string& name, const std::string& sed) {
  return "cp -r '" MODUS_SOURCE_DIR "/cases/reports' .; sed '" + sed + "' " + kTutorial + " > " + name + "; ";
}

TEST(WhatIf, MovesEveryFigureOfTheHeadline) {
  const json result = answer("modus what-if " + kTutorial + " --drop statements.t-payment --verify" + kFew).at("result");
  for (const char* side : {"before", "after"}) {
    for (const char* key : {"zone_probability", "best_joint_acceptance", "best", "parties", "sticking_points", "hardest_issues", "package_count"}) {
      EXPECT_TRUE(result.at(side).contains(key)) << side << " " << key;
    }
  }
  const double before = result.at("before").at("zone_probability"), after = result.at("after").at("zone_probability");
  EXPECT_GT(after, before + 0.05);
  EXPECT_NEAR(result.at("moved").at("zone_probability_change"), after - before, 2e-6);
  ASSERT_EQ(result.at("changes").size(), 1U);
  EXPECT_EQ(result.at("changes")[0].at("path"), "statements.t-payment");
  EXPECT_EQ(result.at("changes")[0].at("kind"), "dropped");
  EXPECT_TRUE(result.at("scan").is_null());
}

TEST(WhatIf, WeighsAnewWhereItCanAndDrawsAfreshElsewhere) {
  const auto reweighted = [](const std::string& change) {
    return answer("modus what-if " + kTutorial + " --verify" + kFew + " " + change).at("result").at("after").at("reweighted").get<bool>();
  };
  EXPECT_TRUE(reweighted("--set statements.n-house.meant=0.8"));
  EXPECT_TRUE(reweighted("--set judgments.nora.no_deal.value=10..40"));
  EXPECT_FALSE(reweighted("--set judgments.nora.no_deal.value=10..60"));
  EXPECT_FALSE(reweighted("--set 'issues.house.options.swap={name: a swap of houses}' --set judgments.nora.order.house='[nora_keeps, swap, let, sell]'"));
}

TEST(WhatIf, BothWaysGiveTheSameAnswer) {
  const std::string change = "--set judgments.tomas.no_deal.value=10..30 --set statements.n-payment.meant=0.7";
  const json weighed = answer("modus what-if " + kTutorial + " --json " + change).at("result").at("after");
  const json drawn = answer("modus what-if " + kTutorial + " --json --scan " + change).at("result").at("after");
  EXPECT_TRUE(weighed.at("reweighted"));
  EXPECT_FALSE(drawn.at("reweighted"));
  EXPECT_NEAR(weighed.at("zone_probability"), drawn.at("zone_probability"), 0.05);
  EXPECT_NEAR(weighed.at("best_joint_acceptance"), drawn.at("best_joint_acceptance"), 0.05);
}

TEST(WhatIf, ScansTheOpenJudgments) {
  const json scan = answer("modus what-if " + kStrike + " --scan --json").at("result").at("scan");
  const json effects = scan.at("effects");
  ASSERT_GE(effects.size(), 2U);
  EXPECT_GE(scan.at("looked_at").get<std::size_t>(), effects.size());
  for (std::size_t i = 1; i < effects.size(); ++i) EXPECT_GE(effects[i - 1].at("apart"), effects[i].at("apart"));
  const ProgramRun told = run_shell("modus what-if " + kStrike + " --scan");
  EXPECT_NE(told.out.find("Narrowing this range changes the answer most"), std::string::npos) << told.out;
}

TEST(WhatIf, SaysWhatIsWrongWithAChange) {
  EXPECT_EQ(run_shell("modus what-if " + kTutorial).status, 2);
  for (const char* change : {"--set statements.n-house.meant=2", "--drop statements.nobody", "--set nonsense", "--set parties.nora.shoe=1"}) {
    const ProgramRun run = run_shell("modus what-if " + kTutorial + " " + change);
    EXPECT_EQ(run.status, 1) << change;
    EXPECT_EQ(run.out, "") << change;
    EXPECT_NE(run.err, "") << change;
  }
}

TEST(WhatIf, LeavesTheFileAsItIs) {
  const ProgramRun run = run_shell(changed("a.yaml", "") + "cp a.yaml b.yaml; modus what-if a.yaml --drop statements.t-payment > x; cmp a.yaml b.yaml");
  EXPECT_EQ(run.status, 0) << run.err;
}

TEST(Diff, ListsNothingForTheSameCase) {
  const json result = answer("modus diff " + kTutorial + " " + kTutorial + kFew).at("result");
  EXPECT_TRUE(result.at("changes").empty());
  EXPECT_EQ(result.at("moved").at("zone_probability_change"), 0);
  EXPECT_NE(run_shell("modus diff " + kTutorial + " " + kTutorial).out.find("Nothing has changed"), std::string::npos);
}

TEST(Diff, TellsWhatEachChangeDid) {
  const std::string newer = changed("new.yaml", "/id: t-payment/d; s/value: 10..50, why: \"a court/value: 10..30, why: \"a court/");
  const json answered = answer(newer + "modus diff " + kTutorial + " new.yaml --verify" + kFew);
  const json changes = answered.at("result").at("changes");
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].at("path"), "statements.t-payment");
  EXPECT_EQ(changes[0].at("kind"), "dropped");
  EXPECT_EQ(changes[0].at("basis"), "drawn_afresh");
  EXPECT_GT(changes[0].at("zone_probability_change"), 0.05);
  EXPECT_EQ(changes[1].at("path"), "judgments.nora.no_deal");
  EXPECT_EQ(changes[1].at("kind"), "changed");
  for (std::size_t i = 1; i < changes.size(); ++i) {
    EXPECT_GE(std::abs(changes[i - 1].at("zone_probability_change").get<double>()), std::abs(changes[i].at("zone_probability_change").get<double>()));
  }
}

TEST(Diff, OfOneChangeIsTheWholeMovement) {
  const std::string newer = changed("new.yaml", "s/value: 10..50, why: \"the same/value: 10..30, why: \"the same/");
  const json result = answer(newer + "modus diff " + kTutorial + " new.yaml --json").at("result");
  ASSERT_EQ(result.at("changes").size(), 1U);
  EXPECT_NEAR(result.at("changes")[0].at("zone_probability_change"), result.at("moved").at("zone_probability_change"), 0.05);
}

TEST(Diff, KeepsWhatCannotBeUndoneAlone) {
  const std::string newer = changed("new.yaml", "s/workshop:$/garage:/; s/the workshop/the garage/; s/workshop = tomas/garage = tomas/; s/{workshop:/{garage:/");
  const json changes = answer(newer + "modus diff " + kTutorial + " new.yaml" + kFew).at("result").at("changes");
  std::size_t together = 0;
  for (const json& change : changes) together += change.at("basis") == "only_together" ? 1U : 0U;
  EXPECT_GT(together, 0U) << changes.dump(1);
}

TEST(Diff, RefusesCasesOfOtherDisputes) {
  const ProgramRun run = run_shell("modus diff " + kTutorial + " " + kStrike);
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("in common"), std::string::npos) << run.err;
  EXPECT_EQ(run_shell("modus diff " + kTutorial).status, 2);
  EXPECT_EQ(run_shell("modus diff - -").status, 1);
}

TEST(Since, TellsWhatChangedOnTheFirstPages) {
  const std::string older = changed("old.yaml", "/id: t-payment/d; s/2026-05-10/2026-05-04/");
  const ProgramRun run = run_shell(older + "modus brief " + kTutorial + " --since old.yaml --scenarios 1024");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("since 4"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("t-payment"), std::string::npos);
  const json since = answer(older + "modus brief " + kTutorial + " --since old.yaml" + kFew).at("result").at("since");
  EXPECT_EQ(since.at("before_case").at("as_of"), "2026-05-04");
  EXPECT_FALSE(answer("modus brief " + kTutorial + kFew).at("result").contains("since"));
}

TEST(Changes, AreTheSameOnAnyNumberOfThreads) {
  const std::string newer = changed("new.yaml", "/id: t-payment/d");
  for (const std::string& line : {"what-if " + kTutorial + " --scan --drop statements.n-payment", "diff " + kTutorial + " new.yaml"}) {
    EXPECT_EQ(run_shell(newer + "modus " + line + kFew + " --threads 1").out, run_shell(newer + "modus " + line + kFew + " --threads 4").out);
  }
}

}  // namespace
}  // namespace modus::tests

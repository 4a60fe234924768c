/// \file The Ukraine case as drafted from a report, item by item beside the one made by hand. Two reports: one of our own with the same
/// facts, and the article itself where the shared folder has it.
#include <gtest/gtest.h>

#include <algorithm>

#include "modus/case_model/case.h"
#include "modus/formats/read_case.h"
#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;
using case_model::Case;
using case_model::PartyIndex;
using case_model::Role;
using case_model::Statement;
using case_model::StatementKind;

fs::path own_report() { return source_folder() / "tests/reading/ukraine-2025-12.txt"; }
fs::path article() { return source_folder().parent_path() / "shared/reports/republic-dispatch-2025-12.txt"; }

Case case_by_hand() {
  auto made = formats::read_case_file(source_folder() / "cases/ukraine-2025-12.yaml");
  EXPECT_TRUE(made.ok());
  return std::move(made.value());
}

Case drafted(const fs::path& report) {
  const ProgramRun run = run_shell("modus read - --date 2025-12-20", read_file(report));
  EXPECT_EQ(run.status, 0) << run.err;
  auto made = formats::read_case(run.out, {"draft.yaml", std::nullopt, false});
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : base::describe(made.problems().front()));
  return std::move(made.value());
}

PartyIndex party(const Case& subject, const std::string& id) {
  const auto found = subject.find_party(id);
  EXPECT_TRUE(found) << id;
  return found.value_or(PartyIndex(0));
}

/// Limits and demands are one family here: how firm a word is may be read either way.
bool is_against(StatementKind kind) { return kind == StatementKind::kRedLine || kind == StatementKind::kRejects || kind == StatementKind::kDemands; }
bool is_for(StatementKind kind) { return kind == StatementKind::kOffers || kind == StatementKind::kAccepts; }

/// A statement of the case made by hand from this article, and what its passage must hold.
struct Item {
  const char* by_hand;
  const char* words;
};

class Drafts : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    if (!fs::exists(GetParam())) GTEST_SKIP() << GetParam() << " is not here";
    by_hand_ = case_by_hand();
    draft_ = drafted(GetParam());
  }

  [[nodiscard]] bool has_like(const Statement& wanted, const std::string& words) const {
    const PartyIndex who = party(draft_, by_hand_.parties[wanted.party].id);
    return std::any_of(draft_.statements.begin(), draft_.statements.end(), [&](const Statement& one) {
      const bool same_side = is_for(wanted.kind) ? is_for(one.kind) : is_against(one.kind);
      return one.party == who && same_side && one.quote.text.find(words) != std::string::npos;
    });
  }

  Case by_hand_, draft_;
};

TEST_P(Drafts, AgreeOnWhoMustAcceptAndWhoMediates) {
  for (const char* id : {"russia", "ukraine"}) {
    EXPECT_TRUE(draft_.parties[party(draft_, id)].has(Role::kPrincipal)) << id;
    EXPECT_EQ(by_hand_.parties[party(by_hand_, id)].roles, draft_.parties[party(draft_, id)].roles) << id;
  }
  EXPECT_EQ(by_hand_.parties[party(by_hand_, "united_states")].roles, draft_.parties[party(draft_, "united_states")].roles);
}

TEST_P(Drafts, HaveTheTwoIssuesThatBlockAndWesternTroops) {
  const auto is_named = [&](const std::string& word, bool among_options) {
    return std::any_of(draft_.issues.begin(), draft_.issues.end(), [&](const case_model::Issue& issue) {
      const bool option = std::any_of(issue.options.begin(), issue.options.end(), [&](const case_model::Option& one) { return one.name.find(word) != std::string::npos; });
      return issue.name.find(word) != std::string::npos || (among_options && option);
    });
  };
  EXPECT_TRUE(is_named("Donbas", false));
  EXPECT_TRUE(is_named("uarantees", false));
  EXPECT_TRUE(is_named("troops", true));
}

TEST_P(Drafts, HaveTheStatementsMadeByHandFromTheArticle) {
  for (const Item& item : {Item{"r-donbas-by-force", "by force"}, Item{"r-guarantees", "Western troops"}, Item{"u-donbas-zone", "free economic zone"},
                           Item{"u-guarantees-needed", "any peace deal must"}, Item{"us-guarantees", "Article 5"}}) {
    const auto wanted = by_hand_.find_statement(item.by_hand);
    ASSERT_TRUE(wanted) << item.by_hand;
    EXPECT_TRUE(has_like(by_hand_.statements[*wanted], item.words)) << item.by_hand;
  }
}

TEST_P(Drafts, HaveTheConflictingAssessmentsWithTheirSpeakers) {
  const auto has = [&](const std::string& speaker, const std::string& words) {
    return std::any_of(draft_.assessments.begin(), draft_.assessments.end(),
                       [&](const case_model::Assessment& one) { return one.speaker == speaker && one.quote.text.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(has("Donald Trump", "closer than ever"));
  EXPECT_TRUE(has("Marco Rubio", "or not at all"));
  EXPECT_TRUE(has("Marco Rubio", "ve made progress"));
}

TEST_P(Drafts, HaveTheTalksInMiamiAsPlanned) {
  EXPECT_TRUE(std::any_of(draft_.timeline.begin(), draft_.timeline.end(), [](const case_model::TimelineEvent& event) { return event.planned && event.place == "Miami"; }));
}

TEST_P(Drafts, InventNothing) {
  EXPECT_TRUE(draft_.rules.empty());
  EXPECT_TRUE(draft_.norms.empty());
  EXPECT_TRUE(draft_.guarantees.empty());
  for (const case_model::Judgments& judged : draft_.judgments) EXPECT_FALSE(judged.stated);
  for (const Statement& statement : draft_.statements) EXPECT_FALSE(statement.quote.text.empty()) << statement.id;
}

INSTANTIATE_TEST_SUITE_P(Ukraine, Drafts, testing::Values(own_report(), article()), [](const auto& test) { return test_name(test.param); });

}  // namespace
}  // namespace modus::tests

/// \file No byte of an output for an audience depends on what that audience may not see: each verb is run as a user would run
/// it, on a case and on the same case with other things hidden in it.
#include <gtest/gtest.h>

#include <regex>

#include "modus/formats/read_case.h"
#include "modus/formats/write_case.h"
#include "tests/audience/hidden_items.h"
#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

namespace fs = std::filesystem;
using case_model::Audience;
using case_model::Case;

/// What comes out of standard output, standard error and files, on a case in case.yaml.
struct Output {
  const char* name;
  const char* line;
};

constexpr Output kOutputs[] = {
    {"brief", "modus brief case.yaml --for WHOM"},
    {"markdown", "modus brief case.yaml --for WHOM -o b.md; cat b.md"},
    {"page", "modus brief case.yaml --for WHOM -o b.html; cat b.html"},
    {"brief_json", "modus brief case.yaml --for WHOM --json"},
    {"zone", "modus zone case.yaml --for WHOM --json"},
    {"blockers", "modus blockers case.yaml --for WHOM --json"},
    {"packages", "modus packages case.yaml --for WHOM --json"},
    {"ask", "modus ask case.yaml --for WHOM --json"},
    {"text", "modus text case.yaml --for WHOM --json"},
    {"sheet", "modus sheet case.yaml --for WHOM; modus sheet case.yaml --for WHOM --json"},
    {"what_if", "modus what-if case.yaml --for WHOM --set unstated=0.3 --json"},
    {"scan", "modus what-if case.yaml --for WHOM --scan --json"},
    {"expand", "modus expand case.yaml --for WHOM --json"},
    {"diff", "sed 's/^title: .*/title: Another/' case.yaml > other.yaml; modus diff case.yaml other.yaml --for WHOM --json"},
    {"since", "sed 's/^title: .*/title: Another/' case.yaml > other.yaml; modus brief case.yaml --since other.yaml --for WHOM"},
};

std::string run(const Output& output, const Case& subject, const std::string& whom) {
  const std::string line = std::regex_replace(output.line, std::regex("WHOM"), whom + " --scenarios 1024");
  const ProgramRun ran = run_shell("cat > case.yaml; " + std::regex_replace(line, std::regex("(sheet .*?) --scenarios 1024"), "$1"),
                                   formats::write_case(subject));
  EXPECT_NE(ran.status, 2) << ran.err;
  return std::to_string(ran.status) + "\n" + ran.out + ran.err;
}

class EveryOutput : public testing::TestWithParam<fs::path> {
 protected:
  EveryOutput() : labelled_(with_labels(formats::read_case_file(GetParam()).value(), fixed_picks(7))) {}
  [[nodiscard]] std::vector<Audience> audiences() const {
    const auto all = outsiders(labelled_);
    return {all[0], all[1], all.back()};
  }
  Case labelled_;
};

TEST_P(EveryOutput, IsTheSameByteForByteWhateverIsHidden) {
  for (const Audience& audience : audiences()) {
    const Case other = with_other_hidden_items(labelled_, audience, fixed_picks(11));
    ASSERT_NE(formats::write_case(other), formats::write_case(labelled_));
    const std::string whom = word_of(labelled_, audience);
    for (const Output& output : kOutputs) EXPECT_TRUE(run(output, labelled_, whom) == run(output, other, whom)) << output.name << " for " << whom;
  }
}

/// The check above could not fail where outputs did not depend on the hidden items at all.
TEST_P(EveryOutput, IsAnotherForTheTeam) {
  const Case other = with_other_hidden_items(labelled_, audiences().front(), fixed_picks(11));
  for (const Output& output : kOutputs) EXPECT_FALSE(run(output, labelled_, "team") == run(output, other, "team")) << output.name;
}

INSTANTIATE_TEST_SUITE_P(Cases, EveryOutput, testing::ValuesIn(all_cases()), [](const auto& test) { return test_name(test.param); });

TEST(DiffForAnAudience, TellsOfNoChangeWhereOnlyHiddenItemsDiffer) {
  const Case labelled = with_labels(formats::read_case_file(all_cases().front()).value(), fixed_picks(7));
  const Audience everybody{Audience::Kind::kPublic, {}};
  const Case other = with_other_hidden_items(labelled, everybody, fixed_picks(11));
  const std::string both = formats::write_case(labelled) + "=====\n" + formats::write_case(other);
  const char* line = "csplit -s -f part - '/^=====$/'; sed -i 1d part01; mkdir a b; cp part00 a/case.yaml; cp part01 b/case.yaml; ";
  const auto differ = [&](const std::string& from, const std::string& to) {
    return run_shell(line + ("cp " + from + "/case.yaml old.yaml; cp " + to + "/case.yaml new.yaml; modus diff old.yaml new.yaml --for public"), both);
  };
  const ProgramRun none = differ("a", "a"), some = differ("a", "b");
  EXPECT_EQ(none.status, 0) << none.err;
  EXPECT_EQ(some.out + some.err, none.out + none.err);
}

}  // namespace
}  // namespace modus::tests

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

const Audience kEverybody{Audience::Kind::kPublic, {}};

/// What comes out of standard output, standard error and files, on a case in case.yaml.
struct Output {
  const char* name;
  const char* line;
  bool always = true;    ///< whether every case has an answer
  bool for_all = false;  ///< whether it is checked for a party and the team, too
};

constexpr Output kOutputs[] = {
    {"brief", "modus brief case.yaml --for WHOM --scenarios 512"},
    {"markdown", "modus brief case.yaml --for WHOM --scenarios 512 -o b.md && cat b.md"},
    {"page", "modus brief case.yaml --for WHOM --scenarios 512 -o b.html && cat b.html"},
    {"brief_json", "modus brief case.yaml --for WHOM --scenarios 512 --json", true, true},
    {"zone", "modus zone case.yaml --for WHOM --scenarios 512 --json"},
    {"blockers", "modus blockers case.yaml --for WHOM --scenarios 512 --json"},
    {"packages", "modus packages case.yaml --for WHOM --scenarios 512 --json"},
    {"ask", "modus ask case.yaml --for WHOM --scenarios 512 --json", true, true},
    {"text", "modus text case.yaml --for WHOM --scenarios 512 --json"},
    {"when", "modus when case.yaml --for WHOM --scenarios 512 --event signed --horizon 90 --json", true, true},
    {"sheet", "modus sheet case.yaml --for WHOM && modus sheet case.yaml --for WHOM --json", true, true},
    {"what_if", "modus what-if case.yaml --for WHOM --scenarios 512 --set unstated=0.3 --json"},
    {"scan", "modus what-if case.yaml --for WHOM --scenarios 512 --scan --json"},
    {"expand", "modus expand case.yaml --for WHOM --scenarios 512 --json", false},
    {"diff", "sed '/^unstated:/d; s/^event: .*/&\\nunstated: 0.3/' case.yaml > other.yaml; modus diff case.yaml other.yaml --for WHOM --scenarios 512 --json"},
    {"since", "sed '/^unstated:/d; s/^event: .*/&\\nunstated: 0.3/' case.yaml > other.yaml; modus brief case.yaml --since other.yaml --for WHOM --scenarios 512"},
};

std::string run(const Output& output, const Case& subject, const std::string& whom) {
  const std::string line = std::regex_replace(output.line, std::regex("WHOM"), whom);
  const ProgramRun ran = run_shell("cat > case.yaml; " + line, formats::write_case(subject));
  if (output.always) {
    EXPECT_EQ(ran.status, 0) << output.name << ran.err;
  }
  return std::to_string(ran.status) + "\n" + ran.out + ran.err;
}

class EveryOutput : public testing::TestWithParam<fs::path> {
 protected:
  EveryOutput() : labelled_(with_labels(formats::read_case_file(GetParam()).value(), fixed_picks(7))) {}

  [[nodiscard]] Case with_others(const Audience& audience) const { return with_other_hidden_items(labelled_, audience, fixed_picks(11)); }
  void expect_same(const Output& output, const Audience& audience) const {
    const std::string whom = word_of(labelled_, audience);
    EXPECT_TRUE(run(output, labelled_, whom) == run(output, with_others(audience), whom)) << output.name << " for " << whom;
  }
  Case labelled_;
};

TEST_P(EveryOutput, ForThePublicIsTheSameWhateverIsHidden) {
  for (const Output& output : kOutputs) expect_same(output, kEverybody);
}

TEST_P(EveryOutput, ForAPartyIsTheSameWhateverIsHidden) {
  for (const Output& output : kOutputs) {
    if (output.for_all) expect_same(output, outsiders(labelled_).back());
  }
}

/// The checks above could not fail where outputs did not depend on the hidden items at all.
TEST_P(EveryOutput, ForTheTeamIsAnother) {
  const Case other = with_others(kEverybody);
  for (const Output& output : kOutputs) {
    if (!output.for_all) continue;
    EXPECT_FALSE(run(output, labelled_, "team") == run(output, other, "team")) << output.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, EveryOutput, testing::ValuesIn(all_cases()), [](const auto& test) { return test_name(test.param); });

TEST(DiffForAnAudience, TellsOfNoChangeWhereOnlyHiddenItemsDiffer) {
  const Case labelled = with_labels(formats::read_case_file(all_cases().front()).value(), fixed_picks(7));
  const Case other = with_other_hidden_items(labelled, kEverybody, fixed_picks(11));
  const std::string both = formats::write_case(labelled) + "=====\n" + formats::write_case(other);
  const auto differ = [&](const std::string& later) {
    return run_shell("csplit -s -f part - '/^=====$/'; sed -i 1d part01; mv part00 old.yaml; cp " + later + " new.yaml; "
                     "modus diff old.yaml new.yaml --for public --scenarios 512", both);
  };
  const ProgramRun none = differ("old.yaml"), some = differ("part01");
  EXPECT_EQ(none.status, 0) << none.err;
  EXPECT_EQ(some.out + some.err, none.out + none.err);
}

}  // namespace
}  // namespace modus::tests

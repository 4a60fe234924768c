/// \file Whatever is wrong with the input: status 1, the place, nothing on standard output, no file left behind.
#include <gtest/gtest.h>

#include <ostream>
#include <regex>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

constexpr std::string_view kCase = R"(modus: 1
title: Two bakers
as_of: 2026-03-14
sources:
  letter: {title: A letter, published: 2026-03-01, file: letter.txt}
parties:
  ann: {name: Ann}
  ben: {name: Ben}
  town: {name: Town, role: guarantor}
issues:
  shop:
    name: The shop
    options: {ann: goes to Ann, ben: goes to Ben, sold: sold}
  price:
    name: Price
    range: {from: 0, to: 12, step: 3, unit: thousand}
rules:
  - shop = sold -> price = 0
drafts:
  first: {shop: ann, price: 6}
statements:
  - {id: s1, party: ann, kind: red_line, what: shop = ben, source: letter, quote: "never to Ben", at: [9, 21]}
  - {id: s2, party: ben, kind: demands, what: price >= 3, source: letter, on: 2026-03-02}
judgments:
  ann:
    order: {shop: [ann, sold, ben]}
    no_deal:
      lottery:
        - {package: {shop: ben, price: 0}, chance: 0.4..0.5}
        - {package: {shop: ann, price: 0}, chance: rest}
)";
constexpr std::string_view kLetter = "It goes, never to Ben, I say.\n";

struct Fault {
  std::string_view name;
  std::string_view from, to;  ///< what is replaced in the case above
  std::string_view place;     ///< "line:column" that the first message must give, as a regular expression
  std::string_view word;      ///< what some message must contain
};
void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }

std::string spoil(const Fault& fault) {
  std::string text(kCase);
  const auto place = text.find(fault.from);
  EXPECT_NE(place, std::string::npos) << fault.from;
  return text.replace(place, fault.from.size(), fault.to);
}

/// Writes the case beside its letter and runs the line there.
ProgramRun run_beside(std::string_view text, const std::string& line) {
  const TemporaryFolder folder;
  write_file(folder.path() / "mine.yaml", text);
  write_file(folder.path() / "letter.txt", kLetter);
  const ProgramRun run = run_shell("cd '" + folder.path().string() + "'\n" + line);
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"letter.txt", "mine.yaml"})) << "a file was left behind";
  return run;
}

void expect_refused(const ProgramRun& run, std::string_view place, std::string_view word) {
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(std::regex_search(run.err, std::regex("mine\\.yaml:" + std::string(place) + ": "))) << run.err;
  EXPECT_NE(run.err.find(word), std::string::npos) << run.err;
}

class FaultyCase : public testing::TestWithParam<Fault> {};

TEST_P(FaultyCase, IsRefusedByCheckWithItsPlace) {
  expect_refused(run_beside(spoil(GetParam()), "modus check mine.yaml"), GetParam().place, GetParam().word);
}

TEST_P(FaultyCase, LeavesNoBriefBehind) {
  expect_refused(run_beside(spoil(GetParam()), "modus brief mine.yaml -o brief.html"), GetParam().place, GetParam().word);
}

INSTANTIATE_TEST_SUITE_P(
    OfTheIssue, FaultyCase,
    testing::Values(
        Fault{"UnknownKey", "title: Two bakers", "title: Two bakers\ncolour: red", "3:1", "colour"},
        Fault{"MissingKey", "title: Two bakers\n", "", "\\d+:\\d+", "title"},
        Fault{"UnknownParty", "party: ben", "party: bin", "23:\\d+", "ben"},
        Fault{"UnknownIssue", "what: shop = ben", "what: shpo = ben", "22:\\d+", "shop"},
        Fault{"UnknownOption", "what: shop = ben", "what: shop = bne", "22:\\d+", "ben"},
        Fault{"BrokenCondition", "what: shop = ben", "what: shop = (ben", "22:55", "option"},
        Fault{"EmptyId", "id: s2", "id: \"\"", "23:\\d+", "name"},
        Fault{"RepeatedStatementId", "id: s2", "id: s1", "23:\\d+", "s1"},
        Fault{"RepeatedPartyId", "  ben: {name: Ben}", "  ann: {name: Ben}", "8:\\d+", "ann"},
        Fault{"RangeUpsideDown", "from: 0, to: 12", "from: 12, to: 0", "16:\\d+", "12"},
        Fault{"StepZero", "step: 3", "step: 0", "16:\\d+", "step"},
        Fault{"ChancesOverOne", "chance: 0.4..0.5", "chance: 1.2", "29:\\d+", "1"},
        Fault{"ChancesSumOverOne", "chance: rest", "chance: 0.7", "(28|29|30):\\d+", "chance"},
        Fault{"JudgmentUpsideDown", "0.4..0.5", "0.5..0.4", "29:\\d+", "0.5"},
        Fault{"RuleNoPackageMeets", "shop = sold -> price = 0", "price < 0", "18:\\d+", "rule"},
        Fault{"PackageMissesAnIssue", "first: {shop: ann, price: 6}", "first: {shop: ann}", "20:\\d+", "price"},
        Fault{"PackageNamesAnIssueTwice", "first: {shop: ann, price: 6}", "first: {shop: ann, price: 6, shop: ben}", "20:\\d+", "shop"},
        Fault{"AmountOffTheScale", "first: {shop: ann, price: 6}", "first: {shop: ann, price: 7}", "20:\\d+", "7"},
        Fault{"NoSuchDay", "as_of: 2026-03-14", "as_of: 2026-02-30", "3:\\d+", "2026-02-30"},
        Fault{"NoDateAtAll", "on: 2026-03-02", "on: yesterday", "23:\\d+", "yesterday"},
        Fault{"SourceNotThere", "what: price >= 3, source: letter", "what: price >= 3, source: lettre", "23:\\d+", "letter"},
        Fault{"QuoteNotInItsFile", "never to Ben", "never to Bob", "22:\\d+", "quote"},
        Fault{"QuoteAtAnotherPlace", "at: [9, 21]", "at: [0, 12]", "22:\\d+", "quote"},
        Fault{"SourceFileMissing", "file: letter.txt", "file: lost.txt", "5:\\d+", "lost.txt"},
        Fault{"OrderIncomplete", "[ann, sold, ben]", "[ann, ben]", "26:\\d+", "sold"},
        Fault{"ReplacesUnknown", "id: s2,", "id: s2, replaces: [s9],", "23:\\d+", "s9"},
        Fault{"ReplacesInACircle", "id: s2,", "id: s2, replaces: [s2],", "23:\\d+", "s2"},
        Fault{"SameAsUnknown", "id: s2,", "id: s2, same_as: s9,", "23:\\d+", "s9"},
        Fault{"SameAsItself", "id: s2,", "id: s2, same_as: s2,", "23:\\d+", "s2"},
        Fault{"MeantOverOne", "kind: red_line,", "kind: red_line, meant: 1.5,", "22:\\d+", "1.5"},
        Fault{"UnknownKind", "kind: red_line", "kind: redline", "22:\\d+", "red_line"},
        Fault{"CutShort", "  - {id: s2, party: ben, kind: demands", "  - {id: s2, \"party", "\\d+:\\d+", ""},
        Fault{"TabsForIndents", "  ann: {name: Ann}", "\tann: {name: Ann}", "7:\\d+", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(BadInput, TheCaseThatTheFaultsAreMadeOfIsRight) {
  const ProgramRun run = run_beside(kCase, "modus check mine.yaml");
  EXPECT_EQ(run.status, 0) << run.err;
}

TEST(BadInput, AllProblemsComeAtOnceInTheOrderOfTheFile) {
  std::string text = spoil({"", "party: ben", "party: bin", "", ""});
  text.replace(text.find("title:"), 6, "titel:");
  const ProgramRun run = run_beside(text, "modus check mine.yaml");
  EXPECT_EQ(run.status, 1);
  const auto first = run.err.find("titel"), second = run.err.find("bin");
  ASSERT_NE(first, std::string::npos) << run.err;
  ASSERT_NE(second, std::string::npos) << run.err;
  EXPECT_LT(first, second);
}

TEST(BadInput, EveryCutOfAFileIsRefusedOrReadButNeverCrashes) {
  for (std::size_t length = 0; length < kCase.size(); length += 41) {
    const ProgramRun run = run_beside(kCase.substr(0, length), "modus check mine.yaml");
    EXPECT_TRUE(run.status == 0 || run.status == 1) << length << ": " << run.status << run.err;
  }
}

TEST(BadInput, BinaryJunkIsRefused) {
  std::string junk;
  for (int k = 0; k < 4096; ++k) junk.push_back(static_cast<char>((k * 167 + 13) % 256));
  const ProgramRun run = run_beside(junk, "modus brief mine.yaml -o brief.html");
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("mine.yaml"), std::string::npos) << run.err;
}

TEST(BadInput, AnEmptyFileIsRefused) { EXPECT_EQ(run_beside("", "modus check mine.yaml").status, 1); }

TEST(BadInput, DeepNestingIsRefused) {
  const std::string deep = "modus: 1\ntitle: " + std::string(100'000, '[') + "\n";
  EXPECT_EQ(run_beside(deep, "ulimit -v 4000000; modus check mine.yaml").status, 1);
}

TEST(BadInput, AliasesThatMultiplyAreRefused) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int k = 1; k < 12; ++k) {
    const std::string before = "*a" + std::to_string(k - 1);
    bomb += "a" + std::to_string(k) + ": &a" + std::to_string(k) + " [" + before;
    for (int copy = 0; copy < 9; ++copy) bomb += ", " + before;
    bomb += "]\n";
  }
  EXPECT_EQ(run_beside(bomb, "ulimit -v 4000000; modus check mine.yaml").status, 1);
}

TEST(BadInput, AFileThatIsTooLongIsRefusedBeforeItIsRead) {
  const ProgramRun run = run_shell("head -c 17000000 /dev/zero | tr '\\0' '#' > big.yaml; modus check big.yaml; "
                                   "s=$?; modus check - < big.yaml; exit $((10 * s + $?))");
  EXPECT_EQ(run.status, 11) << run.err;
}

TEST(BadInput, AMissingFileOrAFolderIsNoCase) {
  for (const char* what : {"lost.yaml", ".", "/dev/null"}) {
    const ProgramRun run = run_shell(std::string("modus check ") + what);
    EXPECT_EQ(run.status, 1) << what << run.err;
    EXPECT_NE(run.err.find(what), std::string::npos) << run.err;
  }
}

TEST(BadInput, ProblemsAreJsonToo) {
  const ProgramRun run = run_beside(spoil({"", "party: ben", "party: bin", "", ""}), "modus check mine.yaml --json");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.out.find("\"problems\""), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("\"line\": 23"), std::string::npos) << run.out;
}

}  // namespace
}  // namespace modus::tests

#include "modus/formats/read_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "modus/formats/edit_case.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/test_texts.h"

namespace modus::formats {
namespace {

using testing::HasSubstr;

class FaultyCase : public testing::TestWithParam<Fault> {};

TEST_P(FaultyCase, IsRefusedWithPlaceFaultAndRemedy) {
  expect_refused(GetParam(), small_case());
}

INSTANTIATE_TEST_SUITE_P(
    Each, FaultyCase,
    testing::Values(
        Fault{"Version", "modus: 1", "modus: 2", "not known"},
        Fault{"UnknownKeyNearAnother", "event:", "events:", "perhaps 'event'"},
        Fault{"KeyTwice", "event:", "title: x\nevent:", "'title' stands twice"},
        Fault{"NoTitle", "title: Harbour strike", "event: Harbour strike", "has no 'title'"},
        Fault{"NoSuchDay", "as_of: 2026-03-14", "as_of: 2025-02-29", "is no date"},
        Fault{"DayWithoutZero", "as_of: 2026-03-14", "as_of: 2026-3-14", "is no date"},
        Fault{"NegativeDay", "as_of: 2026-03-14", "as_of: 2026-03--4", "is no date"},
        Fault{"DaysUpsideDown", "on: 2026-03-11", "on: 2026-03-11..2026-03-10", "upside down"},
        Fault{"StatementAfterTheCase", "on: 2026-03-11", "on: 2026-03-15", "later than"},
        Fault{"RangeOfDaysForOneDay", "published: 2026-03-13", "published: 2026-03-12..2026-03-13",
              "is no date"},
        Fault{"Horizon", "horizon: 180 days", "horizon: 180", "length of time"},
        Fault{"HorizonTooLong", "horizon: 180 days", "horizon: 101 years", "length of time"},
        Fault{"UnstatedOverOne", "unstated: 0.2", "unstated: 1.01", "out of bounds"},
        Fault{"UnstatedARange", "unstated: 0.2", "unstated: 0.2..0.3", "one number"},
        Fault{"DefaultsForNoChannel", "{unnamed: 0.5}", "{unamed: 0.5}", "perhaps 'unnamed'"},
        Fault{"DefaultsForNoKind", "rejects_complete: 0.8", "reject_complete: 0.8",
              "perhaps 'rejects_complete'"},
        Fault{"HeardFromItself", "published: 2026-03-12}", "published: 2026-03-12, heard_from: wire}",
              "heard from itself"},
        Fault{"SourceWithoutTitle", "title: Port moves", "publisher: Port moves", "has no 'title'"},
        Fault{"AbsoluteFile", "publisher: Wire", "file: /etc/passwd", "outside"},
        Fault{"FileInAFolderAbove", "publisher: Wire", "file: a/../../b", "outside"},
        Fault{"UnknownRole", "role: guarantor", "role: guarrantor", "perhaps 'guarantor'"},
        Fault{"RoleTwice", "role: guarantor", "role: [guarantor, guarantor]", "twice"},
        Fault{"RatifierOfNobody", "role: ratifier, of: union", "role: ratifier", "does not say whose"},
        Fault{"RatifierOfAGuarantor", "of: union", "of: city", "no principal"},
        Fault{"RatifierOfAStranger", "of: union", "of: onion", "perhaps 'union'"},
        Fault{"OfWithoutRatifier", "role: ratifier, of: union", "of: union", "no ratifier"},
        Fault{"InterestWithUnknownSource", "source: gazette}]", "source: gazete}]", "perhaps 'gazette'"},
        Fault{"NameWithABlank", "  city:", "  the city:", "is no name"},
        Fault{"NameThatIsAWordOfConditions", "  city:", "  not:", "is no name"},
        Fault{"EmptyName", "  city:", "  \"\":", "is no name"},
        Fault{"RangeUpsideDown", "from: 0, to: 12", "from: 12, to: 0", "upside down"},
        Fault{"StepZero", "step: 0.5", "step: 0", "leads nowhere"},
        Fault{"StepBelowZero", "step: 0.5", "step: -0.5", "leads nowhere"},
        Fault{"StepThatMissesTheEnd", "step: 0.5", "step: 0.7", "do not end"},
        Fault{"TooManySteps", "step: 0.5", "step: 0.01", "more than 1000"},
        Fault{"StepsBeyondAnyMemory", "to: 12, step: 0.5", "to: 900000000000000, step: 0.000000000001",
              "more than 1000"},
        Fault{"AmountsWithTooManyDigits", "from: 0, to: 12, step: 0.5",
              "from: 100000000000000, to: 100000000000000.5, step: 0.1", "digits"},
        Fault{"RangeWithoutEnd", "to: 12, step", "step", "has no 'to'"},
        Fault{"NeitherOptionsNorRange", "range: {from: 0, to: 12, step: 0.5, unit: \"%\"}", "name: x",
              "neither options nor"},
        Fault{"NoOptions", "options: {keep: crews stay, phased: over three years, cut: at once}",
              "options: {}", "0 options"},
        Fault{"NeedsNoGuarantor", "needs: [city]", "needs: [port]", "no guarantor"},
        Fault{"RuleOnNoIssue", "- crews = cut ->", "- crew = cut ->", "crews"},
        Fault{"RulesThatExcludeEachOther", "- crews = cut ->",
              "- crews = keep\n  - crews != keep\n  - crews = cut ->",
              "no package meets the rules in lines 26 and 27 together"},
        Fault{"DraftBreaksARule", "{wages: 6, crews: phased, fund: city_backed}",
              "{wages: 6, crews: cut, fund: none}", "breaks the rule"},
        Fault{"DraftMissesIssues", "{wages: 6, crews: phased, fund: city_backed}", "{wages: 6}",
              "says nothing on crews and fund"},
        Fault{"DraftOffTheScale", "{wages: 6, crews", "{wages: 6.25, crews", "steps of 0.5"},
        Fault{"DraftWithUnknownOption", "crews: phased, fund: city_backed}",
              "crews: phaesd, fund: city_backed}", "perhaps 'phased'"},
        Fault{"DraftThatIsAList", "{wages: 6, crews: phased, fund: city_backed}", "[6, phased]",
              "not a mapping"},
        Fault{"StatementIdTwice", "id: s2", "id: s1", "second statement"},
        Fault{"StatementWithoutId", "id: s2, ", "", "no 'id'"},
        Fault{"StatementThatIsText", "- {id: s2", "- hello\n  - {id: s2", "not a mapping"},
        Fault{"UnknownKind", "kind: rejects", "kind: reject", "perhaps 'rejects'"},
        Fault{"UnknownChannel", "channel: quoted", "channel: qoted", "perhaps 'quoted'"},
        Fault{"OffersNoPart", "kind: offers, what: wages = 6 and", "kind: offers, what: wages >= 6 and",
              "joined by"},
        Fault{"AcceptsNoPart", "kind: offers, what: wages = 6 and", "kind: accepts, what: wages = 6 or",
              "joined by"},
        Fault{"PrefersWithoutOver", ", over: wages = 12 and crews = cut", "", "has no 'over'"},
        Fault{"PrefersOverOtherIssues", "over: wages = 12 and crews = cut", "over: wages = 12",
              "different issues"},
        Fault{"OverWithoutPrefers", "kind: offers,", "kind: offers, over: crews = cut,", "does not prefer"},
        Fault{"WantsWithoutDemand", "kind: offers,", "kind: offers, wants: 0.5,", "does not demand"},
        Fault{"RanksTwice", "[crews, wages, fund]", "[crews, wages, crews]", "stands twice"},
        Fault{"RanksUnknown", "[crews, wages, fund]", "[crews, wage, fund]", "perhaps 'wages'"},
        Fault{"RanksOne", "[crews, wages, fund]", "[crews]", "fewer than two"},
        Fault{"MeantBelowZero", "meant: 0.85", "meant: -0.1", "out of bounds"},
        Fault{"MeantAWord", "meant: 0.85", "meant: high", "is not a number"},
        Fault{"AtUpsideDown", "quote: a line we will not cross", "quote: a line, at: [9, 9]", "no place"},
        Fault{"AtWithoutQuote", "quote: a line we will not cross", "at: [1, 9]", "without a quote"},
        Fault{"AtWithoutFile", "quote: a line we will not cross", "quote: a line, at: [1, 9]", "has no file"},
        Fault{"ReplacesUnknown", "replaces: [s5]", "replaces: [s55]", "perhaps 's5'"},
        Fault{"ReplacesInACircle", "id: s5,", "id: s5, replaces: [s6],", "goes in a circle: s5 and s6"},
        Fault{"ReplacesAnotherParty", "replaces: [s5]", "replaces: [s2]", "about another party"},
        Fault{"SameAsItself", "same_as: s1", "same_as: s7", "points at itself: s7"},
        Fault{"SameAsWhatMakesNoLimit", "same_as: s1", "same_as: s3", "makes none"},
        Fault{"AssessmentByNobody", "by: ministry, says", "by: minstry, says", "perhaps 'ministry'"},
        Fault{"AssessmentOffTheScale", "says: very likely", "says: very likly", "perhaps 'very likely'"},
        Fault{"AssessmentWithoutChances", "says: very likely", "says: {}", "without a chance"},
        Fault{"AssessmentThatSaysNothing", "quote: closer than ever, source: wire", "source: wire", "says nothing"},
        Fault{"ChancesThatFall", "{\"30 days\": 0.25}", "{30 days: 0.25, 2 months: 0.2}", "falls with time"},
        Fault{"ChancesForOneTimeTwice", "{\"30 days\": 0.25}", "{30 days: 0.25, 1 month: 0.3}",
              "two chances"},
        Fault{"OrderIncomplete", "crews: [keep, phased, cut]", "crews: [keep, cut]", "leaves out phased"},
        Fault{"OrderTwice", "crews: [keep, phased, cut]", "crews: [keep, phased, cut, keep]", "stands twice"},
        Fault{"OrderOfAScale", "crews: [keep, phased, cut]", "wages: [1, 2]", "is a scale"},
        Fault{"ScoreOverOne", "phased: 0.3..0.7", "phased: 0.3..1.7", "out of bounds"},
        Fault{"ScoreOfAScale", "scores: {crews: {phased", "scores: {wages: {6", "is a scale"},
        Fault{"ScoreOfNoOption", "{phased: 0.3", "{fazed: 0.3", "no option"},
        Fault{"ScaleOfNamedOptions", "scales: {wages:", "scales: {crews:", "named options"},
        Fault{"PeakAtAnEnd", "{better: more}", "{peak: 12}", "at an end"},
        Fault{"PeakBetweenSteps", "{better: more}", "{peak: 6.1}", "no option"},
        Fault{"PeakAndBetter", "{better: more}", "{better: more, peak: 6}", "both"},
        Fault{"NoDirection", "{better: more}", "{shape: linear}", "neither"},
        Fault{"OtherShape", "{better: more}", "{better: more, shape: round}", "only shape"},
        Fault{"WeightUpsideDown", "crews: 0.3..0.6", "crews: 0.6..0.3", "upside down"},
        Fault{"WeightOnNoIssue", "weights: {crews:", "weights: {crew:", "perhaps 'crews'"},
        Fault{"AdjustTooFar", "by: -20..-5", "by: -200..-5", "out of bounds"},
        Fault{"StallingOverOne", "stalling: 0..0.1", "stalling: 0..1.1", "out of bounds"},
        Fault{"ReasonForNothing", "why: {order:", "why: {odrer:", "perhaps 'order'"},
        Fault{"NoDealValueAndLottery", "cost: 10..25", "cost: 10..25\n      value: 3",
              "both a value and a lottery"},
        Fault{"CostWithoutLottery", "{value: 25..45,", "{value: 25..45, cost: 3,", "without a lottery"},
        Fault{"ChancesOverOne", "chance: 0.3..0.5}", "chance: 1.1}", "out of bounds"},
        Fault{"ChancesThatSumToMore", "chance: rest", "chance: 0.8", "more than one"},
        Fault{"ChancesThatSumToLess", "chance: rest", "chance: 0.49", "less than one"},
        Fault{"TwoRests", "chance: 0.3..0.5}", "chance: rest}", "second outcome"},
        Fault{"LotteryNamesAPackageTwice", "{wages: 9, crews: keep, fund: none}",
              "{wages: 3, crews: cut, fund: none}", "twice"},
        Fault{"LotteryWithoutOutcomes", "no_deal: {value: 25..45, why: the strike fund}",
              "no_deal: {lottery: []}", "without outcomes"},
        Fault{"GuaranteeByNoGuarantor", "by: city, detects", "by: port, detects", "no guarantor"},
        Fault{"GuaranteeAgainstTheProtected", "against: port", "against: union", "different parties"},
        Fault{"EventWithoutDay", "on: 2026-03-09, kind: talks", "kind: talks", "has no 'on'"},
        Fault{"PlannedPerhaps", "planned: true", "planned: perhaps", "neither true nor false"},
        Fault{"PartyTwiceInAnEvent", "who: [union, port]", "who: [union, union]", "stands twice"},
        Fault{"Anchor", "title: Harbour", "title: &h Harbour", "anchors"},
        Fault{"Tag", "title: Harbour", "title: !!str Harbour", "tags"},
        Fault{"SecondDocument", "event:", "---\nevent:", "second document"},
        Fault{"ControlCharacter", "title: Harbour", "title: \"\\e[31mHarbour\"", "control character"},
        Fault{"QuotationMarkLeftOpen", "title: Harbour strike", "title: \"Harbour strike", "not YAML"},
        Fault{"QuotationMarkOpenToTheEnd", "what: peak season opens", "what: \"peak season opens",
              "never closes"},
        Fault{"NotUtf8", "title: Harbour", "title: \xC3\x28", "not UTF-8"},
        Fault{"ListAsKey", "event:", "[a, b]:", "key"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ReadCase, ReadsTheSmallCase) { EXPECT_EQ(problems_of(small_case()), ""); }

TEST(ReadCase, ListsAllProblemsSortedByPlace) {
  std::string text = changed("as_of: 2026-03-14", "as_of: never");
  text.replace(text.find("kind: ranks"), 11, "kind: rancs");
  text.replace(text.find("planned: true"), 13, "planned: yes");
  const auto read = read_case(text);
  ASSERT_FALSE(read.ok());
  ASSERT_EQ(read.problems().size(), 3U) << problems_of(text);
  EXPECT_LT(read.problems()[0].where.line, read.problems()[1].where.line);
  EXPECT_LT(read.problems()[1].where.line, read.problems()[2].where.line);
}

TEST(ReadCase, CountsColumnsInCharacters) {
  const std::string text =
      "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties: {\"\xC3\xA9\xC3\xA9\xC3\xA9\": {rolle: "
      "guarantor}}\nissues: {}\n";
  EXPECT_THAT(problems_of(text), HasSubstr(":4:19: unknown key 'rolle'"));
}

TEST(ReadCase, KeepsDecimalsAndSortsById) {
  const auto read = read_case(small_case());
  ASSERT_TRUE(read.ok());
  const case_model::Case& subject = read.value();
  EXPECT_EQ(subject.parties[case_model::PartyIndex(0)].id, "city");
  const case_model::Issue& wages = subject.issues[*subject.find_issue("wages")];
  ASSERT_EQ(wages.options.size(), 25U);
  EXPECT_EQ(wages.options[case_model::OptionIndex(13)].id, "6.5");
  EXPECT_EQ(wages.options[case_model::OptionIndex(13)].name, "6.5 %");
  const case_model::Issue& crews = subject.issues[*subject.find_issue("crews")];
  EXPECT_EQ(crews.options[case_model::OptionIndex(0)].id, "cut");
  EXPECT_EQ(subject.horizon_days, 180);
  EXPECT_EQ(subject.statements[*subject.find_statement("s6")].replaces.front(),
            *subject.find_statement("s5"));
}

TEST(ReadCase, TakesTruthWordsAsTexts) {
  const std::string text =
      "modus: '1'\ntitle: yes\nas_of: 2026-01-01\nparties: {no: {name: off}}\nissues: {on: {options: {yes: "
      "on, no: off}}}\n"
      "statements: [{id: y, party: no, kind: red_line, what: on = yes, on: 2025-12-31}]\n";
  EXPECT_EQ(problems_of(text), "");
}

TEST(ReadCase, ReadsWindowsLineEndsAndByteOrderMark) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : small_case()) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(problems_of(text), "");
}

TEST(ReadCase, AnEmptyJudgmentSaysNothing) {
  const std::string start =
      "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties: {a: {}}\nissues: {i: {options: {x: x, y: "
      "y}}}\njudgments: {a: ";
  for (const char* empty :
       {"{order: {}}", "{scores: {i: {}}, adjust: []}", "{no_deal: {}}", "{no_deal: {value: }}"}) {
    const auto read = read_case(start + empty + "}\n");
    ASSERT_TRUE(read.ok()) << empty;
    EXPECT_FALSE(read.value().judgments[case_model::PartyIndex(0)].stated) << empty;
  }
  const auto read = read_case(start + "{stalling: 0}}\n");
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read.value().judgments[case_model::PartyIndex(0)].stated);
}

TEST(ReadCase, FindsTheUnmeetableRulesAmongIssuesTooManyToListTogether) {
  std::string text = "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties: {a: {}}\nissues:\n";
  for (int i = 0; i < 60; ++i)
    text += "  i" + std::to_string(i) + ": {range: {from: 1, to: 1000, step: 1}}\n";
  text += "rules:\n  - i1 = 3\n  - i4 < 5\n  - i4 > 5 or i5 = 1\n  - i5 != 1\n";
  EXPECT_THAT(problems_of(text), HasSubstr("no package meets the rules in lines 68, 69 and 70 together"));
}

TEST(ReadCase, SharesOfDecimalsSumExactly) {
  // Ten times 0.1 is one; in binary it is not.
  std::string text =
      "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties: {a: {}}\nissues: {i: {range: {from: 1, to: 10, step: "
      "1}}}\njudgments:\n  a:\n    no_deal:\n      lottery:\n";
  for (int i = 1; i <= 10; ++i) text += "        - {package: {i: " + std::to_string(i) + "}, chance: 0.1}\n";
  EXPECT_EQ(problems_of(text), "");
}

TEST(ReadCase, StopsListingAtTheMostProblems) {
  std::string text = "modus: 1\n";
  for (int i = 0; i < 5000; ++i) text += "k" + std::to_string(i) + ": x\n";
  const auto read = read_case(text);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.problems().size(), kMaxProblems + 1);
  EXPECT_THAT(read.problems().back().what, HasSubstr("4804 more"));
}

TEST(ReadCase, RefusesMoreRulesAndDraftsThanCanBeComparedQuickly) {
  std::string rules = "rules:\n", drafts = "drafts:\n";
  for (int i = 0; i < 1001; ++i) rules += "  - crews = cut -> fund = city_backed\n";
  for (int i = 0; i < 201; ++i) drafts += "  d" + std::to_string(i) + ": {wages: 6, crews: phased, fund: none}\n";
  EXPECT_THAT(problems_of(changed("rules:\n", rules)), HasSubstr("'rules' has 1002 items (at most 1000)"));
  EXPECT_THAT(problems_of(changed("drafts:\n", drafts)), HasSubstr("202 drafts (at most 200)"));
}

TEST(ReadCase, ChecksQuotesAgainstTheirSources) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "modus_read_case_test";
  fs::create_directories(folder / "reports");
  write_bytes(folder / "reports/a.txt",
              "\xC3\x9C"
              "ber allem:\nnever  to\nBen.");
  const auto read = [&](const std::string& origin) {
    const std::string text =
        "modus: 1\ntitle: x\nas_of: 2026-01-01\nsources: {r: {title: t, file: reports/a.txt}}\nparties: {a: "
        "{}}\nissues: {i: {options: {x: x, y: y}}}\n"
        "statements: [{id: s, party: a, kind: rejects, what: i = x, source: r, " +
        origin + "}]\n";
    const auto result = read_case(text, {"c.yaml", folder, true});
    return result.ok() ? "" : base::describe(result.problems().front());
  };
  EXPECT_EQ(read("quote: never to Ben, at: [12, 25]"), "");
  EXPECT_EQ(read("quote: never to Ben"), "");
  EXPECT_THAT(read("quote: never to Ben, at: [11, 23]"), HasSubstr("(at: [12, 25])"));
  EXPECT_THAT(read("quote: never to Ben, at: [99999999, 999999999]"), HasSubstr("(at: [12, 25])"));
  EXPECT_THAT(read("quote: never to Ann"), HasSubstr("not in its source"));
  fs::remove(folder / "reports/a.txt");
  EXPECT_THAT(read("quote: never to Ben"), HasSubstr("no such file"));
  fs::remove_all(folder);
}

TEST(ReadCase, ReadsWhatADraftRemembers) {
  const auto read = read_case(small_case());
  ASSERT_TRUE(read.ok());
  ASSERT_TRUE(read.value().draft.has_value());
  const case_model::DraftRecord& draft = *read.value().draft;
  ASSERT_EQ(draft.questions.size(), 4U);
  EXPECT_EQ(draft.questions[0].codings.size(), 4U);
  EXPECT_EQ(draft.questions[0].codings[1].kind, case_model::StatementKind::kRedLine);
  EXPECT_TRUE(draft.questions[1].codings[0].drop);
  EXPECT_EQ(draft.questions[1].quote.text, "we could talk");
  EXPECT_EQ(draft.questions[3].taken, 1U);
  EXPECT_EQ(draft.proposed.at("issues/crews").at->second, 8U);
  ASSERT_EQ(draft.decisions.size(), 2U);
  EXPECT_EQ(draft.decisions[0].about, "s1") << "by time";
  EXPECT_EQ(draft.confirmed, std::vector<std::string>{"crews"});
  EXPECT_FALSE(read_case(changed("draft:\n", "")).ok()) << "its keys stand nowhere else";
}

TEST(ReadCase, RefusesQuestionsThatCannotBeAnswered) {
  EXPECT_THAT(problems_of(changed("{says: a red line, kind: red_line, what: crews = cut}",
                                  "{says: a red line, kind: red_line, what: crews = cutt}")),
              HasSubstr("cut"));
  EXPECT_THAT(problems_of(changed("{says: the members' own, party: members}", "{says: x, party: nobody}")),
              HasSubstr("no party is named 'nobody'"));
  EXPECT_THAT(problems_of(changed("{says: it is the ministry, same_as: ministry}", "{says: x, same_as: gazette}")),
              HasSubstr("no party is named 'gazette'"));
  EXPECT_THAT(problems_of(changed("at: 2026-03-14T10:00:00Z", "at: 2026-03-14T25:00:00Z")),
              HasSubstr("is no moment"));
  EXPECT_THAT(problems_of(changed("decision: corrected", "decision: correct")), HasSubstr("corrected"));
  EXPECT_THAT(problems_of(changed("what: gone = x}, {says: b, party: gone}], taken: 2", "what: gone = x}], taken: 2")),
              HasSubstr("fewer than two codings"));
  EXPECT_THAT(problems_of(changed("{says: b, party: gone}], taken: 2", "{says: b, party: gone}], taken: 3")),
              HasSubstr("from 1 to 2"));
}

TEST(ReadCase, ReadsEveryWorkedCaseAndTemplate) {
  for (const std::filesystem::path& path : all_case_files()) {
    const auto read = read_case_file(path);
    EXPECT_TRUE(read.ok()) << (read.ok() ? "" : base::describe(read.problems().front()));
  }
}

TEST(CaseFilePage, NamesEveryKey) {
  const auto page = read_text_file(std::filesystem::path(MODUS_SOURCE_DIR) / "docs/case-file.md", 1U << 20U);
  ASSERT_TRUE(page.ok());
  for (const KnownKeys& known : known_keys()) {
    for (const std::string& key : known.keys) {
      EXPECT_THAT(page.value(), HasSubstr("`" + key + "`")) << known.mapping;
    }
  }
}

std::vector<std::string> yaml_blocks(const std::string& page) {
  const std::string fence = "```yaml\n";
  std::vector<std::string> blocks;
  for (std::size_t start = page.find(fence); start != std::string::npos; start = page.find(fence, start)) {
    start += fence.size();
    blocks.push_back(page.substr(start, page.find("```", start) - start));
  }
  return blocks;
}

TEST(CaseFilePage, ItsCompleteFileUsesEveryMappingAndTakesEveryExample) {
  const auto page = read_text_file(std::filesystem::path(MODUS_SOURCE_DIR) / "docs/case-file.md", 1U << 20U);
  ASSERT_TRUE(page.ok());
  const std::vector<std::string> blocks = yaml_blocks(page.value());
  ASSERT_GT(blocks.size(), 5U);
  ASSERT_EQ(problems_of(blocks.front()), "");
  for (const std::string& key : known_keys().front().keys) {
    if (key == "unstated") continue;
    EXPECT_THAT(blocks.front(), HasSubstr(key + ":"));
  }
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    const auto merged = merge_into(read_case(blocks.front()).value(), blocks[i]);
    EXPECT_TRUE(merged.ok()) << blocks[i] << (merged.ok() ? "" : base::describe(merged.problems().front()));
  }
}

}  // namespace
}  // namespace modus::formats

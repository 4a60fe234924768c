// Labels, phased and contingent options, costs, asking, ideas and the single text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/formats/read_case.h"
#include "modus/formats/test_texts.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::Label;
using case_model::Mix;
using case_model::Option;
using testing::HasSubstr;
using testing::Not;

class FaultyPart : public testing::TestWithParam<Fault> {};

TEST_P(FaultyPart, IsRefusedWithPlaceFaultAndRemedy) { expect_refused(GetParam(), full_case()); }

INSTANTIATE_TEST_SUITE_P(
    Each, FaultyPart,
    testing::Values(
        Fault{"LabelOfNoKind", "label: public}\nsources", "label: publik}\nsources", "'publik' is no label (public, team"},
        Fault{"LabelThatIsAList", "label: public}\nsources", "label: [public]}\nsources", "is no label"},
        Fault{"CaucusOfAStranger", "label: \"caucus: union\"", "label: \"caucus: onion\"", "perhaps 'union'"},
        Fault{"CaucusOfNobody", "label: \"caucus: union\"", "label: \"caucus:\"", "no party is named ''"},
        Fault{"CaucusOfAnEmptyList", "label: {caucus: [union, members]}", "label: {caucus: []}", "with nobody"},
        Fault{"CaucusMisspelt", "label: {caucus: [union, members]}", "label: {cauccus: union}", "perhaps 'caucus'"},
        Fault{"CaucusTwice", "label: {caucus: [union, members]}", "label: {caucus: [union, union]}", "stands twice"},
        Fault{"LabelOfNoJudgment", "labels: {no_deal: team", "labels: {stallign: team", "no judgment is named 'stallign' (perhaps 'stalling')"},
        Fault{"LabelledDraftWithAnotherKey", "{package: {wages: 5", "{by: port, package: {wages: 5", "unknown key 'by' in a labelled draft"},
        Fault{"HonestyOverOne", "honest: {public: 0.4, private: 0.7}", "honest: {public: 1.4}", "out of bounds"},
        Fault{"HonestyOfNoKind", "honest: {public: 0.4, private: 0.7}", "honest: {alone: 0.4}", "unknown key 'alone'"},
        Fault{"LeakARange", "leak: 0.1,", "leak: 0.1..0.2,", "one number"},
        Fault{"PhaseOfNoOption", "{option: keep, share: 0.2..0.3}", "{option: kepp, share: 0.2..0.3}", "perhaps 'keep'"},
        Fault{"PhaseOfItself", "{option: keep, share: 0.2..0.3}", "{option: slowly, share: 0.2..0.3}", "made of others itself"},
        Fault{"PhaseOfAnotherMix", "{option: keep, share: 0.2..0.3}", "{option: if_safe, share: 0.2..0.3}", "neither phased nor contingent"},
        Fault{"PhaseTwice", "{option: phased, share: 0.25}", "{option: keep, share: 0.25}", "'keep' stands twice in the option 'slowly'"},
        Fault{"PhasesThatTakeMoreThanAll", "{option: phased, share: 0.25}", "{option: phased, share: 0.75}", "may take more than all"},
        Fault{"LastPhaseWithAShare", "{option: cut, share: rest}", "{option: cut, share: 0.5}", "write 'share: rest'"},
        Fault{"RestBeforeTheLast", "{option: phased, share: 0.25}", "{option: phased, share: rest}", "before the last"},
        Fault{"ShareOverOne", "{option: phased, share: 0.25}", "{option: phased, share: 25}", "out of bounds"},
        Fault{"PhaseWithoutShare", "{option: phased, share: 0.25}", "{option: phased}", "has no 'share'"},
        Fault{"OnePhase", "{option: keep, share: 0.2..0.3}, {option: phased, share: 0.25}, ", "", "fewer than two phases"},
        Fault{"ContingentAndPhased", "if: a year", "phases: [], if: a year", "both phased and contingent"},
        Fault{"ContingentWithoutElse", ", else: keep", "", "has no 'else'"},
        Fault{"ContingentOnOneOption", "else: keep", "else: cut", "stands twice"},
        Fault{"ChanceOfThenOverOne", "chance: 0.4..0.7", "chance: 0.4..1.7", "out of bounds"},
        Fault{"ThenWithoutIf", "if: a year without accidents, ", "", "'then' in an option without 'if'"},
        Fault{"OrderNamesAMix", "crews: [keep, phased, cut]", "crews: [keep, phased, slowly, cut]", "its place follows from theirs (leave it out here)"},
        Fault{"ScoreOfAMix", "{phased: 0.3..0.7}", "{slowly: 0.3..0.7}", "made of other options"},
        Fault{"BeliefAboutAPhasedOption", "{if_safe: 0.1..0.3}", "{slowly: 0.1..0.3}", "is not contingent"},
        Fault{"BeliefOverOne", "{if_safe: 0.1..0.3}", "{if_safe: 0.1..3}", "out of bounds"},
        Fault{"CostWithoutTotal", "total: 100, ", "", "has no 'total'"},
        Fault{"CostBelowZero", "total: 100", "total: -100", "'total' is below 0"},
        Fault{"CapacityOfNoGuarantor", "capacity: {city: 60.5}", "capacity: {port: 60.5}", "no guarantor"},
        Fault{"PayerTwice", "[{who: city, pays: 120}]", "[{who: city, pays: 120}, {who: [city], pays: 110}]", "stand twice"},
        Fault{"PayerThatPaysNothing", "{who: city, pays: 120}", "{who: city}", "has no 'pays'"},
        Fault{"IdeaWithoutWords", "{says: nothing new, ", "{", "has no 'says'"},
        Fault{"IdeaThatAddsNothing", "adds: {event: a handshake}", "adds: {}", "adds nothing"},
        Fault{"IdeaThatAddsAText", "adds: {event: a handshake}", "adds: a handshake", "not a mapping"},
        Fault{"IdeaWithAKeyOfNoCase", "adds: {event: a handshake}", "adds: {evnt: a handshake}", "perhaps 'event'"},
        Fault{"IdeaWithAKeyTwice", "crews: {pilot: 0.5}", "crews: {pilot: 0.5, pilot: 0.4}", "stands twice"},
        Fault{"RoundWithoutDay", "{on: 2026-03-12, package", "{package", "has no 'on'"},
        Fault{"RoundWithoutPackage", "- {on: 2026-03-12, package: {wages: 6, crews: phased, fund: city_backed}, why", "- {on: 2026-03-12, why", "has no 'package'"},
        Fault{"RoundsOutOfOrder", "{on: 2026-03-12, package", "{on: 2026-03-14, package", "earlier than the one before"},
        Fault{"RoundBreaksARule", "on: 2026-03-13\n    package: {wages: 6, crews: phased, fund: city_backed}",
              "on: 2026-03-13\n    package: {wages: 6, crews: cut, fund: none}", "the last round of the text breaks the rule"},
        Fault{"ReactionOfNoKind", "says: welcomed", "says: welcome", "perhaps 'welcomed'"},
        Fault{"ReactionWithoutStatement", ", statement: s2}", "}", "has no 'statement'"},
        Fault{"ReactionHeldByAnotherParty", "statement: s2}", "statement: s1}", "a statement about 'union'"}),
    [](const auto& test) { return std::string(test.param.name); });

Case full() {
  auto read = read_case(full_case());
  EXPECT_TRUE(read.ok()) << problems_of(full_case());
  return std::move(read.value());
}

const Option& option_of(const Case& subject, const char* issue, const char* id) {
  const auto& options = subject.issues[*subject.find_issue(issue)].options;
  return *std::find_if(options.begin(), options.end(), [&](const Option& option) { return option.id == id; });
}

std::string branch_of(const Case& subject, const Mix::Branch& branch) {
  return subject.issues[*subject.find_issue("crews")].options[branch.option].id + " " + base::write_interval(branch.share);
}

TEST(Labels, AreReadInEachForm) {
  const Case subject = full();
  const auto members = *subject.find_party("members"), unions = *subject.find_party("union");
  EXPECT_EQ(subject.default_label, (Label{Label::Kind::kPublic, {}}));
  EXPECT_EQ(subject.sources[*subject.find_source("gazette")].label, (Label{Label::Kind::kCaucus, {members, unions}}));
  EXPECT_EQ(subject.statements[*subject.find_statement("s1")].label, (Label{Label::Kind::kCaucus, {unions}}));
  EXPECT_EQ(subject.statements[*subject.find_statement("s2")].label, std::nullopt);
  const auto& judgments = subject.judgments[unions];
  EXPECT_EQ(judgments.labels.at("no_deal"), Label{});
  EXPECT_EQ(judgments.adjust.front().label, Label{});
  EXPECT_EQ(subject.drafts[1].label->parties, std::vector{*subject.find_party("port")});
}

TEST(Labels, OfAnIssueNamedPackageLeaveDraftsInTheirShortForm) {
  const auto read = read_case(
      "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties: {a: {}}\nissues: {package: {options: {x: x, y: y}}}\n"
      "drafts: {short: {package: x}, long: {package: {package: y}, label: public}}\n");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().drafts[0].package[IssueIndex(0)].value, 1U);
  EXPECT_EQ(read.value().drafts[1].package[IssueIndex(0)].value, 0U);
}

TEST(Mixes, TakeWhatTheOthersLeaveAsTheLastShare) {
  const Case subject = full();
  const Mix& phased = *option_of(subject, "crews", "slowly").mix;
  ASSERT_EQ(phased.branches.size(), 3U);
  EXPECT_EQ(branch_of(subject, phased.branches[0]), "keep 0.2..0.3");
  EXPECT_EQ(branch_of(subject, phased.branches[1]), "phased 0.25");
  EXPECT_EQ(branch_of(subject, phased.branches[2]), "cut 0.45..0.55");
  const Mix& contingent = *option_of(subject, "crews", "if_safe").mix;
  EXPECT_EQ(contingent.on, "a year without accidents");
  ASSERT_EQ(contingent.branches.size(), 2U);
  EXPECT_EQ(branch_of(subject, contingent.branches[0]), "cut 0.4..0.7");
  EXPECT_EQ(branch_of(subject, contingent.branches[1]), "keep 0.3..0.6");
}

TEST(Mixes, KnowNothingOfAChanceThatIsNotGiven) {
  const auto read = read_case(replaced(full_case(), ", chance: 0.4..0.7", ""));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(branch_of(read.value(), option_of(read.value(), "crews", "if_safe").mix->branches[0]), "cut 0..1");
  EXPECT_THAT(write_case(read.value()), Not(HasSubstr("chance: 0..1")));
}

TEST(Mixes, CommitTheGuarantorsOfTheirBranches) {
  const std::string text =
      "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties: {a: {}, g: {role: guarantor}, h: {role: guarantor}}\n"
      "issues: {i: {options: {x: {needs: g}, y: y, m: {needs: [h, g], phases: [{option: y, share: 0.5}, {option: x, share: rest}]}}}}\n";
  const auto read = read_case(text);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(option_of(read.value(), "i", "m").needs.size(), 2U);
  const std::string canonical = write_case(read.value());
  EXPECT_THAT(canonical, HasSubstr("        needs: [h]\n")) << "g is committed by its branch";
  EXPECT_EQ(write_case(read_case(canonical).value()), canonical);
}

TEST(Costs, AreKeptToTheDigit) {
  const Case subject = full();
  const auto& burden = option_of(subject, "fund", "city_backed").burden;
  ASSERT_TRUE(burden.has_value());
  EXPECT_EQ(burden->unit, "m a year");
  EXPECT_EQ(base::write_decimal(burden->capacity.at(*subject.find_party("city"))), "60.5");
  ASSERT_EQ(burden->alone.size(), 1U);
  EXPECT_EQ(base::write_decimal(burden->alone.front().pays), "120");
}

TEST(Asking, SaysNothingOfWhatAPartyWants) {
  const std::string text =
      "modus: 1\ntitle: x\nas_of: 2026-01-01\nparties: {a: {}}\nissues: {i: {options: {x: x, y: y}}}\n"
      "judgments: {a: {asking: {honest: {private: 0.9}, leak: 0.1}}}\n";
  const auto read = read_case(text);
  ASSERT_TRUE(read.ok());
  const auto& judgments = read.value().judgments[case_model::PartyIndex(0)];
  EXPECT_EQ(judgments.asking.honest_private, 0.9);
  EXPECT_EQ(judgments.asking.honest_public, std::nullopt);
  EXPECT_FALSE(judgments.stated);
  EXPECT_THAT(write_case(read.value()), HasSubstr("    asking:\n      honest: {private: 0.9}\n      leak: 0.1\n"));
}

TEST(Ideas, AreKeptAsOneTextWhateverTheOrderOfTheirKeys) {
  const Case subject = full();
  ASSERT_EQ(subject.ideas.size(), 2U);
  EXPECT_EQ(subject.ideas[1].adds,
            "{issues: {crews: {options: {pilot: \"one crane, for a year\"}}}, judgments: {port: {scores: {crews: {pilot: "
            "0.5}}}}, statements: [{id: s11, kind: offers, party: port, what: crews = pilot}]}");
  EXPECT_EQ(subject.ideas[1].label, Label{});
}

TEST(Text, KeepsItsRoundsInTheOrderOfTheFile) {
  const Case subject = full();
  ASSERT_EQ(subject.text.size(), 2U);
  EXPECT_EQ(subject.text[0].why, "from draft ministry-march");
  EXPECT_TRUE(subject.text[1].agreed);
  ASSERT_EQ(subject.text[1].reactions.size(), 2U);
  EXPECT_EQ(subject.text[1].reactions[1].says, case_model::ReactionKind::kRefused);
  EXPECT_EQ(subject.text[1].reactions[1].statement, *subject.find_statement("s1"));
}

TEST(Text, MayHaveBrokenALaterRuleInAnEarlierRound) {
  EXPECT_EQ(problems_of(replaced(full_case(), "{on: 2026-03-12, package: {wages: 6, crews: phased, fund: city_backed}",
                                "{on: 2026-03-12, package: {wages: 6, crews: cut, fund: none}")),
            "");
}

}  // namespace
}  // namespace modus::formats

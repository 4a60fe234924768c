#include "modus/inquiry/find_questions.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "modus/blockers/small_cases_for_tests.h"
#include "modus/inquiry/candidate_questions.h"
#include "modus/inquiry/pick_questions.h"

namespace modus::inquiry {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::PartyIndex;
using findings::Question;
using findings::QuestionsFinding;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace small = blockers::tests;
using small::SmallCase;
using small::SmallShape;

zone::DrawnCase drawn(const SmallCase& made) { return {made.subject, made.standing, *made.acceptance}; }

zone::ZoneScan scan_of(const SmallCase& made) {
  base::Context context;
  context.threads = 1;
  return zone::scan_zone(*made.acceptance, context);
}

base::Context on_threads(int threads) {
  base::Context context;
  context.threads = threads;
  return context;
}

QuestionsFinding ask(const SmallCase& made, const std::vector<Package>& listed, int threads = 1, const FindQuestionsOptions& options = {}) {
  return find_questions(drawn(made), scan_of(made), {listed, made.subject.issues.indices()}, options, on_threads(threads));
}

Package package_of(const SmallCase& made, std::uint64_t number) {
  return case_model::package_at(made.subject.issues, number);
}

/// One issue of two options, each forbidden by one party; just one of the two limits is real, in half of 16
/// scenarios each.
std::unique_ptr<SmallCase> one_of_two_limits() {
  auto made = std::make_unique<SmallCase>();
  small::add_issue(made->subject, 2);
  small::add_party(made->subject, "a", case_model::Role::kPrincipal);
  small::add_party(made->subject, "b", case_model::Role::kPrincipal);
  small::add_limit(made->subject, PartyIndex(0), {{IssueIndex(0), OptionIndex(0)}});
  small::add_limit(made->subject, PartyIndex(1), {{IssueIndex(0), OptionIndex(1)}});
  made->scenarios.count = 16;
  made->scenarios.sampling.chains = 1;
  for (std::uint64_t party = 0; party < 2; ++party) {
    findings::PartyScenarios wants;
    wants.drawn = true;
    wants.options = 2;
    wants.first_option = {0};
    wants.values.assign(32, 50);
    wants.no_deal.assign(16, 20);
    wants.stalling.assign(16, 0);
    for (std::uint64_t s = 0; s < 16; ++s) wants.real_limits.push_back((s / 4 + party) % 2);
    made->scenarios.parties.push_back(wants);
  }
  made->join();
  return made;
}

TEST(Questions, AskBothPartiesAboutTheLimitThatDecides) {
  const QuestionsFinding finding = ask(*one_of_two_limits(), {});
  ASSERT_THAT(finding.questions, SizeIs(2));
  for (std::size_t party = 0; party < 2; ++party) {
    const Question& question = finding.questions[party];
    EXPECT_EQ(question.kind, Question::Kind::kLimit);
    EXPECT_EQ(question.party, PartyIndex(party));
    EXPECT_EQ(question.gain, 0.5);
    EXPECT_EQ(question.chance_yes, 0.5);
    EXPECT_EQ(question.best_if_yes, 1);
    EXPECT_EQ(question.package_if_yes[IssueIndex(0)], OptionIndex(1 - party));
    EXPECT_EQ(question.id, party == 0 ? "limit:a:s100" : "limit:b:s101");
  }
  EXPECT_EQ(finding.ceiling, 0.5);
}

TEST(Questions, AreWorthLessWhereThePartyHasReasonNotToAnswerTruly) {
  const auto made = one_of_two_limits();
  made->subject.judgments[PartyIndex(0)].asking = {.honest_public = 0, .honest_private = 0.6, .leak = 0.1, .leak_costs = 0.5};
  const QuestionsFinding finding = ask(*made, {});
  ASSERT_THAT(finding.questions, SizeIs(2));
  EXPECT_EQ(finding.questions[0].party, PartyIndex(1));  // by default true in 0.8 of cases in private, in 0.5 in public
  EXPECT_DOUBLE_EQ(finding.questions[0].value, 0.4);
  EXPECT_DOUBLE_EQ(finding.questions[0].in_public.gain, 0.25);
  EXPECT_DOUBLE_EQ(finding.questions[1].in_private.gain, 0.3);
  EXPECT_DOUBLE_EQ(finding.questions[1].value, 0.3 - 0.05);
  EXPECT_EQ(finding.questions[1].in_public.gain, 0);
  EXPECT_EQ(finding.questions[1].in_public.bits, 0);
  const QuestionsFinding in_public = ask(*made, {}, 1, {.in_private = false});
  ASSERT_THAT(in_public.questions, SizeIs(1));
  EXPECT_EQ(in_public.questions[0].party, PartyIndex(1));
  EXPECT_DOUBLE_EQ(in_public.questions[0].value, 0.25);
}

TEST(Questions, TellWhatEachAnswerWouldChange) {
  const QuestionsFinding finding = ask(*one_of_two_limits(), {});
  const Question& question = finding.questions.at(0);
  ASSERT_THAT(question.answers, SizeIs(2));
  const findings::Answer &yes = question.answers[0], &no = question.answers[1];
  EXPECT_DOUBLE_EQ(yes.chance, 0.6);  // true in one half; in the other half, yes all the same in 0.2 of cases
  EXPECT_DOUBLE_EQ(no.chance, 0.4);
  EXPECT_DOUBLE_EQ(yes.zone_probability, 1);
  EXPECT_DOUBLE_EQ(yes.best_acceptance, 0.5 / 0.6);
  EXPECT_DOUBLE_EQ(no.best_acceptance, 1);
  EXPECT_EQ(yes.best[IssueIndex(0)], OptionIndex(1));
  ASSERT_THAT(yes.changes, SizeIs(1));
  EXPECT_EQ(yes.changes[0].kind, findings::Belief::Kind::kLimitReal);
  EXPECT_DOUBLE_EQ(yes.changes[0].before, 0.5);
  EXPECT_DOUBLE_EQ(yes.changes[0].given, 0.5 / 0.6);
  ASSERT_THAT(no.changes, SizeIs(1));
  EXPECT_EQ(no.changes[0].given, 0);
}

TEST(Questions, ToOnePartyThatTellTheSameAreAskedOnce) {
  const auto made = one_of_two_limits();
  // Whether a accepts option 0 is the same as whether its limit is real, the other way round.
  const QuestionsFinding finding =
      ask(*made, {package_of(*made, 0), package_of(*made, 1), package_of(*made, 0)});
  ASSERT_THAT(finding.questions, SizeIs(2));
  EXPECT_EQ(finding.questions[0].kind, Question::Kind::kLimit);
  EXPECT_EQ(finding.questions[1].kind, Question::Kind::kLimit);
}

TEST(Questions, AreNoneWhereOnePackageIsAcceptedWhereverAnyIs) {
  const auto made = one_of_two_limits();
  for (auto& real : made->scenarios.parties[PartyIndex(0)].real_limits) real = 0;
  made->join();
  const QuestionsFinding finding = ask(*made, {package_of(*made, 0)});
  EXPECT_THAT(finding.questions, IsEmpty());
  EXPECT_EQ(finding.ceiling, 0);
}

/// The same scenarios many times over, so that what they tell is not owed to chance.
void repeat(SmallCase& made, std::size_t times) {
  const auto many = [&](auto& values) {
    const auto once = values;
    for (std::size_t i = 1; i < times; ++i) values.insert(values.end(), once.begin(), once.end());
  };
  made.scenarios.count *= times;
  for (auto& wants : made.scenarios.parties) {
    many(wants.values);
    many(wants.weights);
    many(wants.no_deal);
    many(wants.stalling);
    many(wants.real_limits);
  }
  made.join();
}

TEST(Questions, WhereNothingIsEverAcceptedAreRankedByWhatTheyTellOfSinglePackages) {
  const auto made = one_of_two_limits();
  made->scenarios.parties[PartyIndex(0)].no_deal.assign(16, 90);
  repeat(*made, 8);
  const QuestionsFinding finding = ask(*made, {package_of(*made, 0), package_of(*made, 1)});
  EXPECT_TRUE(finding.no_zone);
  EXPECT_EQ(finding.ceiling, 0);
  ASSERT_THAT(finding.questions, SizeIs(1));  // a accepts nothing whatever it answers
  EXPECT_EQ(finding.questions[0].party, PartyIndex(1));
  EXPECT_DOUBLE_EQ(finding.questions[0].bits, 0.5);  // settles one of the two packages, and nothing of the other
  EXPECT_EQ(finding.questions[0].gain, 0);
}

TEST(Questions, WithoutAGainAreRankedByWhatTheyTellOfAZone) {
  const auto made = one_of_two_limits();
  // One package is left to both: only whether a accepts it is open, so that knowing changes nothing but the zone.
  made->subject.rules.push_back({small::terms(made->subject, {{IssueIndex(0), OptionIndex(0)}}), {}});
  made->scenarios.parties[PartyIndex(1)].real_limits.assign(16, 0);
  repeat(*made, 8);
  const QuestionsFinding finding = ask(*made, {package_of(*made, 0)});
  ASSERT_THAT(finding.questions, SizeIs(1));
  EXPECT_EQ(finding.questions[0].gain, 0);
  EXPECT_DOUBLE_EQ(finding.questions[0].bits, 1);
  EXPECT_EQ(finding.questions[0].answers[1].zone_probability, 1);
}

TEST(Questions, AboutTheNoDealValueTakeThePackageThatTellsMost) {
  const auto made = one_of_two_limits();
  made->subject.statements = {};
  auto& wants = made->scenarios.parties[PartyIndex(0)];
  for (std::size_t s = 0; s < 16; ++s) {
    wants.values[2 * s] = 10;      // never worth as much as no deal
    wants.values[2 * s + 1] = 50;  // worth as much in half of the scenarios
    wants.no_deal[s] = s / 4 % 2 == 0 ? 40 : 60;
  }
  made->join();
  const auto candidates = candidate_questions(drawn(*made), {{package_of(*made, 0), package_of(*made, 1)}, {}}, {}, on_threads(1));
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [](const Candidate& candidate) { return candidate.question.kind == Question::Kind::kNoDeal; });
  ASSERT_NE(found, candidates.end());
  EXPECT_EQ(found->question.package, package_of(*made, 1));
  EXPECT_EQ(found->question.id, "no-deal:a:p1");
  EXPECT_EQ(found->yes[0], 0xf0f0U);
}

TEST(Questions, RankContestedIssues) {
  const auto made = one_of_two_limits();
  small::add_issue(made->subject, 1);
  for (auto& judgments : made->subject.judgments) judgments.order.assign(2, {});
  for (auto& wants : made->scenarios.parties) {
    wants.options = 3;
    wants.first_option = {0, 2};
    wants.values.assign(48, 25);
    for (std::size_t s = 0; s < 16; ++s) wants.weights.insert(wants.weights.end(), {s % 2 == 0 ? 0.7 : 0.2, s % 2 == 0 ? 0.3 : 0.8});
  }
  made->join();
  const auto candidates = candidate_questions(drawn(*made), {{}, {IssueIndex(0), IssueIndex(1)}}, {}, on_threads(1));
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [](const Candidate& candidate) { return candidate.question.kind == Question::Kind::kRanks; });
  ASSERT_NE(found, candidates.end());
  EXPECT_EQ(found->question.id, "ranks:a:i0:i1");
  EXPECT_EQ(found->yes[0], 0x5555U);
}

TEST(Questions, ComparePackagesForPrincipals) {
  const auto made = one_of_two_limits();
  made->subject.statements = {};
  // a takes only its better option, which is 0 in half of the scenarios; b takes both.
  auto& wants = made->scenarios.parties[PartyIndex(0)];
  for (std::size_t s = 0; s < 16; ++s) {
    wants.values[2 * s] = s / 4 % 2 == 0 ? 60 : 40;
    wants.values[2 * s + 1] = s / 4 % 2 == 0 ? 40 : 60;
    wants.no_deal[s] = 50;
  }
  made->join();
  const auto candidates = candidate_questions(drawn(*made), {{package_of(*made, 0), package_of(*made, 1)}, {}}, {}, on_threads(1));
  const auto compare = std::find_if(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
    return candidate.question.kind == Question::Kind::kCompare;
  });
  ASSERT_NE(compare, candidates.end());
  EXPECT_EQ(compare->question.party, PartyIndex(0));
  EXPECT_EQ(compare->yes[0], 0x0f0fU);
  const QuestionsFinding finding = ask(*made, {package_of(*made, 0), package_of(*made, 1)});
  ASSERT_THAT(finding.questions, SizeIs(1));
  EXPECT_EQ(finding.questions[0].kind, Question::Kind::kDraft);
  EXPECT_EQ(finding.questions[0].gain, 0.5);
}

TEST(Questions, AskGuarantorsOnlyAboutPackagesThatNeedThem) {
  SmallShape shape;
  shape.guarantor = true;
  shape.limits = 0;
  shape.scenarios = 64;
  const auto made = small::random_case(shape, 3);
  const PartyIndex guarantor(2);
  std::vector<Package> all;
  for (std::uint64_t number = 0; number < 9; ++number) all.push_back(package_of(*made, number));
  for (const Candidate& candidate : candidate_questions(drawn(*made), {all, {}}, {}, on_threads(1))) {
    if (candidate.question.party != guarantor) continue;
    EXPECT_NE(candidate.question.kind, Question::Kind::kCompare);
    EXPECT_EQ(candidate.question.package[IssueIndex(0)], OptionIndex(0));
  }
}

SmallShape any_shape() {
  SmallShape shape;
  shape.principals = *rc::gen::inRange<std::size_t>(1, 4);
  shape.guarantor = *rc::gen::arbitrary<bool>();
  shape.stalling = *rc::gen::arbitrary<bool>();
  shape.options = {3, 3, 2};
  shape.scenarios = 128;
  return shape;
}

std::unique_ptr<SmallCase> any_case(const SmallShape& shape) {
  return small::random_case(shape, *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000));
}

RC_GTEST_PROP(Questions, AreFewWorthSomethingAndInOrder, ()) {
  const auto made = any_case(any_shape());
  const QuestionsFinding finding = ask(*made, {package_of(*made, 0), package_of(*made, 7), package_of(*made, 17)});
  RC_ASSERT(finding.questions.size() <= kMostQuestions);
  RC_ASSERT(finding.questions.size() <= finding.worth_asking);
  double before = finding.ceiling;
  for (const Question& question : finding.questions) {
    RC_ASSERT(question.in_private.gain >= kLeastGain || question.in_private.bits >= kLeastBits);
    RC_ASSERT(question.chance_yes > 0 && question.chance_yes < 1);
    if (question.value >= kLeastGain) RC_ASSERT(question.value <= before);
    before = question.value >= kLeastGain ? question.value : 0;
  }
}

RC_GTEST_PROP(Questions, AreWorthNoMoreThanATrueAnswerAndThatNoMoreThanKnowingAll, ()) {
  const auto made = any_case(any_shape());
  const double honest_private = *rc::gen::inRange(0, 11) / 10.0, honest_public = *rc::gen::inRange(0, 11) / 10.0;
  made->subject.defaults.honest_private = honest_private;
  made->subject.defaults.honest_public = honest_public;
  FindQuestionsOptions options{*rc::gen::arbitrary<bool>(), 100};
  for (const Question& question : ask(*made, {package_of(*made, 0), package_of(*made, 7)}, 1, options).questions) {
    RC_ASSERT(question.gain <= ask(*made, {}).ceiling + 1e-12);
    for (const findings::AnswerWorth& heard : {question.in_private, question.in_public}) {
      RC_ASSERT(heard.gain >= 0 && heard.gain <= question.gain);
      RC_ASSERT(heard.bits >= 0 && heard.bits <= question.bits);
    }
    if (honest_private == 1) RC_ASSERT(question.in_private.gain == question.gain);
    double chance = 0, zone = 0;
    for (const findings::Answer& answer : question.answers) {
      chance += answer.chance;
      zone += answer.chance * answer.zone_probability;
    }
    RC_ASSERT(std::abs(chance - 1) < 1e-12);
    RC_ASSERT(std::abs(zone - static_cast<double>(zone::count_bits(scan_of(*made).zone)) / 128) < 1e-12);
  }
}

RC_GTEST_PROP(Questions, CeilingIsTheHeadlinesGap, ()) {
  const auto made = any_case(any_shape());
  const zone::ZoneScan scan = scan_of(*made);
  const double zone = static_cast<double>(zone::count_bits(scan.zone)) / 128.0;
  RC_ASSERT(std::abs(ask(*made, {}).ceiling - (zone - zone::corrected_maximum(made->list, scan))) < 1e-12);
}

TEST(Questions, CeilingIsTheHeadlinesGapWhereTheBestOfAHalfIsOffTheShortList) {
  // 599 packages that are accepted in scenarios 0 and 1, and the last one in 0 and 2: the best of the even
  // half.
  SmallCase made;
  small::add_issue(made.subject, 600);
  small::add_party(made.subject, "a", case_model::Role::kPrincipal);
  made.scenarios.count = 4;
  made.scenarios.sampling.chains = 1;
  findings::PartyScenarios wants;
  wants.drawn = true;
  wants.options = 600;
  wants.first_option = {0};
  for (std::size_t s = 0; s < 4; ++s) {
    wants.values.insert(wants.values.end(), 599, s < 2 ? 1 : 0);
    wants.values.push_back(s % 2 == 0 ? 1 : 0);
  }
  wants.no_deal.assign(4, 1);
  wants.stalling.assign(4, 0);
  wants.real_limits.assign(4, 0);
  made.scenarios.parties.push_back(wants);
  made.join();
  EXPECT_EQ(ask(made, {}).ceiling, 0.75 - 0.25);
  EXPECT_EQ(zone::corrected_maximum(made.list, scan_of(made)), 0.25);
}

RC_GTEST_PROP(Questions, AreTheSameAtAnyNumberOfThreads, ()) {
  const auto made = any_case(any_shape());
  const std::vector<Package> listed = {package_of(*made, 1), package_of(*made, 5)};
  const QuestionsFinding one = ask(*made, listed, 1), three = ask(*made, listed, 3);
  RC_ASSERT(one.questions.size() == three.questions.size());
  for (std::size_t i = 0; i < one.questions.size(); ++i) {
    RC_ASSERT(one.questions[i].gain == three.questions[i].gain);
    RC_ASSERT(one.questions[i].party == three.questions[i].party);
    RC_ASSERT(one.questions[i].package == three.questions[i].package);
  }
}

/// What questions are worth, by party.
std::map<std::uint32_t, std::vector<double>> gains_by_party(const QuestionsFinding& finding, bool exchanged) {
  std::map<std::uint32_t, std::vector<double>> gains;
  for (const Question& question : finding.questions) {
    auto& values = gains[exchanged ? 1 - question.party.value : question.party.value];
    values.insert(values.end(), {question.gain, question.bits, question.value, question.answers[0].chance});
  }
  return gains;
}

RC_GTEST_PROP(Questions, DoNotFavourAParty, ()) {
  SmallShape shape = any_shape();
  shape.principals = 2;
  shape.guarantor = false;
  const auto made = any_case(shape);
  auto exchanged = std::make_unique<SmallCase>();
  exchanged->subject = made->subject;
  exchanged->scenarios = made->scenarios;
  for (auto& statement : exchanged->subject.statements)
    statement.party = PartyIndex(1 - statement.party.value);
  std::swap(exchanged->scenarios.parties[PartyIndex(0)], exchanged->scenarios.parties[PartyIndex(1)]);
  exchanged->join();
  const std::vector<Package> listed = {package_of(*made, 0), package_of(*made, 7)};
  const QuestionsFinding before = ask(*made, listed), after = ask(*exchanged, listed);
  RC_PRE(before.questions.size() < kMostQuestions);  // else a tie for the last place may fall either way
  RC_ASSERT(gains_by_party(before, false) == gains_by_party(after, true));
}

}  // namespace
}  // namespace modus::inquiry

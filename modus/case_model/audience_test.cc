#include "modus/case_model/audience.h"

#include <gtest/gtest.h>

#include "modus/case_model/test_case.h"

namespace modus::case_model {
namespace {

const PartyIndex kCity(0), kPort(2), kUnion(3);
const Label kForAll{Label::Kind::kPublic, {}};
const Label kForTeam{Label::Kind::kTeam, {}};
const Audience kEverybody{Audience::Kind::kPublic, {}}, kTheTeam{Audience::Kind::kTeam, {}};

Label caucus(std::vector<PartyIndex> parties) { return {Label::Kind::kCaucus, std::move(parties)}; }
Audience party(PartyIndex index) { return {Audience::Kind::kParty, index}; }

void add_source(Case& subject, const std::string& id, const Label& label) {
  Source source;
  source.id = source.title = id;
  source.label = label;
  subject.sources.push_back(source);
}

TEST(ReadAudience, KnowsTheTeamThePublicAndParties) {
  const Case dock = dock_case();
  for (const char* word : {"public", "team", "union"}) {
    const auto audience = read_audience(dock, word);
    ASSERT_TRUE(audience.ok()) << word;
    EXPECT_EQ(word_of(dock, audience.value()), word);
  }
  EXPECT_EQ(read_audience(dock, "union").value().party, kUnion);
  const auto unknown = read_audience(dock, "onion");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.problems().front().fix, "perhaps 'union'");
  EXPECT_FALSE(read_audience(dock, "").ok());
}

TEST(ReadAudience, RefusesAPartyNamedLikeAnAudience) {
  Case dock = dock_case();
  add_party(dock, "team", {Role::kObserver});
  EXPECT_FALSE(read_audience(dock, "team").ok());
  EXPECT_TRUE(read_audience(dock, "public").ok());
}

TEST(MaySee, GivesACaucusToItsPartiesAndTheTeam) {
  const Label label = caucus({kCity, kUnion});
  EXPECT_TRUE(may_see(kTheTeam, label));
  EXPECT_TRUE(may_see(party(kUnion), label));
  EXPECT_FALSE(may_see(party(kPort), label));
  EXPECT_FALSE(may_see(kEverybody, label));
  EXPECT_FALSE(may_see(party(kUnion), kForTeam));
  EXPECT_TRUE(may_see(kEverybody, kForAll));
}

TEST(LabelOf, TakesItsOwnThenTheSourcesThenTheCasesThenTeam) {
  Case dock = dock_case();
  add_source(dock, "note", caucus({kPort}));
  add_source(dock, "wire", kForAll);
  dock.sources[SourceIndex(1)].label.reset();
  EXPECT_EQ(label_of(dock, kForAll, SourceIndex(0)), kForAll);
  EXPECT_EQ(label_of(dock, {}, SourceIndex(0)), caucus({kPort}));
  EXPECT_EQ(label_of(dock, {}, SourceIndex(1)), kForTeam);
  dock.default_label = kForAll;
  EXPECT_EQ(label_of(dock, {}, SourceIndex(1)), kForAll);
  EXPECT_EQ(label_of(dock, {}), kForAll);
}

TEST(LabelOfJudgment, IgnoresTheCasesDefault) {
  Judgments judgments;
  EXPECT_EQ(label_of_judgment(judgments, "no_deal"), kForTeam);
  judgments.label = caucus({kUnion});
  judgments.labels["no_deal"] = kForAll;
  EXPECT_EQ(label_of_judgment(judgments, "no_deal"), kForAll);
  EXPECT_EQ(label_of_judgment(judgments, "weights"), caucus({kUnion}));
}

TEST(SeenBy, HidesStatementsAndMovesEveryPointer) {
  Case dock = dock_case();
  for (const char* what : {"crews = cut", "crews = phased", "fund = none", "crews = keep"})
    add_statement(dock, kUnion, StatementKind::kRejects, what);
  auto& statements = dock.statements;
  for (Statement& statement : statements) statement.label = kForAll;
  statements[StatementIndex(1)].label = kForTeam;
  statements[StatementIndex(2)].replaces = {StatementIndex(0), StatementIndex(1)};
  statements[StatementIndex(2)].same_as = StatementIndex(1);
  statements[StatementIndex(3)].same_as = StatementIndex(2);
  TextRound round;
  round.package = read_package("crews = cut and fund = none and wages = 3", dock.issues);
  round.label = kForAll;
  round.reactions = {{kUnion, ReactionKind::kWelcomed, round.package, StatementIndex(1)},
                     {kUnion, ReactionKind::kRefused, round.package, StatementIndex(3)}};
  dock.text = {round};

  const Case seen = seen_by(dock, kEverybody);
  ASSERT_EQ(seen.statements.size(), 3U);
  EXPECT_EQ(seen.statements[StatementIndex(1)].id, "s2");
  EXPECT_EQ(seen.statements[StatementIndex(1)].replaces, std::vector{StatementIndex(0)});
  EXPECT_EQ(seen.statements[StatementIndex(1)].same_as, std::nullopt);
  EXPECT_EQ(seen.statements[StatementIndex(2)].same_as, StatementIndex(1));
  ASSERT_EQ(seen.text.front().reactions.size(), 1U);
  EXPECT_EQ(seen.text.front().reactions.front().statement, StatementIndex(2));
  EXPECT_EQ(seen_by(dock, kTheTeam).statements.size(), 4U);
}

TEST(SeenBy, HidesSourcesAndWhatRestsOnThem) {
  Case dock = dock_case();
  add_source(dock, "leak", kForTeam);
  add_source(dock, "press", kForAll);
  add_source(dock, "wire", kForAll);
  dock.sources[SourceIndex(1)].heard_from = SourceIndex(0);
  dock.sources[SourceIndex(2)].heard_from = SourceIndex(1);
  dock.parties[kUnion].interests = {{"jobs", SourceIndex(2)}, {"pay", SourceIndex(0)}, {"rest", SourceIndex(0), kForAll}};
  TimelineEvent open;
  open.kind = "talks";
  open.source = SourceIndex(0);
  open.quote = {"they met", std::pair<std::size_t, std::size_t>{3, 11}};
  open.label = kForAll;
  TimelineEvent secret = open;
  secret.label.reset();
  dock.timeline = {open, secret};

  const Case seen = seen_by(dock, kEverybody);
  ASSERT_EQ(seen.sources.size(), 2U);
  EXPECT_EQ(seen.sources[SourceIndex(0)].heard_from, std::nullopt);
  EXPECT_EQ(seen.sources[SourceIndex(1)].heard_from, SourceIndex(0));
  const auto& interests = seen.parties[kUnion].interests;
  ASSERT_EQ(interests.size(), 2U);
  EXPECT_EQ(interests[0].source, SourceIndex(1));
  EXPECT_EQ(interests[1].text, "rest");
  EXPECT_EQ(interests[1].source, std::nullopt);
  ASSERT_EQ(seen.timeline.size(), 1U);
  EXPECT_EQ(seen.timeline.front().quote, (Quote{"they met", std::nullopt}));
}

TEST(SeenBy, HidesAnAssessmentWithTheSourceThatMakesIt) {
  Case dock = dock_case();
  add_source(dock, "leak", kForTeam);
  add_source(dock, "press", kForAll);
  Assessment by_leak, by_port;
  by_leak.by_source = SourceIndex(0);
  by_leak.label = kForAll;
  by_port.by_party = kPort;
  by_port.source = SourceIndex(1);
  dock.assessments = {by_leak, by_port};
  const Case seen = seen_by(dock, kEverybody);
  ASSERT_EQ(seen.assessments.size(), 1U);
  EXPECT_EQ(seen.assessments.front().source, SourceIndex(0));
}

TEST(SeenBy, PutsWhatLostItsSourceWhereAReaderWould) {
  Case dock = dock_case();
  add_source(dock, "leak", kForTeam);
  add_source(dock, "press", kForAll);
  add_source(dock, "wire", kForTeam);
  const Condition when = read_condition("crews = cut", dock.issues);
  dock.norms = {{when, "notice", SourceIndex(1), {}, kForAll}, {when, "notice", SourceIndex(2), {}, kForAll}};
  const Case seen = seen_by(dock, kEverybody);
  EXPECT_EQ(seen.norms[0].source, std::nullopt);
  EXPECT_EQ(seen.norms[1].source, SourceIndex(0));
}

TEST(SeenBy, HidesJudgmentsOneByOneWithTheirReasons) {
  Case dock = dock_case();
  Judgments& judged = dock.judgments[kUnion];
  const base::Interval some{{2, 1}, {4, 1}};
  judged.weights[IssueIndex(0)] = some;
  judged.stalling = some;
  judged.impatience = some;
  judged.asking.leak = 0.5;
  judged.adjust = {{read_condition("wages > 6", dock.issues), some, "", {}, kForAll},
                   {read_condition("wages > 9", dock.issues), some, "", {}, {}}};
  judged.label = caucus({kUnion});
  judged.labels = {{"asking", kForAll}, {"stalling", kForTeam}};
  judged.why = {{"", "as it says"}, {"weights.crews", "jobs"}, {"stalling", "tired"}};
  judged.places = {{"weights", {"f", 3, 1}}, {"weights.crews", {"f", 3, 4}}, {"stalling", {"f", 4, 1}}, {"adjust", {"f", 5, 1}}};
  judged.stated = true;

  const Judgments open = seen_by(dock, kEverybody).judgments[kUnion];
  EXPECT_EQ(open.adjust.size(), 1U);
  EXPECT_EQ(open.asking.leak, 0.5);
  EXPECT_EQ(open.weights[IssueIndex(0)], std::nullopt);
  EXPECT_EQ(open.stalling, std::nullopt);
  EXPECT_EQ(open.impatience, std::nullopt);
  EXPECT_EQ(open.label, std::nullopt);
  EXPECT_EQ(open.labels, (std::map<std::string, Label>{{"asking", kForAll}}));
  EXPECT_TRUE(open.why.empty());
  EXPECT_EQ(open.places, (std::map<std::string, base::Place>{{"adjust", {"f", 0, 0}}}));
  EXPECT_TRUE(open.stated);

  const Judgments own = seen_by(dock, party(kUnion)).judgments[kUnion];
  EXPECT_EQ(own.adjust.size(), 2U);
  EXPECT_EQ(own.weights[IssueIndex(0)], some);
  EXPECT_EQ(own.stalling, std::nullopt);
  EXPECT_EQ(own.impatience, some);
  EXPECT_EQ(own.why, (std::map<std::string, std::string>{{"", "as it says"}, {"weights.crews", "jobs"}}));
}

TEST(SeenBy, KnowsNoWantsWhereAllOfThemAreHidden) {
  Case dock = dock_case();
  dock.judgments[kCity].stalling = base::Interval{{0, 0}, {1, 0}};
  dock.judgments[kCity].asking.leak = 0.5;
  dock.judgments[kCity].labels["asking"] = kForAll;
  dock.judgments[kCity].stated = true;
  EXPECT_FALSE(seen_by(dock, kEverybody).judgments[kCity].stated);
  EXPECT_TRUE(seen_by(dock, kTheTeam).judgments[kCity].stated);
}

TEST(SeenBy, HidesTheDefaultLabelItself) {
  Case dock = dock_case();
  dock.default_label = caucus({kUnion});
  EXPECT_EQ(seen_by(dock, kEverybody).default_label, std::nullopt);
  EXPECT_EQ(seen_by(dock, party(kUnion)).default_label, caucus({kUnion}));
}

TEST(SeenBy, KeepsGuaranteesForTheTeamUnlessTheyAreLabelled) {
  Case dock = dock_case();
  dock.default_label = kForAll;
  Guarantee guarantee;
  guarantee.when = read_condition("fund = city", dock.issues);
  guarantee.by = kCity;
  dock.guarantees = {guarantee, guarantee};
  dock.guarantees[1].label = kForAll;
  EXPECT_EQ(seen_by(dock, kEverybody).guarantees.size(), 1U);
}

TEST(SeenBy, KeepsHowToForecastForTheTeamUnlessItIsLabelled) {
  Case dock = dock_case();
  dock.default_label = kForAll;
  dock.forecast.reference_class = "pay-rounds";
  dock.forecast.weight = 0.25;
  dock.forecast.where = {"f", 9, 1};
  const ForecastSettings hidden = seen_by(dock, kEverybody).forecast;
  EXPECT_EQ(hidden.reference_class, "");
  EXPECT_EQ(hidden.weight, std::nullopt);
  EXPECT_EQ(hidden.where.file, "");
  dock.forecast.label = caucus({kUnion});
  const ForecastSettings own = seen_by(dock, party(kUnion)).forecast;
  EXPECT_EQ(own.reference_class, "pay-rounds");
  EXPECT_EQ(own.weight, 0.25);
  EXPECT_EQ(own.where.line, 0);
}

TEST(SeenBy, KnowsNoWantsFromWhatWaitingCosts) {
  Case dock = dock_case();
  dock.judgments[kCity].impatience = base::Interval{{0, 0}, {1, 1}};
  dock.judgments[kCity].label = kForAll;
  EXPECT_FALSE(seen_by(dock, kEverybody).judgments[kCity].stated);
}

TEST(SeenBy, DropsFromADraftWhatIsAboutHiddenItems) {
  Case dock = dock_case();
  add_source(dock, "leak", kForTeam);
  dock.default_label = kForAll;
  add_statement(dock, kUnion, StatementKind::kRejects, "crews = cut");
  add_statement(dock, kUnion, StatementKind::kRejects, "crews = keep");
  dock.statements[StatementIndex(1)].label = kForTeam;
  DraftRecord& draft = dock.draft.emplace();
  const auto ask = [&](const char* id, const char* about, const char* source) {
    OpenQuestion question;
    question.id = id;
    question.about = about;
    question.source = source;
    draft.questions.push_back(question);
  };
  ask("q0", "s0", "");
  ask("q1", "s1", "");
  ask("q2", "union", "leak");
  ask("q3", "gone", "");
  draft.proposed["statements/s1"].fingerprint = "abc";
  for (const char* about : {"s0", "s1", "q1", "q3", "port", "gone"}) draft.decisions.push_back({about, {}, "Mara", {}, ""});
  const DraftRecord seen = *seen_by(dock, kEverybody).draft;
  ASSERT_EQ(seen.questions.size(), 2U);
  EXPECT_EQ(seen.questions[1].id, "q3");
  EXPECT_TRUE(seen.proposed.empty());
  std::vector<std::string> decided;
  for (const Decision& decision : seen.decisions) decided.push_back(decision.about);
  EXPECT_EQ(decided, (std::vector<std::string>{"s0", "q3", "port", "gone"}));
}

}  // namespace
}  // namespace modus::case_model

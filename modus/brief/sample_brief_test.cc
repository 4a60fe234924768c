#include "modus/brief/sample_brief.h"

#include "modus/case_model/packages.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::Day;
using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::PartyIndex;
using case_model::SourceIndex;
using case_model::StatementIndex;
using case_model::StatementKind;
using namespace std::chrono;

constexpr PartyIndex kPort(std::size_t{2}), kUnion(std::size_t{3});

findings::Share share(double value) { return {value, 0.01, value - 0.02, value + 0.02, 2000}; }

StatementIndex say(Case& subject, PartyIndex party, StatementKind kind, const std::string& what,
                   const std::string& quote) {
  const StatementIndex index = case_model::add_statement(subject, party, kind, what);
  subject.statements[index].quote.text = quote;
  subject.statements[index].source = SourceIndex(0);
  subject.statements[index].on = case_model::Days{Day(2026y / 3 / 11), Day(2026y / 3 / 11)};
  return index;
}

Case make_case() {
  Case subject = case_model::dock_case();
  subject.title = "Dock strike";
  subject.file = "dock.yaml";
  subject.as_of = Day(2026y / 3 / 14);
  subject.event = "a signed agreement";
  case_model::Source source;
  source.id = "gazette";
  source.title = "Dockers reject overtime plan";
  source.publisher = "Gazette";
  source.published = Day(2026y / 3 / 12);
  subject.sources.push_back(source);
  subject.parties[kUnion].interests = {{"no forced redundancies", SourceIndex(0)}};
  say(subject, kPort, StatementKind::kOffers, "wages = 6 and crews = phased", "six per cent");
  say(subject, kUnion, StatementKind::kRedLine, "crews = cut", "a line we will not cross");
  say(subject, kPort, StatementKind::kRejects, "fund = city", "no new fund");
  subject.norms.push_back({case_model::read_condition("crews = cut", subject.issues),
                           "the port law asks for notice",
                           SourceIndex(0),
                           {}});
  subject.drafts.push_back(
      {"march",
       case_model::read_package("crews = phased and fund = city and wages = 6", subject.issues),
       {}});
  return subject;
}

findings::PackageView view_of(const Case& subject, const Package& package, double joint) {
  findings::PackageView view;
  view.package = package;
  view.joint_acceptance = share(joint);
  view.parties.assign(subject.parties.size(), {});
  for (const PartyIndex party : {kPort, kUnion}) {
    view.parties[party] = {true, share(joint + 0.2), {12, -8, 30}, 0.17, findings::Sureness::kPossible, {}};
  }
  return view;
}

findings::PackagesFinding make_packages(const Case& subject) {
  findings::PackagesFinding packages;
  findings::PackageView best =
      view_of(subject,
              case_model::read_package("crews = phased and fund = none and wages = 7", subject.issues), 0.31);
  best.norms_touched = {0};
  best.parties[kUnion].limits_met = {LimitIndex(1)};
  findings::Belief limit, no_deal;
  limit.kind = findings::Belief::Kind::kLimitReal;
  limit.party = kUnion;
  limit.limit = LimitIndex(1);
  limit.before = 0.9;
  limit.given = 0.4;
  no_deal.party = kPort;
  no_deal.before = 40;
  no_deal.given = 28;
  best.central = {limit, no_deal};
  packages.contested = {IssueIndex(0)};
  packages.families.push_back({{{IssueIndex(0), OptionIndex(2)}}, {best}, 0.02, 0.31, 9});
  packages.common_ground.push_back({{IssueIndex(0), OptionIndex(2)}, true, 0.86, {StatementIndex(0)}});
  return packages;
}

findings::BlockersFinding make_blockers() {
  using findings::StickingPoint;
  findings::BlockersFinding blockers;
  blockers.sticking_points = {
      {StickingPoint::Kind::kLimit, "port:s2", kPort, LimitIndex(0), 0.7, share(0.05)},
      {StickingPoint::Kind::kLimit, "union:s1", kUnion, LimitIndex(1), 0.9, share(0.22)},
      {StickingPoint::Kind::kNoDeal, "port:no_deal", kPort, {}, 1, share(0.11)},
      {StickingPoint::Kind::kNoDeal, "union:no_deal", kUnion, {}, 1, share(0.02)}};
  blockers.incompatible = {{{1, 2}, 0.41}};
  blockers.openings = {{{1}, 0.3}, {{2}, 0.2}};
  blockers.frequent_openings = {{{2}, 0.35}};
  blockers.pairs = {{0, 1, share(0.33), 0.08}};
  blockers.hardest_issues = {{IssueIndex(0), share(0.4), {}}, {IssueIndex(1), share(0.03), {kUnion}}};
  blockers.confirmed = true;
  blockers.stalling = share(0.12);
  return blockers;
}

findings::ZoneFinding make_zone(const Case& subject, const findings::PackageView& best) {
  findings::ZoneFinding zone;
  zone.zone_probability = share(0.48);
  zone.range_low = 0.33;
  zone.range_high = 0.52;
  zone.max_joint_acceptance = 0.31;
  zone.package_count = zone.combination_count = 78;
  zone.parties.assign(subject.parties.size(), {});
  for (const PartyIndex party : {kPort, kUnion}) zone.parties[party] = {0.3, 0.06, {40, 10, 80}, share(0.7)};
  for (const IssueIndex issue : subject.issues.indices()) {
    for (const OptionIndex option : subject.issues[issue].options.indices()) {
      zone.option_shares.push_back({issue, option, 0.1 * (option.value % 9) + 0.07});
    }
  }
  zone.best = best;
  findings::PackageView draft = view_of(subject, subject.drafts[0].package, 0.02);
  draft.draft = "march";
  zone.drafts = {draft};
  using Group = findings::RestsOn::Group;
  zone.rests_on = {{Group::kStage, "no statement at all", "before_statements", share(0.72), false, false},
                   {Group::kStage, "everything", "all", share(0.48), false, true},
                   {Group::kVariation, "limits meant less (-0.15)", "limits_less", share(0.52), true, true},
                   {Group::kVariation, "limits meant more (+0.15)", "limits_more", share(0.33), true, true},
                   {Group::kStatement, "without s1", "s1", share(0.7), true, false},
                   {Group::kSource, "without gazette", "gazette", share(0.72), false, false}};
  return zone;
}

findings::Answer answer(bool yes, double chance, double zone, double acceptance, const Package& best) {
  findings::Answer made;
  made.yes = yes;
  made.chance = chance;
  made.zone_probability = zone;
  made.best_acceptance = acceptance;
  made.best = best;
  return made;
}

findings::QuestionsFinding make_questions(const Case& subject, const Package& best) {
  using Kind = findings::Question::Kind;
  findings::Question limit, draft, compare, no_deal, ranks;
  limit.party = kUnion;
  limit.limit = LimitIndex(1);
  limit.id = "limit:union:s1";
  limit.gain = 0.16;
  limit.in_private.gain = limit.value = 0.11;
  limit.answers = {answer(true, 0.9, 0.45, 0.28, best), answer(false, 0.1, 0.7, 0.6, best)};
  limit.answers[0].changes.push_back({findings::Belief::Kind::kLimitReal, kUnion, {}, {}, LimitIndex(1), 0.8, 0.95});
  draft.kind = Kind::kDraft;
  draft.party = kPort;
  draft.id = "accept:port:p5";
  draft.package = best;
  draft.leak = 0.2;
  draft.leak_risk = 0.1;
  draft.value = -0.1;
  compare.kind = Kind::kCompare;
  compare.party = kPort;
  compare.id = "prefer:port:p5:p6";
  compare.package = best;
  compare.other = subject.drafts[0].package;
  no_deal.kind = Kind::kNoDeal;
  no_deal.party = kUnion;
  no_deal.id = "no-deal:union:p5";
  no_deal.package = best;
  ranks.kind = Kind::kRanks;
  ranks.party = kUnion;
  ranks.id = "ranks:union:crews:wages";
  ranks.issue = *subject.find_issue("crews");
  ranks.other_issue = *subject.find_issue("wages");
  findings::QuestionsFinding questions;
  questions.questions = {limit, compare, no_deal, ranks, draft};
  for (findings::Question& question : questions.questions) {
    if (question.answers.empty()) question.answers = {answer(true, 0.4, 0.02, 0, {}), answer(false, 0.6, 0.005, 0, {})};
  }
  questions.ceiling = 0.17;
  questions.worth_asking = 8;
  return questions;
}

}  // namespace

SampleBrief sample_brief() {
  SampleBrief sample;
  sample.subject = make_case();
  sample.standing = case_model::weigh_statements(sample.subject);
  findings::BriefFinding& finding = sample.finding;
  finding.run = {"0.1.0", std::string(64, 'a'), 7, 4096};
  finding.packages = make_packages(sample.subject);
  const findings::PackageView& best = finding.packages.families[0].packages[0];
  finding.zone = make_zone(sample.subject, best);
  finding.blockers = make_blockers();
  findings::LeastMoves moves;
  moves.package = best.package;
  moves.moves = {{kPort, 6, {}}, {kUnion, 0, {LimitIndex(1)}}};
  moves.total = 28.5;
  moves.largest = 22.5;
  finding.blockers.cheapest = finding.blockers.balanced = {moves};
  finding.questions = make_questions(sample.subject, best.package);
  for (const StatementIndex index : sample.subject.statements.indices()) {
    finding.statements.push_back({index, 1, 0.9, 0.55, true});
  }
  finding.statements[0].meant_after = std::nullopt;
  finding.assumptions = {"city: nothing is known; taken to consent"};
  finding.sampling.watched = {{"zone", 1.002, 1800, false}};
  return sample;
}

}  // namespace modus::brief

#include "modus/zone/find_zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "modus/preference/draw.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/zone_test_support.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;

struct Made {
  explicit Made(SmallCase from)
      : small(std::move(from)),
        list(PackageList::make(small.subject).value()),
        acceptance(small.subject, small.standing, list, small.scenarios),
        drawn{small.subject, small.standing, acceptance},
        scan(scan_zone(acceptance, on_threads(1))),
        contested(find_contested(drawn)) {}
  [[nodiscard]] findings::ZoneFinding zone(const FindZoneOptions& options, int threads = 1) const {
    return find_zone(drawn, scan, contested, options, on_threads(threads));
  }
  SmallCase small;
  PackageList list;
  Acceptance acceptance;
  DrawnCase drawn;
  ZoneScan scan;
  Contested contested;
};

case_model::Condition takes(const case_model::Case& subject, std::size_t issue, std::size_t option) {
  case_model::Condition atom;
  atom.kind = case_model::Condition::Kind::kAtom;
  atom.issue = IssueIndex(issue);
  atom.options = {OptionIndex(option)};
  atom.allowed.assign(subject.issues[atom.issue].options.size(), false);
  atom.allowed[option] = true;
  return atom;
}

/// Two principals, two issues of three options, nothing known but one red line each, from two sources of one
/// origin, and opposed to each other.
case_model::Case opposed_case() {
  case_model::Case subject;
  subject.file = "opposed.yaml";
  for (const char* id : {"east", "west"}) {
    case_model::Party party;
    party.id = party.name = id;
    party.roles = {case_model::Role::kPrincipal};
    subject.parties.push_back(party);
    case_model::Judgments judgments;
    judgments.order.assign(2, {});
    judgments.scores.assign(2, {});
    judgments.scales.assign(2, std::nullopt);
    judgments.weights.assign(2, std::nullopt);
    subject.judgments.push_back(judgments);
  }
  for (const char* id : {"land", "water"}) {
    case_model::Issue issue;
    issue.id = issue.name = id;
    for (const char* option : {"a", "b", "c"}) {
      case_model::Option made;
      made.id = made.name = option;
      issue.options.push_back(made);
    }
    subject.issues.push_back(issue);
  }
  for (const char* id : {"daily", "wire"}) {
    case_model::Source source;
    source.id = id;
    if (subject.sources.size() == 1) source.heard_from = case_model::SourceIndex(0);
    subject.sources.push_back(source);
  }
  for (std::size_t p = 0; p < 2; ++p) {
    case_model::Statement statement;
    statement.id = p == 0 ? "s0" : "s1";
    statement.party = PartyIndex(p);
    statement.kind = case_model::StatementKind::kRedLine;
    statement.channel = p == 0 ? case_model::Channel::kQuoted : case_model::Channel::kUnnamed;
    statement.what = takes(subject, 0, p);
    if (p == 1) {  // everything but a
      case_model::Condition b_or_c;
      b_or_c.kind = case_model::Condition::Kind::kOr;
      b_or_c.parts = {takes(subject, 0, 1), takes(subject, 0, 2)};
      statement.what = b_or_c;
    }
    statement.source = case_model::SourceIndex(p);
    subject.statements.push_back(statement);
  }
  return subject;
}

SmallCase drawn_small(case_model::Case subject, std::size_t scenarios = 4096) {
  SmallCase small;
  preference::DrawOptions options;
  options.scenarios = scenarios;
  small.scenarios = preference::draw_scenarios(subject, options, on_threads(2)).value();
  small.standing = case_model::weigh_statements(subject);
  small.subject = std::move(subject);
  return small;
}

const findings::RestsOn* entry(const findings::ZoneFinding& zone, const std::string& key) {
  const auto found = std::ranges::find(zone.rests_on, key, &findings::RestsOn::key);
  return found == zone.rests_on.end() ? nullptr : &*found;
}

TEST(FindZoneTest, TellsTheCountsOfTheScanAsShares) {
  const Made made(make_small_case(3));
  FindZoneOptions options;
  options.rests_on = false;
  const findings::ZoneFinding zone = made.zone(options);
  const auto count = static_cast<double>(made.small.scenarios.count);
  EXPECT_DOUBLE_EQ(zone.zone_probability.value, static_cast<double>(count_bits(made.scan.zone)) / count);
  EXPECT_DOUBLE_EQ(zone.best.joint_acceptance.value, zone.max_joint_acceptance_raw);
  EXPECT_LE(zone.max_joint_acceptance_raw, zone.zone_probability.value);
  EXPECT_EQ(zone.range_low, zone.zone_probability.low);
  EXPECT_EQ(zone.range_high, zone.zone_probability.high);
  EXPECT_EQ(zone.verdict, findings::Verdict::kSampled);
}

TEST(FindZoneTest, WhereNothingIsUncertainTheAnswerIsProvenAndHasNoError) {
  SmallCase small = make_small_case(4, {.limits_each = 0, .adjustments_each = 0, .whole_numbers = true});
  for (auto& wants : small.scenarios.parties) {
    wants.point_valued = true;
    for (std::size_t i = 0; i < wants.values.size(); ++i) wants.values[i] = wants.values[i % wants.options];
    std::ranges::fill(wants.no_deal, wants.no_deal.front());
    std::ranges::fill(wants.stalling, std::uint8_t{0});
  }
  FindZoneOptions options;
  options.rests_on = false;
  const findings::ZoneFinding zone = Made(std::move(small)).zone(options);
  EXPECT_EQ(zone.verdict, findings::Verdict::kProven);
  EXPECT_EQ(zone.zone_probability.low, zone.zone_probability.high);
  EXPECT_EQ(zone.max_joint_acceptance, zone.max_joint_acceptance_raw);
}

RC_GTEST_PROP(DescribePackagesTest, SaysOfAPackageWhatTheDefinitionSays, (std::uint64_t seed)) {
  const Made made(make_small_case(seed));
  const auto all = every_combination(made.small);
  const case_model::Package package = all[seed % all.size()];
  const auto view = describe_packages(made.drawn, made.contested, {package}, on_threads(2)).front();
  std::size_t joint = 0;
  std::vector<std::size_t> alone(3, 0), accepts(3, 0);
  for (std::size_t s = 0; s < made.small.scenarios.count; ++s) {
    std::vector<std::size_t> refusing;
    for (const PartyIndex party : made.small.subject.parties.indices()) {
      const bool asked = !naive_is_guarantor(made.small, party) || naive_needs(made.small, party, package);
      const bool will = naive_accepts(made.small, party, s, package);
      accepts[party.value] += will ? 1U : 0U;
      if (asked && !will) refusing.push_back(party.value);
    }
    if (refusing.empty()) ++joint;
    if (refusing.size() == 1) ++alone[refusing.front()];
  }
  const auto count = static_cast<double>(made.small.scenarios.count);
  RC_ASSERT(view.joint_acceptance.value == static_cast<double>(joint) / count);
  for (const PartyIndex party : made.small.subject.parties.indices()) {
    RC_ASSERT(view.parties[party].acceptance.value == static_cast<double>(accepts[party.value]) / count);
    RC_ASSERT(view.parties[party].refuses_alone == static_cast<double>(alone[party.value]) / count);
    RC_ASSERT(view.parties[party].gain.low <= view.parties[party].gain.median);
    RC_ASSERT(view.parties[party].gain.median <= view.parties[party].gain.high);
  }
  RC_ASSERT(joint > 0 || view.central.empty());
}

TEST(DescribePackagesTest, TheCentralScenarioTellsWhatWouldHaveToBeTrue) {
  const Made made(drawn_small(opposed_case()));
  const case_model::Package package = {OptionIndex(0), OptionIndex(0)};
  const auto view = describe_packages(made.drawn, made.contested, {package}, on_threads(2)).front();
  ASSERT_GT(view.joint_acceptance.value, 0);
  const auto first_limit =
      std::ranges::find(view.central, findings::Belief::Kind::kLimitReal, &findings::Belief::kind);
  ASSERT_NE(first_limit, view.central.end());  // the east's red line on option a cannot be real
  EXPECT_EQ(first_limit->party, PartyIndex(0));
  EXPECT_EQ(first_limit->given, 0);
  EXPECT_GT(first_limit->before, 0.8);
}

TEST(RestsOnTest, ListsOnlyTheVariationsThatCanMatter) {
  const Made made(drawn_small(opposed_case(), 2048));
  const findings::ZoneFinding zone = made.zone({}, 2);
  for (const char* key : {"before_statements", "limits_alone", "all", "limits_less", "limits_more",
                          "shared_bluffing", "no_deal_lower", "no_deal_higher", "weights_unequal",
                          "weights_equal", "mirror", "s0", "s1", "daily", "wire", "origin:daily"}) {
    EXPECT_NE(entry(zone, key), nullptr) << key;
  }
  EXPECT_EQ(entry(zone, "costs_none"), nullptr);  // no lottery
  EXPECT_EQ(zone.rests_on.size(), 16U);
}

TEST(RestsOnTest, TheRangeCoversVariationsButNotWhatIsLeftOut) {
  const Made made(drawn_small(opposed_case(), 2048));
  const findings::ZoneFinding zone = made.zone({}, 2);
  for (const findings::RestsOn& other : zone.rests_on) {
    const bool counts = other.group == findings::RestsOn::Group::kVariation || other.key == "all";
    EXPECT_EQ(other.in_range, counts) << other.key;
    if (!counts) continue;
    EXPECT_LE(zone.range_low, other.zone_probability.value);
    EXPECT_GE(zone.range_high, other.zone_probability.value);
  }
  EXPECT_LT(entry(zone, "all")->zone_probability.value,
            entry(zone, "before_statements")->zone_probability.value);
  EXPECT_LT(entry(zone, "no_deal_higher")->zone_probability.value,
            entry(zone, "no_deal_lower")->zone_probability.value);
  EXPECT_LT(entry(zone, "limits_more")->zone_probability.value,
            entry(zone, "limits_less")->zone_probability.value);
}

TEST(RestsOnTest, ReweighingAgreesWithDrawingAfresh) {
  const Made made(drawn_small(opposed_case()));
  FindZoneOptions by_weights, afresh;
  by_weights.variations.least_effective_size = 1;
  afresh.variations.least_effective_size = 1e9;
  afresh.variations.scenarios = 4096;
  const auto first = made.zone(by_weights, 2);
  const auto second = made.zone(afresh, 2);
  for (const char* key : {"s0", "s1", "origin:daily", "limits_less", "limits_more", "mirror"}) {
    EXPECT_TRUE(entry(first, key)->reweighted);
    EXPECT_FALSE(entry(second, key)->reweighted);
    EXPECT_NEAR(entry(first, key)->zone_probability.value, entry(second, key)->zone_probability.value, 0.08)
        << key;
  }
}

TEST(RestsOnTest, AnyNumberOfThreadsGivesTheSameAnswer) {
  const Made made(drawn_small(opposed_case(), 512));
  const auto one = made.zone({}, 1);
  for (const int threads : {2, 7}) {
    const auto other = made.zone({}, threads);
    ASSERT_EQ(other.rests_on.size(), one.rests_on.size());
    for (std::size_t i = 0; i < one.rests_on.size(); ++i) {
      EXPECT_EQ(other.rests_on[i].key, one.rests_on[i].key);
      EXPECT_EQ(other.rests_on[i].zone_probability.value, one.rests_on[i].zone_probability.value);
    }
    EXPECT_EQ(other.range_low, one.range_low);
    EXPECT_EQ(other.best.package, one.best.package);
  }
}

}  // namespace
}  // namespace modus::zone

/// \file The sampler against plain rejection, on cases small enough for it: same acceptance, same zone, same limits.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "modus/case_model/consent.h"
#include "modus/case_model/packages.h"
#include "modus/case_model/standing.h"
#include "tests/support/ask.h"
#include "tests/laws/rejection_sampler.h"

namespace modus::tests {
namespace {

using namespace case_model;  // NOLINT: most names here are the case's

/// Draws on either side; a share then has a standard error of at most 0.004, so a difference one of 0.0055.
constexpr std::size_t kDraws = 16'384;
/// Four standard errors of a difference of shares.
constexpr double kTolerance = 0.022;

struct PlainZone {
  double zone = 0;
  std::vector<double> acceptance;  ///< by package number, of all who must accept
  std::vector<double> party;       ///< by party: mean over packages
  std::vector<double> real;        ///< by statement
};

struct Drawn {
  std::vector<std::vector<PlainWants>> wants;  ///< by party; empty where it is not asked
  std::vector<Package> packages;
};

bool asks(const Case& subject, PartyIndex party, const Package& package, ConsentKind consent) {
  return consent == ConsentKind::kAsked || (consent == ConsentKind::kIfNeeded && needs(subject, package, party));
}

Drawn draw_plainly(const Case& subject) {
  Drawn drawn;
  const auto consent = consent_of(subject);
  for (const PartyIndex party : subject.parties.indices()) {
    const bool asked = consent[party] == ConsentKind::kAsked || consent[party] == ConsentKind::kIfNeeded;
    drawn.wants.push_back(asked ? draw_by_rejection(subject, party, kDraws, 1000 + party.value) : std::vector<PlainWants>());
  }
  for (std::uint64_t number = 0; number < count_combinations(subject.issues).value(); ++number) {
    Package package = package_at(subject.issues, number);
    if (meets_rules(subject, package)) drawn.packages.push_back(std::move(package));
  }
  return drawn;
}

PlainZone zone_of(const Case& subject, const Drawn& drawn) {
  PlainZone result;
  const auto consent = consent_of(subject);
  const double share = 1.0 / kDraws;
  result.acceptance.assign(drawn.packages.size(), 0);
  result.party.assign(subject.parties.size(), 0);
  result.real.assign(subject.statements.size(), 0);
  for (std::size_t s = 0; s < kDraws; ++s) {
    bool zone = false;
    for (std::size_t x = 0; x < drawn.packages.size(); ++x) {
      bool all = true;
      for (const PartyIndex party : subject.parties.indices()) {
        if (drawn.wants[party.value].empty()) continue;
        const bool accepts = plainly_accepts(subject, party, drawn.wants[party.value][s], drawn.packages[x]);
        if (accepts) result.party[party.value] += share / static_cast<double>(drawn.packages.size());
        all = all && (accepts || !asks(subject, party, drawn.packages[x], consent[party]));
      }
      if (all) result.acceptance[x] += share;
      zone = zone || all;
    }
    if (zone) result.zone += share;
    for (const StatementIndex statement : subject.statements.indices()) {
      const auto& wants = drawn.wants[subject.statements[statement].party.value];
      if (!wants.empty() && wants[s].real[statement.value]) result.real[statement.value] += share;
    }
  }
  return result;
}

struct SmallCase {
  std::string_view name, text;
  void (*change)(Case&) = nullptr;  ///< after reading
};
void PrintTo(const SmallCase& small, std::ostream* out) { *out << small.name; }

class SmallCases : public testing::TestWithParam<SmallCase> {};

TEST_P(SmallCases, AreAnsweredAsByPlainRejection) {
  Case subject = read(GetParam().text);
  if (GetParam().change != nullptr) GetParam().change(subject);
  const PlainZone plain = zone_of(subject, draw_plainly(subject));
  const findings::BriefFinding answer = ask(catalogue::Verb::kZone, subject, kDraws);
  EXPECT_NEAR(answer.zone.zone_probability.value, plain.zone, kTolerance);
  EXPECT_NEAR(answer.zone.max_joint_acceptance_raw, *std::ranges::max_element(plain.acceptance), kTolerance);
  for (const PartyIndex party : subject.parties.indices()) {
    if (plain.party[party.value] == 0) continue;
    EXPECT_NEAR(answer.zone.parties[party].acceptance, plain.party[party.value], kTolerance) << subject.parties[party].id;
  }
  for (const findings::StatementFinding& statement : answer.statements) {
    const Statement& said = subject.statements[statement.statement];
    if (!statement.meant_after || !makes_limit(subject, said)) continue;
    EXPECT_NEAR(*statement.meant_after, plain.real[statement.statement.value], kTolerance) << said.id;
  }
}

constexpr std::string_view kHead = R"(modus: 1
title: Small
as_of: 2026-01-31
sources: {r: {title: Report, published: 2026-01-30}}
parties: {a: {name: A}, b: {name: B}}
issues:
  land: {name: Land, options: {all: all, half: half, none: none}}
  money: {name: Money, range: {from: 0, to: 3, step: 1, unit: crowns}}
)";

const std::string kLimits = std::string(kHead) + R"(statements:
  - {id: s1, party: a, kind: red_line, what: land = none, channel: reported, source: r}
  - {id: s2, party: b, kind: rejects, what: land = all, channel: unnamed, source: r}
  - {id: s3, party: a, kind: accepts, what: land = none and money = 3, channel: rival, source: r}
  - {id: s4, party: b, kind: demands, what: land = none, channel: quoted, source: r}
judgments:
  a: {order: {land: [all, half, none]}, scales: {money: {better: more}}, no_deal: {value: 20..60}}
  b: {order: {land: [none, half, all]}, scales: {money: {better: less}}, no_deal: {value: 20..60}}
)";

const std::string kValues = std::string(kHead) + R"(rules:
  - land = none -> money > 0
statements:
  - {id: s1, party: a, kind: offers, what: land = half, channel: reported, source: r}
  - {id: s2, party: a, kind: rejects, what: land = none and money = 2, channel: quoted, source: r}
  - {id: s3, party: a, kind: prefers, what: land = half and money = 1, over: land = all and money = 0, channel: quoted, source: r}
  - {id: s4, party: b, kind: ranks, what: [money, land], channel: third_party, source: r}
  - {id: s5, party: b, kind: demands, what: money <= 1, channel: document, source: r}
  - {id: s6, party: b, kind: prefers, what: land = none, over: land = half, channel: reported, source: r}
judgments:
  a: {scales: {money: {better: more}}, weights: {land: 0.3..0.8}, stalling: 0.1..0.2}
  b: {scores: {land: {half: 0.3..0.7}}, no_deal: {value: 10..40}}
)";

const std::string kLottery = std::string(kHead) + R"(statements:
  - {id: s1, party: a, kind: accepts, what: land = half and money = 1, channel: reported, source: r}
  - {id: s2, party: b, kind: rejects, what: land = half and money = 3, channel: reported, source: r}
judgments:
  a:
    order: {land: [all, half, none]}
    scales: {money: {better: more, shape: linear}}
    adjust: [{when: land = half and money = 0, by: -20..-5}]
    no_deal:
      lottery:
        - {package: {land: all, money: 0}, chance: 0.3..0.6}
        - {package: {land: none, money: 0}, chance: rest}
      cost: 5..25
  b:
    order: {land: [none, half, all]}
    no_deal:
      lottery:
        - {package: {land: none, money: 0}, chance: 0.4..0.7}
        - {package: {land: all, money: 3}, chance: rest}
      cost: 10
)";

// A contingent and a phased option of land, and nothing else beside the money.
const std::string kMixed = std::string(kHead).replace(kHead.find("none: none"), 10, "none: none, slow: slow, trial: trial") + R"(statements:
  - {id: s1, party: a, kind: red_line, what: land = none, channel: reported, source: r}
  - {id: s2, party: a, kind: accepts, what: land = trial and money = 2, channel: quoted, source: r}
  - {id: s3, party: a, kind: rejects, what: land = slow and money = 0, channel: quoted, source: r}
  - {id: s4, party: b, kind: prefers, what: land = trial, over: land = half, channel: quoted, source: r}
  - {id: s5, party: b, kind: offers, what: land = slow, channel: reported, source: r}
  - {id: s6, party: b, kind: demands, what: "land in [none, trial]", channel: quoted, source: r}
  - {id: s7, party: b, kind: rejects, what: land = all, channel: unnamed, source: r}
  - {id: s8, party: a, kind: offers, what: money = 1, channel: quoted, source: r}
judgments:
  a: {scales: {money: {better: more}}, no_deal: {value: 20..60}}
  b:
    scales: {money: {better: less}}
    no_deal:
      lottery:
        - {package: {land: slow, money: 0}, chance: 0.4..0.7}
        - {package: {land: trial, money: 3}, chance: rest}
      cost: 10..20
)";

constexpr OptionIndex kAll{0}, kHalf{1}, kNone{2}, kSlow{3}, kTrial{4};

void mix_land(Case& subject, const char* first, const char* second, const char* chance) {
  const auto share = [](const char* text) { return *base::read_interval(text); };
  auto& options = subject.issues[IssueIndex(0)].options;
  options[kSlow].mix = Mix{Mix::Kind::kPhased, "", {{kHalf, share(first)}, {kNone, share(second)}, {kAll, share("0..1")}}};
  options[kTrial].mix = Mix{Mix::Kind::kContingent, "rain", {{kAll, share(chance)}, {kNone, share("0..1")}}};
  subject.judgments[PartyIndex(0)].order[IssueIndex(0)] = {kAll, kHalf, kNone};
}

void mix_exactly(Case& subject) { mix_land(subject, "0.5", "0.2", "0.3"); }

void mix_in_ranges(Case& subject) {
  mix_land(subject, "0.2..0.7", "0.1..0.6", "0.1..0.9");
  subject.judgments[PartyIndex(1)].beliefs[IssueIndex(0)][kTrial] = *base::read_interval("0..0.4");
}

INSTANTIATE_TEST_SUITE_P(Sampling, SmallCases,
                         testing::Values(SmallCase{"NothingKnown", kHead}, SmallCase{"LimitsAndAcceptances", kLimits},
                                         SmallCase{"OffersRefusalsAndPreferences", kValues}, SmallCase{"Lotteries", kLottery},
                                         SmallCase{"MixesInExactShares", kMixed, mix_exactly},
                                         SmallCase{"MixesInRanges", kMixed, mix_in_ranges}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace modus::tests

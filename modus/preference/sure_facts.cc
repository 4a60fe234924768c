#include "modus/preference/sure_facts.h"

#include <algorithm>

#include "modus/case_model/consent.h"
#include "modus/case_model/standing.h"
#include "modus/preference/wants_program.h"

namespace modus::preference {
namespace {

using case_model::Case;
using case_model::ConsentKind;
using case_model::Package;
using case_model::PartyIndex;
using case_model::Standing;
using findings::Sureness;

constexpr double kTolerance = 1e-7;         // points
constexpr std::size_t kMostVertices = 64;   // of the chances of one lottery
constexpr std::size_t kMostOutcomes = 12;   // 2^11 corners for each outcome that takes the rest

// Adds the corner where the outcomes but one stand at the ends the bits of `ends` say, if the one left can fill up.
void add_vertex(const std::vector<LotteryRow>& lottery, std::size_t rest, std::size_t ends,
                std::vector<std::vector<double>>& vertices) {
  std::vector<double> chances;
  double left = 1;
  std::size_t bit = 0;
  for (std::size_t k = 0; k < lottery.size(); ++k) {
    const bool high = k != rest && (ends >> bit++ & 1U) != 0;
    chances.push_back(k == rest ? 0 : high ? lottery[k].high : lottery[k].low);
    left -= chances.back();
  }
  if (left < lottery[rest].low - 1e-12 || left > lottery[rest].high + 1e-12) return;
  chances[rest] = left;
  const auto same = [&](const std::vector<double>& other) {
    return std::equal(chances.begin(), chances.end(), other.begin(), [](double a, double b) { return std::abs(a - b) < 1e-12; });
  };
  if (std::none_of(vertices.begin(), vertices.end(), same)) vertices.push_back(std::move(chances));
}

// The corners of the chances a lottery allows; empty where they are too many. One empty corner without a lottery.
std::vector<std::vector<double>> chance_vertices(const PartyModel& model) {
  if (model.lottery.empty()) return {{}};
  if (model.lottery.size() > kMostOutcomes) return {};
  std::vector<std::vector<double>> vertices;
  for (std::size_t rest = 0; rest < model.lottery.size(); ++rest) {
    for (std::size_t ends = 0; ends < std::size_t{1} << (model.lottery.size() - 1); ++ends) {
      add_vertex(model.lottery, rest, ends, vertices);
      if (vertices.size() > kMostVertices) return {};
    }
  }
  return vertices;
}

struct Bars {
  bool certain = false, possible = false;  // what is ruled out
};

Bars bars_of(const Case& subject, const Standing& standing, PartyIndex party, const Package& package) {
  Bars bars;
  const auto& stalling = subject.judgments[party].stalling;
  bars.certain = stalling && stalling->high.value() > 0;
  bars.possible = stalling && stalling->low.value() >= 1;
  for (const case_model::LimitIndex limit : standing.limits_of[party]) {
    if (!holds(standing.limits[limit.value].forbids, package)) continue;
    bars.certain = bars.certain || standing.limits[limit.value].probability > 0;
    bars.possible = bars.possible || standing.limits[limit.value].probability >= 1;
  }
  return bars;
}

SignedRow row_of(const Case& subject, PartyIndex party, const Package& package) {
  SignedRow row;
  for (const case_model::IssueIndex issue : subject.issues.indices()) row.terms.emplace_back(issue, package[issue]);
  const auto& adjust = subject.judgments[party].adjust;
  for (std::uint32_t k = 0; k < adjust.size(); ++k) {
    if (holds(adjust[k].when, package)) row.adjustments.push_back(k);
  }
  return row;
}

}  // namespace

std::vector<Sureness> sureness_of(const Case& subject, PartyIndex party, const std::vector<Package>& packages) {
  const ConsentKind consent = consent_of(subject)[party];
  if (consent == ConsentKind::kFollows) return sureness_of(subject, *subject.parties[party].ratifier_of, packages);
  if (consent != ConsentKind::kAsked && consent != ConsentKind::kIfNeeded) {
    return std::vector<Sureness>(packages.size(), Sureness::kCertain);
  }
  const Standing standing = weigh_statements(subject);
  Variation judgments_alone;
  judgments_alone.no_statements = true;
  const auto model = build_party_model(subject, standing, party, judgments_alone);
  std::vector<Sureness> found(packages.size(), Sureness::kPossible);
  if (!model) return found;
  const auto vertices = chance_vertices(model.value());
  const WantsProgram wants = build_wants_program(subject, model.value());
  Optimiser optimiser(wants.program);
  for (std::size_t at = 0; at < packages.size(); ++at) {
    if (consent == ConsentKind::kIfNeeded && !needs(subject, packages[at], party)) {
      found[at] = Sureness::kCertain;
      continue;
    }
    const Bars bars = bars_of(subject, standing, party, packages[at]);
    bool always = !vertices.empty() && !bars.certain;
    bool ever = vertices.empty();
    for (const std::vector<double>& chances : vertices) {
      auto gain = value_terms(model.value(), wants.columns, row_of(subject, party, packages[at]), 1);
      const auto less = no_deal_terms(model.value(), wants.columns, chances, -1);
      gain.insert(gain.end(), less.begin(), less.end());
      ever = ever || optimiser.highest(gain) >= -kTolerance;
      always = always && optimiser.lowest(gain) >= -kTolerance;
    }
    found[at] = bars.possible || !ever ? Sureness::kImpossible : always ? Sureness::kCertain : Sureness::kPossible;
  }
  return found;
}

}  // namespace modus::preference

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
constexpr std::size_t kMostVertices = 64;   // of the chances of one lottery and the shares of mixes together
constexpr std::size_t kMostOutcomes = 12;   // 2^11 corners for each outcome that takes the rest

// Shares of one whole, each within its bounds.
using Bounds = std::vector<std::pair<double, double>>;
using Vertices = std::vector<std::vector<double>>;

// Adds the corner where the shares but one stand at the ends the bits of `ends` say, if the one left can fill up.
void add_vertex(const Bounds& bounds, std::size_t rest, std::size_t ends, Vertices& vertices) {
  std::vector<double> chances;
  double left = 1;
  std::size_t bit = 0;
  for (std::size_t k = 0; k < bounds.size(); ++k) {
    const bool high = k != rest && (ends >> bit++ & 1U) != 0;
    chances.push_back(k == rest ? 0 : high ? bounds[k].second : bounds[k].first);
    left -= chances.back();
  }
  if (left < bounds[rest].first - 1e-12 || left > bounds[rest].second + 1e-12) return;
  chances[rest] = left;
  const auto same = [&](const std::vector<double>& other) {
    return std::equal(chances.begin(), chances.end(), other.begin(), [](double a, double b) { return std::abs(a - b) < 1e-12; });
  };
  if (std::none_of(vertices.begin(), vertices.end(), same)) vertices.push_back(std::move(chances));
}

// All corners; empty where they are too many.
Vertices vertices_of(const Bounds& bounds) {
  if (bounds.size() > kMostOutcomes) return {};
  Vertices vertices;
  for (std::size_t rest = 0; rest < bounds.size(); ++rest) {
    for (std::size_t ends = 0; ends < std::size_t{1} << (bounds.size() - 1); ++ends) {
      add_vertex(bounds, rest, ends, vertices);
      if (vertices.size() > kMostVertices) return {};
    }
  }
  return vertices;
}

bool takes(const SignedRow& row, std::size_t issue, std::uint32_t option) {
  return row.terms[issue].second.value == option;  // rows of packages: a term for each issue
}

// Every corner so far with every corner of a mix's shares.
std::vector<FixedShares> times_shares(const std::vector<FixedShares>& corners, std::size_t issue, const MixShares& mix) {
  Bounds bounds;
  for (std::size_t k = 0; k < mix.low.size(); ++k) bounds.emplace_back(mix.low[k], mix.high[k]);
  bounds.emplace_back(0.0, 1.0);
  std::vector<FixedShares> product;
  for (const std::vector<double>& shares : vertices_of(bounds)) {
    for (const FixedShares& corner : corners) {
      product.push_back(corner);
      OptionScore& place = product.back().places[issue][mix.option];
      for (std::size_t branch = 0; branch < shares.size(); ++branch) place.set_share(branch, shares[branch]);
    }
  }
  return product;
}

// The corners of all that multiplies the wants in what a package is worth and in the no-deal value: the highest and the
// lowest gain are at some of them, for the gain is linear in each by itself. Empty where they are too many.
std::vector<FixedShares> corners_of(const PartyModel& model, const SignedRow& package) {
  std::vector<FixedShares> corners;
  Bounds chances;
  for (const LotteryRow& row : model.lottery) chances.emplace_back(row.low, row.high);
  if (model.lottery.empty()) corners.push_back({{}, places_of(model)});
  for (std::vector<double>& vertex : vertices_of(chances)) corners.push_back({std::move(vertex), places_of(model)});
  for (std::size_t issue = 0; issue < model.scores.size(); ++issue) {
    for (const MixShares& mix : model.scores[issue].mixes) {
      const bool in_lottery = std::any_of(model.lottery.begin(), model.lottery.end(),
                                          [&](const LotteryRow& row) { return takes(row.row, issue, mix.option); });
      if (mix.exact() || !(in_lottery || takes(package, issue, mix.option))) continue;
      corners = times_shares(corners, issue, mix);
      if (corners.size() > kMostVertices) return {};
    }
  }
  return corners;
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
  const WantsProgram wants = build_wants_program(subject, model.value());
  Optimiser optimiser(wants.program);
  for (std::size_t at = 0; at < packages.size(); ++at) {
    if (consent == ConsentKind::kIfNeeded && !needs(subject, packages[at], party)) {
      found[at] = Sureness::kCertain;
      continue;
    }
    const Bars bars = bars_of(subject, standing, party, packages[at]);
    const SignedRow row = row_of(subject, party, packages[at]);
    const std::vector<FixedShares> corners = corners_of(model.value(), row);
    bool always = !corners.empty() && !bars.certain;
    bool ever = corners.empty();
    for (const FixedShares& corner : corners) {
      auto gain = value_terms(corner.places, wants.columns, row, 1);
      const auto less = no_deal_terms(model.value(), wants.columns, corner, -1);
      gain.insert(gain.end(), less.begin(), less.end());
      ever = ever || optimiser.highest(gain) >= -kTolerance;
      always = always && optimiser.lowest(gain) >= -kTolerance;
    }
    found[at] = bars.possible || !ever ? Sureness::kImpossible : always ? Sureness::kCertain : Sureness::kPossible;
  }
  return found;
}

}  // namespace modus::preference

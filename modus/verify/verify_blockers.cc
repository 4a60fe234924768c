#include "modus/verify/verify_blockers.h"

#include <algorithm>

#include "modus/verify/every_package.h"

namespace modus::verify {
namespace {

using findings::BlockersFinding;
using findings::StickingPoint;

std::string expected_id(const NaiveAcceptance& naive, const StickingPoint& point) {
  const std::string start = naive.subject().parties[point.party].id + ":";
  if (point.kind == StickingPoint::Kind::kNoDeal) return start + "no_deal";
  const case_model::Limit& limit = naive.standing().limits[point.limit.value];
  return start + naive.subject().statements[limit.statements.front()].id;
}

void check_points(const NaiveAcceptance& naive, const BlockerPoints& points, const BlockersFinding& blockers,
                  Check& check) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const StickingPoint& point = blockers.sticking_points[i];
    check.holds(point.id + " is named by its party and first statement",
                point.id == expected_id(naive, point));
    std::size_t real = 0;
    for (std::size_t s = 0; s < naive.count(); ++s) real += points.is_real(i, s) ? 1U : 0U;
    check.share("how often " + point.id + " is real", point.probability,
                static_cast<double>(real) / static_cast<double>(naive.count()));
  }
}

void check_stalling(const NaiveAcceptance& naive, const BlockersFinding& blockers, Check& check) {
  std::size_t stalling = 0;
  for (std::size_t s = 0; s < naive.count(); ++s) {
    bool any = false;
    for (std::size_t k = 0; k < naive.parties().size(); ++k) {
      any = any || (naive.always_asked(k) && naive.wants(k).stalling[s] != 0);
    }
    if (any) ++stalling;
  }
  check.share("stalling of some party that must accept", blockers.stalling.value,
              static_cast<double>(stalling) / static_cast<double>(naive.count()));
}

PackagesWithFacts packages_with_facts(const NaiveAcceptance& naive) {
  PackagesWithFacts all{list_packages(naive.subject()), {}};
  for (const case_model::Package& package : all.packages) all.facts.push_back(naive.facts_of(package));
  return all;
}

double option_count(const case_model::Issues& issues) {
  double count = 0;
  for (const case_model::Issue& issue : issues) count += static_cast<double>(issue.options.size());
  return count;
}

}  // namespace

VerifyReport verify_blockers(const NaiveAcceptance& naive, const BlockersFinding& blockers,
                             const VerifyOptions& options) {
  VerifyReport report;
  if (blockers.sticking_points.size() > kMostPoints) {
    report.not_done.push_back("blockers: more than " + std::to_string(kMostPoints) + " sticking points");
    return report;
  }
  {
    Check check(report, options, "sticking points");
    const BlockerPoints points(naive, blockers.sticking_points);
    check.holds("they are the limits and no-deal values of those who are asked, in order", points.match());
    if (!points.match()) return report;
    check_points(naive, points, blockers, check);
    check_stalling(naive, blockers, check);
  }
  const double evaluations = evaluations_of_all(naive);
  const double one_scenario = evaluations / static_cast<double>(naive.count());
  if (affordable(report, options, "incompatible positions, openings and least moves", one_scenario)) {
    report.add(verify_nominal(naive, blockers, options));
  }
  const bool part = blockers.scenario_stride > 1;
  if (part) report.not_done.push_back("unblocking effects: they rest on part of the scenarios");
  if (part || !affordable(report, options, "unblocking effects", evaluations)) return report;
  const PackagesWithFacts all = packages_with_facts(naive);
  report.add(verify_effects(naive, all, blockers, options));
  // Looking up another option costs about a tenth of an evaluation.
  const double lookups = evaluations * (1 + option_count(naive.subject().issues) / 10);
  if (affordable(report, options, "hardest issues", lookups)) {
    report.add(verify_issue_effects(naive, all, blockers, options));
  }
  return report;
}

}  // namespace modus::verify

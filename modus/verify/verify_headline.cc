#include "modus/verify/verify_headline.h"

#include <algorithm>

#include "modus/verify/every_package.h"
#include "modus/verify/naive_acceptance.h"

namespace modus::verify {
namespace {

using case_model::Package;
using findings::Headline;

/// Sums of weight, by package where there are many.
struct Sums {
  double all = 0, odd = 0, zone = 0;
  std::vector<double> zone_without, accepted;  ///< by k
  std::vector<double> even_joint, odd_joint;   ///< by package
  std::vector<char> ever;                      ///< by package: some scenario accepts it
  double near_ties = 0;
};

/// One scenario: which packages everybody accepts, and who accepts how many.
class OneScenario {
 public:
  OneScenario(const NaiveAcceptance& naive, const std::vector<Package>& packages, const std::vector<PackageFacts>& facts)
      : naive_(naive), packages_(packages), facts_(facts) {}

  void count(std::size_t scenario, double weight, bool odd, Sums& sums) const {
    const std::size_t parties = naive_.parties().size();
    bool zone = false, tie = false;
    std::vector<char> without(parties, 0);
    for (std::size_t x = 0; x < packages_.size(); ++x) {
      std::size_t refusals = 0, refuser = 0;
      for (std::size_t k = 0; k < parties; ++k) {
        const double gain = naive_.gain(k, scenario, packages_[x], facts_[x][k]);
        const bool accepts = naive_.accepts(k, scenario, facts_[x][k], gain);
        tie = tie || naive_.is_near_tie(k, gain);
        if (accepts) sums.accepted[k] += weight;
        if (accepts || !facts_[x][k].asked) continue;
        ++refusals;
        refuser = k;
      }
      if (refusals == 0) {
        zone = true;
        sums.ever[x] = 1;
        (odd ? sums.odd_joint : sums.even_joint)[x] += weight;
      } else if (refusals == 1) {
        without[refuser] = 1;
      }
    }
    if (zone) sums.zone += weight;
    if (tie) sums.near_ties += weight;
    for (std::size_t k = 0; k < parties; ++k) {
      if (zone || without[k] != 0) sums.zone_without[k] += weight;
    }
  }

 private:
  const NaiveAcceptance& naive_;
  const std::vector<Package>& packages_;
  const std::vector<PackageFacts>& facts_;
};

Sums sum_up(const NaiveAcceptance& naive, const std::vector<Package>& packages, const std::vector<double>& weights) {
  std::vector<PackageFacts> facts;
  for (const Package& package : packages) facts.push_back(naive.facts_of(package));
  const std::size_t parties = naive.parties().size();
  Sums sums{0, 0, 0, std::vector<double>(parties, 0), std::vector<double>(parties, 0), {}, {}, {}, 0};
  sums.even_joint.assign(packages.size(), 0);
  sums.odd_joint.assign(packages.size(), 0);
  sums.ever.assign(packages.size(), 0);
  const OneScenario one(naive, packages, facts);
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const double weight = weights.empty() ? 1 : weights[s];
    const bool odd = is_odd_place(naive.scenarios(), s);
    sums.all += weight;
    if (odd) sums.odd += weight;
    one.count(s, weight, odd, sums);
  }
  return sums;
}

/// Place of the first greatest number.
std::size_t first_most(const std::vector<double>& numbers) {
  return static_cast<std::size_t>(std::max_element(numbers.begin(), numbers.end()) - numbers.begin());
}

void check_best(const NaiveAcceptance& naive, const std::vector<Package>& packages, const Sums& sums, const Headline& headline,
                Check& check) {
  std::vector<double> joint;
  for (std::size_t x = 0; x < packages.size(); ++x) joint.push_back(sums.even_joint[x] + sums.odd_joint[x]);
  double found = -1;  // the package named, by what it is worth: weights make ties that rounding decides
  for (std::size_t x = 0; x < packages.size(); ++x) {
    bool same = headline.best.size() == packages[x].size();
    for (std::size_t i = 0; same && i < headline.best.size(); ++i) {
      const case_model::IssueIndex issue(i);
      const case_model::Issue& about = naive.subject().issues[issue];
      same = headline.best[i] == std::pair(about.id, about.options[packages[x][issue]].id);
    }
    if (same) found = joint[x];
  }
  check.near("joint acceptance of the best package", found / sums.all, joint[first_most(joint)] / sums.all);
  const double even = sums.all - sums.odd;
  if (sums.odd <= 0 || even <= 0) return;
  const double corrected = (sums.odd_joint[first_most(sums.even_joint)] / sums.odd + sums.even_joint[first_most(sums.odd_joint)] / even) / 2;
  check.near("best joint acceptance, corrected", headline.best_joint_acceptance, std::min(sums.zone / sums.all, corrected));
}

}  // namespace

VerifyReport verify_headline(const case_model::Case& subject, const findings::Scenarios& scenarios, const std::vector<double>& weights,
                             const Headline& headline, std::size_t listed, const VerifyOptions& options) {
  VerifyReport report;
  const NaiveAcceptance naive(subject, scenarios);
  if (!affordable(report, options, "headline", evaluations_of_all(naive))) return report;
  const std::vector<Package> packages = list_packages(subject);
  const Sums sums = sum_up(naive, packages, weights);
  if (packages.empty() || sums.all <= 0) return report;
  Check check(report, options, "headline", sums.near_ties / sums.all);
  check.equal("package_count", headline.package_count, packages.size());
  check.share("zone probability", headline.zone_probability.value, sums.zone / sums.all);
  check.equal("the number of parties", headline.parties.size(), naive.parties().size());
  for (std::size_t k = 0; k < std::min(headline.parties.size(), naive.parties().size()); ++k) {
    const findings::PartyHeadline& party = headline.parties[k];
    const double accepted = sums.accepted[k] / sums.all / static_cast<double>(packages.size());
    check.share("mean acceptance of " + party.id, party.acceptance, accepted);
    check.share("zone without " + party.id, party.zone_without.value, sums.zone_without[k] / sums.all);
  }
  const auto ever = static_cast<std::size_t>(std::count(sums.ever.begin(), sums.ever.end(), 1));
  if (sums.near_ties == 0 && (weights.empty() || ever <= listed)) check_best(naive, packages, sums, headline, check);
  return report;
}

}  // namespace modus::verify

#include "modus/verify/every_package.h"

#include "modus/case_model/packages.h"

namespace modus::verify {
namespace {

using case_model::Package;

// What one scenario adds to the counts.
class ScenarioWalk {
 public:
  ScenarioWalk(const NaiveAcceptance& naive, const std::vector<PackageFacts>& facts, EveryPackage& counts)
      : naive_(naive), facts_(facts), counts_(counts) {}

  void walk(std::size_t scenario) {
    zone_ = near_tie_ = false;
    without_.assign(naive_.parties().size(), false);
    seen_.clear();
    for (const auto& options : counts_.option_in_zone) seen_.emplace_back(options.size(), false);
    for (std::size_t x = 0; x < counts_.packages.size(); ++x) judge(scenario, x);
    if (zone_ && is_odd_place(naive_.scenarios(), scenario)) ++counts_.zone_odd;
    close();
  }

 private:
  void judge(std::size_t scenario, std::size_t x) {
    const Package& package = counts_.packages[x];
    std::size_t refusals = 0, refuser = 0;
    for (std::size_t k = 0; k < naive_.parties().size(); ++k) {
      const PartyFacts& facts = facts_[x][k];
      const double gain = naive_.gain(k, scenario, package, facts);
      near_tie_ = near_tie_ || naive_.is_near_tie(k, gain);
      const bool accepts = naive_.accepts(k, scenario, facts, gain);
      if (accepts) ++counts_.accepted[k];
      if (accepts || !facts.asked) continue;
      ++refusals;
      refuser = k;
    }
    if (refusals == 0) add_to_zone(scenario, x);
    if (refusals == 1) without_[refuser] = true;
  }

  void add_to_zone(std::size_t scenario, std::size_t x) {
    zone_ = true;
    ++(is_odd_place(naive_.scenarios(), scenario) ? counts_.odd : counts_.even)[x];
    const Package& package = counts_.packages[x];
    for (std::size_t i = 0; i < package.size(); ++i)
      seen_[i][package[case_model::IssueIndex(i)].value] = true;
  }

  void close() {
    if (near_tie_) ++counts_.near_ties;
    if (zone_) ++counts_.zone;
    counts_.has_zone.push_back(zone_);
    for (std::size_t k = 0; k < without_.size(); ++k) {
      if (zone_ || without_[k]) ++counts_.zone_without[k];
    }
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      for (std::size_t o = 0; o < seen_[i].size(); ++o) {
        if (seen_[i][o]) ++counts_.option_in_zone[i][o];
      }
    }
  }

  const NaiveAcceptance& naive_;
  const std::vector<PackageFacts>& facts_;
  EveryPackage& counts_;
  bool zone_ = false, near_tie_ = false;
  std::vector<bool> without_;
  std::vector<std::vector<bool>> seen_;
};

}  // namespace

double evaluations_of_all(const NaiveAcceptance& naive) {
  double evaluations = static_cast<double>(naive.count()) * static_cast<double>(naive.parties().size());
  for (const case_model::Issue& issue : naive.subject().issues)
    evaluations *= static_cast<double>(issue.options.size());
  return evaluations;
}

bool is_odd_place(const findings::Scenarios& scenarios, std::size_t scenario) {
  const auto chains = static_cast<std::size_t>(scenarios.sampling.chains);
  std::size_t first = 0;
  for (std::size_t chain = 0; chain < chains; ++chain) {
    const std::size_t start = chain * scenarios.count / chains;
    if (start <= scenario) first = start;
  }
  return (scenario - first) % 2 == 1;
}

std::vector<Package> list_packages(const case_model::Case& subject) {
  std::vector<Package> packages;
  const std::uint64_t combinations = case_model::count_combinations(subject.issues).value_or(0);
  for (std::uint64_t number = 0; number < combinations; ++number) {
    Package package = case_model::package_at(subject.issues, number);
    if (case_model::meets_rules(subject, package)) packages.push_back(std::move(package));
  }
  return packages;
}

EveryPackage count_every_package(const NaiveAcceptance& naive) {
  EveryPackage counts;
  counts.packages = list_packages(naive.subject());
  std::vector<PackageFacts> facts;
  for (const Package& package : counts.packages) facts.push_back(naive.facts_of(package));
  counts.even.assign(counts.packages.size(), 0);
  counts.odd = counts.even;
  counts.zone_without.assign(naive.parties().size(), 0);
  counts.accepted.assign(naive.parties().size(), 0);
  for (const case_model::Issue& issue : naive.subject().issues) {
    counts.option_in_zone.emplace_back(issue.options.size(), 0);
  }
  ScenarioWalk walk(naive, facts, counts);
  for (std::size_t scenario = 0; scenario < naive.count(); ++scenario) walk.walk(scenario);
  return counts;
}

}  // namespace modus::verify

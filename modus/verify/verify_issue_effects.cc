#include <algorithm>

#include "modus/case_model/packages.h"
#include "modus/verify/verify_blockers.h"

namespace modus::verify {
namespace {

using case_model::IssueIndex;
using case_model::Package;
using findings::BlockersFinding;

// Gains of every combination of options, rules aside, in one scenario.
class GainTable {
 public:
  explicit GainTable(const NaiveAcceptance& naive) : naive_(naive) {
    const case_model::Issues& issues = naive.subject().issues;
    for (std::uint64_t number = 0; number < case_model::count_combinations(issues).value_or(0); ++number) {
      combinations_.push_back(case_model::package_at(issues, number));
      facts_.push_back(naive.facts_of(combinations_.back()));
    }
    gains_.assign(naive.parties().size(), std::vector<double>(combinations_.size()));
  }

  void load(std::size_t scenario) {
    near_tie_ = false;
    for (std::size_t k = 0; k < gains_.size(); ++k) {
      for (std::size_t x = 0; x < combinations_.size(); ++x) {
        gains_[k][x] = naive_.gain(k, scenario, combinations_[x], facts_[x][k]);
        near_tie_ = near_tie_ || naive_.is_near_tie(k, gains_[k][x]);
      }
    }
  }
  [[nodiscard]] bool near_tie() const { return near_tie_; }

  // The party's gain from the combination with its own best option of the issue in it.
  [[nodiscard]] double best_gain(std::size_t k, std::size_t number, IssueIndex issue) const {
    const case_model::Issues& issues = naive_.subject().issues;
    std::size_t stride = 1;
    for (std::size_t i = issue.value + 1; i < issues.size(); ++i)
      stride *= issues[IssueIndex(i)].options.size();
    const std::size_t options = issues[issue].options.size();
    const std::size_t first = number - number / stride % options * stride;
    double best = gains_[k][first];
    for (std::size_t o = 1; o < options; ++o) best = std::max(best, gains_[k][first + o * stride]);
    return best;
  }

 private:
  const NaiveAcceptance& naive_;
  std::vector<Package> combinations_;
  std::vector<PackageFacts> facts_;
  std::vector<std::vector<double>> gains_;
  bool near_tie_ = false;
};

// By k: the bits of the limits that do not name the issue.
std::vector<std::uint64_t> limits_not_naming(const NaiveAcceptance& naive, IssueIndex issue) {
  std::vector<std::uint64_t> kept(naive.parties().size(), 0);
  for (std::size_t k = 0; k < kept.size(); ++k) {
    const auto& limits = naive.standing().limits_of[naive.parties()[k]];
    for (std::size_t j = 0; j < limits.size(); ++j) {
      const auto named = case_model::issues_named(naive.standing().limits[limits[j].value].forbids);
      if (std::find(named.begin(), named.end(), issue) == named.end()) kept[k] |= std::uint64_t{1} << j;
    }
  }
  return kept;
}

bool opens(const NaiveAcceptance& naive, const PackagesWithFacts& all, const GainTable& gains,
           std::size_t scenario, IssueIndex issue, const std::vector<std::uint64_t>& kept) {
  for (std::size_t x = 0; x < all.packages.size(); ++x) {
    const auto number =
        static_cast<std::size_t>(case_model::number_of(naive.subject().issues, all.packages[x]));
    bool accepted = true;
    for (std::size_t k = 0; accepted && k < naive.parties().size(); ++k) {
      if (!all.facts[x][k].asked) continue;
      const PartyFacts facts{true, all.facts[x][k].forbidden_by & kept[k], {}};
      accepted = naive.accepts(k, scenario, facts, gains.best_gain(k, number, issue));
    }
    if (accepted) return true;
  }
  return false;
}

bool has_zone(const NaiveAcceptance& naive, const PackagesWithFacts& all, std::size_t scenario) {
  for (std::size_t x = 0; x < all.packages.size(); ++x) {
    if (naive.all_accept(scenario, all.packages[x], all.facts[x]).accept) return true;
  }
  return false;
}

}  // namespace

VerifyReport verify_issue_effects(const NaiveAcceptance& naive, const PackagesWithFacts& all,
                                  const BlockersFinding& blockers, const VerifyOptions& options) {
  const std::vector<IssueIndex> issues = naive.subject().issues.indices();
  std::vector<std::vector<std::uint64_t>> kept;
  for (const IssueIndex issue : issues) kept.push_back(limits_not_naming(naive, issue));
  std::vector<std::size_t> opened(issues.size(), 0);
  std::size_t near_ties = 0;
  GainTable gains(naive);
  for (std::size_t s = 0; s < naive.count(); ++s) {
    if (has_zone(naive, all, s)) continue;
    gains.load(s);
    if (gains.near_tie()) ++near_ties;
    for (const IssueIndex issue : issues) {
      if (opens(naive, all, gains, s, issue, kept[issue.value])) ++opened[issue.value];
    }
  }
  VerifyReport report;
  const auto count = static_cast<double>(naive.count());
  Check check(report, options, "hardest issues", static_cast<double>(near_ties) / count);
  check.equal("the number of issues", blockers.hardest_issues.size(), issues.size());
  for (const findings::IssueEffect& effect : blockers.hardest_issues) {
    check.share("the effect of " + naive.subject().issues[effect.issue].id, effect.unblocking_effect.value,
                static_cast<double>(opened[effect.issue.value]) / count);
  }
  check.holds(
      "the largest effect comes first",
      std::is_sorted(blockers.hardest_issues.begin(), blockers.hardest_issues.end(),
                     [](auto& a, auto& b) { return a.unblocking_effect.value > b.unblocking_effect.value; }));
  return report;
}

}  // namespace modus::verify

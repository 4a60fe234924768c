#include "modus/verify/verify_packages.h"

#include <algorithm>

#include "modus/verify/verify_package.h"

namespace modus::verify {
namespace {

using case_model::Package;
using findings::CommonElement;
using findings::Family;
using findings::PackagesFinding;
using findings::Term;

// An element counts as common ground by being in the zone so often, of so many scenarios with a zone.
constexpr double kCommonInZone = 0.8;
constexpr std::size_t kFewestWithZone = 20;

bool has_all(const Package& package, const std::vector<Term>& terms) {
  return std::all_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return package[term.issue] == term.option; });
}

void check_members(const Family& family, Check& check) {
  for (const findings::PackageView& member : family.packages) {
    check.holds("each member has what the family has in common", has_all(member.package, family.common));
    check.at_most("a member's joint acceptance", member.joint_acceptance.value, family.acceptance_high);
  }
  check.holds("the family has members", !family.packages.empty() && family.members >= family.packages.size());
}

void check_range(const NaiveAcceptance& naive, const EveryPackage& every, const Family& family,
                 Check& check) {
  std::size_t least = naive.count(), most = 0;
  for (std::size_t x = 0; x < every.packages.size(); ++x) {
    if (every.joint(x) == 0 || !has_all(every.packages[x], family.common)) continue;
    least = std::min(least, every.joint(x));
    most = std::max(most, every.joint(x));
  }
  if (most == 0) least = 0;
  check.share("least joint acceptance", family.acceptance_low,
              static_cast<double>(least) / static_cast<double>(naive.count()));
  check.share("highest joint acceptance", family.acceptance_high,
              static_cast<double>(most) / static_cast<double>(naive.count()));
}

void check_first(const PackagesFinding& packages, Check& check) {
  bool all_one_sided = true;
  for (const Family& family : packages.families) {
    for (const auto& member : family.packages)
      all_one_sided = all_one_sided && member.one_sided_for.has_value();
  }
  if (packages.families.empty() || packages.families.front().packages.empty()) return;
  const bool one_sided = packages.families.front().packages.front().one_sided_for.has_value();
  check.holds("no one-sided package is listed first", !one_sided || all_one_sided);
}

void check_common_ground(const NaiveAcceptance& naive, const EveryPackage& every,
                         const PackagesFinding& packages, Check& check) {
  const case_model::Issues& issues = naive.subject().issues;
  for (const case_model::IssueIndex issue : issues.indices()) {
    for (const case_model::OptionIndex option : issues[issue].options.indices()) {
      const std::size_t seen = every.option_in_zone[issue.value][option.value];
      const double in_zone =
          every.zone == 0 ? 0 : static_cast<double>(seen) / static_cast<double>(every.zone);
      const bool common =
          every.zone >= kFewestWithZone && in_zone >= kCommonInZone && issues[issue].options.size() > 1;
      const std::string name = issues[issue].id + " = " + issues[issue].options[option].id;
      const auto listed = std::find_if(packages.common_ground.begin(), packages.common_ground.end(),
                                       [&](const CommonElement& element) {
                                         return element.term.issue == issue && element.term.option == option;
                                       });
      if (listed != packages.common_ground.end()) {
        check.share("how often the zone has " + name, listed->in_zone, in_zone);
        check.holds(name + " is said by all or mostly in the zone", listed->said_by_all || common);
      } else {
        check.holds(name + " is listed, being mostly in the zone", !common);
      }
    }
  }
}

}  // namespace

VerifyReport verify_packages(const NaiveAcceptance& naive, const EveryPackage* every,
                             const PackagesFinding& packages, const VerifyOptions& options) {
  VerifyReport report;
  const double slack =
      every == nullptr ? 0 : static_cast<double>(every->near_ties) / static_cast<double>(naive.count());
  for (std::size_t f = 0; f < packages.families.size(); ++f) {
    const Family& family = packages.families[f];
    const std::string name = "family " + std::to_string(f + 1);
    for (const findings::PackageView& member : family.packages) {
      report.add(verify_package(naive, member, "a package of " + name, options));
    }
    Check check(report, options, name, slack);
    check_members(family, check);
    if (every != nullptr) check_range(naive, *every, family, check);
  }
  Check check(report, options, "common ground", slack);
  check_first(packages, check);
  if (every != nullptr && every->near_ties == 0) check_common_ground(naive, *every, packages, check);
  return report;
}

}  // namespace modus::verify

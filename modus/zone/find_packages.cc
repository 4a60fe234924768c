#include "modus/zone/find_packages.h"

#include <iterator>
#include <utility>

#include "modus/zone/common_ground.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/families.h"

namespace modus::zone {

findings::PackagesFinding find_packages(const DrawnCase& drawn, const ZoneScan& scan,
                                        const Contested& contested, const base::Context& context) {
  findings::PackagesFinding finding;
  finding.contested = contested.issues;
  const PackageList& list = drawn.acceptance.list();
  const std::vector<FamilyFound> families = find_families(drawn, scan, contested, context);
  std::vector<case_model::Package> listed;
  for (const FamilyFound& family : families) {
    for (const PackageIndex package : family.listed) listed.push_back(list.package_at(package));
  }
  const auto scenarios = static_cast<double>(drawn.acceptance.scenario_count());
  auto views = describe_packages(drawn, contested, listed, context);
  auto next = std::make_move_iterator(views.begin());
  for (const FamilyFound& found : families) {
    findings::Family family;
    family.common = found.common;
    const auto last = next + static_cast<std::ptrdiff_t>(found.listed.size());
    family.packages.assign(next, last);
    next = last;
    family.acceptance_low = found.least / scenarios;
    family.acceptance_high = found.most / scenarios;
    family.members = found.members;
    finding.families.push_back(std::move(family));
  }
  finding.common_ground = find_common_ground(drawn, scan);
  return finding;
}

}  // namespace modus::zone

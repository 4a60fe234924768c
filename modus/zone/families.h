/// \file Families of packages: which issues tell them apart, and the best members of each. Private to this
/// room.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/findings/packages.h"
#include "modus/zone/contested.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::zone {

inline constexpr std::size_t kFewestFamilies = 3;
inline constexpr std::size_t kMostFamilies = 8;
inline constexpr std::size_t kMostMembersListed = 4;

/// Packages that share their options on the defining issues; at least one is accepted by all in some
/// scenario.
struct FamilyFound {
  std::vector<findings::Term> common;  ///< what all members that some scenario accepts share, by issue
  std::vector<PackageIndex> listed;    ///< best members, as PackagesFinding lists them
  std::uint32_t least = 0, most = 0;   ///< scenarios in which all accept a member; over members with any
  std::uint64_t members = 0;           ///< packages that meet the rules, accepted or not
};

/// Contested issues in their order, each that tells apart more families, until there are kFewestFamilies; one
/// that would make more than kMostFamilies is passed over (unless none is left: then the first, alone).
[[nodiscard]] std::vector<case_model::IssueIndex> defining_issues(const PackageList& list,
                                                                  const ZoneScan& scan,
                                                                  const Contested& contested);

/// Families in the order of PackagesFinding, at most kMostFamilies. Empty where no package is ever accepted
/// by all.
[[nodiscard]] std::vector<FamilyFound> find_families(const DrawnCase& drawn, const ZoneScan& scan,
                                                     const Contested& contested,
                                                     const base::Context& context);

}  // namespace modus::zone

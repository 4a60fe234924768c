/// \file What Acceptance holds, shared with the scanner. Private to this room.
#pragma once

#include "modus/zone/acceptance.h"

namespace modus::zone {

/// One asked party. Blocks in which just the same adjustments are met at the same bits are of one class and
/// share their tail sums.
struct AskedInside {
  AskedParty asked;
  const findings::PartyScenarios* wants = nullptr;
  const std::vector<BlockColumn>* adjustments = nullptr;
  std::vector<std::uint32_t> class_of_block;
  std::vector<std::size_t> block_of_class;  ///< the first block of each class

  [[nodiscard]] const double* values(std::size_t scenario) const {
    return wants->values.data() + scenario * wants->options;
  }
  [[nodiscard]] double adjustment(std::size_t scenario, std::size_t k) const {
    return wants->adjustments[scenario * wants->adjustments_per_scenario + k];
  }
};

/// Where the terms of one package stand in a row of a party's tables: what does not change over the scenarios.
struct PackageTerms {
  std::vector<std::size_t> head, tail;   ///< places in a row of values, by issue rising
  std::vector<std::size_t> adjustments;  ///< those the package meets, rising
};

struct Acceptance::Inside {
  const PackageList* list = nullptr;
  const findings::Scenarios* scenarios = nullptr;
  std::vector<AskedParty> asked;
  std::vector<AskedInside> asked_inside;                           ///< beside `asked`
  base::IndexedVector<case_model::PartyIndex, std::size_t> place;  ///< in `asked`; its size where not asked
  base::IndexedVector<case_model::LimitIndex, BlockColumn> forbids;
  base::IndexedVector<case_model::LimitIndex, std::uint64_t> issues_of_limit;  ///< bit i: names issue i
  base::IndexedVector<case_model::LimitIndex, case_model::PartyIndex> party_of_limit;
  base::IndexedVector<case_model::LimitIndex, std::size_t> bit_of_limit;  ///< in PartyScenarios::real_limits
  base::IndexedVector<case_model::PartyIndex, std::vector<case_model::LimitIndex>> limits_of;
  std::vector<std::uint16_t> head_options;  ///< [block * head issues + h]

  [[nodiscard]] const AskedInside& of(case_model::PartyIndex party) const {
    return asked_inside[place[party]];
  }
  /// Sum of the head issues' terms in a block, in units.
  [[nodiscard]] double head_sum(const AskedInside& party, std::size_t scenario, std::size_t block) const;
  /// Value of a package in units, summed in the order of acceptance.h.
  [[nodiscard]] double value(const AskedInside& party, std::size_t scenario, PackageIndex package) const;
  [[nodiscard]] PackageTerms terms_of(const AskedInside& party, PackageIndex package) const;
  /// The same value by the package's terms: what to use for one package in many scenarios.
  [[nodiscard]] static double value(const AskedInside& party, std::size_t scenario, const PackageTerms& terms);
  /// Value at least the no-deal value.
  [[nodiscard]] bool passes_no_deal(const AskedInside& party, std::size_t scenario,
                                    PackageIndex package) const;
};

}  // namespace modus::zone

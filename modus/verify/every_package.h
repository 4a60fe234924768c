/// \file One slow walk over all scenarios and packages that counts what the zone and the packages are told
/// by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "modus/verify/naive_acceptance.h"

namespace modus::verify {

/// Counts of scenarios unless said otherwise.
struct EveryPackage {
  std::vector<case_model::Package> packages;  ///< all that meet the rules, by number
  std::vector<std::size_t> even, odd;  ///< by package: all accept it, at even and odd places inside a chain
  std::size_t zone = 0, zone_odd = 0;  ///< all accept some package; those at odd places
  std::vector<bool> has_zone;             ///< by scenario
  std::vector<std::size_t> zone_without;  ///< by k: all but parties()[k] accept some package
  std::vector<std::uint64_t> accepted;    ///< by k: pairs of scenario and package that it accepts
  std::vector<std::vector<std::size_t>> option_in_zone;  ///< by issue, option: the zone has it
  std::size_t near_ties = 0;                             ///< rounding could decide about some package

  [[nodiscard]] std::size_t joint(std::size_t package) const { return even[package] + odd[package]; }
};

/// Combinations of options, as evaluations: times parties, times scenarios.
[[nodiscard]] double evaluations_of_all(const NaiveAcceptance& naive);

/// Whether the scenario is at an odd place inside its chain.
[[nodiscard]] bool is_odd_place(const findings::Scenarios& scenarios, std::size_t scenario);

/// Precondition: the combinations can be counted in 64 bits.
[[nodiscard]] std::vector<case_model::Package> list_packages(const case_model::Case& subject);

/// Cost: evaluations_of_all.
[[nodiscard]] EveryPackage count_every_package(const NaiveAcceptance& naive);

}  // namespace modus::verify

/// \file The space of all packages as numbers: mixed radix, the last issue fastest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "modus/case_model/case.h"

namespace modus::case_model {

/// More packages than this are not listed one by one.
inline constexpr std::uint64_t kMaxListedPackages = 10'000'000;

/// How many combinations of options there are, rules aside; nothing where that exceeds 2^63.
[[nodiscard]] std::optional<std::uint64_t> count_combinations(const Issues& issues);
/// The same as a decimal text of any length.
[[nodiscard]] std::string count_combinations_text(const Issues& issues);

/// Precondition for both: count_combinations() has a value, and number is below it.
[[nodiscard]] Package package_at(const Issues& issues, std::uint64_t number);
[[nodiscard]] std::uint64_t number_of(const Issues& issues, const Package& package);

/// "crews = phased and wages = 6"
[[nodiscard]] std::string write_package(const Issues& issues, const Package& package);

}  // namespace modus::case_model

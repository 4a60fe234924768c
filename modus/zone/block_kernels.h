/// \file The loops that nearly all time goes into, as vector code for each processor (run-time dispatch).
/// Every target gives the same bits: one addition and one comparison in double an element, no reordering.
#pragma once

#include <cstddef>
#include <cstdint>

#include "modus/zone/package_list.h"

namespace modus::zone {

/// Bit j of `out` is set where head + tail[j] >= threshold. `tail` has words * 64 elements.
void mark_at_least(const double* tail, std::size_t words, double head, double threshold, Word* out);

/// How many bits are set in both.
[[nodiscard]] std::uint64_t count_in_both(const Word* a, const Word* b, std::size_t words);

/// Vertical counters: bit b of plane k is digit k of the count of bit b. Plane k holds words
/// planes[k * words .. (k + 1) * words).
inline constexpr std::size_t kPlanes = 6;
/// A counter holds at most this much; then it must be emptied.
inline constexpr std::size_t kPlaneCapacity = 63;

/// Adds one to the counters of all bits set in `bits`.
void add_to_planes(const Word* bits, std::size_t words, Word* planes);

/// Adds the counters to counts[0 .. words * 64) and sets them to 0.
void empty_planes(Word* planes, std::size_t words, std::uint32_t* counts);

}  // namespace modus::zone

#include "modus/zone/block_kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "modus/zone/block_kernels.cc"
#include <hwy/foreach_target.h>  // before highway.h: includes this file once a target
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace modus::zone::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// At most eight lanes, so that a vector's mask fits a byte on every target.
using Doubles = hn::CappedTag<double, 8>;
using Words = hn::CappedTag<std::uint64_t, 8>;

void mark_at_least(const double* HWY_RESTRICT tail, std::size_t words, double head, double threshold,
                   Word* HWY_RESTRICT out) {
  const Doubles d;
  const std::size_t lanes = hn::Lanes(d);
  const auto heads = hn::Set(d, head);
  const auto thresholds = hn::Set(d, threshold);
  for (std::size_t w = 0; w < words; ++w) {
    Word word = 0;
    for (std::size_t j = 0; j < 64; j += lanes) {
      const auto reached = hn::Ge(hn::Add(heads, hn::LoadU(d, tail + w * 64 + j)), thresholds);
      std::uint8_t bits = 0;
      hn::StoreMaskBits(d, reached, &bits);
      word |= Word{bits} << j;
    }
    out[w] = word;
  }
}

std::uint64_t count_in_both(const Word* HWY_RESTRICT a, const Word* HWY_RESTRICT b, std::size_t words) {
  const Words d;
  const std::size_t lanes = hn::Lanes(d);
  auto sum = hn::Zero(d);
  std::size_t w = 0;
  for (; w + lanes <= words; w += lanes) {
    sum = hn::Add(sum, hn::PopulationCount(hn::And(hn::LoadU(d, a + w), hn::LoadU(d, b + w))));
  }
  std::uint64_t count = hn::GetLane(hn::SumOfLanes(d, sum));
  for (; w < words; ++w) count += hwy::PopCount(a[w] & b[w]);
  return count;
}

void add_to_planes(const Word* HWY_RESTRICT bits, std::size_t words, Word* HWY_RESTRICT planes) {
  const Words d;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t w = 0;
  for (; w + lanes <= words; w += lanes) {
    auto carry = hn::LoadU(d, bits + w);
    for (std::size_t k = 0; k < kPlanes; ++k) {
      const auto digit = hn::LoadU(d, planes + k * words + w);
      hn::StoreU(hn::Xor(digit, carry), d, planes + k * words + w);
      carry = hn::And(digit, carry);
    }
  }
  for (; w < words; ++w) {
    Word carry = bits[w];
    for (std::size_t k = 0; k < kPlanes; ++k) {
      Word& digit = planes[k * words + w];
      const Word before = digit;
      digit ^= carry;
      carry &= before;
    }
  }
}

}  // namespace modus::zone::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <array>

namespace modus::zone {
namespace {

HWY_EXPORT(mark_at_least);
HWY_EXPORT(count_in_both);
HWY_EXPORT(add_to_planes);

/// The eight bits of a byte as eight bytes of 0 or 1.
constexpr std::array<std::uint64_t, 256> kSpread = [] {
  std::array<std::uint64_t, 256> spread{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    for (std::size_t bit = 0; bit < 8; ++bit) spread[byte] |= std::uint64_t{byte >> bit & 1U} << (8 * bit);
  }
  return spread;
}();

}  // namespace

void mark_at_least(const double* tail, std::size_t words, double head, double threshold, Word* out) {
  HWY_DYNAMIC_DISPATCH(mark_at_least)(tail, words, head, threshold, out);
}

std::uint64_t count_in_both(const Word* a, const Word* b, std::size_t words) {
  return HWY_DYNAMIC_DISPATCH(count_in_both)(a, b, words);
}

void add_to_planes(const Word* bits, std::size_t words, Word* planes) {
  HWY_DYNAMIC_DISPATCH(add_to_planes)(bits, words, planes);
}

void empty_planes(Word* planes, std::size_t words, std::uint32_t* counts) {
  for (std::size_t w = 0; w < words; ++w) {
    for (std::size_t byte = 0; byte < 8; ++byte) {
      std::uint64_t eight_counts = 0;
      for (std::size_t k = 0; k < kPlanes; ++k) {
        eight_counts += kSpread[planes[k * words + w] >> (8 * byte) & 0xffU] << k;
      }
      for (std::size_t bit = 0; bit < 8; ++bit) {
        counts[w * 64 + byte * 8 + bit] += static_cast<std::uint32_t>(eight_counts >> (8 * bit) & 0xffU);
      }
    }
  }
  std::fill(planes, planes + kPlanes * words, 0);
}

}  // namespace modus::zone
#endif  // HWY_ONCE

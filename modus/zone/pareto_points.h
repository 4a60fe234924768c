/// \file Sets of undominated points: merged, pruned, counted. Private to the frontier search.
///
/// A list is sorted by the first coordinate, falling; ties by the second, and so on. In an undominated list no point is
/// as good as another everywhere; equal points are one, whose count is the sum.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace modus::zone {

template <std::size_t P>
struct ParetoPoint {
  std::array<std::int64_t, P> at{};
  std::uint64_t count = 1;   ///< packages that come to it; the largest number stands for itself and more
  std::uint32_t trace = 0;   ///< how it was come by
  std::uint32_t option = 0;  ///< what was chosen last, until that is traced too
};

template <std::size_t P>
using ParetoList = std::vector<ParetoPoint<P>>;

inline std::uint64_t add_counts(std::uint64_t one, std::uint64_t other) {
  const std::uint64_t sum = one + other;
  return sum < one ? std::numeric_limits<std::uint64_t>::max() : sum;
}
inline std::uint64_t multiply_counts(std::uint64_t one, std::uint64_t other) {
  std::uint64_t product = 0;
  return __builtin_mul_overflow(one, other, &product) ? std::numeric_limits<std::uint64_t>::max() : product;
}

template <std::size_t P>
bool as_good(const ParetoPoint<P>& one, const ParetoPoint<P>& other) {
  for (std::size_t p = 0; p < P; ++p) {
    if (one.at[p] < other.at[p]) return false;
  }
  return true;
}

/// Takes points in falling order and keeps those that none before beats. `earlier(a, b)`: of two equal points, whether
/// the package of a has the lower number.
template <std::size_t P, class Earlier>
class Sweep {
 public:
  explicit Sweep(ParetoList<P>& kept, const Earlier& earlier) : kept_(kept), earlier_(earlier) {}

  void take(const ParetoPoint<P>& point) {
    if (!kept_.empty() && kept_.back().at == point.at) {
      const std::uint64_t count = add_counts(kept_.back().count, point.count);
      if (earlier_(point, kept_.back())) kept_.back() = point;
      kept_.back().count = count;
    } else if (!beaten(point)) {
      kept_.push_back(point);
    }
  }

 private:
  [[nodiscard]] bool beaten(const ParetoPoint<P>& point) {
    if constexpr (P == 1) {
      return !kept_.empty();
    } else if constexpr (P == 2) {
      if (!kept_.empty() && kept_.back().at[1] >= point.at[1]) return true;
      return false;
    } else if constexpr (P == 3) {
      return beaten_on_stairs(point.at[1], point.at[2]);
    } else {
      // Who beat the last one often beats the next.
      if (last_ < kept_.size() && as_good(kept_[last_], point)) return true;
      for (std::size_t n = 0; n < kept_.size(); ++n) {
        if (as_good(kept_[n], point)) {
          last_ = n;
          return true;
        }
      }
      return false;
    }
  }
  /// The stairs: second coordinate rising, third falling. Puts the point on them unless it is beaten.
  [[nodiscard]] bool beaten_on_stairs(std::int64_t second, std::int64_t third) {
    const auto right = std::lower_bound(stairs_.begin(), stairs_.end(), second,
                                        [](const auto& stair, std::int64_t value) { return stair.first < value; });
    if (right != stairs_.end() && right->second >= third) return true;
    auto left = right;
    while (left != stairs_.begin() && std::prev(left)->second <= third) --left;
    const bool same = right != stairs_.end() && right->first == second;
    const auto end = same ? std::next(right) : right;
    if (left == end) {
      stairs_.insert(left, {second, third});
    } else {
      *left = {second, third};
      stairs_.erase(std::next(left), end);
    }
    return false;
  }

  ParetoList<P>& kept_;
  const Earlier& earlier_;
  std::vector<std::pair<std::int64_t, std::int64_t>> stairs_;
  std::size_t last_ = 0;
};

/// The undominated points of two such lists. O(sum of both) for one or two coordinates.
template <std::size_t P, class Earlier>
ParetoList<P> merge_undominated(const ParetoList<P>& one, const ParetoList<P>& other, const Earlier& earlier) {
  ParetoList<P> kept;
  kept.reserve(one.size() + other.size());
  Sweep<P, Earlier> sweep(kept, earlier);
  auto a = one.begin();
  auto b = other.begin();
  while (a != one.end() && b != other.end()) {
    sweep.take(a->at >= b->at ? *a++ : *b++);
  }
  while (a != one.end()) sweep.take(*a++);
  while (b != other.end()) sweep.take(*b++);
  return kept;
}

/// Of many lists, merged two by two.
template <std::size_t P, class Earlier>
ParetoList<P> merge_undominated(std::vector<ParetoList<P>> lists, const Earlier& earlier) {
  if (lists.empty()) return {};
  while (lists.size() > 1) {
    std::vector<ParetoList<P>> merged;
    for (std::size_t n = 0; n + 1 < lists.size(); n += 2) merged.push_back(merge_undominated(lists[n], lists[n + 1], earlier));
    if (lists.size() % 2 == 1) merged.push_back(std::move(lists.back()));
    lists = std::move(merged);
  }
  return std::move(lists.front());
}

}  // namespace modus::zone

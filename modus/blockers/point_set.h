/// \file Sets of sticking points. Up to 64 points a set is one word; beyond, as many as it takes.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace modus::blockers {

/// A set of the points 0 .. points-1. Sets that are compared or combined must have been made for the same
/// number of points. Ordered by size, then by members (the set with the lower point first), so that sorting
/// puts the smallest sets first.
class PointSet {
 public:
  PointSet() = default;
  explicit PointSet(std::size_t points) : rest_(points > 64 ? (points - 1) / 64 : 0, 0) {}

  void add(std::size_t point) { word(point) |= bit(point); }
  void remove(std::size_t point) { word(point) &= ~bit(point); }
  [[nodiscard]] bool has(std::size_t point) const {
    return ((point < 64 ? first_ : rest_[point / 64 - 1]) & bit(point)) != 0;
  }
  [[nodiscard]] bool empty() const;
  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] std::vector<std::size_t> members() const;  ///< rising

  [[nodiscard]] bool is_subset_of(const PointSet& other) const {
    if ((first_ & ~other.first_) != 0) return false;
    for (std::size_t w = 0; w < rest_.size(); ++w) {
      if ((rest_[w] & ~other.rest_[w]) != 0) return false;
    }
    return true;
  }
  [[nodiscard]] bool intersects(const PointSet& other) const {
    if ((first_ & other.first_) != 0) return true;
    for (std::size_t w = 0; w < rest_.size(); ++w) {
      if ((rest_[w] & other.rest_[w]) != 0) return true;
    }
    return false;
  }
  PointSet& operator|=(const PointSet& other);
  PointSet& operator&=(const PointSet& other);
  friend PointSet operator|(PointSet a, const PointSet& b) { return a |= b; }
  friend PointSet operator&(PointSet a, const PointSet& b) { return a &= b; }

  friend bool operator==(const PointSet&, const PointSet&) = default;
  friend std::strong_ordering operator<=>(const PointSet& a, const PointSet& b);

 private:
  static std::uint64_t bit(std::size_t point) { return std::uint64_t{1} << (point % 64); }
  std::uint64_t& word(std::size_t point) { return point < 64 ? first_ : rest_[point / 64 - 1]; }

  std::uint64_t first_ = 0;
  std::vector<std::uint64_t> rest_;
};

}  // namespace modus::blockers

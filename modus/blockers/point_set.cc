#include "modus/blockers/point_set.h"

#include <bit>

namespace modus::blockers {
namespace {

/// Of two words that differ, the one with the lower lowest differing bit set comes first.
std::strong_ordering compare_words(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t differing = a ^ b;
  if (differing == 0) return std::strong_ordering::equal;
  const std::uint64_t lowest = differing & (~differing + 1);
  return (a & lowest) != 0 ? std::strong_ordering::less : std::strong_ordering::greater;
}

void list_members(std::uint64_t word, std::size_t offset, std::vector<std::size_t>& members) {
  for (; word != 0; word &= word - 1) {
    members.push_back(offset + static_cast<std::size_t>(std::countr_zero(word)));
  }
}

}  // namespace

bool PointSet::empty() const {
  if (first_ != 0) return false;
  for (const std::uint64_t word : rest_) {
    if (word != 0) return false;
  }
  return true;
}

std::size_t PointSet::count() const {
  int total = std::popcount(first_);
  for (const std::uint64_t word : rest_) total += std::popcount(word);
  return static_cast<std::size_t>(total);
}

std::vector<std::size_t> PointSet::members() const {
  std::vector<std::size_t> all;
  list_members(first_, 0, all);
  for (std::size_t w = 0; w < rest_.size(); ++w) list_members(rest_[w], 64 * (w + 1), all);
  return all;
}

PointSet& PointSet::operator|=(const PointSet& other) {
  first_ |= other.first_;
  for (std::size_t w = 0; w < rest_.size(); ++w) rest_[w] |= other.rest_[w];
  return *this;
}

PointSet& PointSet::operator&=(const PointSet& other) {
  first_ &= other.first_;
  for (std::size_t w = 0; w < rest_.size(); ++w) rest_[w] &= other.rest_[w];
  return *this;
}

std::strong_ordering operator<=>(const PointSet& a, const PointSet& b) {
  if (const auto by_size = a.count() <=> b.count(); by_size != 0) return by_size;
  if (const auto by_first = compare_words(a.first_, b.first_); by_first != 0) return by_first;
  for (std::size_t w = 0; w < a.rest_.size(); ++w) {
    if (const auto by_word = compare_words(a.rest_[w], b.rest_[w]); by_word != 0) return by_word;
  }
  return std::strong_ordering::equal;
}

}  // namespace modus::blockers

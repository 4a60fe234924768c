/// \file Indices that cannot be mixed up, and vectors that only their own index opens.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace modus::base {

/// The position of a thing of kind Tag in the list that owns it; 0-based. Never converts from a bare int.
template <class Tag>
struct Index {
  std::uint32_t value = 0;
  Index() = default;
  constexpr explicit Index(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
  friend auto operator<=>(const Index&, const Index&) = default;
};

/// A vector opened by its own index type. `indices()` counts through it in order.
template <class I, class T>
class IndexedVector {
 public:
  IndexedVector() = default;
  explicit IndexedVector(std::size_t count, T value = T()) : items_(count, value) {}
  IndexedVector(std::initializer_list<T> items) : items_(items) {}

  decltype(auto) operator[](I i) { return items_[i.value]; }
  decltype(auto) operator[](I i) const { return items_[i.value]; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  void push_back(T item) { items_.push_back(std::move(item)); }
  void assign(std::size_t count, T value) { items_.assign(count, value); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  [[nodiscard]] const std::vector<T>& raw() const { return items_; }
  [[nodiscard]] std::vector<T>& raw() { return items_; }
  [[nodiscard]] std::vector<I> indices() const {
    std::vector<I> all;
    for (std::size_t i = 0; i < items_.size(); ++i) all.emplace_back(i);
    return all;
  }
  friend bool operator==(const IndexedVector&, const IndexedVector&) = default;

 private:
  std::vector<T> items_;
};

}  // namespace modus::base

/// \file Sorting by a key that is dear to make.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace modus::base {

/// Sorts by key(item), made once an item; equal keys keep their order.
template <class T, class Key>
void sort_by(std::vector<T>& items, Key key) {
  std::vector<std::pair<decltype(key(items.front())), std::size_t>> keys;
  for (std::size_t i = 0; i < items.size(); ++i) keys.emplace_back(key(items[i]), i);
  std::sort(keys.begin(), keys.end());
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const auto& [unused, i] : keys) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

}  // namespace modus::base

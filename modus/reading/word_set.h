/// \file Small sets of words fixed when the program is compiled.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace modus::reading {

/// Words in any order of writing; asking is a binary search. WordSet{"in", "at"}.has("at").
template <std::size_t N>
class WordSet {
 public:
  template <class... Words>
  consteval explicit WordSet(Words... words) : words_{std::string_view(words)...} {
    std::sort(words_.begin(), words_.end());
  }
  [[nodiscard]] constexpr bool has(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), word);
  }

 private:
  std::array<std::string_view, N> words_;
};

template <class... Words>
WordSet(Words...) -> WordSet<sizeof...(Words)>;

}  // namespace modus::reading

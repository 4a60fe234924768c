/// \file Whole numbers without a largest: how many packages there are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace modus::base {

/// Wide enough for most counts, and quick.
__extension__ typedef unsigned __int128 WideCount;

/// 0 and up, exact.
class BigCount {
 public:
  BigCount(WideCount number = 0);  // NOLINT: a count is a number
  BigCount& operator+=(const BigCount& more);
  BigCount& operator*=(std::uint64_t by);
  friend BigCount operator*(const BigCount& one, const BigCount& other);
  friend bool operator==(const BigCount&, const BigCount&) = default;
  /// Decimal digits.
  [[nodiscard]] std::string text() const;
  /// Nearest double; infinite where it is too large for one.
  [[nodiscard]] double value() const;

 private:
  std::vector<std::uint32_t> digits_;  ///< base 10^9, lowest first, no leading zeros
};

}  // namespace modus::base

/// \file Decimal numbers as a person wrote them, and ranges of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace modus::base {

/// A decimal number kept exactly: units / 10^places. At most 15 significant digits and 12 places.
struct Decimal {
  std::int64_t units = 0;
  int places = 0;
  [[nodiscard]] double value() const;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Reads "12", "-0.35", "+4.", ".5" or "1e-3" whole; nothing for anything else or more digits than fit.
/// Trailing zeros after the point are dropped, so that equal numbers compare equal.
[[nodiscard]] std::optional<Decimal> read_decimal(std::string_view text);
/// The shortest decimal text: no exponent, no trailing zeros, "-0" is "0".
[[nodiscard]] std::string write_decimal(const Decimal& number);

/// low .. high, both ends included; exact where they are equal.
struct Interval {
  Decimal low, high;
  [[nodiscard]] bool exact() const { return low == high; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// Reads "0.4" or "0.3..0.6". Says nothing about the order of the ends.
[[nodiscard]] std::optional<Interval> read_interval(std::string_view text);
[[nodiscard]] std::string write_interval(const Interval& interval);

/// The shortest text that reads back as the same double ("nan", "inf" for those).
[[nodiscard]] std::string write_number(double number);
/// With a fixed number of places after the point.
[[nodiscard]] std::string write_fixed(double number, int places);

}  // namespace modus::base

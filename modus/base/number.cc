#include "modus/base/number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace modus::base {
namespace {

constexpr int kMaxPlaces = 12;
constexpr std::int64_t kMaxUnits = 999'999'999'999'999;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads the digits with one optional point; leaves the rest in `text`.
std::optional<Decimal> read_digits(std::string_view& text) {
  Decimal number;
  bool point = false;
  bool any = false;
  while (!text.empty() && (is_digit(text.front()) || (text.front() == '.' && !point))) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '.') {
      point = true;
      continue;
    }
    any = true;
    if (number.units > kMaxUnits / 10) return std::nullopt;
    number.units = number.units * 10 + (c - '0');
    if (point) ++number.places;
  }
  if (!any) return std::nullopt;
  return number;
}

std::optional<Decimal> with_exponent(Decimal number, int exponent) {
  number.places -= exponent;
  while (number.places > 0 && number.units % 10 == 0) {
    number.units /= 10;
    --number.places;
  }
  if (number.units == 0) return Decimal{};
  for (; number.places < 0; ++number.places) {
    if (number.units > kMaxUnits / 10) return std::nullopt;
    number.units *= 10;
  }
  if (number.places > kMaxPlaces) return std::nullopt;
  return number;
}

}  // namespace

double Decimal::value() const {
  static constexpr std::array<double, kMaxPlaces + 1> kPowers = {1,   1e1, 1e2, 1e3, 1e4,  1e5, 1e6,
                                                                 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
  return static_cast<double>(units) / kPowers[static_cast<std::size_t>(places)];
}

std::optional<Decimal> read_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  std::optional<Decimal> number = read_digits(text);
  if (!number) return std::nullopt;
  int exponent = 0;
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    if (text.size() > 1 && text.front() == '+' && is_digit(text[1])) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc() || std::abs(exponent) > 30) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  if (!text.empty()) return std::nullopt;
  number = with_exponent(*number, exponent);
  if (number && negative) number->units = -number->units;
  return number;
}

std::string write_decimal(const Decimal& number) {
  std::string digits = std::to_string(std::abs(number.units));
  const auto places = static_cast<std::size_t>(number.places);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (number.units < 0 ? "-" : "") + digits;
}

std::optional<Interval> read_interval(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto number = read_decimal(text);
    if (!number) return std::nullopt;
    return Interval{*number, *number};
  }
  const auto low = read_decimal(text.substr(0, dots));
  const auto high = read_decimal(text.substr(dots + 2));
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

std::string write_interval(const Interval& interval) {
  if (interval.exact()) return write_decimal(interval.low);
  return write_decimal(interval.low) + ".." + write_decimal(interval.high);
}

std::string write_number(double number) {
  std::array<char, 40> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return std::string(buffer.data(), end);
}

std::string write_fixed(double number, int places) {
  std::array<char, 400> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, places);
  std::string text(buffer.data(), end);
  if (text.find_first_of("123456789") == std::string::npos && text.front() == '-') text.erase(0, 1);
  return text;
}

}  // namespace modus::base

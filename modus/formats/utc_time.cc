#include "modus/formats/utc_time.h"

#include <array>
#include <cstdio>

#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

constexpr std::size_t kDayLength = 10;  ///< of "2026-03-14"
constexpr std::size_t kTimeLength = 20;

/// The digits from `place` on, all of them or nothing.
std::optional<int> digits(std::string_view text, std::size_t place, std::size_t count) {
  int value = 0;
  for (std::size_t i = place; i < place + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::optional<std::chrono::sys_seconds> read_utc_time(std::string_view text) {
  const bool shaped = text.size() == kTimeLength && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z';
  const auto day = shaped ? read_iso_day(text.substr(0, kDayLength)) : std::nullopt;
  if (!day) return std::nullopt;
  const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *day + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::string write_utc_time(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 16> text = {};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return write_day(day) + text.data();
}

}  // namespace modus::formats

#include "modus/brief/words.h"

#include <fmt/format.h>

#include <cmath>

#include "modus/case_model/likelihood.h"

namespace modus::brief {
namespace {

constexpr double kStep = 0.05;
/// Probabilities come as sums of many shares; this much either way is no difference.
constexpr double kSlack = 1e-9;

std::string_view month(unsigned number) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return kNames[(number - 1) % kNames.size()];
}

}  // namespace

double rounded(double probability) {
  if (probability < kStep - kSlack) return 0;
  if (probability > 1 - kStep + kSlack) return 1;
  return std::round(probability / kStep) * kStep;
}

std::string percent(double probability) {
  const double shown = rounded(probability);
  if (shown <= 0) return "under 5\u00A0%";
  if (shown >= 1) return "over 95\u00A0%";
  return fmt::format("{:.0f}\u00A0%", shown * 100);
}

std::string likelihood(double probability) {
  return std::string(case_model::likelihood_word(rounded(probability) + kSlack));
}

std::string chance(double probability) {
  return fmt::format("{} ({})", percent(probability), likelihood(probability));
}

std::string chance_range(double low, double high) {
  if (percent(low) == percent(high)) return chance(low);
  const std::string from = likelihood(low), to = likelihood(high);
  const std::string words = from == to ? from : from + " to " + to;
  return fmt::format("{} to {} ({})", percent(low), percent(high), words);
}

std::string lies_within(double low, double high) {
  return (percent(low) == percent(high) ? "stays at " : "lies from ") + chance_range(low, high);
}

std::string bare_difference(double size) {
  const double shown = std::round(std::abs(size) / kStep) * kStep;
  return std::abs(size) < kStep - kSlack ? "under 5" : fmt::format("{:.0f}", shown * 100);
}

std::string difference(double size) { return bare_difference(size) + " percentage points"; }

std::string points(double value) {
  const double shown = std::round(value);
  if (shown == 0) return value == 0 ? "0\u00A0points" : "under 1\u00A0point";
  return fmt::format("{:.0f}\u00A0point{}", shown, std::abs(shown) == 1 ? "" : "s");
}

std::string distance(double value) {
  if (value < 5) return "a little";
  if (value < 15) return "some way";
  return value < 30 ? "a long way" : "a very long way";
}

std::string count(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, ",");
  return digits;
}

std::string say_day(case_model::Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{}\u00A0{} {}", static_cast<unsigned>(date.day()),
                     month(static_cast<unsigned>(date.month())), static_cast<int>(date.year()));
}

std::string say_days(const case_model::Days& days) {
  if (days.first == days.last) return say_day(days.first);
  const std::chrono::year_month_day first(days.first), last(days.last);
  if (first.year() == last.year() && first.month() == last.month()) {
    return fmt::format("{} to {}", static_cast<unsigned>(first.day()), say_day(days.last));
  }
  return say_day(days.first) + " to " + say_day(days.last);
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace modus::brief

#include "modus/documents/day_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Whether `word` is `name` or its first `least` letters or more of it, in any case, with a full stop or none.
bool names(std::string_view word, std::string_view name, std::size_t least) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return word.size() >= least && word.size() <= name.size() && starts_with_no_case(name, to_lower(word));
}

// Steps through a text: each step takes something at the current place, or nothing.
class Steps {
 public:
  Steps(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }

  // A number of `least` to `most` digits, with no digit after it.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ <= most)
      value = value * 10 + (text_[end++] - '0');
    if (end - at_ < least || end - at_ > most) return std::nullopt;
    at_ = end;
    return value;
  }

  unsigned month() {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const unsigned found = month_of(text_.substr(at_, end - at_));
    if (found == 0) return 0;
    at_ = end < text_.size() && text_[end] == '.' ? end + 1 : end;
    return found;
  }

  bool take(std::string_view what) {
    if (!starts_with_no_case(text_.substr(std::min(at_, text_.size())), what)) return false;
    at_ += what.size();
    return true;
  }

  bool take_one_of(std::string_view marks) {
    if (at_ >= text_.size() || marks.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  void ordinal() {
    for (const std::string_view end : {"st", "nd", "rd", "th"}) {
      if (take(end)) return;
    }
  }

  // ", 2026" or " 2026" or "-2026".
  int year() {
    const std::size_t start = at_;
    take(",");
    if (take_one_of(" -")) {
      if (const auto found = number(4, 4); found && *found >= 1900 && *found < 2100) return *found;
    }
    at_ = start;
    return 0;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

bool is_real(const DayText& day) {
  namespace c = std::chrono;
  return c::year_month_day{c::year{day.year == 0 ? 2000 : day.year}, c::month{day.month}, c::day{day.day}}
      .ok();
}

std::optional<DayText> checked(DayText day, std::size_t begin, std::size_t end) {
  day.span = {begin, end};
  if (!is_real(day)) return std::nullopt;
  return day;
}

// "2026-05-03"
std::optional<DayText> year_first(std::string_view text, std::size_t at) {
  Steps steps(text, at);
  const auto year = steps.number(4, 4);
  if (!year || *year < 1900 || *year > 2099 || !steps.take_one_of("-/.")) return std::nullopt;
  const auto month = steps.number(1, 2);
  if (!month || !steps.take_one_of("-/.")) return std::nullopt;
  const auto day = steps.number(1, 2);
  if (!day) return std::nullopt;
  return checked({{}, *year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)}, at, steps.at());
}

// "25/03/2026", "03/25/2026", "03.05.2026"
std::optional<DayText> numbers_only(std::string_view text, std::size_t at) {
  Steps steps(text, at);
  const auto first = steps.number(1, 2);
  if (!first) return std::nullopt;
  const bool dots = steps.take(".");
  if (!dots && !steps.take_one_of("/-")) return std::nullopt;
  const auto second = steps.number(1, 2);
  if (!second || !steps.take_one_of(dots ? "." : "/-")) return std::nullopt;
  const auto year = steps.number(4, 4);
  if (!year) return std::nullopt;
  const bool month_first = !dots && *second > 12;
  const auto day = static_cast<unsigned>(month_first ? *second : *first);
  const auto month = static_cast<unsigned>(month_first ? *first : *second);
  const bool ambiguous = !dots && day <= 12 && month <= 12 && day != month;
  return checked({{}, *year, month, day, ambiguous}, at, steps.at());
}

// "3rd of May, 2026", "3-May-2026"
std::optional<DayText> day_first(std::string_view text, std::size_t at) {
  Steps steps(text, at);
  const auto day = steps.number(1, 2);
  if (!day) return std::nullopt;
  steps.ordinal();
  if (!steps.take_one_of(" -")) return std::nullopt;
  steps.take("of ");
  const unsigned month = steps.month();
  if (month == 0) return std::nullopt;
  const int year = steps.year();
  return checked({{}, year, month, static_cast<unsigned>(*day)}, at, steps.at());
}

// "May 3rd, 2026"
std::optional<DayText> month_first(std::string_view text, std::size_t at) {
  Steps steps(text, at);
  const unsigned month = steps.month();
  if (month == 0 || !steps.take(" ")) return std::nullopt;
  steps.take("the ");
  const auto day = steps.number(1, 2);
  if (!day) return std::nullopt;
  steps.ordinal();
  const int year = steps.year();
  return checked({{}, year, month, static_cast<unsigned>(*day)}, at, steps.at());
}

std::optional<DayText> day_at(std::string_view text, std::size_t at) {
  if (!is_digit(text[at])) return month_first(text, at);
  if (auto found = year_first(text, at)) return found;
  if (auto found = numbers_only(text, at)) return found;
  return day_first(text, at);
}

// Where the day begins together with a weekday before it: "Monday, ", "Thu ".
std::size_t with_weekday(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  std::size_t begin = end;
  while (begin > 0 && (is_letter(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  return end < at && is_weekday(text.substr(begin, end - begin)) ? begin : at;
}

}  // namespace

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  return std::any_of(kDays.begin(), kDays.end(), [&](std::string_view day) { return names(word, day, 3); });
}

unsigned month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
  if (word.empty() || word[0] < 'A' || word[0] > 'Z') return 0;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    const bool short_or_whole = word.size() <= 4 || word.size() == kMonths[i].size();
    if (short_or_whole && names(word, kMonths[i], 3)) return i + 1;
  }
  return 0;
}

std::optional<DayText> find_day(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts = at == 0 || !(is_letter(text[at - 1]) || is_digit(text[at - 1]));
    if (!starts || !(is_digit(text[at]) || (text[at] >= 'A' && text[at] <= 'Z'))) continue;
    if (auto found = day_at(text, at)) {
      found->span.begin = with_weekday(text, at);
      return found;
    }
  }
  return std::nullopt;
}

std::string iso_day(const DayText& day) {
  if (day.year == 0 || day.ambiguous) return {};
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

int last_year_in(std::string_view text) {
  int found = 0;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    if (const auto year = Steps(text, at).number(4, 4); year && *year >= 1900 && *year < 2100) found = *year;
  }
  return found;
}

}  // namespace modus::documents

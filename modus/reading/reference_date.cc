// The day a report was written. Most say it; the rest is inference, and its basis is always told.
#include <algorithm>
#include <string>

#include "modus/reading/calendar.h"
#include "modus/reading/date_patterns.h"
#include "modus/reading/dates.h"
#include "modus/reading/tense.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kDatelineTokens = 16;
constexpr std::uint32_t kDatelineSentences = 6;
constexpr int kOwnYear =
    2026;  ///< the year this was written in; only wires without a year are measured by it

/// A year, perhaps with its month and day, in a file's name: "dispatch-2025-12.txt".
struct NamedTime {
  std::optional<int> year;
  std::optional<Day> day;
};

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

NamedTime time_in_name(std::string_view file) {
  file = file.substr(file.find_last_of("/\\") + 1);
  for (std::size_t at = 0; at + 4 <= file.size(); ++at) {
    if ((at > 0 && digit_at(file, at - 1)) || digit_at(file, at + 4)) continue;
    const auto year = year_number(file.substr(at, 4));
    if (!year) continue;
    std::string day(file.substr(at, 10));
    std::replace(day.begin(), day.end(), '_', '-');
    return {year, digit_at(file, at + 10) ? std::nullopt : iso_day(day)};
  }
  return {};
}

struct NamedDay {
  unsigned month = 0, day = 0;
  std::optional<int> year;
};

std::optional<NamedDay> named_day(const Text& text, std::uint32_t at) {
  const auto time = time_at(text, at);
  if (!time || time->form != TimeForm::kDay) return std::nullopt;
  return NamedDay{time->month, time->last_day, time->year};
}

/// The day of a dateline, "GENEVA, March 4 (Agency) -", among the first words of the first sentences.
std::optional<NamedDay> dateline_day(const Text& text) {
  const std::size_t sentences = std::min<std::size_t>(text.sentences.size(), kDatelineSentences);
  for (std::size_t i = 0; i < sentences; ++i) {
    const Tokens tokens = text.sentences[i].tokens;
    std::optional<NamedDay> found;
    for (std::uint32_t at = tokens.first; at < std::min(tokens.last, tokens.first + kDatelineTokens); ++at) {
      if (!found) found = named_day(text, at);
      if (found && text.tokens[at].kind == TokenKind::kDash) return found;
    }
  }
  return std::nullopt;
}

/// The latest year that the text gives with a month.
std::optional<int> latest_year(const Text& text) {
  std::optional<int> latest;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const auto time = time_at(text, at);
    if (!time) continue;
    const bool dated = time->form == TimeForm::kDay || time->form == TimeForm::kMonth;
    if (dated && time->year && tense_at(text, time->tokens) != Tense::kFuture)
      latest = std::max(latest, time->year);
    at = time->tokens.last - 1;
  }
  return latest;
}

/// The weekday a wire's first sentences speak of in the past: the day of its dateline.
std::optional<unsigned> weekday_of_wire(const Text& text) {
  const std::size_t sentences = std::min<std::size_t>(text.sentences.size(), kDatelineSentences);
  const std::uint32_t end = sentences == 0 ? 0 : text.sentences[sentences - 1].tokens.last;
  for (std::uint32_t at = 0; at < end; ++at) {
    const auto time = time_at(text, at);
    if (time && time->form == TimeForm::kWeekday && !time->offset &&
        tense_at(text, time->tokens) == Tense::kPast)
      return time->weekday;
  }
  return std::nullopt;
}

/// A wire gives no year: the one nearest to this reader's own time in which its day fell on its weekday.
std::optional<Day> fitting_day(NamedDay named, unsigned weekday) {
  for (int distance = 0; distance <= 5; ++distance) {
    const auto day = day_of(kOwnYear - distance, named.month, named.day);
    if (day && weekday_of(*day) == weekday) return day;
  }
  return std::nullopt;
}

std::optional<Day> latest_past_day(const Text& text, int year) {
  std::optional<Day> latest;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const auto time = time_at(text, at);
    if (!time) continue;
    const Tense tense = tense_at(text, time->tokens);
    if (time->form == TimeForm::kDay && time->year.value_or(year) == year && tense != Tense::kFuture)
      latest = std::max(latest, day_of(year, time->month, time->last_day));
    at = time->tokens.last - 1;
  }
  return latest;
}

struct Year {
  int year = 0;
  std::string basis;
};

std::optional<Year> year_of_report(const Text& text) {
  const NamedTime name = time_in_name(text.document->file);
  if (name.year) return Year{*name.year, "year from the file's name"};
  if (const auto year = latest_year(text)) return Year{*year, "latest year in the text"};
  return std::nullopt;
}

ReferenceDate from_dateline(const Text& text, NamedDay line, const std::optional<Year>& year) {
  if (line.year) return {day_of(*line.year, line.month, line.day), "dateline"};
  if (year) return {day_of(year->year, line.month, line.day), "dateline; " + year->basis};
  const auto weekday = weekday_of_wire(text);
  const auto day = weekday ? fitting_day(line, *weekday) : std::nullopt;
  if (day) return {day, "dateline; the latest year in which it fell on the weekday told"};
  return {std::nullopt, "no year found for the dateline"};
}

ReferenceDate from_text(const Text& text) {
  const auto year = year_of_report(text);
  if (const auto line = dateline_day(text)) return from_dateline(text, *line, year);
  if (!year) return {std::nullopt, "no date found"};
  if (const auto day = latest_past_day(text, year->year))
    return {day, "latest past day named; " + year->basis};
  return {std::nullopt, "no day found; " + year->basis};
}

}  // namespace

ReferenceDate find_reference_date(const Text& text, std::optional<Day> given) {
  if (given) return {given, "given"};
  if (const auto own = iso_day(text.document->date.value)) return {own, "the report's date"};
  if (const auto named = time_in_name(text.document->file).day) return {named, "the file's name"};
  return from_text(text);
}

}  // namespace modus::reading

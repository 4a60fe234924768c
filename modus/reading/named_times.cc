#include "modus/reading/time_cursor.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kBeforeMonth("in", "by", "since", "until", "till", "from", "of", "before", "after",
                               "during", "between", "to", "through", "throughout", "for", "late", "early",
                               "mid", "last", "next", "this", "around", "and");
constexpr WordSet kBeforeYear("in", "since", "by", "until", "till", "before", "after", "from", "of", "during",
                              "late", "early", "mid", "between", "through");
constexpr WordSet kBeforeFeast("in", "by", "since", "until", "before", "after", "during", "over", "this",
                               "next", "last", "at", "the");
constexpr WordSet kAfterListedDay("in", "at", "for", "on", "with", "by", "when", "where", "as");
constexpr WordSet kMaybeNames("may", "march", "april", "june", "august");

TimeExpression day_expression(Tokens tokens, unsigned month, unsigned first, unsigned last) {
  TimeExpression time;
  time.tokens = tokens;
  time.month = month;
  time.day = first;
  time.last_day = last;
  return time;
}

std::optional<TimeExpression> whole_day(std::uint32_t first, std::uint32_t last, std::optional<Day> day) {
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{*day};
  const auto number = static_cast<unsigned>(date.day());
  TimeExpression time = day_expression({first, last}, static_cast<unsigned>(date.month()), number, number);
  time.year = static_cast<int>(date.year());
  return time;
}

}  // namespace

/// "4", "4th", "4-6".
std::optional<NamedTimes::DayNumbers> NamedTimes::day_numbers(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  const auto first = day_number(word.substr(0, hyphen));
  if (!first) return std::nullopt;
  if (hyphen == std::string_view::npos) return DayNumbers{*first, *first};
  const auto last = day_number(word.substr(hyphen + 1));
  return last && *last > *first ? std::optional(DayNumbers{*first, *last}) : std::nullopt;
}

TimeCursor::Found NamedTimes::longest(std::uint32_t i) const {
  Found best;
  for (const Found& found : {dated(i), numeric(i), weekday(i), month(i), year(i), feast(i), day_of_month(i)})
    if (found && (!best || found->tokens.last > best->tokens.last)) best = found;
  return best;
}

/// The year after a day or month, with or without a comma.
std::uint32_t NamedTimes::take_year(std::uint32_t i, TimeExpression& time) const {
  const std::uint32_t at = is(i, ",") ? i + 1 : i;
  time.year = year_number(word(at));
  return time.year ? at + 1 : i;
}

/// "- 6", "to 6", "and 6" after a first day; `month_follows` where the month is still to come ("4 and 6
/// May").
std::uint32_t NamedTimes::take_last_day(std::uint32_t i, bool month_follows, DayNumbers& days) const {
  const bool joins = i < end_ && (text_.tokens[i].kind == TokenKind::kDash || is(i, "to") || is(i, "and") ||
                                  is(i, "through") || is(i, "until"));
  const auto last = joins ? day_number(word(i + 1)) : std::nullopt;
  if (!last || *last <= days.first) return i;
  const bool ends_there =
      i + 2 >= end_ || text_.tokens[i + 2].kind != TokenKind::kWord || kAfterListedDay.has(word(i + 2));
  if (month_follows ? !month_word(i + 2) && !is(i + 2, "of") : !ends_there) return i;
  days.last = *last;
  return i + 2;
}

TimeCursor::Found NamedTimes::finish_day(std::uint32_t first, std::uint32_t last, unsigned month,
                                         DayNumbers days) const {
  TimeExpression time = day_expression({first, last}, month, days.first, days.last);
  time.tokens.last = take_year(last, time);
  return time;
}

/// "March 4", "March 4-6, 2026".
TimeCursor::Found NamedTimes::month_first(std::uint32_t i) const {
  const auto month = month_word(i);
  auto days = month ? day_numbers(word(i + 1)) : std::nullopt;
  if (!days || text_.tokens[i + 1].kind != TokenKind::kNumber) return std::nullopt;
  return finish_day(i, take_last_day(i + 2, false, *days), *month, *days);
}

/// "4 March", "the 4th of March 2026", "3 to 5 May".
TimeCursor::Found NamedTimes::day_first(std::uint32_t i) const {
  std::uint32_t at = is(i, "the") ? i + 1 : i;
  auto days = day_numbers(word(at));
  if (!days) return std::nullopt;
  at = take_last_day(at + 1, true, *days);
  if (is(at, "of")) ++at;
  const auto month = month_word(at);
  return month ? finish_day(i, at + 1, *month, *days) : std::nullopt;
}

/// A day with its month, with its weekday before or after it.
TimeCursor::Found NamedTimes::dated(std::uint32_t i) const {
  std::uint32_t at = is(i, "good") && is(i + 1, "friday") ? i + 1 : i;
  if (weekday_word(at)) {
    at = after_day_part(at + 1);
    if (is(at, ",") || is(at, "(") || is(at, "the")) ++at;
  }
  Found found = month_first(at);
  if (!found) found = day_first(at);
  if (!found) return found;
  found->tokens.first = i;
  if (at > i && is(at - 1, "(") && is(found->tokens.last, ")")) ++found->tokens.last;
  return found;
}

/// "2026-03-04", "04.03.2026", and with slashes where only one reading is possible.
TimeCursor::Found NamedTimes::numeric(std::uint32_t i) const {
  const std::string_view first = word(i);
  if (const auto day = first.size() == 10 ? iso_day(first) : std::nullopt) return whole_day(i, i + 1, *day);
  if (first.size() == 10 && first[2] == '.' && first[5] == '.')
    return whole_day(
        i, i + 1,
        day_of(year_number(first.substr(6)).value_or(0), day_number(first.substr(3, 2)).value_or(0),
               day_number(first.substr(0, 2)).value_or(0)));
  if (!is(i + 1, "/") || !is(i + 3, "/")) return std::nullopt;
  const unsigned a = day_number(first).value_or(0), b = day_number(word(i + 2)).value_or(0);
  const auto year = year_number(word(i + 4));
  if (!year || (a <= 12 && b <= 12 && a != b)) return std::nullopt;
  return whole_day(i, i + 5, b > 12 ? day_of(*year, a, b) : day_of(*year, b, a));
}

/// "Friday", "next Friday evening", "Friday of last week", "Monday week", "the following Monday".
TimeCursor::Found NamedTimes::weekday(std::uint32_t i) const {
  if (before(i) == "every" || before(i) == "each") return std::nullopt;
  std::uint32_t at = is(i, "the") ? i + 1 : i;
  const int turn = is(at, "following") ? 1 : is(at, "previous") ? -1 : 0;
  auto offset = turn == 0 && at == i ? offset_named(word(at)) : std::nullopt;
  if (offset || turn != 0) ++at;
  if (offset && is(at, "coming")) offset = 1, ++at;
  if (at > i && !offset && turn == 0) return std::nullopt;
  const auto day = weekday_word(at);
  if (!day) return std::nullopt;
  TimeExpression time = made(i, after_day_part(at + 1), TimeForm::kWeekday);
  time.weekday = *day;
  time.offset = offset;
  time.count = turn;
  return with_week(time);
}

TimeCursor::Found NamedTimes::with_week(TimeExpression time) const {
  const std::uint32_t at = time.tokens.last;
  if (is(at, "of") && offset_named(word(at + 1)) && is(at + 2, "week")) {
    time.offset = offset_named(word(at + 1));
    time.of_week = true;
    time.tokens.last = at + 3;
  } else if (is(at, "week") && at == time.tokens.first + 1) {
    time.offset = 2;
    time.tokens.last = at + 1;
  }
  return time;
}

TimeCursor::Found NamedTimes::named_month(std::uint32_t i) const {
  const auto month = month_word(i);
  if (!month) return std::nullopt;
  TimeExpression time = made(i, i + 1, TimeForm::kMonth);
  time.month = *month;
  time.tokens.last = take_year(is(i + 1, "of") ? i + 2 : i + 1, time);
  if (!time.year) time.tokens.last = i + 1;
  return time;
}

/// A month alone: "March" and "May" only where words around them show that no name and no verb is meant.
TimeCursor::Found NamedTimes::month(std::uint32_t i) const {
  if (word(i).starts_with("mid-") && month_named(word(i).substr(4))) return mid_month(i);
  const auto offset = offset_named(word(i));
  Found found = named_month(offset ? i + 1 : i);
  if (!found) return found;
  if (offset) {
    found->tokens.first = i;
    found->offset = offset;
    return found;
  }
  const bool introduced = kBeforeMonth.has(before(i)) || found->year;
  const bool in_name = (i > begin_ && text_.tokens[i - 1].capital && i - 1 > begin_) ||
                       (i + 1 < end_ && text_.tokens[i + 1].capital);
  return introduced || (!in_name && !kMaybeNames.has(word(i)) && word(i).size() > 4) ? found : std::nullopt;
}

TimeCursor::Found NamedTimes::mid_month(std::uint32_t i) const {
  TimeExpression time = made(i, i + 1, TimeForm::kMonth);
  time.month = *month_named(word(i).substr(4));
  time.part = Part::kMiddle;
  time.approximate = true;
  time.tokens.last = take_year(i + 1, time);
  return time;
}

TimeCursor::Found NamedTimes::plain_year(std::uint32_t i) const {
  const auto year =
      i < end_ && text_.tokens[i].kind == TokenKind::kNumber ? year_number(word(i)) : std::nullopt;
  if (!year) return std::nullopt;
  TimeExpression time = made(i, i + 1, TimeForm::kYear);
  time.year = year;
  return time;
}

TimeCursor::Found NamedTimes::year(std::uint32_t i) const {
  if (!kBeforeYear.has(before(i))) return std::nullopt;
  const bool counts_things = i + 1 < end_ && text_.tokens[i + 1].kind == TokenKind::kWord &&
                             word(i + 1).ends_with('s') && word(i + 1).size() > 4;
  return counts_things ? std::nullopt : plain_year(i);
}

/// Easter and Christmas, after a preposition.
TimeCursor::Found NamedTimes::feast(std::uint32_t i) const {
  if (i >= end_ || !text_.tokens[i].capital || !kBeforeFeast.has(before(i))) return std::nullopt;
  const std::uint32_t end = is(i + 1, "weekend") || is(i + 1, "eve") || is(i + 1, "day") ? i + 2 : i + 1;
  if (is(i, "easter")) return made(i, end, TimeForm::kEaster);
  if (!is(i, "christmas")) return std::nullopt;
  const unsigned day = is(i + 1, "eve") ? 24 : 25;
  return day_expression({i, end}, 12, day, day);
}

/// "on the 14th", where no noun follows.
TimeCursor::Found NamedTimes::day_of_month(std::uint32_t i) const {
  const auto day = is(i, "the") && word(i + 1).size() > 2 && word(i + 1).back() >= 'a'
                       ? day_number(word(i + 1))
                       : std::nullopt;
  const bool noun =
      i + 2 < end_ && text_.tokens[i + 2].kind == TokenKind::kWord && !kAfterListedDay.has(word(i + 2));
  if (!day || noun || (before(i) != "on" && before(i) != "by" && before(i) != "until")) return std::nullopt;
  TimeExpression time = made(i, i + 2, TimeForm::kDayOfMonth);
  time.day = time.last_day = *day;
  return time;
}

}  // namespace modus::reading

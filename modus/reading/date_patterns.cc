#include "modus/reading/date_patterns.h"

#include <algorithm>

#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

using Found = std::optional<TimeExpression>;

constexpr WordSet kDayParts("morning", "afternoon", "evening", "night", "lunchtime", "midnight", "noon", "midday");
constexpr WordSet kBeforeMonth("in", "by", "since", "until", "till", "from", "of", "before", "after", "during", "between", "to", "through",
                               "throughout", "for", "late", "early", "mid", "last", "next", "this", "around", "and");
constexpr WordSet kBeforeYear("in", "since", "by", "until", "till", "before", "after", "from", "of", "during", "late", "early", "mid",
                              "between", "through");
constexpr WordSet kBeforeSeason("in", "by", "since", "until", "before", "after", "during", "this", "next", "last");
constexpr WordSet kBeforeFeast("in", "by", "since", "until", "before", "after", "during", "over", "this", "next", "last", "at", "the");
constexpr WordSet kStillToGo("left", "remaining", "away");
constexpr WordSet kBeforeWeekend("at", "over", "by", "before", "after", "during", "for", "until", "into");
constexpr WordSet kAbout("about", "around", "nearly", "almost", "roughly", "some", "over", "barely", "just", "only");
constexpr WordSet kAfterListedDay("in", "at", "for", "on", "with", "by", "when", "where", "as");
constexpr WordSet kMaybeNames("may", "march", "april", "june", "august");
constexpr WordSet kBegins("the", "a", "an", "today", "tonight", "yesterday", "tomorrow", "overnight", "this", "last", "next", "past", "coming",
                          "recent", "early", "late", "mid", "earlier", "later", "end", "start", "beginning", "middle", "close", "spring",
                          "summer", "autumn", "winter", "fall", "previous", "following", "current", "good");

/// Which of its units "last", "this" or "next" means.
std::optional<int> offset_named(std::string_view word) {
  if (word == "last" || word == "past" || word == "previous") return -1;
  if (word == "this" || word == "current") return 0;
  if (word == "next" || word == "coming") return 1;
  return std::nullopt;
}

std::optional<Part> part_named(std::string_view word) {
  if (word == "early") return Part::kEarly;
  if (word == "mid" || word == "middle") return Part::kMiddle;
  if (word == "late") return Part::kLate;
  if (word == "earlier") return Part::kBefore;
  if (word == "later") return Part::kAfter;
  if (word == "end" || word == "close") return Part::kEnd;
  if (word == "start" || word == "beginning") return Part::kStart;
  return std::nullopt;
}

struct DayNumbers {
  unsigned first = 0, last = 0;
};

/// "4", "4th", "4-6".
std::optional<DayNumbers> day_numbers(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  const auto first = day_number(word.substr(0, hyphen));
  if (!first) return std::nullopt;
  if (hyphen == std::string_view::npos) return DayNumbers{*first, *first};
  const auto last = day_number(word.substr(hyphen + 1));
  return last && *last > *first ? std::optional(DayNumbers{*first, *last}) : std::nullopt;
}

/// Reads at one place of one sentence. Each reader answers with the expression that begins exactly at `i`.
class Reader {
 public:
  Reader(const Text& text, std::uint32_t token)
      : text_(text), begin_(text.sentences[text.tokens[token].sentence].tokens.first),
        end_(text.sentences[text.tokens[token].sentence].tokens.last) {}

  [[nodiscard]] Found longest(std::uint32_t i) const {
    Found best;
    for (const Found& found : {dated(i), numeric(i), weekday(i), near_day(i), unit(i), part_of(i), month(i), year(i), rolling(i), ago(i),
                               anchored(i), day_of_month(i), feast(i)})
      if (found && (!best || found->tokens.last > best->tokens.last)) best = found;
    return best;
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= begin_ && i < end_ ? std::string_view(text_.tokens[i].lower) : std::string_view();
  }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view lower) const { return word(i) == lower && i < end_; }
  [[nodiscard]] std::string_view before(std::uint32_t i) const { return i > begin_ ? word(i - 1) : std::string_view(); }
  [[nodiscard]] std::optional<unsigned> month_word(std::uint32_t i) const {
    return i < end_ && text_.tokens[i].capital ? month_named(word(i)) : std::nullopt;
  }
  [[nodiscard]] std::optional<unsigned> weekday_word(std::uint32_t i) const {
    return i < end_ && text_.tokens[i].capital ? weekday_named(word(i)) : std::nullopt;
  }
  [[nodiscard]] std::uint32_t after_day_part(std::uint32_t i) const { return kDayParts.has(word(i)) ? i + 1 : i; }

  static TimeExpression made(std::uint32_t first, std::uint32_t last, TimeForm form) {
    TimeExpression time;
    time.tokens = {first, last};
    time.form = form;
    return time;
  }

  /// The year after a day or month, with or without a comma.
  std::uint32_t take_year(std::uint32_t i, TimeExpression& time) const {
    const std::uint32_t at = is(i, ",") ? i + 1 : i;
    time.year = year_number(word(at));
    return time.year ? at + 1 : i;
  }

  /// "- 6", "to 6", "and 6" after a first day; `month_follows` where the month is still to come ("4 and 6 May").
  std::uint32_t take_last_day(std::uint32_t i, bool month_follows, DayNumbers& days) const {
    const bool joins = i < end_ && (text_.tokens[i].kind == TokenKind::kDash || is(i, "to") || is(i, "and") || is(i, "through") || is(i, "until"));
    const auto last = joins ? day_number(word(i + 1)) : std::nullopt;
    if (!last || *last <= days.first) return i;
    const bool ends_there = i + 2 >= end_ || text_.tokens[i + 2].kind != TokenKind::kWord || kAfterListedDay.has(word(i + 2));
    if (month_follows ? !month_word(i + 2) && !is(i + 2, "of") : !ends_there) return i;
    days.last = *last;
    return i + 2;
  }

  Found finish_day(std::uint32_t first, std::uint32_t last, unsigned month, DayNumbers days) const {
    TimeExpression time = made(first, last, TimeForm::kDay);
    time.month = month;
    time.day = days.first;
    time.last_day = days.last;
    time.tokens.last = take_year(last, time);
    return time;
  }

  /// "March 4", "March 4-6, 2026".
  [[nodiscard]] Found month_first(std::uint32_t i) const {
    const auto month = month_word(i);
    auto days = month ? day_numbers(word(i + 1)) : std::nullopt;
    if (!days || text_.tokens[i + 1].kind != TokenKind::kNumber) return std::nullopt;
    return finish_day(i, take_last_day(i + 2, false, *days), *month, *days);
  }

  /// "4 March", "the 4th of March 2026", "3 to 5 May".
  [[nodiscard]] Found day_first(std::uint32_t i) const {
    std::uint32_t at = is(i, "the") ? i + 1 : i;
    auto days = day_numbers(word(at));
    if (!days) return std::nullopt;
    at = take_last_day(at + 1, true, *days);
    if (is(at, "of")) ++at;
    const auto month = month_word(at);
    return month ? finish_day(i, at + 1, *month, *days) : std::nullopt;
  }

  /// A day with its month, with its weekday before or after it.
  [[nodiscard]] Found dated(std::uint32_t i) const {
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
  [[nodiscard]] Found numeric(std::uint32_t i) const {
    const std::string_view first = word(i);
    if (const auto day = first.size() == 10 ? iso_day(first) : std::nullopt) return whole_day(i, i + 1, *day);
    if (first.size() == 10 && first[2] == '.' && first[5] == '.')
      return whole_day(i, i + 1, day_of(year_number(first.substr(6)).value_or(0), day_number(first.substr(3, 2)).value_or(0),
                                        day_number(first.substr(0, 2)).value_or(0)));
    if (!is(i + 1, "/") || !is(i + 3, "/")) return std::nullopt;
    const unsigned a = day_number(first).value_or(0), b = day_number(word(i + 2)).value_or(0);
    const auto year = year_number(word(i + 4));
    if (!year || (a <= 12 && b <= 12 && a != b)) return std::nullopt;
    return whole_day(i, i + 5, b > 12 ? day_of(*year, a, b) : day_of(*year, b, a));
  }

  static Found whole_day(std::uint32_t first, std::uint32_t last, std::optional<Day> day) {
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date{*day};
    TimeExpression time = made(first, last, TimeForm::kDay);
    time.year = static_cast<int>(date.year());
    time.month = static_cast<unsigned>(date.month());
    time.day = time.last_day = static_cast<unsigned>(date.day());
    return time;
  }

  /// "Friday", "next Friday evening", "Friday of last week", "Monday week", "the following Monday".
  [[nodiscard]] Found weekday(std::uint32_t i) const {
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

  [[nodiscard]] Found with_week(TimeExpression time) const {
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

  Found day_from_today(std::uint32_t first, std::uint32_t last, int offset) const {
    TimeExpression time = made(first, after_day_part(last), TimeForm::kUnit);
    time.offset = offset;
    return time;
  }

  /// Today, yesterday, tomorrow and their neighbours.
  [[nodiscard]] Found near_day(std::uint32_t i) const {
    if (is(i, "today") || is(i, "tonight")) return day_from_today(i, i + 1, 0);
    if (is(i, "yesterday") || is(i, "overnight")) return day_from_today(i, i + 1, -1);
    if (is(i, "tomorrow")) return day_from_today(i, i + 1, 1);
    if (is(i, "this") && kDayParts.has(word(i + 1))) return day_from_today(i, i + 1, 0);
    if (is(i, "last") && is(i + 1, "night")) return day_from_today(i, i + 1, -1);
    if (!is(i, "the") || !is(i + 1, "day")) return std::nullopt;
    if (is(i + 2, "before") && is(i + 3, "yesterday")) return day_from_today(i, i + 4, -2);
    if (is(i + 2, "after") && is(i + 3, "tomorrow")) return day_from_today(i, i + 4, 2);
    return std::nullopt;
  }

  Found made_unit(std::uint32_t first, std::uint32_t last, TimeUnit unit, std::optional<int> offset) const {
    TimeExpression time = made(first, last, TimeForm::kUnit);
    time.unit = unit;
    time.offset = offset;
    time.approximate = unit >= TimeUnit::kSpring;
    if (unit >= TimeUnit::kSpring) {
      const std::uint32_t at = is(last, "of") ? last + 1 : last;
      time.year = year_number(word(at));
      if (time.year) time.tokens.last = at + 1;
    }
    return time;
  }

  /// "this week", "last month", "the weekend", "the spring", "autumn 2026".
  [[nodiscard]] Found unit(std::uint32_t i) const {
    const auto offset = offset_named(word(i));
    if (offset) {
      const auto named = unit_named(word(i + 1));
      const bool whole = named && *named != TimeUnit::kDay && !word(i + 1).ends_with("s") && !is(i + 1, "fortnight");
      // "the last week" are the seven days behind us: see rolling().
      if (!whole || (before(i) == "the" && *offset != 0 && !is(i, "previous") && *named <= TimeUnit::kYear)) return std::nullopt;
      return made_unit(i, i + 2, *named, offset);
    }
    const std::uint32_t at = is(i, "the") ? i + 1 : i;
    const auto named = unit_named(word(at));
    if (!named) return std::nullopt;
    if (*named == TimeUnit::kWeekend) return at > i && kBeforeWeekend.has(before(i)) ? made_unit(i, at + 1, *named, std::nullopt) : std::nullopt;
    if (*named < TimeUnit::kSpring || word(at) == "fall") return std::nullopt;
    Found season = made_unit(i, at + 1, *named, std::nullopt);
    return season->year || kBeforeSeason.has(before(i)) ? season : std::nullopt;
  }

  /// "earlier this week", "early next month", "the end of the year", "mid-June", "late March".
  [[nodiscard]] Found part_of(std::uint32_t i) const {
    const std::uint32_t named_at = is(i, "the") ? i + 1 : i;
    const auto part = part_named(word(named_at));
    if (!part) return std::nullopt;
    std::uint32_t at = named_at + 1;
    const bool whole = *part == Part::kStart || *part == Part::kEnd || is(named_at, "middle");
    if (is(at, "of") || is(at, "in") || is(at, "-")) {
      ++at;
    } else if (whole) {
      return std::nullopt;
    }
    Found inner = unit(at);
    if (!inner && is(at, "the")) inner = the_unit(at, whole);
    if (!inner) inner = named_month(at);
    if (!inner) inner = plain_year(at);
    if (!inner) return std::nullopt;
    inner->tokens.first = i;
    inner->part = *part;
    inner->approximate = true;
    return inner;
  }

  /// "the month" in "the end of the month".
  [[nodiscard]] Found the_unit(std::uint32_t i, bool whole) const {
    const bool moved = offset_named(word(i + 1)).has_value();
    const auto named = unit_named(word(moved ? i + 2 : i + 1));
    if (!named || !whole || *named == TimeUnit::kDay) return std::nullopt;
    return made_unit(i, i + (moved ? 3 : 2), *named, moved ? offset_named(word(i + 1)) : std::optional(0));
  }

  [[nodiscard]] Found named_month(std::uint32_t i) const {
    const auto month = month_word(i);
    if (!month) return std::nullopt;
    TimeExpression time = made(i, i + 1, TimeForm::kMonth);
    time.month = *month;
    time.tokens.last = take_year(is(i + 1, "of") ? i + 2 : i + 1, time);
    if (!time.year) time.tokens.last = i + 1;
    return time;
  }

  /// A month alone: "March" and "May" only where words around them show that no name and no verb is meant.
  [[nodiscard]] Found month(std::uint32_t i) const {
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
    const bool in_name = (i > begin_ && text_.tokens[i - 1].capital && i - 1 > begin_) || (i + 1 < end_ && text_.tokens[i + 1].capital);
    return introduced || (!in_name && !kMaybeNames.has(word(i)) && word(i).size() > 4) ? found : std::nullopt;
  }

  [[nodiscard]] Found mid_month(std::uint32_t i) const {
    TimeExpression time = made(i, i + 1, TimeForm::kMonth);
    time.month = *month_named(word(i).substr(4));
    time.part = Part::kMiddle;
    time.approximate = true;
    time.tokens.last = take_year(i + 1, time);
    return time;
  }

  [[nodiscard]] Found plain_year(std::uint32_t i) const {
    const auto year = i < end_ && text_.tokens[i].kind == TokenKind::kNumber ? year_number(word(i)) : std::nullopt;
    if (!year) return std::nullopt;
    TimeExpression time = made(i, i + 1, TimeForm::kYear);
    time.year = year;
    return time;
  }

  [[nodiscard]] Found year(std::uint32_t i) const {
    if (!kBeforeYear.has(before(i))) return std::nullopt;
    const bool counts_things = i + 1 < end_ && text_.tokens[i + 1].kind == TokenKind::kWord && word(i + 1).ends_with('s') && word(i + 1).size() > 4;
    return counts_things ? std::nullopt : plain_year(i);
  }

  /// A number of units at `at`: "two", "a few", "a couple of". Moves `at` behind it.
  std::optional<unsigned> take_count(std::uint32_t& at) const {
    std::uint32_t next = at;
    if (is(next, "a") && (is(next + 1, "few") || is(next + 1, "couple") || unit_named(word(next + 1)) == std::nullopt)) ++next;
    const auto count = count_named(word(next));
    if (!count) return std::nullopt;
    at = next + 1;
    if (is(at, "of")) ++at;
    return count;
  }

  /// "the past two weeks", "the coming days", "recent weeks", "the last month".
  [[nodiscard]] Found rolling(std::uint32_t i) const {
    std::uint32_t at = is(i, "the") ? i + 1 : i;
    const bool recent = is(at, "recent");
    const auto turn = recent ? std::optional(-1) : offset_named(word(at));
    if (!turn || *turn == 0 || is(at, "previous")) return std::nullopt;
    ++at;
    const auto count = take_count(at);
    const auto named = unit_named(word(at));
    const bool several = named && word(at).ends_with('s');
    if (!named || *named > TimeUnit::kYear || (!several && (at != i + 2 || *named == TimeUnit::kDay || is(i + 1, "previous")))) return std::nullopt;
    if (several && !count && i == at - 1 && !recent && !is(i, "coming")) return std::nullopt;
    if (!several && !is(i, "the")) return std::nullopt;
    TimeExpression time = made(i, at + 1, TimeForm::kRolling);
    time.unit = *named;
    time.count = *turn * static_cast<int>(count.value_or(several ? 0 : 1));
    if (time.count == 0) time.count = *turn * (named == TimeUnit::kDay ? 7 : named == TimeUnit::kWeek ? 4 : 3);
    time.approximate = true;
    return time;
  }

  /// "two weeks ago", "about a month ago", "a day earlier", "in three days' time", "two months from now".
  [[nodiscard]] Found ago(std::uint32_t i) const {
    std::uint32_t at = i;
    bool about = false;
    if (is(at, "more") || is(at, "less")) {
      about = is(at + 1, "than");
      at += about ? 2 : 0;
    } else if (kAbout.has(word(at))) {
      about = true;
      ++at;
    }
    const std::uint32_t counted_at = at;
    const auto count = take_count(at);
    const auto named = unit_named(word(at));
    if (!count || !named || at + 1 >= end_) return std::nullopt;
    about = about || is(at - 1, "few") || is(at - 1, "several") || is(counted_at, "couple");
    TimeExpression time = made(i, at + 2, TimeForm::kAgo);
    time.unit = *named;
    time.count = static_cast<int>(*count) * (is(at, "fortnight") ? 2 : 1);
    time.approximate = about || *named != TimeUnit::kDay;
    return turned(time, at + 1);
  }

  /// Which way the units of `time` are counted, by the word at `at`.
  [[nodiscard]] Found turned(TimeExpression time, std::uint32_t at) const {
    if (is(at, "ago")) {
      time.count = -time.count;
    } else if (is(at, "earlier") || is(at, "later")) {
      time.form = TimeForm::kAnchored;
      if (is(at, "earlier")) time.count = -time.count;
    } else if (is(at, "from") && (is(at + 1, "now") || is(at + 1, "today"))) {
      time.tokens.last = at + 2;
    } else if (kStillToGo.has(word(at))) {
      time.approximate = true;
    } else if (is(at, "to") && is(at + 1, "go")) {
      time.approximate = true;
      time.tokens.last = at + 2;
    } else if (at < end_ && text_.tokens[at].possessive && is(at + 1, "time")) {
      time.tokens.last = at + 2;
    } else {
      return std::nullopt;
    }
    return time;
  }

  /// "the next day", "the same day", "the day before": counted from a day named before.
  [[nodiscard]] Found anchored(std::uint32_t i) const {
    if (!is(i, "the") && !is(i, "that")) return std::nullopt;
    const bool ends = i + 3 >= end_ || text_.tokens[i + 3].kind == TokenKind::kPunctuation;
    TimeExpression time = made(i, i + 3, TimeForm::kAnchored);
    if (is(i + 2, "day") && (is(i + 1, "next") || is(i + 1, "following"))) {
      time.count = 1;
    } else if (is(i + 2, "day") && is(i + 1, "previous")) {
      time.count = -1;
    } else if (is(i + 1, "day") && ends && (is(i + 2, "before") || is(i + 2, "after"))) {
      time.count = is(i + 2, "after") ? 1 : -1;
    } else if (!is(i + 1, "same") || !is(i + 2, "day")) {
      return std::nullopt;
    }
    return time;
  }

  /// Easter and Christmas, after a preposition.
  [[nodiscard]] Found feast(std::uint32_t i) const {
    if (i >= end_ || !text_.tokens[i].capital || !kBeforeFeast.has(before(i))) return std::nullopt;
    TimeExpression time = made(i, is(i + 1, "weekend") ? i + 2 : i + 1, TimeForm::kEaster);
    if (is(i, "easter")) return time;
    if (!is(i, "christmas")) return std::nullopt;
    time.form = TimeForm::kDay;
    time.month = 12;
    time.day = time.last_day = 25;
    time.tokens.last = is(i + 1, "eve") || is(i + 1, "day") ? i + 2 : i + 1;
    if (is(i + 1, "eve")) time.day = time.last_day = 24;
    return time;
  }

  /// "on the 14th", where no noun follows.
  [[nodiscard]] Found day_of_month(std::uint32_t i) const {
    const auto day = is(i, "the") && word(i + 1).size() > 2 && word(i + 1).back() >= 'a' ? day_number(word(i + 1)) : std::nullopt;
    const bool noun = i + 2 < end_ && text_.tokens[i + 2].kind == TokenKind::kWord && !kAfterListedDay.has(word(i + 2));
    if (!day || noun || (before(i) != "on" && before(i) != "by" && before(i) != "until")) return std::nullopt;
    TimeExpression time = made(i, i + 2, TimeForm::kDayOfMonth);
    time.day = time.last_day = *day;
    return time;
  }

  const Text& text_;
  std::uint32_t begin_, end_;
};

bool may_begin(const Token& token) {
  const std::string_view word = token.lower;
  return token.kind == TokenKind::kNumber || kBegins.has(word) || month_named(word) || weekday_named(word) || count_named(word) ||
         kAbout.has(word) || word == "more" || word == "less" || word == "that" || word == "easter" || word == "christmas" || word.starts_with("mid-");
}

}  // namespace

std::optional<TimeExpression> time_at(const Text& text, std::uint32_t token) {
  if (!may_begin(text.tokens[token])) return std::nullopt;
  return Reader(text, token).longest(token);
}

}  // namespace modus::reading

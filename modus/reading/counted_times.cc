#include "modus/reading/time_cursor.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kBeforeSeason("in", "by", "since", "until", "before", "after", "during", "this", "next",
                                "last");
constexpr WordSet kBeforeWeekend("at", "over", "by", "before", "after", "during", "for", "until", "into");
constexpr WordSet kStillToGo("left", "remaining", "away");
constexpr WordSet kAbout("about", "around", "nearly", "almost", "roughly", "some", "over", "barely", "just",
                         "only");

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

}  // namespace

TimeCursor::Found CountedTimes::longest(std::uint32_t i) const {
  Found best;
  for (const Found& found : {near_day(i), unit(i), part_of(i), rolling(i), ago(i), anchored(i)})
    if (found && (!best || found->tokens.last > best->tokens.last)) best = found;
  return best;
}

TimeCursor::Found CountedTimes::day_from_today(std::uint32_t first, std::uint32_t last, int offset) const {
  TimeExpression time = made(first, after_day_part(last), TimeForm::kUnit);
  time.offset = offset;
  return time;
}

/// Today, yesterday, tomorrow and their neighbours.
TimeCursor::Found CountedTimes::near_day(std::uint32_t i) const {
  if (is(i, "today") || is(i, "tonight")) return day_from_today(i, i + 1, 0);
  if (is(i, "yesterday") || is(i, "overnight")) return day_from_today(i, i + 1, -1);
  if (is(i, "tomorrow")) return day_from_today(i, i + 1, 1);
  if (is(i, "this") && after_day_part(i + 1) > i + 1) return day_from_today(i, i + 1, 0);
  if (is(i, "last") && is(i + 1, "night")) return day_from_today(i, i + 1, -1);
  if (!is(i, "the") || !is(i + 1, "day")) return std::nullopt;
  if (is(i + 2, "before") && is(i + 3, "yesterday")) return day_from_today(i, i + 4, -2);
  if (is(i + 2, "after") && is(i + 3, "tomorrow")) return day_from_today(i, i + 4, 2);
  return std::nullopt;
}

TimeCursor::Found CountedTimes::made_unit(std::uint32_t first, std::uint32_t last, TimeUnit unit,
                                          std::optional<int> offset) const {
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
TimeCursor::Found CountedTimes::unit(std::uint32_t i) const {
  const auto offset = offset_named(word(i));
  if (offset) {
    const auto named = unit_named(word(i + 1));
    const bool whole =
        named && *named != TimeUnit::kDay && !word(i + 1).ends_with("s") && !is(i + 1, "fortnight");
    // "the last week" are the seven days behind us: see rolling().
    if (!whole || (before(i) == "the" && *offset != 0 && !is(i, "previous") && *named <= TimeUnit::kYear))
      return std::nullopt;
    return made_unit(i, i + 2, *named, offset);
  }
  return open_unit(i);
}

/// "the weekend", "the spring": which one, the tense must tell.
TimeCursor::Found CountedTimes::open_unit(std::uint32_t i) const {
  const std::uint32_t at = is(i, "the") ? i + 1 : i;
  const auto named = unit_named(word(at));
  if (!named) return std::nullopt;
  if (*named == TimeUnit::kWeekend)
    return at > i && kBeforeWeekend.has(before(i)) ? made_unit(i, at + 1, *named, std::nullopt)
                                                   : std::nullopt;
  if (*named < TimeUnit::kSpring || word(at) == "fall") return std::nullopt;
  Found season = made_unit(i, at + 1, *named, std::nullopt);
  return season->year || kBeforeSeason.has(before(i)) ? season : std::nullopt;
}

/// "earlier this week", "early next month", "the end of the year", "mid-June", "late March".
TimeCursor::Found CountedTimes::part_of(std::uint32_t i) const {
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
  if (!inner) inner = named_.named_month(at);
  if (!inner) inner = named_.plain_year(at);
  if (!inner) return std::nullopt;
  inner->tokens.first = i;
  inner->part = *part;
  inner->approximate = true;
  return inner;
}

/// "the month" in "the end of the month".
TimeCursor::Found CountedTimes::the_unit(std::uint32_t i, bool whole) const {
  const bool moved = offset_named(word(i + 1)).has_value();
  const auto named = unit_named(word(moved ? i + 2 : i + 1));
  if (!named || !whole || *named == TimeUnit::kDay) return std::nullopt;
  return made_unit(i, i + (moved ? 3 : 2), *named, moved ? offset_named(word(i + 1)) : std::optional(0));
}

/// A number of units at `at`: "two", "a few", "a couple of". Moves `at` behind it.
std::optional<unsigned> CountedTimes::take_count(std::uint32_t& at) const {
  std::uint32_t next = at;
  if (is(next, "a") &&
      (is(next + 1, "few") || is(next + 1, "couple") || unit_named(word(next + 1)) == std::nullopt))
    ++next;
  const auto count = count_named(word(next));
  if (!count) return std::nullopt;
  at = next + 1;
  if (is(at, "of")) ++at;
  return count;
}

/// "the past two weeks", "the coming days", "recent weeks", "the last month".
TimeCursor::Found CountedTimes::rolling(std::uint32_t i) const {
  std::uint32_t at = is(i, "the") ? i + 1 : i;
  const bool recent = is(at, "recent");
  const auto turn = recent ? std::optional(-1) : offset_named(word(at));
  if (!turn || *turn == 0 || is(at, "previous")) return std::nullopt;
  ++at;
  const auto count = take_count(at);
  const auto named = unit_named(word(at));
  const bool several = named && word(at).ends_with('s');
  if (!named || *named > TimeUnit::kYear ||
      (!several && (at != i + 2 || *named == TimeUnit::kDay || is(i + 1, "previous"))))
    return std::nullopt;
  if (several && !count && i == at - 1 && !recent && !is(i, "coming")) return std::nullopt;
  if (!several && !is(i, "the")) return std::nullopt;
  TimeExpression time = made(i, at + 1, TimeForm::kRolling);
  time.unit = *named;
  time.count = *turn * static_cast<int>(count.value_or(several ? 0 : 1));
  if (time.count == 0) time.count = *turn * (named == TimeUnit::kDay ? 7 : named == TimeUnit::kWeek ? 4 : 3);
  time.approximate = true;
  return time;
}

/// Behind "about", "more than", "just over".
std::uint32_t CountedTimes::take_about(std::uint32_t at) const {
  if ((is(at, "more") || is(at, "less")) && is(at + 1, "than")) return at + 2;
  if (!kAbout.has(word(at))) return at;
  return kAbout.has(word(at + 1)) ? at + 2 : at + 1;
}

/// "two weeks ago", "about a month ago", "a day earlier", "in three days' time", "two months from now".
TimeCursor::Found CountedTimes::ago(std::uint32_t i) const {
  std::uint32_t at = take_about(i);
  bool about = at > i;
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
TimeCursor::Found CountedTimes::turned(TimeExpression time, std::uint32_t at) const {
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
TimeCursor::Found CountedTimes::anchored(std::uint32_t i) const {
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

}  // namespace modus::reading

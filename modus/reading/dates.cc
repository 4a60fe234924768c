// Times are first recognised (date_patterns), then placed: by what they say themselves ("last", "2026"), by
// the words before them ("since", "until"), by the tense of their clause, and where nothing of these tells,
// to the nearest such day.
#include "modus/reading/dates.h"

#include <algorithm>
#include <array>

#include "modus/reading/calendar.h"
#include "modus/reading/date_patterns.h"
#include "modus/reading/tense.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

using std::chrono::days;

constexpr WordSet kMoves("moved", "postponed", "delayed", "shifted", "rescheduled", "extended", "deferred",
                         "brought");

/// What is known where an expression stands.
struct Place {
  std::optional<Day> reference;
  std::optional<Day> anchor;  ///< the single day named last in the same block
  Tense tense = Tense::kUnknown;
};

Days clamped_before(Days whole, Day reference) {
  return {whole.first, std::max(whole.first, std::min(whole.last, reference - days(1)))};
}

Days clamped_after(Days whole, Day reference) {
  return {std::min(whole.last, std::max(whole.first, reference + days(1))), whole.last};
}

Days part_of(Days whole, Part part, Day reference) {
  switch (part) {
    case Part::kWhole:
      return whole;
    case Part::kEarly:
      return third_of(whole, 0);
    case Part::kMiddle:
      return third_of(whole, 1);
    case Part::kLate:
      return third_of(whole, 2);
    case Part::kStart:
      return {whole.first, whole.first};
    case Part::kEnd:
      return {whole.last, whole.last};
    case Part::kBefore:
      return clamped_before(whole, reference);
    case Part::kAfter:
      return clamped_after(whole, reference);
  }
  return whole;
}

/// How far days lie from the report's; much farther where the tense points the other way.
int distance(const Days& from, const Place& place) {
  const bool wrong_way = (place.tense == Tense::kPast && from.first > *place.reference) ||
                         (place.tense == Tense::kFuture && from.last < *place.reference);
  return static_cast<int>(std::chrono::abs(from.first - *place.reference).count()) + (wrong_way ? 200 : 0);
}

/// Of the same days in three years running the one the tense asks for, else the one nearest to the reference.
std::optional<Days> nearest(const std::array<std::optional<Days>, 3>& candidates, const Place& place) {
  std::optional<Days> best;
  for (const auto& candidate : candidates)
    if (candidate && (!best || distance(*candidate, place) < distance(*best, place))) best = candidate;
  return best;
}

std::optional<Days> day_in_year(const TimeExpression& time, int year) {
  const auto first = day_of(year, time.month, time.day), last = day_of(year, time.month, time.last_day);
  return first && last ? std::optional(Days{*first, *last}) : std::nullopt;
}

std::optional<Days> place_day(const TimeExpression& time, const Place& place) {
  if (time.year) return day_in_year(time, *time.year);
  if (!place.reference) return std::nullopt;
  const int year = year_of(*place.reference);
  return nearest({day_in_year(time, year - 1), day_in_year(time, year), day_in_year(time, year + 1)}, place);
}

std::optional<Days> place_month(const TimeExpression& time, const Place& place) {
  if (time.year)
    return part_of(month_days(*time.year, time.month), time.part, place.reference.value_or(Day()));
  if (!place.reference) return std::nullopt;
  const int year = year_of(*place.reference);
  Days chosen = month_days(year, time.month);
  const Days now = unit_days(TimeUnit::kMonth, *place.reference, 0);
  const int offset = time.offset.value_or(0);
  const bool past = offset < 0 || (offset == 0 && place.tense == Tense::kPast && time.part != Part::kEnd);
  const bool future = offset > 0 || (!time.offset && place.tense == Tense::kFuture);
  if (past && chosen.first > now.first) chosen = month_days(year - 1, time.month);
  if (future && chosen.first < now.first) chosen = month_days(year + 1, time.month);
  if (!past && !future && !time.offset)
    chosen = *nearest({month_days(year - 1, time.month), chosen, month_days(year + 1, time.month)}, place);
  return part_of(chosen, time.part, *place.reference);
}

std::optional<Days> place_easter(const Place& place) {
  if (!place.reference) return std::nullopt;
  const int year = year_of(*place.reference);
  const auto feast = [](int in_year) {
    return std::optional(Days{easter_sunday(in_year) - days(2), easter_sunday(in_year) + days(1)});
  };
  return nearest({feast(year - 1), feast(year), feast(year + 1)}, place);
}

Day latest_weekday(Day until, unsigned weekday) {
  return until - days((weekday_of(until) + 7 - weekday) % 7);
}
Day first_weekday(Day from, unsigned weekday) { return from + days((weekday + 7 - weekday_of(from)) % 7); }

Day weekday_by_offset(const TimeExpression& time, Day reference) {
  const int offset = *time.offset;
  const Day in_week = unit_days(TimeUnit::kWeek, reference, offset).first + days(time.weekday);
  if (time.of_week || offset == 0) return in_week;
  if (offset < 0) return latest_weekday(reference - days(1), time.weekday);
  if (offset == 2) return first_weekday(reference + days(1), time.weekday) + days(7);
  // "next Friday" said on a Monday is that of the coming week; said on a Saturday it is the one ahead, which
  // is the same.
  return in_week;
}

std::optional<Days> place_weekday(const TimeExpression& time, const Place& place) {
  std::optional<Day> day;
  if (time.count != 0 && place.anchor) {
    day = time.count > 0 ? first_weekday(*place.anchor + days(1), time.weekday)
                         : latest_weekday(*place.anchor - days(1), time.weekday);
  } else if (place.reference && time.offset) {
    day = weekday_by_offset(time, *place.reference);
  } else if (place.reference) {
    day = place.tense == Tense::kFuture ? first_weekday(*place.reference, time.weekday)
                                        : latest_weekday(*place.reference, time.weekday);
  }
  return day ? std::optional(Days{*day, *day}) : std::nullopt;
}

/// "the weekend", "the spring": the one the tense asks for.
int open_offset(const TimeExpression& time, const Place& place) {
  const Days now = unit_days(time.unit, *place.reference, 0);
  if (place.tense == Tense::kFuture) return now.last < *place.reference ? 1 : 0;
  return now.first > *place.reference && place.tense == Tense::kPast ? -1 : 0;
}

std::optional<Days> place_unit(const TimeExpression& time, const Place& place) {
  if (time.year)
    return part_of(unit_days(time.unit, month_days(*time.year, 12).first, 0), time.part,
                   place.reference.value_or(Day()));
  if (!place.reference) return std::nullopt;
  int offset = time.offset ? *time.offset : open_offset(time, place);
  // "last weekend" and "last summer" are the latest that are over; in a week before its weekend that is the
  // one of the week before.
  const Days now = unit_days(time.unit, *place.reference, 0);
  if (time.unit >= TimeUnit::kSpring && time.offset && offset == -1 && now.last < *place.reference)
    offset = 0;
  if (time.unit >= TimeUnit::kSpring && time.offset && offset == 1 && now.first > *place.reference)
    offset = 0;
  return part_of(unit_days(time.unit, *place.reference, offset), time.part, *place.reference);
}

std::optional<Days> place_rolling(const TimeExpression& time, const Place& place) {
  if (!place.reference) return std::nullopt;
  const days length(unit_length(time.unit) * time.count);
  if (time.count < 0) return Days{*place.reference + length, *place.reference - days(1)};
  return Days{*place.reference + days(1), *place.reference + length};
}

/// Weeks are meant to within a few days, months and years to within one of them.
Days counted_from(Day day, const TimeExpression& time) {
  if (time.unit == TimeUnit::kDay) {
    const days slack(time.approximate ? 2 : 0);
    return {day + days(time.count) - slack, day + days(time.count) + slack};
  }
  if (time.unit >= TimeUnit::kMonth) return unit_days(time.unit, day, time.count);
  const Day middle = day + days(7 * time.count);
  return {middle - days(3), middle + days(3)};
}

std::optional<Days> place_time(const TimeExpression& time, const Place& place) {
  switch (time.form) {
    case TimeForm::kDay:
      return place_day(time, place);
    case TimeForm::kMonth:
      return place_month(time, place);
    case TimeForm::kYear:
      return part_of({month_days(*time.year, 1).first, month_days(*time.year, 12).last}, time.part,
                     place.reference.value_or(Day()));
    case TimeForm::kWeekday:
      return place_weekday(time, place);
    case TimeForm::kUnit:
      return place_unit(time, place);
    case TimeForm::kRolling:
      return place_rolling(time, place);
    case TimeForm::kAgo:
      return place.reference ? std::optional(counted_from(*place.reference, time)) : std::nullopt;
    case TimeForm::kAnchored: {
      const auto from = place.anchor ? place.anchor : place.reference;
      return from ? std::optional(counted_from(*from, time)) : std::nullopt;
    }
    case TimeForm::kEaster:
      return place_easter(place);
    case TimeForm::kDayOfMonth:
      break;
  }
  if (!place.reference) return std::nullopt;
  const int turn = place.tense == Tense::kFuture ? 1 : -1;
  for (int offset : {0, turn, 2 * turn}) {
    const std::chrono::year_month_day month{unit_days(TimeUnit::kMonth, *place.reference, offset).first};
    const auto day = day_of(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), time.day);
    if (day && (turn > 0 ? *day >= *place.reference : *day <= *place.reference)) return Days{*day, *day};
  }
  return std::nullopt;
}

DatePrecision precision_of(const TimeExpression& time, const std::optional<Days>& placed) {
  if (placed && placed->first == placed->last) return DatePrecision::kDay;
  if (time.part != Part::kWhole) return DatePrecision::kRange;
  if (time.form == TimeForm::kMonth || time.unit == TimeUnit::kMonth)
    return time.form == TimeForm::kRolling ? DatePrecision::kRange : DatePrecision::kMonth;
  if (time.unit == TimeUnit::kWeek && time.form != TimeForm::kRolling) return DatePrecision::kWeek;
  const bool day_form = time.form == TimeForm::kWeekday ||
                        (time.form == TimeForm::kDay && time.day == time.last_day) ||
                        time.form == TimeForm::kDayOfMonth;
  return day_form || (time.unit == TimeUnit::kDay && time.form == TimeForm::kUnit) ? DatePrecision::kDay
                                                                                   : DatePrecision::kRange;
}

/// "Monday to Wednesday", "March 4 and 5": two single days that are one stretch.
bool joins(const Text& text, const DateMention& before, const DateMention& after) {
  if (before.tokens.last + 1 != after.tokens.first || !before.first || !after.first) return false;
  if (before.precision != DatePrecision::kDay || after.precision != DatePrecision::kDay ||
      *after.first <= *before.first)
    return false;
  const Token& between = text.tokens[before.tokens.last];
  const bool neighbours = *after.first - *before.first == days(1);
  if (between.lower == "and") return neighbours;
  const bool moves = before.tokens.first >= 2 && kMoves.has(text.tokens[before.tokens.first - 2].lower);
  return !moves && (between.kind == TokenKind::kDash || between.lower == "to" || between.lower == "through" ||
                    between.lower == "until" || between.lower == "-");
}

/// The end of "from Monday to Friday" lies ahead of its beginning whatever the tense.
void put_after(const Text& text, const TimeExpression& time, const DateMention& before,
               std::optional<Days>& placed) {
  const bool bare = time.form == TimeForm::kWeekday && !time.offset && time.count == 0;
  if (!bare || !placed || !before.first || before.tokens.last + 1 != time.tokens.first ||
      before.precision != DatePrecision::kDay)
    return;
  const std::string_view between = text.tokens[before.tokens.last].lower;
  if (between != "to" && between != "and" && between != "through" && between != "until") return;
  const Day day = first_weekday(*before.first + days(1), time.weekday);
  placed = Days{day, day};
}

class Finder {
 public:
  Finder(const Text& text, std::optional<Day> reference) : text_(text), reference_(reference) {}

  std::vector<DateMention> run() {
    for (std::uint32_t at = 0; at < text_.size();) {
      const auto time = time_at(text_, at);
      if (time) add(*time);
      at = time ? time->tokens.last : at + 1;
    }
    return std::move(found_);
  }

 private:
  void add(const TimeExpression& time) {
    const std::uint32_t block = text_.sentences[text_.tokens[time.tokens.first].sentence].block;
    if (block != block_) anchor_.reset();
    block_ = block;
    const Place place{reference_, anchor_, tense_at(text_, time.tokens)};
    auto placed = place_time(time, place);
    if (!found_.empty()) put_after(text_, time, found_.back(), placed);
    DateMention made;
    made.tokens = time.tokens;
    made.precision = precision_of(time, placed);
    made.approximate = time.approximate;
    if (placed) set_days(made, *placed, place.tense);
    keep(made);
  }

  void set_days(DateMention& made, Days placed, Tense tense) {
    made.first = placed.first;
    made.last = placed.last;
    made.future =
        reference_ && (placed.first > *reference_ || (placed.last >= *reference_ && tense == Tense::kFuture));
    if (placed.first == placed.last) anchor_ = placed.first;
  }

  void keep(const DateMention& made) {
    if (found_.empty() || !joins(text_, found_.back(), made)) {
      found_.push_back(made);
      return;
    }
    DateMention& whole = found_.back();
    whole.tokens.last = made.tokens.last;
    whole.last = made.last;
    whole.precision = DatePrecision::kRange;
    whole.future = whole.future || made.future;
  }

  const Text& text_;
  std::optional<Day> reference_;
  std::optional<Day> anchor_;
  std::uint32_t block_ = 0;
  std::vector<DateMention> found_;
};

}  // namespace

std::vector<DateMention> find_dates(const Text& text, std::optional<Day> reference) {
  return Finder(text, reference).run();
}

}  // namespace modus::reading

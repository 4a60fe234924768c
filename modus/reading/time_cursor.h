/// \file Looking at the words around one place of a sentence for an expression of time.
#pragma once

#include <optional>
#include <string_view>

#include "modus/reading/date_patterns.h"

namespace modus::reading {

/// Never looks beyond the sentence of its token.
class TimeCursor {
 public:
  using Found = std::optional<TimeExpression>;

  TimeCursor(const Text& text, std::uint32_t token)
      : text_(text),
        begin_(text.sentences[text.tokens[token].sentence].tokens.first),
        end_(text.sentences[text.tokens[token].sentence].tokens.last) {}

 protected:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= begin_ && i < end_ ? std::string_view(text_.tokens[i].lower) : std::string_view();
  }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view lower) const {
    return i < end_ && word(i) == lower;
  }
  [[nodiscard]] std::string_view before(std::uint32_t i) const {
    return i > begin_ ? word(i - 1) : std::string_view();
  }
  [[nodiscard]] bool capital(std::uint32_t i) const { return i < end_ && text_.tokens[i].capital; }
  [[nodiscard]] std::optional<unsigned> month_word(std::uint32_t i) const {
    return capital(i) ? month_named(word(i)) : std::nullopt;
  }
  [[nodiscard]] std::optional<unsigned> weekday_word(std::uint32_t i) const {
    return capital(i) ? weekday_named(word(i)) : std::nullopt;
  }

  /// Behind "morning", "night" and their like, if one stands at `i`.
  [[nodiscard]] std::uint32_t after_day_part(std::uint32_t i) const;

  /// Which of its units "last", "this" or "next" means: -1, 0, 1.
  static std::optional<int> offset_named(std::string_view word);

  static TimeExpression made(std::uint32_t first, std::uint32_t last, TimeForm form) {
    TimeExpression time;
    time.tokens = {first, last};
    time.form = form;
    return time;
  }

  const Text& text_;
  std::uint32_t begin_, end_;
};

/// Times that have a name in the calendar: days, months, years, weekdays, feasts.
class NamedTimes : public TimeCursor {
 public:
  using TimeCursor::TimeCursor;
  [[nodiscard]] Found longest(std::uint32_t i) const;
  /// "March", "March 2026", whatever stands before it.
  [[nodiscard]] Found named_month(std::uint32_t i) const;
  [[nodiscard]] Found plain_year(std::uint32_t i) const;

 private:
  struct DayNumbers {
    unsigned first = 0, last = 0;
  };
  static std::optional<DayNumbers> day_numbers(std::string_view word);
  std::uint32_t take_year(std::uint32_t i, TimeExpression& time) const;
  std::uint32_t take_last_day(std::uint32_t i, bool month_follows, DayNumbers& days) const;
  [[nodiscard]] Found finish_day(std::uint32_t first, std::uint32_t last, unsigned month,
                                 DayNumbers days) const;
  [[nodiscard]] Found month_first(std::uint32_t i) const;
  [[nodiscard]] Found day_first(std::uint32_t i) const;
  [[nodiscard]] Found dated(std::uint32_t i) const;
  [[nodiscard]] Found numeric(std::uint32_t i) const;
  [[nodiscard]] Found weekday(std::uint32_t i) const;
  [[nodiscard]] Found with_week(TimeExpression time) const;
  [[nodiscard]] Found month(std::uint32_t i) const;
  [[nodiscard]] Found mid_month(std::uint32_t i) const;
  [[nodiscard]] Found year(std::uint32_t i) const;
  [[nodiscard]] Found feast(std::uint32_t i) const;
  [[nodiscard]] Found day_of_month(std::uint32_t i) const;
};

/// Times counted from the day of the report or from a day named before.
class CountedTimes : public TimeCursor {
 public:
  CountedTimes(const Text& text, std::uint32_t token) : TimeCursor(text, token), named_(text, token) {}
  [[nodiscard]] Found longest(std::uint32_t i) const;

 private:
  [[nodiscard]] Found day_from_today(std::uint32_t first, std::uint32_t last, int offset) const;
  [[nodiscard]] Found near_day(std::uint32_t i) const;
  [[nodiscard]] Found made_unit(std::uint32_t first, std::uint32_t last, TimeUnit unit,
                                std::optional<int> offset) const;
  [[nodiscard]] Found unit(std::uint32_t i) const;
  [[nodiscard]] Found open_unit(std::uint32_t i) const;
  [[nodiscard]] Found part_of(std::uint32_t i) const;
  [[nodiscard]] Found the_unit(std::uint32_t i, bool whole) const;
  std::optional<unsigned> take_count(std::uint32_t& at) const;
  [[nodiscard]] Found rolling(std::uint32_t i) const;
  std::uint32_t take_about(std::uint32_t at) const;
  [[nodiscard]] Found ago(std::uint32_t i) const;
  [[nodiscard]] Found turned(TimeExpression time, std::uint32_t at) const;
  [[nodiscard]] Found anchored(std::uint32_t i) const;

  NamedTimes named_;
};

}  // namespace modus::reading

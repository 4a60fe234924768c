/// \file Which date of a clause belongs to which of its events.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "modus/reading/dates.h"
#include "modus/reading/event_words.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// Where dates are shared out.
struct EventPlace {
  Tokens sentence, clause;
  const std::vector<EventHit>& hits;  ///< all events of the clause
};

class EventDates {
 public:
  using DateIndex = std::uint32_t;

  EventDates(const Text& text, const std::vector<DateMention>& dates)
      : text_(text), dates_(dates), deadline_(dates.size(), false) {}

  /// The dates that begin within the tokens: [first, second). O(log dates).
  [[nodiscard]] std::pair<DateIndex, DateIndex> within(Tokens tokens) const;

  /// A date that sets a deadline dates nothing else.
  void set_deadline(DateIndex date) { deadline_[date] = true; }
  [[nodiscard]] bool sets_deadline(DateIndex date) const { return deadline_[date]; }

  /// The free date of the clause nearest to the words of an event, one behind them before one in front of
  /// them; no day on which something was only said or announced. O(clause).
  [[nodiscard]] std::optional<DateIndex> date_for(const EventHit& hit, const EventPlace& where) const;

 private:
  [[nodiscard]] bool suits(const EventHit& hit, const DateMention& date, const EventPlace& where) const;

  const Text& text_;
  const std::vector<DateMention>& dates_;
  std::vector<bool> deadline_;
};

}  // namespace modus::reading

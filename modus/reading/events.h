/// \file What happened or is planned: talks, meetings, votes, deadlines, with who, where and when.
#pragma once

#include <vector>

#include "modus/reading/actors.h"
#include "modus/reading/dates.h"

namespace modus::reading {

struct EventMention {
  std::string kind;               ///< talks, meeting, press_conference, briefing, deadline, vote, strike, visit, signing, ...
  EventStatus status = EventStatus::kPast;
  std::vector<ActorIndex> participants;   ///< rising
  std::optional<Tokens> place;
  std::optional<std::uint32_t> date;      ///< into the dates given
  Tokens tokens;                  ///< from its first to its last part: "talks in Berlin", with participants where they adjoin
};

/// The events of a text in order of their passages; one event told twice (same kind, place or participants, agreeing dates) is
/// listed once, at its fullest telling. Precision before recall: "talks" that are only a topic are none. O(tokens).
[[nodiscard]] std::vector<EventMention> find_events(const Text& text, const ActorTable& actors, const std::vector<DateMention>& dates);

}  // namespace modus::reading

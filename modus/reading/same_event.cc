#include "modus/reading/same_event.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace modus::reading {
namespace {

/// Kinds that may name the same happening share a family.
std::string_view family(std::string_view kind) {
  if (kind == "meeting" || kind == "summit" || kind == "visit" || kind == "call") return "talks";
  if (kind == "ratification" || kind == "decision") return "vote";
  if (kind == "entry_into_force" || kind == "adjournment") return "deadline";
  if (kind == "briefing" || kind == "speech" || kind == "interview" || kind == "rally")
    return "press_conference";
  return kind;
}

class Comparer {
 public:
  Comparer(const Text& text, const std::vector<DateMention>& dates) : text_(text), dates_(dates) {}

  [[nodiscard]] bool same(const EventMention& a, const EventMention& b) const {
    if (family(a.kind) != family(b.kind)) return false;
    const DateMention *when_a = day_of(a), *when_b = day_of(b);
    const bool both_placed = a.place && b.place;
    const bool same_place = both_placed && text_.of(*a.place) == text_.of(*b.place);
    if (when_a != nullptr && when_b != nullptr) {
      if (family(a.kind) == "deadline" && (when_a->approximate || when_b->approximate))
        return overlap(*when_a, *when_b);
      const bool related = a.kind == b.kind
                               ? !both_placed
                               : !both_placed && (a.participants.empty() || b.participants.empty());
      return same_days(*when_a, *when_b) && (related || same_place || share_party(a, b));
    }
    return same_place ||
           (!a.place && !b.place && a.kind == b.kind && a.status == b.status && share_party(a, b));
  }

  /// An exact day says more than "three weeks left".
  [[nodiscard]] std::size_t fullness(const EventMention& event) const {
    const DateMention* when = day_of(event);
    const std::size_t dated = when == nullptr ? 0U : when->approximate ? 4U : 7U;
    return dated + (event.place ? 3U : 0U) + std::min<std::size_t>(event.participants.size(), 2U);
  }

 private:
  [[nodiscard]] const DateMention* day_of(const EventMention& event) const {
    return event.date && dates_[*event.date].first ? &dates_[*event.date] : nullptr;
  }
  static bool same_days(const DateMention& a, const DateMention& b) {
    return a.first == b.first && a.last == b.last;
  }
  static bool overlap(const DateMention& a, const DateMention& b) {
    return *a.first <= *b.last && *b.first <= *a.last;
  }
  static bool share_party(const EventMention& a, const EventMention& b) {
    return std::any_of(a.participants.begin(), a.participants.end(), [&](ActorIndex actor) {
      return std::binary_search(b.participants.begin(), b.participants.end(), actor);
    });
  }

  const Text& text_;
  const std::vector<DateMention>& dates_;
};

/// What the fuller telling leaves out the other one may tell.
void complete(EventMention& fuller, const EventMention& other) {
  if (!fuller.place) fuller.place = other.place;
  if (!fuller.date) fuller.date = other.date;
  if (fuller.participants.empty()) fuller.participants = other.participants;
}

}  // namespace

std::vector<EventMention> once_each(std::vector<EventMention> events, const Text& text,
                                    const std::vector<DateMention>& dates) {
  const Comparer comparer(text, dates);
  std::vector<EventMention> kept;
  for (EventMention& event : events) {
    const auto twin = std::find_if(kept.begin(), kept.end(),
                                   [&](const EventMention& other) { return comparer.same(other, event); });
    if (twin == kept.end()) {
      kept.push_back(std::move(event));
    } else if (comparer.fullness(event) > comparer.fullness(*twin)) {
      complete(event, *twin);
      kept.erase(twin);
      kept.push_back(std::move(event));
    } else {
      complete(*twin, event);
    }
  }
  return kept;
}

}  // namespace modus::reading

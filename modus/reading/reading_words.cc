#include "modus/reading/reading_words.h"

#include <array>
#include <cstddef>

namespace modus::reading {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 6> kActorTypes = {"person", "state", "organisation", "company", "group", "body"};
constexpr std::array<std::string_view, 3> kMentions = {"name", "metonym", "nominal"};
constexpr std::array<std::string_view, 4> kOptionStatuses = {"proposed", "pending", "agreed", "rejected"};
constexpr std::array<std::string_view, 6> kKinds = {"demand", "reject", "offer", "accept", "claim", "assessment"};
constexpr std::array<std::string_view, 3> kModes = {"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, 6> kCloseness = {"near", "closer", "mixed", "uncertain", "far", "stalled"};
constexpr std::array<std::string_view, 4> kAttributions = {"according-to", "reported-by", "anonymous", "document"};
constexpr std::array<std::string_view, 3> kEventStatuses = {"past", "ongoing", "planned"};
constexpr std::array<std::string_view, 4> kPrecisions = {"day", "week", "month", "range"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template <class Enum, std::size_t N>
std::string_view at(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view word_of(ActorType type) { return at(kActorTypes, type); }
std::string_view word_of(MentionKind how) { return at(kMentions, how); }
std::string_view word_of(OptionStatus status) { return at(kOptionStatuses, status); }
std::string_view word_of(ReadKind kind) { return at(kKinds, kind); }
std::string_view word_of(ReadMode mode) { return at(kModes, mode); }
std::string_view word_of(Closeness closeness) { return at(kCloseness, closeness); }
std::string_view word_of(AttributionType type) { return at(kAttributions, type); }
std::string_view word_of(EventStatus status) { return at(kEventStatuses, status); }
std::string_view word_of(DatePrecision precision) { return at(kPrecisions, precision); }

std::optional<ActorType> actor_type_of(std::string_view word) { return find<ActorType>(kActorTypes, word); }
std::optional<OptionStatus> option_status_of(std::string_view word) { return find<OptionStatus>(kOptionStatuses, word); }
std::optional<ReadKind> read_kind_of(std::string_view word) { return find<ReadKind>(kKinds, word); }
std::optional<EventStatus> event_status_of(std::string_view word) { return find<EventStatus>(kEventStatuses, word); }

}  // namespace modus::reading

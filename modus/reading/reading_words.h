/// \file The words of neg-reading/1 for kinds, modes, types and the like, and back.
#pragma once

#include <optional>
#include <string_view>

#include "modus/reading/reading.h"

namespace modus::reading {

[[nodiscard]] std::string_view word_of(ActorType type);
[[nodiscard]] std::string_view word_of(MentionKind how);
[[nodiscard]] std::string_view word_of(OptionStatus status);
[[nodiscard]] std::string_view word_of(ReadKind kind);
[[nodiscard]] std::string_view word_of(ReadMode mode);
[[nodiscard]] std::string_view word_of(Closeness closeness);
[[nodiscard]] std::string_view word_of(AttributionType type);
[[nodiscard]] std::string_view word_of(EventStatus status);
[[nodiscard]] std::string_view word_of(DatePrecision precision);

/// The other way; nothing for a word that is none of them.
[[nodiscard]] std::optional<ActorType> actor_type_of(std::string_view word);
[[nodiscard]] std::optional<OptionStatus> option_status_of(std::string_view word);
[[nodiscard]] std::optional<ReadKind> read_kind_of(std::string_view word);
[[nodiscard]] std::optional<EventStatus> event_status_of(std::string_view word);

}  // namespace modus::reading

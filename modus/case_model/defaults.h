/// \file The one table of kinds, channels and their default certainties. Conventions, not calibrated; a case
/// can override each, and the brief prints those that were used.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace modus::case_model {

enum class StatementKind { kRedLine, kDemands, kRejects, kOffers, kAccepts, kPrefers, kRanks };
enum class Channel { kQuoted, kDocument, kReported, kThirdParty, kUnnamed, kRival };

inline constexpr std::size_t kStatementKinds = 7;
inline constexpr std::size_t kChannels = 6;

/// The word used in files and pages: "red_line", "third_party", ...
[[nodiscard]] std::string_view word_of(StatementKind kind);
[[nodiscard]] std::string_view word_of(Channel channel);
[[nodiscard]] std::optional<StatementKind> kind_of(std::string_view word);
[[nodiscard]] std::optional<Channel> channel_of(std::string_view word);

struct Defaults {
  /// How sure, if it was made, that it is meant; indexed by kind.
  /// A demand's is its limit's alone; as evidence on values it uses `wants`.
  std::array<double, kStatementKinds> meant = {0.9, 0.3, 0.7, 0.8, 0.9, 0.85, 0.8};
  /// `rejects` of a complete package is evidence, not a limit.
  double meant_rejects_complete = 0.85;
  double wants = 0.9;
  /// How sure that it was made as reported; indexed by channel.
  std::array<double, kChannels> said = {1, 1, 0.95, 0.8, 0.6, 0.5};
  /// How often a party that is asked answers truly: before others, and alone with the mediator.
  double honest_public = 0.5, honest_private = 0.8;
  friend bool operator==(const Defaults&, const Defaults&) = default;
};

}  // namespace modus::case_model

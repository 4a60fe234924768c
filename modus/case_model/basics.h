/// \file Small values that more than one part of a case uses: days, quoted words, roles.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace modus::case_model {

using Day = std::chrono::sys_days;
/// first == last for one day.
struct Days {
  Day first, last;
  friend bool operator==(const Days&, const Days&) = default;
};

/// Words of a source: where it stands is checked against the source's file.
struct Quote {
  std::string text;                                       ///< empty: none
  std::optional<std::pair<std::size_t, std::size_t>> at;  ///< its code points in the source's file
  friend bool operator==(const Quote&, const Quote&) = default;
};

enum class Role { kPrincipal, kRatifier, kGuarantor, kFacilitator, kSpoiler, kObserver };

}  // namespace modus::case_model

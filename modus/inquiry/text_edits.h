/// \file Edits, trades and what comes closest to one. Private to this room.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/base/context.h"
#include "modus/inquiry/text_values.h"

namespace modus::inquiry {

struct EditOptions {
  double confidence = 0.8, helped = 0.5;
  std::size_t most_edits = 12, most_trades = 8;  ///< listed
  double budget = 1.5e9;                         ///< of ChangeScanOptions
};

/// Of changes to the same issues at most so many are listed: the others differ from them in degree.
inline constexpr std::size_t kMostAlike = 2;
/// Of the bundles of one size at most so many are weighed: those that hurt least often.
inline constexpr std::size_t kMostWeighed = 1000;

struct FoundEdits {
  std::vector<findings::TextChange> edits, trades;  ///< named and in order
  std::uint64_t edits_found = 0, trades_found = 0;
  findings::TextProof proof;
};

/// As findings/single_text.h says. Cost: scan_changes, then for each single change and each bundle weighed
/// scenarios * parties * issues. Same at any thread count.
[[nodiscard]] FoundEdits find_edits(const TextValues& values, const EditOptions& options,
                                    const base::Context& context);

}  // namespace modus::inquiry

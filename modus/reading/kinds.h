/// \file Of which kind a reported word is: from its cue and from what is said.
#pragma once

#include <optional>
#include <vector>

#include "modus/reading/contents.h"

namespace modus::reading {

struct KindReading {
  ReadKind kind = ReadKind::kClaim;
  std::vector<ReadKind> others;      ///< defensible besides it
  StatementFlags flags;
  std::optional<Closeness> closeness;
  bool sure = true;                  ///< a plain sign decided
  std::optional<Tokens> stance;      ///< the words that decided, where they stand in the content
};

/// The kind of what is said, from its words alone: a stance word, a modal, a phrase about closeness.
/// `own`: whether the content speaks of the speaker's own side (or of nobody in particular).
[[nodiscard]] KindReading kind_of_content(const Scene& scene, Tokens content, bool own);

/// The kind of a site with its content. `own` as above.
[[nodiscard]] KindReading kind_of(const Scene& scene, const CueSite& site, const Content& content, bool own);

}  // namespace modus::reading

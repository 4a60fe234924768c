/// \file Quotations that stand without a cue of their own.
#pragma once

#include <vector>

#include "modus/reading/spoken.h"

namespace modus::reading {

/// Adds a statement for each whole quotation that no statement holds: it belongs to the voice before it in its
/// paragraph, or, where it opens a paragraph, to the voice that ended the one before. `all` is in order of place.
void add_loose_quotations(const Scene& scene, std::vector<Spoken>& all);

/// The kind of somebody's own words.
[[nodiscard]] KindReading kind_of_quotation(const Scene& scene, std::optional<ActorIndex> speaker, Tokens inside);

}  // namespace modus::reading

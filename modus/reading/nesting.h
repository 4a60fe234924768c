/// \file A word within a word: "a person close to the talks said the company would accept".
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "modus/reading/contents.h"

namespace modus::reading {

struct Nesting {
  std::optional<std::size_t> inner;   ///< the site whose stance the outer one reports
  std::optional<ActorIndex> told_of;  ///< without an inner cue: the party whose stance an unnamed voice tells
  Tokens told_tokens;                 ///< where it is named
  bool other_party = false;           ///< that stance is another's, not of the outer speaker's own side
};

/// What the content of site `i` reports, if its main verb is a cue that takes a stance.
[[nodiscard]] Nesting find_nesting(const Scene& scene, const std::vector<CueSite>& sites, const std::vector<Subject>& subjects,
                                   const std::vector<Content>& contents, std::size_t i);

/// Whether two actors speak for one side: the same, or one the other's, or both of a third.
[[nodiscard]] bool same_side(const ActorTable& actors, ActorIndex a, ActorIndex b);

/// Whether a content is about the speaker's own side or about nobody in particular: it does not begin with another actor.
[[nodiscard]] bool speaks_of_own_side(const Scene& scene, std::optional<ActorIndex> speaker, Tokens content);

}  // namespace modus::reading

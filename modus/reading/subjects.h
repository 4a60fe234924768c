/// \file Who says it: the subject of a cue.
#pragma once

#include <optional>
#include <vector>

#include "modus/reading/sites.h"

namespace modus::reading {

struct Subject {
  std::optional<ActorIndex> actor;
  Tokens tokens;           ///< the passage, its article included; empty where it is left out or stands elsewhere
  bool right = false;      ///< stands after its cue: "..., said X"
  bool inherited = false;  ///< taken from an earlier cue of the sentence
  bool unnamed = false;    ///< "people familiar with the talks"
  bool pronoun = false;    ///< a pronoun that the text alone did not decide
  bool plain = false;      ///< a noun phrase of which only its place tells that somebody speaks: "hoteliers on the island"
  bool thing = false;      ///< "Putin's remarks": its owner's words
  [[nodiscard]] bool known() const { return actor.has_value() || unnamed || !tokens.empty(); }
};

/// The subject of each site, in the order of the sites. Rules by position, most precise first; a subject that is no person or party
/// ("the report", "the talks") is left empty. O(tokens).
[[nodiscard]] std::vector<Subject> find_subjects(const Scene& scene, const std::vector<CueSite>& sites);

/// The noun phrase that ends at `last` (exclusive) as a subject; for agents after "by" and sources after "according to".
[[nodiscard]] Subject subject_of_phrase(const Scene& scene, Tokens phrase);

/// From `last` (exclusive) left to where its noun phrase begins; not before `limit`.
[[nodiscard]] std::uint32_t phrase_start(const Scene& scene, std::uint32_t last, std::uint32_t limit);
/// From `first` right to where its noun phrase ends (exclusive); not beyond `limit`.
[[nodiscard]] std::uint32_t phrase_end(const Scene& scene, std::uint32_t first, std::uint32_t limit);

}  // namespace modus::reading

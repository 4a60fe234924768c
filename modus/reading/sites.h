/// \file Where somebody's word is reported: the cues of a text and how each is used.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/lexicon.h"
#include "modus/reading/scene.h"

namespace modus::reading {

enum class CueForm : std::uint8_t {
  kFinite,       ///< "said", "has rejected", "is demanding"
  kParticiple,   ///< ", adding that ..."
  kPassiveBy,    ///< "was rejected by"
  kNominal,      ///< "Ukraine's demand for"
  kAccordingTo,  ///< "according to"
};

struct CueSite {
  Tokens tokens;                ///< the cue: verb and particles, "according to"
  Tokens object;                ///< what stands between a verb and its particle: "turn [it] down"
  std::uint32_t verb_first = 0; ///< first auxiliary or adverb that belongs to it
  const Cue* cue = nullptr;
  CueForm form = CueForm::kFinite;
  bool negated = false;
  bool hedged = false;          ///< would, could, may, might, is likely to
  bool modal_not = false;       ///< "will not", "would never"
};

/// The cues outside quotations, in order; at most one a verb. Nouns that look like verbs ("the offer") are none, except the
/// nominal cues. O(tokens).
[[nodiscard]] std::vector<CueSite> find_sites(const Scene& scene);

/// The first site whose cue begins at `token` or later. O(log sites).
[[nodiscard]] std::size_t first_site_from(const std::vector<CueSite>& sites, std::uint32_t token);

}  // namespace modus::reading

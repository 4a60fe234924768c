/// \file What is said: the part of the text that a cue governs.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/subjects.h"

namespace modus::reading {

struct Content {
  Tokens tokens;             ///< without the marks of a quotation that is all of it
  Tokens addressee;          ///< "the parties" in "urged the parties to meet"
  bool direct = false;       ///< a whole quotation and nothing else
  bool before = false;       ///< stands before its speaker: "..., she said"
  bool clause = false;       ///< a sentence of its own: "that the talks had failed"
};

/// The content of each site; empty where nothing fits what the cue takes. O(tokens).
[[nodiscard]] std::vector<Content> find_contents(const Scene& scene, const std::vector<CueSite>& sites, const std::vector<Subject>& subjects);

}  // namespace modus::reading

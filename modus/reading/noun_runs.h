/// \file Runs of words that may name a thing: "long-term security guarantees".
#pragma once

#include <string>
#include <vector>

#include "modus/reading/scene.h"

namespace modus::reading {

struct NounRun {
  Tokens tokens;      ///< without articles and words that describe nothing ("new", "last")
  std::string key;    ///< lemma of its head, or of the word before a head that names no thing ("pay" in "pay offer")
};

/// The runs within a range, in order: between articles, prepositions, verbs and marks. Names of actors, days and numbers are none.
[[nodiscard]] std::vector<NounRun> noun_runs(const Scene& scene, Tokens range);

/// "hurdle", "sticking", "dispute": the word names an issue's place in talks.
[[nodiscard]] bool is_obstacle_word(std::string_view lower);

}  // namespace modus::reading

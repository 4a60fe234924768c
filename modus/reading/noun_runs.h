/// \file Runs of words that may name a thing: "long-term security guarantees".
#pragma once

#include <string>
#include <vector>

#include "modus/reading/scene.h"

namespace modus::reading {

struct NounRun {
  Tokens tokens;          ///< without articles, numbers and words that describe nothing ("last", "possible")
  Tokens whole;           ///< with its article or owner and its numbers
  std::string key;        ///< the matter of its head, or of the word before a head that names no thing ("pay" in "pay offer")
  std::string modifier;   ///< the matter of the noun before the head that gave the key; may be empty
  std::uint32_t head = 0; ///< the token that gave the key
  bool joint = false;     ///< "of", "on" or "for" follows it: the next run tells of what
  bool place = false;     ///< stands after "in", "at", "near": tells where
};

/// The runs within a range, in order: between articles, prepositions, verbs and marks. Names of actors, people, days, numbers and measures are none;
/// a word that may be a verb is one unless its place speaks for a noun.
[[nodiscard]] std::vector<NounRun> noun_runs(const Scene& scene, Tokens range);

}  // namespace modus::reading

/// \file What is in dispute: the things that several statements want, refuse or offer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "modus/reading/spoken.h"

namespace modus::reading {

struct IssueTerm {
  std::string label;                  ///< its fullest name in the text
  std::vector<std::string> aliases;   ///< other names, in order of first use
  std::vector<Tokens> tokens;         ///< where it is named in what is wanted, refused or offered; never empty
  std::string head;                   ///< the lemma its names share
};

struct OptionTerm {
  std::size_t issue = 0;              ///< into the issues
  std::vector<ActorIndex> proposers;
  OptionStatus status = OptionStatus::kProposed;
  Tokens tokens;
};

struct Matters {
  std::vector<IssueTerm> issues;                     ///< most spoken of first; at most six
  std::vector<std::vector<std::uint32_t>> of;        ///< for every statement the issues it speaks of, rising
  std::vector<OptionTerm> options;                   ///< in order of their places
};

/// Heads of noun phrases that stances share, or that the text calls a hurdle, an issue, a dispute. The weakest step of reading:
/// suggestions. O(tokens).
[[nodiscard]] Matters find_matters(const Scene& scene, const std::vector<Spoken>& spoken);

}  // namespace modus::reading

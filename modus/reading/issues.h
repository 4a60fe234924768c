/// \file What is in dispute: the things that several statements want, refuse or offer, and the ways out that are named for them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "modus/reading/spoken.h"

namespace modus::reading {

struct IssueTerm {
  std::string label;                  ///< its fullest plain name in the text, with a capital: "Rent rise"
  std::vector<std::string> aliases;   ///< other names as written, in order of first use
  std::vector<Tokens> tokens;         ///< where it is named, in what is wanted, refused, offered or in dispute first of all; never empty
  std::vector<std::string> keys;      ///< the matters its names share, rising; see issue_words.h
};

struct OptionTerm {
  std::size_t issue = 0;              ///< into the issues
  std::vector<ActorIndex> proposers;
  OptionStatus status = OptionStatus::kProposed;
  Tokens tokens;
};

struct Matters {
  std::vector<IssueTerm> issues;                     ///< weightiest first; at most five
  std::vector<std::vector<std::uint32_t>> of;        ///< for every statement the issues it speaks of, rising
  std::vector<OptionTerm> options;                   ///< in order of their places; none overlaps another
};

/// Issues: heads of noun phrases that stances of more than one party share, or that the text calls a hurdle, a question, a dispute.
/// A statement speaks of the issues its words name; one that names none ("We will never accept it") of those named just before it.
/// Options: what is offered, wanted or agreed to, on an issue. The weakest step of reading: suggestions. O(tokens).
[[nodiscard]] Matters find_matters(const Scene& scene, const std::vector<Spoken>& spoken);

}  // namespace modus::reading

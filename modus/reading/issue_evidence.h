/// \file How much speaks for a matter being in dispute: who takes a stance on it, which hurdles the report names.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "modus/reading/noun_runs.h"
#include "modus/reading/spoken.h"

namespace modus::reading {

/// A demand, offer, refusal or consent, or a claim in which another reader could see one.
[[nodiscard]] bool is_stance(const Spoken& spoken);

struct Evidence {
  std::vector<std::size_t> runs;              ///< its names, rising
  std::vector<std::size_t> near;              ///< those of them within stances or named as hurdles
  std::set<std::size_t> stances;              ///< statements
  std::set<std::uint32_t> stance_parties, parties;   ///< who takes a stance on it, who speaks of it
  std::size_t claims = 0, others = 0, places = 0, led = 0;   ///< led: it is the first thing a stance names
  std::size_t headings = 0, hurdles = 0, topics = 0;
  std::uint32_t first = 0xffffffff;

  [[nodiscard]] double weight(const std::string& key) const;
  [[nodiscard]] bool is_disputed(const std::string& key) const;
};

struct Gathered {
  std::vector<NounRun> runs;                  ///< of the whole text, in order
  std::map<std::string, Evidence> of;         ///< by key
};

/// O(tokens).
[[nodiscard]] Gathered gather_evidence(const Scene& scene, const std::vector<Spoken>& spoken);

/// The party at the end of a speaker's affiliations.
[[nodiscard]] std::uint32_t party_of(const Scene& scene, ActorIndex speaker);

}  // namespace modus::reading

/// \file Runs of capitalised words that are names: "Dame Priya Nair", "Seafarers' and Deckhands' Union".
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "modus/reading/text.h"
#include "modus/reading/zones.h"

namespace modus::reading {

/// Tells names from words that are capitalised only because they begin a sentence.
class CapitalWords {
 public:
  CapitalWords(const Text& text, const std::vector<Zone>& zones);
  /// Whether a token may belong to a name where it stands.
  [[nodiscard]] bool is_name(std::uint32_t token) const;
  [[nodiscard]] bool seen_as_name(const std::string& lower) const { return as_name_.count(lower) > 0; }
  [[nodiscard]] bool seen_plain(const std::string& lower) const { return plain_.count(lower) > 0; }

 private:
  [[nodiscard]] bool opens(std::uint32_t token) const;
  [[nodiscard]] static bool is_participle_or_adverb(const std::string& lower);
  [[nodiscard]] bool opener_is_name(std::uint32_t token) const;
  const Text& text_;
  const std::vector<Zone>& zones_;
  std::unordered_set<std::string> plain_,
      as_name_;  ///< written small somewhere; written large within a sentence
};

/// The runs in the zones asked for, in order, never overlapping. A run joins words over "of", "for", "and",
/// "&", apostrophes and hyphens only where the whole can be a name. O(tokens).
[[nodiscard]] std::vector<Tokens> find_name_runs(const Text& text, const std::vector<Zone>& zones,
                                                 const CapitalWords& capitals);

}  // namespace modus::reading

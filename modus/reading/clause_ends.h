/// \file Where what is said ends: at a cue that follows with a speaker of its own, a participle, a new clause.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/subjects.h"

namespace modus::reading {

class ClauseEnds {
 public:
  ClauseEnds(const Scene& scene, const std::vector<CueSite>& sites, const std::vector<Subject>& subjects);

  /// The end (exclusive) of the clause that begins at `first`; never beyond the sentence and without its final stop.
  [[nodiscard]] std::uint32_t end_of(std::uint32_t first, Tokens sentence) const;
  /// The beginning of the clause that ends at `last`: the sentence's, or after the last clause mark before it.
  [[nodiscard]] std::uint32_t start_before(std::uint32_t last, Tokens sentence) const;
  /// An auxiliary, or a cue used as a verb.
  [[nodiscard]] bool is_verb(std::uint32_t at) const;

 private:
  [[nodiscard]] bool ends_at_comma(std::uint32_t comma, Tokens sentence) const;
  [[nodiscard]] bool ends_at_coordinator(std::uint32_t at, Tokens sentence, std::uint32_t first) const;
  [[nodiscard]] bool new_speaker_follows(std::uint32_t at, Tokens sentence) const;
  [[nodiscard]] std::uint32_t past_adverbials(std::uint32_t at, Tokens sentence) const;
  [[nodiscard]] bool new_clause_follows(std::uint32_t comma, Tokens sentence) const;
  [[nodiscard]] bool participle_follows(std::uint32_t at) const;

  const Scene& scene_;
  const std::vector<CueSite>& sites_;
  const std::vector<Subject>& subjects_;
  std::vector<std::uint32_t> site_at_;     ///< by token: the site whose verb group begins here
  std::vector<std::uint32_t> speaker_at_;  ///< by token: the site whose subject's passage begins here
};

}  // namespace modus::reading

/// \file Who takes part in an event.
#pragma once

#include <vector>

#include "modus/reading/actors.h"
#include "modus/reading/text.h"

namespace modus::reading {

class EventParties {
 public:
  EventParties(const Text& text, const ActorTable& actors);

  /// Those named in the clause, and who stands before a clause that begins with "who"; spokespeople, media
  /// and what belongs to the place are left out. "Both sides" are the two parties the report is most about.
  /// Rising. O(clause).
  [[nodiscard]] std::vector<ActorIndex> in_clause(Tokens clause, Tokens trigger, Tokens place) const;
  /// Those in front of a clause who say what it tells: "X told members at a rally".
  [[nodiscard]] std::vector<ActorIndex> speaker_before(Tokens sentence, std::uint32_t end) const;
  /// The two parties most spoken of, people counting for those they speak for; rising, fewer where there are
  /// fewer.
  [[nodiscard]] const std::vector<ActorIndex>& principals() const { return principals_; }

 private:
  [[nodiscard]] bool takes_part(const Mention& mention, Tokens trigger, Tokens place) const;
  void find_principals();

  const Text& text_;
  const ActorTable& actors_;
  std::vector<ActorIndex> principals_;
};

}  // namespace modus::reading

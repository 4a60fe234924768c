/// \file What is said in a report, statement by statement, as places in its text.
#pragma once

#include <optional>
#include <vector>

#include "modus/reading/kinds.h"

namespace modus::reading {

struct AttributionLayer {
  AttributionType type = AttributionType::kReportedBy;
  std::optional<ActorIndex> actor;
  Tokens tokens;
};

struct Spoken {
  std::optional<ActorIndex> speaker;
  Tokens speaker_tokens;     ///< empty: left out; with no speaker: the report's own voice
  Tokens cue;                ///< may be empty
  Tokens content, span;
  bool direct = false;       ///< a quotation and nothing else
  KindReading reading;
  std::vector<AttributionLayer> attribution;   ///< outermost first
  Tokens addressee;
};

/// All statements, in the order of their spans. One a cue; what a cue only repeats of a cue within it (a spokesman said the company
/// would accept) is one statement of the inner party, the outer voice its attribution. Whole quotations
/// without a cue belong to the voice before them. O(tokens).
[[nodiscard]] std::vector<Spoken> find_spoken(const Scene& scene);

}  // namespace modus::reading

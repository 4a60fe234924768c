/// \file What a drafted case says while a person has not confirmed it: a range over the ways in which it can be read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "modus/case_model/case.h"

namespace modus::findings {

/// What an open question moves: the zone probability over its codings, everything else as taken.
struct QuestionEffect {
  std::size_t question = 0;   ///< into the questions of the case's draft record
  double low = 0, high = 0;
  [[nodiscard]] double width() const { return high - low; }
};

struct DraftFinding {
  bool settled = false;       ///< a person has confirmed the positions on the hardest issues: numbers may stand alone
  std::vector<case_model::IssueIndex> to_confirm;   ///< the hardest issues that nobody has confirmed, hardest first
  double low = 0, high = 0;   ///< zone probability, least and most over the codings drawn
  std::size_t codings = 0;    ///< how many ways of reading were drawn, as taken included
  std::vector<QuestionEffect> questions;   ///< those drawn, widest first, ties in the order of the record
  std::size_t not_drawn = 0;  ///< questions left out for time; they come last in the record
};

}  // namespace modus::findings

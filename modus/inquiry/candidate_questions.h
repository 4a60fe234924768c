/// \file The questions that could be asked, with the scenarios in which an honest answer is yes.
#pragma once

#include <vector>

#include "modus/findings/questions.h"
#include "modus/zone/drawn_case.h"

namespace modus::inquiry {

struct Candidate {
  findings::Question question;  ///< kind, party and what is asked about
  zone::ScenarioSet yes;
};

/// Limits, then packages, then pairs, each by party; see find_questions.h. Repeats in `listed` are dropped.
/// Leaves out what has the same answer in all scenarios.
[[nodiscard]] std::vector<Candidate> candidate_questions(const zone::DrawnCase& drawn,
                                                         const std::vector<case_model::Package>& listed,
                                                         std::size_t compared);

}  // namespace modus::inquiry

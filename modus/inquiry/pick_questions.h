/// \file Which of the questions worth asking to list.
#pragma once

#include <vector>

#include "modus/inquiry/candidate_questions.h"

namespace modus::inquiry {

inline constexpr std::size_t kMostQuestions = 5;
inline constexpr double kSameAnswers = 0.95;  ///< correlation above which two answers tell the same

/// At most kMostQuestions of the candidates, in their order. Of two to the same party whose answers tell
/// nearly the same (correlation above kSameAnswers either way) only the earlier is kept. No party gets more
/// than its even share of the list, rounded up, unless the others have too few. Precondition: highest gain
/// first, all worth asking.
[[nodiscard]] std::vector<findings::Question> pick_questions(const std::vector<Candidate>& candidates,
                                                             std::size_t scenarios);

}  // namespace modus::inquiry

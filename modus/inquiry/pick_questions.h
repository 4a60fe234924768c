/// \file Which of the questions worth asking to list.
#pragma once

#include <vector>

#include "modus/inquiry/candidate_questions.h"

namespace modus::inquiry {

inline constexpr std::size_t kMostQuestions = 5;  ///< in a brief
inline constexpr double kSameAnswers = 0.95;      ///< correlation above which two answers tell the same

/// The places of at most `most` of the candidates, rising. Of two to the same party whose answers tell nearly the
/// same (correlation above kSameAnswers either way) only the earlier is kept. No party gets more than its even
/// share of the list, rounded up, unless the others have too few. Precondition: the order of their worth, all
/// worth asking.
[[nodiscard]] std::vector<std::size_t> pick_questions(const std::vector<Candidate>& candidates, std::size_t scenarios,
                                                      std::size_t most = kMostQuestions);

}  // namespace modus::inquiry

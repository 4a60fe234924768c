/// \file Where the true answer to a question is yes, straight from the definition. Private to this room.
#pragma once

#include <optional>
#include <vector>

#include "modus/findings/questions.h"
#include "modus/verify/naive_acceptance.h"

namespace modus::verify {

struct TrueAnswer {
  std::vector<bool> yes;      ///< by scenario
  std::size_t near_ties = 0;  ///< scenarios in which rounding could decide
};

/// Nothing where the question is put to a party that is not asked, or is not about whole packages or known issues.
[[nodiscard]] std::optional<TrueAnswer> true_answer(const NaiveAcceptance& naive, const findings::Question& question);

}  // namespace modus::verify

/// \file The wants of a party given statements and judgments, drawn the plain way: draw from the prior, keep with the
/// probability the evidence gives. Written from docs/method.md, sharing nothing with preference/ but the case itself.
/// For small cases: slow, and as certain as a definition. Covers what the cases of this folder use: no two limits of a
/// party that forbid the same, no peaks, lotteries with a rest.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/case_model/case.h"

namespace modus::tests {

struct PlainWants {
  std::vector<std::vector<double>> scores;  ///< [issue][option]
  std::vector<double> weights;              ///< [issue]
  std::vector<double> adjustments;          ///< as in Judgments::adjust
  double no_deal = 0;
  bool stalling = false;
  std::vector<bool> real;  ///< by statement of the case: is the limit it makes real? false for others
};

/// How many draws to keep, and which random numbers to use.
std::vector<PlainWants> draw_by_rejection(const case_model::Case& subject, case_model::PartyIndex party,
                                          std::size_t count, std::uint64_t seed);

[[nodiscard]] double plain_value(const case_model::Case& subject, case_model::PartyIndex party, const PlainWants& wants,
                                 const case_model::Package& package);
/// With `ignore_stalling`, whether it would if it were not stalling.
[[nodiscard]] bool plainly_accepts(const case_model::Case& subject, case_model::PartyIndex party, const PlainWants& wants,
                                   const case_model::Package& package, bool ignore_stalling = false);

}  // namespace modus::tests

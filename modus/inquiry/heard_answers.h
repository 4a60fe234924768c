/// \file What each answer to a question would change, once it is heard.
#pragma once

#include <vector>

#include "modus/findings/questions.h"
#include "modus/inquiry/answer_value.h"
#include "modus/inquiry/candidate_questions.h"

namespace modus::inquiry {

inline constexpr std::size_t kMostChanges = 3;
inline constexpr double kLeastChange = 0.02;

/// Of one party: what an answer may change, prepared once for all questions to it. Keeps a reference to `acceptance`.
class PartyBeliefs {
 public:
  PartyBeliefs(const zone::Acceptance& acceptance, case_model::PartyIndex party);
  /// findings::Answer::changes. Precondition: the answer is heard in some scenario.
  [[nodiscard]] std::vector<findings::Belief> changes(const zone::ScenarioSet& yes, const findings::Candour& candour, bool heard_yes) const;

 private:
  [[nodiscard]] std::vector<findings::Belief> beliefs() const;
  [[nodiscard]] double value(const findings::Belief& belief, std::size_t scenario) const;
  [[nodiscard]] double given(const findings::Belief& belief, const zone::ScenarioSet& yes, const findings::Candour& candour, bool heard_yes) const;
  [[nodiscard]] double no_deal_given(const zone::ScenarioSet& yes, const findings::Candour& candour, bool heard_yes) const;

  const zone::Acceptance& acceptance_;
  case_model::PartyIndex party_;
  std::vector<std::uint32_t> by_no_deal_;  ///< scenarios, lowest no-deal value first
  std::vector<findings::Belief> beliefs_;  ///< with `before`
};

/// Yes, then no. `packages` are those of the short-list; both may be empty. Cost: O(short-list * scenarios / 64 +
/// issues * scenarios).
[[nodiscard]] std::vector<findings::Answer> heard_answers(const Candidate& candidate, const findings::Candour& candour,
                                                          const zone::ScenarioSet& zone, const ShortList& list,
                                                          const std::vector<case_model::Package>& packages, const PartyBeliefs& beliefs);

}  // namespace modus::inquiry

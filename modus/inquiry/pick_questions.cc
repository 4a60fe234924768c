#include "modus/inquiry/pick_questions.h"

#include <algorithm>
#include <cmath>

#include "modus/inquiry/answer_value.h"

namespace modus::inquiry {
namespace {

using case_model::PartyIndex;

/// Picks from candidates in the order of their worth, so that no party takes the list and no two answers tell
/// the same.
class Picker {
 public:
  Picker(std::size_t scenarios, std::size_t parties)
      : scenarios_(scenarios), share_(parties == 0 ? 0 : (kMostQuestions + parties - 1) / parties) {}

  void offer(const Candidate& candidate, bool keep_to_share) {
    if (picked_.size() == kMostQuestions || tells_the_same(candidate)) return;
    if (!keep_to_share || questions_to(candidate.question.party) < share_) picked_.push_back(&candidate);
  }

  /// Highest gain first; the order of the candidates on ties.
  [[nodiscard]] std::vector<findings::Question> take() {
    std::sort(picked_.begin(), picked_.end());
    std::vector<findings::Question> questions;
    for (const Candidate* candidate : picked_) questions.push_back(candidate->question);
    return questions;
  }

 private:
  [[nodiscard]] bool tells_the_same(const Candidate& candidate) const {
    return std::any_of(picked_.begin(), picked_.end(), [&](const Candidate* picked) {
      return picked->question.party == candidate.question.party &&
             std::abs(correlation(picked->yes, candidate.yes, scenarios_)) > kSameAnswers;
    });
  }
  [[nodiscard]] std::size_t questions_to(PartyIndex party) const {
    return static_cast<std::size_t>(
        std::count_if(picked_.begin(), picked_.end(),
                      [&](const Candidate* picked) { return picked->question.party == party; }));
  }

  std::size_t scenarios_;
  std::size_t share_;
  std::vector<const Candidate*> picked_;  ///< into one vector, so that their addresses have its order
};

}  // namespace

std::vector<findings::Question> pick_questions(const std::vector<Candidate>& candidates,
                                               std::size_t scenarios) {
  std::vector<PartyIndex> parties;
  for (const Candidate& candidate : candidates) parties.push_back(candidate.question.party);
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  Picker picker(scenarios, parties.size());
  for (const Candidate& candidate : candidates) picker.offer(candidate, true);
  for (const Candidate& candidate : candidates) picker.offer(candidate, false);
  return picker.take();
}

}  // namespace modus::inquiry

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
  Picker(const std::vector<Candidate>& candidates, std::size_t scenarios, std::size_t most, std::size_t share)
      : candidates_(candidates), scenarios_(scenarios), most_(most), share_(share) {}

  void offer(std::size_t place, bool keep_to_share) {
    if (picked_.size() == most_ || tells_the_same(candidates_[place])) return;
    if (!keep_to_share || questions_to(candidates_[place].question.party) < share_) picked_.push_back(place);
  }

  [[nodiscard]] std::vector<std::size_t> take() {
    std::sort(picked_.begin(), picked_.end());
    return std::move(picked_);
  }

 private:
  [[nodiscard]] bool tells_the_same(const Candidate& candidate) const {
    return std::any_of(picked_.begin(), picked_.end(), [&](std::size_t place) {
      const Candidate& picked = candidates_[place];
      return picked.question.party == candidate.question.party &&
             std::abs(correlation(picked.yes, candidate.yes, scenarios_)) > kSameAnswers;
    });
  }
  [[nodiscard]] std::size_t questions_to(PartyIndex party) const {
    return static_cast<std::size_t>(
        std::count_if(picked_.begin(), picked_.end(), [&](std::size_t place) { return candidates_[place].question.party == party; }));
  }

  const std::vector<Candidate>& candidates_;
  std::size_t scenarios_, most_, share_;
  std::vector<std::size_t> picked_;
};

}  // namespace

std::vector<std::size_t> pick_questions(const std::vector<Candidate>& candidates, std::size_t scenarios, std::size_t most) {
  std::vector<PartyIndex> parties;
  for (const Candidate& candidate : candidates) parties.push_back(candidate.question.party);
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  const std::size_t share = parties.empty() ? 0 : (most + parties.size() - 1) / parties.size();
  Picker picker(candidates, scenarios, most, share);
  for (const bool keep_to_share : {true, false}) {
    for (std::size_t place = 0; place < candidates.size(); ++place) picker.offer(place, keep_to_share);
  }
  return picker.take();
}

}  // namespace modus::inquiry

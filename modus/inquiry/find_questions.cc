#include "modus/inquiry/find_questions.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "modus/inquiry/answer_value.h"
#include "modus/inquiry/candidate_questions.h"

namespace modus::inquiry {
namespace {

using case_model::PartyIndex;
using zone::PackageIndex;
using zone::PackageList;

/// The packages with the highest joint acceptance, and the best of each half, by package number.
std::vector<PackageIndex> short_listed(const PackageList& list, const zone::ZoneScan& scan) {
  std::vector<PackageIndex> packages;
  for (std::size_t i = 0; i < scan.even.size(); ++i) {
    if (scan.joint(PackageIndex(i)) > 0) packages.emplace_back(i);
  }
  const auto by_number = [&](PackageIndex a, PackageIndex b) { return list.number_at(a) < list.number_at(b); };
  if (packages.size() > kShortList) {
    const auto most_first = [&](auto count) {
      return [=](PackageIndex a, PackageIndex b) {
        return count(a) != count(b) ? count(a) > count(b) : by_number(a, b);
      };
    };
    const auto even = [&](PackageIndex package) { return scan.even[package]; };
    const auto odd = [&](PackageIndex package) { return scan.odd[package]; };
    const auto joint = [&](PackageIndex package) { return scan.joint(package); };
    const PackageIndex best_even = *std::min_element(packages.begin(), packages.end(), most_first(even));
    const PackageIndex best_odd = *std::min_element(packages.begin(), packages.end(), most_first(odd));
    std::nth_element(packages.begin(), packages.begin() + kShortList, packages.end(), most_first(joint));
    packages.resize(kShortList);
    packages.push_back(best_even);
    packages.push_back(best_odd);
  }
  std::sort(packages.begin(), packages.end(), by_number);
  packages.erase(std::unique(packages.begin(), packages.end()), packages.end());
  return packages;
}

ShortList make_short_list(const zone::Acceptance& acceptance, const std::vector<PackageIndex>& packages,
                          const base::Context& context) {
  std::vector<zone::ScenarioSet> accepted(packages.size());
  base::parallel_for(context.threads, packages.size(), [&](std::size_t i) {
    if (!context.stop()) accepted[i] = acceptance.scenarios_all_accept(packages[i]);
  });
  ShortList list;
  list.halves = halves_of(acceptance.scenario_count(), acceptance.scenarios().sampling.chains);
  for (zone::ScenarioSet& set : accepted) list.add(std::move(set));
  return list;
}

/// Fills what an answer is worth.
void value_questions(std::vector<Candidate>& candidates, const ShortList& list,
                     const std::vector<case_model::Package>& packages, const base::Context& context) {
  base::parallel_for(context.threads, candidates.size(), [&](std::size_t i) {
    if (context.stop()) return;
    const AnswerValue value = value_of_answer(candidates[i].yes, list);
    findings::Question& question = candidates[i].question;
    question.chance_yes = value.chance_yes;
    question.gain = value.gain;
    question.best_if_yes = value.best_if_yes;
    question.best_if_no = value.best_if_no;
    question.package_if_yes = packages[value.package_if_yes];
    question.package_if_no = packages[value.package_if_no];
  });
}

/// Picks from candidates in the order of their worth, so that no party takes the list and no two answers tell the same.
class Picker {
 public:
  Picker(std::size_t scenarios, std::size_t parties)
      : scenarios_(scenarios), share_(parties == 0 ? 0 : (kMostQuestions + parties - 1) / parties + 1) {}

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
    return static_cast<std::size_t>(std::count_if(
        picked_.begin(), picked_.end(), [&](const Candidate* picked) { return picked->question.party == party; }));
  }

  std::size_t scenarios_;
  std::size_t share_;
  std::vector<const Candidate*> picked_;  ///< into one vector, so that their addresses have its order
};

/// Precondition: only candidates worth something, highest gain first.
std::vector<findings::Question> pick(const std::vector<Candidate>& candidates, std::size_t scenarios) {
  std::vector<PartyIndex> parties;
  for (const Candidate& candidate : candidates) parties.push_back(candidate.question.party);
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  Picker picker(scenarios, parties.size());
  for (const Candidate& candidate : candidates) picker.offer(candidate, true);
  for (const Candidate& candidate : candidates) picker.offer(candidate, false);
  return picker.take();
}

}  // namespace

findings::QuestionsFinding find_questions(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                                          const std::vector<case_model::Package>& listed,
                                          const base::Context& context) {
  findings::QuestionsFinding finding;
  const zone::Acceptance& acceptance = drawn.acceptance;
  const std::vector<PackageIndex> packages = short_listed(acceptance.list(), scan);
  if (packages.empty()) return finding;
  const ShortList list = make_short_list(acceptance, packages, context);
  if (context.stop()) return finding;
  finding.ceiling = perfect_value(scan.zone, list);
  std::vector<case_model::Package> described;
  for (const PackageIndex package : packages) described.push_back(acceptance.list().package_at(package));
  std::vector<Candidate> candidates = candidate_questions(drawn, listed, kMostCompared);
  value_questions(candidates, list, described, context);
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.question.gain < kLeastGain; });
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.question.gain > b.question.gain;
  });
  finding.questions = pick(candidates, acceptance.scenario_count());
  return finding;
}

}  // namespace modus::inquiry

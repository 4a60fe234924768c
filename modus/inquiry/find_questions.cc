#include "modus/inquiry/find_questions.h"

#include <algorithm>
#include <utility>

#include "modus/inquiry/answer_value.h"
#include "modus/inquiry/candidate_questions.h"
#include "modus/inquiry/pick_questions.h"

namespace modus::inquiry {
namespace {

using zone::PackageIndex;
using zone::PackageList;

/// The packages with the highest joint acceptance, and the best of each half, by package number.
std::vector<PackageIndex> short_listed(const PackageList& list, const zone::ZoneScan& scan) {
  std::vector<PackageIndex> packages;
  for (std::size_t i = 0; i < scan.even.size(); ++i) {
    if (scan.joint(PackageIndex(i)) > 0) packages.emplace_back(i);
  }
  const auto by_number = [&](PackageIndex a, PackageIndex b) {
    return list.number_at(a) < list.number_at(b);
  };
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
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.question.gain > b.question.gain; });
  finding.questions = pick_questions(candidates, acceptance.scenario_count());
  return finding;
}

}  // namespace modus::inquiry

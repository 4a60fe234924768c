#include "modus/inquiry/candidate_questions.h"

#include <algorithm>
#include <utility>

#include "modus/inquiry/question_id.h"

namespace modus::inquiry {
namespace {

using case_model::IssueIndex;
using case_model::Package;
using case_model::PartyIndex;
using findings::Question;
using zone::Acceptance;
using zone::PackageIndex;
using zone::ScenarioSet;

template <class Holds>
ScenarioSet scenarios_where(const Acceptance& acceptance, Holds holds) {
  ScenarioSet set((acceptance.scenario_count() + 63) / 64, 0);
  for (std::size_t s = 0; s < acceptance.scenario_count(); ++s) {
    if (holds(s)) set[s / 64] |= zone::Word{1} << (s % 64);
  }
  return set;
}

class CandidateList {
 public:
  explicit CandidateList(const zone::DrawnCase& drawn) : drawn_(drawn) {}
  /// Keeps the question unless its answer is known.
  void add(Question question, ScenarioSet yes) {
    const std::size_t yeses = zone::count_bits(yes);
    if (yeses == 0 || yeses == drawn_.acceptance.scenario_count()) return;
    question.id = id_of(drawn_.subject, drawn_.standing, question);
    candidates_.push_back({std::move(question), std::move(yes)});
  }
  [[nodiscard]] std::vector<Candidate> take() { return std::move(candidates_); }

 private:
  const zone::DrawnCase& drawn_;
  std::vector<Candidate> candidates_;
};

Question question_to(PartyIndex party, Question::Kind kind) {
  Question question;
  question.kind = kind;
  question.party = party;
  return question;
}

void add_limits(const Acceptance& acceptance, CandidateList& list) {
  for (const zone::AskedParty& asked : acceptance.asked()) {
    for (const case_model::LimitIndex limit : acceptance.limits_of(asked.party)) {
      Question question = question_to(asked.party, Question::Kind::kLimit);
      question.limit = limit;
      list.add(std::move(question), scenarios_where(acceptance, [&](std::size_t s) { return acceptance.is_real(limit, s); }));
    }
  }
}

void add_packages(const Acceptance& acceptance, const std::vector<Package>& listed, CandidateList& list) {
  for (const zone::AskedParty& asked : acceptance.asked()) {
    for (const Package& package : listed) {
      const PackageIndex index = acceptance.list().index_of(package);
      if (!acceptance.is_asked(asked.party, index)) continue;
      Question question = question_to(asked.party, Question::Kind::kDraft);
      question.package = package;
      list.add(std::move(question), acceptance.scenarios_accepting(asked.party, index));
    }
  }
}

/// The packages about which one party can be asked whether it would rather have no deal.
std::vector<PackageIndex> without_limits(const Acceptance& acceptance, PartyIndex party, const std::vector<PackageIndex>& packages) {
  std::vector<PackageIndex> free;
  for (const PackageIndex package : packages) {
    const auto& limits = acceptance.limits_of(party);
    const bool forbidden = std::any_of(limits.begin(), limits.end(), [&](auto limit) { return acceptance.forbids(limit).at(package); });
    if (!forbidden && acceptance.is_asked(party, package)) free.push_back(package);
  }
  return free;
}

/// How much of the variance of a quantity the answer explains, which is what is left after taking the mean of each
/// answer's own scenarios: p (1 - p) (difference of the means)^2.
double variance_explained(const ScenarioSet& yes, const std::vector<double>& quantity, double sum) {
  double sum_yes = 0;
  zone::for_each_bit(yes, [&](std::size_t s) { sum_yes += quantity[s]; });
  const auto all = static_cast<double>(quantity.size()), yeses = static_cast<double>(zone::count_bits(yes));
  if (yeses == 0 || yeses == all) return 0;
  const double apart = sum_yes / yeses - (sum - sum_yes) / (all - yeses);
  return yeses * (all - yeses) / (all * all) * apart * apart;
}

void add_no_deal(const Acceptance& acceptance, PartyIndex party, const std::vector<PackageIndex>& packages, const base::Context& context,
                 CandidateList& list) {
  const std::vector<PackageIndex> free = without_limits(acceptance, party, packages);
  const std::vector<double>& no_deal = acceptance.scenarios().parties[party].no_deal;
  double sum = 0;
  for (const double value : no_deal) sum += value;
  std::vector<double> explained(free.size());
  base::parallel_for(context.threads, free.size(), [&](std::size_t i) {
    if (!context.stop()) explained[i] = variance_explained(acceptance.scenarios_worth_no_deal(party, free[i]), no_deal, sum);
  });
  const auto most = std::max_element(explained.begin(), explained.end());
  if (most == explained.end() || *most <= 0) return;
  const PackageIndex chosen = free[static_cast<std::size_t>(most - explained.begin())];
  ScenarioSet rather_not = acceptance.scenarios_worth_no_deal(party, chosen);
  const ScenarioSet all = scenarios_where(acceptance, [](std::size_t) { return true; });
  for (std::size_t w = 0; w < all.size(); ++w) rather_not[w] = all[w] & ~rather_not[w];
  Question question = question_to(party, Question::Kind::kNoDeal);
  question.package = acceptance.list().package_at(chosen);
  list.add(std::move(question), std::move(rather_not));
}

std::size_t count_differences(const Package& a, const Package& b) {
  std::size_t different = 0;
  for (const IssueIndex issue : a.indices()) different += a[issue] == b[issue] ? 0U : 1U;
  return different;
}

void add_comparisons(const Acceptance& acceptance, PartyIndex party, const std::vector<Package>& listed, CandidateList& list) {
  std::vector<std::vector<double>> values;
  for (const Package& package : listed) values.push_back(acceptance.values_in_units(party, acceptance.list().index_of(package)));
  for (std::size_t a = 0; a < listed.size(); ++a) {
    for (std::size_t b = a + 1; b < listed.size(); ++b) {
      if (count_differences(listed[a], listed[b]) > kMostDifferences) continue;
      Question question = question_to(party, Question::Kind::kCompare);
      question.package = listed[a];
      question.other = listed[b];
      list.add(std::move(question), scenarios_where(acceptance, [&](std::size_t s) { return values[a][s] >= values[b][s]; }));
    }
  }
}

void add_rankings(const Acceptance& acceptance, PartyIndex party, const std::vector<IssueIndex>& contested, CandidateList& list) {
  const std::vector<double>& weights = acceptance.scenarios().parties[party].weights;
  const std::size_t issues = weights.size() / acceptance.scenario_count();
  const std::size_t ranked = issues == 0 ? 0 : std::min(kMostRanked, contested.size());
  for (std::size_t a = 0; a < ranked; ++a) {
    for (std::size_t b = a + 1; b < ranked; ++b) {
      Question question = question_to(party, Question::Kind::kRanks);
      question.issue = contested[a];
      question.other_issue = contested[b];
      list.add(std::move(question), scenarios_where(acceptance, [&](std::size_t s) {
                 return weights[s * issues + contested[a].value] >= weights[s * issues + contested[b].value];
               }));
    }
  }
}

std::vector<Package> without_repeats(const std::vector<Package>& listed) {
  std::vector<Package> once;
  for (const Package& package : listed) {
    if (std::find(once.begin(), once.end(), package) == once.end()) once.push_back(package);
  }
  return once;
}

/// By package number, each once.
std::vector<PackageIndex> joined(const zone::PackageList& list, const std::vector<Package>& listed, std::vector<PackageIndex> packages) {
  for (const Package& package : listed) packages.push_back(list.index_of(package));
  const auto by_number = [&](PackageIndex a, PackageIndex b) { return list.number_at(a) < list.number_at(b); };
  std::sort(packages.begin(), packages.end(), by_number);
  packages.erase(std::unique(packages.begin(), packages.end()), packages.end());
  return packages;
}

}  // namespace

std::vector<Candidate> candidate_questions(const zone::DrawnCase& drawn, const AskAbout& about, const std::vector<PackageIndex>& more,
                                           const base::Context& context) {
  const Acceptance& acceptance = drawn.acceptance;
  CandidateList list(drawn);
  std::vector<Package> packages = without_repeats(about.listed);
  const std::vector<PackageIndex> all = joined(acceptance.list(), packages, more);
  add_limits(acceptance, list);
  add_packages(acceptance, packages, list);
  for (const zone::AskedParty& asked : acceptance.asked()) add_no_deal(acceptance, asked.party, all, context, list);
  if (packages.size() > kMostCompared) packages.resize(kMostCompared);
  for (const zone::AskedParty& asked : acceptance.asked()) {
    if (!drawn.subject.parties[asked.party].has(case_model::Role::kPrincipal)) continue;
    add_comparisons(acceptance, asked.party, packages, list);
    add_rankings(acceptance, asked.party, about.contested, list);
  }
  return list.take();
}

}  // namespace modus::inquiry

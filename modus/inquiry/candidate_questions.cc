#include "modus/inquiry/candidate_questions.h"

#include <algorithm>
#include <utility>

namespace modus::inquiry {
namespace {

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
  explicit CandidateList(std::size_t scenarios) : scenarios_(scenarios) {}
  /// Keeps the question unless its answer is known.
  void add(Question question, ScenarioSet yes) {
    const std::size_t yeses = zone::count_bits(yes);
    if (yeses > 0 && yeses < scenarios_) candidates_.push_back({std::move(question), std::move(yes)});
  }
  [[nodiscard]] std::vector<Candidate> take() { return std::move(candidates_); }

 private:
  std::size_t scenarios_;
  std::vector<Candidate> candidates_;
};

void add_limits(const Acceptance& acceptance, CandidateList& list) {
  for (const zone::AskedParty& asked : acceptance.asked()) {
    for (const case_model::LimitIndex limit : acceptance.limits_of(asked.party)) {
      Question question;
      question.kind = Question::Kind::kLimit;
      question.party = asked.party;
      question.limit = limit;
      list.add(std::move(question),
               scenarios_where(acceptance, [&](std::size_t s) { return acceptance.is_real(limit, s); }));
    }
  }
}

void add_packages(const Acceptance& acceptance, const std::vector<Package>& listed, CandidateList& list) {
  for (const zone::AskedParty& asked : acceptance.asked()) {
    for (const Package& package : listed) {
      const PackageIndex index = acceptance.list().index_of(package);
      if (!acceptance.is_asked(asked.party, index)) continue;
      Question question;
      question.kind = Question::Kind::kDraft;
      question.party = asked.party;
      question.package = package;
      list.add(std::move(question), acceptance.scenarios_accepting(asked.party, index));
    }
  }
}

std::vector<double> values_of(const Acceptance& acceptance, PartyIndex party, PackageIndex package) {
  std::vector<double> values(acceptance.scenario_count());
  for (std::size_t s = 0; s < values.size(); ++s) values[s] = acceptance.value_in_points(party, s, package);
  return values;
}

void add_comparisons(const Acceptance& acceptance, PartyIndex party, const std::vector<Package>& listed,
                     CandidateList& list) {
  std::vector<std::vector<double>> values;
  for (const Package& package : listed) {
    values.push_back(values_of(acceptance, party, acceptance.list().index_of(package)));
  }
  for (std::size_t a = 0; a < listed.size(); ++a) {
    for (std::size_t b = a + 1; b < listed.size(); ++b) {
      Question question;
      question.kind = Question::Kind::kCompare;
      question.party = party;
      question.package = listed[a];
      question.other = listed[b];
      list.add(std::move(question),
               scenarios_where(acceptance, [&](std::size_t s) { return values[a][s] >= values[b][s]; }));
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

}  // namespace

std::vector<Candidate> candidate_questions(const zone::DrawnCase& drawn, const std::vector<Package>& listed,
                                           std::size_t compared) {
  const Acceptance& acceptance = drawn.acceptance;
  CandidateList list(acceptance.scenario_count());
  std::vector<Package> packages = without_repeats(listed);
  add_limits(acceptance, list);
  add_packages(acceptance, packages, list);
  if (packages.size() > compared) packages.resize(compared);
  for (const zone::AskedParty& asked : acceptance.asked()) {
    if (drawn.subject.parties[asked.party].has(case_model::Role::kPrincipal)) {
      add_comparisons(acceptance, asked.party, packages, list);
    }
  }
  return list.take();
}

}  // namespace modus::inquiry

#include "modus/verify/true_answers.h"

#include <algorithm>

namespace modus::verify {
namespace {

using case_model::Package;
using findings::Question;
using Kind = Question::Kind;

TrueAnswer answer_limit(const NaiveAcceptance& naive, std::size_t k, case_model::LimitIndex limit) {
  const auto& limits = naive.standing().limits_of[naive.parties()[k]];
  const auto bit = static_cast<std::size_t>(std::find(limits.begin(), limits.end(), limit) - limits.begin());
  TrueAnswer answer;
  for (const std::uint64_t real : naive.wants(k).real_limits) answer.yes.push_back(bit < limits.size() && (real >> bit & 1U) != 0);
  return answer;
}

TrueAnswer answer_draft(const NaiveAcceptance& naive, std::size_t k, const Package& package) {
  TrueAnswer answer;
  const PartyFacts facts = naive.facts_of(package)[k];
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const double gain = naive.gain(k, s, package, facts);
    answer.yes.push_back(naive.accepts(k, s, facts, gain));
    if (naive.is_near_tie(k, gain)) ++answer.near_ties;
  }
  return answer;
}

TrueAnswer answer_no_deal(const NaiveAcceptance& naive, std::size_t k, const Package& package) {
  TrueAnswer answer;
  const PartyFacts facts = naive.facts_of(package)[k];
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const double gain = naive.gain(k, s, package, facts);
    answer.yes.push_back(gain < 0);
    if (naive.is_near_tie(k, gain)) ++answer.near_ties;
  }
  return answer;
}

TrueAnswer answer_compare(const NaiveAcceptance& naive, std::size_t k, const Package& package, const Package& other) {
  TrueAnswer answer;
  const PartyFacts facts = naive.facts_of(package)[k], other_facts = naive.facts_of(other)[k];
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const double more = naive.gain(k, s, package, facts) - naive.gain(k, s, other, other_facts);
    answer.yes.push_back(more >= 0);
    if (naive.is_near_tie(k, more)) ++answer.near_ties;
  }
  return answer;
}

TrueAnswer answer_ranks(const NaiveAcceptance& naive, std::size_t k, const Question& question) {
  TrueAnswer answer;
  const std::size_t issues = naive.subject().issues.size();
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const double* weights = naive.wants(k).weights.data() + s * issues;
    answer.yes.push_back(weights[question.issue.value] >= weights[question.other_issue.value]);
  }
  return answer;
}

bool is_well_put(const NaiveAcceptance& naive, std::size_t k, const Question& question) {
  const std::size_t issues = naive.subject().issues.size();
  const bool ranks = question.kind == Kind::kRanks, limit = question.kind == Kind::kLimit;
  if (ranks && (question.issue.value >= issues || question.other_issue.value >= issues)) return false;
  if (ranks && naive.wants(k).weights.size() != issues * naive.count()) return false;
  if (!limit && !ranks && question.package.size() != issues) return false;
  return question.kind != Kind::kCompare || question.other.size() == issues;
}

}  // namespace

std::optional<TrueAnswer> true_answer(const NaiveAcceptance& naive, const Question& question) {
  const auto& parties = naive.parties();
  const auto k = static_cast<std::size_t>(std::find(parties.begin(), parties.end(), question.party) - parties.begin());
  if (k == parties.size() || !is_well_put(naive, k, question)) return std::nullopt;
  switch (question.kind) {
    case Kind::kLimit: return answer_limit(naive, k, question.limit);
    case Kind::kDraft: return answer_draft(naive, k, question.package);
    case Kind::kCompare: return answer_compare(naive, k, question.package, question.other);
    case Kind::kNoDeal: return answer_no_deal(naive, k, question.package);
    case Kind::kRanks: return answer_ranks(naive, k, question);
  }
  return std::nullopt;
}

}  // namespace modus::verify

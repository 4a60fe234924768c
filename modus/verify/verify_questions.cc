#include "modus/verify/verify_questions.h"

#include <algorithm>
#include <cmath>

#include "modus/verify/verify_package.h"

namespace modus::verify {
namespace {

using case_model::Package;
using findings::Question;

// Whether the answer would be yes, by scenario; and in how many rounding could decide.
struct Answer {
  std::vector<bool> yes;
  std::size_t near_ties = 0;
};

Answer answer_limit(const NaiveAcceptance& naive, std::size_t k, case_model::LimitIndex limit) {
  const auto& limits = naive.standing().limits_of[naive.parties()[k]];
  const auto bit = static_cast<std::size_t>(std::find(limits.begin(), limits.end(), limit) - limits.begin());
  Answer answer;
  for (const std::uint64_t real : naive.wants(k).real_limits) {
    answer.yes.push_back(bit < limits.size() && (real >> bit & 1U) != 0);
  }
  return answer;
}

Answer answer_draft(const NaiveAcceptance& naive, std::size_t k, const Package& package) {
  Answer answer;
  const PartyFacts facts = naive.facts_of(package)[k];
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const double gain = naive.gain(k, s, package, facts);
    answer.yes.push_back(naive.accepts(k, s, facts, gain));
    if (naive.is_near_tie(k, gain)) ++answer.near_ties;
  }
  return answer;
}

Answer answer_compare(const NaiveAcceptance& naive, std::size_t k, const Package& package, const Package& other) {
  Answer answer;
  const PartyFacts facts = naive.facts_of(package)[k], other_facts = naive.facts_of(other)[k];
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const double more = naive.gain(k, s, package, facts) - naive.gain(k, s, other, other_facts);
    answer.yes.push_back(more >= 0);
    if (naive.is_near_tie(k, more)) ++answer.near_ties;
  }
  return answer;
}

Answer answer_to(const NaiveAcceptance& naive, std::size_t k, const Question& question) {
  switch (question.kind) {
    case Question::Kind::kLimit: return answer_limit(naive, k, question.limit);
    case Question::Kind::kDraft: return answer_draft(naive, k, question.package);
    case Question::Kind::kCompare: return answer_compare(naive, k, question.package, question.other);
  }
  return {};
}

std::size_t count_both(const std::vector<bool>& a, const std::vector<bool>& b) {
  std::size_t both = 0;
  for (std::size_t s = 0; s < a.size(); ++s) both += a[s] && b[s] ? 1U : 0U;
  return both;
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// How often all accept each package, among yes and among no, at the most.
struct Most {
  std::size_t yes = 0, no = 0, any = 0;
};

// By question. One walk over all packages.
std::vector<Most> most_accepted(const NaiveAcceptance& naive, const EveryPackage& every,
                                const std::vector<Answer>& answers) {
  std::vector<Most> most(answers.size());
  for (std::size_t x = 0; x < every.packages.size(); ++x) {
    if (every.joint(x) == 0) continue;
    const std::vector<bool> all = scenarios_all_accept(naive, every.packages[x]);
    for (std::size_t q = 0; q < answers.size(); ++q) {
      const std::size_t yes = count_both(all, answers[q].yes);
      most[q].yes = std::max(most[q].yes, yes);
      most[q].no = std::max(most[q].no, every.joint(x) - yes);
      most[q].any = std::max(most[q].any, every.joint(x));
    }
  }
  return most;
}

bool names_packages(const NaiveAcceptance& naive, const Question& question) {
  const std::size_t issues = naive.subject().issues.size();
  const bool draft = question.kind == Question::Kind::kLimit || question.package.size() == issues;
  const bool other = question.kind != Question::Kind::kCompare || question.other.size() == issues;
  return draft && other && question.package_if_yes.size() == issues && question.package_if_no.size() == issues;
}

void check_question(const NaiveAcceptance& naive, const Question& question, const Answer& answer, Check& check) {
  const std::size_t yes = static_cast<std::size_t>(std::count(answer.yes.begin(), answer.yes.end(), true));
  std::vector<bool> no = answer.yes;
  no.flip();
  check.share("the chance of yes", question.chance_yes, ratio(yes, naive.count()));
  if (answer.near_ties > 0) return;
  const std::size_t with_yes = count_both(scenarios_all_accept(naive, question.package_if_yes), answer.yes);
  const std::size_t with_no = count_both(scenarios_all_accept(naive, question.package_if_no), no);
  check.near("best acceptance after yes", question.best_if_yes, ratio(with_yes, yes));
  check.near("best acceptance after no", question.best_if_no, ratio(with_no, naive.count() - yes));
}

void check_gain(const NaiveAcceptance& naive, const Question& question, const Answer& answer, const Most& most,
                Check& check) {
  const auto yes = static_cast<std::size_t>(std::count(answer.yes.begin(), answer.yes.end(), true));
  const double scenarios = static_cast<double>(naive.count());
  check.at_most("best acceptance after yes", question.best_if_yes, ratio(most.yes, yes));
  check.at_most("best acceptance after no", question.best_if_no, ratio(most.no, naive.count() - yes));
  const double plain = static_cast<double>(most.yes + most.no - most.any) / scenarios;
  check.holds("its gain is about that of formula B8, " + std::to_string(plain),
              std::abs(question.gain - plain) <= 3 / std::sqrt(scenarios));
}

void check_order(const findings::BriefFinding& brief, Check& check) {
  const auto& questions = brief.questions.questions;
  check.holds("there are at most five", questions.size() <= 5);
  check.holds("the highest gain comes first", std::is_sorted(questions.begin(), questions.end(), [](auto& a, auto& b) {
                return a.gain > b.gain;
              }));
  check.at_most("the ceiling", brief.questions.ceiling, brief.zone.zone_probability.value);
  for (const Question& question : questions) {
    check.holds("no gain is negative", question.gain >= 0);
    check.at_most("a gain", question.gain, brief.questions.ceiling);
  }
}

}  // namespace

VerifyReport verify_questions(const NaiveAcceptance& naive, const EveryPackage* every,
                              const findings::BriefFinding& brief, const VerifyOptions& options) {
  VerifyReport report;
  std::vector<Answer> answers;
  const auto& parties = naive.parties();
  for (const Question& question : brief.questions.questions) {
    const auto k = static_cast<std::size_t>(std::find(parties.begin(), parties.end(), question.party) - parties.begin());
    if (k == parties.size() || !names_packages(naive, question)) {
      Check(report, options, "questions").holds("they are put to parties that are asked, about packages", false);
      return report;
    }
    answers.push_back(answer_to(naive, k, question));
  }
  const std::vector<Most> most = every == nullptr ? std::vector<Most>() : most_accepted(naive, *every, answers);
  for (std::size_t q = 0; q < answers.size(); ++q) {
    Check check(report, options, "question " + std::to_string(q + 1), ratio(answers[q].near_ties, naive.count()));
    check_question(naive, brief.questions.questions[q], answers[q], check);
    const bool exact = every != nullptr && every->near_ties == 0 && answers[q].near_ties == 0;
    if (exact) check_gain(naive, brief.questions.questions[q], answers[q], most[q], check);
  }
  Check check(report, options, "order of the questions");
  check_order(brief, check);
  return report;
}

}  // namespace modus::verify

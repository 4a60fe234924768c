#include "modus/verify/verify_questions.h"

#include <algorithm>
#include <array>

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

Answer answer_compare(const NaiveAcceptance& naive, std::size_t k, const Package& package,
                      const Package& other) {
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
    case Question::Kind::kLimit:
      return answer_limit(naive, k, question.limit);
    case Question::Kind::kDraft:
      return answer_draft(naive, k, question.package);
    case Question::Kind::kCompare:
      return answer_compare(naive, k, question.package, question.other);
  }
  return {};
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

using InHalves = std::array<std::size_t, 2>;  // even places, odd places

InHalves count_halves(const findings::Scenarios& scenarios, const std::vector<bool>& marks) {
  InHalves counts{};
  for (std::size_t s = 0; s < marks.size(); ++s) {
    if (marks[s]) ++counts[is_odd_place(scenarios, s) ? 1 : 0];
  }
  return counts;
}

// One package of the short-list: in how many scenarios all accept it, with the answer yes and at all.
struct Listed {
  std::size_t package = 0;  // position in EveryPackage
  InHalves any{};
  std::vector<InHalves> yes;  // by question
  [[nodiscard]] InHalves no(std::size_t question) const {
    return {any[0] - yes[question][0], any[1] - yes[question][1]};
  }
};

std::vector<std::size_t> short_list(const EveryPackage& every) {
  constexpr std::size_t kMostListed = 500;
  std::vector<std::size_t> listed;
  for (std::size_t x = 0; x < every.packages.size(); ++x) {
    if (every.joint(x) > 0) listed.push_back(x);
  }
  if (listed.size() <= kMostListed) return listed;
  const auto first_most = [](const std::vector<std::size_t>& counts) {
    return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  };
  std::stable_sort(listed.begin(), listed.end(),
                   [&](auto a, auto b) { return every.joint(a) > every.joint(b); });
  listed.resize(kMostListed);
  listed.push_back(first_most(every.even));
  listed.push_back(first_most(every.odd));
  std::sort(listed.begin(), listed.end());
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  return listed;
}

std::vector<Listed> count_listed(const NaiveAcceptance& naive, const EveryPackage& every,
                                 const std::vector<Answer>& answers) {
  std::vector<Listed> counted;
  for (const std::size_t x : short_list(every)) {
    const std::vector<bool> all = scenarios_all_accept(naive, every.packages[x]);
    Listed listed{x, count_halves(naive.scenarios(), all), {}};
    for (const Answer& answer : answers) {
      std::vector<bool> both = all;
      for (std::size_t s = 0; s < both.size(); ++s) both[s] = both[s] && answer.yes[s];
      listed.yes.push_back(count_halves(naive.scenarios(), both));
    }
    counted.push_back(listed);
  }
  return counted;
}

// What one half of the scenarios counts of the package the other half chose.
template <class Counts>
std::size_t valued(const std::vector<Listed>& list, std::size_t half, Counts counts) {
  const auto chosen = std::max_element(list.begin(), list.end(), [&](const Listed& a, const Listed& b) {
    return counts(a)[1 - half] < counts(b)[1 - half];
  });
  return counts(*chosen)[half];
}

// The package most often accepted in both halves together.
template <class Counts>
const Listed& most_often(const std::vector<Listed>& list, Counts counts) {
  return *std::max_element(list.begin(), list.end(), [&](const Listed& a, const Listed& b) {
    return counts(a)[0] + counts(a)[1] < counts(b)[0] + counts(b)[1];
  });
}

bool names_packages(const NaiveAcceptance& naive, const Question& question) {
  const std::size_t issues = naive.subject().issues.size();
  const bool draft = question.kind == Question::Kind::kLimit || question.package.size() == issues;
  const bool other = question.kind != Question::Kind::kCompare || question.other.size() == issues;
  return draft && other && question.package_if_yes.size() == issues &&
         question.package_if_no.size() == issues;
}

void check_worth(const NaiveAcceptance& naive, const EveryPackage& every, const std::vector<Listed>& list,
                 const Question& question, std::size_t q, const Answer& answer, Check& check) {
  const auto with_yes = [q](const Listed& listed) { return listed.yes[q]; };
  const auto with_no = [q](const Listed& listed) { return listed.no(q); };
  const auto at_all = [](const Listed& listed) { return listed.any; };
  const InHalves sizes = count_halves(naive.scenarios(), std::vector<bool>(naive.count(), true));
  const InHalves yes = count_halves(naive.scenarios(), answer.yes);
  double gain = 0, if_yes = 0, if_no = 0;
  for (std::size_t half = 0; half < 2; ++half) {
    const std::size_t accepted_yes = valued(list, half, with_yes), accepted_no = valued(list, half, with_no);
    gain += ratio(accepted_yes + accepted_no, sizes[half]) - ratio(valued(list, half, at_all), sizes[half]);
    if_yes += ratio(accepted_yes, yes[half]);
    if_no += ratio(accepted_no, sizes[half] - yes[half]);
  }
  check.near("its gain", question.gain, std::max(0.0, gain / 2));
  check.near("best acceptance after yes", question.best_if_yes, if_yes / 2);
  check.near("best acceptance after no", question.best_if_no, if_no / 2);
  check.holds("the package after yes is the one accepted most often",
              question.package_if_yes == every.packages[most_often(list, with_yes).package]);
  check.holds("the package after no is the one accepted most often",
              question.package_if_no == every.packages[most_often(list, with_no).package]);
}

double ceiling_of(const NaiveAcceptance& naive, const EveryPackage& every, const std::vector<Listed>& list) {
  const InHalves sizes = count_halves(naive.scenarios(), std::vector<bool>(naive.count(), true));
  const InHalves zone = {every.zone - every.zone_odd, every.zone_odd};
  double ceiling = 0;
  for (std::size_t half = 0; half < 2; ++half) {
    const std::size_t any = valued(list, half, [](const Listed& listed) { return listed.any; });
    ceiling += (ratio(zone[half], sizes[half]) - ratio(any, sizes[half])) / 2;
  }
  return ceiling;
}

void check_order(const findings::BriefFinding& brief, Check& check) {
  const auto& questions = brief.questions.questions;
  check.holds("there are at most five", questions.size() <= 5);
  check.holds(
      "the highest gain comes first",
      std::is_sorted(questions.begin(), questions.end(), [](auto& a, auto& b) { return a.gain > b.gain; }));
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
    const auto k =
        static_cast<std::size_t>(std::find(parties.begin(), parties.end(), question.party) - parties.begin());
    if (k == parties.size() || !names_packages(naive, question)) {
      Check(report, options, "questions")
          .holds("they are put to parties that are asked, about packages", false);
      return report;
    }
    answers.push_back(answer_to(naive, k, question));
  }
  const bool exact = every != nullptr && every->near_ties == 0 && every->zone > 0;
  const std::vector<Listed> list = exact ? count_listed(naive, *every, answers) : std::vector<Listed>();
  for (std::size_t q = 0; q < answers.size(); ++q) {
    const Question& question = brief.questions.questions[q];
    const Answer& answer = answers[q];
    Check check(report, options, "question " + std::to_string(q + 1), ratio(answer.near_ties, naive.count()));
    const auto yes = static_cast<std::size_t>(std::count(answer.yes.begin(), answer.yes.end(), true));
    check.share("the chance of yes", question.chance_yes, ratio(yes, naive.count()));
    if (exact && answer.near_ties == 0) check_worth(naive, *every, list, question, q, answer, check);
  }
  Check check(report, options, "order of the questions");
  check_order(brief, check);
  if (exact) check.near("the ceiling", brief.questions.ceiling, ceiling_of(naive, *every, list));
  return report;
}

}  // namespace modus::verify

#include "modus/verify/verify_questions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "modus/verify/true_answers.h"
#include "modus/verify/verify_package.h"

namespace modus::verify {
namespace {

using case_model::Package;
using findings::Belief;
using findings::Candour;
using findings::Question;

double ratio(double part, double whole) { return whole <= 0 ? 0 : part / whole; }

using InHalves = std::array<double, 2>;  // even places, odd places

InHalves count_halves(const findings::Scenarios& scenarios, const std::vector<bool>& marks) {
  InHalves counts{};
  for (std::size_t s = 0; s < marks.size(); ++s) {
    if (marks[s]) ++counts[is_odd_place(scenarios, s) ? 1 : 0];
  }
  return counts;
}

double total(const InHalves& counts) { return counts[0] + counts[1]; }

// One package of the short-list: in how many scenarios all accept it, with the true answer yes and at all.
struct Listed {
  std::size_t package = 0;  // position in EveryPackage
  InHalves any{};
  std::vector<InHalves> yes;  // by question
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
  std::stable_sort(listed.begin(), listed.end(), [&](auto a, auto b) { return every.joint(a) > every.joint(b); });
  listed.resize(kMostListed);
  listed.push_back(first_most(every.even));
  listed.push_back(first_most(every.odd));
  std::sort(listed.begin(), listed.end());
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  return listed;
}

std::vector<bool> both(std::vector<bool> a, const std::vector<bool>& b) {
  for (std::size_t s = 0; s < a.size(); ++s) a[s] = a[s] && b[s];
  return a;
}

std::vector<Listed> count_listed(const NaiveAcceptance& naive, const EveryPackage& every, const std::vector<TrueAnswer>& answers) {
  std::vector<Listed> counted;
  for (const std::size_t x : short_list(every)) {
    const std::vector<bool> all = scenarios_all_accept(naive, every.packages[x]);
    Listed listed{x, count_halves(naive.scenarios(), all), {}};
    for (const TrueAnswer& answer : answers) listed.yes.push_back(count_halves(naive.scenarios(), both(all, answer.yes)));
    counted.push_back(listed);
  }
  return counted;
}

// How often yes, or no, is heard with the package accepted by all, in one half.
struct Heard {
  Candour candour;
  bool yes = true;
  [[nodiscard]] double weight(double with, double all) const { return yes ? candour.yes(with, all) : candour.no(with, all); }
};

// What one half of the scenarios counts of the package the other half chose.
template <class Counts>
double valued(const std::vector<Listed>& list, std::size_t half, Counts counts) {
  const auto chosen =
      std::max_element(list.begin(), list.end(), [&](const Listed& a, const Listed& b) { return counts(a, 1 - half) < counts(b, 1 - half); });
  return counts(*chosen, half);
}

// Everything that is checked of one question.
class QuestionCheck {
 public:
  QuestionCheck(const NaiveAcceptance& naive, const Question& question, const TrueAnswer& answer, std::size_t place, Check& check)
      : naive_(naive), question_(question), answer_(answer), place_(place), check_(check), yeses_(count_halves(naive.scenarios(), answer.yes)),
        sizes_(count_halves(naive.scenarios(), std::vector<bool>(naive.count(), true))) {}

  void check_terms() {
    const case_model::Asking& asking = naive_.subject().judgments[question_.party].asking;
    const case_model::Defaults& usual = naive_.subject().defaults;
    check_.near("honesty in private", question_.honest_private, asking.honest_private.value_or(usual.honest_private));
    check_.near("honesty in public", question_.honest_public, asking.honest_public.value_or(usual.honest_public));
    check_.near("the risk of a leak", question_.leak_risk, asking.leak.value_or(0) * asking.leak_costs.value_or(0));
    check_.share("the chance of yes", question_.chance_yes, ratio(total(yeses_), total(sizes_)));
  }

  // With every package counted.
  void check_worth(const EveryPackage& every, const std::vector<Listed>& list, bool in_private) {
    if (!list.empty()) {
      const double honest = gain(list, {});
      check_.near("its gain", question_.gain, honest);
      check_.near("its gain in private", question_.in_private.gain, std::min(honest, gain(list, heard_in(true))));
      check_.near("its gain in public", question_.in_public.gain, std::min(honest, gain(list, heard_in(false))));
      check_best(every, list, {{}, true}, question_.best_if_yes, question_.package_if_yes, "a true yes");
      check_best(every, list, {{}, false}, question_.best_if_no, question_.package_if_no, "a true no");
    }
    if (every.zone > 0) {
      const double honest = bits(every.has_zone, {});
      check_.near("its bits", question_.bits, honest);
      check_.near("its bits in private", question_.in_private.bits, std::min(honest, bits(every.has_zone, heard_in(true))));
      check_.near("its bits in public", question_.in_public.bits, std::min(honest, bits(every.has_zone, heard_in(false))));
    }
    for (const findings::Answer& answer : question_.answers) {
      const Heard heard{heard_in(in_private), answer.yes};
      const double with = total(count_halves(naive_.scenarios(), both(answer_.yes, every.has_zone)));
      const double heard_at_all = heard.weight(total(yeses_), total(sizes_));
      check_.near("the zone after it", answer.zone_probability, ratio(heard.weight(with, static_cast<double>(every.zone)), heard_at_all));
      if (!list.empty()) check_best(every, list, heard, answer.best_acceptance, answer.best, answer.yes ? "yes" : "no");
    }
  }

  void check_answers(bool in_private) {
    check_.holds("it has the answers yes and no", question_.answers.size() == 2 && question_.answers[0].yes && !question_.answers[1].yes);
    for (const findings::Answer& answer : question_.answers) {
      const Heard heard{heard_in(in_private), answer.yes};
      check_.share("the chance of hearing it", answer.chance, ratio(heard.weight(total(yeses_), total(sizes_)), total(sizes_)));
      if (answer_.near_ties > 0) continue;
      for (const Belief& change : answer.changes) check_change(change, heard);
    }
  }

 private:
  [[nodiscard]] Candour heard_in(bool in_private) const {
    return {in_private ? question_.honest_private : question_.honest_public, question_.suits_yes()};
  }

  [[nodiscard]] double gain(const std::vector<Listed>& list, const Candour& candour) const {
    double gain = 0;
    for (std::size_t half = 0; half < 2; ++half) {
      double sum = -valued(list, half, [](const Listed& x, std::size_t h) { return x.any[h]; });
      for (const bool yes : {true, false}) sum += heard_and_accepted(list, half, {candour, yes});
      gain += ratio(sum, sizes_[half]);
    }
    return std::max(0.0, gain / 2);
  }

  [[nodiscard]] double heard_and_accepted(const std::vector<Listed>& list, std::size_t half, const Heard& heard) const {
    return valued(list, half, [&](const Listed& x, std::size_t h) { return heard.weight(x.yes[place_][h], x.any[h]); });
  }

  void check_best(const EveryPackage& every, const std::vector<Listed>& list, const Heard& heard, double acceptance, const Package& best,
                  const std::string& after) {
    double expected = 0;
    for (std::size_t half = 0; half < 2; ++half) {
      expected += ratio(heard_and_accepted(list, half, heard), heard.weight(yeses_[half], sizes_[half])) / 2;
    }
    check_.near("best acceptance after " + after, acceptance, expected);
    const auto weight = [&](const Listed& x) { return heard.weight(total(x.yes[place_]), total(x.any)); };
    const auto most = std::max_element(list.begin(), list.end(), [&](const Listed& a, const Listed& b) { return weight(a) < weight(b); });
    check_.holds("the package after " + after + " is the one accepted most often", best == every.packages[most->package]);
  }

  // Mutual information, cell by cell.
  [[nodiscard]] double bits(const std::vector<bool>& event, const Candour& candour) const {
    double bits = 0;
    const double all = total(sizes_), in = static_cast<double>(std::count(event.begin(), event.end(), true));
    const double yes_in = static_cast<double>(std::ranges::count(both(answer_.yes, event), true));
    for (const bool yes : {true, false}) {
      const Heard heard{candour, yes};
      const double row = heard.weight(total(yeses_), all), cell_in = heard.weight(yes_in, in);
      for (const bool inside : {true, false}) {
        const double cell = inside ? cell_in : row - cell_in, column = inside ? in : all - in;
        if (cell > 0) bits += cell / all * std::log2(cell * all / (row * column));
      }
    }
    return std::max(0.0, bits);
  }

  void check_change(const Belief& change, const Heard& heard) {
    const Heard anybody{{}, true};
    const std::vector<bool> all(naive_.count(), true);
    check_.holds("what changes is of the party asked", change.party == question_.party);
    check_.near("what is believed before", change.before, believed(change, all, anybody));
    check_.near("what is believed after", change.given, believed(change, answer_.yes, heard));
  }

  [[nodiscard]] double believed(const Belief& belief, const std::vector<bool>& yes, const Heard& heard) const {
    std::vector<std::pair<double, double>> weighted;  // value, weight of the scenario
    for (std::size_t s = 0; s < naive_.count(); ++s) weighted.emplace_back(value(belief, s), heard.weight(yes[s] ? 1 : 0, 1));
    double sum = 0, weights = 0;
    for (const auto& [value, weight] : weighted) {
      sum += value * weight;
      weights += weight;
    }
    if (belief.kind != Belief::Kind::kNoDeal) return ratio(sum, weights);
    constexpr double kRounding = 1e-9;  // of sums of weights
    std::sort(weighted.begin(), weighted.end());
    double below = 0;
    for (const auto& [value, weight] : weighted) {
      below += weight;
      if (2 * below >= weights - kRounding * weights) return value;
    }
    return 0;
  }

  [[nodiscard]] double value(const Belief& belief, std::size_t s) const {
    const findings::PartyScenarios& wants = naive_.scenarios().parties[question_.party];
    const auto& limits = naive_.standing().limits_of[question_.party];
    const auto bit = static_cast<std::size_t>(std::find(limits.begin(), limits.end(), belief.limit) - limits.begin());
    switch (belief.kind) {
      case Belief::Kind::kLimitReal: return bit < limits.size() && (wants.real_limits[s] >> bit & 1U) != 0 ? 1 : 0;
      case Belief::Kind::kNoDeal: return wants.no_deal[s] / wants.units_per_point;
      case Belief::Kind::kWeight: return wants.weights[s * naive_.subject().issues.size() + belief.issue.value];
      case Belief::Kind::kStalling: return wants.stalling[s];
      case Belief::Kind::kScore: break;
    }
    return std::nan("");
  }

  const NaiveAcceptance& naive_;
  const Question& question_;
  const TrueAnswer& answer_;
  std::size_t place_;
  Check& check_;
  InHalves yeses_, sizes_;
};

double ceiling_of(const NaiveAcceptance& naive, const EveryPackage& every, const std::vector<Listed>& list) {
  const InHalves sizes = count_halves(naive.scenarios(), std::vector<bool>(naive.count(), true));
  const InHalves zone = count_halves(naive.scenarios(), every.has_zone);
  double ceiling = 0;
  for (std::size_t half = 0; half < 2; ++half) {
    const double any = valued(list, half, [](const Listed& listed, std::size_t h) { return listed.any[h]; });
    ceiling += (ratio(zone[half], sizes[half]) - ratio(any, sizes[half])) / 2;
  }
  return ceiling;
}

// A gain first, then information, then what costs more than it brings; each by its size.
std::array<double, 2> rank_of(const Question& question, bool in_private) {
  constexpr double kLeastGain = 0.005;
  if (question.value >= kLeastGain) return {2, question.value};
  if (question.value <= -kLeastGain) return {0, question.value};
  return {1, in_private ? question.in_private.bits : question.in_public.bits};
}

void check_bounds(const Question& question, double ceiling, Check& check) {
  check.at_most("a gain", question.gain, ceiling);
  for (const findings::AnswerWorth* heard : {&question.in_private, &question.in_public}) {
    check.holds("no gain is negative", heard->gain >= 0 && heard->bits >= 0);
    check.at_most("a gain as heard", heard->gain, question.gain);
    check.at_most("bits as heard", heard->bits, question.bits);
  }
}

void check_order(const findings::QuestionsFinding& found, Check& check) {
  check.holds("no more are listed than are worth asking", found.questions.size() <= found.worth_asking);
  check.holds("those worth most come first", std::ranges::is_sorted(found.questions, [&](const Question& a, const Question& b) {
                return rank_of(a, found.in_private) > rank_of(b, found.in_private);
              }));
  for (const Question& question : found.questions) {
    check_bounds(question, found.ceiling, check);
    const double value = found.in_private ? question.in_private.gain - question.leak_risk : question.in_public.gain;
    check.near("its value", question.value, value);
  }
}

}  // namespace

VerifyReport verify_questions(const NaiveAcceptance& naive, const EveryPackage* every, const findings::BriefFinding& brief,
                              const VerifyOptions& options) {
  VerifyReport report;
  const findings::QuestionsFinding& found = brief.questions;
  std::vector<TrueAnswer> answers;
  for (const Question& question : found.questions) {
    auto answer = true_answer(naive, question);
    if (!answer) {
      Check(report, options, "questions").holds("they are put to parties that are asked, about packages and issues", false);
      return report;
    }
    answers.push_back(std::move(*answer));
  }
  const bool exact = every != nullptr && every->near_ties == 0;
  const std::vector<Listed> list = exact ? count_listed(naive, *every, answers) : std::vector<Listed>();
  for (std::size_t q = 0; q < answers.size(); ++q) {
    const double near_ties = static_cast<double>(answers[q].near_ties);
    Check check(report, options, "question " + std::to_string(q + 1), near_ties / static_cast<double>(naive.count()));
    QuestionCheck one(naive, found.questions[q], answers[q], q, check);
    one.check_terms();
    one.check_answers(found.in_private);
    if (exact && answers[q].near_ties == 0) one.check_worth(*every, list, found.in_private);
  }
  Check check(report, options, "order of the questions");
  check_order(found, check);
  if (exact) check.holds("whether no scenario has a zone", found.no_zone == (every->zone == 0));
  if (exact && !list.empty()) check.near("the ceiling", found.ceiling, ceiling_of(naive, *every, list));
  return report;
}

}  // namespace modus::verify

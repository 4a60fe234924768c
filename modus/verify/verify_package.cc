#include "modus/verify/verify_package.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace modus::verify {
namespace {

using case_model::LimitIndex;
using case_model::PartyIndex;
using findings::Belief;
using findings::PackageView;
using findings::PartyView;

// Who accepts one package, scenario by scenario.
struct Answers {
  std::vector<std::vector<bool>> accepts;  // by k, scenario
  std::vector<std::vector<double>> gains;
  std::vector<bool> all;
  std::size_t near_ties = 0;
};

Answers collect(const NaiveAcceptance& naive, const case_model::Package& package, const PackageFacts& facts) {
  const std::size_t parties = naive.parties().size(), count = naive.count();
  Answers answers{std::vector(parties, std::vector<bool>(count)),
                  std::vector(parties, std::vector<double>(count)), std::vector<bool>(count, true), 0};
  for (std::size_t s = 0; s < count; ++s) {
    bool near_tie = false;
    for (std::size_t k = 0; k < parties; ++k) {
      const double gain = naive.gain(k, s, package, facts[k]);
      near_tie = near_tie || naive.is_near_tie(k, gain);
      answers.gains[k][s] = gain;
      answers.accepts[k][s] = naive.accepts(k, s, facts[k], gain);
      if (facts[k].asked && !answers.accepts[k][s]) answers.all[s] = false;
    }
    if (near_tie) ++answers.near_ties;
  }
  return answers;
}

double share_of(const std::vector<bool>& marks) {
  return static_cast<double>(std::count(marks.begin(), marks.end(), true)) /
         static_cast<double>(marks.size());
}

double share_refusing_alone(const Answers& answers, const PackageFacts& facts, std::size_t k) {
  std::size_t alone = 0;
  for (std::size_t s = 0; s < answers.all.size(); ++s) {
    bool others = true;
    for (std::size_t other = 0; other < facts.size(); ++other) {
      if (other != k && facts[other].asked && !answers.accepts[other][s]) others = false;
    }
    if (others && !answers.accepts[k][s]) ++alone;
  }
  return static_cast<double>(alone) / static_cast<double>(answers.all.size());
}

std::vector<LimitIndex> limits_forbidding(const NaiveAcceptance& naive, PartyIndex party,
                                          const case_model::Package& package) {
  std::vector<LimitIndex> forbidding;
  for (const LimitIndex limit : naive.standing().limits_of[party]) {
    if (case_model::holds(naive.standing().limits[limit.value].forbids, package)) forbidding.push_back(limit);
  }
  return forbidding;
}

void check_party(const NaiveAcceptance& naive, const PackageView& view, const PackageFacts& facts,
                 const Answers& answers, std::size_t k, Check& check) {
  const PartyIndex party = naive.parties()[k];
  const PartyView& said = view.parties[party];
  const std::string& id = naive.subject().parties[party].id;
  check.equal("whether " + id + " is asked", said.asked ? 1 : 0, facts[k].asked ? 1 : 0);
  check.holds("the limits of " + id + " that forbid it are those listed",
              said.limits_met == limits_forbidding(naive, party, view.package));
  if (!facts[k].asked) return;
  const double acceptance = share_of(answers.accepts[k]);
  check.share("acceptance of " + id, said.acceptance.value, acceptance);
  check.share("share in which " + id + " alone refuses", said.refuses_alone,
              share_refusing_alone(answers, facts, k));
  const findings::Spread gain = naive_spread(answers.gains[k]);
  check.near("median gain of " + id, said.gain.median, gain.median);
  check.near("low gain of " + id, said.gain.low, gain.low);
  check.near("high gain of " + id, said.gain.high, gain.high);
  if (said.sureness == findings::Sureness::kCertain)
    check.share("certain acceptance of " + id, acceptance, 1);
  if (said.sureness == findings::Sureness::kImpossible)
    check.share("impossible acceptance of " + id, acceptance, 0);
}

void check_touched(const NaiveAcceptance& naive, const PackageView& view, Check& check) {
  std::vector<std::size_t> norms;
  for (std::size_t n = 0; n < naive.subject().norms.size(); ++n) {
    if (case_model::holds(naive.subject().norms[n].when, view.package)) norms.push_back(n);
  }
  check.holds("the norms touched are those listed", norms == view.norms_touched);
  std::vector<PartyIndex> committed;
  for (const PartyIndex party : naive.subject().parties.indices()) {
    if (case_model::needs(naive.subject(), view.package, party)) committed.push_back(party);
  }
  check.holds("the guarantors committed are those listed", committed == view.guarantors_committed);
}

// The quantity a belief is about, in one scenario; nothing where it is not told by these scenarios.
using Quantity = std::function<double(std::size_t scenario)>;

Quantity quantity_of(const NaiveAcceptance& naive, const Belief& belief) {
  const findings::PartyScenarios& wants = naive.scenarios().parties[belief.party];
  const std::size_t issues = wants.first_option.size();
  switch (belief.kind) {
    case Belief::Kind::kStalling:
      return [&](std::size_t s) { return wants.stalling[s] != 0 ? 1.0 : 0.0; };
    case Belief::Kind::kNoDeal:
      return [&](std::size_t s) { return wants.no_deal[s] / wants.units_per_point; };
    case Belief::Kind::kLimitReal: {
      const auto& limits = naive.standing().limits_of[belief.party];
      const auto bit =
          static_cast<std::size_t>(std::find(limits.begin(), limits.end(), belief.limit) - limits.begin());
      if (bit == limits.size()) return {};
      return [&wants, bit](std::size_t s) { return (wants.real_limits[s] >> bit & 1U) != 0 ? 1.0 : 0.0; };
    }
    case Belief::Kind::kWeight:
      if (belief.issue.value >= issues || wants.weights.size() < naive.count() * issues) return {};
      return
          [&wants, issues, &belief](std::size_t s) { return wants.weights[s * issues + belief.issue.value]; };
    case Belief::Kind::kScore:
      return {};  // a score has no value where its weight is 0
  }
  return {};
}

void check_beliefs(const NaiveAcceptance& naive, const PackageView& view, const Answers& answers,
                   Check& check) {
  const auto accepted = static_cast<double>(std::count(answers.all.begin(), answers.all.end(), true));
  check.holds("beliefs are given just where some scenario accepts", accepted > 0 || view.central.empty());
  if (answers.near_ties > 0 || accepted == 0) return;
  for (const Belief& belief : view.central) {
    if (!naive.scenarios().parties[belief.party].drawn) {
      check.holds("beliefs are about parties that are asked", false);
      continue;
    }
    const Quantity quantity = quantity_of(naive, belief);
    if (!quantity) continue;
    double before = 0, given = 0;
    for (std::size_t s = 0; s < naive.count(); ++s) {
      before += quantity(s);
      if (answers.all[s]) given += quantity(s);
    }
    const std::string about = " about " + naive.subject().parties[belief.party].id;
    check.near("a belief" + about + ", over all scenarios", belief.before,
               before / static_cast<double>(naive.count()));
    check.near("a belief" + about + ", given acceptance", belief.given, given / accepted);
  }
}

}  // namespace

findings::Spread naive_spread(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const std::size_t n = numbers.size();
  const double median = (numbers[(n - 1) / 2] + numbers[n / 2]) / 2;
  return {median, numbers[(5 * n + 99) / 100 - 1], numbers[(95 * n + 99) / 100 - 1]};
}

std::vector<bool> scenarios_all_accept(const NaiveAcceptance& naive, const case_model::Package& package) {
  return collect(naive, package, naive.facts_of(package)).all;
}

VerifyReport verify_package(const NaiveAcceptance& naive, const PackageView& view, const std::string& name,
                            const VerifyOptions& options) {
  VerifyReport report;
  if (view.package.size() != naive.subject().issues.size() ||
      view.parties.size() != naive.subject().parties.size()) {
    Check(report, options, name).holds("it names every issue and every party", false);
    return report;
  }
  const PackageFacts facts = naive.facts_of(view.package);
  const Answers answers = collect(naive, view.package, facts);
  Check check(report, options, name,
              static_cast<double>(answers.near_ties) / static_cast<double>(naive.count()));
  check.holds("it meets the rules", case_model::meets_rules(naive.subject(), view.package));
  check.share("joint acceptance", view.joint_acceptance.value, share_of(answers.all));
  for (std::size_t k = 0; k < naive.parties().size(); ++k) check_party(naive, view, facts, answers, k, check);
  check_touched(naive, view, check);
  check_beliefs(naive, view, answers, check);
  return report;
}

}  // namespace modus::verify

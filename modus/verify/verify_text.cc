#include "modus/verify/verify_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "modus/case_model/known_wants.h"
#include "modus/case_model/packages.h"
#include "modus/verify/every_package.h"
#include "modus/verify/verify_package.h"

namespace modus::verify {
namespace {

using case_model::IssueIndex;
using case_model::LimitIndex;
using case_model::Package;
using findings::PartyChange;
using findings::TextChange;
using findings::TextFinding;

struct Fares {
  bool hurt = false, helped = false, near_tie = false;
  double gain = 0, share = 0;
};

// One package changed into another.
class NaiveChange {
 public:
  NaiveChange(const NaiveAcceptance& naive, const Package& from, const Package& to)
      : naive_(naive), from_(from), before_(naive.facts_of(from)), whole_(naive.facts_of(to)) {
    for (std::size_t k = 0; k < naive.parties().size(); ++k) {
      const auto party = naive.parties()[k];
      issues_.push_back(case_model::known_wants(naive.subject(), naive.standing(), party));
      if (naive.subject().parties[party].has(case_model::Role::kPrincipal))
        issues_.back().assign(from.size(), true);
      to_.push_back(to);
      for (const IssueIndex issue : from.indices()) {
        if (!issues_[k][issue]) to_[k][issue] = from[issue];
      }
      after_.push_back(naive.facts_of(to_[k])[k]);
    }
  }

  [[nodiscard]] bool counts(std::size_t k) const { return before_[k].asked || whole_[k].asked; }

  // Whether anything that counts does.
  [[nodiscard]] bool changes(std::size_t k) const { return to_[k] != from_; }

  [[nodiscard]] Fares fares(std::size_t k, std::size_t scenario) const {
    Fares fares;
    fares.gain = naive_.gain(k, scenario, to_[k], after_[k]) - naive_.gain(k, scenario, from_, before_[k]);
    const std::uint64_t real = naive_.wants(k).real_limits[scenario];
    const bool newly = (real & after_[k].forbidden_by & ~before_[k].forbidden_by) != 0;
    const bool no_longer = (real & before_[k].forbidden_by & ~after_[k].forbidden_by) != 0;
    fares.hurt = fares.gain < 0 || newly;
    fares.helped = !fares.hurt && (fares.gain > 0 || no_longer);
    fares.near_tie = naive_.is_near_tie(k, fares.gain) && fares.gain != 0;
    fares.share = newly ? -1 : no_longer ? 1 : std::clamp(fares.gain / way(k, scenario), -1.0, 1.0);
    return fares;
  }

  // Limits that forbid one of the two and not the other.
  [[nodiscard]] std::vector<LimitIndex> limits(std::size_t k, bool met) const {
    const std::uint64_t there = (met ? after_ : before_)[k].forbidden_by,
                        gone = (met ? before_ : after_)[k].forbidden_by;
    std::vector<LimitIndex> found;
    const auto& all = naive_.standing().limits_of[naive_.parties()[k]];
    for (std::size_t j = 0; j < all.size(); ++j) {
      if (((there & ~gone) >> j & 1U) != 0) found.push_back(all[j]);
    }
    return found;
  }

 private:
  // From the text to every issue that counts at its best, points, one at least.
  [[nodiscard]] double way(std::size_t k, std::size_t scenario) const {
    const findings::PartyScenarios& wants = naive_.wants(k);
    const double* values = wants.values.data() + scenario * wants.options;
    double way = 0;
    for (const IssueIndex issue : from_.indices()) {
      const double text = values[wants.first_option[issue.value] + from_[issue].value];
      double most = text;
      for (std::size_t o = 0; o < naive_.subject().issues[issue].options.size() && issues_[k][issue]; ++o) {
        most = std::max(most, values[wants.first_option[issue.value] + o]);
      }
      way += most - text;
    }
    return std::max(way / wants.units_per_point, 1.0);
  }

  const NaiveAcceptance& naive_;
  const Package& from_;
  PackageFacts before_, whole_;
  std::vector<base::IndexedVector<IssueIndex, bool>> issues_;  // by k: those that count
  std::vector<Package> to_;                                    // by k: as it counts
  PackageFacts after_;
};

double ratio(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

// By k, in how many scenarios.
struct Counts {
  std::vector<std::size_t> not_hurt, helped;
  std::size_t near_ties = 0;
  [[nodiscard]] std::size_t least() const { return *std::min_element(not_hurt.begin(), not_hurt.end()); }
};

Counts count(const NaiveAcceptance& naive, const Package& from, const Package& to) {
  const NaiveChange change(naive, from, to);
  Counts counts;
  for (std::size_t k = 0; k < naive.parties().size(); ++k) {
    counts.not_hurt.push_back(naive.count());
    counts.helped.push_back(0);
    for (std::size_t s = 0; s < naive.count() && change.counts(k); ++s) {
      const Fares fares = change.fares(k, s);
      if (fares.hurt) --counts.not_hurt.back();
      if (fares.helped) ++counts.helped.back();
      if (fares.near_tie) ++counts.near_ties;
    }
  }
  return counts;
}

// What may count as an edit.
struct Bar {
  std::size_t not_hurt = 0, helped = 0;
  Bar(const NaiveAcceptance& naive, const TextFinding& text)
      : not_hurt(needed(naive, text.confidence)),
        helped(std::max<std::size_t>(1, needed(naive, text.helped))) {}
  static std::size_t needed(const NaiveAcceptance& naive, double share) {
    return static_cast<std::size_t>(std::ceil(share * static_cast<double>(naive.count()) - 1e-9));
  }
  [[nodiscard]] bool helps(const Counts& counts) const {
    return std::any_of(counts.helped.begin(), counts.helped.end(),
                       [&](std::size_t n) { return n >= helped; });
  }
  [[nodiscard]] bool passes(const Counts& counts) const {
    return counts.least() >= not_hurt && helps(counts);
  }
};

std::vector<IssueIndex> issues_apart(const Package& a, const Package& b) {
  std::vector<IssueIndex> apart;
  for (const IssueIndex issue : a.indices()) {
    if (a[issue] != b[issue]) apart.push_back(issue);
  }
  return apart;
}

void check_party(const NaiveAcceptance& naive, const NaiveChange& change, std::size_t k,
                 const PartyChange& told, Check& check) {
  const std::string name = naive.subject().parties[naive.parties()[k]].id;
  check.holds(name + " counts where one of the two packages asks it", told.asked == change.counts(k));
  if (!change.counts(k)) return;
  std::size_t not_hurt = 0, helped = 0;
  std::vector<double> gains;
  for (std::size_t s = 0; s < naive.count(); ++s) {
    const Fares fares = change.fares(k, s);
    not_hurt += fares.hurt ? 0 : 1;
    helped += fares.helped ? 1 : 0;
    gains.push_back(fares.gain);
  }
  check.share("the chance that " + name + " is not hurt", told.not_hurt.value,
              ratio(not_hurt, naive.count()));
  check.share("the chance that " + name + " is helped", told.helped.value, ratio(helped, naive.count()));
  const findings::Spread spread = naive_spread(std::move(gains));
  check.near("the median gain of " + name, told.gain.median, spread.median);
  check.near("the low gain of " + name, told.gain.low, spread.low);
  check.near("the high gain of " + name, told.gain.high, spread.high);
  check.holds("the limits of " + name + " are those it newly meets",
              told.limits_met == change.limits(k, true));
  check.holds("the limits of " + name + " are those it leaves", told.limits_left == change.limits(k, false));
}

void check_whole(const NaiveAcceptance& naive, const NaiveChange& change, const TextChange& told,
                 Check& check) {
  double least_share = 0;
  std::size_t nobody_hurt = 0;
  for (std::size_t s = 0; s < naive.count(); ++s) {
    double least = 1;
    bool hurt = false;
    for (std::size_t k = 0; k < naive.parties().size(); ++k) {
      if (!change.counts(k)) continue;
      const Fares fares = change.fares(k, s);
      if (change.changes(k)) least = std::min(least, fares.share);
      hurt = hurt || fares.hurt;
    }
    least_share += least;
    nobody_hurt += hurt ? 0 : 1;
  }
  check.share("the least share of the way", told.least_share,
              least_share / static_cast<double>(naive.count()));
  check.share("the chance that nobody is hurt", told.nobody_hurt.value, ratio(nobody_hurt, naive.count()));
}

void check_marks(const case_model::Case& subject, const Package& from, const TextChange& told, Check& check) {
  std::vector<case_model::PartyIndex> committed;
  for (const auto party : subject.parties.indices()) {
    if (case_model::needs(subject, told.to, party) && !case_model::needs(subject, from, party))
      committed.push_back(party);
  }
  std::vector<std::size_t> norms;
  for (std::size_t n = 0; n < subject.norms.size(); ++n) {
    if (case_model::holds(subject.norms[n].when, told.to) && !case_model::holds(subject.norms[n].when, from))
      norms.push_back(n);
  }
  check.holds("the guarantors are those newly committed", told.newly_committed == committed);
  check.holds("the norms are those newly touched", told.norms_newly_touched == norms);
}

void check_change(const NaiveAcceptance& naive, const Package& from, const TextChange& told, Check& check) {
  const case_model::Case& subject = naive.subject();
  check.holds("the package meets the rules", case_model::meets_rules(subject, told.to));
  check.holds("the issues are those that change", told.issues == issues_apart(from, told.to));
  const NaiveChange change(naive, from, told.to);
  for (std::size_t k = 0; k < naive.parties().size(); ++k)
    check_party(naive, change, k, told.parties[naive.parties()[k]], check);
  double least = 1;
  for (const PartyChange& party : told.parties)
    least = party.asked ? std::min(least, party.not_hurt.value) : least;
  check.near("the least chance of not being hurt", told.least_not_hurt, least);
  check_whole(naive, change, told, check);
  check_marks(subject, from, told, check);
  const std::vector<bool> all = scenarios_all_accept(naive, told.to);
  check.share("its joint acceptance", told.joint_acceptance.value,
              ratio(static_cast<std::size_t>(std::count(all.begin(), all.end(), true)), all.size()));
}

// Whether some party is helped by the one and hurt by the other, and another the other way round.
bool is_trade(const NaiveAcceptance& naive, const Package& text, const Package& to, const Bar& bar) {
  const std::vector<IssueIndex> issues = issues_apart(text, to);
  if (issues.size() != 2) return false;
  std::vector<Counts> halves;
  for (const IssueIndex issue : issues) {
    Package half = text;
    half[issue] = to[issue];
    if (!case_model::meets_rules(naive.subject(), half)) return false;
    halves.push_back(count(naive, text, half));
    if (bar.passes(halves.back())) return false;
  }
  for (std::size_t a = 0; a < naive.parties().size(); ++a) {
    for (std::size_t b = 0; b < naive.parties().size(); ++b) {
      const bool first = halves[0].helped[a] >= bar.helped && halves[0].not_hurt[b] < bar.not_hurt;
      const bool second = halves[1].helped[b] >= bar.helped && halves[1].not_hurt[a] < bar.not_hurt;
      if (a != b && first && second) return true;
    }
  }
  return false;
}

void check_list(const NaiveAcceptance& naive, const TextFinding& text, const std::vector<TextChange>& list,
                bool trades, VerifyReport& report, const VerifyOptions& options) {
  const Bar bar(naive, text);
  for (const TextChange& told : list) {
    const Counts counts = count(naive, text.text, told.to);
    Check check(report, options, (trades ? "trade " : "edit ") + told.id,
                ratio(counts.near_ties, naive.count()));
    check_change(naive, text.text, told, check);
    if (counts.near_ties > 0) continue;
    check.holds("it helps somebody and hurts nobody, at the confidence asked for", bar.passes(counts));
    check.holds(trades ? "it is made of two changes that each hurt somebody" : "it is no trade",
                is_trade(naive, text.text, told.to, bar) == trades);
  }
  Check order(report, options, trades ? "order of the trades" : "order of the edits");
  order.holds("fewest issues come first, then the highest least share of the way",
              std::is_sorted(list.begin(), list.end(), [](const TextChange& a, const TextChange& b) {
                return a.issues.size() != b.issues.size() ? a.issues.size() < b.issues.size()
                                                          : a.least_share > b.least_share;
              }));
}

// Packages that pass and contain no smaller one that does, and the highest least chance of those that help.
struct Every {
  std::size_t minimal = 0, closest = 0, near_ties = 0, most_of_a_size = 0;
  Package closest_package;
};

Every look_at_every_package(const NaiveAcceptance& naive, const TextFinding& text) {
  const Bar bar(naive, text);
  Every every;
  std::vector<Package> passing;
  for (const Package& package : list_packages(naive.subject())) {
    if (package == text.text) continue;
    const Counts counts = count(naive, text.text, package);
    every.near_ties += counts.near_ties;
    if (bar.passes(counts)) passing.push_back(package);
    if (!bar.helps(counts) || (!every.closest_package.empty() && counts.least() <= every.closest)) continue;
    every.closest = counts.least();
    every.closest_package = package;
  }
  std::map<std::size_t, std::size_t> sizes;
  for (const Package& package : passing) {
    const bool contains = std::any_of(passing.begin(), passing.end(), [&](const Package& other) {
      const std::vector<IssueIndex> issues = issues_apart(text.text, other);
      return other != package &&
             std::all_of(issues.begin(), issues.end(), [&](IssueIndex i) { return package[i] == other[i]; });
    });
    if (!contains) ++every.minimal;
    every.most_of_a_size = std::max(every.most_of_a_size, ++sizes[issues_apart(text.text, package).size()]);
  }
  return every;
}

void check_proof(const NaiveAcceptance& naive, const TextFinding& text, VerifyReport& report,
                 const VerifyOptions& options) {
  Check check(report, options, "proof of the text");
  if (text.proof.closest) check_change(naive, text.text, *text.proof.closest, check);
  const double evaluations = evaluations_of_all(naive) * 2;
  if (!text.proof.whole || !affordable(report, options, "every change of the text", evaluations)) return;
  const Every every = look_at_every_package(naive, text);
  if (every.near_ties > 0) return;
  constexpr std::size_t kMostWeighed = 1000;  // of bundles of one size, by which only so many are looked at
  if (every.most_of_a_size <= kMostWeighed) {
    check.equal("how many edits and trades there are", text.edits_found + text.trades_found, every.minimal);
  }
  check.holds("some package helps just where one is named",
              text.proof.closest.has_value() == !every.closest_package.empty());
  if (text.proof.closest)
    check.holds("the package named hurts least often", text.proof.closest->to == every.closest_package);
}

}  // namespace

VerifyReport verify_text(const NaiveAcceptance& naive, const TextFinding& text,
                         const VerifyOptions& options) {
  VerifyReport report;
  {
    Check check(report, options, "the text");
    const std::vector<bool> all = scenarios_all_accept(naive, text.text);
    check.share("its joint acceptance", text.joint_acceptance.value,
                ratio(static_cast<std::size_t>(std::count(all.begin(), all.end(), true)), all.size()));
  }
  check_list(naive, text, text.edits, false, report, options);
  check_list(naive, text, text.trades, true, report, options);
  check_proof(naive, text, report, options);
  for (const findings::TextStep& step : text.steps) {
    Check check(report, options, "step to round " + std::to_string(step.round));
    const auto& rounds = naive.subject().text;
    const NaiveChange change(naive, rounds[step.round - 2].package, rounds[step.round - 1].package);
    for (std::size_t k = 0; k < naive.parties().size(); ++k)
      check_party(naive, change, k, step.parties[naive.parties()[k]], check);
  }
  return report;
}

VerifyReport verify_single_text(const case_model::Case& subject, const findings::Scenarios& scenarios,
                                const TextFinding& text, const VerifyOptions& options) {
  return verify_text(NaiveAcceptance(subject, scenarios), text, options);
}

}  // namespace modus::verify

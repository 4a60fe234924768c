#include "tests/single_text/simulated_talks.h"

#include <algorithm>
#include <stdexcept>

#include "modus/case_model/consent.h"
#include "modus/case_model/packages.h"
#include "modus/case_model/standing.h"
#include "modus/catalogue/insert_statement.h"
#include "modus/catalogue/text_rounds.h"
#include "modus/inquiry/single_text.h"
#include "modus/preference/draw.h"
#include "modus/zone/scan_zone.h"

namespace modus::tests {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::PartyIndex;

constexpr std::size_t kScenarios = 512;
/// Where all accept the text, a change that somebody is more likely to lose by is not put to the parties.
constexpr double kWorthTrying = 0.2;
constexpr std::uint64_t kSeedOfTruth = 9001, kSeedOfMediator = 1;

findings::Scenarios draw(const Case& subject, std::uint64_t seed) {
  preference::DrawOptions options;
  options.scenarios = kScenarios;
  options.seed = seed;
  options.watch = false;
  options.sweeps = 3;
  auto scenarios = preference::draw_scenarios(subject, options, {});
  if (!scenarios.ok()) throw std::runtime_error(base::describe(scenarios.problems().front()));
  return std::move(scenarios).value();
}

/// A case as the mediator sees it at one moment.
struct Seen {
  const Case& subject;
  case_model::Standing standing;
  zone::PackageList list;
  findings::Scenarios scenarios;
  zone::Acceptance acceptance;
  zone::DrawnCase drawn{subject, standing, acceptance};
  zone::ZoneScan scan;

  explicit Seen(const Case& asked)
      : subject(asked),
        standing(case_model::weigh_statements(asked)),
        list(zone::PackageList::make(asked).value()),
        scenarios(draw(asked, kSeedOfMediator)),
        acceptance(subject, standing, list, scenarios),
        scan(zone::scan_zone(acceptance, {})) {}
};

inquiry::TextOptions with_confidence(double confidence) {
  inquiry::TextOptions options;
  options.confidence = confidence;
  options.most_edits = options.most_trades = 1;
  return options;
}

findings::TextFinding look(const Seen& seen, double confidence, const std::string& draft = "") {
  inquiry::TextOptions options = with_confidence(confidence);
  options.draft = draft;
  return inquiry::find_single_text(seen.drawn, seen.scan, options, {});
}

Case recorded(const Case& subject, const findings::TextFinding& answer,
              const catalogue::TextActions& actions) {
  auto record = catalogue::record_text(subject, answer, actions);
  if (!record.ok()) throw std::runtime_error(base::describe(record.problems().front()));
  return std::move(record).value().after;
}

/// What is put to the parties; with `probe` also what is no edit but comes nearest to one.
const findings::TextChange* first_of(const findings::TextFinding& answer, bool probe) {
  if (!answer.edits.empty()) return &answer.edits.front();
  if (!answer.trades.empty()) return &answer.trades.front();
  return probe && answer.proof.closest ? &*answer.proof.closest : nullptr;
}

void refuse(Case& subject, PartyIndex party, const Package& package, std::size_t round) {
  case_model::Statement statement;
  statement.id = "refusal-" + std::to_string(round) + "-" + subject.parties[party].id;
  statement.party = party;
  statement.kind = case_model::StatementKind::kRejects;
  statement.channel = case_model::Channel::kQuoted;
  case_model::Part part;
  for (const IssueIndex issue : package.indices()) part.emplace_back(issue, package[issue]);
  statement.what = case_model::condition_of(part, subject.issues);
  catalogue::insert_statement(subject, std::move(statement));
}

/// Most often accepted by all, ties to the lowest number, of those not tabled yet.
Package most_accepted_but(const Seen& seen, const std::vector<Package>& tabled) {
  std::optional<Package> best;
  std::uint32_t most = 0;
  for (std::uint64_t number = 0; number < seen.list.combination_count(); ++number) {
    const Package package = case_model::package_at(seen.subject.issues, number);
    const std::uint32_t joint = seen.scan.joint(seen.list.index_of(package));
    if (best && joint <= most) continue;
    if (!case_model::meets_rules(seen.subject, package) ||
        std::find(tabled.begin(), tabled.end(), package) != tabled.end())
      continue;
    best = package;
    most = joint;
  }
  return *best;
}

}  // namespace

Truth::Truth(const Case& subject, std::uint64_t number) : subject_(subject) {
  const findings::Scenarios scenarios = draw(subject, kSeedOfTruth);
  const std::size_t s = static_cast<std::size_t>(number) * 37 % scenarios.count;
  const case_model::Standing standing = case_model::weigh_statements(subject);
  wants_.resize(subject.parties.size());
  for (const PartyIndex party : subject.parties.indices()) {
    const findings::PartyScenarios& drawn = scenarios.parties[party];
    if (!drawn.drawn) continue;
    parties_.push_back(party);
    Wants& wants = wants_[party.value];
    for (const IssueIndex issue : subject.issues.indices()) {
      wants.values.emplace_back();
      for (std::size_t o = 0; o < subject.issues[issue].options.size(); ++o) {
        wants.values.back().push_back(drawn.values[s * drawn.options + drawn.first_option[issue.value] + o] /
                                      drawn.units_per_point);
      }
    }
    for (std::size_t k = 0; k < drawn.adjustments_per_scenario; ++k) {
      wants.adjustments.push_back(drawn.adjustments[s * drawn.adjustments_per_scenario + k] /
                                  drawn.units_per_point);
    }
    wants.no_deal = drawn.no_deal[s] / drawn.units_per_point;
    wants.stalling = drawn.stalling[s] != 0;
    for (std::size_t j = 0; j < standing.limits_of[party].size(); ++j) {
      if ((drawn.real_limits[s] >> j & 1U) != 0)
        wants.limits.push_back(standing.limits[standing.limits_of[party][j].value].forbids);
    }
  }
  for (std::uint64_t n = 0; n < *case_model::count_combinations(subject.issues); ++n) {
    Package package = case_model::package_at(subject.issues, n);
    if (case_model::meets_rules(subject, package)) packages_.push_back(std::move(package));
  }
}

double Truth::worth(PartyIndex party, const Package& package) const {
  const Wants& wants = wants_[party.value];
  double sum = 0;
  for (const IssueIndex issue : package.indices()) sum += wants.values[issue.value][package[issue].value];
  for (std::size_t k = 0; k < wants.adjustments.size(); ++k) {
    if (case_model::holds(subject_.judgments[party].adjust[k].when, package)) sum += wants.adjustments[k];
  }
  return sum;
}

bool Truth::forbids(PartyIndex party, const Package& package) const {
  const auto& limits = wants_[party.value].limits;
  return std::any_of(limits.begin(), limits.end(),
                     [&](const auto& limit) { return case_model::holds(limit, package); });
}

bool Truth::is_asked(PartyIndex party, const Package& from, const Package& to) const {
  const bool guarantor = subject_.parties[party].has(case_model::Role::kGuarantor);
  return !guarantor || case_model::needs(subject_, from, party) || case_model::needs(subject_, to, party);
}

bool Truth::accepts(PartyIndex party, const Package& package) const {
  const Wants& wants = wants_[party.value];
  return !wants.stalling && !forbids(party, package) && worth(party, package) >= wants.no_deal;
}

bool Truth::all_accept(const Package& package) const {
  return std::all_of(parties_.begin(), parties_.end(), [&](PartyIndex party) {
    return !is_asked(party, package, package) || accepts(party, package);
  });
}

bool Truth::is_hurt(PartyIndex party, const Package& from, const Package& to) const {
  if (worth(party, to) < worth(party, from) - 1e-9) return true;
  const auto& limits = wants_[party.value].limits;
  return std::any_of(limits.begin(), limits.end(), [&](const auto& limit) {
    return case_model::holds(limit, to) && !case_model::holds(limit, from);
  });
}

double Truth::left_on_the_table(const Package& package) const {
  double most = 0;
  for (const Package& other : packages_) {
    double gain = 0;
    std::size_t count = 0;
    bool hurts = false;
    for (const PartyIndex party : parties_) {
      if (!is_asked(party, package, other)) continue;
      hurts = hurts || is_hurt(party, package, other);
      gain += worth(party, other) - worth(party, package);
      ++count;
    }
    if (!hurts) most = std::max(most, gain / static_cast<double>(count));
  }
  return most;
}

bool Truth::has_zone() const {
  return std::any_of(packages_.begin(), packages_.end(),
                     [&](const Package& package) { return all_accept(package); });
}

namespace {

/// Counts rounds until the parties are where they want to be.
void note(const Truth& truth, const Package& text, std::size_t round, Talks& talks) {
  talks.accepted = truth.all_accept(text);
  talks.left = truth.left_on_the_table(text);
  if (round == 1) talks.left_at_first = talks.left;
  talks.rounds = round;
  if (talks.accepted && round < talks.rounds_to_accept) {
    talks.rounds_to_accept = round;
    talks.left_when_accepted = talks.left;
  }
  if (talks.accepted && talks.left <= kNearFrontier)
    talks.rounds_to_target = std::min(talks.rounds_to_target, round);
}

std::string terms_of(const Case& subject, const Package& package) {
  std::string terms;
  for (const IssueIndex issue : package.indices()) {
    terms += (terms.empty() ? "" : ", ") + subject.issues[issue].id + "=" +
             subject.issues[issue].options[package[issue]].id;
  }
  return terms;
}

/// One change of the text is put to the parties; whether nobody criticised it.
bool put_to_the_parties(const Truth& truth, const findings::TextChange& change, const Package& text,
                        const Case& subject, catalogue::TextActions& actions) {
  bool welcome = true;
  for (const PartyIndex party : truth.parties()) {
    if (!truth.is_asked(party, text, change.to)) continue;
    const bool hurt = truth.is_hurt(party, text, change.to);
    welcome = welcome && !hurt;
    actions.reactions.push_back(subject.parties[party].id + ":" + terms_of(subject, change.to) +
                                (hurt ? "=criticised" : "=welcomed"));
  }
  return welcome;
}

/// The refusals of a text are entered by what it says, so that a first text can be refused too.
void add_refusals(const Truth& truth, const Package& text, const Case& subject,
                  catalogue::TextActions& actions) {
  for (const PartyIndex party : truth.parties()) {
    if (truth.is_asked(party, text, text) && !truth.accepts(party, text))
      actions.reactions.push_back(subject.parties[party].id + "=refused");
  }
}

}  // namespace

Talks work_on_a_text(const Case& subject, const Truth& truth) {
  Talks talks;
  Case now = subject;
  now.text.clear();
  std::vector<Package> tabled;
  for (std::size_t round = 1; round <= kMostRounds; ++round) {
    const Seen seen(now);
    if (round == 1) now = recorded(now, look(seen, 0.8), {.start = true});
    const Package text = now.text.back().package;
    note(truth, text, round, talks);
    findings::TextFinding answer = look(seen, 0.8);
    if (first_of(answer, false) == nullptr) answer = look(seen, 0.5);
    const findings::TextChange* change = first_of(answer, true);
    catalogue::TextActions actions;
    const bool is_new = tabled.empty() || tabled.back() != text;
    if (is_new) add_refusals(truth, text, now, actions);
    tabled.push_back(text);
    const bool made = change != nullptr && put_to_the_parties(truth, *change, text, now, actions);
    if (made) {
      actions.change = terms_of(now, change->to);
    } else if (talks.accepted && (change == nullptr || change->least_not_hurt < kWorthTrying)) {
      break;
    }
    now = recorded(now, answer, actions);
    if (!made && !talks.accepted) {
      const Seen after(now);
      const Package next = most_accepted_but(after, tabled);
      now = recorded(now, answer, {.change = terms_of(now, next)});
    }
  }
  return talks;
}

Talks table_blindly(const Case& subject, const Truth& truth) {
  Talks talks;
  Case now = subject;
  now.text.clear();
  std::vector<Package> tabled;
  for (std::size_t round = 1; round <= kMostRounds && talks.rounds_to_target == kMostRounds; ++round) {
    const Seen seen(now);
    tabled.push_back(most_accepted_but(seen, tabled));
    note(truth, tabled.back(), round, talks);
    for (const PartyIndex party : truth.parties()) {
      if (truth.is_asked(party, tabled.back(), tabled.back()) && !truth.accepts(party, tabled.back()))
        refuse(now, party, tabled.back(), round);
    }
  }
  return talks;
}

Unasked follow_unasked(const Case& subject, const std::string& draft, const Truth& truth, double confidence) {
  Unasked unasked;
  Case now = subject;
  const Seen seen(now);
  now = recorded(now, look(seen, confidence, draft), {.start = true});
  unasked.left_at_first = truth.left_on_the_table(now.text.back().package);
  for (; unasked.steps < kMostRounds; ++unasked.steps) {
    const findings::TextFinding answer = inquiry::find_single_text(
        zone::DrawnCase{now, seen.standing, seen.acceptance}, seen.scan, with_confidence(confidence), {});
    const findings::TextChange* change = first_of(answer, false);
    if (change == nullptr) break;
    for (const PartyIndex party : truth.parties()) {
      if (!subject.parties[party].has(case_model::Role::kPrincipal)) continue;
      ++unasked.parties;
      unasked.hurt += truth.is_hurt(party, answer.text, change->to) ? 1U : 0U;
    }
    now = recorded(now, answer, {.take = change->id});
  }
  unasked.left = truth.left_on_the_table(now.text.back().package);
  return unasked;
}

}  // namespace modus::tests

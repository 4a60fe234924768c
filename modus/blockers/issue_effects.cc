#include "modus/blockers/issue_effects.h"

#include <algorithm>

#include "modus/zone/share.h"

namespace modus::blockers {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using findings::IssueEffect;

bool names(const case_model::Condition& condition, IssueIndex issue) {
  const std::vector<IssueIndex> named = case_model::issues_named(condition);
  return std::binary_search(named.begin(), named.end(), issue);
}

bool names(const case_model::Statement& statement, IssueIndex issue) {
  if (statement.kind == case_model::StatementKind::kRanks) {
    return std::find(statement.ranking.begin(), statement.ranking.end(), issue) != statement.ranking.end();
  }
  return names(statement.what, issue) || (statement.over && names(*statement.over, issue));
}

bool judged_on(const case_model::Judgments& judgments, IssueIndex issue) {
  const std::size_t i = issue.value;
  const auto adjusts = [&](const case_model::Adjustment& adjustment) {
    return names(adjustment.when, issue);
  };
  return (i < judgments.order.size() && !judgments.order[issue].empty()) ||
         (i < judgments.scores.size() && !judgments.scores[issue].empty()) ||
         (i < judgments.scales.size() && judgments.scales[issue].has_value()) ||
         (i < judgments.weights.size() && judgments.weights[issue].has_value()) ||
         std::any_of(judgments.adjust.begin(), judgments.adjust.end(), adjusts);
}

/// The chosen scenarios, 64 a task, that have no zone but some opening: where freeing an issue could open
/// one.
std::vector<std::size_t> open_questions(const std::vector<ScenarioOpenings>& openings, std::size_t task) {
  std::vector<std::size_t> numbers;
  const std::size_t end = std::min(openings.size(), (task + 1) * 64);
  for (std::size_t number = task * 64; number < end; ++number) {
    if (!openings[number].sets.empty() && !openings[number].has_zone()) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

std::vector<PartyIndex> silent_on(const case_model::Case& subject, const case_model::Standing& standing,
                                  IssueIndex issue) {
  std::vector<PartyIndex> silent;
  for (const PartyIndex party : subject.parties.indices()) {
    if (!subject.parties[party].has(case_model::Role::kPrincipal)) continue;
    const auto speaks = [&](case_model::StatementIndex number) {
      const case_model::Statement& statement = subject.statements[number];
      return statement.party == party && names(statement, issue);
    };
    const bool spoken = std::any_of(standing.counted.begin(), standing.counted.end(), speaks);
    if (!spoken && !judged_on(subject.judgments[party], issue)) silent.push_back(party);
  }
  return silent;
}

std::vector<zone::ScenarioSet> opened_by_issue(const case_model::Case& subject, const zone::Acceptance& acceptance,
                                               const std::vector<ScenarioOpenings>& openings, const ScenarioChoice& choice,
                                               const base::Context& context) {
  const std::size_t tasks = (openings.size() + 63) / 64;
  std::vector<zone::ScenarioSet> opened(subject.issues.size(), zone::ScenarioSet(tasks, 0));
  base::parallel_for(context.threads, tasks * subject.issues.size(), [&](std::size_t slot) {
    const std::size_t issue = slot / tasks, task = slot % tasks;
    const std::vector<std::size_t> numbers = open_questions(openings, task);
    if (numbers.empty() || context.stop()) return;
    zone::ScanOptions options;
    options.free_issue = IssueIndex(issue);
    zone::BlockScanner scanner(acceptance, std::move(options));
    for (const std::size_t number : numbers) {
      scanner.load(choice.scenario(number));
      if (scanner.has_zone()) opened[issue][task] |= zone::Word{1} << (number % 64);
    }
  });
  return opened;
}

std::vector<IssueEffect> issue_effects(const case_model::Case& subject, const case_model::Standing& standing,
                                       const zone::Acceptance& acceptance,
                                       const std::vector<ScenarioOpenings>& openings,
                                       const ScenarioChoice& choice, const base::Context& context) {
  const std::vector<zone::ScenarioSet> opened = opened_by_issue(subject, acceptance, openings, choice, context);
  std::vector<IssueEffect> effects;
  for (const IssueIndex issue : subject.issues.indices()) {
    effects.push_back(
        {issue, zone::share_of(opened[issue.value], openings.size(), acceptance.scenarios().sampling.chains),
         silent_on(subject, standing, issue)});
  }
  std::stable_sort(effects.begin(), effects.end(), [](const IssueEffect& a, const IssueEffect& b) {
    return a.unblocking_effect.value > b.unblocking_effect.value;
  });
  return effects;
}

}  // namespace modus::blockers

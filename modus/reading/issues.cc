#include "modus/reading/issues.h"

#include <algorithm>
#include <string>
#include <utility>

#include "modus/reading/issue_evidence.h"
#include "modus/reading/issue_links.h"
#include "modus/reading/issue_names.h"
#include "modus/reading/issue_words.h"
#include "modus/reading/option_terms.h"

namespace modus::reading {
namespace {

constexpr std::size_t kMostIssues = 5;
constexpr double kEnough = 3.5;    // weight; see Evidence
constexpr double kBeside = 0.3;    // of the weightiest issue's weight
constexpr std::size_t kUsual = 4;  // issues; one more needs
constexpr double kMarked = 0.5;    // this share of that weight

/// One issue while it is put together.
struct Draft {
  std::vector<std::string> keys;
  std::vector<std::size_t> runs, near;   ///< into the gathered runs
  std::set<std::size_t> stances;
};

class Chooser {
 public:
  explicit Chooser(const Gathered& gathered) : gathered_(gathered) {}

  std::vector<Draft> run() {
    const auto order = by_weight();
    for (const Candidate& candidate : order) {
      if (!drafts_.empty() && candidate.weight < kBeside * order.front().weight) break;
      if (Draft* home = home_of(candidate)) {
        join(candidate, *home);
      } else if (drafts_.size() < kMostIssues && !is_shadow(candidate) && (drafts_.size() < kUsual || candidate.weight >= kMarked * order.front().weight)) {
        drafts_.emplace_back();
        join(candidate, drafts_.back());
      }
    }
    return std::move(drafts_);
  }

 private:
  struct Candidate {
    std::string key;
    const Evidence* evidence = nullptr;
    double weight = 0;
  };

  std::vector<Candidate> by_weight() const {
    std::vector<Candidate> order;
    for (const auto& [key, evidence] : gathered_.of) {
      const double weight = evidence.weight(key);
      if (weight >= kEnough && evidence.is_disputed(key)) order.push_back({key, &evidence, weight});
    }
    std::stable_sort(order.begin(), order.end(), [](const Candidate& a, const Candidate& b) {
      return std::pair(-a.weight, a.evidence->first) < std::pair(-b.weight, b.evidence->first);
    });
    return order;
  }

  /// The issue whose names hold at least half of the candidate's: "security" and "guarantees" of "security guarantees".
  Draft* home_of(const Candidate& candidate) {
    for (Draft& draft : drafts_) {
      std::size_t shared = 0;
      for (const std::size_t number : candidate.evidence->runs) {
        const std::string& modifier = gathered_.runs[number].modifier;
        shared += std::find(draft.keys.begin(), draft.keys.end(), modifier) != draft.keys.end() || follows(number, draft) || precedes(number, draft) ? 1U : 0U;
      }
      for (const std::size_t number : draft.runs) shared += gathered_.runs[number].modifier == candidate.key ? 1U : 0U;
      if (2 * shared >= candidate.evidence->runs.size() && shared > 0) return &draft;
    }
    return nullptr;
  }

  /// "the price of the fields": two runs joined by one word.
  bool joined(std::size_t second) const {
    const NounRun& run = gathered_.runs[second];
    return !run.place && run.whole.first == gathered_.runs[second - 1].tokens.last + 1 && gathered_.runs[second - 1].joint;
  }
  static bool holds(const Draft& draft, const std::string& key) { return std::find(draft.keys.begin(), draft.keys.end(), key) != draft.keys.end(); }
  bool follows(std::size_t number, const Draft& draft) const { return number > 0 && joined(number) && holds(draft, gathered_.runs[number - 1].key); }
  bool precedes(std::size_t number, const Draft& draft) const {
    return number + 1 < gathered_.runs.size() && joined(number + 1) && holds(draft, gathered_.runs[number + 1].key);
  }

  /// All that is said on it is said on one weightier issue, by no second party, and nothing marks it.
  bool is_shadow(const Candidate& candidate) const {
    const Evidence& mine = *candidate.evidence;
    if (mine.hurdles + mine.topics > 0 || mine.stances.empty()) return false;
    if (is_matter(candidate.key) && mine.stances.size() > 1) return false;
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      return std::includes(draft.stances.begin(), draft.stances.end(), mine.stances.begin(), mine.stances.end());
    });
  }

  static void join(const Candidate& candidate, Draft& draft) {
    draft.keys.push_back(candidate.key);
    draft.runs.insert(draft.runs.end(), candidate.evidence->runs.begin(), candidate.evidence->runs.end());
    draft.near.insert(draft.near.end(), candidate.evidence->near.begin(), candidate.evidence->near.end());
    draft.stances.insert(candidate.evidence->stances.begin(), candidate.evidence->stances.end());
  }

  const Gathered& gathered_;
  std::vector<Draft> drafts_;
};

IssueTerm term_of(const Scene& scene, const Gathered& gathered, Draft draft) {
  std::sort(draft.runs.begin(), draft.runs.end());
  std::sort(draft.near.begin(), draft.near.end());
  std::sort(draft.keys.begin(), draft.keys.end());
  std::vector<NounRun> runs;
  for (const std::size_t number : draft.runs) runs.push_back(gathered.runs[number]);
  IssueName name = name_issue(scene, runs);
  IssueTerm term{std::move(name.label), std::move(name.aliases), {}, std::move(draft.keys)};
  for (const std::size_t number : draft.near.empty() ? draft.runs : draft.near) term.tokens.push_back(gathered.runs[number].whole);
  return term;
}

}  // namespace

Matters find_matters(const Scene& scene, const std::vector<Spoken>& spoken) {
  const Gathered gathered = gather_evidence(scene, spoken);
  Matters made;
  for (Draft& draft : Chooser(gathered).run()) made.issues.push_back(term_of(scene, gathered, std::move(draft)));
  IssueLinks links = link_statements(scene, spoken, made.issues);
  made.options = find_options(scene, spoken, made.issues, links);
  made.of = std::move(links.of);
  return made;
}

}  // namespace modus::reading

#include "modus/reading/issues.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "modus/reading/noun_runs.h"

namespace modus::reading {
namespace {

constexpr std::size_t kMostIssues = 5;
constexpr std::size_t kMostNames = 6;
constexpr double kEnough = 5;

bool is_stance(ReadKind kind) { return kind != ReadKind::kClaim && kind != ReadKind::kAssessment; }

struct Candidate {
  double weight = 0;
  std::set<std::uint32_t> speakers;     ///< who takes a stance on it
  std::vector<Tokens> stance_tokens;    ///< within stances
  std::vector<Tokens> other_tokens;
  std::uint32_t first = 0xffffffff;
};

class Gatherer {
 public:
  Gatherer(const Scene& scene, const std::vector<Spoken>& spoken) : scene_(scene), spoken_(spoken) {}

  Matters run() {
    gather_stances();
    gather_text();
    choose();
    link();
    find_options();
    return std::move(made_);
  }

 private:
  void gather_stances() {
    for (const Spoken& spoken : spoken_) {
      const bool stance = is_stance(spoken.reading.kind);
      for (const NounRun& run : noun_runs(scene_, spoken.content)) {
        Candidate& candidate = candidates_[run.key];
        candidate.weight += stance ? 2 : 0.7;
        if (stance) candidate.stance_tokens.push_back(run.tokens);
        if (stance && spoken.speaker) candidate.speakers.insert(spoken.speaker->value);
        seen_.insert(run.tokens.first);
      }
    }
  }

  void gather_text() {
    for (const Sentence& sentence : scene_.text.sentences) {
      const documents::BlockKind kind = scene_.text.block_kind(sentence.tokens.first);
      if (kind == documents::BlockKind::kByline) continue;
      const bool headed = kind == documents::BlockKind::kTitle || kind == documents::BlockKind::kHeading;
      for (const NounRun& run : noun_runs(scene_, sentence.tokens)) {
        Candidate& candidate = candidates_[run.key];
        candidate.first = std::min(candidate.first, run.tokens.first);
        if (headed) candidate.weight += 1.5;
        if (follows_obstacle(run.tokens, sentence.tokens)) {
          candidate.weight += 3;
          candidate.stance_tokens.push_back(run.tokens);
        } else if (seen_.count(run.tokens.first) == 0) {
          candidate.weight += 0.6;
          candidate.other_tokens.push_back(run.tokens);
        }
      }
    }
  }

  /// "dispute over the rosters", "the main hurdle is territory".
  bool follows_obstacle(Tokens run, Tokens sentence) const {
    const std::uint32_t floor = run.first > sentence.first + 6 ? run.first - 6 : sentence.first;
    for (std::uint32_t at = run.first; at-- > floor;) {
      const std::string& word = scene_.lower(at);
      if (is_obstacle_word(word)) return true;
      if (word == "," || word == "." || word == "and" || word == "that") return false;
    }
    return false;
  }

  void choose() {
    std::vector<std::pair<std::string, Candidate*>> order;
    for (auto& [key, candidate] : candidates_) {
      candidate.weight += 1.5 * static_cast<double>(candidate.speakers.size() > 1 ? candidate.speakers.size() : 0);
      if (candidate.weight >= kEnough && !candidate.stance_tokens.empty()) order.emplace_back(key, &candidate);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return std::pair(-a.second->weight, a.second->first) < std::pair(-b.second->weight, b.second->first);
    });
    for (const auto& [key, candidate] : order) {
      if (made_.issues.size() == kMostIssues) break;
      if (!joins_another(*candidate)) made_.issues.push_back(named(key, *candidate));
    }
  }

  /// "security" and "guarantee" where both come from "security guarantees".
  bool joins_another(const Candidate& candidate) {
    for (IssueTerm& issue : made_.issues) {
      std::size_t shared = 0;
      for (const Tokens& mine : candidate.stance_tokens) {
        shared += static_cast<std::size_t>(std::any_of(issue.tokens.begin(), issue.tokens.end(), [&](Tokens theirs) { return theirs.overlaps(mine); }));
      }
      if (2 * shared >= candidate.stance_tokens.size() && shared > 0) return true;
    }
    return false;
  }

  IssueTerm named(const std::string& key, const Candidate& candidate) const {
    IssueTerm issue;
    issue.head = key;
    issue.tokens = candidate.stance_tokens;
    std::sort(issue.tokens.begin(), issue.tokens.end(), [](Tokens a, Tokens b) { return a.first < b.first; });
    issue.tokens.erase(std::unique(issue.tokens.begin(), issue.tokens.end()), issue.tokens.end());
    std::vector<std::string> names;
    std::map<std::string, std::size_t> uses;
    const auto note = [&](Tokens tokens) {
      std::string name(scene_.text.of(tokens));
      if (uses[name]++ == 0) names.push_back(std::move(name));
    };
    for (const Tokens tokens : issue.tokens) note(tokens);
    for (const Tokens tokens : candidate.other_tokens) note(tokens);
    const auto best = std::max_element(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
      return std::pair(uses[a] + (a.find(' ') != std::string::npos ? 1U : 0U), a.size()) < std::pair(uses[b] + (b.find(' ') != std::string::npos ? 1U : 0U), b.size());
    });
    issue.label = *best;
    for (std::string& name : names) {
      if (name != issue.label && issue.aliases.size() < kMostNames) issue.aliases.push_back(std::move(name));
    }
    return issue;
  }

  void link() {
    made_.of.resize(spoken_.size());
    for (std::size_t i = 0; i < spoken_.size(); ++i) {
      for (std::uint32_t issue = 0; issue < made_.issues.size(); ++issue) {
        if (speaks_of(spoken_[i].content, made_.issues[issue])) made_.of[i].push_back(issue);
      }
    }
  }

  bool speaks_of(Tokens content, const IssueTerm& issue) const {
    for (std::uint32_t at = content.first; at < content.last; ++at) {
      if (noun_lemma(scene_.lower(at)) == issue.head) return true;
    }
    return false;
  }

  void find_options() {
    for (std::size_t i = 0; i < spoken_.size(); ++i) {
      const Spoken& spoken = spoken_[i];
      const bool proposes = spoken.reading.kind == ReadKind::kOffer || (spoken.reading.kind == ReadKind::kDemand && !spoken.direct);
      if (!proposes || made_.of[i].empty() || !spoken.speaker) continue;
      OptionTerm option;
      option.issue = made_.of[i].front();
      option.proposers = {*spoken.speaker};
      option.status = spoken.reading.flags.conditional ? OptionStatus::kPending : OptionStatus::kProposed;
      option.tokens = spoken.content;
      made_.options.push_back(option);
    }
  }

  const Scene& scene_;
  const std::vector<Spoken>& spoken_;
  std::map<std::string, Candidate> candidates_;
  std::set<std::uint32_t> seen_;   ///< first tokens of runs counted as parts of statements
  Matters made_;
};

}  // namespace

Matters find_matters(const Scene& scene, const std::vector<Spoken>& spoken) { return Gatherer(scene, spoken).run(); }

}  // namespace modus::reading

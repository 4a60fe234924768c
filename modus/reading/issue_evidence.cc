#include "modus/reading/issue_evidence.h"

#include <algorithm>

#include "modus/reading/issue_words.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kReach = 7;   // tokens between a hurdle and its name

std::size_t at_most(std::size_t count, std::size_t most) { return std::min(count, most); }

bool ends(const std::string& word, std::string_view ending) { return word.size() > ending.size() && word.compare(word.size() - ending.size(), ending.size(), ending) == 0; }

/// "traders", "investors": people, as far as an ending tells.
bool looks_human(const std::string& key) {
  return !is_matter(key) && (ends(key, "er") || ends(key, "or") || ends(key, "ist") || ends(key, "ian") || ends(key, "man") || ends(key, "men") || ends(key, "ant"));
}

class Gatherer {
 public:
  Gatherer(const Scene& scene, const std::vector<Spoken>& spoken) : scene_(scene), spoken_(spoken) {}

  Gathered run() {
    for (const Sentence& sentence : scene_.text.sentences) {
      if (scene_.text.block_kind(sentence.tokens.first) != documents::BlockKind::kByline) read_sentence(sentence);
    }
    for (std::size_t i = 0; i < spoken_.size(); ++i) read_statement(i);
    for (auto& [key, evidence] : made_.of) {
      std::sort(evidence.near.begin(), evidence.near.end());
      evidence.near.erase(std::unique(evidence.near.begin(), evidence.near.end()), evidence.near.end());
    }
    return std::move(made_);
  }

 private:
  void read_sentence(const Sentence& sentence) {
    const documents::BlockKind kind = scene_.text.block_kind(sentence.tokens.first);
    const bool headed = kind == documents::BlockKind::kTitle || kind == documents::BlockKind::kHeading;
    for (NounRun& run : noun_runs(scene_, sentence.tokens)) {
      Evidence& evidence = made_.of[run.key];
      const std::size_t number = made_.runs.size();
      evidence.runs.push_back(number);
      evidence.first = std::min(evidence.first, run.head);
      evidence.headings += headed ? 1U : 0U;
      evidence.places += run.place ? 1U : 0U;
      ++evidence.others;
      if (names_hurdle(run, sentence.tokens)) {
        ++evidence.hurdles;
        evidence.near.push_back(number);
      } else if (names_topic(run, sentence)) {
        ++evidence.topics;
        evidence.near.push_back(number);
      }
      made_.runs.push_back(std::move(run));
    }
  }

  void read_statement(std::size_t i) {
    const Spoken& spoken = spoken_[i];
    auto run = std::lower_bound(made_.runs.begin(), made_.runs.end(), spoken.content.first, [](const NounRun& a, std::uint32_t first) { return a.head < first; });
    bool first = true;
    for (; run != made_.runs.end() && run->head < spoken.content.last; ++run) {
      Evidence& evidence = made_.of[run->key];
      const auto number = static_cast<std::size_t>(run - made_.runs.begin());
      if (spoken.speaker) evidence.parties.insert(party_of(scene_, *spoken.speaker));
      if (!is_stance(spoken)) {
        ++evidence.claims;
        continue;
      }
      evidence.near.push_back(number);
      evidence.stances.insert(i);
      evidence.led += first ? 1U : 0U;
      first = false;
      if (spoken.speaker) evidence.stance_parties.insert(party_of(scene_, *spoken.speaker));
    }
    if (is_stance(spoken)) read_verbs(i);
  }

  /// "to exchange 44 soldiers" speaks of an exchange.
  void read_verbs(std::size_t i) {
    const Spoken& spoken = spoken_[i];
    for (std::uint32_t at = spoken.content.first; at < spoken.content.last; ++at) {
      const std::string matter = matter_of_verb(scene_.lower(at));
      const auto known = matter.empty() ? made_.of.end() : made_.of.find(matter);
      if (known == made_.of.end()) continue;
      known->second.stances.insert(i);
      if (!spoken.speaker) continue;
      known->second.parties.insert(party_of(scene_, *spoken.speaker));
      known->second.stance_parties.insert(party_of(scene_, *spoken.speaker));
    }
  }

  /// "dispute over the rosters", "the main hurdle is territory", "enforcement is the second knot".
  bool names_hurdle(const NounRun& run, Tokens sentence) const {
    const std::uint32_t floor = run.whole.first > sentence.first + kReach ? run.whole.first - kReach : sentence.first;
    for (std::uint32_t at = run.whole.first; at-- > floor;) {
      const std::string& word = scene_.lower(at);
      if (is_obstacle_word(word) && joins(at, run.whole.first)) return true;
      if (word == "," || word == "." || word == "that") break;
    }
    if (run.whole.last >= sentence.last || !is_a(scene_.lower(run.whole.last), WordClass::kAuxiliary) || !heads_clause(run, sentence)) return false;
    for (std::uint32_t at = run.whole.last; at < std::min(sentence.last, run.whole.last + kReach); ++at) {
      if (is_obstacle_word(scene_.lower(at))) return true;
    }
    return false;
  }

  /// Between a hurdle and its name stands "over", "of", "on", "is" or a colon.
  bool joins(std::uint32_t hurdle, std::uint32_t name) const {
    static constexpr WordSet kJoints("over", "on", "of", "about", "is", "are", "was", "were", "remains", "remain", ":", "-", "concerns", "concern", "concerning");
    for (std::uint32_t at = hurdle + 1; at < name; ++at) {
      if (kJoints.has(scene_.lower(at)) || scene_.token(at).kind == TokenKind::kDash) return true;
    }
    return false;
  }

  static bool heads_clause(const NounRun& run, Tokens sentence) { return run.whole.first <= sentence.first + 1; }

  /// "On the rosters he was blunter.", "Pay is nearly done.", "The pension.": what the sentence is about; "far apart on staffing".
  bool names_topic(const NounRun& run, const Sentence& sentence) const {
    const std::uint32_t first = run.whole.first;
    const std::uint32_t last = run.whole.last;
    if (sentence.tokens.contains(last) && heads_clause(run, sentence.tokens) && sentence.starts_block && !scene_.quoted(first)) {
      if (is_a(scene_.lower(last), WordClass::kAuxiliary) || scene_.lower(last) == ".") return true;
    }
    if (first == sentence.tokens.first || (scene_.lower(first - 1) != "on" && scene_.lower(first - 1) != "over")) return false;
    if (first - 1 == sentence.tokens.first) return true;
    static constexpr WordSet kTurns("apart", "split", "progress", "closer", "agree", "agreed", "agreement", "talk", "talks", "fight", "fighting", "differ", "differed", "clash", "clashed", "gap",
                                    "compromise", "movement", "terms", "vote", "divided", "quarrel", "row", "deal", "negotiate", "negotiations", "negotiating", "settled", "decision");
    const std::uint32_t floor = first > sentence.tokens.first + 4 ? first - 4 : sentence.tokens.first;
    for (std::uint32_t at = first - 1; at-- > floor;) {
      if (kTurns.has(scene_.lower(at))) return true;
    }
    return false;
  }

  const Scene& scene_;
  const std::vector<Spoken>& spoken_;
  Gathered made_;
};

}  // namespace

bool is_stance(const Spoken& spoken) {
  const auto stands = [](ReadKind kind) { return kind != ReadKind::kClaim && kind != ReadKind::kAssessment; };
  return stands(spoken.reading.kind) || (spoken.reading.kind == ReadKind::kClaim && std::any_of(spoken.reading.others.begin(), spoken.reading.others.end(), stands));
}

double Evidence::weight(const std::string& key) const {
  double made = 1.6 * static_cast<double>(at_most(stances.size(), 5)) + 2.0 * static_cast<double>(at_most(stance_parties.size(), 3)) + 0.6 * static_cast<double>(at_most(claims, 4)) +
                0.4 * static_cast<double>(at_most(others, 6)) + 0.6 * static_cast<double>(at_most(led, 3));
  made += 2.0 * static_cast<double>(at_most(headings, 2)) + (hurdles > 0 ? 4.0 : 0.0) + 1.5 * static_cast<double>(at_most(topics, 2));
  if (is_matter(key)) made *= 1.3;
  if (2 * places > runs.size()) made *= 0.5;
  if (looks_human(key)) made *= 0.4;
  return made;
}

bool Evidence::is_disputed(const std::string& key) const {
  const bool marked = hurdles + topics + headings > 0;
  if (stances.empty() && hurdles == 0 && (topics == 0 || claims == 0)) return false;
  if (runs.size() < 2 && hurdles == 0 && !is_matter(key)) return false;
  return marked || parties.size() > 1 || (is_matter(key) && !stances.empty()) || (runs.size() > 2 && stances.size() > 1);
}

std::uint32_t party_of(const Scene& scene, ActorIndex speaker) {
  ActorIndex at = speaker;
  for (std::size_t step = 0; step < 4 && scene.actors.actors[at].affiliation; ++step) at = *scene.actors.actors[at].affiliation;
  return static_cast<std::uint32_t>(at.value);
}

Gathered gather_evidence(const Scene& scene, const std::vector<Spoken>& spoken) { return Gatherer(scene, spoken).run(); }

}  // namespace modus::reading

#include "modus/reading/issue_names.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "modus/reading/issue_words.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::size_t kMostAliases = 8;

struct Name {
  std::string text;            ///< as written first
  std::size_t uses = 0;
  std::uint32_t words = 0;
  bool telling = true;         ///< without parties, numbers and marks of quotation
  bool joined = false;         ///< "exchange of prisoners"
  bool plain = false;          ///< "higher rent"
  bool loose = false;          ///< "roster notice": its last word names no thing
  bool title = false;          ///< first in the title, where capitals and verbs mislead
};

class Namer {
 public:
  Namer(const Scene& scene, const std::vector<NounRun>& runs) : scene_(scene), runs_(runs) {}

  IssueName run() {
    for (const NounRun& run : runs_) {
      note(run.tokens, false);
      if (const Tokens joined = with_complement(run); !joined.empty()) note(joined, true);
      if (run.tokens.size() > 1) note({run.head, run.head + 1}, false);
    }
    const auto best = std::max_element(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return score(a) < score(b); });
    IssueName made{best->text, {}};
    for (Name& name : names_) {
      if (&name != &*best && made.aliases.size() < kMostAliases) made.aliases.push_back(std::move(name.text));
    }
    made.label.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(made.label.front())));
    return made;
  }

 private:
  /// "ban on lawn watering", "withdrawal of troops": at most four words more.
  Tokens with_complement(const NounRun& run) const {
    static constexpr WordSet kJoints("of", "on", "for");
    const Tokens sentence = scene_.sentence_of(run.head);
    if (run.tokens.last + 1 >= sentence.last || !kJoints.has(scene_.lower(run.tokens.last))) return {};
    std::uint32_t from = run.tokens.last + 1;
    for (const NounRun& next : noun_runs(scene_, {from, std::min(sentence.last, from + 6)})) {
      if (next.whole.first != from || has_number(next.whole) || is_a(scene_.lower(from), WordClass::kPossessive) || next.tokens.size() > 3 || next.tokens.last == std::min(sentence.last, from + 6)) return {};
      return {run.tokens.first, next.tokens.last};
    }
    return {};
  }

  bool has_number(Tokens range) const {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (scene_.token(at).kind == TokenKind::kNumber) return true;
    }
    return false;
  }

  void note(Tokens tokens, bool joined) {
    std::string text(scene_.text.of(tokens));
    std::string folded;
    bool telling = true;
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
      const Token& token = scene_.token(at);
      folded += token.lower + " ";
      telling = telling && (token.kind == TokenKind::kWord || token.lower == "-") && !token.possessive;
      if (const Mention* mention = scene_.actors.at(at); mention != nullptr) telling = telling && mention->how == Reference::kAdjective;
    }
    const auto [found, fresh] = by_folded_.emplace(std::move(folded), names_.size());
    if (fresh) names_.push_back({std::move(text), 0, tokens.size(), telling, joined, is_plain(scene_.lower(tokens.first)), is_loose(tokens.last - 1), scene_.text.block_kind(tokens.first) == documents::BlockKind::kTitle});
    ++names_[found->second].uses;
  }

  /// "rent rise" tells more than "rent"; "roster notice" hardly more than "roster".
  bool is_loose(std::uint32_t last) const { return is_generic(scene_.lower(last)) && !is_amount_word(scene_.lower(last)); }

  static double score(const Name& name) {
    double made = 0.75 * static_cast<double>(std::min<std::size_t>(name.uses, 4));
    if (name.words >= 2 && name.words <= 5) made += name.loose ? 1.8 : 2.5;
    if (name.plain && name.words < 3) made -= 0.9;
    if (name.title) made -= 0.8;
    if (name.words > 5) made -= 1;
    if (name.words == 3 && !name.joined) made -= 0.2;
    if (!name.telling) made -= 4;
    if (name.text.find_first_of("0123456789\n") != std::string::npos) made -= 3;
    return made;
  }

  const Scene& scene_;
  const std::vector<NounRun>& runs_;
  std::vector<Name> names_;
  std::map<std::string, std::size_t> by_folded_;
};

}  // namespace

IssueName name_issue(const Scene& scene, const std::vector<NounRun>& runs) { return Namer(scene, runs).run(); }

}  // namespace modus::reading

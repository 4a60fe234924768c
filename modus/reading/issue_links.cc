#include "modus/reading/issue_links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "modus/reading/issue_words.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/sums.h"

namespace modus::reading {
namespace {

using Numbers = std::vector<std::uint32_t>;

class Linker {
 public:
  Linker(const Scene& scene, const std::vector<Spoken>& spoken, const std::vector<IssueTerm>& issues) : scene_(scene), spoken_(spoken) {
    for (std::uint32_t i = 0; i < issues.size(); ++i) {
      for (const std::string& key : issues[i].keys) {
        by_key_.emplace(key, i);
        if (!sums_ && is_priced(key)) sums_ = i;
      }
      for (const Tokens tokens : issues[i].tokens) {
        for (std::uint32_t at = tokens.first; at < tokens.last; ++at) placed_.emplace(at, i);
      }
    }
    of_sentence_.resize(scene.text.sentences.size());
    for (std::size_t i = 0; i < of_sentence_.size(); ++i) of_sentence_[i] = named_in(scene.text.sentences[i].tokens);
  }

  IssueLinks run() {
    IssueLinks made;
    for (const Spoken& spoken : spoken_) {
      made.named.push_back(named_in(spoken.content));
      made.of.push_back(made.named.back().empty() ? taken_over(spoken) : made.named.back());
    }
    return made;
  }

 private:
  Numbers named_in(Tokens range) const {
    Numbers found;
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (scene_.token(at).kind != TokenKind::kWord) continue;
      if (const auto known = by_key_.find(matter_of(scene_.lower(at))); known != by_key_.end() && !is_busy(at)) found.push_back(known->second);
      if (const auto known = placed_.find(at); known != placed_.end()) found.push_back(known->second);
    }
    if (found.empty() && sums_ && (has_sum(scene_, range) || has_amount_word(range))) found.push_back(*sums_);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  /// "to pay 80 cents": a verb that looks like the name of an issue.
  bool is_busy(std::uint32_t at) const {
    return at > 0 && (scene_.lower(at - 1) == "to" || is_a(scene_.lower(at - 1), WordClass::kModal)) && scene_.lower(at) == "pay" && by_key_.count("price") > 0;
  }

  bool has_amount_word(Tokens range) const {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (is_amount_word(scene_.lower(at))) return true;
    }
    return false;
  }

  /// From its own sentence, the sentences before it in its paragraph, or the end of the paragraph before.
  Numbers taken_over(const Spoken& spoken) const {
    if (spoken.reading.kind == ReadKind::kAssessment) return {};
    const std::uint32_t own = scene_.token(spoken.span.first).sentence;
    const std::uint32_t block = scene_.text.sentences[own].block;
    for (std::uint32_t back = 0; back <= own && back < 4; ++back) {
      const std::uint32_t at = own - back;
      const std::uint32_t its_block = scene_.text.sentences[at].block;
      const bool near = its_block == block || (its_block + 1 == block && (refers_back(spoken.content) || spoken.direct));
      if (!near) break;
      if (!of_sentence_[at].empty()) return first_two(of_sentence_[at]);
    }
    return {};
  }

  static Numbers first_two(Numbers all) {
    if (all.size() > 2) all.resize(2);
    return all;
  }

  bool refers_back(Tokens content) const {
    for (std::uint32_t at = content.first; at < content.last; ++at) {
      const std::string& word = scene_.lower(at);
      if (word == "it" || word == "that" || word == "this" || word == "them" || word == "they" || word == "such" || word == "those" || word == "these") return true;
    }
    return false;
  }

  const Scene& scene_;
  const std::vector<Spoken>& spoken_;
  std::map<std::string, std::uint32_t> by_key_;
  std::map<std::uint32_t, std::uint32_t> placed_;   ///< tokens of the issues' names
  std::optional<std::uint32_t> sums_;               ///< the issue that sums belong to
  std::vector<Numbers> of_sentence_;
};

}  // namespace

IssueLinks link_statements(const Scene& scene, const std::vector<Spoken>& spoken, const std::vector<IssueTerm>& issues) { return Linker(scene, spoken, issues).run(); }

}  // namespace modus::reading

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
    count_paragraphs();
  }

  IssueLinks run() {
    IssueLinks made;
    for (const Spoken& spoken : spoken_) {
      made.named.push_back(named_in(spoken.content));
      made.of.push_back(made.named.back().empty() ? meant(spoken) : made.named.back());
      if (made.of.back().empty() && made.of.size() > 1 && continues(spoken, made.of.size() - 1)) made.of.back() = first_two(made.of[made.of.size() - 2]);
    }
    return made;
  }

 private:
  /// Paragraphs that speak of nobody are not counted: what stands between two statements keeps them no further apart.
  void count_paragraphs() {
    const auto& sentences = scene_.text.sentences;
    std::uint32_t count = 0;
    bool peopled = false;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (i > 0 && sentences[i].block != sentences[i - 1].block && peopled) {
        ++count;
        peopled = false;
      }
      paragraph_.push_back(count);
      for (std::uint32_t at = sentences[i].tokens.first; at < sentences[i].tokens.last && !peopled; ++at) peopled = scene_.actors.at(at) != nullptr;
    }
  }

  Numbers named_in(Tokens range) const {
    Numbers found;
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (scene_.token(at).kind != TokenKind::kWord) continue;
      if (const auto known = by_key_.find(matter_of(scene_.lower(at))); known != by_key_.end() && !is_busy(at)) found.push_back(known->second);
      if (const auto known = placed_.find(at); known != placed_.end()) found.push_back(known->second);
    }
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

  /// The issues of a statement whose words name none.
  Numbers meant(const Spoken& spoken) const {
    const std::uint32_t own = scene_.token(spoken.span.first).sentence;
    if (spoken.reading.kind == ReadKind::kAssessment) return first_two(of_sentence_[own]);
    if (sums_ && (has_sum(scene_, spoken.content) || has_amount_word(spoken.content))) return {*sums_};
    return named_before(own);
  }

  /// Follows the statement before it within two paragraphs, and judges nothing.
  bool continues(const Spoken& spoken, std::size_t i) const {
    const auto paragraph = [&](const Spoken& one) { return paragraph_[scene_.token(one.span.first).sentence]; };
    return spoken.reading.kind != ReadKind::kAssessment && paragraph(spoken) <= paragraph(spoken_[i - 1]) + 1;
  }

  /// Those of its own sentence, of the sentences before it in its paragraph, or of the paragraph before.
  Numbers named_before(std::uint32_t own) const {
    for (std::uint32_t at = own + 1; at-- > 0 && paragraph_[at] + 1 >= paragraph_[own];) {
      if (!of_sentence_[at].empty()) return first_two(of_sentence_[at]);
    }
    return {};
  }

  static Numbers first_two(Numbers all) {
    if (all.size() > 2) all.resize(2);
    return all;
  }

  const Scene& scene_;
  const std::vector<Spoken>& spoken_;
  std::map<std::string, std::uint32_t> by_key_;
  std::map<std::uint32_t, std::uint32_t> placed_;   ///< tokens of the issues' names
  std::optional<std::uint32_t> sums_;               ///< the issue that sums belong to
  std::vector<Numbers> of_sentence_;
  std::vector<std::uint32_t> paragraph_;            ///< of each sentence
};

}  // namespace

IssueLinks link_statements(const Scene& scene, const std::vector<Spoken>& spoken, const std::vector<IssueTerm>& issues) { return Linker(scene, spoken, issues).run(); }

}  // namespace modus::reading

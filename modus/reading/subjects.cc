#include "modus/reading/subjects.h"

#include <algorithm>

#include "modus/reading/subject_phrases.h"

namespace modus::reading {
namespace {

class Finder {
 public:
  Finder(const Scene& scene, const std::vector<CueSite>& sites) : scene_(scene), sites_(sites) {}

  std::vector<Subject> run() {
    for (at_ = 0; at_ < sites_.size(); ++at_) found_.push_back(subject());
    return std::move(found_);
  }

 private:
  const CueSite& site() const { return sites_[at_]; }
  Tokens sentence() const { return scene_.sentence_of(site().tokens.first); }

  Subject subject() {
    switch (site().form) {
      case CueForm::kNominal: return owner();
      case CueForm::kPassiveBy: return agent();
      case CueForm::kAccordingTo: return subject_of_phrase(scene_, {site().tokens.last, phrase_end(scene_, site().tokens.last, sentence().last)});
      case CueForm::kParticiple: return of_participle();
      case CueForm::kFinite: break;
    }
    return of_finite();
  }

  Subject owner() const {
    Subject made;
    const std::uint32_t at = site().tokens.first;
    for (std::uint32_t i = at; i > sentence().first && at - i < 6; --i) {
      const Mention* mention = scene_.token(i - 1).possessive ? scene_.actors.ending_at(i - 1) : scene_.actors.at(i - 1);
      if (mention != nullptr && (mention->possessive || scene_.token(i - 1).possessive)) {
        made = of_mention(scene_, *mention);
        return made;
      }
    }
    return made;
  }

  Subject agent() const {
    std::uint32_t by = site().tokens.last;
    while (by < sentence().last && scene_.lower(by) != "by") ++by;
    if (by + 1 >= sentence().last) return {};
    return subject_of_phrase(scene_, {by + 1, phrase_end(scene_, by + 1, sentence().last)});
  }

  /// The subject of the last cue before this one in its sentence.
  Subject earlier(bool finite_only) const {
    for (std::size_t i = at_; i-- > 0 && sites_[i].tokens.first >= sentence().first;) {
      const bool fits = sites_[i].form == CueForm::kFinite || (!finite_only && sites_[i].form == CueForm::kParticiple);
      if (!fits || !found_[i].known()) continue;
      Subject made = found_[i];
      made.inherited = true;
      made.right = false;
      made.tokens = {};
      return made;
    }
    return {};
  }

  /// The first actor of the sentence that could be its subject, for a participle without a cue before it.
  Subject of_sentence() const {
    for (std::uint32_t i = sentence().first; i < site().verb_first; ++i) {
      const Mention* mention = scene_.actors.at(i);
      if (solid(mention) == nullptr) continue;
      const bool after_preposition = i > sentence().first && is_a(scene_.lower(with_article(scene_, i, sentence().first + 1) - 1), WordClass::kPreposition);
      if (after_preposition && with_article(scene_, i, sentence().first) > sentence().first) {
        i = mention->tokens.last;
        continue;
      }
      Subject made;
      made.actor = mention->actor;
      made.inherited = true;
      return made;
    }
    return {};
  }

  Subject of_participle() const {
    const std::uint32_t first = site().verb_first;
    if (const Mention* mention = solid(scene_.actors.ending_at(first)); mention != nullptr) return of_mention(scene_, *mention);
    if (is_a(scene_.lower(first - 1), WordClass::kSpeechNoun)) return of_thing(first);
    // "X's remarks, boasting ...": a speech noun and a comma.
    if (scene_.lower(first - 1) == "," && first >= 2 && is_a(scene_.lower(first - 2), WordClass::kSpeechNoun)) {
      if (Subject made = of_thing(first - 1); made.known()) return made;
    }
    Subject made = earlier(false);
    return made.known() ? made : of_sentence();
  }

  Subject of_thing(std::uint32_t last) const {
    const Tokens phrase{phrase_start(scene_, last, sentence().first), last};
    const Mention* mention = phrase.empty() ? nullptr : owner_in(scene_, phrase);
    if (mention == nullptr) return earlier(false);
    Subject made = of_mention(scene_, *mention);
    made.thing = true;
    return made;
  }

  Subject of_finite() const {
    const std::uint32_t first = site().verb_first;
    if (first > sentence().first) {
      if (Subject made = before(first); made.known()) return made;
    }
    return after();
  }

  Subject before(std::uint32_t first) const {
    std::uint32_t last = first;
    while (last > sentence().first && (scene_.is_date(last - 1) || is_date_preposition(last - 1))) --last;
    if (last == sentence().first) return {};
    if (scene_.lower(last - 1) == ")") last = before_bracket(last);
    if (last == sentence().first) return {};
    const std::string& word = scene_.lower(last - 1);
    if (scene_.token(last - 1).kind == TokenKind::kCloseQuote) return {};
    if (is_a(word, WordClass::kRelative)) return of_relative(last - 1);
    if (word == ",") return past_comma(last - 1);
    if (is_a(word, WordClass::kCoordinator)) {
      const Subject before_it = earlier(true);
      return before_it.known() ? before_it : of_sentence();
    }
    if (scene_.token(last - 1).kind == TokenKind::kDash) return past_dash(last - 1);
    return of_phrase_before(last);
  }

  /// "the body which represents train firms had said": what stands before the verb belongs to the clause that begins with "which".
  bool ends_relative_clause(std::uint32_t first) const {
    const std::string& relative = scene_.lower(first - 1);
    if (relative != "which" && relative != "who" && relative != "that") return false;
    const Mention* mention = scene_.actors.at(first);
    return mention == nullptr && is_verb_form(scene_.lower(first)) && !is_a(scene_.lower(first), WordClass::kDeterminer);
  }

  /// "the union (HWU) said".
  std::uint32_t before_bracket(std::uint32_t last) const {
    for (std::uint32_t at = last - 1; at > sentence().first && last - at < 8; --at) {
      if (scene_.lower(at) == "(") return at;
    }
    return sentence().first;
  }

  bool is_date_preposition(std::uint32_t at) const {
    const std::string& word = scene_.lower(at);
    return (word == "on" || word == "in" || word == "late" || word == "early" || word == "earlier") && at + 1 < scene_.text.size() && scene_.is_date(at + 1);
  }

  Subject of_phrase_before(std::uint32_t last) const {
    const std::uint32_t first = phrase_start(scene_, last, sentence().first);
    if (first >= last) return {};
    if (first > sentence().first && ends_relative_clause(first)) return of_relative(first - 1);
    return subject_of_phrase(scene_, {first, last});
  }

  Subject of_relative(std::uint32_t relative) const {
    if (relative == sentence().first) return {};
    const std::uint32_t last = scene_.lower(relative - 1) == "," ? relative - 1 : relative;
    if (last == sentence().first) return {};
    if (const Mention* mention = solid(scene_.actors.ending_at(last)); mention != nullptr) return of_mention(scene_, *mention);
    Subject made = of_phrase_before(last);
    return scene_.lower(relative) == "who" ? made : Subject{};
  }

  /// "X, the union's secretary, said": the actor before the matching comma.
  Subject past_comma(std::uint32_t comma) const {
    const Mention* inner = solid(scene_.actors.ending_at(comma));
    if (inner != nullptr && inner->how == Reference::kName && inner->tokens.first > sentence().first && scene_.lower(inner->tokens.first - 1) == "," &&
        scene_.actors.actors[inner->actor].type == ActorType::kPerson) {
      return of_mention(scene_, *inner);
    }
    const std::uint32_t floor = comma > sentence().first + 40 ? comma - 40 : sentence().first;
    for (std::uint32_t at = comma; at-- > floor;) {
      if (scene_.lower(at) != ",") continue;
      if (at == sentence().first) break;
      const std::uint32_t end = scene_.lower(at - 1) == ")" ? before_bracket(at) : at;
      if (end == sentence().first) break;
      if (const Mention* mention = solid(scene_.actors.ending_at(end)); mention != nullptr && !is_place_of(*mention)) return of_mention(scene_, *mention);
      if (Subject made = of_phrase_before(end); made.known()) return made;
    }
    return inner != nullptr ? of_mention(scene_, *inner) : earlier(true);
  }

  bool is_place_of(const Mention& mention) const {
    const std::uint32_t first = mention.tokens.first;
    return first > sentence().first && (scene_.lower(first - 1) == "in" || scene_.lower(first - 1) == "at");
  }

  Subject past_dash(std::uint32_t dash) const {
    for (std::uint32_t at = dash; at-- > sentence().first;) {
      if (scene_.token(at).kind == TokenKind::kDash && at > sentence().first) return of_phrase_before(at);
    }
    return {};
  }

  /// "..., said Rubio", "..., said the union's secretary, Fergus Laing".
  Subject after() const {
    const std::uint32_t first = site().tokens.last;
    const std::uint32_t before_cue = site().verb_first;
    const bool follows_speech = before_cue == sentence().first || scene_.lower(before_cue - 1) == "," || scene_.token(before_cue - 1).kind == TokenKind::kCloseQuote;
    if (!follows_speech || first >= sentence().last || scene_.quoted(first)) return {};
    const std::uint32_t last = phrase_end(scene_, first, sentence().last);
    if (last == first) return {};
    Subject made = subject_of_phrase(scene_, {first, last});
    if (last + 1 < sentence().last && scene_.lower(last) == ",") {
      const Mention* name = solid(scene_.actors.starting_at(last + 1));
      if (name != nullptr && name->how == Reference::kName && scene_.actors.actors[name->actor].type == ActorType::kPerson) {
        made.actor = name->actor;
        made.tokens = {first, name->tokens.last};
      }
    }
    made.right = made.known();
    return made;
  }

  const Scene& scene_;
  const std::vector<CueSite>& sites_;
  std::vector<Subject> found_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Subject> find_subjects(const Scene& scene, const std::vector<CueSite>& sites) { return Finder(scene, sites).run(); }

}  // namespace modus::reading

#include "modus/reading/subjects.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace modus::reading {
namespace {

bool is_verb_like(const Scene& scene, std::uint32_t at) {
  const std::string& word = scene.lower(at);
  return is_a(word, WordClass::kAuxiliary) && word != "will";
}

bool is_linking_preposition(std::string_view word) {
  return word == "of" || word == "for" || word == "in" || word == "from" || word == "at" || word == "with" || word == "to" || word == "on" || word == "by";
}

/// "said his country": the past form of a cue ends the phrase before it.
bool is_past_cue(std::string_view word) {
  if (word.size() < 4 || word.back() == 's' || word.substr(word.size() - 3) == "ing") return false;
  const std::string lemma = verb_lemma(word);
  return lemma != word && !cues_of(lemma).empty();
}

bool breaks_phrase(const Scene& scene, std::uint32_t at) {
  const Token& token = scene.token(at);
  if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote || token.kind == TokenKind::kDash) return true;
  if (token.kind == TokenKind::kPunctuation && !token.possessive && token.lower != "-" && token.lower != "&" && token.lower != "%") return true;
  const Mention* name = scene.actors.at(at);
  if (name != nullptr && name->how == Reference::kName && token.capital) return false;
  return is_past_cue(token.lower) || is_verb_like(scene, at) || is_a(token.lower, WordClass::kRelative) || is_a(token.lower, WordClass::kSubordinator);
}

const Mention* solid(const Mention* mention) {
  return mention != nullptr && mention->how != Reference::kAdjective && !mention->possessive ? mention : nullptr;
}

/// "Egypt and Qatar": the first of those who speak together.
const Mention* first_of_pair(const Scene& scene, const Mention& mention, std::uint32_t limit) {
  const Mention* first = &mention;
  while (true) {
    const std::uint32_t at = first->tokens.first;
    const std::uint32_t link = at > limit && is_a(scene.lower(at - 1), WordClass::kDeterminer) ? at - 1 : at;
    if (link <= limit || scene.lower(link - 1) != "and") return first;
    const Mention* left = solid(scene.actors.ending_at(link - 1));
    if (left == nullptr || left->tokens.first < limit) return first;
    first = left;
  }
}

bool in_unnamed(const Scene& scene, Tokens phrase) {
  return std::any_of(scene.actors.unnamed.begin(), scene.actors.unnamed.end(), [&](Tokens span) { return span.overlaps(phrase); });
}

std::uint32_t with_article(const Scene& scene, std::uint32_t first, std::uint32_t limit) {
  return first > limit && is_a(scene.lower(first - 1), WordClass::kDeterminer) ? first - 1 : first;
}

Subject of_mention(const Scene& scene, const Mention& mention) {
  Subject subject;
  subject.actor = mention.actor;
  subject.tokens = {with_article(scene, mention.tokens.first, scene.sentence_of(mention.tokens.first).first), mention.tokens.last};
  return subject;
}

bool is_quantity(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords = {"several", "some", "many", "most", "all", "one", "two", "three", "four", "both", "majority", "number", "half", "dozens", "hundreds", "none"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The last word of the phrase before its first preposition: "spokesman" in "a spokesman for the port", but "members" in "several of
/// its members".
std::uint32_t head_of(const Scene& scene, Tokens phrase) {
  if (phrase.size() > 3 && scene.lower(phrase.first + 1) == "of" && is_quantity(scene.lower(phrase.first))) return head_of(scene, {phrase.first + 2, phrase.last});
  for (std::uint32_t at = phrase.first + 1; at < phrase.last; ++at) {
    const std::string& word = scene.lower(at);
    const Mention* within = scene.actors.at(at);
    const bool inside_name = within != nullptr && within->tokens.first < at && within->how != Reference::kNominal;
    const bool participle = at > phrase.first + 1 && word.size() > 5 && word.substr(word.size() - 3) == "ing" && is_verb_form(word) && !scene.token(at).capital;
    if (!inside_name && (is_linking_preposition(word) || participle || word == "close" || word == "familiar" || word == "briefed")) return at - 1;
  }
  return phrase.last - 1;
}

const Mention* owner_in(const Scene& scene, Tokens phrase) {
  for (std::uint32_t at = phrase.first; at < phrase.last; ++at) {
    const Mention* mention = scene.actors.at(at);
    if (mention == nullptr) continue;
    const bool marked = mention->possessive || (mention->tokens.last < phrase.last && scene.token(mention->tokens.last).possessive);
    if (marked) return mention;
  }
  return nullptr;
}

/// The actor named in the phrase after its head, or the state its adjective names.
const Mention* named_within(const Scene& scene, Tokens phrase) {
  const Mention* adjective = nullptr;
  for (std::uint32_t at = phrase.first; at < phrase.last; ++at) {
    const Mention* mention = scene.actors.at(at);
    if (mention == nullptr || !phrase.contains(mention->tokens)) continue;
    if (mention->how != Reference::kAdjective) return mention;
    if (adjective == nullptr) adjective = mention;
  }
  return adjective;
}

/// How far the phrase tells whom its head belongs to: "a spokesman for the port", but not "the union representing ...".
std::uint32_t end_of_belonging(const Scene& scene, std::uint32_t head, std::uint32_t last) {
  return head + 1 < last && is_linking_preposition(scene.lower(head + 1)) ? last : head + 1;
}

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

bool is_person_pronoun(std::string_view word) { return word == "he" || word == "she" || word == "they" || word == "it"; }

/// "a draft circulated by the ministry": whose paper it is.
Subject of_document(const Scene& scene, Tokens phrase, std::string_view head) {
  static constexpr std::array<std::string_view, 9> kPapers = {"draft", "document", "paper", "plan", "proposal", "text", "memo", "letter", "report"};
  Subject made;
  if (std::find(kPapers.begin(), kPapers.end(), head) == kPapers.end()) return made;
  for (std::uint32_t at = phrase.first; at + 1 < phrase.last; ++at) {
    const std::string& word = scene.lower(at);
    if (word != "by" && word != "from") continue;
    const std::uint32_t name = is_a(scene.lower(at + 1), WordClass::kDeterminer) ? at + 2 : at + 1;
    const Mention* mention = name < phrase.last ? solid(scene.actors.at(name)) : nullptr;
    if (mention == nullptr) continue;
    made = of_mention(scene, *mention);
    made.thing = true;
  }
  return made;
}

/// Papers and things say nothing themselves; other nouns, and numbers standing for people, may.
bool is_plain_speaker(const Scene& scene, Tokens phrase, std::uint32_t head) {
  static constexpr std::array<std::string_view, 22> kThings = {"report", "document", "law", "contract", "study", "poll", "survey", "data", "figures", "rules", "text", "draft", "plan", "deal",
                                                               "offer", "proposal", "treaty", "agreement", "talks", "war", "dispute", "strike"};
  const std::string& word = scene.lower(head);
  if (scene.token(head).kind != TokenKind::kWord || phrase.size() > 14 || is_a(word, WordClass::kDemonstrative)) return false;
  return std::find(kThings.begin(), kThings.end(), word) == kThings.end() && std::find(kThings.begin(), kThings.end(), noun_lemma(word)) == kThings.end() && !is_a(word, WordClass::kDeterminer) &&
         !is_a(word, WordClass::kPreposition) && !is_adverb(word);
}

}  // namespace

std::uint32_t phrase_start(const Scene& scene, std::uint32_t last, std::uint32_t limit) {
  std::uint32_t first = last;
  while (first > limit && !breaks_phrase(scene, first - 1)) {
    const std::string& word = scene.lower(first - 1);
    if (is_a(word, WordClass::kCoordinator)) {
      const Mention* left = first >= 2 ? scene.actors.ending_at(first - 1) : nullptr;
      if (left == nullptr) break;
    }
    if ((is_person_pronoun(word) && first < last) || scene.is_date(first - 1)) break;
    --first;
  }
  while (first < last && (is_adverb(scene.lower(first)) || is_a(scene.lower(first), WordClass::kCoordinator))) ++first;
  return first;
}

std::uint32_t phrase_end(const Scene& scene, std::uint32_t first, std::uint32_t limit) {
  std::uint32_t last = first;
  while (last < limit && !breaks_phrase(scene, last)) {
    if (scene.is_date(last) || (last > first && is_person_pronoun(scene.lower(last)))) break;
    ++last;
  }
  while (last > first && (is_a(scene.lower(last - 1), WordClass::kPreposition) || is_adverb(scene.lower(last - 1)))) --last;
  return last;
}

Subject subject_of_phrase(const Scene& scene, Tokens phrase) {
  Subject made;
  if (phrase.empty()) return made;
  const std::uint32_t head = head_of(scene, phrase);
  const std::string& word = scene.lower(head);
  if (in_unnamed(scene, phrase)) {
    made.unnamed = true;
    made.tokens = phrase;
    const Mention* known = solid(scene.actors.at(head));
    if (known != nullptr) made.actor = known->actor;
    return made;
  }
  if (const Mention* mention = solid(scene.actors.at(head)); mention != nullptr) {
    mention = first_of_pair(scene, *mention, phrase.first);
    made = of_mention(scene, *mention);
    if (mention->tokens.last < phrase.last) made.tokens.last = std::max(made.tokens.last, phrase.last);
    return made;
  }
  if (is_person_pronoun(word)) {
    made.pronoun = true;
    made.tokens = phrase;
    return made;
  }
  if (is_a(word, WordClass::kHumanNoun)) {
    const Mention* named = named_within(scene, {phrase.first, end_of_belonging(scene, head, phrase.last)});
    if (named != nullptr) made.actor = named->actor;
    made.tokens = phrase;
    return made;
  }
  if (is_a(word, WordClass::kSpeechNoun)) {
    const Mention* mention = owner_in(scene, phrase);
    if (mention != nullptr) made = of_mention(scene, *mention);
    made.thing = mention != nullptr;
    return made;
  }
  if (is_quantity(word) || word == "another" || word == "others") {
    made.tokens = phrase;
    return made;
  }
  if (is_plain_speaker(scene, phrase, head)) {
    made.plain = true;
    made.tokens = phrase;
    return made;
  }
  if (Subject document = of_document(scene, phrase, word); document.known()) return document;
  // "Two more of the union's branches": the name at the phrase's end, where nothing else stands after it.
  const Mention* last = solid(scene.actors.ending_at(phrase.last));
  if (last != nullptr && last->tokens.first == head) made = of_mention(scene, *last);
  return made;
}

std::vector<Subject> find_subjects(const Scene& scene, const std::vector<CueSite>& sites) { return Finder(scene, sites).run(); }

}  // namespace modus::reading

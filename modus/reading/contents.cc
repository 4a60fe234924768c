#include "modus/reading/contents.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "modus/reading/clause_ends.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kReach = 18;   ///< words a cue looks ahead for its "that" or its quotation

bool is_comma_or_colon(const Scene& scene, std::uint32_t at) { return scene.lower(at) == "," || scene.lower(at) == ":"; }

class ContentFinder {
 public:
  ContentFinder(const Scene& scene, const ClauseEnds& ends, const CueSite& site, const Subject& subject)
      : scene_(scene), ends_(ends), site_(site), subject_(subject), sentence_(scene.sentence_of(site.tokens.first)) {}

  Content run() {
    switch (site_.form) {
      case CueForm::kNominal: return nominal();
      case CueForm::kPassiveBy: return passive();
      case CueForm::kAccordingTo: return according_to();
      default: break;
    }
    if (subject_.right) {
      Content made = before_speaker();
      return made.tokens.empty() ? after_speaker() : made;
    }
    if (!site_.object.empty()) return of_tokens(site_.object);
    if (is_inserted()) return around();
    Content made = follows_quotation() ? before_speaker() : Content{};
    if (made.tokens.empty()) made = after(site_.tokens.last);
    if (made.tokens.empty() && takes_clause()) made = before_speaker();
    if (made.tokens.empty() && stands_alone()) made = of_tokens(site_.tokens);
    return made;
  }

 private:
  const std::string& lower(std::uint32_t at) const { return scene_.lower(at); }
  bool inside(std::uint32_t at) const { return sentence_.contains(at); }
  bool takes(Frame frame) const { return site_.cue->takes(frame); }
  bool takes_clause() const { return takes(Frame::kThat) || takes(Frame::kQuote) || site_.cue->carrier; }

  static Content of_tokens(Tokens tokens) {
    Content made;
    made.tokens = tokens;
    return made;
  }

  std::uint32_t first_of_speaker() const { return subject_.tokens.empty() ? site_.verb_first : std::min(subject_.tokens.first, site_.verb_first); }

  /// "The rest, he insisted, must wait".
  bool is_inserted() const {
    const std::uint32_t first = first_of_speaker();
    const std::uint32_t next = past_asides(site_.tokens.last);
    return takes_clause() && first > sentence_.first && lower(first - 1) == "," && !scene_.quoted(first - 1) && inside(next) && lower(next) == "," && next + 3 < sentence_.last &&
           !subject_.inherited && site_.form == CueForm::kFinite && scene_.token(next + 1).kind != TokenKind::kOpenQuote;
  }

  Content around() const {
    Content made;
    made.tokens = {ends_.start_before(first_of_speaker(), sentence_), ends_.end_of(site_.tokens.last + 1, sentence_)};
    made.clause = true;
    return made;
  }

  bool follows_quotation() const {
    const std::uint32_t first = first_of_speaker();
    return takes_clause() && first > sentence_.first && scene_.token(first - 1).kind == TokenKind::kCloseQuote && scene_.quoted(first - 1) && scene_.quotations[scene_.quotation_of[first - 1]].whole;
  }

  /// "The company refused."
  bool stands_alone() const {
    const ReadKind kind = site_.cue->kind;
    const std::uint32_t next = past_asides(site_.tokens.last);
    return site_.form == CueForm::kFinite && !site_.cue->weak && (kind == ReadKind::kReject || kind == ReadKind::kAccept) && (!inside(next) || lower(next) == ".");
  }

  Content from(std::uint32_t first) const {
    Content made;
    if (first >= sentence_.last) return made;
    made.tokens = {first, ends_.end_of(first, sentence_)};
    return made;
  }

  Content nominal() const {
    Content made;
    std::uint32_t at = site_.tokens.last;
    while (inside(at) && !ends_.is_verb(at) && !is_hard_stop(at)) ++at;
    made.tokens = {site_.tokens.first, at};
    return made;
  }

  bool is_hard_stop(std::uint32_t at) const {
    const std::string& word = lower(at);
    return word == "," || word == ";" || word == ":" || word == "." || word == "?" || word == "!" || scene_.token(at).kind == TokenKind::kDash;
  }

  /// "The plan was rejected by X": what stands before the verb.
  Content passive() const {
    Content made;
    if (site_.verb_first == sentence_.first) return made;
    const std::uint32_t first = phrase_start(scene_, site_.verb_first, sentence_.first);
    made.tokens = {first, site_.verb_first};
    return made;
  }

  /// "According to X, ..." or "..., according to X".
  Content according_to() const {
    Content made;
    made.clause = true;
    std::uint32_t after = subject_.tokens.empty() ? phrase_end(scene_, site_.tokens.last, sentence_.last) : subject_.tokens.last;
    while (inside(after) && lower(after) != "," && !is_hard_stop(after)) ++after;
    const std::uint32_t first = site_.tokens.first;
    const bool leads = first == sentence_.first || is_a(lower(first - 1), WordClass::kCoordinator) || scene_.is_date(first - 1);
    if (leads && inside(after) && lower(after) == ",") {
      made.tokens = {after + 1, ends_.end_of(after + 1, sentence_)};
      return made;
    }
    std::uint32_t last = first;
    if (last > sentence_.first && lower(last - 1) == ",") --last;
    made.tokens = {ends_.start_before(last, sentence_), last};
    made.before = true;
    unwrap(made);
    return made;
  }

  /// Whether more than an aside stands between the cue and the next mark.
  bool goes_on() const {
    std::uint32_t at = past_asides(site_.tokens.last);
    if (takes(Frame::kObjectThat) && inside(at) && !is_hard_stop(at)) at = phrase_end(scene_, at, sentence_.last);
    if (inside(at) && is_a(lower(at), WordClass::kPreposition)) return false;
    return inside(at) && !is_hard_stop(at) && scene_.token(at).kind != TokenKind::kOpenQuote;
  }

  /// What stands before the speaker and its comma.
  Content before_speaker() const {
    Content made;
    if (!subject_.right && !follows_quotation() && goes_on()) return made;
    std::uint32_t last = subject_.right || subject_.tokens.empty() ? site_.verb_first : std::min(subject_.tokens.first, site_.verb_first);
    while (last > sentence_.first && (scene_.is_date(last - 1) || lower(last - 1) == "on")) --last;
    if (last == sentence_.first) return previous_quotation(last);
    const std::uint32_t mark = last - 1;
    const bool closed = lower(mark) == "," || scene_.token(mark).kind == TokenKind::kCloseQuote || scene_.token(mark).kind == TokenKind::kDash;
    if (!closed) return made;
    std::uint32_t end = mark;
    if (scene_.token(mark).kind == TokenKind::kCloseQuote) end = last;
    made.tokens = {ends_.start_before(end, sentence_), end};
    made.before = true;
    made.clause = true;
    unwrap(made);
    return made;
  }

  /// A sentence that is only "she said.", or begins with it, after a quotation that ends in the one before: the cut
  /// fell between them.
  Content previous_quotation(std::uint32_t first) const {
    Content made;
    if (first == 0 || !scene_.quoted(first - 1) || scene_.text.sentences[scene_.token(first).sentence].starts_block) return made;
    const Quotation& quotation = scene_.quotations[scene_.quotation_of[first - 1]];
    if (!quotation.whole) return made;
    made.tokens = quotation.inside;
    made.direct = made.before = made.clause = true;
    return made;
  }

  /// A content that is one quotation, or ends in one that began sentences ago, is what stands within its marks.
  void unwrap(Content& made) const {
    if (made.tokens.empty()) return;
    const std::uint32_t last = made.tokens.last - 1;
    if (!scene_.quoted(last)) return;
    const Quotation& quotation = scene_.quotations[scene_.quotation_of[last]];
    if (!quotation.whole || quotation.with_marks.first > made.tokens.first) return;
    made.tokens = quotation.inside;
    made.direct = true;
  }

  Content after_speaker() const { return after(subject_.tokens.last); }

  /// Over adverbs, days and their prepositions.
  std::uint32_t past_asides(std::uint32_t at) const {
    while (inside(at)) {
      const std::string& word = lower(at);
      const bool before_date = inside(at + 1) && scene_.is_date(at + 1) && (is_a(word, WordClass::kPreposition) || word == "late" || word == "early" || word == "earlier");
      if (scene_.is_date(at) || before_date || (is_adverb(word) && word != "no" && word != "all" && word != "both" && inside(at + 1) && !is_hard_stop(at + 1))) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }

  Content after(std::uint32_t first) const {
    if (first >= sentence_.last) return {};
    const std::uint32_t at = past_asides(first);
    if (at >= sentence_.last) return {};
    if (takes_clause() || takes(Frame::kObjectThat)) {
      if (Content made = quotation_after(at); !made.tokens.empty()) return made;
      if (Content made = that_clause(at); !made.tokens.empty()) return made;
    }
    if (Content made = by_frame(at); !made.tokens.empty()) return made;
    return bare_clause(at);
  }

  /// A whole quotation right after the cue, or after an aside or a colon.
  Content quotation_after(std::uint32_t at) const {
    Content made;
    for (std::uint32_t i = at; i < at + kReach && inside(i); ++i) {
      if (scene_.token(i).kind == TokenKind::kOpenQuote) {
        const std::uint32_t number = scene_.quotation_of[i];
        if (number == kNoQuotation || !(scene_.quotations[number].whole || lower(i - 1) == ":")) return made;
        made.tokens = scene_.quotations[number].inside;
        made.direct = made.clause = true;
        return made;
      }
      if (ends_.is_verb(i) || lower(i) == "that" || (i == at && is_hard_stop(i) && !is_comma_or_colon(scene_, i)) || lower(i) == ";") return made;
    }
    return made;
  }

  Content that_clause(std::uint32_t at) const {
    if (!takes(Frame::kThat) && !takes(Frame::kObjectThat)) return {};
    for (std::uint32_t i = at; i < at + kReach && inside(i); ++i) {
      if (lower(i) == "that" || (lower(i) == "whether" && takes(Frame::kThat))) {
        if (i > at && !allows_gap(at, i)) return {};
        if (i == at && takes(Frame::kNounPhrase) && (!has_verb(i + 1) || is_pointing(i))) return {};   // "disputed that account"
        Content made = from(i + 1);
        made.clause = true;
        if (i > at) made.addressee = addressee_between(at, i);
        return made;
      }
      if (ends_.is_verb(i) || scene_.token(i).kind == TokenKind::kOpenQuote || lower(i) == ";" || lower(i) == "who" || lower(i) == "which") return {};
    }
    return {};
  }

  /// "accepted that process, ...": "that" points at a thing.
  bool is_pointing(std::uint32_t that) const {
    return inside(that + 2) && scene_.token(that + 1).kind == TokenKind::kWord && (is_hard_stop(that + 2) || is_a(lower(that + 2), WordClass::kPreposition));
  }

  /// Between a cue and its "that": an object ("told reporters"), an aside ("in a statement"), a parenthesis.
  bool allows_gap(std::uint32_t first, std::uint32_t that) const {
    const std::string& word = lower(first);
    if (takes(Frame::kObjectThat)) return true;
    if (word == "to" && inside(first + 1) && is_verb_form(lower(first + 1))) return false;   // "offered to turn what ..."
    if (is_a(word, WordClass::kPreposition) || word == ",") return true;
    return site_.cue->carrier && that - first <= 2;
  }

  Tokens addressee_between(std::uint32_t first, std::uint32_t that) const {
    if (!takes(Frame::kObjectThat)) return {};
    const Tokens phrase{first, phrase_end(scene_, first, that)};
    return phrase;
  }

  Content by_frame(std::uint32_t at) const {
    const std::string& word = lower(at);
    if (word == "to" && takes(Frame::kTo)) return from(at + 1);
    if (word == "by" && takes(Frame::kTo)) return after_margin(at);
    if (is_a(word, WordClass::kPreposition) && word != "to") return after_preposition(at);
    if (word == "whether" && takes(Frame::kWhether)) return from(at);
    if (takes(Frame::kIng) && ends_in_ing(word)) return from(at);
    if (word == "to" && has_object_frame()) return {};
    if (takes(Frame::kNounPhrase) || has_object_frame()) return noun_phrase(at);
    return {};
  }

  /// "voted by four to one to turn it down".
  Content after_margin(std::uint32_t at) const {
    for (std::uint32_t i = at + 1; i + 1 < std::min(sentence_.last, at + 9); ++i) {
      if (lower(i) == "to" && scene_.token(i + 1).kind == TokenKind::kWord && !is_number_word(lower(i + 1))) return from(i + 1);
    }
    return {};
  }

  static bool is_number_word(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kWords = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a", "the"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  }

  bool has_object_frame() const { return (site_.cue->frames >> 16U) != 0; }

  static bool ends_in_ing(std::string_view word) { return word.size() > 4 && word.substr(word.size() - 3) == "ing"; }

  Content after_preposition(std::uint32_t at) const {
    static constexpr std::pair<std::string_view, Frame> kFrames[] = {{"for", Frame::kFor},   {"on", Frame::kOn},     {"of", Frame::kOf},           {"at", Frame::kAt},    {"as", Frame::kAs},
                                                                     {"with", Frame::kWith}, {"against", Frame::kAgainst}, {"about", Frame::kAbout}, {"from", Frame::kFrom}};
    for (const auto& [word, frame] : kFrames) {
      if (lower(at) == word && takes(frame)) return from(at + 1);
    }
    return {};
  }

  /// An object: anything that can begin a noun phrase. A cue with an object and a second part needs that part.
  Content noun_phrase(std::uint32_t at) const {
    if (is_hard_stop(at) || is_a(lower(at), WordClass::kAuxiliary) || is_a(lower(at), WordClass::kConjunction)) return {};
    Content made = from(at);
    if (!takes(Frame::kNounPhrase) && !has_second_part(made)) return {};
    if (takes(Frame::kObjectTo)) made.addressee = {at, object_end(made)};
    return made;
  }

  std::uint32_t object_end(const Content& made) const {
    for (std::uint32_t i = made.tokens.first; i < made.tokens.last; ++i) {
      if (lower(i) == "to" && i > made.tokens.first) return i;
    }
    return made.tokens.first;
  }

  /// "called it a trap": a pronoun or a phrase with an article after it.
  bool names_object(const Content& made) const {
    for (std::uint32_t i = made.tokens.first + 1; i < std::min(made.tokens.last, made.tokens.first + 6); ++i) {
      if (is_a(lower(i), WordClass::kPreposition)) return false;
      if (lower(i) == "a" || lower(i) == "an") return true;
    }
    return made.tokens.size() > 1 && lower(made.tokens.first + 1) == "the";
  }

  bool has_second_part(const Content& made) const {
    static constexpr std::pair<std::string_view, Frame> kParts[] = {{"to", Frame::kObjectTo}, {"of", Frame::kObjectOf}, {"for", Frame::kObjectFor}, {"as", Frame::kObjectAs}, {"at", Frame::kObjectAt}, {"with", Frame::kObjectWith}, {"that", Frame::kObjectThat}};
    const bool quoted_name = takes(Frame::kObjectAs) && takes(Frame::kQuote);   // "called it ‘a trap’"
    if (quoted_name && names_object(made)) return true;
    for (std::uint32_t i = made.tokens.first + 1; i < std::min(made.tokens.last, made.tokens.first + 14); ++i) {
      if (lower(i) == ",") return false;
      if (quoted_name && scene_.token(i).kind == TokenKind::kOpenQuote) return true;
      for (const auto& [word, frame] : kParts) {
        if (lower(i) == word && takes(frame)) return true;
      }
    }
    return false;
  }

  /// "said the talks had failed": a clause without "that".
  Content bare_clause(std::uint32_t at) const {
    if (!takes(Frame::kThat) && !takes(Frame::kObjectThat)) return {};
    std::uint32_t first = at;
    if (takes(Frame::kObjectThat)) first = past_asides(phrase_end_of_object(at));
    if (first >= sentence_.last || is_hard_stop(first)) return {};
    if (is_a(lower(first), WordClass::kPreposition)) first = past_preposition(first);
    if (first >= sentence_.last || !has_verb(first)) return {};
    Content made = from(first);
    made.clause = true;
    if (first > at) made.addressee = addressee_between(at, first);
    return made;
  }

  std::uint32_t phrase_end_of_object(std::uint32_t at) const {
    const Mention* mention = scene_.actors.at(at);
    if (mention != nullptr) return mention->tokens.last;
    return is_a(lower(at), WordClass::kDeterminer) ? at : at + 1;
  }

  /// "said in Geneva on Monday the talks had failed": a clause may follow a place or an occasion.
  std::uint32_t past_preposition(std::uint32_t at) const {
    std::uint32_t i = at + 1;
    while (inside(i) && !scene_.is_date(i) && lower(i) != "," && i < at + 8) ++i;
    if (!inside(i) || i == at + 8) return at;
    if (lower(i) == ",") return is_a(lower(at), WordClass::kPreposition) ? at : i + 1;
    return past_asides(i);
  }

  bool has_verb(std::uint32_t first) const {
    const std::uint32_t last = ends_.end_of(first, sentence_);
    for (std::uint32_t i = first; i < last; ++i) {
      const bool base = verb_lemma(lower(i)) == lower(i);
      if (ends_.is_verb(i) || (i > first && !base && is_verb_form(lower(i)))) return true;
    }
    return !site_.cue->weak && last - first > 6;
  }

  const Scene& scene_;
  const ClauseEnds& ends_;
  const CueSite& site_;
  const Subject& subject_;
  Tokens sentence_;
};

}  // namespace

std::vector<Content> find_contents(const Scene& scene, const std::vector<CueSite>& sites, const std::vector<Subject>& subjects) {
  const ClauseEnds ends(scene, sites, subjects);
  std::vector<Content> all;
  all.reserve(sites.size());
  for (std::size_t i = 0; i < sites.size(); ++i) all.push_back(ContentFinder(scene, ends, sites[i], subjects[i]).run());
  return all;
}

}  // namespace modus::reading

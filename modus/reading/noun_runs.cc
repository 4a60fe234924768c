#include "modus/reading/noun_runs.h"

#include <algorithm>
#include <utility>

#include "modus/reading/issue_words.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kPronouns("i", "he", "she", "it", "they", "we", "you", "them", "him", "us", "me", "itself", "themselves", "there", "who", "which", "that", "whom",
                            "everyone", "nobody", "somebody", "anybody", "everything", "nothing", "anything", "something", "himself", "herself", "yes");
constexpr WordSet kPlaces("in", "at", "near", "outside", "inside", "behind", "within", "across", "along", "through", "beside", "off");
constexpr WordSet kJoints("of", "on", "for", "per");
constexpr WordSet kMoreBreaks("except", "instead", "rather", "than", "if", "then", "here", "else", "yet", "ago", "whatever", "whoever", "however", "when", "where", "why", "how", "well",
                              "worth", "due", "able", "ready", "willing", "open", "unlikely", "likely", "close", "closer", "set", "unless", "along", "please", "thanks", "out", "up", "down", "off", "back", "away", "ahead", "together", "apart", "above", "below", "altogether",
                              "anywhere", "everywhere", "plus", "maybe", "ours", "theirs", "mine", "everybody", "anyone", "alone", "over", "free", "almost", "about", "enough");

bool ends(std::string_view word, std::string_view ending) { return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending; }

bool is_contraction(std::string_view word) {
  return ends(word, "n't") || ends(word, "'re") || ends(word, "'ll") || ends(word, "'ve") || ends(word, "'d") || ends(word, "'m");
}

/// Finds runs in one range, word by word.
class Chunker {
 public:
  Chunker(const Scene& scene, Tokens range) : scene_(scene), range_(range) {}

  std::vector<NounRun> run() {
    std::uint32_t first = range_.first;
    for (std::uint32_t at = range_.first; at <= range_.last; ++at) {
      if (at < range_.last && !is_break(at, first)) continue;
      if (at > first) put({first, at});
      first = at + 1;
    }
    return std::move(all_);
  }

 private:
  const std::string& lower(std::uint32_t at) const { return scene_.lower(at); }
  Tokens sentence(std::uint32_t at) const { return scene_.sentence_of(at); }

  /// The word before a token within its sentence, adverbs passed over; empty at the beginning.
  std::string_view before(std::uint32_t at) const {
    const std::uint32_t floor = sentence(at).first;
    while (at > floor && is_adverb(lower(at - 1)) && !is_a(lower(at - 1), WordClass::kDeterminer)) --at;
    return at > floor ? std::string_view(lower(at - 1)) : std::string_view();
  }
  std::string_view after(std::uint32_t at) const { return at + 1 < sentence(at).last ? std::string_view(lower(at + 1)) : std::string_view(); }

  bool is_closed(std::uint32_t at) const {
    const std::string& word = lower(at);
    if (is_a(word, WordClass::kDeterminer) || is_a(word, WordClass::kPreposition) || is_a(word, WordClass::kAuxiliary) || is_a(word, WordClass::kConjunction)) return true;
    if (is_a(word, WordClass::kRelative) || is_a(word, WordClass::kPronounSubject) || is_a(word, WordClass::kNegation) || is_adverb(word)) return true;
    return kPronouns.has(word) || kMoreBreaks.has(word) || is_contraction(word) || scene_.is_date(at);
  }

  bool is_break(std::uint32_t at, std::uint32_t first) const {
    const Token& token = scene_.token(at);
    if (token.kind == TokenKind::kNumber) return true;
    if (token.kind != TokenKind::kWord) return token.lower != "-";
    return is_closed(at) || is_verb(at, first);
  }

  /// Words before a noun: an article, an owner, a preposition, a number.
  bool opens_noun(std::uint32_t at) const {
    if (at == sentence(at).first) return false;
    const Token& before_it = scene_.token(at - 1);
    if (before_it.possessive || before_it.kind == TokenKind::kNumber) return true;
    const std::string& word = before_it.lower;
    if (word == "to" || word == "that") return false;
    return is_a(word, WordClass::kDeterminer) || is_a(word, WordClass::kPreposition) || is_light(word) || is_plain(word) || is_unit(word);
  }

  static bool opens_verb(std::string_view word) {
    if (is_a(word, WordClass::kBe) || is_a(word, WordClass::kHave) || word == "no") return false;
    return word == "to" || word == "who" || word == "which" || word == "that" || is_a(word, WordClass::kPronounSubject) || is_a(word, WordClass::kAuxiliary) ||
           is_a(word, WordClass::kNegation) || is_contraction(word);
  }

  /// What follows a verb rather than a noun: an article, "to", a number, a name.
  bool object_follows(std::uint32_t at) const {
    const std::string_view next = after(at);
    if (next.empty()) return false;
    if (is_a(next, WordClass::kDeterminer) || next == "to" || next == "it" || next == "them" || next == "not") return true;
    return scene_.token(at + 1).kind == TokenKind::kNumber || scene_.token(at + 1).kind == TokenKind::kOpenQuote;
  }

  bool is_verb(std::uint32_t at, std::uint32_t first) const {
    const std::string& word = lower(at);
    if (is_matter(word)) return is_verb_form(word) && opens_verb(before(at)) && before(at) != "that" && (object_follows(at) || !ends(word, "s"));
    const bool participle = ends(word, "ed") || ends(word, "ing") || ends(word, "en");
    if (is_sure_verb(word) && !(participle && opens_noun(at))) return true;
    if (!is_verb_form(word)) return false;
    const std::string lemma = verb_lemma(word);
    if (lemma == word || (ends(word, "s") && noun_lemma(word) == lemma) || word == lemma + "s" || word == lemma + "es") return is_present_verb(at, first, lemma == word);
    if (scene_.quoted(at) && opens_noun(at)) return false;
    // a participle describes a noun only between an article and that noun; "profit sharing" is a noun
    if (!opens_noun(at) && (first == at || acting(at - 1) || !ends(word, "ing"))) return true;
    const std::string_view next = after(at);
    return next.empty() || is_closed(at + 1) || scene_.token(at + 1).kind != TokenKind::kWord;
  }

  bool is_present_verb(std::uint32_t at, std::uint32_t first, bool plain) const {
    if (opens_noun(at)) return false;
    if (opens_verb(before(at))) return true;
    if (first == at) {
      const Mention* subject = at > range_.first ? scene_.actors.ending_at(at) : nullptr;
      if (subject != nullptr) return !subject->possessive && subject->how != Reference::kAdjective;
      return plain || object_follows(at) || is_plain_cue(verb_lemma(lower(at)));
    }
    if (acting(at - 1)) return plain ? object_follows(at) || ends(lower(at - 1), "s") : true;
    const bool after_plural = ends(lower(at - 1), "s") && !ends(lower(at - 1), "ss");
    return plain ? after_plural : !after_plural && object_follows(at) && after(at) != "that";
  }

  /// "wants", "insists": hardly ever a noun.
  static bool is_plain_cue(const std::string& lemma) {
    const std::vector<Cue>& cues = cues_of(lemma);
    return !cues.empty() && std::none_of(cues.begin(), cues.end(), [](const Cue& cue) { return cue.noun || cue.adjective; });
  }

  bool acting(std::uint32_t at) const {
    const Mention* mention = scene_.actors.at(at);
    return mention != nullptr && mention->how != Reference::kAdjective;
  }

  bool is_trimmed(std::uint32_t at) const { return is_light(lower(at)) || is_unit(lower(at)) || lower(at) == "-"; }

  void put(Tokens run) {
    while (!run.empty() && (is_trimmed(run.first) || acting(run.first))) ++run.first;
    while (!run.empty() && is_trimmed(run.last - 1) && !is_matter(lower(run.last - 1))) --run.last;
    if (run.empty() || acting(run.last - 1)) return;
    NounRun made;
    made.tokens = run;
    if (!find_key(made)) return;
    const std::uint32_t open = whole_first(run.first);
    made.whole = {open, run.last};
    made.place = open > range_.first && kPlaces.has(lower(open - 1));
    made.joint = run.last < sentence(made.head).last && kJoints.has(lower(run.last));
    if (!is_named(made, open)) return;
    all_.push_back(std::move(made));
  }

  /// A single bare word in the singular is hardly a name ("ready", "stop"), unless it is known to be one or a preposition governs it.
  bool is_named(const NounRun& run, std::uint32_t open) const {
    const std::string& word = lower(run.head);
    if (run.tokens.size() > 1 || open < run.tokens.first || is_matter(word) || ends(word, "s")) return true;
    return open > sentence(open).first && is_a(lower(open - 1), WordClass::kPreposition) && lower(open - 1) != "to";
  }

  bool find_key(NounRun& run) const {
    std::uint32_t head = run.tokens.last - 1;
    if (is_a(lower(head), WordClass::kHumanNoun) && !is_matter(lower(head))) return false;
    if (ends(lower(head), "ous") || ends(lower(head), "ful") || ends(lower(head), "less") || ends(lower(head), "ible") || ends(lower(head), "ish")) return false;
    if (is_generic(lower(head))) {
      if (run.tokens.size() < 2) return false;
      --head;
      if (scene_.actors.at(head) != nullptr || is_generic(lower(head)) || is_light(lower(head)) || is_plain(lower(head))) return false;
      if (!is_matter(lower(head)) && (is_participle(head) || lower(head).find('-') != std::string::npos)) return false;
      if (scene_.token(head).capital && !names_land(head + 1) && head != sentence(head).first) return false;
      if (looks_adjective(lower(head))) {
        run.head = head;
        run.key = lower(head) + " " + noun_lemma(lower(head + 1));
        return true;
      }
    } else if (is_modifying(head, run.tokens)) {
      run.modifier = matter_of(lower(head));
      --head;
    }
    run.head = head;
    run.key = matter_of(lower(head));
    if (head > run.tokens.first && run.modifier.empty() && !is_participle(head - 1) && scene_.actors.at(head - 1) == nullptr && !is_plain(lower(head - 1)) && !is_light(lower(head - 1))) {
      run.modifier = matter_of(lower(head - 1));
    }
    return run.key.size() > 2 || is_matter(run.key);
  }

  /// "rent cut", "export ban": the word before tells the matter better.
  bool is_modifying(std::uint32_t head, Tokens run) const {
    static constexpr WordSet kYielding("cut", "reduction", "ban", "limit", "cap", "guarantee", "closure", "release", "access", "deadline", "penalty", "schedule", "timetable", "monitoring",
                                       "sale", "payment", "contribution", "freeze", "clause", "inspection", "contract");
    return kYielding.has(noun_lemma(lower(head))) && head > run.first && is_matter(lower(head - 1)) && matter_of(lower(head - 1)) != matter_of(lower(head));
  }

  /// "the Donbas region"; but "the Swiss proposal".
  bool names_land(std::uint32_t at) const {
    static constexpr WordSet kLand("region", "area", "province", "island", "islands", "valley", "field", "fields", "district", "site", "route", "line", "ground", "grounds", "building", "bridge");
    return kLand.has(lower(at));
  }

  static bool looks_adjective(std::string_view word) {
    if (is_matter(word)) return false;
    for (const std::string_view ending : {"al", "ive", "ic", "ary", "ern", "able", "est", "ish", "ous"}) {
      if (ends(word, ending)) return true;
    }
    return false;
  }

  bool is_participle(std::uint32_t at) const { return is_verb_form(lower(at)) && (ends(lower(at), "ed") || ends(lower(at), "ing")); }

  std::uint32_t whole_first(std::uint32_t first) const {
    while (first > range_.first) {
      const Token& token = scene_.token(first - 1);
      const bool inner = token.kind == TokenKind::kNumber || token.possessive || token.lower == "$" || token.lower == "per" || is_trimmed(first - 1) || is_plain(token.lower) ||
                         acting(first - 1) || (token.kind == TokenKind::kWord && is_participle(first - 1) && first - 1 > range_.first && is_a(lower(first - 2), WordClass::kDeterminer));
      if (is_a(token.lower, WordClass::kDeterminer)) return first - 1;
      if (!inner) return first;
      --first;
    }
    return first;
  }

  const Scene& scene_;
  Tokens range_;
  std::vector<NounRun> all_;
};

}  // namespace

std::vector<NounRun> noun_runs(const Scene& scene, Tokens range) { return Chunker(scene, range).run(); }

}  // namespace modus::reading

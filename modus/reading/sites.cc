#include "modus/reading/sites.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace modus::reading {
namespace {

enum class Shape : std::uint8_t { kBase, kThird, kPast, kIng };

Shape shape_of(std::string_view lower, std::string_view lemma) {
  if (lower == lemma) return Shape::kBase;
  if (lower.size() > 4 && lower.substr(lower.size() - 3) == "ing") return Shape::kIng;
  if (lower.back() == 's' && lower != "was") return Shape::kThird;
  return Shape::kPast;
}

/// Looks at one verb in its sentence.
class SiteFinder {
 public:
  SiteFinder(const Scene& scene, std::uint32_t at) : scene_(scene), at_(at), sentence_(scene.sentence_of(at)) {}

  std::optional<CueSite> run() {
    if (auto site = according_to()) return site;
    if (auto site = adjective()) return site;
    if (auto site = verb()) return site;
    return nominal();
  }

 private:
  const std::string& lower(std::uint32_t at) const { return scene_.lower(at); }
  bool inside(std::uint32_t at) const { return sentence_.contains(at); }

  /// The particles of a cue right after the verb, or after a short object ("turn it down"): their end, or 0.
  std::uint32_t end_of_particles(const Cue& cue, std::uint32_t after) const {
    std::uint32_t at = after;
    std::uint32_t gap = cue.particles.size() == 1 && is_separable(cue.particles.front()) ? 4 : 0;
    for (const std::string_view particle : cue.particles) {
      while (inside(at) && lower(at) != particle && scene_.is_date(at)) ++at;
      while (inside(at) && lower(at) != particle && gap > 0 && !is_stopper(at)) {
        ++at;
        --gap;
      }
      if (!inside(at) || lower(at) != particle) return 0;
      ++at;
    }
    return at;
  }

  static bool is_separable(std::string_view particle) {
    return particle == "out" || particle == "down" || particle == "aside" || particle == "forward" || particle == "off";
  }
  bool is_stopper(std::uint32_t at) const {
    return scene_.token(at).kind == TokenKind::kPunctuation || scene_.token(at).kind == TokenKind::kOpenQuote ||
           is_a(lower(at), WordClass::kConjunction) || is_a(lower(at), WordClass::kAuxiliary);
  }

  std::optional<CueSite> according_to() const {
    if (lower(at_) != "according" || !inside(at_ + 1) || lower(at_ + 1) != "to") return std::nullopt;
    CueSite site;
    site.tokens = {at_, at_ + 2};
    site.verb_first = at_;
    site.form = CueForm::kAccordingTo;
    site.cue = &cues_of("say").back();   // without particles
    return site;
  }

  /// The first token of the auxiliaries and adverbs that stand right before `at`.
  std::uint32_t first_of_group(std::uint32_t at) const {
    while (at > sentence_.first) {
      if (const std::uint32_t before = before_parenthesis(at); before < at) {
        at = before;
      } else if (is_part_of_group(at - 1)) {
        --at;
      } else {
        break;
      }
    }
    return at;
  }

  bool is_part_of_group(std::uint32_t at) const {
    const std::string& word = lower(at);
    const bool part = is_a(word, WordClass::kAuxiliary) || is_adverb(word) || word == "not" || word == "never";
    return part && !scene_.quoted(at) && !is_in_name(at);
  }

  /// "did not, however, rule out": the comma that opens a short parenthesis after an auxiliary.
  std::uint32_t before_parenthesis(std::uint32_t at) const {
    if (at < sentence_.first + 3 || lower(at - 1) != ",") return at;
    for (std::uint32_t i = at - 2; i > sentence_.first && at - i < 6; --i) {
      if (lower(i) != ",") continue;
      const std::string& word = lower(i - 1);
      return is_a(word, WordClass::kAuxiliary) || is_a(word, WordClass::kNegation) ? i : at;
    }
    return at;
  }

  /// "Ten Have": a name may hold a word that is an auxiliary elsewhere.
  bool is_in_name(std::uint32_t at) const {
    const Mention* mention = scene_.actors.at(at);
    return mention != nullptr && mention->how == Reference::kName && scene_.token(at).capital;
  }

  void note_group(CueSite& site) const {
    for (std::uint32_t i = site.verb_first; i < site.tokens.first; ++i) {
      const std::string& word = lower(i);
      site.negated |= is_a(word, WordClass::kNegation) && word != "no" && word != "without";
      site.hedged |= is_a(word, WordClass::kHedge);
      site.modal_not |= is_a(word, WordClass::kModal);
    }
    site.modal_not = site.modal_not && site.negated;
  }

  bool group_has(std::uint32_t first, std::uint32_t last, WordClass wanted) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (is_a(lower(i), wanted)) return true;
    }
    return false;
  }

  std::optional<CueSite> adjective() const {
    for (const Cue& cue : cues_of(lower(at_))) {
      if (!cue.adjective) continue;
      const std::uint32_t first = first_of_group(at_);
      const bool linked = group_has(first, at_, WordClass::kBe) || follows_linking_verb(first);
      const bool followed = inside(at_ + 1) && (lower(at_ + 1) == "to" || lower(at_ + 1) == "that" || lower(at_ + 1) == "for" || lower(at_ + 1) == "about" || lower(at_ + 1) == "of" || cue.takes(Frame::kThat));
      if (!linked || !followed) return std::nullopt;
      CueSite site;
      site.tokens = {at_, at_ + 1};
      site.verb_first = first;
      site.cue = &cue;
      note_group(site);
      return site;
    }
    return std::nullopt;
  }

  bool follows_linking_verb(std::uint32_t first) const {
    if (first == sentence_.first) return false;
    const std::string lemma = verb_lemma(lower(first - 1));
    return lemma == "stand" || lemma == "remain" || lemma == "seem" || lemma == "appear";
  }

  std::optional<CueSite> verb() const {
    const std::string lemma = verb_lemma(lower(at_));
    for (const Cue& cue : cues_of(lemma)) {
      if (cue.adjective) continue;
      const std::uint32_t end = cue.particles.empty() ? at_ + 1 : end_of_particles(cue, at_ + 1);
      if (end == 0) continue;
      CueSite site;
      site.tokens = {at_, end};
      site.verb_first = first_of_group(at_);
      site.cue = &cue;
      const auto particles = static_cast<std::uint32_t>(cue.particles.size());
      if (end > at_ + 1 + particles && is_separable(cue.particles.front())) site.object = {at_ + 1, end - particles};
      if (!decide_form(site, shape_of(lower(at_), lemma))) {
        if (cue.particles.empty()) return std::nullopt;
        continue;
      }
      note_group(site);
      return site;
    }
    return std::nullopt;
  }

  bool decide_form(CueSite& site, Shape shape) const {
    if (shape == Shape::kIng) return decide_ing(site);
    if (shape == Shape::kPast) return decide_past(site);
    return decide_present(site, shape);
  }

  std::uint32_t before(const CueSite& site) const { return site.verb_first; }
  bool at_start(const CueSite& site) const { return site.verb_first == sentence_.first; }

  bool decide_ing(CueSite& site) const {
    if (group_has(site.verb_first, at_, WordClass::kBe)) return true;
    site.form = CueForm::kParticiple;
    if (at_start(site)) return false;
    const std::uint32_t last = site.verb_first - 1;
    const std::string& word = lower(last);
    if (word == "," || scene_.token(last).kind == TokenKind::kDash || scene_.token(last).kind == TokenKind::kCloseQuote) return true;
    if (word == "while" || word == "before" || word == "after" || word == "and" || word == "but") return true;
    const Mention* mention = scene_.actors.ending_at(site.verb_first);
    if (mention == nullptr || mention->how == Reference::kAdjective || mention->possessive) return is_a(word, WordClass::kSpeechNoun);
    return !is_governed(*mention);
  }

  /// "about the city offering a bonus": the offering is what is spoken of.
  bool is_governed(const Mention& mention) const {
    std::uint32_t at = mention.tokens.first;
    if (at > sentence_.first && is_a(lower(at - 1), WordClass::kDeterminer)) --at;
    return at > sentence_.first && is_a(lower(at - 1), WordClass::kPreposition) && lower(at - 1) != "with";
  }

  /// The agent follows: "by" within a few words.
  bool agent_follows(std::uint32_t end) const {
    for (std::uint32_t i = end; i < end + 8 && inside(i); ++i) {
      if (lower(i) == "by") return i + 1 < sentence_.last;
      if (scene_.token(i).kind == TokenKind::kPunctuation || is_a(lower(i), WordClass::kConjunction)) return false;
    }
    return false;
  }

  bool decide_past(CueSite& site) const {
    const bool have = group_has(site.verb_first, at_, WordClass::kHave);
    const bool be = group_has(site.verb_first, at_, WordClass::kBe);
    if (be) {
      site.form = CueForm::kPassiveBy;
      return agent_follows(site.tokens.last);
    }
    if (have) return true;
    if (at_start(site)) return false;
    const std::uint32_t last = site.verb_first - 1;
    const std::string& word = lower(last);
    if (is_a(word, WordClass::kDeterminer) || scene_.token(last).possessive || (is_a(word, WordClass::kPreposition) && !scene_.is_date(last))) return false;
    if (agent_follows(site.tokens.last) && lower(site.tokens.last) == "by") {
      site.form = CueForm::kPassiveBy;
      return true;
    }
    return true;
  }

  bool decide_present(CueSite& site, Shape shape) const {
    if (at_start(site)) return false;
    if (group_has(site.verb_first, at_, WordClass::kAuxiliary)) return !group_has(site.verb_first, at_, WordClass::kBe);
    const std::uint32_t last = site.verb_first - 1;
    const std::string& word = lower(last);
    if (word == "to" && shape == Shape::kBase) return follows_manner(site, last);
    if (is_a(word, WordClass::kDeterminer) || scene_.token(last).possessive) return false;
    if (is_a(word, WordClass::kPreposition) && !scene_.is_date(last)) return false;
    if (is_a(word, WordClass::kPronounSubject) || is_a(word, WordClass::kRelative)) return true;
    if (shape == Shape::kBase && word == "or") return false;   // "asked to vote or submit"
    if (!site.cue->noun) return true;
    return reads_as_verb(site, shape, last);
  }

  /// "was careful to stress", "went on to say": the infinitive is what was done.
  bool follows_manner(CueSite& site, std::uint32_t to) const {
    static const std::unordered_set<std::string_view> kManner = {"careful", "quick", "keen", "eager", "anxious", "continued", "continues", "continue", "began", "begun", "appeared", "appears", "seemed", "seems", "moved", "hastened", "rushed"};
    if (to < sentence_.first + 2) return false;
    const bool went_on = lower(to - 1) == "on" && to > sentence_.first + 2 && verb_lemma(lower(to - 2)) == "go";
    if (!went_on && kManner.count(lower(to - 1)) == 0) return false;
    site.verb_first = first_of_group(went_on ? to - 2 : to - 1);
    return site.verb_first > sentence_.first;
  }

  /// A form that may be a noun too: a verb where an actor stands before it and something it can govern after it.
  bool reads_as_verb(const CueSite& site, Shape shape, std::uint32_t last) const {
    const bool closed = lower(last) == "," || scene_.token(last).kind == TokenKind::kCloseQuote || is_a(lower(last), WordClass::kCoordinator) || scene_.is_date(last);
    const bool plural = is_a(lower(last), WordClass::kHumanNoun) && lower(last).back() == 's';
    const Mention* mention = scene_.actors.ending_at(site.verb_first);
    const bool actor = mention != nullptr && mention->how != Reference::kAdjective && !mention->possessive;
    if (!closed && !(shape == Shape::kThird ? actor || is_a(lower(last), WordClass::kHumanNoun) : plural)) return false;
    const std::uint32_t next = site.tokens.last;
    if (!inside(next)) return closed;
    const bool noun_goes_on = is_a(lower(next), WordClass::kAuxiliary) || (is_a(lower(next), WordClass::kPreposition) && !takes_preposition(*site.cue, lower(next)));
    return !noun_goes_on;
  }

  static bool takes_preposition(const Cue& cue, std::string_view word) {
    return (word == "to" && cue.takes(Frame::kTo)) || (word == "for" && cue.takes(Frame::kFor)) || (word == "on" && (cue.takes(Frame::kOn) || cue.takes(Frame::kThat))) ||
           (word == "of" && cue.takes(Frame::kOf)) || (word == "in" && cue.takes(Frame::kThat)) || (word == "at" && cue.takes(Frame::kAt));
  }

  std::optional<CueSite> nominal() const {
    const NominalCue* noun = nominal_cue(lower(at_));
    if (noun == nullptr || !inside(at_ + 1)) return std::nullopt;
    const bool followed = std::find(noun->followed_by.begin(), noun->followed_by.end(), lower(at_ + 1)) != noun->followed_by.end();
    if (!followed || owner() == nullptr || is_given_to_somebody()) return std::nullopt;
    CueSite site;
    site.tokens = {at_, at_ + 1};
    site.verb_first = at_;
    site.form = CueForm::kNominal;
    site.cue = nullptr;
    return site;
  }

  /// "its offer to staff" names no content; "its offer to pay" does. A demand or refusal "to" takes anything.
  bool is_given_to_somebody() const {
    const bool may_give = lower(at_).substr(0, 5) == "offer" || lower(at_).substr(0, 8) == "proposal";
    return may_give && lower(at_ + 1) == "to" && (!inside(at_ + 2) || !is_verb_form(lower(at_ + 2)));
  }

  /// Whose demand it is: a possessive within the few words before.
  const Mention* owner() const {
    for (std::uint32_t i = at_; i > sentence_.first && at_ - i < 5; --i) {
      if (scene_.token(i - 1).possessive) return scene_.actors.ending_at(i - 1);
      const Mention* mention = scene_.actors.at(i - 1);
      if (mention != nullptr && mention->possessive) return mention;
      if (scene_.token(i - 1).kind == TokenKind::kPunctuation || is_a(lower(i - 1), WordClass::kPreposition)) return nullptr;
    }
    return nullptr;
  }

  const Scene& scene_;
  std::uint32_t at_;
  Tokens sentence_;
};

}  // namespace

std::size_t first_site_from(const std::vector<CueSite>& sites, std::uint32_t token) {
  const auto found = std::lower_bound(sites.begin(), sites.end(), token, [](const CueSite& site, std::uint32_t at) { return site.tokens.first < at; });
  return static_cast<std::size_t>(found - sites.begin());
}

std::vector<CueSite> find_sites(const Scene& scene) {
  std::vector<CueSite> sites;
  for (std::uint32_t at = 0; at < scene.text.size(); ++at) {
    if (scene.quoted(at) || scene.token(at).kind != TokenKind::kWord) continue;
    const std::optional<CueSite> site = SiteFinder(scene, at).run();
    if (!site) continue;
    sites.push_back(*site);
    at = site->tokens.last - 1;
  }
  return sites;
}

}  // namespace modus::reading

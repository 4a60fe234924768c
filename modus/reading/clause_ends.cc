#include "modus/reading/clause_ends.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace modus::reading {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

bool is_final(const Token& token) { return token.lower == "." || token.lower == "?" || token.lower == "!"; }

bool is_clause_link(std::string_view word) {
  return word == "and" || word == "but" || word == "yet" || word == "while" || word == "although" || word == "though" || word == "whereas" || word == "with" || word == "even" ||
         word == "as" || word == "after" || word == "before";
}

/// ", leaving negotiators with little room": what came of it, in the report's own voice.
bool is_outcome(const Scene& scene, std::uint32_t at) {
  static const std::unordered_set<std::string_view> kWords = {"leaving", "making", "raising", "forcing", "prompting", "putting", "ending", "giving", "paving", "dashing", "setting", "opening", "bringing",
                                                              "marking", "deepening", "fuelling", "fueling", "sparking", "drawing", "casting", "throwing", "increasing", "reducing", "clearing"};
  return !scene.quoted(at) && kWords.count(scene.lower(at)) > 0;
}

}  // namespace

ClauseEnds::ClauseEnds(const Scene& scene, const std::vector<CueSite>& sites, const std::vector<Subject>& subjects)
    : scene_(scene), sites_(sites), subjects_(subjects), site_at_(scene.text.size() + 1, kNone), speaker_at_(scene.text.size() + 1, kNone) {
  for (std::uint32_t i = 0; i < sites.size(); ++i) {
    for (std::uint32_t at = sites[i].verb_first; at < sites[i].tokens.first + 1; ++at) site_at_[at] = i;
    if (!subjects[i].tokens.empty() && !subjects[i].right) speaker_at_[subjects[i].tokens.first] = i;
  }
}

bool ClauseEnds::is_verb(std::uint32_t at) const {
  if (scene_.quoted(at)) return false;
  if (is_a(scene_.lower(at), WordClass::kAuxiliary)) return true;
  const std::uint32_t site = at < site_at_.size() ? site_at_[at] : kNone;
  return site != kNone && sites_[site].form != CueForm::kNominal && sites_[site].form != CueForm::kAccordingTo;
}

bool ClauseEnds::participle_follows(std::uint32_t at) const {
  const std::uint32_t site = at < site_at_.size() ? site_at_[at] : kNone;
  if (site == kNone) return false;
  return sites_[site].form == CueForm::kParticiple || sites_[site].form == CueForm::kAccordingTo;
}

/// Within a few words: a subject with a cue of its own.
bool ClauseEnds::new_speaker_follows(std::uint32_t at, Tokens sentence) const {
  if (at < sentence.last && is_a(scene_.lower(at), WordClass::kRelative)) return false;
  for (std::uint32_t i = at; i < std::min(at + 4, sentence.last); ++i) {
    const std::uint32_t site = speaker_at_[i];
    if (site != kNone && sites_[site].form == CueForm::kFinite && sites_[site].verb_first >= i) return true;
    if (scene_.token(i).kind == TokenKind::kOpenQuote) return false;
  }
  return false;
}

bool ClauseEnds::ends_at_comma(std::uint32_t comma, Tokens sentence) const {
  std::uint32_t next = comma + 1;
  if (next >= sentence.last) return true;
  if (participle_follows(next) || is_outcome(scene_, next)) return true;
  if (site_at_[next] != kNone && sites_[site_at_[next]].form == CueForm::kFinite) return true;   // "Egypt, which fears it, said ..."
  if (is_clause_link(scene_.lower(next))) {
    ++next;
    if (next < sentence.last && participle_follows(next)) return true;
    if (next < sentence.last && site_at_[next] != kNone && sites_[site_at_[next]].form == CueForm::kFinite && subjects_[site_at_[next]].inherited) return true;
  }
  return new_speaker_follows(next, sentence) || new_clause_follows(comma, sentence);
}

/// ", but those plans remain ...": a clause of the report's own, with a verb soon after its link.
bool ClauseEnds::new_clause_follows(std::uint32_t comma, Tokens sentence) const {
  const std::string& word = scene_.lower(comma + 1);
  if (word != "but" && word != "yet" && word != "though" && word != "although") return false;
  for (std::uint32_t i = comma + 3; i < std::min(sentence.last, comma + 12); ++i) {
    if (scene_.lower(i) == "," || scene_.token(i).kind == TokenKind::kOpenQuote) return false;
    if (is_verb(i) || (verb_lemma(scene_.lower(i)) != scene_.lower(i) && is_verb_form(scene_.lower(i)))) return true;
  }
  return false;
}

/// "and then, on Friday, refused": over what may stand between the link and its verb.
std::uint32_t ClauseEnds::past_adverbials(std::uint32_t at, Tokens sentence) const {
  const std::uint32_t limit = std::min(sentence.last, at + 8);
  std::uint32_t next = at;
  while (next < limit && site_at_[next] == kNone) {
    const std::string& word = scene_.lower(next);
    if (!scene_.is_date(next) && !is_adverb(word) && word != "," && word != "on" && word != "in") break;
    ++next;
  }
  return next < limit && site_at_[next] != kNone ? next : at;
}

/// "rejected the plan and demanded ...": a second cue with the same subject.
bool ClauseEnds::ends_at_coordinator(std::uint32_t at, Tokens sentence, std::uint32_t first) const {
  const std::uint32_t next = past_adverbials(at + 1, sentence);
  if (next >= sentence.last || at <= first) return false;
  const std::uint32_t site = site_at_[next];
  if (site != kNone && sites_[site].form == CueForm::kFinite && subjects_[site].inherited) return true;
  if (participle_follows(next) && sites_[site].form == CueForm::kParticiple) return true;
  return new_speaker_follows(next, sentence);
}

std::uint32_t ClauseEnds::end_of(std::uint32_t first, Tokens sentence) const {
  std::uint32_t at = first;
  for (; at < sentence.last; ++at) {
    if (scene_.quoted(at)) continue;
    const std::string& word = scene_.lower(at);
    if (word == ";" || (word == "," && ends_at_comma(at, sentence))) break;
    if ((word == "and" || word == "but") && ends_at_coordinator(at, sentence, first)) break;
    if (scene_.token(at).kind == TokenKind::kDash && (participle_follows(at + 1) || new_speaker_follows(at + 1, sentence))) break;
  }
  while (at > first && (is_final(scene_.token(at - 1)) || (scene_.lower(at - 1) == "," && !scene_.quoted(at - 1)))) --at;
  return at;
}

std::uint32_t ClauseEnds::start_before(std::uint32_t last, Tokens sentence) const {
  std::uint32_t at = last;
  while (at > sentence.first) {
    if (!scene_.quoted(at - 1) && scene_.lower(at - 1) == ";") break;
    --at;
  }
  while (at < last && (scene_.lower(at) == "but" || scene_.lower(at) == "and" || scene_.lower(at) == "yet" || scene_.lower(at) == ",")) ++at;
  return at;
}

}  // namespace modus::reading

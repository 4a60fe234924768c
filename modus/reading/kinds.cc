#include "modus/reading/kinds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "modus/reading/closeness.h"
#include "modus/reading/data_table.h"
#include "modus/reading/phrases.h"
#include "modus/reading/reading_words.h"

namespace modus::reading {
namespace {

constexpr std::string_view kTable =
#include "data_stances.inc"
    ;

struct StanceRow {
  ReadKind kind = ReadKind::kClaim;
  bool red_line = false, conditional = false, own = false;
};

const std::vector<StanceRow>& stance_rows() {
  static const std::vector<StanceRow> kRows = [] {
    std::vector<StanceRow> rows;
    for_each_row(kTable, [&](const Row& row) {
      StanceRow made;
      made.kind = read_kind_of(row[1]).value_or(ReadKind::kClaim);
      for_each_item(row[2], [&](std::string_view mark) {
        made.red_line |= mark == "red_line";
        made.conditional |= mark == "conditional";
        made.own |= mark == "own";
      });
      rows.push_back(made);
    });
    return rows;
  }();
  return kRows;
}

bool negated_before(const Scene& scene, std::uint32_t at, std::uint32_t first) {
  for (std::uint32_t i = at; i > first && at - i < 3; --i) {
    const std::string& word = scene.lower(i - 1);
    if (is_a(word, WordClass::kNegation) && word != "no") return true;
    if (!is_adverb(word) && !is_a(word, WordClass::kAuxiliary) && word != "to") return false;
  }
  return false;
}

bool has_word(const Scene& scene, Tokens range, std::initializer_list<std::string_view> words) {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (std::find(words.begin(), words.end(), scene.lower(at)) != words.end()) return true;
  }
  return false;
}

struct Stance {
  StanceRow row;
  Tokens tokens;
};

/// "any cut the growers accept": an actor within the content whose act it is.
bool is_of_another(const Scene& scene, std::uint32_t at, std::uint32_t first) {
  while (at > first && (is_adverb(scene.lower(at - 1)) || is_a(scene.lower(at - 1), WordClass::kAuxiliary))) --at;
  const Mention* mention = at > first ? scene.actors.ending_at(at) : nullptr;
  return mention != nullptr && mention->how != Reference::kAdjective && mention->how != Reference::kPronoun && !mention->possessive && mention->tokens.first > first + 1;
}

std::optional<Stance> first_stance(const Scene& scene, Tokens content, bool own) {
  static const PhraseTable kPhrases(kTable);
  for (std::uint32_t at = content.first; at < content.last; ++at) {
    const auto match = kPhrases.match(scene, at, content.last);
    if (!match) continue;
    StanceRow row = stance_rows()[match->row];
    if (row.own && (!own || is_of_another(scene, match->tokens.first, content.first))) continue;
    const bool flips = row.own && negated_before(scene, at, content.first);
    if (flips && row.kind == ReadKind::kReject) continue;
    if (flips) row.kind = ReadKind::kReject;
    return Stance{row, match->tokens};
  }
  return std::nullopt;
}

void note_flags(const Scene& scene, Tokens content, KindReading& made) {
  made.flags.conditional |= has_word(scene, content, {"if", "unless", "provided"});
  made.flags.uncertain |= has_word(scene, content, {"may", "might", "could", "possibly", "perhaps"});
}

/// "on any terms", "at any price".
bool has_no_price(const Scene& scene, Tokens content) {
  for (std::uint32_t at = content.first; at + 1 < content.last; ++at) {
    if (scene.lower(at) != "any") continue;
    const std::string& next = scene.lower(at + 1);
    if (next == "terms" || next == "price" || next == "circumstances" || next == "conditions") return true;
  }
  return false;
}

/// "no first stage without the pilots".
std::optional<Stance> no_without(const Scene& scene, Tokens content) {
  for (std::uint32_t at = content.first; at < content.last; ++at) {
    if (scene.lower(at) != "no" && scene.lower(at) != "nothing") continue;
    for (std::uint32_t i = at + 1; i < std::min(content.last, at + 9); ++i) {
      if (scene.lower(i) == "without" || scene.lower(i) == "until" || scene.lower(i) == "unless") return Stance{{ReadKind::kDemand, true, true, false}, {at, i + 1}};
    }
  }
  return std::nullopt;
}

void take_closeness(const ClosenessReading& closeness, KindReading& made) {
  made.kind = ReadKind::kAssessment;
  made.others = {ReadKind::kClaim};
  made.closeness = closeness.closeness;
  made.sure = closeness.strong;
}

/// "believes", "describes": a judgment about the talks is an assessment, one about anything else a claim.
bool judges(std::string_view verb) {
  static constexpr std::array<std::string_view, 18> kVerbs = {"believe", "think", "fear", "hope", "expect", "doubt", "call", "describe", "portray", "characterise", "characterize", "view", "see", "consider", "judge", "question", "caution", "convinced"};
  return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

bool has_deal_noun(const Scene& scene, Tokens range) {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (is_a(scene.lower(at), WordClass::kDealNoun)) return true;
  }
  return false;
}

/// A cue that says its kind by itself, turned round by a negation.
void take_cue(const CueSite& site, KindReading& made) {
  const Cue& cue = *site.cue;
  made.kind = cue.kind;
  made.sure = !cue.weak;
  if (!site.negated) return;
  if (cue.kind == ReadKind::kReject) made.kind = ReadKind::kClaim;
  if (cue.kind == ReadKind::kAccept || cue.kind == ReadKind::kOffer) made.kind = site.modal_not || site.cue->adjective ? ReadKind::kReject : ReadKind::kClaim;
  if (cue.kind == ReadKind::kDemand) made.kind = ReadKind::kClaim;
  if (made.kind == ReadKind::kClaim && cue.kind != ReadKind::kClaim) made.others.push_back(cue.kind == ReadKind::kReject ? ReadKind::kOffer : ReadKind::kReject);
}

bool is_no_comment(const Scene& scene, const CueSite& site, Tokens content) {
  const std::string_view verb = site.cue->verb;
  if (verb != "decline" && verb != "refuse") return false;
  return !content.empty() && has_word(scene, {content.first, std::min(content.first + 2, content.last)}, {"comment", "say", "discuss", "answer", "elaborate", "confirm", "specify", "respond", "be", "disclose", "name", "speculate"});
}

/// What a neutral verb reports is of the kind its words are.
void take_content(const Scene& scene, const Content& content, bool own, KindReading& made) {
  const KindReading inner = kind_of_content(scene, content.tokens, own);
  if (inner.kind == ReadKind::kClaim) return;
  const ReadKind before = made.kind;
  made.kind = inner.kind;
  made.others = inner.others;
  made.closeness = inner.closeness;
  made.stance = inner.stance;
  made.sure = inner.sure;
  made.flags.red_line |= inner.flags.red_line;
  made.flags.conditional |= inner.flags.conditional;
  if (before != ReadKind::kClaim && before != inner.kind) made.others.push_back(before);
}

/// "flatly rejected": said so as to leave no room.
bool is_absolute(const Scene& scene, const CueSite& site) {
  return has_word(scene, {site.verb_first, std::min(site.tokens.last + 2, scene.text.size())}, {"flatly", "categorically", "outright", "absolutely", "firmly", "unequivocally", "never", "altogether", "point-blank"});
}

bool is_hope(std::string_view verb) {
  return verb == "hope" || verb == "expect" || verb == "fear" || verb == "believe" || verb == "think" || verb == "doubt" || verb == "predict" || verb == "warn" || verb == "caution";
}

}  // namespace

KindReading kind_of_content(const Scene& scene, Tokens content, bool own) {
  KindReading made;
  note_flags(scene, content, made);
  const auto closeness = closeness_of(scene, content);
  auto stance = first_stance(scene, content, own);
  if (!stance) stance = no_without(scene, content);
  const bool told = closeness && (closeness->strong || closeness->of_deal);
  if (told && (!stance || (closeness->strong && closeness->at < stance->tokens.first))) {
    take_closeness(*closeness, made);
    return made;
  }
  if (!stance) {
    made.sure = false;
    return made;
  }
  made.kind = stance->row.kind;
  made.flags.red_line = stance->row.red_line || (made.kind == ReadKind::kReject && has_no_price(scene, content));
  made.stance = stance->tokens;
  made.flags.conditional |= stance->row.conditional;
  if (made.kind == ReadKind::kOffer && made.flags.conditional) made.others.push_back(ReadKind::kAccept);
  if (made.kind == ReadKind::kAccept && stance->row.conditional) made.others.push_back(ReadKind::kOffer);
  if (told) made.others.push_back(ReadKind::kAssessment);
  return made;
}

KindReading kind_of(const Scene& scene, const CueSite& site, const Content& content, bool own) {
  KindReading made;
  if (site.cue == nullptr) {
    const NominalCue* noun = nominal_cue(scene.lower(site.tokens.first));
    made.kind = noun == nullptr ? ReadKind::kClaim : noun->kind;
    return made;
  }
  note_flags(scene, content.tokens, made);
  made.flags.uncertain |= site.hedged && site.cue->kind != ReadKind::kReject;
  take_cue(site, made);
  made.flags.accusation = site.cue->accusation;
  made.flags.denial = site.cue->denial && !site.negated;
  made.flags.threat = site.cue->threat;
  if (is_no_comment(scene, site, content.tokens)) {
    made.kind = ReadKind::kClaim;
    made.flags.no_comment = true;
    return made;
  }
  const bool infinitive = site.cue->verb == "vote";
  if (site.cue->carrier && (content.clause || content.direct || infinitive) && !site.negated) take_content(scene, content, own, made);
  if (site.cue->verb == "insist" && made.kind == ReadKind::kDemand && content.clause && !made.stance) {
    made.kind = ReadKind::kClaim;
    made.others = {ReadKind::kDemand};
  }
  if (made.kind == ReadKind::kClaim && !made.flags.accusation && !made.flags.denial) {
    const auto closeness = closeness_of(scene, content.tokens);
    if (closeness && closeness->strong && (closeness->of_deal || site.cue->carrier)) take_closeness(*closeness, made);
  }
  if (made.kind == ReadKind::kAssessment && !made.closeness && judges(site.cue->verb) && !closeness_of(scene, content.tokens) && !has_deal_noun(scene, content.tokens)) {
    const KindReading named = kind_of_content(scene, content.tokens, true);   // "calling it unacceptable"
    made.kind = named.kind == ReadKind::kReject ? ReadKind::kReject : ReadKind::kClaim;
    made.others.push_back(ReadKind::kAssessment);
  }
  if (made.kind == ReadKind::kAssessment && !made.closeness) {
    const auto closeness = closeness_of(scene, content.tokens);
    if (closeness) made.closeness = closeness->closeness;
    if (std::find(made.others.begin(), made.others.end(), ReadKind::kClaim) == made.others.end()) made.others.push_back(ReadKind::kClaim);
    if (!closeness && is_hope(site.cue->verb)) made.closeness = Closeness::kUncertain;
  }
  const bool insists = site.cue->verb == "insist" && content.clause && made.stance && has_word(scene, content.tokens, {"must", "any"});
  const bool rules_out = site.cue->verb == "rule" && !site.negated && !site.hedged;
  made.flags.red_line |= (made.kind == ReadKind::kDemand && insists) || rules_out;
  made.flags.red_line |= made.kind == ReadKind::kReject && site.cue->kind == ReadKind::kReject && is_absolute(scene, site);
  if (site.hedged && made.kind == ReadKind::kAccept) {
    // "would accept it if": an assent that is still held out is an offer.
    made.kind = made.flags.conditional ? ReadKind::kOffer : ReadKind::kAccept;
    made.others.push_back(made.flags.conditional ? ReadKind::kAccept : ReadKind::kOffer);
  }
  return made;
}

}  // namespace modus::reading

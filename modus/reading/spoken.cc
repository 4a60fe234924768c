#include "modus/reading/spoken.h"

#include <algorithm>
#include <utility>

#include "modus/reading/loose_quotations.h"
#include "modus/reading/nesting.h"

namespace modus::reading {
namespace {

/// Builds the statements of a scene, cue by cue.
class Assembler {
 public:
  explicit Assembler(const Scene& scene)
      : scene_(scene), sites_(find_sites(scene)), subjects_(find_subjects(scene, sites_)), contents_(find_contents(scene, sites_, subjects_)), used_(sites_.size(), false) {}

  std::vector<Spoken> run() {
    for (std::size_t i = 0; i < sites_.size(); ++i) {
      settle_pronoun(i);
      if (used_[i] || !is_statement(i)) continue;
      build(i);
    }
    return std::move(made_);
  }

 private:
  /// "He said": where the text left it open, the voice that spoke last.
  void settle_pronoun(std::size_t i) {
    Subject& subject = subjects_[i];
    if (subject.pronoun && !subject.actor) subject.actor = last_speaker_;
  }

  bool is_statement(std::size_t i) const {
    const Subject& subject = subjects_[i];
    const Content& content = contents_[i];
    if (!subject.known() || content.tokens.empty() || is_supposed(i) || is_wish_for_silence(content.tokens)) return false;
    const CueSite& site = sites_[i];
    if (site.cue == nullptr) return subject.actor.has_value() && content.tokens.size() > 2;
    if (site.cue->weak && !subject.actor) return false;
    if (subject.plain && !(site.cue->carrier && content.clause)) return false;
    if (subject.pronoun && !subject.actor && subject.tokens.empty()) return false;
    return !site.cue->weak || content.tokens.size() > 1;
  }

  /// "who asked not to be named": about the report, not the talks.
  bool is_wish_for_silence(Tokens content) const {
    if (content.size() < 2 || scene_.lower(content.first) != "be") return false;
    const std::string& word = scene_.lower(content.first + 1);
    return word == "named" || word == "identified" || word == "quoted";
  }

  /// "If the union accepted": nobody has done so.
  bool is_supposed(std::size_t i) const {
    const std::uint32_t first = subjects_[i].tokens.empty() ? sites_[i].verb_first : std::min(subjects_[i].tokens.first, sites_[i].verb_first);
    if (first == 0 || scene_.text.tokens[first - 1].sentence != scene_.token(first).sentence) return false;
    const std::string& word = scene_.lower(first - 1);
    return word == "if" || word == "unless" || word == "whether" || word == "once" || word == "until";
  }

  /// Cues within the content of this one say nothing of their own.
  void consume(std::size_t i) {
    const Tokens content = contents_[i].tokens;
    for (std::size_t j = first_site_from(sites_, content.first); j < sites_.size() && sites_[j].tokens.first < content.last; ++j) {
      if (j != i && content.contains(sites_[j].tokens)) used_[j] = true;
    }
  }

  Spoken outline(std::size_t i) const {
    Spoken made;
    const CueSite& site = sites_[i];
    made.speaker = subjects_[i].actor;
    made.speaker_tokens = subjects_[i].tokens;
    made.cue = site.tokens;
    made.content = contents_[i].tokens;
    made.direct = contents_[i].direct;
    made.addressee = contents_[i].addressee;
    made.span = span_of(i);
    return made;
  }

  Tokens span_of(std::size_t i) const {
    const CueSite& site = sites_[i];
    Tokens span = site.tokens;
    if (site.form != CueForm::kNominal) span.first = site.verb_first;
    const auto widen = [&](Tokens part) {
      if (part.empty()) return;
      span.first = std::min(span.first, part.first);
      span.last = std::max(span.last, part.last);
    };
    widen(subjects_[i].tokens);
    Tokens content = contents_[i].tokens;
    if (contents_[i].direct && content.first > 0) content = scene_.quotations[scene_.quotation_of[content.first]].with_marks;
    widen(content);
    return span;
  }

  void build(std::size_t i) {
    const Nesting nesting = find_nesting(scene_, sites_, subjects_, contents_, i);
    Spoken made = outline(i);
    if (nesting.inner && nesting.other_party) {
      made = nested(i, *nesting.inner);
    } else if (nesting.told_of) {
      made.speaker = nesting.told_of;
      made.speaker_tokens = nesting.told_tokens;
      made.reading = kind_of_content(scene_, made.content, true);
    } else if (nesting.inner) {
      made.reading = kind_of(scene_, sites_[*nesting.inner], contents_[*nesting.inner], true);
    } else {
      made.reading = kind_of(scene_, sites_[i], contents_[i], speaks_of_own_side(scene_, subjects_[i].actor, contents_[i].tokens));
    }
    if (subjects_[i].thing && lets_infer(i)) take_inference(made);
    note_layer(i, made, nesting);
    if (sites_[i].form == CueForm::kAccordingTo && subjects_[i].plain) take_document(made);
    consume(i);
    if (made.speaker) last_speaker_ = made.speaker;
    made_.push_back(std::move(made));
  }

  /// A statement of the inner party, told by the outer voice.
  Spoken nested(std::size_t outer, std::size_t inner) const {
    Spoken made = outline(inner);
    made.span = span_of(outer);
    made.reading = kind_of(scene_, sites_[inner], contents_[inner], true);
    made.reading.flags.reported = true;
    AttributionLayer layer;
    layer.actor = subjects_[outer].actor;
    layer.tokens = subjects_[outer].tokens.empty() ? sites_[outer].tokens : subjects_[outer].tokens;
    layer.type = layer_type(outer);
    made.attribution.push_back(layer);
    return made;
  }

  /// "Her remarks suggest that": what the report infers from somebody's words is its own judgment.
  bool lets_infer(std::size_t i) const {
    const std::string_view verb = sites_[i].cue == nullptr ? std::string_view() : sites_[i].cue->verb;
    return verb == "suggest" || verb == "indicate" || verb == "signal" || verb == "imply";
  }

  static void take_inference(Spoken& made) {
    made.speaker = std::nullopt;
    made.speaker_tokens = {};
    made.reading.kind = ReadKind::kAssessment;
    made.reading.others = {ReadKind::kClaim};
  }

  /// "according to an internal memo": the memo's words are about whom they begin with.
  void take_document(Spoken& made) const {
    made.attribution.back().type = AttributionType::kDocument;
    made.speaker_tokens = {};
    const Mention* mention = scene_.actors.at(made.content.first);
    if (mention == nullptr && made.content.size() > 1) mention = scene_.actors.at(made.content.first + 1);
    if (mention == nullptr || mention->how == Reference::kAdjective) return;
    made.speaker = mention->actor;
    made.speaker_tokens = mention->tokens;
  }

  AttributionType layer_type(std::size_t i) const {
    if (subjects_[i].unnamed) return AttributionType::kAnonymous;
    return sites_[i].form == CueForm::kAccordingTo ? AttributionType::kAccordingTo : AttributionType::kReportedBy;
  }

  /// "According to X" is a layer even where X's own words are all there is.
  void note_layer(std::size_t i, Spoken& made, const Nesting& nesting) const {
    const bool layered = sites_[i].form == CueForm::kAccordingTo || subjects_[i].unnamed;
    if (!layered || (nesting.inner && nesting.other_party)) return;
    AttributionLayer layer;
    layer.actor = subjects_[i].actor;
    layer.tokens = {sites_[i].form == CueForm::kAccordingTo ? sites_[i].tokens.first : subjects_[i].tokens.first, std::max(subjects_[i].tokens.last, sites_[i].form == CueForm::kAccordingTo ? sites_[i].tokens.last : 0U)};
    layer.type = layer_type(i);
    made.attribution.push_back(layer);
    made.reading.flags.reported = true;
  }

  const Scene& scene_;
  std::vector<CueSite> sites_;
  std::vector<Subject> subjects_;
  std::vector<Content> contents_;
  std::vector<bool> used_;
  std::vector<Spoken> made_;
  std::optional<ActorIndex> last_speaker_;
};

bool by_place(const Spoken& a, const Spoken& b) { return std::pair(a.span.first, a.span.last) < std::pair(b.span.first, b.span.last); }

}  // namespace

std::vector<Spoken> find_spoken(const Scene& scene) {
  std::vector<Spoken> all = Assembler(scene).run();
  std::stable_sort(all.begin(), all.end(), by_place);
  add_loose_quotations(scene, all);
  std::stable_sort(all.begin(), all.end(), by_place);
  return all;
}

}  // namespace modus::reading

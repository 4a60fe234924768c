// Who said what: the model's statements beside those of the built-in reading.
#include <algorithm>

#include "modus/model_reader/entering.h"

namespace modus::model_reader {
namespace {

using reading::ActorIndex;
using reading::ReadKind;
using reading::ReadMode;
using reading::ReadStatement;

/// Kinds that bind the speaker: they need a word that shows them.
bool is_position(ReadKind kind) { return kind != ReadKind::kClaim && kind != ReadKind::kAssessment; }

/// The place within the evidence if there is one, else the first in the sentence.
std::optional<Passage> place_near(const Evidence& evidence, std::size_t sentence, Span within, const std::string& words) {
  const std::vector<Span> all = evidence.all_in(sentence, words);
  if (all.empty()) return std::nullopt;
  const auto inside =
      std::find_if(all.begin(), all.end(), [&](Span span) { return within.begin <= span.begin && span.end <= within.end; });
  return evidence.passage(inside == all.end() ? all.front() : *inside);
}

/// Whether the words for the speaker are, as the built-in reading has it, somebody else's name.
bool names_another(const Reading& reading, ActorIndex speaker, const Passage& surface) {
  bool another = false;
  for (const ActorIndex i : reading.actors.indices()) {
    for (const reading::ActorMention& mention : reading.actors[i].mentions) {
      if (common_of_shorter(mention.passage, surface) == 0) continue;
      if (i == speaker) return false;
      another = another || mention.how != reading::MentionKind::kNominal;
    }
  }
  return another;
}

ReadMode mode_of(const Reading& reading, const Passage& content) {
  ReadMode mode = ReadMode::kIndirect;
  for (const reading::ReadQuote& quote : reading.quotes) {
    if (common_share(quote.passage, content) > 0.8) return ReadMode::kDirect;
    if (common_of_shorter(quote.passage, content) > 0) mode = ReadMode::kMixed;
  }
  return mode;
}

std::vector<reading::Attribution> layers_of(const std::vector<std::string>& keys, std::size_t sentence,
                                            const Entering& entering) {
  std::vector<reading::Attribution> layers;
  for (const std::string& key : keys) {
    const auto actor = entering.actor(key);
    const auto mention = actor ? entering.mention_in(*actor, sentence) : std::nullopt;
    if (mention) layers.push_back({reading::AttributionType::kReportedBy, actor, *mention});
  }
  return layers;
}

/// Puts speaker and cue into the statement; false where their words are not in the sentence or are another's name.
bool set_voice(const AnswerStatement& asked, std::size_t sentence, Span evidence, const Entering& entering, ReadStatement& made) {
  if (asked.cue) {
    made.cue = place_near(entering.evidence, sentence, evidence, *asked.cue);
    if (!made.cue) return false;
  }
  if (is_position(asked.kind) && !made.cue) return false;
  if (asked.speaker == "author") return true;
  made.speaker = entering.actor(asked.speaker);
  if (!made.speaker) return false;
  if (!asked.surface) return true;
  made.speaker_passage = place_near(entering.evidence, sentence, evidence, *asked.surface);
  return made.speaker_passage && !names_another(entering.reading, *made.speaker, *made.speaker_passage);
}

/// The statement with its passages; none where its evidence does not hold.
std::optional<ReadStatement> verified(const AnswerStatement& asked, const Entering& entering) {
  if (asked.sentence == 0 || asked.sentence > entering.evidence.size()) return std::nullopt;
  const std::size_t sentence = asked.sentence - 1;
  const std::optional<Span> evidence = entering.evidence.once_in(sentence, asked.evidence);
  ReadStatement made;
  if (!evidence || !set_voice(asked, sentence, *evidence, entering, made)) return std::nullopt;
  made.from_model = true;
  made.confidence = kModelConfidence;
  made.kind = asked.kind;
  made.passage = entering.evidence.passage(*evidence);
  made.content = place_near(entering.evidence, sentence, *evidence, asked.content).value_or(made.passage);
  made.mode = mode_of(entering.reading, made.content);
  made.issues = entering.issues_of(asked.issues);
  made.attribution = layers_of(asked.via, sentence, entering);
  made.date = entering.date_in(asked.date, sentence);
  made.flags.red_line = asked.red_line && (asked.kind == ReadKind::kDemand || asked.kind == ReadKind::kReject);
  return made;
}

bool same_voice(const ReadStatement& a, const ReadStatement& b) { return a.speaker == b.speaker; }

/// The statement of the reading that says the same words; of several the one with the most in common.
ReadStatement* find_same(Reading& reading, const ReadStatement& made) {
  ReadStatement* best = nullptr;
  double most = 0.5;
  for (ReadStatement& other : reading.statements) {
    const double contents = common_share(other.content, made.content);
    const bool alike = other.kind == made.kind && same_voice(other, made) && common_of_shorter(other.content, made.content) > 0.8;
    const double common = std::max({contents, contents > 0 ? common_share(other.passage, made.passage) : 0, alike ? 0.8 : 0});
    if (common < most) continue;
    most = common;
    best = &other;
  }
  return best;
}

bool belong_together(const Reading& reading, ActorIndex a, ActorIndex b) {
  return reading.actors[a].affiliation == b || reading.actors[b].affiliation == a;
}

/// Notes where the model differs from a statement of the built-in reading; that stays as it is.
bool question(const Reading& reading, const ReadStatement& made, ReadStatement& other) {
  bool differs = false;
  const auto knows = [](const auto& list, const auto& item) { return std::find(list.begin(), list.end(), item) != list.end(); };
  if (made.kind != other.kind && !knows(other.other_kinds, made.kind)) {
    other.other_kinds.push_back(made.kind);
    differs = true;
  }
  if (!same_voice(made, other) && !(made.speaker && other.speaker && belong_together(reading, *made.speaker, *other.speaker))) {
    differs = differs || !made.speaker || !knows(other.other_speakers, *made.speaker);
    if (made.speaker && !knows(other.other_speakers, *made.speaker)) other.other_speakers.push_back(*made.speaker);
  }
  differs = differs || (made.flags.red_line && !other.flags.red_line);
  if (differs) other.confidence = std::min(other.confidence, kDisputedConfidence);
  return differs;
}

}  // namespace

void enter_statements(const std::vector<AnswerStatement>& statements, Entering& entering) {
  for (const AnswerStatement& asked : statements) {
    std::optional<ReadStatement> made = verified(asked, entering);
    ReadStatement* same = made ? find_same(entering.reading, *made) : nullptr;
    if (!made || (same != nullptr && same->from_model)) {
      ++entering.counts.dropped;
    } else if (same == nullptr) {
      entering.reading.statements.push_back(std::move(*made));
      ++entering.counts.entered;
    } else if (question(entering.reading, *made, *same)) {
      ++entering.counts.questioned;
    } else {
      ++entering.counts.agreed;
    }
  }
}

}  // namespace modus::model_reader

#include "modus/reading/loose_quotations.h"

#include <algorithm>

#include "modus/reading/nesting.h"

namespace modus::reading {
namespace {

std::uint32_t block_of(const Scene& scene, std::uint32_t token) { return scene.text.sentences[scene.token(token).sentence].block; }

bool is_held(const std::vector<Spoken>& all, const Quotation& quotation) {
  return std::any_of(all.begin(), all.end(), [&](const Spoken& spoken) { return spoken.span.overlaps(quotation.inside); });
}

/// The last statement that ends before `token`; later statements of a sentence hold earlier words.
const Spoken* last_before(const std::vector<Spoken>& all, std::uint32_t token) {
  const Spoken* best = nullptr;
  for (const Spoken& spoken : all) {
    if (spoken.span.last <= token && spoken.speaker && (best == nullptr || spoken.span.last >= best->span.last)) best = &spoken;
  }
  return best;
}

/// "Ruiz: “We stay.”"
const Mention* named_before_colon(const Scene& scene, const Quotation& quotation) {
  const std::uint32_t at = quotation.with_marks.first;
  if (at < 2 || scene.lower(at - 1) != ":") return nullptr;
  const Mention* mention = scene.actors.ending_at(at - 1);
  return mention != nullptr && mention->how != Reference::kAdjective ? mention : nullptr;
}

/// A subject in the words that lead to a colon: "Her answer was short: “No.”"
std::optional<ActorIndex> subject_of_sentence(const Scene& scene, const Quotation& quotation) {
  const Tokens sentence = scene.sentence_of(quotation.with_marks.first);
  for (std::uint32_t at = sentence.first; at < quotation.with_marks.first; ++at) {
    const Mention* mention = scene.actors.at(at);
    if (mention != nullptr && mention->how != Reference::kAdjective) return mention->actor;
  }
  return std::nullopt;
}

std::optional<ActorIndex> voice_of(const Scene& scene, const std::vector<Spoken>& all, const Quotation& quotation) {
  const std::uint32_t first = quotation.with_marks.first;
  if (const Mention* named = named_before_colon(scene, quotation); named != nullptr) return named->actor;
  if (first > 0 && scene.lower(first - 1) == ":") return subject_of_sentence(scene, quotation);
  const Spoken* before = last_before(all, first);
  if (before == nullptr) return std::nullopt;
  const std::uint32_t here = block_of(scene, first);
  const std::uint32_t there = block_of(scene, before->span.first);
  if (here == there) return before->speaker;
  const bool opens = scene.text.sentences[scene.token(first).sentence].starts_block && scene.sentence_of(first).first == first;
  return opens && here == there + 1 ? before->speaker : std::nullopt;
}

}  // namespace

KindReading kind_of_quotation(const Scene& scene, std::optional<ActorIndex> speaker, Tokens inside) {
  return kind_of_content(scene, inside, speaks_of_own_side(scene, speaker, inside));
}

void add_loose_quotations(const Scene& scene, std::vector<Spoken>& all) {
  for (const Quotation& quotation : scene.quotations) {
    if (!quotation.whole || is_held(all, quotation)) continue;
    const auto voice = voice_of(scene, all, quotation);
    if (!voice) continue;
    Spoken made;
    made.speaker = voice;
    made.content = quotation.inside;
    made.span = quotation.with_marks;
    made.direct = true;
    made.reading = kind_of_quotation(scene, voice, quotation.inside);
    all.push_back(std::move(made));
  }
}

}  // namespace modus::reading

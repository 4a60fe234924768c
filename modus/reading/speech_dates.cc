#include "modus/reading/speech_dates.h"

namespace modus::reading {
namespace {

std::optional<std::uint32_t> date_in(const Scene& scene, Tokens range, Tokens without) {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (scene.is_date(at) && !without.contains(at)) return scene.date_of[at];
  }
  return std::nullopt;
}

}  // namespace

std::optional<SpeechDate> date_of_speech(const Scene& scene, const Spoken& spoken) {
  if (spoken.span.empty()) return std::nullopt;
  const Tokens sentence = scene.sentence_of(spoken.cue.empty() ? spoken.span.first : spoken.cue.first);
  if (!spoken.cue.empty()) {
    if (const auto near = date_in(scene, spoken.span, spoken.content)) return SpeechDate{*near, false, false};
    if (const auto lead = date_in(scene, {sentence.first, spoken.cue.first}, spoken.content)) return SpeechDate{*lead, false, false};
  }
  if (const auto within = date_in(scene, spoken.content, {})) return SpeechDate{*within, true, false};
  return std::nullopt;
}

}  // namespace modus::reading

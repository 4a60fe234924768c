/// \file When something was said.
#pragma once

#include <cstdint>
#include <optional>

#include "modus/reading/spoken.h"

namespace modus::reading {

struct SpeechDate {
  std::uint32_t mention = 0;   ///< into the scene's dates
  bool about = false;          ///< the day of what is spoken of, not of the speaking
  bool inferred = false;       ///< from an earlier sentence of its paragraph
};

/// The day beside the cue; else a day within the content, as what it is about; else the day of the cue's sentence. Nothing
/// where the sentence names no day.
[[nodiscard]] std::optional<SpeechDate> date_of_speech(const Scene& scene, const Spoken& spoken);

}  // namespace modus::reading

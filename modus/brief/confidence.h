/// \file How much the headline can be trusted, apart from how likely it is: from where the statements come,
/// how far the assumptions move the answer, and how much of it is default. A convention, said in the brief;
/// not calibrated.
#pragma once

#include <cstddef>
#include <string_view>

#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/zone.h"

namespace modus::brief {

struct Confidence {
  enum class Level { kLow, kModerate, kHigh };
  Level level = Level::kLow;
  std::size_t statements = 0;  ///< that count
  std::size_t origins = 0;     ///< independent sources behind the statements that count
  int words = 7;               ///< of the likelihood scale that the headline's range touches
  std::size_t settings =
      0;  ///< certainties of statements, wants by issue, no-deal values: all that the answer needs
  std::size_t left_open = 0;  ///< of these, what nobody set, so that a default stands in
};

/// High: five origins or more, two words or fewer, at most 40 % default. Low: fewer than three origins (where
/// there are statements at all), four words or more, or over 80 % default. Otherwise moderate. Wants and
/// no-deal values are those of principals and ratifiers.
[[nodiscard]] Confidence judge_confidence(const case_model::Case& subject,
                                          const case_model::Standing& standing,
                                          const findings::ZoneFinding& zone);
/// "low", "moderate", "high"
[[nodiscard]] std::string_view word_of(Confidence::Level level);

}  // namespace modus::brief

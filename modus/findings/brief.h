/// \file All findings of one run, ready to be told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/findings/blockers.h"
#include "modus/findings/draft.h"
#include "modus/findings/forecast.h"
#include "modus/findings/packages.h"
#include "modus/findings/progress.h"
#include "modus/findings/questions.h"
#include "modus/findings/scenarios.h"
#include "modus/findings/single_text.h"
#include "modus/findings/what_if.h"
#include "modus/findings/zone.h"

namespace modus::findings {

/// What makes a run repeatable.
struct RunRecord {
  std::string version;
  std::string case_sha256;  ///< of the canonical form of the case
  std::uint64_t seed = 1;
  std::size_t scenarios = 4096;
  std::string audience = "team";  ///< "public", a party's id, or "team": who may see what it rests on
};

struct BriefFinding {
  RunRecord run;
  ZoneFinding zone;
  BlockersFinding blockers;
  PackagesFinding packages;
  QuestionsFinding questions;
  std::optional<TextFinding> text;       ///< edits worth trying
  std::optional<ForecastFinding> forecast; ///< where the case says what counts as a deal, and by when
  std::optional<ProgressFinding> progress; ///< where the case has more than one date
  std::optional<DiffFinding> since;      ///< what changed since an earlier state of the case
  std::vector<StatementFinding> statements;
  SamplingReport sampling;
  std::optional<DraftFinding> draft;     ///< of a case drafted from reports
  std::vector<std::string> assumptions;  ///< what was assumed of those nothing is known about, in words
};

}  // namespace modus::findings

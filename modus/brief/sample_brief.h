/// \file A made-up dock strike with findings filled in by hand, for tests of the brief. Only tests include
/// this.
#pragma once

#include "modus/case_model/standing.h"
#include "modus/case_model/test_case.h"
#include "modus/findings/brief.h"

namespace modus::brief {

struct SampleBrief {
  case_model::Case subject;
  case_model::Standing standing;
  findings::BriefFinding finding;
};

[[nodiscard]] SampleBrief sample_brief();

}  // namespace modus::brief

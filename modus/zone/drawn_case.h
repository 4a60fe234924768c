/// \file A case with its scenarios, as every question of this room takes it.
#pragma once

#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/zone/acceptance.h"

namespace modus::zone {

/// References that must outlive the question. `acceptance` joins the other two with scenarios that were drawn
/// without a variation.
struct DrawnCase {
  const case_model::Case& subject;
  const case_model::Standing& standing;
  const Acceptance& acceptance;
};

}  // namespace modus::zone

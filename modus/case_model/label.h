/// \file Labels: who may see an item of a case.
#pragma once

#include <vector>

#include "modus/case_model/ids.h"

namespace modus::case_model {

/// `public`: anybody. `caucus`: the team and the parties named, to whom or by whom it was said in confidence.
/// `team`: the team alone; what carries no label and rests on no source that does.
struct Label {
  enum class Kind { kPublic, kCaucus, kTeam };
  Kind kind = Kind::kTeam;
  std::vector<PartyIndex> parties;  ///< caucus: one or more, sorted; else empty
  friend bool operator==(const Label&, const Label&) = default;
};

}  // namespace modus::case_model

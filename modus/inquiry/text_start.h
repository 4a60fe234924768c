/// \file Which text is talked about. Private to this room.
#pragma once

#include <cstddef>
#include <string>

#include "modus/findings/single_text.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::inquiry {

struct ChosenText {
  findings::TextFinding::Origin origin = findings::TextFinding::Origin::kCommonGround;
  std::string draft;
  std::size_t round = 0, common_terms = 0;
  bool agreed = false;  ///< the round is
  case_model::Package package;
};

/// The draft, where one is named (a precondition: the case has it); else the last round of the text; else,
/// with `drafts`, the draft that meets the rules and is most often accepted by all (ties to the first by id);
/// else common ground: of the packages with an option of the common ground on most issues the one most often
/// accepted by all, ties to the lowest number. Where several options of an issue are common, those that all
/// principals said go first.
[[nodiscard]] ChosenText choose_text(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                                     const std::string& draft, bool drafts);

}  // namespace modus::inquiry

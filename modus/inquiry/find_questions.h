/// \file What to ask next: the front door of this room.
#pragma once

#include <vector>

#include "modus/base/context.h"
#include "modus/findings/questions.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::inquiry {

inline constexpr std::size_t kShortList = 500;  ///< packages among which the best is looked for
inline constexpr std::size_t kMostCompared =
    12;  ///< of the listed packages, the first that are compared in pairs
inline constexpr double kLeastGain =
    0.005;  ///< less cannot be told from nothing with some thousand scenarios

/// The yes/no questions to a party whose answers are worth most before a package is tabled.
///
/// Asked about: each limit that is real in some scenarios but not all ("is this limit real?"); each of
/// `listed`, to each party it asks ("would it accept this?", stalling included); each pair of the first
/// kMostCompared of `listed`, to each principal ("this rather than that?", yes where its value is at least as
/// high). `listed` are drafts and the best packages of families: packages that meet the rules; repeats are
/// dropped.
///
/// Worth: value_of_answer in answer_value.h over the kShortList packages with the highest joint acceptance.
/// Every answer is taken to be honest and to leak to nobody (QuestionsFinding::kHonesty); a party that has
/// reason to mislead makes an answer worth less, down to nothing. So these are upper bounds on what asking
/// brings.
///
/// Only such as are worth kLeastGain or more, highest gain first; ties by kind, party, limit or listed
/// packages. Of these pick_questions.h lists five at most, so that no two to one party tell the same and no
/// party takes the list. Empty where the best package is accepted in all scenarios that have a zone.
///
/// `scan` is that of `drawn.acceptance`. Exact counts over the scenarios; the same at any thread count. If
/// the context stops it, the finding is not to be used. Cost: O(questions * kShortList * scenarios / 64).
[[nodiscard]] findings::QuestionsFinding find_questions(const zone::DrawnCase& drawn,
                                                        const zone::ZoneScan& scan,
                                                        const std::vector<case_model::Package>& listed,
                                                        const base::Context& context);

}  // namespace modus::inquiry

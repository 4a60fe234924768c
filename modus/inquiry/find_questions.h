/// \file What to ask next: the front door of this room.
#pragma once

#include "modus/base/context.h"
#include "modus/findings/questions.h"
#include "modus/inquiry/candidate_questions.h"
#include "modus/inquiry/pick_questions.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::inquiry {

inline constexpr std::size_t kShortList = 500;  ///< packages among which the best is looked for
inline constexpr double kLeastGain = 0.005;     ///< less cannot be told from nothing with some thousand scenarios
inline constexpr double kLeastBits = 0.001;
/// A true answer with fewer bits than this over the number of scenarios may owe them to chance: of questions that tell
/// nothing, one in ten thousand gets as far (twice the scenarios times the bits in natural units is about chi-squared).
inline constexpr double kChanceBits = 11;

struct FindQuestionsOptions {
  bool in_private = true;             ///< where the questions are put; else before others
  std::size_t most = kMostQuestions;  ///< listed
};

/// The yes/no questions to a party whose answers are worth most before a package is tabled.
///
/// Which there are: candidate_questions.h. What they are worth: value_of_answer and bits_about in answer_value.h over
/// the kShortList packages with the highest joint acceptance, for true answers and for answers as they would be heard
/// in private and in public (Judgments::asking, else Defaults). In private the leak risk comes off, where it is given.
///
/// Worth asking is what gains kLeastGain or more where it is put, or tells kLeastBits or more of whether there is a
/// zone, and does so not by chance (kChanceBits). First those with a value of at least kLeastGain, highest first; then
/// the others by bits, most first; last those that cost more than they bring, where the leak risk exceeds the gain by
/// kLeastGain or more. Ties by kind, party, limit, listed packages, contested issues. Of these pick_questions.h lists
/// `most`, so that no two to one party tell the same and no party takes the list.
///
/// Promised of the printed numbers: ceiling >= gain (true) >= gain in private and in public >= 0, and likewise for
/// bits. `scan` is that of `drawn.acceptance`. Exact counts over the scenarios; the same at any thread count. If the
/// context stops it, the finding is not to be used. Cost: O(questions * kShortList * scenarios / 64), and a column of
/// values for each party and short-listed package.
[[nodiscard]] findings::QuestionsFinding find_questions(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const AskAbout& about,
                                                        const FindQuestionsOptions& options, const base::Context& context);

}  // namespace modus::inquiry

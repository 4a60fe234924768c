/// \file Findings told as a document: the whole brief, or the part that answers one question.
///
/// Promises, kept by tests: probabilities are rounded to 5 points with a word of the fixed scale beside them,
/// and never printed below 5 or above 95 %; every sentence that rests on a statement cites it; what is
/// judged, inferred or computed is marked; parties come in the order of their ids and are never ranked. Same
/// input, same document. O(size of the findings). Thread-safe.
#pragma once

#include "modus/brief/document.h"
#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/brief.h"

namespace modus::brief {

/// Two pages for the team, then the details. Precondition for all: the findings are of this case, and
/// `standing` is weigh_statements(subject).
[[nodiscard]] Document tell_brief(const case_model::Case& subject, const case_model::Standing& standing,
                                  const findings::BriefFinding& finding);

/// What each side can live with and what that rests on. Uses zone, statements, sampling, assumptions and run.
[[nodiscard]] Document tell_zone(const case_model::Case& subject, const case_model::Standing& standing,
                                 const findings::BriefFinding& finding);
/// What blocks a deal. Uses blockers and run.
[[nodiscard]] Document tell_blockers(const case_model::Case& subject, const case_model::Standing& standing,
                                     const findings::BriefFinding& finding);
/// What could be tabled. Uses packages and run.
[[nodiscard]] Document tell_packages(const case_model::Case& subject, const case_model::Standing& standing,
                                     const findings::BriefFinding& finding);

/// When a deal might come, or not at all, and what that rests on. Uses forecast, sampling, run; precondition: there is a forecast.
[[nodiscard]] Document tell_when(const case_model::Case& subject, const case_model::Standing& standing,
                                 const findings::BriefFinding& finding);

/// How near a deal would have been judged to be at each date. Uses progress, run; precondition: there is progress.
[[nodiscard]] Document tell_progress(const case_model::Case& subject, const case_model::Standing& standing,
                                     const findings::BriefFinding& finding);

/// The single text in brackets, its edits and trades, and its rounds. Uses text and run; precondition: there is a text.
[[nodiscard]] Document tell_text(const case_model::Case& subject, const case_model::Standing& standing,
                                 const findings::BriefFinding& finding);

}  // namespace modus::brief

/// \file How changes of a single text are said. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "modus/brief/telling.h"
#include "modus/findings/single_text.h"

namespace modus::brief {

/// "Wage rise: 6 % rather than 4 %; Crew size: ..."
[[nodiscard]] std::string say_changes(const case_model::Case& subject,
                                      const std::vector<case_model::IssueIndex>& issues,
                                      const case_model::Package& from, const case_model::Package& to);
/// "round 2 of the text", "draft toll-paper", "common ground (3 of 7 terms) completed ..."
[[nodiscard]] std::string say_where_from(const findings::TextFinding& text, std::size_t issues);
/// Whether nothing that changes counts for the party (findings/single_text.h).
[[nodiscard]] bool is_set_aside(const Telling& telling, const findings::TextChange& change,
                                case_model::PartyIndex party);
/// "A in 80 % (very likely) and B in ...; what C would have there is not known"
[[nodiscard]] std::string say_no_worse_off(const Telling& telling, const findings::TextChange& change);
/// What a change does to each party that is asked, a sentence each, by id.
[[nodiscard]] Text say_parties(const Telling& telling, const findings::TextChange& change);
/// Limits it runs into or leaves, guarantors it commits, norms it touches.
[[nodiscard]] Text say_what_it_touches(Telling& telling, const findings::TextChange& change);
/// How far all packages were looked at and, where nothing qualifies, what comes closest.
[[nodiscard]] Text say_proof(const Telling& telling, const findings::TextFinding& text);

}  // namespace modus::brief

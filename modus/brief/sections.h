/// \file The sections of the brief, one function each, in the order of the document. Each writes its heading
/// and all below it; the caller decides which to print. Sections on the first pages are short; details are
/// complete.
#pragma once

#include "modus/brief/telling.h"

namespace modus::brief {

/// The notice that stands first in every document: whom it is for (RunRecord::audience), and what that rests on.
Paragraph say_who_may_read(const Telling& telling);

// For the first two pages.
Blocks tell_opening(
    Telling& telling);  ///< who may read it, as of when, what counts as a deal, how to read it
Blocks tell_headline(Telling& telling);  ///< zone probability and best joint acceptance, and how sure that is
Blocks tell_what_changed(Telling& telling);  ///< since an earlier state; nothing where none was given
Blocks tell_when_section(Telling& telling);  ///< when a deal might come; what the case lacks where it cannot be said
Blocks tell_common_ground(Telling& telling);
Blocks tell_positions(Telling& telling);    ///< quoted positions beside interests
Blocks tell_what_blocks(Telling& telling);  ///< incompatible positions, openings, least moves
Blocks tell_families(Telling& telling);     ///< families of packages with the risks of each
Blocks tell_what_it_rests_on(Telling& telling);
Blocks tell_questions(Telling& telling);
Blocks tell_edits(Telling& telling);  ///< edits or trades of the text worth trying; nothing where none were looked for

// The single text. Precondition: the finding has one.
Blocks tell_text_clauses(Telling& telling);  ///< the text in brackets: what is agreed, what is open
Blocks tell_text_edits(Telling& telling);
Blocks tell_text_trades(Telling& telling);
Blocks tell_text_proof(Telling& telling);
Blocks tell_text_rounds(Telling& telling);  ///< history, reactions, who moved

// For a case drafted from reports. Precondition: the finding has a draft.
Blocks tell_draft_opening(Telling& telling);    ///< what a draft is; the range over its readings
Blocks tell_sides(Telling& telling);            ///< issue by issue who says what, hardest first, without numbers
Blocks tell_said_by_all(Telling& telling);     ///< common ground by what was said alone
Blocks tell_open_questions(Telling& telling);   ///< passages that can be read in several ways

// Details.
Blocks tell_more_families(Telling& telling);  ///< those that the first pages leave out
Blocks tell_acceptance(Telling& telling);    ///< listed packages: acceptance by party, gains, sureness, terms
Blocks tell_zone_options(Telling& telling);  ///< the zone by issue and option
Blocks tell_parties(Telling& telling);       ///< mean acceptance, no-deal values, all but this party
Blocks tell_all_blockers(
    Telling& telling);  ///< every set, unblocking effects, pairs, hardest and silent issues
Blocks tell_all_moves(Telling& telling);
Blocks tell_range(Telling& telling);  ///< every assumption behind the headline, leave-one-out
Blocks tell_progress_section(Telling& telling);  ///< closer than before, or not; nothing where the case has one date
Blocks tell_progress_lines(Telling& telling);    ///< the same for a document of its own. Precondition: there is progress
Blocks tell_progress_details(Telling& telling);  ///< date by date; nothing where the case has one date
Blocks tell_when_details(Telling& telling);  ///< every chance, what moves it, what it rests on; nothing without a forecast
Blocks tell_assessments(Telling& telling);
Blocks tell_statements(Telling& telling);
Blocks tell_judgments(Telling& telling);
Blocks tell_conventions(Telling& telling);  ///< defaults, assumptions, sampling
Blocks tell_record(Telling& telling);       ///< sources, seed, version, hash

}  // namespace modus::brief

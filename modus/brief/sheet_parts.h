/// \file The parts of one party's sheet, in the order in which they stand. Private to this room.
#pragma once

#include "modus/brief/telling.h"
#include "modus/findings/sheet.h"

namespace modus::brief {

/// Beside the case: all sheets of the document, of which this is one.
struct SheetTelling {
  Telling& telling;
  const findings::PartySheet& sheet;
  [[nodiscard]] const std::string& name() const { return telling.name(sheet.party); }
  [[nodiscard]] const case_model::Party& party() const { return telling.subject.parties[sheet.party]; }
  /// A heading of this sheet, its id made its own.
  [[nodiscard]] Heading head(const std::string& part, std::string words) const;
};

Blocks tell_who(SheetTelling& told);        ///< roles, who speaks for it, who ratifies, guarantees, who rules out the same
Blocks tell_wants(SheetTelling& told);      ///< claims by issue
Blocks tell_reasons(SheetTelling& told);    ///< reasons on record
Blocks tell_interests(SheetTelling& told);
Blocks tell_limits(SheetTelling& told);
Blocks tell_without_deal(SheetTelling& told);
Blocks tell_islands(SheetTelling& told);    ///< common ground with each other party, and what is contested
Blocks tell_rumours(SheetTelling& told);
Blocks tell_changes(SheetTelling& told);
Blocks tell_unknown(SheetTelling& told);    ///< questions with room for answers

/// "9 June 2026"; "published 9 June 2026" where the statement itself has no date; "no date".
[[nodiscard]] std::string say_when(const case_model::Case& subject, const case_model::Statement& statement);
/// "quoted, Lorne Post".
[[nodiscard]] std::string say_reached(const case_model::Case& subject, const case_model::Statement& statement);

}  // namespace modus::brief

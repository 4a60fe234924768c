/// \file The days of a case: on which of them something was said, and the case as it stood at the end of one.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "modus/case_model/case.h"

namespace modus::timing {

/// When a statement was made: the last day of `on`, else the day its source was published; never later than the case.
/// Nothing where neither is known.
[[nodiscard]] std::optional<case_model::Day> day_made(const case_model::Case& subject, const case_model::Statement& statement);

/// One date of a case: what was said since the date before it, and what was said only later.
struct CaseDay {
  case_model::Day day;
  std::vector<case_model::StatementIndex> made, later;  ///< both rising
};

struct CaseDays {
  std::vector<CaseDay> days;  ///< rising; the last one is the case's own and leaves nothing out
  std::size_t merged = 0;     ///< days with statements that are told as part of a later one
  std::size_t undated = 0;    ///< statements without any date: they count from the case's own day
};

/// The days on which statements were made, `most` at most (one at least). Where there are more, the two nearest
/// neighbours are told as the later of them until few enough are left (of equally near ones the earliest two). Where
/// nothing was said on the case's own day, what was said last is told on that day: nothing has changed since.
/// O(days * days) at worst.
[[nodiscard]] CaseDays find_days(const case_model::Case& subject, std::size_t most);

/// The case as if those statements had never been made; they are rising. What counts in it, and which limits stand, is
/// what weigh_statements(subject, without) says. Judgments, drafts, parties and issues are as they are; without the
/// single text and the record of drafting, which point at statements.
[[nodiscard]] case_model::Case case_without(const case_model::Case& subject, const std::vector<case_model::StatementIndex>& without);

}  // namespace modus::timing

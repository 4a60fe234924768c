/// \file A statement more in a case that is already read.
#pragma once

#include "modus/case_model/case.h"

namespace modus::catalogue {

/// Puts the statement where its id belongs; whatever points at statements points at the same ones as before.
/// Its own `replaces` and `same_as` are given as of before. Where it then stands. Precondition: its id is
/// new. O(statements).
case_model::StatementIndex insert_statement(case_model::Case& subject, case_model::Statement statement);

}  // namespace modus::catalogue

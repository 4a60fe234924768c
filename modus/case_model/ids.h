/// \file Indices of the things a case owns. All 0-based positions in the case's own sorted lists.
#pragma once

#include "modus/base/index.h"

namespace modus::case_model {

using PartyIndex = base::Index<struct PartyTag>;
using IssueIndex = base::Index<struct IssueTag>;
using OptionIndex = base::Index<struct OptionTag>;  ///< within one issue
using SourceIndex = base::Index<struct SourceTag>;
using StatementIndex = base::Index<struct StatementTag>;
using LimitIndex = base::Index<struct LimitTag>;  ///< within Standing::limits

/// One option for every issue, in the order of the case's issues: a complete deal.
using Package = base::IndexedVector<IssueIndex, OptionIndex>;

}  // namespace modus::case_model

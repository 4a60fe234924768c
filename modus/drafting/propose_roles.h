/// \file Who must agree, who mediates, who guarantees: proposed from what they say and what they are called.
/// Private to this room.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "modus/drafting/code_statements.h"

namespace modus::drafting {

struct ProposedRoles {
  std::vector<case_model::Role> roles;                ///< sorted, never empty
  std::vector<std::vector<case_model::Role>> others;  ///< what else can be defended: then it is a question
};

/// For each entry that takes part (`used`). Somebody with a position on an issue is a principal, unless words
/// call it a mediator, a guarantor, a body that ratifies, a spoiler or an observer, or it has only offered to
/// guarantee; all others are observers. At least one is a principal where anybody has a position.
[[nodiscard]] std::map<std::size_t, ProposedRoles> propose_roles(const std::set<std::size_t>& used,
                                                                 const PartyBook& parties,
                                                                 const Coded& coded);

}  // namespace modus::drafting

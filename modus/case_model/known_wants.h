/// \file On which issues anything is known of what a party would rather have.
#pragma once

#include <vector>

#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"

namespace modus::case_model {

/// By issue. Known: a judgment of the party orders or scores its options, or adjusts for it; or a statement
/// about the party that counts names the issue (a `prefers`: with different options on its two sides). What
/// is no sign: how much the issue matters (weights, ranks), and accepting, offering or rejecting a complete
/// package, which is about none in particular (unless there is but one issue).
[[nodiscard]] base::IndexedVector<IssueIndex, bool> known_wants(const Case& subject, const Standing& standing,
                                                                PartyIndex party);

}  // namespace modus::case_model

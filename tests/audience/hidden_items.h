/// \file Cases with labels on everything, and the same cases with other things hidden in them.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "modus/case_model/audience.h"

namespace modus::tests {

/// A number below its argument, however it is chosen.
using Pick = std::function<std::size_t(std::size_t)>;

/// The numbers of a fixed sequence.
[[nodiscard]] Pick fixed_picks(std::uint64_t seed);

/// The case with a label, or none, on each of its items, and with rounds of a text, ideas and asking where it has none.
/// Sources lose their files.
[[nodiscard]] case_model::Case with_labels(case_model::Case subject, const Pick& pick);

/// Everybody an output may be for but the team.
[[nodiscard]] std::vector<case_model::Audience> outsiders(const case_model::Case& subject);

/// The case with what the audience may not see changed, some of it dropped, and more of it added: sources, statements
/// (that replace visible ones, too), interests, norms, drafts, assessments, judgments, guarantees, events, ideas, rounds
/// and reactions. Nothing that it may see is touched. Read anew, as from a file.
[[nodiscard]] case_model::Case with_other_hidden_items(const case_model::Case& subject, const case_model::Audience& audience, const Pick& pick);

}  // namespace modus::tests

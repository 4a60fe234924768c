/// \file The frontier in words, a table and a chart.
#pragma once

#include <string>
#include <vector>

#include "modus/brief/document.h"
#include "modus/findings/frontier.h"

namespace modus::brief {

/// The bargaining points with what each stands for, the frontier as a table (its first rows and how many there are), a
/// chart of two parties, and how it was worked out. Promises: no point is recommended; parties in the order of the
/// file; figures on the file's own scale. `notes`: what was left aside in reading.
[[nodiscard]] Document tell_frontier(const findings::FrontierFinding& frontier, const std::vector<std::string>& notes);

/// The same for the brief of a point-valued case: heading, points, table.
[[nodiscard]] Blocks frontier_blocks(const findings::FrontierFinding& frontier);

}  // namespace modus::brief

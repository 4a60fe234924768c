/// \file Reading one report: deterministic, offline, in one pass of a few milliseconds.
#pragma once

#include <optional>

#include "modus/documents/document.h"
#include "modus/reading/reading.h"

namespace modus::reading {

struct ReadOptions {
  std::optional<Day> date;   ///< of the report, where the user knows better
};

/// Reads a document. Always answers; a report about no negotiation has no statements. Promised: every passage
/// is what stands there in the stored file; the same document gives the same reading; a sentence that says nothing about anybody
/// changes nothing else. What is found is a proposal, measured in docs/reading.md, never a fact. O(size).
[[nodiscard]] Reading read_report(const documents::Document& document, const ReadOptions& options = {});

}  // namespace modus::reading

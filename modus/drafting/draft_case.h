/// \file From what reports say to a draft case: everything in it was said in some report, and whatever could
/// be read in more than one way is a question. The table of kinds is data/mapping.tsv;
/// docs/reading-mapping.md tells the whole.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/reading/reading.h"

namespace modus::drafting {

struct DraftOptions {
  /// For each reading the file it was read from, as a path from the case file's folder; where it is empty or
  /// missing, the passages keep their words but not their places. The file must be UTF-8.
  std::vector<std::string> files;
  std::string title;                     ///< of the case; empty: the first report's
  std::optional<case_model::Day> as_of;  ///< nothing: the latest day of a report
  /// A case drafted before: parties, issues and options that are in it keep their names. Not changed, and its
  /// statements are not taken over: see merge.h. Must outlive the call.
  const case_model::Case* known = nullptr;
};

/// A passage that says something, but not something the case has a place for.
struct LeftOut {
  std::string source;
  reading::Passage passage;
  std::string why;
};

struct Draft {
  case_model::Case subject;  ///< with `draft` set: its open questions, and what was proposed
  std::vector<LeftOut> left_out;
};

/// The draft, or why there is none: no report, no day, nobody who takes a position on any issue.
///
/// Promises: formats::read_case accepts what write_case makes of it; same readings and options, same draft.
/// Parties, issues, options, sources and statements keep their names when further readings come after the
/// ones given (the order of the readings names things, so give it the same way). A report given twice (same
/// bytes) counts once; the same story in two papers is one origin. No judgment, no rule, no number is added.
/// O(readings^2 + statements * options).
[[nodiscard]] base::Result<Draft> draft_case(std::span<const reading::Reading> readings,
                                             const DraftOptions& options = {});

}  // namespace modus::drafting

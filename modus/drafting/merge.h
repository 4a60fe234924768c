/// \file Reading again: a case that a person has worked on since it was drafted, and a new draft, made into
/// one case.
///
/// Only reports that were not read before, or whose bytes have changed, change anything. Of these, item by
/// item and by name: what is new is added; what is there stays as it is, whoever wrote it, but for parties
/// and options as the reader proposed them (their aliases and guarantors are joined, and an observer may
/// become more); what a person took out stays out, and so does whatever needs it. From a report whose bytes
/// have changed, statements that are no longer read there go, unless a person has touched them. Decisions,
/// confirmations, judgments, rules and the title stay; the day moves on to the later one.
#pragma once

#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::drafting {

/// Where a person and the reader differ: nothing has to be done, but it should be known.
struct Conflict {
  std::string about;  ///< "statements/ID" and so on
  std::string has;    ///< what the case has
  std::string reads;  ///< what the reader would now say
};

struct Merged {
  case_model::Case subject;
  std::vector<Conflict> conflicts;
};

/// `existing` may be any case; without a draft record all of it counts as a person's. `fresh`: a draft_case
/// with `known = &existing`. Laws: merging a draft made again from the same readings changes nothing; without
/// a record of proposals every item of `existing` stays as it is; the result is a case that
/// formats::read_case accepts if both were.
[[nodiscard]] base::Result<Merged> merge(const case_model::Case& existing, const case_model::Case& fresh);

}  // namespace modus::drafting

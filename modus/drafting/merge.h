/// \file Reading again: a case that a person has worked on since it was drafted, and a new draft, made into one case.
///
/// Item by item, by name. What is as the reader proposed it follows the new draft (a party's aliases are joined, and an observer may
/// become more); what a person changed stays, and so does what a person wrote; what a person took out stays out, and whatever needs
/// it; what is new is added. Decisions, confirmations, judgments, rules, title stay; the day moves on to the later one.
#pragma once

#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::drafting {

/// Where a person and the reader differ: nothing has to be done, but it should be known.
struct Conflict {
  std::string about;   ///< "statements/ID" and so on
  std::string has;     ///< what the case has
  std::string reads;   ///< what the reader would now say
};

struct Merged {
  case_model::Case subject;
  std::vector<Conflict> conflicts;
};

/// `existing` may be any case; without a draft record all of it counts as a person's. `fresh`: a draft_case with
/// `known = &existing`. Laws: merging a draft made again from the same readings changes nothing; an empty record of proposals
/// leaves every item of `existing` as it is; the result is a case that formats::read_case accepts if both were.
[[nodiscard]] base::Result<Merged> merge(const case_model::Case& existing, const case_model::Case& fresh);

}  // namespace modus::drafting

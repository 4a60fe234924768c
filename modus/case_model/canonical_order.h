/// \file The order of those lists of a case whose items have no id: by what the items say, so that the order of
/// a file never changes an answer. Equal items keep their order. O(n log n) comparisons.
#pragma once

#include <vector>

#include "modus/case_model/case.h"

namespace modus::case_model {

void put_in_order(std::vector<Interest>& interests);                         ///< by text
void put_in_order(std::vector<Norm>& norms, const Issues& issues);           ///< by condition
void put_in_order(std::vector<Assessment>& assessments);                     ///< by day, undated ones first
void put_in_order(std::vector<Adjustment>& adjustments, const Issues& issues);  ///< by condition
void put_in_order(std::vector<Guarantee>& guarantees, const Issues& issues);    ///< by condition
void put_in_order(std::vector<TimelineEvent>& events);                       ///< by day

}  // namespace modus::case_model

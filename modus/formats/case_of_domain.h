/// \file A domain as a case, so that every verb can be asked about it.
#pragma once

#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/domain.h"

namespace modus::formats {

struct CaseOfDomain {
  std::string text;                 ///< of a case file
  std::vector<std::string> notes;   ///< what was changed to fit; sentences
};

/// Every party a principal with exact judgments. A case counts utility in points from 0, the least the party can get, to 100,
/// the most; weights, scores and no-deal values are rounded to six places, the no-deal value is kept between 0 and
/// 100, and nobody's no-deal value known is 0. A case needs a date: 1970-01-01. Problems: a table of packages, boxes,
/// more parties, issues or options than a case may have.
[[nodiscard]] base::Result<CaseOfDomain> case_of_domain(const case_model::Domain& domain);

}  // namespace modus::formats

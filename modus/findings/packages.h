/// \file What could be tabled.
#pragma once

#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

struct Term {
  case_model::IssueIndex issue;
  case_model::OptionIndex option;
};

/// Packages that share their options on the contested issues that matter most.
struct Family {
  std::vector<Term> common;            ///< what defines it, and what its members share besides; by issue
  std::vector<PackageView> packages;   ///< best members, highest joint acceptance first; one-sided ones after the others
  double acceptance_low = 0, acceptance_high = 0;  ///< over all members that some scenario accepts
  std::uint64_t members = 0;
};

/// Listed where said by all, or where `in_zone` is at least 0.8 of at least 20 scenarios with a zone; not for issues
/// that leave no choice.
struct CommonElement {
  Term term;
  bool said_by_all = false;  ///< every principal has offered, accepted or asked for it
  double in_zone = 0;        ///< share of the scenarios with a zone in which the zone has it
  std::vector<case_model::StatementIndex> statements;
};

struct PackagesFinding {
  std::vector<case_model::IssueIndex> contested;  ///< most important first
  std::vector<Family> families;                   ///< best member's joint acceptance falling; a one-sided one never first
  std::vector<CommonElement> common_ground;
  Verdict verdict = Verdict::kSampled;
};

}  // namespace modus::findings

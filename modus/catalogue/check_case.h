/// \file What a case holds, and whether a run could start.
#pragma once

#include <cstddef>
#include <cstdint>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::catalogue {

struct CaseSummary {
  std::size_t parties = 0, issues = 0, sources = 0;
  std::size_t statements = 0, statements_counted = 0;  ///< counted: neither replaced nor repeated later
  std::size_t limits = 0;
  std::uint64_t packages = 0, combinations = 0;        ///< meeting the rules; all
};

/// Problems: judgments that contradict each other; too many packages to list. Draws nothing.
[[nodiscard]] base::Result<CaseSummary> check_case(const case_model::Case& subject);

}  // namespace modus::catalogue

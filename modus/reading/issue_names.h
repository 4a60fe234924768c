/// \file What an issue is called.
#pragma once

#include <string>
#include <vector>

#include "modus/reading/noun_runs.h"

namespace modus::reading {

struct IssueName {
  std::string label;
  std::vector<std::string> aliases;
};

/// From the runs that name it, in order of the text; `runs` is not empty. A name of two to four words that recurs goes before a bare word; one with
/// numbers or parties is an alias at best.
[[nodiscard]] IssueName name_issue(const Scene& scene, const std::vector<NounRun>& runs);

}  // namespace modus::reading

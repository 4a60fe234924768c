/// \file What is taken for granted of those nothing is known about, in words.
#pragma once

#include <string>
#include <vector>

#include "modus/case_model/case.h"

namespace modus::catalogue {

/// One sentence a party: ratifiers taken to follow, guarantors taken to consent, principals about whom nothing is
/// said or judged. By party.
[[nodiscard]] std::vector<std::string> assumptions_of(const case_model::Case& subject);

}  // namespace modus::catalogue

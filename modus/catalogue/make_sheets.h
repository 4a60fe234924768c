/// \file The evidence sheets of a case: no scenario is drawn.
#pragma once

#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/findings/sheet.h"

namespace modus::catalogue {

/// Of the parties of these ids (inquiry::gather_sheets); of all on whom something is on record where none is given.
/// Problems: each id that no party has, with the nearest that one has.
[[nodiscard]] base::Result<findings::SheetsFinding> make_sheets(const case_model::Case& subject, const std::vector<std::string>& party_ids,
                                                                const std::string& audience);

}  // namespace modus::catalogue

/// \file What stands around a report on its page and says nothing of its matter. Private to this room.
#pragma once

#include <string_view>
#include <vector>

#include "modus/documents/stretches.h"

namespace modus::documents {

/// Takes out share lines, invitations to subscribe, advertisements' marks, picture credits, "Read more" and
/// lists of related stories, and everything from the readers' comments on. Copyright notices are handed back:
/// they may name the paper and the year. O(size).
[[nodiscard]] std::vector<Stretch> take_out_furniture(std::vector<Stretch>& stretches);

}  // namespace modus::documents

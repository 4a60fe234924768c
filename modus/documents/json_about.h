/// \file What a page's JSON-LD tells about its report. Private to this room.
#pragma once

#include <string_view>

#include "modus/documents/about.h"

namespace modus::documents {

/// headline, author, publisher and datePublished of the first object that is about an article. `begin` is
/// where the JSON stands in the stored file. Nothing of what is no such JSON. O(size).
[[nodiscard]] About read_json_about(std::string_view json, std::size_t begin);

}  // namespace modus::documents

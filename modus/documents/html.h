/// \file A page of HTML as stretches. Private to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/documents/about.h"
#include "modus/documents/stretches.h"

namespace modus::documents {

struct HtmlReport {
  About about;
  std::vector<Stretch> stretches;
};

/// The report on a page: the element that holds most of its text, the headline before it, without what tags,
/// roles and class names mark as furniture. O(size).
[[nodiscard]] base::Result<HtmlReport> read_html(const std::string& name, std::string_view stored);

}  // namespace modus::documents

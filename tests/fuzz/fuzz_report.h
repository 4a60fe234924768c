/// \file What must hold of opening reports for any bytes at all.
#pragma once

#include <string_view>

namespace modus::tests {

/// Opens the bytes as plain text, as a page and as Markdown. Ends the program where there is neither a
/// document that keeps the laws of documents nor a problem in words.
void check_opening(std::string_view bytes);

}  // namespace modus::tests

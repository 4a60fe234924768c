/// \file Bytes of a file as UTF-8. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "modus/base/result.h"

namespace modus::documents {

/// The file's text in UTF-8, a byte order mark kept. By its byte order mark (UTF-8, UTF-16), else as UTF-8 if
/// it is that, else by what its markup declares, else as Windows-1252 where the bytes allow it. Problems:
/// empty, some other kind of file (named), broken, cut off.
[[nodiscard]] base::Result<std::string> decode(const std::string& name, std::string_view bytes);

}  // namespace modus::documents

/// \file Reading a whole file of limited size.
#pragma once

#include <filesystem>
#include <string>

#include "modus/base/result.h"

namespace modus::formats {

/// All bytes of an ordinary file. A problem where there is none, it cannot be read, is a folder or device, or
/// has more bytes than `most`.
[[nodiscard]] base::Result<std::string> read_text_file(const std::filesystem::path& path, std::size_t most);

}  // namespace modus::formats

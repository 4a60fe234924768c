/// \file Writing a whole file, or nothing.
#pragma once

#include <filesystem>
#include <string_view>

#include "modus/base/result.h"

namespace modus::formats {

/// Puts the bytes into the file: by way of a temporary file in the same folder that takes its place once all
/// is safely on disk, so that a reader sees the old file or the new one, never a part. Devices and pipes
/// (/dev/stdout) are written to directly. A file that is replaced keeps its permissions; a link is followed.
/// Empty: done. Problems: folder missing or not writable, disk full, path is a folder. Then an old file is
/// untouched and no temporary one is left.
[[nodiscard]] base::Problems write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace modus::formats

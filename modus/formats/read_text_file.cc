#include "modus/formats/read_text_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <system_error>

namespace modus::formats {

base::Result<std::string> read_text_file(const std::filesystem::path& path, std::size_t most) {
  const base::Place where{path.string(), 0, 0};
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return base::Problem{where, "there is no such file", "check its name and folder"};
  if (error)
    return base::Problem{where, "the file cannot be read: " + error.message(), "check its permissions"};
  if (status.type() != std::filesystem::file_type::regular)
    return base::Problem{where, "this is no file but a folder or device", "name a file"};

  errno = 0;
  std::ifstream stream(path, std::ios::binary);
  if (!stream)
    return base::Problem{where, std::string("the file cannot be read: ") + std::strerror(errno),
                         "check its permissions"};
  // One byte more than allowed tells whether there are more, also where the file grows meanwhile.
  std::string bytes(std::min<std::uintmax_t>(std::filesystem::file_size(path, error), most) + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return base::Problem{where, "the file cannot be read to its end", "check the disk"};
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (bytes.size() > most)
    return base::Problem{where, "the file is too large",
                         "at most " + std::to_string(most) + " bytes are read"};
  return bytes;
}

}  // namespace modus::formats

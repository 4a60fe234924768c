#include "modus/formats/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace modus::formats {
namespace {

namespace fs = std::filesystem;

std::string fix_of(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "make room on the disk, or write elsewhere";
    case EACCES:
    case EPERM:
    case EROFS:
      return "write where you may, or change the permissions of the folder";
    case ENOENT:
      return "make the folder first";
    default:
      return "write elsewhere";
  }
}

base::Problems failed(const fs::path& path, int error) {
  return {{{path.string(), 0, 0}, std::string("cannot be written: ") + std::strerror(error), fix_of(error)}};
}

// Closes on the way out, so that no early return leaks it.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  // 0, or the error: some disks tell only now that they are full.
  int close() {
    if (number_ < 0) return 0;
    const int result = ::close(number_);
    number_ = -1;
    return result == 0 ? 0 : errno;
  }

 private:
  int number_;
};

// 0, or the error.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

base::Problems write_directly(const fs::path& path, std::string_view bytes) {
  Descriptor out(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (out.number() < 0) return failed(path, errno);
  if (const int error = write_all(out.number(), bytes); error != 0) return failed(path, error);
  if (const int error = out.close(); error != 0) return failed(path, error);
  return {};
}

// The permissions a new file should have: those of the old one, else the usual ones.
mode_t mode_for(const fs::path& path) {
  struct stat old {};
  if (::stat(path.c_str(), &old) == 0) return old.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

int fill(Descriptor& out, std::string_view bytes, mode_t mode) {
  if (const int error = write_all(out.number(), bytes); error != 0) return error;
  if (::fchmod(out.number(), mode) != 0 || ::fsync(out.number()) != 0) return errno;
  return out.close();
}

base::Problems replace(const fs::path& path, std::string_view bytes) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::string temporary = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
  Descriptor out(::mkostemp(temporary.data(), O_CLOEXEC));
  if (out.number() < 0) return failed(path, errno);
  int error = fill(out, bytes, mode_for(path));
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(temporary.c_str());
  return failed(path, error);
}

}  // namespace

base::Problems write_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return failed(path, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, bytes);
  const bool linked = fs::exists(status) && fs::is_symlink(fs::symlink_status(path, error));
  const fs::path target = linked ? fs::canonical(path, error) : path;
  return error && linked ? failed(path, error.value()) : replace(target, bytes);
}

}  // namespace modus::formats

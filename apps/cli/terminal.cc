#include "apps/cli/terminal.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace modus::cli {
namespace {

/// 0, or the errno of the write that failed.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

std::string write_to_stdout(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  return error == 0 ? "" : std::strerror(error);
}

void write_to_stderr(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

ProgressLine::ProgressLine()
    : wanted_(::isatty(STDERR_FILENO) == 1), next_(Clock::now() + std::chrono::seconds(1)) {}

ProgressLine::~ProgressLine() {
  if (shown_) write_to_stderr("\r\x1b[K");
}

void ProgressLine::show(std::string_view step, double done) {
  const Clock::time_point now = Clock::now();
  if (!wanted_ || now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  shown_ = true;
  write_to_stderr("\r\x1b[K" + std::string(step) + " " + std::to_string(static_cast<int>(100 * done)) + " %");
}

}  // namespace modus::cli

/// \file Standard output and standard error, as a user meets them.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace modus::cli {

/// Writes all of it to standard output; empty on success, else why it could not.
[[nodiscard]] std::string write_to_stdout(std::string_view text);

void write_to_stderr(std::string_view text);

/// One line on standard error that says what is being done, once that has taken a second. Shows nothing
/// where standard error is no terminal. Removes the line when it goes.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(std::string_view step, double done);

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  bool shown_ = false;
  Clock::time_point next_;
};

}  // namespace modus::cli

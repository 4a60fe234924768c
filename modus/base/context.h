/// \file What every analysis is handed: how many threads, where to report progress, whether to stop.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>

namespace modus::base {

/// Shared by all steps of one question. Answers never depend on anything in it.
struct Context {
  int threads = 0;  ///< 1 to 256; 0 means all the machine has.
  /// Called now and then with a step's name and how much of it is done, 0 to 1; may be empty. Called from
  /// one thread at a time, never concurrently.
  std::function<void(std::string_view step, double done)> progress;
  const std::atomic<bool>* cancelled = nullptr;  ///< set to true from outside to stop early

  void report(std::string_view step, double done) const {
    if (progress) progress(step, done);
  }
  [[nodiscard]] bool stop() const { return cancelled != nullptr && cancelled->load(); }
};

/// Runs body(0) .. body(count-1), each exactly once, on up to `threads` threads (0: all). The body writes
/// only to its own slot; callers combine slots in index order, so that answers do not depend on threads.
/// An exception in a body is passed on. May be nested.
void parallel_for(int threads, std::size_t count, const std::function<void(std::size_t)>& body);

}  // namespace modus::base

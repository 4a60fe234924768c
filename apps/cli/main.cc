#include <atomic>
#include <csignal>
#include <exception>
#include <new>

#include "apps/cli/command_line.h"
#include "apps/cli/run_command.h"
#include "apps/cli/terminal.h"

namespace modus::cli {
namespace {

std::atomic<bool> cancelled = false;
static_assert(std::atomic<bool>::is_always_lock_free, "it is set by a signal handler");

/// The first Ctrl-C asks the engine to stop, the second ends the program.
void listen_to_signals() {
  struct sigaction cancel = {};
  cancel.sa_handler = [](int) { cancelled = true; };
  cancel.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &cancel, nullptr);
  sigaction(SIGTERM, &cancel, nullptr);
  // A reader that stops (`modus brief x | head`) ends us quietly, even if whoever started us ignores this signal.
  std::signal(SIGPIPE, SIG_DFL);
}

Answer answer(int argc, char** argv) {
  const auto asked = read_command_line(argc, argv);
  if (const auto* reply = std::get_if<Reply>(&asked)) {
    return reply->status == 0 ? Answer{0, reply->text, ""} : Answer{reply->status, "", reply->text};
  }
  const Command& command = std::get<Command>(asked);
  ProgressLine line;
  base::Context context;
  context.threads = static_cast<int>(command.threads);
  context.progress = [&line](std::string_view step, double done) { line.show(step, done); };
  context.cancelled = &cancelled;
  return run_command(command, context);
}

Answer answer_or_apology(int argc, char** argv) {
  try {
    return answer(argc, argv);
  } catch (const std::bad_alloc&) {
    return {3, "", "modus: there is not enough memory for this; try fewer --scenarios or fewer options\n"};
  } catch (const std::exception& error) {
    return {3, "", "modus: a fault of the program, please report it: " + std::string(error.what()) + "\n"};
  }
}

int run(int argc, char** argv) {
  listen_to_signals();
  const Answer answer = answer_or_apology(argc, argv);
  write_to_stderr(answer.err);
  const std::string fault = write_to_stdout(answer.out);
  if (fault.empty()) return answer.status;
  write_to_stderr("modus: cannot write to standard output: " + fault + "\n");
  return 1;
}

}  // namespace
}  // namespace modus::cli

int main(int argc, char** argv) { return modus::cli::run(argc, argv); }

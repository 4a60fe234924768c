#include "tests/support/program.h"

#include <sys/wait.h>

#include <cstdlib>

#include "tests/support/files.h"

namespace modus::tests {

ProgramRun run_shell(std::string_view line, std::string_view input) {
  const TemporaryFolder around;
  const std::filesystem::path work = around.path() / "work";
  std::filesystem::create_directory(work);
  write_file(around.path() / "in", input);
  write_file(around.path() / "line", "modus() { \"" MODUS_PROGRAM "\" \"$@\"; }\ncd '" + work.string() + "'\n" + std::string(line));
  const std::string place = "'" + around.path().string();
  const std::string all = "bash " + place + "/line' <" + place + "/in' >" + place + "/out' 2>" + place + "/err'";
  const int status = std::system(all.c_str());
  ProgramRun run;
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = read_file(around.path() / "out");
  run.err = read_file(around.path() / "err");
  return run;
}

}  // namespace modus::tests

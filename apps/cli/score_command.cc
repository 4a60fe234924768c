#include "apps/cli/score_command.h"

#include "apps/cli/answers.h"
#include "apps/cli/moment.h"
#include "modus/brief/tell_score.h"
#include "modus/catalogue/score_log.h"
#include "modus/formats/write_json.h"

namespace modus::cli {

Answer run_score(const Command& command) {
  const auto now = moment_of(command);
  if (!now.ok()) return refuse(command, now.problems());
  if (command.case_file() == "-") {
    return refuse(command, {{{"-", 0, 0}, "a log is no stream", "name the log, or the case that it lies beside"}});
  }
  const auto found = catalogue::score_log(command.case_file(), std::chrono::floor<std::chrono::days>(now.value()));
  if (!found.ok()) return refuse(command, found.problems());
  return deliver(command, write_as_asked(
                              command, [&] { return formats::write_score_json(found.value()); }, [&] { return brief::tell_score(found.value()); }));
}

}  // namespace modus::cli

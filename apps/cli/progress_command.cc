#include "apps/cli/progress_command.h"

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/brief/tell.h"
#include "modus/catalogue/progress.h"
#include "modus/formats/write_json.h"

namespace modus::cli {

Answer run_progress(const Command& command, const base::Context& context) {
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const case_model::Case& seen = input.value().seen;
  const catalogue::ProgressRequest request{{command.scenarios, command.seed}, command.number(catalogue::OptionId::kDates), command.verify};
  const auto outcome = catalogue::progress(seen, request, context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  if (!outcome.answer()->checks.problems.empty()) return not_confirmed(command, outcome.answer()->checks);
  findings::BriefFinding brief = outcome.answer()->brief;
  brief.run.audience = input.value().audience;
  Answer answer = deliver(command, write_as_asked(
                                       command, [&] { return formats::write_progress_json(seen, brief); },
                                       [&] { return brief::tell_progress(seen, case_model::weigh_statements(seen), brief); }));
  answer.err += say_checks(outcome.answer()->checks);
  return answer;
}

}  // namespace modus::cli

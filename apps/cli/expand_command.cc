#include "apps/cli/expand_command.h"

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/brief/tell_expand.h"
#include "modus/catalogue/expand.h"
#include "modus/formats/write_json.h"

namespace modus::cli {

Answer run_expand(const Command& command, const base::Context& context) {
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const case_model::Case& seen = input.value().seen;
  const catalogue::ExpandOptions options{{command.scenarios, command.seed}, command.list(catalogue::OptionId::kIdea), command.verify};
  const auto outcome = catalogue::expand(seen, options, context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  if (!outcome.answer()->checks.problems.empty()) return not_confirmed(command, outcome.answer()->checks);
  findings::ExpandFinding finding = outcome.answer()->finding;
  finding.run.audience = input.value().audience;
  Answer answer = deliver(command, write_as_asked(
                                       command, [&] { return formats::write_expand_json(seen, finding); },
                                       [&] { return brief::tell_expand(seen, finding); }));
  answer.err += say_checks(outcome.answer()->checks);
  return answer;
}

}  // namespace modus::cli

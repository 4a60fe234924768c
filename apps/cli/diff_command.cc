#include "apps/cli/diff_command.h"

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/brief/tell_change.h"
#include "modus/catalogue/compare_cases.h"
#include "modus/formats/write_json.h"

namespace modus::cli {

Answer run_diff(const Command& command, const base::Context& context) {
  const std::string &older = command.inputs.front(), &newer = command.inputs.back();
  if (older == "-" && newer == "-") {
    return refuse(command, {{{"-", 0, 0}, "both cases are to come from standard input", "name a file for at least one of them"}});
  }
  const auto before = read_case_input(command, older);
  const auto after = read_case_input(command, newer);
  base::Problems problems;
  for (const auto* input : {&before, &after}) {
    if (!input->ok()) problems.insert(problems.end(), input->problems().begin(), input->problems().end());
  }
  if (!problems.empty()) return refuse(command, problems);
  const case_model::Case &was = before.value().seen, &is = after.value().seen;
  const auto outcome = catalogue::diff(was, is, {{command.scenarios, command.seed}, command.verify}, context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  const catalogue::DiffAnswer& found = *outcome.answer();
  if (!found.checks.problems.empty()) return not_confirmed(command, found.checks);
  findings::RunRecord run = found.run;
  run.audience = after.value().audience;
  Answer answer = deliver(command, write_as_asked(
                                       command, [&] { return formats::write_diff_json(was, is, found.finding, run); },
                                       [&] { return brief::tell_diff(was, is, found.finding, run); }));
  answer.err += say_checks(found.checks);
  return answer;
}

}  // namespace modus::cli

#include "apps/cli/what_if_command.h"

#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/brief/tell_change.h"
#include "modus/catalogue/compare_cases.h"
#include "modus/formats/write_json.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;

/// Of --set and --drop; all problems at once.
base::Result<std::vector<formats::CaseEdit>> read_edits(const Command& command) {
  std::vector<formats::CaseEdit> edits;
  base::Problems problems;
  const auto add = [&](const std::string& text) {
    const auto edit = formats::read_edit(text);
    if (edit.ok()) {
      edits.push_back(edit.value());
    } else {
      problems.insert(problems.end(), edit.problems().begin(), edit.problems().end());
    }
  };
  for (const std::string& text : command.list(OptionId::kSet)) add(text);
  for (const std::string& path : command.list(OptionId::kDrop)) add(path + "=");
  if (!problems.empty()) return problems;
  return edits;
}

}  // namespace

Answer run_what_if(const Command& command, const base::Context& context) {
  const auto edits = read_edits(command);
  if (!edits.ok()) return refuse(command, edits.problems());
  const bool scan = command.has(OptionId::kScan);
  if (edits.value().empty() && !scan) return {2, "", "modus: nothing to try: give --set PATH=VALUE, --drop PATH or --scan\n"};
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const case_model::Case& seen = input.value().seen;
  const catalogue::WhatIfOptions options{{command.scenarios, command.seed}, scan, command.verify};
  const auto outcome = catalogue::what_if(seen, edits.value(), options, context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  const catalogue::WhatIfAnswer& found = *outcome.answer();
  if (!found.checks.problems.empty()) return not_confirmed(command, found.checks);
  findings::RunRecord run = found.run;
  run.audience = input.value().audience;
  Answer answer = deliver(command, write_as_asked(
                                       command, [&] { return formats::write_what_if_json(seen, found.after, found.finding, found.scan, run); },
                                       [&] { return brief::tell_what_if(seen, found.after, found.finding, found.scan, run); }));
  answer.err += say_checks(found.checks);
  return answer;
}

}  // namespace modus::cli

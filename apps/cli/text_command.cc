#include "apps/cli/text_command.h"

#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/brief/tell.h"
#include "modus/brief/visible.h"
#include "modus/catalogue/text_rounds.h"
#include "modus/formats/write_json.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;

catalogue::TextAsk ask_of(const Command& command) {
  catalogue::TextAsk ask;
  ask.settings = {command.scenarios, command.seed};
  ask.draft = command.text(OptionId::kDraft);
  ask.confidence = command.text(OptionId::kConfidence);
  ask.after_deal = command.has(OptionId::kAfterDeal);
  ask.verify = command.verify;
  return ask;
}

catalogue::TextActions actions_of(const Command& command) {
  catalogue::TextActions actions;
  actions.start = command.has(OptionId::kStart);
  actions.reactions = command.list(OptionId::kReact);
  actions.take = command.text(OptionId::kTake);
  actions.change = command.text(OptionId::kChange);
  actions.agree = command.has(OptionId::kAgree);
  actions.after_deal = command.has(OptionId::kAfterDeal);
  actions.on = command.text(OptionId::kOn);
  actions.label = command.text(OptionId::kLabel);
  return actions;
}

Answer tell(const Command& command, const CaseInput& input, findings::BriefFinding& brief) {
  brief.run.audience = input.audience;
  return deliver(
      command,
      write_as_asked(
          command, [&] { return formats::write_text_json(input.seen, brief); },
          [&] { return brief::tell_text(input.seen, case_model::weigh_statements(input.seen), brief); }));
}

Answer record(const Command& command, const CaseInput& input, const findings::TextFinding& text,
              const catalogue::TextActions& actions) {
  auto done = catalogue::record_text(input.whole, text, actions);
  if (!done.ok()) return refuse(command, done.problems());
  const catalogue::TextRecord& record = done.value();
  if (command.json) {
    return rewrite_case(
        command, input, record.after,
        formats::write_recorded_json(catalogue::version(), "text", record.after, record.recorded));
  }
  std::string told = "Written into " + command.case_file() + ":\n";
  for (const std::string& line : record.recorded) told += "  " + brief::make_visible(line) + "\n";
  return rewrite_case(command, input, record.after, told);
}

}  // namespace

Answer run_text(const Command& command, const base::Context& context) {
  auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const auto outcome = catalogue::ask_text(input.value().seen, ask_of(command), context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr)
    return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  catalogue::TextAnswer answer = *outcome.answer();
  if (!answer.checks.problems.empty()) return not_confirmed(command, answer.checks);
  const catalogue::TextActions actions = actions_of(command);
  Answer told = actions.any() ? record(command, input.value(), *answer.brief.text, actions)
                              : tell(command, input.value(), answer.brief);
  told.err += say_checks(answer.checks);
  return told;
}

}  // namespace modus::cli

#include "apps/cli/ask_command.h"

#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/base/text.h"
#include "modus/brief/tell_ask.h"
#include "modus/brief/visible.h"
#include "modus/brief/words.h"
#include "modus/catalogue/ask.h"
#include "modus/catalogue/read_label.h"
#include "modus/catalogue/record_answer.h"
#include "modus/formats/write_json.h"
#include "modus/reading/calendar.h"

namespace modus::cli {
namespace {

using case_model::Case;
using catalogue::AnswerRecord;
using catalogue::OptionId;

bool in_private(const Command& command) { return command.text(OptionId::kIn) != "public"; }

base::Result<AnswerRecord> record_of(const Command& command, const Case& subject) {
  AnswerRecord record;
  record.in_private = in_private(command);
  record.channel = case_model::channel_of(command.text(OptionId::kChannel)).value_or(case_model::Channel::kQuoted);
  record.by = command.by;
  record.quote = command.text(OptionId::kQuote);
  base::Problems problems;
  if (const std::string& on = command.text(OptionId::kOn); !on.empty()) {
    record.on = on.size() == 10 ? reading::iso_day(on) : std::nullopt;
    if (!record.on) problems.push_back({{"--on", 0, 0}, "\"" + on + "\" is no day", "write it as 2026-03-14"});
  }
  if (const std::string& whom = command.text(OptionId::kLabel); !whom.empty()) {
    const auto label = catalogue::read_label(whom, subject, "--label");
    if (label.ok()) record.label = label.value();
    if (!label.ok()) problems.insert(problems.end(), label.problems().begin(), label.problems().end());
  }
  if (!problems.empty()) return problems;
  return record;
}

/// What was entered, in one sentence or two.
std::string say_recorded(const std::string& answer, const Case& after, case_model::StatementIndex index) {
  const case_model::Statement& statement = after.statements[index];
  std::string text = answer + ", entered as " + statement.id + ": " + after.parties[statement.party].name + " " + brief::say_statement(after, statement) + "; meant with a chance of " +
                     brief::chance(case_model::meant_of(after, statement)) + ", by the honesty taken. May be seen by: " +
                     catalogue::say_label(*statement.label, after) + ".";
  std::vector<std::string> replaced;
  for (const case_model::StatementIndex other : statement.replaces) replaced.push_back(after.statements[other].id);
  if (!replaced.empty()) text += " It replaces " + base::join_words(replaced) + ".";
  return text;
}

Answer record_answers(const Command& command, const CaseInput& input) {
  const auto record = record_of(command, input.whole);
  base::Problems problems = record.ok() ? base::Problems() : record.problems();
  Case after = input.whole;
  std::vector<std::string> recorded;
  for (const std::string& typed : command.list(OptionId::kAnswer)) {
    const std::size_t sign = typed.rfind('=');
    if (sign == std::string::npos) {
      problems.push_back({{"--answer", 0, 0}, "\"" + typed + "\" has no answer", "write ID=yes or ID=no"});
      continue;
    }
    auto made = catalogue::record_answer(after, std::string_view(typed).substr(0, sign), std::string_view(typed).substr(sign + 1),
                                         record.ok() ? record.value() : AnswerRecord());
    if (!made.ok()) {
      problems.insert(problems.end(), made.problems().begin(), made.problems().end());
      continue;
    }
    recorded.push_back(say_recorded(typed, made.value().after, made.value().statement));
    after = std::move(made.value().after);
  }
  if (!problems.empty()) return refuse(command, problems);
  std::string told;
  if (command.json) {
    told = formats::write_recorded_json(catalogue::version(), "ask", after, recorded);
  } else {
    for (const std::string& line : recorded) told += brief::make_visible(line) + "\n";
    told += "Next: modus ask " + brief::make_visible(command.case_file()) + " for what to ask now, modus brief for how things stand.\n";
  }
  return rewrite_case(command, input, after, std::move(told));
}

}  // namespace

Answer run_ask(const Command& command, const base::Context& context) {
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  if (!command.list(OptionId::kAnswer).empty()) return record_answers(command, input.value());
  const Case& seen = input.value().seen;
  const catalogue::AskOptions options{{command.scenarios, command.seed}, in_private(command), command.number(OptionId::kMost), command.verify};
  auto outcome = catalogue::ask(seen, options, context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  findings::BriefFinding brief = outcome.answer()->brief;
  brief.run.audience = input.value().audience;
  if (!outcome.answer()->checks.problems.empty()) return not_confirmed(command, outcome.answer()->checks);
  Answer answer = deliver(command, write_as_asked(
                                       command, [&] { return formats::write_ask_json(seen, brief); },
                                       [&] { return brief::tell_ask(seen, case_model::weigh_statements(seen), brief); }));
  answer.err += say_checks(outcome.answer()->checks);
  return answer;
}

}  // namespace modus::cli

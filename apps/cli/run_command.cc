#include "apps/cli/run_command.h"

#include <filesystem>
#include <optional>

#include "apps/cli/answers.h"
#include "apps/cli/ask_command.h"
#include "apps/cli/case_input.h"
#include "apps/cli/convert_command.h"
#include "apps/cli/diff_command.h"
#include "apps/cli/expand_command.h"
#include "apps/cli/frontier_command.h"
#include "apps/cli/log_command.h"
#include "apps/cli/progress_command.h"
#include "apps/cli/rates_command.h"
#include "apps/cli/read_command.h"
#include "apps/cli/score_command.h"
#include "apps/cli/seal_command.h"
#include "apps/cli/sheet_command.h"
#include "apps/cli/templates.h"
#include "apps/cli/text_command.h"
#include "apps/cli/what_if_command.h"
#include "apps/cli/when_command.h"
#include "modus/base/text.h"
#include "modus/brief/tell.h"
#include "modus/catalogue/check_case.h"
#include "modus/catalogue/read_package.h"
#include "modus/catalogue/read_reports.h"
#include "modus/catalogue/run.h"
#include "modus/formats/write_file.h"
#include "modus/formats/write_json.h"

namespace modus::cli {
namespace {

using catalogue::Verb;

Answer run_new(const Command& command) {
  const bool there = !command.output.empty() && std::filesystem::exists(command.output);
  if (there && !command.force) {
    return refuse(command, {{{command.output, 0, 0}, "is there already", "choose another name, or overwrite it with --force"}});
  }
  return deliver(command, std::string(template_text(command.start_from)));
}

bool names_reports(const Command& command) {
  return command.inputs.size() > 1 || (command.verb == Verb::kBrief && catalogue::is_report_name(command.case_file()));
}

/// A brief is of one case or of reports, never of several cases.
base::Problems not_reports(const Command& command) {
  base::Problems problems;
  for (const std::string& input : command.inputs) {
    if (!catalogue::is_report_name(input)) problems.push_back({{input, 0, 0}, "is no report by its name", "name one case alone, or reports that end in .txt, .md or .html"});
  }
  return problems;
}

base::Result<CaseInput> read_asked(const Command& command, const base::Context& context) {
  if (!names_reports(command)) return read_case_input(command);
  base::Problems problems = not_reports(command);
  if (!problems.empty()) return problems;
  auto drafted = draft_of_reports(command, context);
  return drafted.ok() ? input_of(command, std::move(drafted.value())) : base::Result<CaseInput>(drafted.problems());
}

std::string say_counts(const Command& command, const formats::CaseCounts& counts) {
  const auto say = [](std::uint64_t number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
  };
  return (command.case_file() == "-" ? "The case" : command.case_file()) + " is in order.\n" + say(counts.parties, "party", "parties") +
         ", " + say(counts.issues, "issue", "issues") + ", " + say(counts.packages, "package", "packages") + " out of " +
         say(counts.combinations, "combination", "combinations") + ",\n" + say(counts.statements, "statement", "statements") +
         " (" + std::to_string(counts.statements_counted) + " counted), " + say(counts.limits, "limit", "limits") + ", " +
         say(counts.sources, "source", "sources") + ".\n";
}

Answer run_check(const Command& command, const case_model::Case& subject) {
  const auto counts = catalogue::check_case(subject);
  if (!counts.ok()) return refuse(command, counts.problems());
  if (command.json) return {0, formats::write_check_json(catalogue::version(), subject, counts.value()), ""};
  return {0, say_counts(command, counts.value()), ""};
}

base::Result<catalogue::RunOptions> options_of(const Command& command, const case_model::Case& subject) {
  catalogue::RunOptions options{command.scenarios, command.seed, {}, command.verify};
  base::Problems problems;
  for (const std::string& text : command.packages) {
    const auto package = catalogue::read_package(text, subject, "--package");
    if (package.ok()) {
      options.packages.push_back(package.value());
    } else {
      problems.insert(problems.end(), package.problems().begin(), package.problems().end());
    }
  }
  if (!problems.empty()) return problems;
  return options;
}

std::string write_json(Verb verb, const case_model::Case& subject, const findings::BriefFinding& brief) {
  switch (verb) {
    case Verb::kZone: return formats::write_zone_json(subject, brief);
    case Verb::kBlockers: return formats::write_blockers_json(subject, brief);
    case Verb::kPackages: return formats::write_packages_json(subject, brief);
    default: return formats::write_brief_json(subject, brief);
  }
}

brief::Document tell(Verb verb, const case_model::Case& subject, const findings::BriefFinding& brief) {
  const case_model::Standing standing = case_model::weigh_statements(subject);
  switch (verb) {
    case Verb::kZone: return brief::tell_zone(subject, standing, brief);
    case Verb::kBlockers: return brief::tell_blockers(subject, standing, brief);
    case Verb::kPackages: return brief::tell_packages(subject, standing, brief);
    default: return brief::tell_brief(subject, standing, brief);
  }
}

std::string write_answer(const Command& command, const case_model::Case& subject, const findings::BriefFinding& brief) {
  return write_as_asked(
      command, [&] { return write_json(command.verb, subject, brief); }, [&] { return tell(command.verb, subject, brief); });
}

/// The table that the case names, for the brief's forecast.
base::Problems add_durations(const Command& command, const CaseInput& input, catalogue::RunOptions& options) {
  if (command.verb != Verb::kBrief) return {};
  auto durations = read_named_durations(input);
  if (!durations.ok()) return durations.problems();
  if (!durations.value()) return {};
  options.own_class = std::move(durations.value()->own.reference);
  options.own_class_sha256 = std::move(durations.value()->sha256);
  return {};
}

Answer run_analysis(const Command& command, const CaseInput& input, const base::Context& context) {
  const case_model::Case& subject = input.seen;
  auto options = options_of(command, subject);
  if (!options.ok()) return refuse(command, options.problems());
  std::optional<CaseInput> earlier;
  if (const std::string& since = command.text(catalogue::OptionId::kSince); !since.empty()) {
    auto read = read_case_input(command, since);
    if (!read.ok()) return refuse(command, read.problems());
    earlier = std::move(read.value());
    options.value().since = &earlier->seen;
  }
  if (const base::Problems problems = add_durations(command, input, options.value()); !problems.empty()) return refuse(command, problems);
  const auto outcome = catalogue::run(command.verb, subject, options.value(), context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  const catalogue::RunAnswer& found = *outcome.answer();
  if (!found.checks.problems.empty()) return not_confirmed(command, found.checks);
  findings::BriefFinding brief = found.brief;
  brief.run.audience = input.audience;
  Answer answer = deliver(command, write_answer(command, subject, brief));
  answer.err += say_checks(found.checks);
  return answer;
}

}  // namespace

Answer run_command(const Command& command, const base::Context& context) {
  if (command.verb == Verb::kNew) return run_new(command);
  if (command.verb == Verb::kRead) return run_read(command, context);
  if (command.verb == Verb::kAsk) return run_ask(command, context);
  if (command.verb == Verb::kSheet) return run_sheet(command);
  if (command.verb == Verb::kText) return run_text(command, context);
  if (command.verb == Verb::kWhatIf) return run_what_if(command, context);
  if (command.verb == Verb::kDiff) return run_diff(command, context);
  if (command.verb == Verb::kExpand) return run_expand(command, context);
  if (command.verb == Verb::kProgress) return run_progress(command, context);
  if (command.verb == Verb::kWhen) return run_when(command, context);
  if (command.verb == Verb::kFrontier) return run_frontier(command, context);
  if (command.verb == Verb::kConvert) return run_convert(command, context);
  if (command.verb == Verb::kLog) return run_log(command, context);
  if (command.verb == Verb::kSeal) return run_seal(command);
  if (command.verb == Verb::kRates) return run_rates(command);
  if (command.verb == Verb::kScore) return run_score(command);
  if (command.verb == Verb::kUnseal) return run_unseal(command);
  const auto input = read_asked(command, context);
  if (!input.ok()) return refuse(command, input.problems());
  if (command.verb == Verb::kCheck) return run_check(command, input.value().seen);
  return run_analysis(command, input.value(), context);
}

}  // namespace modus::cli

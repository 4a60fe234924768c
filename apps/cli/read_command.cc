#include "apps/cli/read_command.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "apps/cli/review_command.h"
#include "modus/brief/visible.h"
#include "modus/catalogue/read_reports.h"
#include "modus/drafting/draft_case.h"
#include "modus/drafting/merge.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_file.h"
#include "modus/reading/write_reading.h"

namespace modus::cli {
namespace {

namespace fs = std::filesystem;

base::Problem fault(const std::string& where, std::string what, std::string fix) { return {{where, 0, 0}, std::move(what), std::move(fix)}; }

std::string say_warnings(const base::Problems& warnings) {
  std::string text;
  for (const base::Problem& warning : warnings) text += "warning: " + base::describe(warning) + "\n";
  return text;
}

fs::path folder_of(const std::string& case_file) {
  const fs::path folder = fs::path(case_file).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// The reports' paths as the case file's folder sees them; empty where a case cannot point into the file.
std::vector<std::string> files_from(const Command& command, const std::vector<bool>& in_place) {
  const fs::path folder = command.output.empty() ? fs::path(".") : folder_of(command.output);
  std::vector<std::string> files;
  for (std::size_t i = 0; i < command.inputs.size(); ++i) {
    std::error_code error;
    const fs::path relative = fs::proximate(command.inputs[i], folder, error);
    const bool outside = error || relative.is_absolute() || *relative.begin() == "..";   // a case opens files of its own folder only
    files.push_back(command.inputs[i] == "-" || !in_place[i] || outside ? "" : relative.generic_string());
  }
  return files;
}

/// Which reports the case cannot point into, and what would help.
std::string say_unplaced(const Command& command, const std::vector<std::string>& files) {
  std::string text;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!files[i].empty() || command.inputs[i] == "-") continue;
    text += "warning: " + command.inputs[i] + ": is outside the case's folder or not UTF-8, so its passages keep their words but not their places (put a copy in UTF-8 beside the case)\n";
  }
  return text;
}

std::string count_of(std::size_t number, const char* one, const char* many) { return std::to_string(number) + " " + (number == 1 ? one : many); }

/// Questions told after a draft is written; the file has all.
constexpr std::size_t kQuestionsTold = 5;

std::string say_draft(const Command& command, const case_model::Case& subject, const std::vector<drafting::Conflict>& conflicts, const std::vector<drafting::LeftOut>& left_out) {
  std::string text = command.output + ": " + count_of(subject.parties.size(), "party", "parties") + ", " + count_of(subject.issues.size(), "issue", "issues") + ", " +
                     count_of(subject.statements.size(), "statement", "statements") + ", " + count_of(subject.draft->questions.size(), "open question", "open questions") + ".\n";
  if (!left_out.empty()) text += count_of(left_out.size(), "passage says", "passages say") + " something that has no place in a case (claims, asides).\n";
  const auto& questions = subject.draft->questions;
  for (std::size_t i = 0; i < std::min(questions.size(), kQuestionsTold); ++i) text += "  ? " + brief::make_visible(questions[i].asks) + "\n";
  if (questions.size() > kQuestionsTold) text += "  and " + std::to_string(questions.size() - kQuestionsTold) + " more in the file\n";
  for (const drafting::Conflict& conflict : conflicts) text += "kept as you have it: " + conflict.about + ": " + brief::make_visible(conflict.has) + " (the reader would say: " + brief::make_visible(conflict.reads) + ")\n";
  return text + "Next: modus read --review " + command.output + "\n";
}

/// The case that is there already, if there is one.
base::Result<std::optional<CaseInput>> existing_case(const Command& command) {
  if (command.output.empty() || !fs::exists(command.output)) return std::optional<CaseInput>();
  auto read = read_case_input(command, command.output);
  if (!read.ok()) return read.problems();
  return std::optional<CaseInput>(std::move(read.value()));
}

struct Drafted {
  case_model::Case subject;
  std::vector<drafting::Conflict> conflicts;
  std::vector<drafting::LeftOut> left_out;
};

base::Result<Drafted> draft(const catalogue::Readings& readings, const drafting::DraftOptions& options) {
  auto made = drafting::draft_case(readings.all, options);
  if (!made.ok()) return made.problems();
  Drafted drafted{std::move(made.value().subject), {}, std::move(made.value().left_out)};
  if (options.known == nullptr) return drafted;
  auto merged = drafting::merge(*options.known, drafted.subject);
  if (!merged.ok()) return merged.problems();
  drafted.subject = std::move(merged.value().subject);
  drafted.conflicts = std::move(merged.value().conflicts);
  return drafted;
}

Answer write_drafted(const Command& command, const Drafted& drafted, const CaseInput* existing, const std::string& warnings) {
  if (command.output.empty()) return {0, formats::write_case(drafted.subject), warnings};
  const std::string told = say_draft(command, drafted.subject, drafted.conflicts, drafted.left_out);
  if (existing == nullptr) {
    const base::Problems problems = formats::write_file(command.output, formats::write_case(drafted.subject));
    return problems.empty() ? Answer{0, told, warnings} : refuse(command, problems);
  }
  Answer answer = rewrite_case(command, *existing, drafted.subject, told);
  answer.err += warnings;
  return answer;
}

Answer read_into_case(const Command& command, const catalogue::ReportOptions& options, const base::Context& context) {
  const auto existing = existing_case(command);
  if (!existing.ok()) return refuse(command, existing.problems());
  const CaseInput* known = existing.value() ? &*existing.value() : nullptr;
  const auto readings = catalogue::read_report_files(command.inputs, standard_input_if_asked(command), options, context);
  if (!readings.ok()) return refuse(command, readings.problems());
  if (context.stop()) return cancelled(command);
  drafting::DraftOptions draft_options;
  draft_options.files = files_from(command, readings.value().in_place);
  draft_options.known = known != nullptr ? &known->whole : nullptr;
  const auto drafted = draft(readings.value(), draft_options);
  if (!drafted.ok()) return refuse(command, drafted.problems());
  return write_drafted(command, drafted.value(), known, say_unplaced(command, draft_options.files) + say_warnings(readings.value().warnings));
}

/// One report's reading goes to standard output or into the file named.
Answer write_one_reading(const Command& command, const catalogue::ReportOptions& options) {
  const auto read = catalogue::read_report_file(command.inputs.front(), standard_input_if_asked(command), options);
  if (!read.ok()) return refuse(command, read.problems());
  Answer answer = deliver(command, reading::write_reading(read.value().reading));
  answer.err += say_warnings(read.value().warnings);
  return answer;
}

/// Where the reading of each report goes; problems where two reports would share a file.
base::Result<std::vector<std::string>> reading_files(const Command& command) {
  if (command.output.empty() || !fs::is_directory(command.output)) {
    return fault(command.output.empty() ? "-o" : command.output, "is no folder for the readings of " + std::to_string(command.inputs.size()) + " reports", "make a folder and name it with -o");
  }
  std::vector<std::string> files;
  for (const std::string& input : command.inputs) files.push_back((fs::path(command.output) / (fs::path(input).stem().string() + ".reading.json")).string());
  std::vector<std::string> sorted = files;
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice != sorted.end()) return fault(*twice, "would be written for two reports of one name", "read them in two runs, into two folders");
  return files;
}

/// Each reading is written as soon as it is made: any number of reports takes no more memory than a few.
Answer write_readings(const Command& command, const catalogue::ReportOptions& options, const base::Context& context) {
  const auto files = reading_files(command);
  if (!files.ok()) return refuse(command, files.problems());
  const std::string input = standard_input_if_asked(command);
  std::vector<base::Problems> problems(command.inputs.size()), warnings(command.inputs.size());
  std::mutex mutex;
  std::size_t done = 0;
  base::parallel_for(context.threads, command.inputs.size(), [&](std::size_t i) {
    if (context.stop()) return;
    const auto read = catalogue::read_report_file(command.inputs[i], input, options);
    if (read.ok()) {
      problems[i] = formats::write_file(files.value()[i], reading::write_reading(read.value().reading));
      warnings[i] = read.value().warnings;
    } else {
      problems[i] = read.problems();
    }
    const std::lock_guard lock(mutex);
    context.report("reading reports", static_cast<double>(++done) / static_cast<double>(command.inputs.size()));
  });
  if (context.stop()) return cancelled(command);
  base::Problems all, warned;
  for (const base::Problems& some : problems) all.insert(all.end(), some.begin(), some.end());
  for (const base::Problems& some : warnings) warned.insert(warned.end(), some.begin(), some.end());
  Answer answer = all.empty() ? Answer{0, count_of(command.inputs.size(), "reading", "readings") + " written to " + command.output + ".\n", ""} : refuse(command, all);
  answer.err += say_warnings(warned);
  return answer;
}

}  // namespace

base::Result<catalogue::ReportOptions> report_options(const Command& command) {
  catalogue::ReportOptions options;
  if (!command.date.empty()) {
    options.date = parse_day(command.date);
    if (!options.date) return fault("--date", "\"" + command.date + "\" is no day", "write it as 2026-05-03");
  }
  if (!command.model.empty()) options.model = model_reader::ModelOptions{command.model, command.model_name, model_reader::key_of_environment()};
  return options;
}

std::optional<case_model::Day> parse_day(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t length) -> int {
    int value = -1;
    const char* end = text.data() + at + length;
    return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return case_model::Day(date);
}

base::Result<case_model::Case> draft_of_reports(const Command& command, const base::Context& context) {
  const auto options = report_options(command);
  if (!options.ok()) return options.problems();
  const auto readings = catalogue::read_report_files(command.inputs, standard_input_if_asked(command), options.value(), context);
  if (!readings.ok()) return readings.problems();
  drafting::DraftOptions draft_options;
  draft_options.files = files_from(command, readings.value().in_place);
  auto drafted = draft(readings.value(), draft_options);
  if (!drafted.ok()) return drafted.problems();
  return std::move(drafted.value().subject);
}

Answer run_read(const Command& command, const base::Context& context) {
  if (command.review) return run_review(command);
  const auto options = report_options(command);
  if (!options.ok()) return refuse(command, options.problems());
  if (command.format == "case") return read_into_case(command, options.value(), context);
  return command.inputs.size() == 1 ? write_one_reading(command, options.value()) : write_readings(command, options.value(), context);
}

}  // namespace modus::cli

#include "apps/cli/when_command.h"

#include <charconv>
#include <filesystem>
#include <optional>

#include "apps/cli/answers.h"
#include "modus/base/number.h"
#include "modus/base/text.h"
#include "modus/brief/tell.h"
#include "modus/catalogue/rates.h"
#include "modus/catalogue/when.h"
#include "modus/formats/read_durations.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/write_json.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;
using catalogue::WhenOptions;

void add(base::Problems& problems, const base::Problems& more) { problems.insert(problems.end(), more.begin(), more.end()); }

/// `name` is what it goes by in answers.
base::Result<OwnDurations> read_durations_file(const std::string& file, const std::string& name) {
  const auto text = file == "-" ? base::Result<std::string>(read_standard_input(formats::kMostDurationBytes))
                                : formats::read_text_file(file, formats::kMostDurationBytes);
  if (!text.ok()) return text.problems();
  auto own = catalogue::class_of_durations(text.value(), name);
  if (!own.ok()) return own.problems();
  return OwnDurations{std::move(own.value()), base::sha256_hex(text.value())};
}

void take(OwnDurations durations, WhenOptions& options) {
  options.own_class = std::move(durations.own.reference);
  options.own_class_sha256 = std::move(durations.sha256);
}

void read_weight(const Command& command, WhenOptions& options, base::Problems& problems) {
  const std::string& text = command.text(OptionId::kWeight);
  if (text.empty()) return;
  const auto share = base::read_decimal(text);
  if (share && share->value() >= 0 && share->value() <= 1) {
    options.weight = share->value();
  } else {
    problems.push_back({{"--weight", 0, 0}, "\"" + text + "\" is no share", "write a number from 0 to 1, such as 0.3"});
  }
}

void read_horizon(const Command& command, WhenOptions& options, base::Problems& problems) {
  const std::string& text = command.text(OptionId::kHorizon);
  if (text.empty()) return;
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (whole && days >= 1 && days <= catalogue::kLongestHorizonDays) {
    options.horizon_days = days;
  } else {
    problems.push_back({{"--horizon", 0, 0}, "\"" + text + "\" is no number of days to look ahead",
                        "write a whole number from 1 to " + std::to_string(catalogue::kLongestHorizonDays) + ", such as 180"});
  }
}

/// What was typed goes before the case's own choice, and of what was typed there may be one.
void choose_table(const Command& command, const CaseInput& input, WhenOptions& options, base::Problems& problems) {
  const std::string& file = command.text(OptionId::kDurations);
  if (!file.empty() && !options.reference_class.empty()) {
    problems.push_back({{"--durations", 0, 0}, "there is --class as well", "choose a class or your own table"});
  } else if (file == "-" && command.case_file() == "-") {
    problems.push_back({{"--durations", 0, 0}, "the case comes from standard input already", "name a file"});
  } else if (!file.empty()) {
    auto table = read_durations_file(file, file == "-" ? "standard input" : file);
    if (!table.ok()) return add(problems, table.problems());
    take(std::move(table.value()), options);
  } else if (options.reference_class.empty()) {
    auto named = read_named_durations(input);
    if (!named.ok()) return add(problems, named.problems());
    if (named.value()) take(std::move(*named.value()), options);
  }
}

}  // namespace

base::Result<WhenOptions> when_options_of(const Command& command, const CaseInput& input) {
  base::Problems problems;
  WhenOptions options;
  options.settings = {command.scenarios, command.seed};
  options.reference_class = command.text(OptionId::kClass);
  options.event = command.text(OptionId::kEvent);
  options.pool = command.has(OptionId::kPool);
  options.extremise = command.has(OptionId::kExtremise);
  options.verify = command.verify;
  read_weight(command, options, problems);
  read_horizon(command, options, problems);
  choose_table(command, input, options, problems);
  if (!problems.empty()) return problems;
  return options;
}

base::Result<std::optional<OwnDurations>> read_named_durations(const CaseInput& input) {
  const std::string& named = input.seen.forecast.durations;
  if (named.empty() || input.file.empty() || input.file == "-") return std::optional<OwnDurations>();
  auto table = read_durations_file((std::filesystem::path(input.file).parent_path() / named).string(), named);
  if (!table.ok()) return table.problems();
  return std::optional(std::move(table.value()));
}

Answer run_when(const Command& command, const base::Context& context) {
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const auto options = when_options_of(command, input.value());
  if (!options.ok()) return refuse(command, options.problems());
  const case_model::Case& seen = input.value().seen;
  const auto outcome = catalogue::when(seen, options.value(), context);
  if (outcome.problems() != nullptr) return refuse(command, *outcome.problems());
  if (outcome.stopped() != nullptr) return stop(command, outcome.stopped()->why, outcome.stopped()->what_to_do);
  if (!outcome.answer()->checks.problems.empty()) return not_confirmed(command, outcome.answer()->checks);
  findings::BriefFinding brief = outcome.answer()->brief;
  brief.run.audience = input.value().audience;
  Answer answer = deliver(command, write_as_asked(
                                       command, [&] { return formats::write_when_json(seen, brief); },
                                       [&] { return brief::tell_when(seen, case_model::weigh_statements(seen), brief); }));
  answer.err += say_checks(outcome.answer()->checks);
  return answer;
}

}  // namespace modus::cli

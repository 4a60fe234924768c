#include "apps/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <sstream>

#include "modus/base/text.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;
using catalogue::OptionKind;
using catalogue::OptionRow;
using catalogue::VerbRow;

bool* flag_of(Command& command, OptionId id) {
  switch (id) {
    case OptionId::kVerify: return &command.verify;
    case OptionId::kForce: return &command.force;
    case OptionId::kReview: return &command.review;
    case OptionId::kJson: return &command.json;
    default: return &command.flags[id];
  }
}

std::uint64_t* number_of(Command& command, OptionId id) {
  switch (id) {
    case OptionId::kSeed: return &command.seed;
    case OptionId::kThreads: return &command.threads;
    case OptionId::kScenarios: return &command.scenarios;
    default: return &command.numbers[id];
  }
}

std::string* text_of(Command& command, OptionId id) {
  switch (id) {
    case OptionId::kTemplate: return &command.start_from;
    case OptionId::kFormat: return &command.format;
    case OptionId::kDate: return &command.date;
    case OptionId::kBy: return &command.by;
    case OptionId::kModel: return &command.model;
    case OptionId::kModelName: return &command.model_name;
    case OptionId::kOutput: return &command.output;
    default: return &command.texts[id];
  }
}

std::vector<std::string>* list_of(Command& command, OptionId id) {
  return id == OptionId::kPackage ? &command.packages : &command.lists[id];
}

template <class Value>
const Value& value_or_none(const std::map<OptionId, Value>& values, OptionId id) {
  static const Value none = {};
  const auto found = values.find(id);
  return found == values.end() ? none : found->second;
}

constexpr std::size_t kColumn = 26;  ///< where the help's sentences start
constexpr std::size_t kWidth = 78;

/// The words in lines of at most `width`.
std::string wrap(std::string_view text, std::size_t width) {
  std::istringstream words{std::string(text)};
  std::string wrapped;
  std::size_t used = 0;
  for (std::string word; words >> word; used += word.size() + 1) {
    if (used > 0 && used + word.size() > width) {
      wrapped += '\n';
      used = 0;
    } else if (used > 0) {
      wrapped += ' ';
    }
    wrapped += word;
  }
  return wrapped;
}

std::string says_of(const OptionRow& row) {
  std::string says(row.says);
  if (row.kind == OptionKind::kWholeNumber) says += " Default " + std::to_string(row.standard) + ".";
  if (!row.choices.empty()) says += " " + base::join_words({row.choices.begin(), row.choices.end()}, "or") + ".";
  return wrap(says, kWidth - kColumn);
}

/// Digits only, and in range; CLI11 would take -1 for a large number.
CLI::Validator whole_number(const OptionRow& row) {
  const auto fault = [&row](const std::string& text) -> std::string {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= row.low && number <= row.high) return "";
    return "\"" + text + "\" is no whole number from " + std::to_string(row.low) + " to " + std::to_string(row.high);
  };
  return CLI::Validator(fault, "");
}

CLI::Option* add_text(CLI::App& app, Command& command, const OptionRow& row) {
  std::string& target = *text_of(command, row.id);
  target = row.standard_text;
  CLI::Option* option = app.add_option(std::string(row.name), target, says_of(row));
  if (!row.choices.empty()) {
    option->check(CLI::IsMember(std::vector<std::string>(row.choices.begin(), row.choices.end())).description(""));
  }
  return option;
}

CLI::Option* add_number(CLI::App& app, Command& command, const OptionRow& row) {
  std::uint64_t& target = *number_of(command, row.id);
  target = row.standard;
  return app.add_option(std::string(row.name), target, says_of(row))->check(whole_number(row));
}

void add_option(CLI::App& app, Command& command, const OptionRow& row) {
  const std::string name(row.name);
  const std::string says = says_of(row);
  switch (row.kind) {
    case OptionKind::kFlag: app.add_flag(name, *flag_of(command, row.id), says); return;
    case OptionKind::kWholeNumber: add_number(app, command, row)->type_name(std::string(row.takes)); return;
    case OptionKind::kText: add_text(app, command, row)->type_name(std::string(row.takes)); return;
    case OptionKind::kTexts:
      app.add_option(name, *list_of(command, row.id), says)->type_name(std::string(row.takes))->expected(1)->take_all();
      return;
  }
}

std::string examples_of(const VerbRow& row) {
  std::string text = wrap(row.prints, kWidth) + "\n\nExamples:\n";
  for (const catalogue::Example& example : row.examples) {
    text += "  modus " + std::string(example.line) + "\n      " + std::string(example.does) + "\n";
  }
  return text;
}

void add_inputs(CLI::App& verb, Command& command, catalogue::Takes takes) {
  using catalogue::Takes;
  if (takes == Takes::kNothing) return;
  if (takes == Takes::kTwoCases) {
    const char* says = "Two states of one case, the earlier one first; one may be - for standard input.";
    verb.add_option("CASE", command.inputs, wrap(says, kWidth - kColumn))->required()->type_name(" ")->expected(2);
    return;
  }
  if (takes == Takes::kTableOrNothing) {
    const char* says = "A table of durations (CSV), or - for standard input.";
    verb.add_option("TABLE", command.inputs, wrap(says, kWidth - kColumn))->type_name(" ")->expected(0, 1);
    return;
  }
  if (takes == Takes::kLogOrCase) {
    const char* says = "A log of forecasts, or the case (.yaml, .yml or .sealed) that it lies beside.";
    verb.add_option("LOG", command.inputs, wrap(says, kWidth - kColumn))->required()->type_name(" ")->expected(1);
    return;
  }
  const bool one = takes == Takes::kCase;
  const char* name = takes == Takes::kReports ? "REPORT" : "CASE";
  const char* says = one ? "A case file, or - for standard input."
                         : (takes == Takes::kReports ? "Reports, or - for standard input; with --review a case file." : "A case file or reports, or - for a case on standard input.");
  verb.add_option(name, command.inputs, wrap(says, kWidth - kColumn))->required()->type_name(" ")->expected(1, one ? 1 : 100'000);
}

void add_verb(CLI::App& app, Command& command, const VerbRow& row) {
  CLI::App* verb = app.add_subcommand(std::string(row.name), wrap(row.question, kWidth - kColumn));
  verb->footer(examples_of(row));
  add_inputs(*verb, command, row.takes);
  for (const OptionId id : row.options) add_option(*verb, command, catalogue::row_of(id));
  verb->callback([&command, &row] { command.verb = row.verb; });
}

/// What can be told as JSON and written into a file is a document: its ending says which kind.
bool writes_document(const VerbRow& row) {
  return std::ranges::count(row.options, OptionId::kJson) > 0 && std::ranges::count(row.options, OptionId::kOutput) > 0;
}

/// A document's file must say by its ending what to write; empty where it does, or where there is no such file.
std::string wrong_ending(const Command& command) {
  if (command.output.empty() || !writes_document(catalogue::row_of(command.verb))) return "";
  const std::string ending = std::filesystem::path(command.output).extension();
  constexpr std::array<std::string_view, 4> kEndings = {".html", ".md", ".json", ".txt"};
  if (std::ranges::find(kEndings, ending) == kEndings.end()) {
    return "modus: " + command.output + ": the file of an answer ends in .html, .md, .json or .txt\n";
  }
  if (command.json && ending != ".json") return "modus: --json and " + command.output + " ask for two kinds of answer; choose one\n";
  return "";
}

constexpr std::string_view kFooter =
    "Start here:\n"
    "  modus new --template labour -o strike.yaml\n"
    "      a small case to change into your own\n"
    "  modus brief strike.yaml\n"
    "      the whole brief; -o brief.html for a page to read and print\n"
    "  modus VERB --help\n"
    "      what a verb does, with examples\n"
    "\n"
    "Exit status: 0 done, 1 the input is wrong, 2 the command line is wrong,\n"
    "3 stopped before an answer.\n";

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  std::ranges::transform(catalogue::verbs(), std::back_inserter(names),
                         [](const VerbRow& row) { return std::string(row.name); });
  return names;
}

/// Says so where the first word is no verb; empty where it is one, or an option.
std::string unknown_verb(std::string_view word) {
  const std::vector<std::string> names = verb_names();
  if (word.starts_with('-') || std::ranges::find(names, word) != names.end()) return "";
  const auto nearest = base::nearest_name(word, names);
  return "modus: there is no verb \"" + std::string(word) + "\" (" +
         (nearest ? "did you mean " + *nearest + "?" : "the verbs are " + base::join_words(names)) + ")\n";
}

}  // namespace

bool Command::has(OptionId flag) const { return value_or_none(flags, flag); }
std::uint64_t Command::number(OptionId option) const { return value_or_none(numbers, option); }
const std::string& Command::text(OptionId option) const { return value_or_none(texts, option); }
const std::vector<std::string>& Command::list(OptionId option) const { return value_or_none(lists, option); }

std::variant<Command, Reply> read_command_line(int argc, const char* const* argv) {
  Command command;
  CLI::App app("Modus tells a mediator's team what each side of a negotiation can live with.", "modus");
  app.set_version_flag("--version", "modus " + std::string(catalogue::version()));
  app.footer(std::string(kFooter));
  app.get_formatter()->column_width(kColumn);
  app.require_subcommand(1);
  for (const VerbRow& row : catalogue::verbs()) add_verb(app, command, row);

  if (argc < 2) return Reply{2, app.help()};
  if (std::string fault = unknown_verb(argv[1]); !fault.empty()) return Reply{2, std::move(fault)};
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Reply{0, app.help()};
  } catch (const CLI::CallForVersion& version) {
    return Reply{0, std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return Reply{2, "modus: " + std::string(error.what()) + "\nSee: modus " +
                        (app.get_subcommands().empty() ? "" : app.get_subcommands().front()->get_name() + " ") + "--help\n"};
  }
  if (std::string fault = wrong_ending(command); !fault.empty()) return Reply{2, std::move(fault)};
  return command;
}

}  // namespace modus::cli

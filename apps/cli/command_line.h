/// \file From the words typed to a command, by the table of verbs.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "modus/catalogue/verbs.h"

namespace modus::cli {

/// What was asked for, checked as far as the words alone allow.
struct Command {
  catalogue::Verb verb = catalogue::Verb::kCheck;
  std::vector<std::string> inputs;  ///< case or reports, "-" for standard input; empty where the verb takes none
  bool json = false, verify = false, force = false, review = false;
  std::string output;     ///< empty: standard output
  std::string start_from;
  std::string format, date, by, model, model_name;
  std::uint64_t scenarios = 0, seed = 0, threads = 0;
  std::vector<std::string> packages;
  // Options that one or two verbs take.
  std::map<catalogue::OptionId, bool> flags;
  std::map<catalogue::OptionId, std::uint64_t> numbers;
  std::map<catalogue::OptionId, std::string> texts;
  std::map<catalogue::OptionId, std::vector<std::string>> lists;

  [[nodiscard]] bool has(catalogue::OptionId flag) const;
  /// As given, else its default.
  [[nodiscard]] std::uint64_t number(catalogue::OptionId option) const;
  /// Empty where it was not given and has no default.
  [[nodiscard]] const std::string& text(catalogue::OptionId option) const;
  [[nodiscard]] const std::vector<std::string>& list(catalogue::OptionId option) const;
  [[nodiscard]] const std::string& case_file() const { return inputs.front(); }
};

/// What to say instead of running: help on standard output (status 0), a fault on standard error (status 2).
struct Reply {
  int status = 0;
  std::string text;
};

[[nodiscard]] std::variant<Command, Reply> read_command_line(int argc, const char* const* argv);

}  // namespace modus::cli

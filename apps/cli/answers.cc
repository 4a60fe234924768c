#include "apps/cli/answers.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>

#include "modus/base/text.h"
#include "modus/brief/render.h"
#include "modus/brief/visible.h"
#include "modus/documents/open_document.h"
#include "modus/formats/write_file.h"
#include "modus/formats/write_json.h"

namespace modus::cli {
namespace {

std::string_view verb_name(const Command& command) { return catalogue::row_of(command.verb).name; }

}  // namespace

Answer refuse(const Command& command, const base::Problems& problems) {
  Answer answer{1, "", ""};
  for (const base::Problem& problem : problems) answer.err += brief::make_visible(base::describe(problem)) + "\n";
  if (command.json) answer.out = formats::write_problems_json(catalogue::version(), verb_name(command), problems);
  return answer;
}

Answer stop(const Command& command, const std::string& why, const std::string& what_to_do) {
  Answer answer{3, "", "modus: " + why + "\n" + what_to_do + "\n"};
  if (command.json) answer.out = formats::write_stopped_json(catalogue::version(), verb_name(command), why, what_to_do);
  return answer;
}

Answer cancelled(const Command& command) { return stop(command, "It was cancelled before there was an answer.", "Run it again."); }

Answer not_confirmed(const Command& command, const verify::VerifyReport& checks) {
  Answer fault = stop(command, "The separate check does not confirm the findings.", "This is a fault of the program; please report it.");
  for (const base::Problem& problem : checks.problems) fault.err += base::describe(problem) + "\n";
  return fault;
}

std::string say_checks(const verify::VerifyReport& checks) {
  std::string text;
  if (!checks.done.empty()) text += "confirmed: " + base::join_words(checks.done) + "\n";
  for (const std::string& check : checks.not_done) text += "not checked: " + check + "\n";
  return text;
}

Answer deliver(const Command& command, std::string text) {
  if (command.output.empty()) return {0, std::move(text), ""};
  const base::Problems problems = formats::write_file(command.output, text);
  return problems.empty() ? Answer() : refuse(command, problems);
}

std::string write_as_asked(const Command& command, const std::function<std::string()>& json,
                           const std::function<brief::Document()>& document) {
  const std::string ending = std::filesystem::path(command.output).extension();
  if (command.json || ending == ".json") return json();
  if (ending == ".html") return brief::render_html(document());
  return ending == ".md" ? brief::render_markdown(document()) : brief::render_text(document());
}

std::string read_standard_input(std::size_t most) {
  std::string text;
  std::array<char, 65536> piece = {};
  while (std::cin && text.size() <= most) {
    std::cin.read(piece.data(), piece.size());
    text.append(piece.data(), static_cast<std::size_t>(std::cin.gcount()));
  }
  return text;
}

std::string standard_input_if_asked(const Command& command) {
  const bool asked = std::find(command.inputs.begin(), command.inputs.end(), "-") != command.inputs.end();
  return asked ? read_standard_input(documents::OpenLimits::kFileBytes) : std::string();
}

}  // namespace modus::cli

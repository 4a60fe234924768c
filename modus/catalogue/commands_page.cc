#include <algorithm>

#include "modus/catalogue/verbs.h"

namespace modus::catalogue {
namespace {

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

/// "-o FILE, --output FILE"
std::string usage(const OptionRow& row) {
  std::string text(row.name);
  if (const auto comma = text.find(','); comma != std::string::npos) text.insert(comma + 1, " ");
  if (!row.takes.empty()) text += " " + std::string(row.takes);
  return code(text);
}

std::string default_of(const OptionRow& row) {
  if (row.kind == OptionKind::kWholeNumber) return std::to_string(row.standard);
  return row.standard_text.empty() ? "" : std::string(row.standard_text);
}

std::string range_of(const OptionRow& row) {
  if (row.kind == OptionKind::kWholeNumber) return std::to_string(row.low) + " to " + std::to_string(row.high);
  std::string all;
  for (const std::string_view choice : row.choices) all += (all.empty() ? "" : ", ") + std::string(choice);
  return all;
}

std::string verb_section(const VerbRow& row) {
  std::string text = "\n## " + std::string(row.name) + "\n\n" + std::string(row.question) + "\n\n" + std::string(row.prints) +
                     "\nHow sure its answers are: " + std::string(row.verdicts) + ".\n\n```console\n";
  for (const Example& example : row.examples) {
    text += "$ bin/modus " + std::string(example.line) + "   # " + std::string(example.does) + "\n";
  }
  text += "```\n\nOptions:";
  for (const OptionId id : row.options) text += " " + usage(row_of(id));
  return text + "\n";
}

}  // namespace

std::string commands_page() {
  std::string page =
      "# Commands\n\nFor whoever runs `modus`. This page is made from the table in `modus/catalogue/verbs.cc` by\n"
      "`tools/refresh-goldens`; a test compares them.\n\n`modus VERB CASE [options]`; `-` as the case, or as a report, is standard input. "
      "Text for people goes to standard output,\nprogress and warnings to standard error.\n\n"
      "| exit status | means |\n| --- | --- |\n| 0 | done |\n| 1 | the input is wrong, or the answer could not be written: "
      "the problems are listed |\n| 2 | the command line is wrong |\n| 3 | stopped before an answer: the sampler did not "
      "mix, the work would be too much, or it was cancelled |\n";
  for (const VerbRow& row : verbs()) page += verb_section(row);
  page += "\n## Options\n\n| option | what it does | range | default |\n| --- | --- | --- | --- |\n";
  for (const OptionRow& row : options()) {
    page += "| " + usage(row) + " | " + std::string(row.says) + " | " + range_of(row) + " | " + default_of(row) + " |\n";
  }
  return page;
}

}  // namespace modus::catalogue

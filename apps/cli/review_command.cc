#include "apps/cli/review_command.h"

#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "apps/cli/terminal.h"
#include "modus/base/text.h"
#include "modus/brief/visible.h"
#include "modus/documents/open_document.h"
#include "modus/drafting/review.h"
#include "modus/formats/read_text_file.h"

namespace modus::cli {
namespace {

namespace fs = std::filesystem;
using drafting::Review;
using drafting::ReviewItem;

void say(const std::string& text) { static_cast<void>(write_to_stdout(text)); }

std::map<std::string, std::string> texts_of(const case_model::Case& subject, const fs::path& folder) {
  std::map<std::string, std::string> texts;
  for (const case_model::Source& source : subject.sources) {
    if (source.file.empty()) continue;
    const auto text = formats::read_text_file(folder / source.file, documents::OpenLimits::kFileBytes);
    if (text.ok() && base::is_utf8(text.value())) texts[source.id] = text.value();
  }
  return texts;
}

std::string say_item(const ReviewItem& item, std::size_t left) {
  const auto shown = [](const std::string& text) { return brief::make_visible(text); };
  std::string text = "\n" + std::to_string(left) + " left  [" + shown(item.source) + "] " + shown(item.about) + "\n";
  if (!item.context.empty()) text += "  ... " + shown(item.context) + " ...\n";
  text += "  \"" + shown(item.passage.text) + "\"" + (item.speaker.empty() ? "" : "  (" + shown(item.speaker) + ")") + "\n";
  text += "  read as: " + shown(item.reads_as) + "\n";
  if (!item.asks.empty()) text += "  " + shown(item.asks) + "\n";
  for (std::size_t i = 0; i < item.codings.size(); ++i) text += "    " + std::to_string(i + 1) + "  " + shown(item.codings[i].says) + (i == item.taken ? "  (as it stands)" : "") + "\n";
  return text + "  [a]ccept, " + (item.codings.empty() ? "" : "a number, ") + "[c]orrect, [d]rop, [s]kip, [q]uit > ";
}

bool ask(const std::string& prompt, std::string& answer) {
  say(prompt);
  return static_cast<bool>(std::getline(std::cin, answer));
}

/// Empty answers leave a thing as it is.
drafting::Correction ask_correction(base::Problems& problems) {
  drafting::Correction correction;
  std::string answer;
  if (ask("    kind (red_line demands rejects offers accepts prefers): ", answer) && !answer.empty()) {
    correction.kind = case_model::kind_of(answer);
    if (!correction.kind) problems.push_back({{"", 0, 0}, "\"" + answer + "\" is no kind of statement", "write red_line, demands, rejects, offers, accepts or prefers"});
  }
  if (ask("    what (a condition, such as territory = zone): ", answer) && !answer.empty()) correction.what = answer;
  if (ask("    party: ", answer) && !answer.empty()) correction.party = answer;
  return correction;
}

/// The reviewing of one case, item by item.
class Session {
 public:
  Session(const Command& command, CaseInput& input, Review review) : command_(command), input_(input), review_(std::move(review)) {}

  Answer run() {
    while (const auto item = review_.item()) {
      std::string answer;
      if (!ask(say_item(*item, review_.left()), answer) || answer == "q") break;
      const base::Problems problems = take(*item, answer);
      for (const base::Problem& problem : problems) say("  " + base::describe(problem) + "\n");
      if (const base::Problems unsaved = save(); !unsaved.empty()) return refuse(command_, unsaved);
    }
    confirm_issues();
    if (const base::Problems unsaved = save(); !unsaved.empty()) return refuse(command_, unsaved);
    return {0, "\n" + std::to_string(review_.left()) + " left; saved in " + command_.case_file() + ".\n", ""};
  }

 private:
  static std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

  base::Problems take(const ReviewItem& item, const std::string& answer) {
    if (answer == "a" || answer == "s" || answer == "d") return plain(answer.front());
    if (answer == "c") {
      base::Problems problems;
      const drafting::Correction correction = ask_correction(problems);
      return problems.empty() ? review_.correct(correction, now()) : problems;
    }
    const bool number = !answer.empty() && answer.size() < 4 && answer.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t chosen = number ? std::stoul(answer) : 0;
    if (chosen < 1 || chosen > item.codings.size()) return {{{"", 0, 0}, "\"" + brief::make_visible(answer) + "\" is no answer", "type one of the letters or numbers shown"}};
    if (chosen - 1 == item.taken) return review_.accept(now());
    return review_.answer(chosen - 1, now());
  }

  base::Problems plain(char answer) {
    if (answer == 'a') return review_.accept(now());
    if (answer == 'd') return review_.drop(now());
    review_.skip();
    return {};
  }

  /// At the end: on which issues the positions are right as they stand.
  void confirm_issues() {
    if (review_.item()) return;
    for (const case_model::Issue& issue : std::vector<case_model::Issue>(review_.subject().issues.begin(), review_.subject().issues.end())) {
      const auto& confirmed = review_.subject().draft->confirmed;
      if (std::find(confirmed.begin(), confirmed.end(), issue.id) != confirmed.end()) continue;
      std::string answer;
      if (!ask("Are the positions on \"" + brief::make_visible(issue.name) + "\" right as they stand now? [y/n] ", answer)) return;
      if (answer == "y") {
        for (const base::Problem& problem : review_.confirm(issue.id)) say("  " + base::describe(problem) + "\n");
      }
    }
  }

  base::Problems save() {
    const auto saved = put_back(input_, review_.subject());
    if (!saved.ok()) return saved.problems();
    say(saved.value());
    return {};
  }

  const Command& command_;
  CaseInput& input_;
  Review review_;
};

}  // namespace

Answer run_review(const Command& command) {
  if (command.by.empty()) return refuse(command, {{{"--by", 0, 0}, "is missing: every decision is recorded with who took it", "add --by \"YOUR NAME\""}});
  if (command.inputs.size() != 1) return refuse(command, {{{"--review", 0, 0}, "takes one case file", "name the case, not the reports"}});
  auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const case_model::Case& subject = input.value().whole;
  if (!subject.draft) return refuse(command, {{{command.case_file(), 0, 0}, "was not drafted from reports", "draft one with: modus read REPORT -o " + command.case_file()}});
  const fs::path folder = fs::path(command.case_file()).parent_path();
  const auto texts = texts_of(subject, folder.empty() ? fs::path(".") : folder);
  return Session(command, input.value(), Review(subject, command.by, texts)).run();
}

}  // namespace modus::cli

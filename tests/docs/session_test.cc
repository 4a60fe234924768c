/// \file The worked session of docs/session.md, run line by line: every command succeeds and prints what the page shows.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/files.h"
#include "tests/support/program.h"

namespace modus::tests {
namespace {

/// One command of the page with the lines shown below it. "..." stands for lines left out.
struct Step {
  std::string command;
  std::vector<std::string> shown;
};

std::vector<Step> steps_of(const std::string& page) {
  std::vector<Step> steps;
  bool inside = false;
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      steps.push_back({line.substr(2), {}});
    } else if (inside && !steps.empty()) {
      steps.back().shown.push_back(line);
    }
  }
  return steps;
}

constexpr std::string_view kEnd = "@@ end ";

/// All commands in one shell, in a folder with the worked case and its reports.
std::string script_of(const std::vector<Step>& steps) {
  std::string script = "cp -r '" MODUS_SOURCE_DIR "/cases/reports' '" MODUS_SOURCE_DIR "/cases/dock-strike.yaml' .\nexport MODUS_PASSPHRASE=harbour\n";
  for (const Step& step : steps) script += step.command + " 2>&1\necho \"" + std::string(kEnd) + "$?\"\n";
  return script;
}

struct Printed {
  std::vector<std::string> lines;
  std::string status;
};

std::vector<Printed> printed_by(const std::vector<Step>& steps) {
  std::vector<Printed> printed(1);
  for (const std::string& line : lines_of(run_shell(script_of(steps)).out)) {
    if (!line.starts_with(kEnd)) {
      printed.back().lines.push_back(line);
      continue;
    }
    printed.back().status = line.substr(kEnd.size());
    printed.emplace_back();
  }
  printed.pop_back();
  return printed;
}

/// The first line shown that does not come out where it should; empty where all do.
std::string missing_line(const Step& step, const std::vector<std::string>& printed) {
  auto place = printed.begin();
  bool free = false;
  for (const std::string& line : step.shown) {
    if (line == "...") {
      free = true;
      continue;
    }
    const auto found = free ? std::find(place, printed.end(), line) : place;
    if (found == printed.end() || *found != line) return line;
    place = found + 1;
    free = false;
  }
  return "";
}

TEST(Session, RunsAsThePageShows) {
  const std::vector<Step> steps = steps_of(read_file(source_folder() / "docs/session.md"));
  ASSERT_GT(steps.size(), 8U);
  const std::vector<Printed> printed = printed_by(steps);
  ASSERT_EQ(printed.size(), steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    std::string all;
    for (const std::string& line : printed[i].lines) all += line + "\n";
    EXPECT_EQ(printed[i].status, "0") << steps[i].command << "\n" << all;
    EXPECT_EQ(missing_line(steps[i], printed[i].lines), "") << steps[i].command << "\n" << all;
  }
}

}  // namespace
}  // namespace modus::tests

#include "apps/cli/convert_command.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/brief/visible.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/formats/case_of_domain.h"
#include "modus/formats/domain_files.h"
#include "modus/formats/write_domain.h"
#include "modus/formats/write_file.h"
#include "modus/zone/domain_of_case.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;
namespace fs = std::filesystem;

struct Subject {
  case_model::Domain domain;
  std::vector<std::string> notes;
};

base::Result<Subject> read_subject(const Command& command, const base::Context& context) {
  if (formats::is_domain_path(command.case_file())) {
    auto file = formats::read_domain(command.case_file());
    if (!file.ok()) return file.problems();
    return Subject{std::move(file.value().domain), std::move(file.value().notes)};
  }
  const auto input = read_case_input(command);
  if (!input.ok()) return input.problems();
  const auto drawn = catalogue::draw_run(input.value().seen, {command.scenarios, command.seed}, context);
  if (drawn.problems() != nullptr) return *drawn.problems();
  if (drawn.stopped() != nullptr) return base::Problem{{command.case_file(), 0, 0}, drawn.stopped()->why, drawn.stopped()->what_to_do};
  auto made = zone::domain_of((*drawn.answer())->drawn);
  if (!made.ok()) return made.problems();
  return Subject{std::move(made.value().domain), std::move(made.value().left_out)};
}

formats::DomainFormat format_of(const std::string& name) {
  for (const auto format : {formats::DomainFormat::kGenius, formats::DomainFormat::kGeniusWeb, formats::DomainFormat::kNegmas, formats::DomainFormat::kCsv}) {
    if (formats::name_of(format) == name) return format;
  }
  return formats::DomainFormat::kPlainJson;
}

std::string say_notes(const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& note : notes) text += "modus: " + brief::make_visible(note) + "\n";
  return text;
}

/// A folder is made whole beside its place and then put there.
base::Problems write_folder(const std::string& name, const std::vector<formats::NamedText>& files, bool force) {
  fs::path place(name);
  if (!place.has_filename()) place = place.parent_path();  // "folder/"
  std::error_code error;
  if (fs::exists(place, error) && !force) return {{{name, 0, 0}, "is there already", "choose another name, or put files into it with --force"}};
  fs::create_directories(place.has_parent_path() ? place.parent_path() : fs::path("."), error);
  std::string made = place.string() + ".XXXXXX";
  if (mkdtemp(made.data()) == nullptr) error = std::error_code(errno, std::generic_category());
  if (error) return {{{name, 0, 0}, "cannot be made: " + error.message(), "choose a folder that can be written to"}};
  for (const formats::NamedText& file : files) {
    if (base::Problems problems = formats::write_file(fs::path(made) / file.name, file.text); !problems.empty()) {
      fs::remove_all(made, error);
      return problems;
    }
  }
  if (!fs::exists(place, error)) {
    fs::permissions(made, fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add, error);
    fs::rename(made, place, error);
    return error ? base::Problems{{{name, 0, 0}, "cannot be put in its place: " + error.message(), "choose another name"}} : base::Problems{};
  }
  base::Problems problems;
  for (const formats::NamedText& file : files) {
    const base::Problems more = formats::write_file(place / file.name, file.text);
    problems.insert(problems.end(), more.begin(), more.end());
  }
  fs::remove_all(made, error);
  return problems;
}

base::Problems named_by(const Command& command, base::Problems problems) {
  for (base::Problem& problem : problems) {
    if (problem.where.file.empty()) problem.where.file = command.case_file();
  }
  return problems;
}

}  // namespace

Answer run_convert(const Command& command, const base::Context& context) {
  auto subject = read_subject(command, context);
  if (!subject.ok()) return refuse(command, subject.problems());
  std::vector<std::string> notes = subject.value().notes;
  const std::string to = command.text(OptionId::kTo);
  std::vector<formats::NamedText> files;
  if (to == "case") {
    auto made = formats::case_of_domain(subject.value().domain);
    if (!made.ok()) return refuse(command, named_by(command, made.problems()));
    notes.insert(notes.end(), made.value().notes.begin(), made.value().notes.end());
    files.push_back({"", std::move(made.value().text)});
  } else {
    auto written = formats::write_domain(subject.value().domain, format_of(to));
    if (!written.ok()) return refuse(command, named_by(command, written.problems()));
    notes.insert(notes.end(), written.value().left_out.begin(), written.value().left_out.end());
    files = std::move(written.value().files);
  }
  if (files.size() == 1) {
    Answer answer = deliver(command, std::move(files.front().text));
    answer.err += say_notes(notes);
    return answer;
  }
  if (command.output.empty()) return {2, "", "modus: that is " + std::to_string(files.size()) + " files: name a folder with -o\n"};
  if (const base::Problems problems = write_folder(command.output, files, command.force); !problems.empty()) return refuse(command, problems);
  return {0, "", say_notes(notes)};
}

}  // namespace modus::cli

#include "apps/cli/case_input.h"

#include <filesystem>
#include <utility>

#include "apps/cli/answers.h"
#include "modus/formats/read_case.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_file.h"

namespace modus::cli {
namespace {

namespace fs = std::filesystem;

base::Result<std::string> text_of(const std::string& file) {
  if (file == "-") return read_standard_input(case_model::CaseLimits::kFileBytes);
  return formats::read_text_file(file, case_model::CaseLimits::kFileBytes);
}

formats::ReadOptions options_for(const std::string& file) {
  if (file == "-") return {};
  const fs::path folder = fs::path(file).parent_path();
  return {file, folder.empty() ? fs::path(".") : folder, true};
}

}  // namespace

base::Result<CaseInput> read_case_input(const Command&, const std::string& file) {
  auto text = text_of(file);
  if (!text.ok()) return text.problems();
  auto whole = formats::read_case(text.value(), options_for(file));
  if (!whole.ok()) return whole.problems();
  CaseInput input;
  input.whole = std::move(whole.value());
  input.seen = input.whole;
  input.text = std::move(text.value());
  return input;
}

base::Result<CaseInput> read_case_input(const Command& command) { return read_case_input(command, command.case_file()); }

Answer rewrite_case(const Command& command, const CaseInput&, const case_model::Case& after, std::string told) {
  const base::Problems problems = formats::write_file(command.case_file(), formats::write_case(after));
  if (!problems.empty()) return refuse(command, problems);
  return {0, std::move(told), ""};
}

}  // namespace modus::cli

#include "apps/cli/seal_command.h"

#include <filesystem>

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "apps/cli/passphrase.h"
#include "modus/base/text.h"
#include "modus/brief/visible.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/write_file.h"

namespace modus::cli {
namespace {

base::Problem fault(const std::string& where, std::string what, std::string fix) {
  return {{where, 0, 0}, std::move(what), std::move(fix)};
}

base::Problems already_there(const Command& command, const std::string& file) {
  if (command.force || !std::filesystem::exists(file)) return {};
  return {fault(file, "is there already", "choose another name with -o, or overwrite it with --force")};
}

/// The text of a file that is not sealed yet. Any text will do: a case need not be in order to be worth protecting.
base::Result<std::string> clear_text(const std::string& file) {
  if (file == "-") return fault(file, "a sealed file is made from a file", "name the case's file");
  auto text = formats::read_text_file(file, case_model::CaseLimits::kFileBytes);
  if (!text.ok()) return text;
  if (formats::is_sealed(text.value()))
    return fault(file, "is sealed already", "to change the passphrase, unseal it and seal it again");
  if (!base::is_utf8(text.value())) return fault(file, "is no text in UTF-8, so it is no case", "name the case's file");
  return text;
}

std::string say_sealed(const std::string& file, const std::string& sealed) {
  const std::string from = brief::make_visible(file), to = brief::make_visible(sealed);
  return to + ": sealed. Every verb opens it with the passphrase; nobody does without, you included.\n" + from +
         " is still there in the clear. Once `modus check " + to +
         "` opens the sealed file, remove it; copies of it may remain in backups and\n" +
         "on the disk. Reports beside the case are not sealed.\n";
}

}  // namespace

Answer run_seal(const Command& command) {
  const std::string& file = command.case_file();
  const std::string sealed = command.output.empty() ? file + ".sealed" : command.output;
  auto read = clear_text(file);
  if (!read.ok()) return refuse(command, read.problems());
  const formats::SecretText text(std::move(read.value()));
  if (const auto problems = already_there(command, sealed); !problems.empty()) return refuse(command, problems);
  const auto passphrase = passphrase_for(command, file, true);
  if (!passphrase.ok()) return refuse(command, passphrase.problems());
  const auto bytes = formats::seal(text.text(), passphrase.value().text());
  if (!bytes.ok()) return refuse(command, bytes.problems());
  const auto problems = formats::write_file(sealed, bytes.value());
  return problems.empty() ? Answer{0, say_sealed(file, sealed), ""} : refuse(command, problems);
}

Answer run_unseal(const Command& command) {
  const std::string& file = command.case_file();
  if (!command.output.empty()) {
    if (const auto problems = already_there(command, command.output); !problems.empty()) return refuse(command, problems);
  }
  const auto read = read_case_text(command, file);
  if (!read.ok()) return refuse(command, read.problems());
  if (read.value().passphrase.empty()) return refuse(command, {fault(file, "is not sealed", "read it as it is")});
  Answer answer = deliver(command, read.value().text.text());
  if (answer.status == 0 && !command.output.empty())
    answer.err = brief::make_visible(command.output) + " now holds the case in the clear.\n";
  return answer;
}

}  // namespace modus::cli

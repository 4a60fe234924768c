#include "apps/cli/sheet_command.h"

#include "apps/cli/answers.h"
#include "apps/cli/case_input.h"
#include "modus/brief/tell_sheet.h"
#include "modus/catalogue/make_sheets.h"
#include "modus/formats/write_json.h"

namespace modus::cli {

Answer run_sheet(const Command& command) {
  const auto input = read_case_input(command);
  if (!input.ok()) return refuse(command, input.problems());
  const case_model::Case& seen = input.value().seen;
  const auto sheets = catalogue::make_sheets(seen, command.list(catalogue::OptionId::kParty), input.value().audience);
  if (!sheets.ok()) return refuse(command, sheets.problems());
  return deliver(command, write_as_asked(
                              command, [&] { return formats::write_sheets_json(seen, sheets.value()); },
                              [&] { return brief::tell_sheets(seen, case_model::weigh_statements(seen), sheets.value()); }));
}

}  // namespace modus::cli

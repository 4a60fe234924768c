#include "apps/cli/rates_command.h"

#include "apps/cli/answers.h"
#include "modus/base/number.h"
#include "modus/brief/tell_rates.h"
#include "modus/catalogue/rates.h"
#include "modus/formats/read_durations.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/write_json.h"

namespace modus::cli {
namespace {

using catalogue::OptionId;
using findings::RatesFinding;

base::Result<double> elapsed_of(const Command& command) {
  const std::string& text = command.text(OptionId::kElapsed);
  if (text.empty()) return 0.0;
  const auto days = base::read_decimal(text);
  if (days && days->value() >= 0 && days->value() <= formats::kMostDays) return days->value();
  return base::Problem{{"--elapsed", 0, 0}, "\"" + text + "\" is no number of days", "a number from 0 to 100000"};
}

base::Result<RatesFinding> rates_of_table(const std::string& file, double elapsed) {
  if (file == "-") return catalogue::rates_of_durations(read_standard_input(formats::kMostDurationBytes), "standard input", elapsed);
  const auto text = formats::read_text_file(file, formats::kMostDurationBytes);
  return text.ok() ? catalogue::rates_of_durations(text.value(), file, elapsed) : base::Result<RatesFinding>(text.problems());
}

base::Result<RatesFinding> find_rates(const Command& command) {
  const auto elapsed = elapsed_of(command);
  if (!elapsed.ok()) return elapsed.problems();
  const std::string& id = command.text(OptionId::kClass);
  if (!command.inputs.empty() && !id.empty()) {
    return base::Problem{{"--class", 0, 0}, "there is a table as well", "ask for a class or for your own table, one at a time"};
  }
  if (!command.inputs.empty()) return rates_of_table(command.inputs.front(), elapsed.value());
  if (!id.empty()) return catalogue::rates_of_class(id, elapsed.value());
  if (!command.text(OptionId::kElapsed).empty()) {
    return base::Problem{{"--elapsed", 0, 0}, "the time gone belongs to one class", "add --class ID, or name your table"};
  }
  return catalogue::list_rates();
}

}  // namespace

Answer run_rates(const Command& command) {
  const auto found = find_rates(command);
  if (!found.ok()) return refuse(command, found.problems());
  return deliver(command, write_as_asked(
                              command, [&] { return formats::write_rates_json(found.value()); }, [&] { return brief::tell_rates(found.value()); }));
}

}  // namespace modus::cli

#include "apps/cli/log_answers.h"

#include "apps/cli/answers.h"
#include "modus/brief/visible.h"
#include "modus/formats/write_json.h"

namespace modus::cli {

using findings::Resolution;

std::string counted(std::size_t number, const char* one, const char* many) { return std::to_string(number) + " " + (number == 1 ? one : many); }

LastResolutions last_resolutions(const std::vector<formats::LogEntry>& entries) {
  LastResolutions last;
  for (const formats::LogEntry& entry : entries) {
    if (const auto* resolution = std::get_if<Resolution>(&entry)) last[resolution->forecast] = resolution;
  }
  return last;
}

const Resolution* resolution_of(const LastResolutions& last, std::int64_t forecast) {
  const auto found = last.find(forecast);
  return found == last.end() ? nullptr : found->second;
}

Answer tell_log(const Command& command, const std::string& file, const formats::ForecastLog& log, const std::vector<std::string>& told) {
  if (command.json) return deliver(command, formats::write_log_json(catalogue::version(), file, log.seal(), log.entries(), told));
  std::string text;
  for (const std::string& line : told) text += brief::make_visible(line) + "\n";
  return deliver(command, std::move(text));
}

}  // namespace modus::cli

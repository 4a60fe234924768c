#include "apps/cli/moment.h"

#include "modus/formats/utc_time.h"

namespace modus::cli {

base::Result<std::chrono::sys_seconds> moment_of(const Command& command) {
  const std::string& text = command.text(catalogue::OptionId::kAt);
  if (text.empty()) return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto moment = formats::read_utc_time(text);
  if (moment) return *moment;
  return base::Problem{{"--at", 0, 0}, "\"" + text + "\" is no moment", "a UTC time such as 2026-03-14T10:00:00Z"};
}

}  // namespace modus::cli

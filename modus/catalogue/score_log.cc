#include "modus/catalogue/score_log.h"

#include <algorithm>
#include <array>

#include "modus/catalogue/verbs.h"
#include "modus/formats/forecast_log.h"
#include "modus/formats/forecast_rules.h"
#include "modus/formats/log_place.h"
#include "modus/timing/score_log.h"

namespace modus::catalogue {

std::string log_of(const std::string& file) {
  constexpr std::array<std::string_view, 3> kCaseEndings = {".yaml", ".yml", ".sealed"};
  const bool of_case = std::ranges::any_of(kCaseEndings, [&](std::string_view ending) { return file.ends_with(ending); });
  return of_case ? formats::log_beside(file) : file;
}

base::Result<findings::ScoreFinding> score_log(const std::string& file, case_model::Day today) {
  constexpr std::uint64_t kSeed = 1;
  const std::string path = log_of(file);
  const auto log = formats::ForecastLog::open(path, formats::ForecastLog::Access::kRead);
  if (!log.ok()) return log.problems();
  const formats::LogContent content = formats::content_of(log.value().entries());
  findings::ScoreFinding finding = timing::score_log(content.forecasts, content.resolutions, today, kSeed);
  finding.late = static_cast<std::size_t>(std::ranges::count_if(content.forecasts, formats::made_late));
  finding.version = version();
  finding.log = path;
  finding.seal = log.value().seal();
  return finding;
}

}  // namespace modus::catalogue

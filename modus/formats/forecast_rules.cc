#include "modus/formats/forecast_rules.h"

#include <set>
#include <string_view>

#include "modus/base/number.h"
#include "modus/base/text.h"
#include "modus/formats/utc_time.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using findings::Chances;
using findings::LoggedForecast;
using findings::Resolution;

/// Problems of one entry, all at one place.
class Faults {
 public:
  explicit Faults(const base::Place& where) : where_(where) {}
  void add(std::string what, std::string fix) { found_.push_back({where_, std::move(what), std::move(fix)}); }
  void add_if(bool wrong, std::string what, std::string fix) {
    if (wrong) add(std::move(what), std::move(fix));
  }
  [[nodiscard]] base::Problems take() { return std::move(found_); }

 private:
  base::Place where_;
  base::Problems found_;
};

void check_text(const std::string& text, const std::string& name, Faults& faults) {
  faults.add_if(text.size() > kMostLoggedText, name + " is too long", "at most " + std::to_string(kMostLoggedText) + " bytes");
  faults.add_if(!base::is_utf8(text) || text.find('\0') != std::string::npos, name + " is no text", "write it in UTF-8");
}

void check_chances(const Chances& chances, const std::string& whose, int horizon, Faults& faults) {
  int day_before = 0;
  double chance_before = 0;
  for (const auto& [day, chance] : chances) {
    const std::string which = whose + " by " + std::to_string(day) + " days";
    faults.add_if(day <= day_before, which + " stands after that by " + std::to_string(day_before) + " days", "days rise, from 1 on");
    faults.add_if(day > horizon, which + " lies beyond the horizon", "the horizon is " + std::to_string(horizon) + " days");
    const bool possible = chance >= 0 && chance <= 1;  // false for what is no number
    faults.add_if(!possible, which + " is " + base::write_number(chance), "a chance from 0 to 1");
    faults.add_if(possible && chance < chance_before, which + " is lower than before", "chances are cumulative: they never fall over time");
    day_before = day;
    chance_before = chance;
  }
}

bool same_days(const Chances& some, const Chances& others) {
  if (some.size() != others.size()) return false;
  for (std::size_t i = 0; i < some.size(); ++i) {
    if (some[i].first != others[i].first) return false;
  }
  return true;
}

/// Ids part nothing in a table of figures (forecast_csv.h).
void check_name(const std::string& id, const std::string& whose, Faults& faults) {
  check_text(id, whose, faults);
  faults.add_if(id.find_first_of(" \t\r\n|;") != std::string::npos, whose + " is no id", "without spaces, | and ;");
}

void check_sources(const LoggedForecast& forecast, Faults& faults) {
  std::set<std::string_view> names;
  for (const findings::LoggedSource& source : forecast.sources) {
    check_name(source.by, "the name of a source", faults);
    check_name(source.origin, "the origin of a source", faults);
    faults.add_if(source.by.empty(), "a source has no name", "give its id");
    faults.add_if(!names.insert(source.by).second, "the source \"" + source.by + "\" is named twice", "one set of figures a source");
    faults.add_if(source.chances.empty(), "the source \"" + source.by + "\" has no figures", "leave it out");
    check_chances(source.chances, "the chance of \"" + source.by + "\"", forecast.horizon_days, faults);
  }
}

bool is_hash(const std::string& text) {
  return text.empty() || (text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos);
}

bool made_after(const LoggedForecast& forecast, case_model::Day day) {
  const auto made = read_utc_time(forecast.made_at);
  return made && std::chrono::floor<std::chrono::days>(*made) > day;
}

}  // namespace

case_model::Day horizon_of(const LoggedForecast& forecast) { return forecast.as_of + std::chrono::days(forecast.horizon_days); }

bool made_late(const LoggedForecast& forecast) { return made_after(forecast, forecast.as_of + std::chrono::days(kLateDays)); }

bool made_after_its_horizon(const LoggedForecast& forecast) { return made_after(forecast, horizon_of(forecast)); }

base::Problems check_forecast(const LoggedForecast& forecast, const base::Place& where) {
  Faults faults(where);
  faults.add_if(!read_utc_time(forecast.made_at), "\"" + forecast.made_at + "\" is no moment", "a UTC time such as 2026-03-14T10:00:00Z");
  faults.add_if(forecast.event.empty(), "the forecast has no event", "say what counts: \"a ceasefire in effect\"");
  for (const auto& [text, name] : {std::pair(&forecast.version, "the version"), std::pair(&forecast.case_title, "the title"),
                                   std::pair(&forecast.event, "the event"), std::pair(&forecast.base_rate_class, "the class")}) {
    check_text(*text, name, faults);
  }
  faults.add_if(!is_hash(forecast.case_sha256), "the hash of the case is none", "64 digits 0-9 and a-f, or nothing");
  faults.add_if(forecast.horizon_days < 1 || forecast.horizon_days > kMostLoggedDays,
                "a horizon of " + std::to_string(forecast.horizon_days) + " days", "1 to " + std::to_string(kMostLoggedDays) + " days");
  faults.add_if(!(forecast.weight >= 0 && forecast.weight <= 1), "a weight of " + base::write_number(forecast.weight), "from 0 to 1");
  check_chances(forecast.chances, "the chance", forecast.horizon_days, faults);
  check_chances(forecast.base_rate, "the base rate", forecast.horizon_days, faults);
  faults.add_if(forecast.chances.empty() || forecast.chances.back().first != forecast.horizon_days,
                "the last chance is not that by the horizon", "give the chance by " + std::to_string(forecast.horizon_days) + " days last");
  faults.add_if(!forecast.base_rate.empty() && !same_days(forecast.base_rate, forecast.chances), "the base rate is for other days",
                "give it for the days of the forecast, or leave it out");
  check_sources(forecast, faults);
  return faults.take();
}

base::Problems check_resolution(const Resolution& resolution, const LoggedForecast& forecast, const base::Place& where) {
  Faults faults(where);
  check_text(resolution.by, "the name of who says so", faults);
  check_text(resolution.why, "the reason", faults);
  const auto entered = read_utc_time(resolution.made_at), made = read_utc_time(forecast.made_at);
  if (!entered) {
    faults.add("\"" + resolution.made_at + "\" is no moment", "a UTC time such as 2026-03-14T10:00:00Z");
    return faults.take();
  }
  faults.add_if(made && *entered < *made, "it is entered before the forecast was made, at " + forecast.made_at, "check both times");
  const case_model::Day horizon = horizon_of(forecast), today = std::chrono::floor<std::chrono::days>(*entered);
  if (!resolution.happened) {
    faults.add_if(today <= horizon, "the horizon, " + write_day(horizon) + ", has not passed", "wait until the day after it, in UTC");
    return faults.take();
  }
  const case_model::Day day = *resolution.happened;
  faults.add_if(day < forecast.as_of, write_day(day) + " lies before the forecast, which is as of " + write_day(forecast.as_of),
                "the day on which the event came after that");
  faults.add_if(day > horizon, write_day(day) + " lies after the forecast's horizon, " + write_day(horizon), "then it had not come by the horizon: say that instead");
  faults.add_if(day > today + std::chrono::days(1), write_day(day) + " is still to come", "enter it once it has happened");
  return faults.take();
}

}  // namespace modus::formats

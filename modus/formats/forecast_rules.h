/// \file What a forecast and what came of it must be like to enter a log.
#pragma once

#include <string>

#include "modus/base/result.h"
#include "modus/findings/forecast_log.h"

namespace modus::formats {

/// The longest stretch a forecast may reach over; 100 years.
inline constexpr int kMostLoggedDays = 36'525;
/// The longest text (title, event, names, reasons), in bytes.
inline constexpr std::size_t kMostLoggedText = 20'000;

/// All that is wrong with it, each problem at `where`: no moment of making, no event, days that do not rise or lie beyond the
/// horizon, chances outside 0..1 or falling over time, a last day that is not the horizon's, a base rate for other days,
/// sources named twice or without figures, texts too long or not UTF-8. Its id is not looked at.
[[nodiscard]] base::Problems check_forecast(const findings::LoggedForecast& forecast, const base::Place& where);

/// All that is wrong with it for that forecast: entered before the forecast was made; an event before the forecast's date,
/// after its horizon or (by more than a day, for time zones) after the entry itself; "not by the horizon" before that has passed.
[[nodiscard]] base::Problems check_resolution(const findings::Resolution& resolution, const findings::LoggedForecast& forecast,
                                              const base::Place& where);

/// The last day of the forecast.
[[nodiscard]] case_model::Day horizon_of(const findings::LoggedForecast& forecast);

/// Whether it was made more than kLateDays after the day it is for, so that what has come since may have been known.
inline constexpr int kLateDays = 7;
[[nodiscard]] bool made_late(const findings::LoggedForecast& forecast);
/// Whether nothing was left to forecast.
[[nodiscard]] bool made_after_its_horizon(const findings::LoggedForecast& forecast);

}  // namespace modus::formats

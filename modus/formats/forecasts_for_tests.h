/// \file Forecasts and what came of them, for tests of the log.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "modus/findings/forecast_log.h"
#include "modus/formats/utc_time.h"

namespace modus::formats {

/// Made on 14 March 2026 for 90 days, with a base rate and one source.
inline findings::LoggedForecast any_forecast() {
  findings::LoggedForecast forecast;
  forecast.made_at = "2026-03-14T10:00:00Z";
  forecast.version = "0.1.0";
  forecast.case_title = "Harbour strike, \"day 3\"\nüber alles";
  forecast.case_sha256 = std::string(64, 'a');
  forecast.as_of = *read_iso_day("2026-03-14");
  forecast.event = "a signed agreement";
  forecast.horizon_days = 90;
  forecast.seed = UINT64_MAX;
  forecast.scenarios = 4096;
  forecast.chances = {{7, 0.05}, {30, 0.1}, {90, 1.0 / 3}};
  forecast.base_rate = {{7, 0.02}, {30, 0.08}, {90, 0.25}};
  forecast.base_rate_class = "strikes";
  forecast.weight = 0.3;
  forecast.sources = {{"ministry", "gazette-0312", {{30, 0.5}, {90, 0.88}}}};
  return forecast;
}

/// Entered on the first of December 2026.
inline findings::Resolution came(std::int64_t forecast, std::string_view day) {
  return {forecast, "2026-12-01T00:00:00Z", read_iso_day(day), "A. Lee", ""};
}
inline findings::Resolution not_by_horizon(std::int64_t forecast) { return {forecast, "2026-12-01T00:00:00Z", std::nullopt, "A. Lee", "talks, \"broken off\""}; }

/// But for the id.
inline void expect_same(const findings::LoggedForecast& a, const findings::LoggedForecast& b) {
  EXPECT_EQ(a.made_at, b.made_at);
  EXPECT_EQ(a.version, b.version);
  EXPECT_EQ(a.case_title, b.case_title);
  EXPECT_EQ(a.case_sha256, b.case_sha256);
  EXPECT_EQ(a.as_of, b.as_of);
  EXPECT_EQ(a.event, b.event);
  EXPECT_EQ(a.horizon_days, b.horizon_days);
  EXPECT_EQ(a.seed, b.seed);
  EXPECT_EQ(a.scenarios, b.scenarios);
  EXPECT_EQ(a.chances, b.chances);
  EXPECT_EQ(a.base_rate, b.base_rate);
  EXPECT_EQ(a.base_rate_class, b.base_rate_class);
  EXPECT_EQ(a.weight, b.weight);
  ASSERT_EQ(a.sources.size(), b.sources.size());
  for (std::size_t i = 0; i < a.sources.size(); ++i) {
    EXPECT_EQ(a.sources[i].by, b.sources[i].by);
    EXPECT_EQ(a.sources[i].origin, b.sources[i].origin);
    EXPECT_EQ(a.sources[i].chances, b.sources[i].chances);
  }
}

}  // namespace modus::formats

/// \file When a deal might come, as the verb `when` and the brief have it.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "modus/base/context.h"
#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/outcome.h"
#include "modus/findings/brief.h"
#include "modus/verify/report.h"

namespace modus::catalogue {

/// The weight of the simulation where the case does not say: small, until a log of resolved forecasts says otherwise.
inline constexpr double kForecastWeight = 0.3;
inline constexpr int kLongestHorizonDays = 7305;  ///< 20 years

struct WhenOptions {
  DrawSettings settings;
  std::string reference_class;         ///< id of a class; empty: as the case says
  std::optional<double> weight;        ///< 0..1; absent: as the case says, else kForecastWeight
  std::optional<int> horizon_days;     ///< absent: as the case says
  std::string event;                   ///< empty: as the case says
  /// Fitted to a table of durations: the one of `forecast.durations`, or one given by hand; goes before the case's own choice.
  std::optional<findings::ReferenceClass> own_class;
  std::string own_class_sha256;        ///< of that table
  bool pool = false;                   ///< one figure out of all assessments beside the forecast
  bool extremise = false;              ///< of the pooled figure
  bool verify = false;                 ///< check the findings again by the naive routines of verify/
};

struct WhenAnswer {
  findings::BriefFinding brief;  ///< run, statements, sampling, assumptions, forecast
  verify::VerifyReport checks;   ///< empty unless asked for; problems in it mean that the answer is not to be used
};

/// When the case's event might come. Same case and options: same answer at any thread count.
/// Problems: no event or no horizon (asks for a definition), a horizon or weight out of range, a class that is not
/// there, a table of durations that the caller did not read, a clock that starts after the case's date; those of run.h.
/// Stops as in run.h.
[[nodiscard]] Outcome<WhenAnswer> when(const case_model::Case& subject, const WhenOptions& options, const base::Context& context);

/// The same of a run whose zone is found: its range is `zone_range`. `options.settings` and `verify` are not used.
[[nodiscard]] base::Result<findings::ForecastFinding> forecast_of(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                                                                  const WhenOptions& options,
                                                                  std::optional<std::pair<double, double>> zone_range,
                                                                  const base::Context& context);

/// Whether the case says what counts as a deal, and by when.
[[nodiscard]] bool has_event_and_horizon(const case_model::Case& subject);

}  // namespace modus::catalogue

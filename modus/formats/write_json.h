/// \file Findings, checks and problems as JSON for other programs; docs/json.md documents every key.
///
/// One object and a line end, indented by two, keys in a fixed order, UTF-8. Numbers have at most six places
/// after the point; counts of packages are texts, since they may exceed what a number holds; what means
/// nothing (the acceptance of a party whose wants are not drawn) is null. Same findings, same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/findings/brief.h"
#include "modus/findings/forecast_log.h"
#include "modus/formats/forecast_log.h"
#include "modus/findings/ideas.h"
#include "modus/findings/rates.h"
#include "modus/findings/sheet.h"

namespace modus::formats {

/// The answers of `zone`, `blockers`, `packages` and `brief`; the last holds the others under their names.
/// Each reads the parts of the findings it tells and `run`. Precondition: findings of this very case.
[[nodiscard]] std::string write_zone_json(const case_model::Case& subject,
                                          const findings::BriefFinding& brief);
[[nodiscard]] std::string write_blockers_json(const case_model::Case& subject,
                                              const findings::BriefFinding& brief);
[[nodiscard]] std::string write_packages_json(const case_model::Case& subject,
                                              const findings::BriefFinding& brief);
[[nodiscard]] std::string write_brief_json(const case_model::Case& subject,
                                           const findings::BriefFinding& brief);

/// The answer of `ask`.
[[nodiscard]] std::string write_ask_json(const case_model::Case& subject, const findings::BriefFinding& brief);
/// The answer of `rates`.
[[nodiscard]] std::string write_rates_json(const findings::RatesFinding& finding);
/// The answer of `log`: `told` says what was done, then every forecast of the log with what came of it.
[[nodiscard]] std::string write_log_json(std::string_view version, const std::string& log, const std::string& seal, const std::vector<LogEntry>& entries,
                                         const std::vector<std::string>& told);
/// The answer of `score`.
[[nodiscard]] std::string write_score_json(const findings::ScoreFinding& finding);
/// The answer of `progress`. Precondition: it has progress.
[[nodiscard]] std::string write_progress_json(const case_model::Case& subject, const findings::BriefFinding& brief);
/// The answer of `when`. Precondition: it has a forecast.
[[nodiscard]] std::string write_when_json(const case_model::Case& subject, const findings::BriefFinding& brief);
/// The answer of `expand`.
[[nodiscard]] std::string write_expand_json(const case_model::Case& subject, const findings::ExpandFinding& finding);

/// The answer of `sheet`.
[[nodiscard]] std::string write_sheets_json(const case_model::Case& subject, const findings::SheetsFinding& sheets);

/// The answer of `text`. Precondition: it has one.
[[nodiscard]] std::string write_text_json(const case_model::Case& subject, const findings::BriefFinding& brief);
/// What `text` says after it has written what happened into the case: one line each.
[[nodiscard]] std::string write_recorded_json(std::string_view version, std::string_view verb, const case_model::Case& after,
                                              const std::vector<std::string>& recorded);

/// What edits would do; `after` is the case with them made, and `scan` of it.
[[nodiscard]] std::string write_what_if_json(const case_model::Case& before, const case_model::Case& after,
                                             const findings::WhatIfFinding& finding,
                                             const std::optional<findings::JudgmentScan>& scan, const findings::RunRecord& run);
/// What has changed between two states of a dispute.
[[nodiscard]] std::string write_diff_json(const case_model::Case& before, const case_model::Case& after,
                                          const findings::DiffFinding& finding, const findings::RunRecord& run);

/// What a case holds, as `check` tells it.
struct CaseCounts {
  std::size_t parties = 0, issues = 0, sources = 0;
  std::size_t statements = 0, statements_counted = 0;
  std::size_t limits = 0;
  std::uint64_t packages = 0, combinations = 0;
};
/// The answer of `check` for a case without problems.
[[nodiscard]] std::string write_check_json(std::string_view version, const case_model::Case& subject,
                                           const CaseCounts& counts);

/// What any verb says instead of an answer: all problems of its input, or why it stopped.
[[nodiscard]] std::string write_problems_json(std::string_view version, std::string_view verb,
                                              const base::Problems& problems);
[[nodiscard]] std::string write_stopped_json(std::string_view version, std::string_view verb,
                                             std::string_view why, std::string_view what_to_do);

}  // namespace modus::formats

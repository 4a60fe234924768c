/// \file The parts of the canonical text. Private to this room.
#pragma once

#include <optional>
#include <string>

#include "modus/case_model/case.h"
#include "modus/formats/yaml_text.h"

namespace modus::formats {

void write_issues(Lines& lines, const case_model::Case& subject);
void write_statements(Lines& lines, const case_model::Case& subject);
void write_judgments(Lines& lines, const case_model::Case& subject);
void write_draft(Lines& lines, const case_model::DraftRecord& draft);
void write_forecast(Lines& lines, const case_model::Case& subject);
/// "30 days: 0.25", a line each.
[[nodiscard]] Lines chances_of(const std::vector<std::pair<int, double>>& chances);
void write_ideas(Lines& lines, const case_model::Case& subject);
void write_text(Lines& lines, const case_model::Case& subject);
/// `quote` and `at`, where there are any.
void write_quote(Lines& item, const case_model::Quote& quote);

// Values as YAML; empty where there is nothing to write.
[[nodiscard]] std::string yaml_of(const std::optional<base::Interval>& interval);
[[nodiscard]] std::string yaml_of(const std::optional<double>& number);
[[nodiscard]] std::string yaml_of(const case_model::Case& subject,
                                  const std::optional<case_model::SourceIndex>& source);
[[nodiscard]] std::string yaml_of(const case_model::Case& subject, const case_model::Package& package);
[[nodiscard]] std::string yaml_of(const case_model::Case& subject,
                                  const std::vector<case_model::PartyIndex>& parties);
[[nodiscard]] std::string yaml_of(const std::vector<case_model::Role>& roles);
/// "public", "{caucus: union}"
[[nodiscard]] std::string yaml_of(const case_model::Case& subject, const std::optional<case_model::Label>& label);
/// "{public: 0.4, private: 0.9}"
[[nodiscard]] std::string honesty_of(const std::optional<double>& in_public, const std::optional<double>& in_private);
/// "[412, 436]"
[[nodiscard]] std::string yaml_of(const std::optional<std::pair<std::size_t, std::size_t>>& at);

}  // namespace modus::formats

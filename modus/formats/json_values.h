/// \file Small values as JSON, and the findings made of them. Private to this room.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "modus/case_model/consent.h"
#include "modus/case_model/standing.h"
#include "modus/findings/brief.h"

namespace modus::formats {

using Json = nlohmann::ordered_json;

/// What findings point into: the case, its limits, and whose acceptance is its own.
struct Told {
  const case_model::Case& subject;
  case_model::Standing standing;
  base::IndexedVector<case_model::PartyIndex, case_model::ConsentKind> consent;

  explicit Told(const case_model::Case& told)
      : subject(told), standing(case_model::weigh_statements(told)), consent(case_model::consent_of(told)) {}
  /// Whether the party's own wants were drawn; of others most numbers mean nothing.
  [[nodiscard]] bool drawn(case_model::PartyIndex party) const {
    return consent[party] == case_model::ConsentKind::kAsked ||
           consent[party] == case_model::ConsentKind::kIfNeeded;
  }
};

/// Rounded to six places after the point; null where it is no number.
[[nodiscard]] Json number(double value);
/// The number under `key`, its standard error under key_error, its interval under key_range.
void put_share(Json& object, const std::string& key, const findings::Share& share);
void put_spread(Json& object, const std::string& key, const findings::Spread& spread);

[[nodiscard]] Json party_id(const Told& told, case_model::PartyIndex party);
[[nodiscard]] Json issue_id(const Told& told, case_model::IssueIndex issue);
/// The id of a named option, the number of one on a scale.
[[nodiscard]] Json option_value(const Told& told, case_model::IssueIndex issue,
                                case_model::OptionIndex option);
[[nodiscard]] Json statement_id(const Told& told, case_model::StatementIndex statement);
[[nodiscard]] Json package_json(const Told& told, const case_model::Package& package);
[[nodiscard]] Json party_ids(const Told& told, const std::vector<case_model::PartyIndex>& parties);

/// {id, party, statement, condition} of a limit.
[[nodiscard]] Json limit_json(const Told& told, case_model::LimitIndex limit);
[[nodiscard]] Json limits_json(const Told& told, const std::vector<case_model::LimitIndex>& limits);
/// The same of any sticking point; a no-deal value has no statement and no condition.
[[nodiscard]] Json sticking_point_json(const Told& told, const findings::StickingPoint& point);

[[nodiscard]] std::string_view word_of_verdict(findings::Verdict verdict);

/// {kind, party, issue, option, limit, before, given}
[[nodiscard]] Json belief_json(const Told& told, const findings::Belief& belief);
[[nodiscard]] Json package_view_json(const Told& told, const findings::PackageView& view);
[[nodiscard]] Json zone_json(const Told& told, const findings::ZoneFinding& zone);
[[nodiscard]] Json blockers_json(const Told& told, const findings::BlockersFinding& blockers);
[[nodiscard]] Json packages_json(const Told& told, const findings::PackagesFinding& packages);
[[nodiscard]] Json text_json(const Told& told, const findings::TextFinding& text);
[[nodiscard]] Json questions_json(const Told& told, const findings::QuestionsFinding& questions);
[[nodiscard]] Json reference_class_json(const findings::ReferenceClass& reference);
[[nodiscard]] Json progress_json(const Told& told, const findings::ProgressFinding& progress);
[[nodiscard]] Json forecast_json(const Told& told, const findings::ForecastFinding& forecast);
[[nodiscard]] Json statements_json(const Told& told,
                                   const std::vector<findings::StatementFinding>& statements);
/// `before` names the options of the headline before; of a brief the case itself does.
[[nodiscard]] Json diff_json(const case_model::Case& before, const case_model::Case& after, const findings::DiffFinding& finding);
[[nodiscard]] Json sampling_json(const findings::SamplingReport& sampling);

/// The whole answer of a verb as text: what makes the run repeatable, then the result.
[[nodiscard]] std::string envelope(const case_model::Case& subject, const findings::BriefFinding& brief, std::string_view verb,
                                   findings::Verdict verdict, Json result);

}  // namespace modus::formats

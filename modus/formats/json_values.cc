#include "modus/formats/json_values.h"

#include <cmath>

namespace modus::formats {

using case_model::LimitIndex;
using case_model::PartyIndex;

Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::round(value * 1e6) / 1e6;
  return rounded == 0 ? 0.0 : rounded;  // no "-0.0"
}

void put_share(Json& object, const std::string& key, const findings::Share& share) {
  object[key] = number(share.value);
  object[key + "_error"] = number(share.standard_error);
  object[key + "_range"] = {{"low", number(share.low)}, {"high", number(share.high)}};
}

void put_spread(Json& object, const std::string& key, const findings::Spread& spread) {
  object[key + "_median"] = number(spread.median);
  object[key + "_low"] = number(spread.low);
  object[key + "_high"] = number(spread.high);
}

Json party_id(const Told& told, PartyIndex party) { return told.subject.parties[party].id; }
Json issue_id(const Told& told, case_model::IssueIndex issue) { return told.subject.issues[issue].id; }

Json option_value(const Told& told, case_model::IssueIndex issue, case_model::OptionIndex option) {
  const case_model::Issue& settled = told.subject.issues[issue];
  const case_model::Option& chosen = settled.options[option];
  if (!settled.range) return chosen.id;
  if (chosen.amount.places == 0) return chosen.amount.units;
  return chosen.amount.value();
}

Json statement_id(const Told& told, case_model::StatementIndex statement) {
  return told.subject.statements[statement].id;
}

Json package_json(const Told& told, const case_model::Package& package) {
  Json object = Json::object();
  for (const case_model::IssueIndex issue : told.subject.issues.indices()) {
    if (package.size() > issue.value)
      object[told.subject.issues[issue].id] = option_value(told, issue, package[issue]);
  }
  return object;
}

Json party_ids(const Told& told, const std::vector<PartyIndex>& parties) {
  Json list = Json::array();
  for (const PartyIndex party : parties) list.push_back(party_id(told, party));
  return list;
}

Json limit_json(const Told& told, LimitIndex index) {
  const case_model::Limit& limit = told.standing.limits[index.value];
  const std::string& party = told.subject.parties[limit.party].id;
  const std::string& statement = told.subject.statements[limit.statements.front()].id;
  return {{"id", party + ":" + statement},
          {"party", party},
          {"statement", statement},
          {"condition", write_condition(limit.forbids, told.subject.issues)}};
}

Json limits_json(const Told& told, const std::vector<LimitIndex>& limits) {
  Json list = Json::array();
  for (const LimitIndex limit : limits) list.push_back(limit_json(told, limit));
  return list;
}

Json sticking_point_json(const Told& told, const findings::StickingPoint& point) {
  Json object = {{"id", point.id},
                 {"party", party_id(told, point.party)},
                 {"statement", nullptr},
                 {"condition", nullptr}};
  if (point.kind == findings::StickingPoint::Kind::kNoDeal) return object;
  object.update(limit_json(told, point.limit));
  object["id"] = point.id;
  return object;
}

std::string_view word_of_verdict(findings::Verdict verdict) {
  switch (verdict) {
    case findings::Verdict::kProven:
      return "proven";
    case findings::Verdict::kBestWithinBudget:
      return "best_within_budget";
    case findings::Verdict::kSampled:
      return "sampled";
    case findings::Verdict::kImpossible:
      return "impossible";
  }
  return "";
}

}  // namespace modus::formats

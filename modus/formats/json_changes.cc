// What would change, and what has changed between two states of a case.
#include "modus/formats/json_values.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using case_model::Case;
using findings::Change;
using findings::ChangeEffect;
using findings::Headline;
using findings::HeadlineMovement;
using findings::JudgmentEffect;
using findings::NamedEffect;
using findings::NamedMovement;

std::string_view word_of(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::kAdded: return "added";
    case Change::Kind::kDropped: return "dropped";
    case Change::Kind::kChanged: return "changed";
  }
  return "";
}

std::string_view word_of(ChangeEffect::Basis basis) {
  switch (basis) {
    case ChangeEffect::Basis::kReweighted: return "reweighted";
    case ChangeEffect::Basis::kDrawnAfresh: return "drawn_afresh";
    case ChangeEffect::Basis::kOnlyTogether: return "only_together";
    case ChangeEffect::Basis::kNotTried: return "not_tried";
    case ChangeEffect::Basis::kNoPart: return "no_part";
  }
  return "";
}

std::string_view word_of(JudgmentEffect::Quantity quantity) {
  switch (quantity) {
    case JudgmentEffect::Quantity::kNoDeal: return "no_deal";
    case JudgmentEffect::Quantity::kStalling: return "stalling";
    case JudgmentEffect::Quantity::kWeight: return "weight";
    case JudgmentEffect::Quantity::kScore: return "score";
    case JudgmentEffect::Quantity::kAdjustment: return "adjustment";
    case JudgmentEffect::Quantity::kLimit: return "limit";
  }
  return "";
}

std::string_view word_of(JudgmentEffect::Basis basis) {
  switch (basis) {
    case JudgmentEffect::Basis::kJudged: return "judged";
    case JudgmentEffect::Basis::kStated: return "stated";
    case JudgmentEffect::Basis::kOpen: return "open";
  }
  return "";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json effects_json(const std::vector<NamedEffect>& effects, const char* name) {
  Json list = Json::array();
  for (const NamedEffect& effect : effects) {
    Json object = {{name, effect.id}};
    put_share(object, "unblocking_effect", effect.unblocking_effect);
    list.push_back(std::move(object));
  }
  return list;
}

/// Numbers on a scale stand as numbers in the packages of other answers; so do they here.
Json named_package_json(const Case& subject, const findings::NamedPackage& package) {
  Json object = Json::object();
  for (const auto& [issue, option] : package) {
    const auto index = subject.find_issue(issue);
    const bool scale = index && subject.issues[*index].range;
    object[issue] = scale ? Json::parse(option, nullptr, false) : Json(option);
  }
  return object;
}

Json headline_json(const Case& subject, const Headline& headline) {
  Json object = Json::object();
  put_share(object, "zone_probability", headline.zone_probability);
  object["best_joint_acceptance"] = number(headline.best_joint_acceptance);
  object["best"] = named_package_json(subject, headline.best);
  object["parties"] = Json::object();
  for (const findings::PartyHeadline& party : headline.parties) {
    Json& figures = object["parties"][party.id] = {{"acceptance", number(party.acceptance)}};
    put_share(figures, "zone_without", party.zone_without);
  }
  object["sticking_points"] = effects_json(headline.sticking_points, "id");
  object["hardest_issues"] = effects_json(headline.hardest_issues, "issue");
  object["package_count"] = std::to_string(headline.package_count);
  object["scenarios"] = headline.scenarios;
  object["effect_scenarios"] = headline.effect_scenarios;
  object["effective_size"] = number(headline.zone_probability.effective_size);
  object["reweighted"] = headline.reweighted;
  return object;
}

Json movements_json(const std::vector<NamedMovement>& moved) {
  Json object = Json::object();
  for (const NamedMovement& one : moved) object[one.id] = number(one.value);
  return object;
}

void put_movement(Json& object, const HeadlineMovement& moved) {
  object["zone_probability_change"] = number(moved.zone_probability.value);
  object["zone_probability_change_error"] = number(moved.zone_probability.standard_error);
  object["beyond_sampling"] = moved.zone_probability.is_told();
  object["best_joint_acceptance_change"] = number(moved.best_joint_acceptance);
  object["best_differs"] = moved.best_differs;
  object["acceptance_change"] = movements_json(moved.acceptance);
  object["zone_without_change"] = movements_json(moved.zone_without);
  object["sticking_points_change"] = movements_json(moved.sticking_points);
  object["hardest_issues_change"] = movements_json(moved.hardest_issues);
  object["package_count_change"] = moved.package_count;
}

Json movement_json(const HeadlineMovement& moved) {
  Json object = Json::object();
  put_movement(object, moved);
  return object;
}

Json change_json(const Change& change) {
  return {{"path", change.path},   {"group", change.group},
          {"id", text_or_null(change.id)}, {"owner", text_or_null(change.owner)},
          {"kind", word_of(change.kind)}, {"before", text_or_null(change.before)},
          {"after", text_or_null(change.after)}};
}

Json effect_json(const ChangeEffect& effect) {
  Json object = change_json(effect.change);
  object["basis"] = word_of(effect.basis);
  put_movement(object, effect.moved);
  return object;
}

Json judgment_json(const Told& told, const JudgmentEffect& effect) {
  using Quantity = JudgmentEffect::Quantity;
  const bool on_issue = effect.quantity == Quantity::kWeight || effect.quantity == Quantity::kScore;
  Json object = {{"path", effect.path}, {"quantity", word_of(effect.quantity)}, {"basis", word_of(effect.basis)}};
  object["party"] = party_id(told, effect.party);
  object["issue"] = on_issue ? issue_id(told, effect.issue) : Json();
  object["option"] = effect.quantity == Quantity::kScore ? option_value(told, effect.issue, effect.option) : Json();
  object["limit"] = effect.quantity == Quantity::kLimit ? limit_json(told, effect.limit) : Json();
  object["low_end"] = number(effect.low_end);
  object["high_start"] = number(effect.high_start);
  put_share(object, "zone_if_low", effect.zone_if_low);
  put_share(object, "zone_if_high", effect.zone_if_high);
  object["best_if_low"] = number(effect.best_if_low);
  object["best_if_high"] = number(effect.best_if_high);
  object["apart"] = number(effect.apart);
  object["best_apart"] = number(effect.best_apart);
  return object;
}

Json scan_json(const Case& subject, const findings::JudgmentScan& scan) {
  const Told told(subject);
  Json object = Json::object();
  put_share(object, "zone_probability", scan.zone_probability);
  object["best_joint_acceptance"] = number(scan.best_joint_acceptance);
  object["looked_at"] = scan.looked_at;
  object["effects"] = Json::array();
  for (const JudgmentEffect& effect : scan.effects) object["effects"].push_back(judgment_json(told, effect));
  return object;
}

findings::BriefFinding with_run(const findings::RunRecord& run) {
  findings::BriefFinding brief;
  brief.run = run;
  return brief;
}

}  // namespace

Json diff_json(const Case& before, const Case& after, const findings::DiffFinding& finding) {
  Json object = {{"before_case", {{"title", finding.before_title}, {"as_of", write_day(finding.before_as_of)}, {"sha256", finding.before_sha256}}},
                 {"before", headline_json(before, finding.before)},
                 {"after", headline_json(after, finding.after)},
                 {"moved", movement_json(finding.moved)},
                 {"changes", Json::array()}};
  for (const ChangeEffect& effect : finding.changes) object["changes"].push_back(effect_json(effect));
  return object;
}

std::string write_what_if_json(const Case& before, const Case& after, const findings::WhatIfFinding& finding,
                               const std::optional<findings::JudgmentScan>& scan, const findings::RunRecord& run) {
  Json result = {{"before", headline_json(before, finding.before)},
                 {"after", headline_json(after, finding.after)},
                 {"after_sha256", case_sha256(after)},
                 {"moved", movement_json(finding.moved)},
                 {"changes", Json::array()}};
  for (const Change& change : finding.changes) result["changes"].push_back(change_json(change));
  result["scan"] = scan ? scan_json(after, *scan) : Json();
  return envelope(before, with_run(run), "what-if", findings::Verdict::kSampled, std::move(result));
}

std::string write_diff_json(const Case& before, const Case& after, const findings::DiffFinding& finding, const findings::RunRecord& run) {
  return envelope(after, with_run(run), "diff", findings::Verdict::kSampled, diff_json(before, after, finding));
}

}  // namespace modus::formats

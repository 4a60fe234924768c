// How near a deal would have been judged to be, date by date.
#include "modus/formats/json_values.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using findings::Nearness;
using findings::ProgressDate;
using findings::ProgressFinding;

std::string_view word_of(Nearness nearness) {
  switch (nearness) {
    case Nearness::kCloserThanEver: return "closer";
    case Nearness::kNoCloserThanBefore: return "no_closer";
    case Nearness::kCannotTell: return "cannot_tell";
  }
  return "";
}

Json moves_json(const Told& told, const ProgressDate& date) {
  Json list = Json::array();
  for (const findings::StatementMove& move : date.moved_by) {
    list.push_back({{"statement", statement_id(told, move.statement)},
                    {"change", number(move.change)},
                    {"change_error", number(move.standard_error)}});
  }
  return list;
}

Json date_json(const Told& told, const ProgressDate& date) {
  Json object = {{"date", write_day(date.day)}};
  put_share(object, "zone_probability", date.zone_probability);
  object["low"] = number(date.low);
  object["high"] = number(date.high);
  object["range_carried"] = date.range_carried;
  object["best_joint_acceptance"] = number(date.best_joint_acceptance);
  object["best"] = package_json(told, date.best);
  object["hardest_issues"] = Json::array();
  for (const case_model::IssueIndex issue : date.hardest_issues) object["hardest_issues"].push_back(issue_id(told, issue));
  object["moved_by"] = moves_json(told, date);
  object["reweighted"] = date.reweighted;
  object["effective_size"] = number(date.effective_size);
  return object;
}

/// Null where there is nothing to compare with.
Json nearness_json(const ProgressFinding& finding) {
  if (finding.dates.size() < 2) return Json();
  return {{"is", word_of(finding.nearness)},
          {"than", write_day(finding.dates[finding.highest].day)},
          {"difference", number(finding.difference)},
          {"difference_error", number(finding.standard_error)}};
}

}  // namespace

Json progress_json(const Told& told, const ProgressFinding& finding) {
  Json object = {{"dates", Json::array()}};
  for (const ProgressDate& date : finding.dates) object["dates"].push_back(date_json(told, date));
  object["nearness"] = nearness_json(finding);
  object["merged"] = finding.merged;
  object["undated"] = finding.undated;
  return object;
}

std::string write_progress_json(const case_model::Case& subject, const findings::BriefFinding& brief) {
  const Told told(subject);
  Json result = progress_json(told, *brief.progress);
  result["assumptions"] = brief.assumptions;
  result["sampling"] = sampling_json(brief.sampling);
  return envelope(subject, brief, "progress", brief.zone.verdict, std::move(result));
}

}  // namespace modus::formats

#include "modus/formats/write_json.h"

#include "modus/formats/json_values.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using case_model::Case;
using findings::BriefFinding;

// Texts of a case are UTF-8; the name of a file may be anything, and is then shown as far as it can be.
std::string dump(const Json& object) {
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json case_json(const Case& subject, const std::string& sha256) {
  return {{"title", subject.title}, {"as_of", write_day(subject.as_of)}, {"sha256", sha256}};
}

/// Of a case drafted from reports; it says nothing of any other.
void add_draft(const Case& subject, const BriefFinding& brief, Json& result) {
  if (!brief.draft || !subject.draft) return;
  Json to_confirm = Json::array(), questions = Json::array();
  for (const case_model::IssueIndex issue : brief.draft->to_confirm) to_confirm.push_back(subject.issues[issue].id);
  for (const findings::QuestionEffect& effect : brief.draft->questions) {
    questions.push_back({{"id", subject.draft->questions[effect.question].id}, {"zone_low", number(effect.low)}, {"zone_high", number(effect.high)}});
  }
  result["draft"] = {{"settled", brief.draft->settled}, {"to_confirm", std::move(to_confirm)}, {"zone_low", number(brief.draft->low)},
                     {"zone_high", number(brief.draft->high)}, {"codings", brief.draft->codings}, {"questions", std::move(questions)},
                     {"not_drawn", brief.draft->not_drawn}};
}

}  // namespace

std::string envelope(const Case& subject, const BriefFinding& brief, std::string_view verb,
                     findings::Verdict verdict, Json result) {
  Json object = {
      {"modus", brief.run.version}, {"verb", verb}, {"case", case_json(subject, brief.run.case_sha256)}};
  object["for"] = brief.run.audience;
  object["seed"] = brief.run.seed;
  object["scenarios"] = brief.run.scenarios;
  object["verdict"] = word_of_verdict(verdict);
  object["result"] = std::move(result);
  return dump(object);
}

std::string write_zone_json(const Case& subject, const BriefFinding& brief) {
  return envelope(subject, brief, "zone", brief.zone.verdict, zone_json(Told(subject), brief.zone));
}

std::string write_blockers_json(const Case& subject, const BriefFinding& brief) {
  return envelope(subject, brief, "blockers", brief.blockers.verdict,
                  blockers_json(Told(subject), brief.blockers));
}

std::string write_packages_json(const Case& subject, const BriefFinding& brief) {
  return envelope(subject, brief, "packages", brief.packages.verdict,
                  packages_json(Told(subject), brief.packages));
}

std::string write_brief_json(const Case& subject, const BriefFinding& brief) {
  const Told told(subject);
  Json result = {{"zone", zone_json(told, brief.zone)},
                 {"blockers", blockers_json(told, brief.blockers)},
                 {"packages", packages_json(told, brief.packages)},
                 {"questions", questions_json(told, brief.questions)},
                 {"questions_ceiling", number(brief.questions.ceiling)},
                 {"statements", statements_json(told, brief.statements)},
                 {"assumptions", brief.assumptions},
                 {"sampling", sampling_json(brief.sampling)}};
  if (brief.progress) result["progress"] = progress_json(told, *brief.progress);
  if (brief.forecast) result["when"] = forecast_json(told, *brief.forecast);
  if (brief.since) result["since"] = diff_json(subject, subject, *brief.since);
  if (brief.text) result["text"] = text_json(told, *brief.text);
  add_draft(subject, brief, result);
  return envelope(subject, brief, "brief", brief.zone.verdict, std::move(result));
}

std::string write_check_json(std::string_view version, const Case& subject, const CaseCounts& counts) {
  Json object = {{"modus", version}, {"verb", "check"}, {"case", case_json(subject, case_sha256(subject))}};
  object["problems"] = Json::array();
  object["result"] = {{"parties", counts.parties},
                      {"issues", counts.issues},
                      {"sources", counts.sources},
                      {"statements", counts.statements},
                      {"statements_counted", counts.statements_counted},
                      {"limits", counts.limits},
                      {"package_count", std::to_string(counts.packages)},
                      {"combination_count", std::to_string(counts.combinations)}};
  return dump(object);
}

std::string write_recorded_json(std::string_view version, std::string_view verb, const Case& after, const std::vector<std::string>& recorded) {
  return dump({{"modus", version}, {"verb", verb}, {"case", case_json(after, case_sha256(after))}, {"recorded", recorded}});
}

std::string write_problems_json(std::string_view version, std::string_view verb,
                                const base::Problems& problems) {
  Json object = {{"modus", version}, {"verb", verb}, {"problems", Json::array()}};
  for (const base::Problem& problem : problems) {
    const bool line = problem.where.line > 0, column = line && problem.where.column > 0;
    object["problems"].push_back({{"file", problem.where.file},
                                  {"line", line ? Json(problem.where.line) : Json()},
                                  {"column", column ? Json(problem.where.column) : Json()},
                                  {"what", problem.what},
                                  {"fix", problem.fix}});
  }
  return dump(object);
}

std::string write_stopped_json(std::string_view version, std::string_view verb, std::string_view why,
                               std::string_view what_to_do) {
  return dump({{"modus", version}, {"verb", verb}, {"stopped", {{"why", why}, {"what_to_do", what_to_do}}}});
}

}  // namespace modus::formats

// What ideas would do to a zone, and shares of a burden.
#include "modus/formats/json_values.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using findings::BurdenFinding;
using findings::ExpandFinding;
using findings::IdeaFinding;

std::string_view word_of(IdeaFinding::Effect effect) {
  switch (effect) {
    case IdeaFinding::Effect::kOpens:
      return "opens";
    case IdeaFinding::Effect::kWidens:
      return "widens";
    case IdeaFinding::Effect::kNoDifference:
      return "no_difference";
    case IdeaFinding::Effect::kNarrows:
      return "narrows";
  }
  return "";
}

Json option_json(const Told& with, const findings::AddedOption& option) {
  return {{"issue", issue_id(with, option.issue)},
          {"option", option_value(with, option.issue, option.option)}};
}

Json party_json(const Told& with, const ExpandFinding& finding, const IdeaFinding& idea,
                const findings::PartyWithIdea& one) {
  const auto acceptance = [&](const findings::PackageView& best, const findings::Share& share) {
    return best.parties[one.party].asked ? number(share.value) : Json();
  };
  return {{"party", party_id(with, one.party)},
          {"accepts_best", acceptance(finding.best, one.before)},
          {"accepts_best_with_idea", acceptance(idea.best, one.with)}};
}

Json open_json(const Told& with, const findings::LeftOpen& open) {
  Json object = {{"party", party_id(with, open.party)}, {"issue", issue_id(with, open.issue)}};
  object["option"] = open.option ? option_value(with, open.issue, *open.option) : Json();
  object["scores"] = open.scores;
  object["weight"] = open.weight;
  return object;
}

Json idea_json(const ExpandFinding& finding, const IdeaFinding& idea) {
  const Told with(idea.with);
  Json object = {{"ideas", idea.ids}, {"says", idea.says}, {"effect", word_of(idea.effect)}};
  put_share(object, "zone_probability", idea.zone_probability);
  object["gain"] = number(idea.gained.value);
  object["gain_error"] = number(idea.gained.standard_error);
  object["max_joint_acceptance"] = number(idea.best_joint_acceptance);
  object["best"] = package_view_json(with, idea.best);
  object["best_takes_it"] = idea.best_takes_it;
  for (const char* key : {"new_issues", "new_options", "parties", "limits", "left_open"})
    object[key] = Json::array();
  for (const case_model::IssueIndex issue : idea.new_issues)
    object["new_issues"].push_back(issue_id(with, issue));
  for (const findings::AddedOption& option : idea.new_options)
    object["new_options"].push_back(option_json(with, option));
  for (const findings::PartyWithIdea& party : idea.parties)
    object["parties"].push_back(party_json(with, finding, idea, party));
  for (const findings::LimitInTheWay& met : idea.limits) {
    object["limits"].push_back({{"limit", limit_json(with, met.limit)},
                                {"forbids", option_json(with, met.forbids)},
                                {"always", met.always}});
  }
  for (const findings::LeftOpen& open : idea.open) object["left_open"].push_back(open_json(with, open));
  return object;
}

Json cheaper_json(const Told& told, const std::optional<findings::CheaperAlone>& cheaper) {
  if (!cheaper) return Json();
  return {{"parties", party_ids(told, cheaper->who)},
          {"asked", number(cheaper->asked)},
          {"alone", number(cheaper->alone)}};
}

Json burden_json(const Told& told, const BurdenFinding& burden) {
  Json object = {{"issue", issue_id(told, burden.issue)},
                 {"option", option_value(told, burden.issue, burden.option)},
                 {"total", number(burden.total.value())},
                 {"unit", burden.unit},
                 {"shares", Json::array()}};
  for (const findings::BurdenShare& share : burden.shares) {
    object["shares"].push_back({{"party", party_id(told, share.party)},
                                {"capacity", share.capacity ? number(share.capacity->value()) : Json()},
                                {"by_capacity", share.by_capacity ? number(*share.by_capacity) : Json()},
                                {"shapley", number(share.shapley)},
                                {"alone", number(share.alone)},
                                {"alone_entered", share.alone_entered}});
  }
  object["cheaper_than_by_capacity"] = cheaper_json(told, burden.against_capacity);
  object["cheaper_than_shapley"] = cheaper_json(told, burden.against_shapley);
  return object;
}

}  // namespace

std::string write_expand_json(const case_model::Case& subject, const ExpandFinding& finding) {
  const Told told(subject);
  Json result;
  put_share(result, "zone_probability", finding.zone_probability);
  result["max_joint_acceptance"] = number(finding.best_joint_acceptance);
  result["best"] = package_view_json(told, finding.best);
  for (const char* key : {"ideas", "pairs", "not_together", "burdens"}) result[key] = Json::array();
  for (const IdeaFinding& idea : finding.ideas) result["ideas"].push_back(idea_json(finding, idea));
  for (const IdeaFinding& idea : finding.pairs) result["pairs"].push_back(idea_json(finding, idea));
  for (const findings::IdeasApart& apart : finding.apart) {
    result["not_together"].push_back({{"ideas", {apart.first, apart.second}}, {"why", apart.why}});
  }
  for (const BurdenFinding& burden : finding.burdens) result["burdens"].push_back(burden_json(told, burden));
  findings::BriefFinding run;
  run.run = finding.run;
  return envelope(subject, run, "expand", findings::Verdict::kSampled, std::move(result));
}

}  // namespace modus::formats

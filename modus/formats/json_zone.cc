// Packages as described to a person, the zone, and what could be tabled.
#include "modus/formats/json_values.h"

namespace modus::formats {
namespace {

using case_model::PartyIndex;
using findings::Belief;
using findings::PartyView;
using findings::RestsOn;

std::string_view word_of(case_model::ConsentKind kind) {
  switch (kind) {
    case case_model::ConsentKind::kAsked:
      return "asked";
    case case_model::ConsentKind::kFollows:
      return "follows";
    case case_model::ConsentKind::kIfNeeded:
      return "if_needed";
    case case_model::ConsentKind::kConsents:
      return "consents";
    case case_model::ConsentKind::kNotAsked:
      return "not_asked";
  }
  return "";
}

std::string_view word_of(findings::Sureness sureness) {
  switch (sureness) {
    case findings::Sureness::kCertain:
      return "certain";
    case findings::Sureness::kPossible:
      return "possible";
    case findings::Sureness::kImpossible:
      return "impossible";
  }
  return "";
}

std::string_view word_of(Belief::Kind kind) {
  switch (kind) {
    case Belief::Kind::kLimitReal:
      return "limit";
    case Belief::Kind::kNoDeal:
      return "no_deal";
    case Belief::Kind::kWeight:
      return "weight";
    case Belief::Kind::kScore:
      return "score";
    case Belief::Kind::kStalling:
      return "stalling";
  }
  return "";
}

std::string_view word_of(RestsOn::Group group) {
  switch (group) {
    case RestsOn::Group::kStage:
      return "stage";
    case RestsOn::Group::kVariation:
      return "variation";
    case RestsOn::Group::kStatement:
      return "statement";
    case RestsOn::Group::kSource:
      return "source";
  }
  return "";
}

// A party without wants of its own keeps the keys, with nothing under them.
void clear_numbers(Json& object) {
  for (auto& [key, value] : object.items()) value = nullptr;
}

Json party_view_json(const Told& told, PartyIndex party, const PartyView& view) {
  Json numbers = Json::object();
  put_share(numbers, "acceptance", view.acceptance);
  put_spread(numbers, "gain", view.gain);
  numbers["refuses_alone"] = number(view.refuses_alone);
  numbers["sureness"] = word_of(view.sureness);
  numbers["limits_met"] = limits_json(told, view.limits_met);
  if (!told.drawn(party)) clear_numbers(numbers);
  Json object = {{"asked", view.asked && told.drawn(party)}, {"consent", word_of(told.consent[party])}};
  object.update(numbers);
  return object;
}

Json norms_json(const Told& told, const std::vector<std::size_t>& norms) {
  Json list = Json::array();
  for (const std::size_t index : norms) {
    const case_model::Norm& norm = told.subject.norms[index];
    list.push_back({{"when", write_condition(norm.when, told.subject.issues)}, {"says", norm.says}});
  }
  return list;
}

Json rests_on_json(const RestsOn& row) {
  Json object = {{"group", word_of(row.group)}, {"key", row.key}, {"what", row.what}};
  put_share(object, "zone_probability", row.zone_probability);
  object["in_range"] = row.in_range;
  object["reweighted"] = row.reweighted;
  return object;
}

Json party_zone_json(const Told& told, PartyIndex party, const findings::PartyZone& zone) {
  Json numbers = {{"acceptance", number(zone.acceptance)}, {"stalling", number(zone.stalling)}};
  put_spread(numbers, "no_deal", zone.no_deal);
  put_share(numbers, "zone_without", zone.zone_without);
  if (!told.drawn(party)) clear_numbers(numbers);
  Json object = {{"consent", word_of(told.consent[party])}};
  object.update(numbers);
  return object;
}

Json package_views_json(const Told& told, const std::vector<findings::PackageView>& views) {
  Json list = Json::array();
  for (const findings::PackageView& view : views) list.push_back(package_view_json(told, view));
  return list;
}

Json family_json(const Told& told, const findings::Family& family) {
  Json common = Json::object();
  for (const findings::Term& term : family.common)
    common[told.subject.issues[term.issue].id] = option_value(told, term.issue, term.option);
  return {{"common", common},
          {"members", std::to_string(family.members)},
          {"acceptance_low", number(family.acceptance_low)},
          {"acceptance_high", number(family.acceptance_high)},
          {"packages", package_views_json(told, family.packages)}};
}

Json common_element_json(const Told& told, const findings::CommonElement& element) {
  Json statements = Json::array();
  for (const case_model::StatementIndex statement : element.statements)
    statements.push_back(statement_id(told, statement));
  return {{"issue", issue_id(told, element.term.issue)},
          {"option", option_value(told, element.term.issue, element.term.option)},
          {"said_by_all", element.said_by_all},
          {"in_zone", number(element.in_zone)},
          {"statements", statements}};
}

}  // namespace

Json belief_json(const Told& told, const Belief& belief) {
  const bool weighs = belief.kind == Belief::Kind::kWeight, scores = belief.kind == Belief::Kind::kScore;
  Json object = {{"kind", word_of(belief.kind)}, {"party", party_id(told, belief.party)}};
  object["issue"] = weighs || scores ? issue_id(told, belief.issue) : Json();
  object["option"] = scores ? option_value(told, belief.issue, belief.option) : Json();
  object["limit"] = belief.kind == Belief::Kind::kLimitReal ? limit_json(told, belief.limit) : Json();
  object["before"] = number(belief.before);
  object["given"] = number(belief.given);
  return object;
}

Json package_view_json(const Told& told, const findings::PackageView& view) {
  Json object = {{"package", package_json(told, view.package)}};
  object["draft"] = view.draft.empty() ? Json() : Json(view.draft);
  put_share(object, "joint_acceptance", view.joint_acceptance);
  object["one_sided"] = view.one_sided_for.has_value();
  object["one_sided_for"] = view.one_sided_for ? party_id(told, *view.one_sided_for) : Json();
  Json parties = Json::object();
  for (const PartyIndex party :
       view.parties.size() == 0 ? std::vector<PartyIndex>() : told.subject.parties.indices()) {
    parties[told.subject.parties[party].id] = party_view_json(told, party, view.parties[party]);
  }
  object["parties"] = parties;
  object["central"] = Json::array();
  for (const Belief& belief : view.central) object["central"].push_back(belief_json(told, belief));
  object["guarantors_committed"] = party_ids(told, view.guarantors_committed);
  object["norms_touched"] = norms_json(told, view.norms_touched);
  return object;
}

Json zone_json(const Told& told, const findings::ZoneFinding& zone) {
  const findings::Share& headline = zone.zone_probability;
  Json object = {{"zone_probability", number(headline.value)},
                 {"standard_error", number(headline.standard_error)},
                 {"effective_size", number(headline.effective_size)},
                 {"sampling_range", {{"low", number(headline.low)}, {"high", number(headline.high)}}},
                 {"range", {{"low", number(zone.range_low)}, {"high", number(zone.range_high)}}},
                 {"point_is_fair", zone.point_is_fair},
                 {"max_joint_acceptance", number(zone.max_joint_acceptance)},
                 {"max_joint_acceptance_raw", number(zone.max_joint_acceptance_raw)},
                 {"package_count", std::to_string(zone.package_count)},
                 {"combination_count", std::to_string(zone.combination_count)}};
  Json parties = Json::object();
  for (const PartyIndex party : zone.parties.indices()) {
    parties[told.subject.parties[party].id] = party_zone_json(told, party, zone.parties[party]);
  }
  object["parties"] = parties;
  object["options"] = Json::array();
  for (const findings::OptionShare& share : zone.option_shares) {
    object["options"].push_back({{"issue", issue_id(told, share.issue)},
                                 {"option", option_value(told, share.issue, share.option)},
                                 {"in_zone", number(share.in_zone)}});
  }
  object["best"] = package_view_json(told, zone.best);
  object["drafts"] = package_views_json(told, zone.drafts);
  object["rests_on"] = Json::array();
  for (const RestsOn& row : zone.rests_on) object["rests_on"].push_back(rests_on_json(row));
  return object;
}

Json packages_json(const Told& told, const findings::PackagesFinding& packages) {
  Json object = {{"contested", Json::array()}, {"families", Json::array()}, {"common_ground", Json::array()}};
  for (const case_model::IssueIndex issue : packages.contested)
    object["contested"].push_back(issue_id(told, issue));
  for (const findings::Family& family : packages.families)
    object["families"].push_back(family_json(told, family));
  for (const findings::CommonElement& element : packages.common_ground) {
    object["common_ground"].push_back(common_element_json(told, element));
  }
  return object;
}

}  // namespace modus::formats

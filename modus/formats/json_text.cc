// The single text.
#include "modus/formats/json_values.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using findings::PartyChange;
using findings::TextChange;
using findings::TextFinding;

std::string_view word_of(TextFinding::Origin origin) {
  switch (origin) {
    case TextFinding::Origin::kRound:
      return "round";
    case TextFinding::Origin::kDraft:
      return "draft";
    case TextFinding::Origin::kCommonGround:
      return "common_ground";
  }
  return "";
}

std::string_view word_of(findings::Direction direction) {
  switch (direction) {
    case findings::Direction::kGained:
      return "gained";
    case findings::Direction::kLost:
      return "lost";
    case findings::Direction::kUnclear:
      return "unclear";
    case findings::Direction::kUntouched:
      return "untouched";
  }
  return "";
}

Json party_change_json(const Told& told, const PartyChange& change) {
  Json object = Json::object();
  put_share(object, "not_hurt", change.not_hurt);
  put_share(object, "helped", change.helped);
  put_spread(object, "gain", change.gain);
  object["unknown"] = Json::array();
  for (const IssueIndex issue : change.unknown) object["unknown"].push_back(issue_id(told, issue));
  object["limits_met"] = limits_json(told, change.limits_met);
  object["limits_left"] = limits_json(told, change.limits_left);
  return object;
}

Json parties_json(const Told& told, const base::IndexedVector<PartyIndex, PartyChange>& parties) {
  Json object = Json::object();
  for (const PartyIndex party : parties.indices()) {
    if (parties[party].asked)
      object[told.subject.parties[party].id] = party_change_json(told, parties[party]);
  }
  return object;
}

Json terms_json(const Told& told, const std::vector<IssueIndex>& issues, const case_model::Package& from,
                const case_model::Package& to) {
  Json list = Json::array();
  for (const IssueIndex issue : issues) {
    list.push_back({{"issue", issue_id(told, issue)},
                    {"from", option_value(told, issue, from[issue])},
                    {"to", option_value(told, issue, to[issue])}});
  }
  return list;
}

Json norms_json(const Told& told, const std::vector<std::size_t>& norms) {
  Json list = Json::array();
  for (const std::size_t norm : norms) list.push_back(told.subject.norms[norm].says);
  return list;
}

Json change_json(const Told& told, const TextFinding& text, const TextChange& change) {
  Json object = {{"id", change.id.empty() ? Json() : Json(change.id)},
                 {"changes", terms_json(told, change.issues, text.text, change.to)},
                 {"package", package_json(told, change.to)},
                 {"least_not_hurt", number(change.least_not_hurt)},
                 {"least_share", number(change.least_share)}};
  put_share(object, "nobody_hurt", change.nobody_hurt);
  put_share(object, "joint_acceptance", change.joint_acceptance);
  object["parties"] = parties_json(told, change.parties);
  object["newly_committed"] = party_ids(told, change.newly_committed);
  object["norms_newly_touched"] = norms_json(told, change.norms_newly_touched);
  return object;
}

Json changes_json(const Told& told, const TextFinding& text, const std::vector<TextChange>& changes) {
  Json list = Json::array();
  for (const TextChange& change : changes) list.push_back(change_json(told, text, change));
  return list;
}

Json clause_json(const Told& told, const findings::TextClause& clause) {
  Json alternatives = Json::array(), statements = Json::array();
  for (const auto& alternative : clause.alternatives) {
    Json options = Json::array();
    for (std::size_t o = 0; o < alternative.options.size(); ++o) {
      if (alternative.options[o])
        options.push_back(option_value(told, clause.issue, case_model::OptionIndex(o)));
    }
    alternatives.push_back({{"party", party_id(told, alternative.party)}, {"options", std::move(options)}});
  }
  for (const auto statement : clause.statements) statements.push_back(statement_id(told, statement));
  return {{"issue", issue_id(told, clause.issue)},
          {"option", option_value(told, clause.issue, clause.option)},
          {"agreed", clause.agreed},
          {"said_by", party_ids(told, clause.said_by)},
          {"ruled_out_by", party_ids(told, clause.ruled_out_by)},
          {"alternatives", std::move(alternatives)},
          {"statements", std::move(statements)}};
}

Json draft_json(const Told& told, const TextFinding& text) {
  Json object = {{"origin", word_of(text.origin)}};
  object["draft"] = text.origin == TextFinding::Origin::kDraft ? Json(text.draft) : Json();
  object["round"] = text.origin == TextFinding::Origin::kRound ? Json(text.round) : Json();
  object["after_deal"] = text.after_deal;
  object["package"] = package_json(told, text.text);
  put_share(object, "joint_acceptance", text.joint_acceptance);
  Json acceptance = Json::object();
  for (const PartyIndex party : text.acceptance.indices()) {
    if (told.drawn(party)) put_share(acceptance, told.subject.parties[party].id, text.acceptance[party]);
  }
  object["acceptance"] = std::move(acceptance);
  object["clauses"] = Json::array();
  for (const findings::TextClause& clause : text.clauses)
    object["clauses"].push_back(clause_json(told, clause));
  return object;
}

Json proof_json(const Told& told, const TextFinding& text) {
  Json object = {{"packages", std::to_string(text.proof.packages)},
                 {"scenarios", text.proof.scenarios},
                 {"whole", text.proof.whole}};
  object["closest"] = text.proof.closest ? change_json(told, text, *text.proof.closest) : Json();
  return object;
}

Json reactions_json(const Told& told, const case_model::TextRound& round) {
  Json list = Json::array();
  for (const case_model::Reaction& reaction : round.reactions) {
    list.push_back({{"party", party_id(told, reaction.party)},
                    {"says", case_model::word_of(reaction.says)},
                    {"to", package_json(told, reaction.to)},
                    {"statement", statement_id(told, reaction.statement)}});
  }
  return list;
}

Json rounds_json(const Told& told, const TextFinding& text) {
  Json list = Json::array();
  const auto& rounds = told.subject.text;
  for (std::size_t r = 0; r < rounds.size(); ++r) {
    Json object = {{"round", r + 1},
                   {"on", write_day(rounds[r].on)},
                   {"package", package_json(told, rounds[r].package)},
                   {"why", rounds[r].why},
                   {"agreed", rounds[r].agreed},
                   {"reactions", reactions_json(told, rounds[r])},
                   {"changes", Json::array()},
                   {"moved", Json::object()}};
    for (const findings::TextStep& step : text.steps) {
      if (step.round != r + 1) continue;
      object["changes"] = terms_json(told, step.issues, rounds[r - 1].package, rounds[r].package);
      for (const PartyIndex party : step.parties.indices()) {
        if (!step.parties[party].asked) continue;
        Json moved = {{"direction", word_of(step.moved[party])}};
        moved.update(party_change_json(told, step.parties[party]));
        object["moved"][told.subject.parties[party].id] = std::move(moved);
      }
    }
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace

Json text_json(const Told& told, const TextFinding& text) {
  return {{"confidence", number(text.confidence)},
          {"helped_at_least", number(text.helped)},
          {"draft", draft_json(told, text)},
          {"edits", changes_json(told, text, text.edits)},
          {"edits_found", std::to_string(text.edits_found)},
          {"trades", changes_json(told, text, text.trades)},
          {"trades_found", std::to_string(text.trades_found)},
          {"proof", proof_json(told, text)},
          {"rounds", rounds_json(told, text)}};
}

std::string write_text_json(const case_model::Case& subject, const findings::BriefFinding& brief) {
  return envelope(subject, brief, "text", brief.text->verdict, text_json(Told(subject), *brief.text));
}

}  // namespace modus::formats

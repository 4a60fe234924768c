#include <algorithm>

#include "modus/formats/json_values.h"
#include "modus/formats/words.h"
#include "modus/formats/write_case.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using case_model::StatementIndex;
using findings::Claim;
using findings::PartySheet;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string_view word_of_role(case_model::Role role) {
  return std::ranges::find(kRoleWords, role, &std::pair<std::string_view, case_model::Role>::second)->first;
}

Json statement_ids(const Told& told, const std::vector<StatementIndex>& statements) {
  Json list = Json::array();
  for (const StatementIndex index : statements) list.push_back(statement_id(told, index));
  return list;
}

Json issue_ids(const Told& told, const std::vector<case_model::IssueIndex>& issues) {
  Json list = Json::array();
  for (const case_model::IssueIndex issue : issues) list.push_back(issue_id(told, issue));
  return list;
}

Json source_id(const Told& told, const std::optional<case_model::SourceIndex>& source) {
  return source ? Json(told.subject.sources[*source].id) : Json();
}

Json interval_json(const std::optional<base::Interval>& interval) {
  if (!interval) return nullptr;
  return {{"low", number(interval->low.value())}, {"high", number(interval->high.value())}};
}

Json claims_json(const Told& told, const std::vector<Claim>& claims) {
  Json list = Json::array();
  for (const Claim& claim : claims) {
    list.push_back({{"kind", case_model::word_of(told.subject.statements[claim.first()].kind)},
                    {"own", statement_ids(told, claim.own)},
                    {"by_others", statement_ids(told, claim.by_others)},
                    {"origins", claim.origins}});
  }
  return list;
}

Json who_json(const Told& told, const PartySheet& sheet) {
  const case_model::Party& party = told.subject.parties[sheet.party];
  Json roles = Json::array(), commits = Json::array(), alike = Json::array();
  for (const case_model::Role role : party.roles) roles.push_back(word_of_role(role));
  for (const findings::Term& term : sheet.commits) {
    commits.push_back({{"issue", issue_id(told, term.issue)}, {"option", option_value(told, term.issue, term.option)}});
  }
  for (const findings::Alike& entry : sheet.alike) {
    alike.push_back({{"party", party_id(told, entry.other)}, {"issue", issue_id(told, entry.issue)}, {"statements", statement_ids(told, entry.statements)}});
  }
  return {{"party", party.id},       {"name", party.name}, {"roles", roles}, {"aliases", party.aliases}, {"ratified_by", party_ids(told, sheet.ratifiers)},
          {"committed_by", commits}, {"rules_out_alike", alike}};
}

Json guarantees_json(const Told& told, const PartySheet& sheet) {
  Json list = Json::array();
  for (std::size_t index = 0; index < told.subject.guarantees.size(); ++index) {
    const case_model::Guarantee& guarantee = told.subject.guarantees[index];
    if (guarantee.by != sheet.party && guarantee.protects != sheet.party && guarantee.against != sheet.party) continue;
    list.push_back({{"by", party_id(told, guarantee.by)},
                    {"protects", party_id(told, guarantee.protects)},
                    {"against", party_id(told, guarantee.against)},
                    {"when", write_condition(guarantee.when, told.subject.issues)}});
  }
  return list;
}

Json positions_json(const Told& told, const PartySheet& sheet) {
  Json list = Json::array();
  for (const findings::Position& position : sheet.positions) {
    list.push_back({{"issue", position.issue ? issue_id(told, *position.issue) : Json()}, {"claims", claims_json(told, position.claims)}});
  }
  return list;
}

Json reasons_json(const Told& told, const PartySheet& sheet) {
  Json list = Json::array();
  for (const StatementIndex index : told.subject.statements.indices()) {
    const case_model::Statement& statement = told.subject.statements[index];
    if (statement.party == sheet.party && !statement.why.empty()) list.push_back({{"statement", statement.id}, {"judgment", nullptr}, {"why", statement.why}});
  }
  for (const auto& [key, why] : told.subject.judgments[sheet.party].why) {
    list.push_back({{"statement", nullptr}, {"judgment", text_or_null(key)}, {"why", why}});
  }
  return list;
}

Json interests_json(const Told& told, const PartySheet& sheet) {
  Json list = Json::array();
  for (const case_model::Interest& interest : told.subject.parties[sheet.party].interests) {
    list.push_back({{"text", interest.text}, {"source", source_id(told, interest.source)}});
  }
  return list;
}

Json sheet_limits_json(const Told& told, const findings::SheetsFinding& sheets, const PartySheet& sheet) {
  Json list = Json::array();
  for (const case_model::LimitIndex index : sheet.limits) {
    const case_model::Limit& limit = told.standing.limits[index.value];
    const case_model::Statement& lead = told.subject.statements[limit.statements.front()];
    Json entry = limit_json(told, index);
    entry["statements"] = statement_ids(told, limit.statements);
    entry["said"] = number(case_model::said_of(told.subject, lead));
    entry["meant"] = number(case_model::meant_of(told.subject, lead));
    entry["meant_by_default"] = !lead.meant.has_value();
    const bool after = !sheets.statements.empty() && sheets.statements[limit.statements.front().value].meant_after;
    entry["meant_after"] = after ? number(*sheets.statements[limit.statements.front().value].meant_after) : Json();
    list.push_back(std::move(entry));
  }
  return list;
}

Json no_deal_json(const Told& told, const PartySheet& sheet) {
  const case_model::NoDeal& judged = told.subject.judgments[sheet.party].no_deal;
  if (!judged.value && judged.lottery.empty()) return nullptr;
  Json lottery = Json::array();
  for (const case_model::LotteryOutcome& outcome : judged.lottery) {
    lottery.push_back({{"package", package_json(told, outcome.package)}, {"chance", interval_json(outcome.chance)}});
  }
  return {{"value", interval_json(judged.value)}, {"lottery", lottery}, {"cost", interval_json(judged.cost)}, {"why", text_or_null(judged.why)}};
}

std::string_view word_of_why(findings::Island::Contested::Why why) {
  switch (why) {
    case findings::Island::Contested::Why::kLimits:
      return "limits";
    case findings::Island::Contested::Why::kBarred:
      return "barred";
    case findings::Island::Contested::Why::kAsks:
      return "asks";
  }
  return "";
}

Json islands_json(const Told& told, const PartySheet& sheet) {
  Json list = Json::array();
  for (const findings::Island& island : sheet.islands) {
    Json common = Json::array(), contested = Json::array();
    for (const auto& entry : island.common) {
      common.push_back({{"issue", issue_id(told, entry.issue)}, {"option", option_value(told, entry.issue, entry.option)}, {"statements", statement_ids(told, entry.statements)}});
    }
    for (const auto& entry : island.contested) {
      contested.push_back({{"issue", issue_id(told, entry.issue)}, {"because", word_of_why(entry.why)}, {"statements", statement_ids(told, entry.statements)}});
    }
    list.push_back({{"with", party_id(told, island.other)}, {"common", std::move(common)}, {"contested", std::move(contested)}});
  }
  return list;
}

Json changes_json(const Told& told, const PartySheet& sheet) {
  Json replaced = Json::array(), moved = Json::array();
  for (const case_model::SetAside& aside : sheet.replaced) {
    replaced.push_back({{"statement", statement_id(told, aside.statement)}, {"by", statement_id(told, aside.by)}});
  }
  for (const findings::PositionMove& move : sheet.moves) {
    moved.push_back({{"issue", issue_id(told, move.issue)}, {"statements", statement_ids(told, move.statements)}});
  }
  return {{"replaced", std::move(replaced)}, {"moved", std::move(moved)}};
}

Json unknown_json(const Told& told, const PartySheet& sheet) {
  return {{"silent", issue_ids(told, sheet.silent)},
          {"firmness_by_default", limits_json(told, sheet.default_firmness)},
          {"interests", sheet.no_interest},
          {"no_deal", sheet.no_no_deal},
          {"priorities", sheet.no_priorities}};
}

Json sheet_json(const Told& told, const findings::SheetsFinding& sheets, const PartySheet& sheet) {
  Json object = who_json(told, sheet);
  object["guarantees"] = guarantees_json(told, sheet);
  object["positions"] = positions_json(told, sheet);
  object["reasons"] = reasons_json(told, sheet);
  object["interests"] = interests_json(told, sheet);
  object["limits"] = sheet_limits_json(told, sheets, sheet);
  object["no_deal"] = no_deal_json(told, sheet);
  object["islands"] = islands_json(told, sheet);
  object["rumours"] = claims_json(told, sheet.rumours);
  object["relays"] = Json::array();
  for (const findings::Relay& relay : sheet.relays) {
    object["relays"].push_back({{"origin", source_id(told, relay.origin)}, {"statements", statement_ids(told, relay.statements)}});
  }
  object["changes"] = changes_json(told, sheet);
  object["unknown"] = unknown_json(told, sheet);
  return object;
}

/// What the ids of the sheets stand for.
Json record_json(const Told& told) {
  Json list = Json::array();
  for (const case_model::Statement& statement : told.subject.statements) {
    Json ranking = Json::array();
    for (const case_model::IssueIndex issue : statement.ranking) ranking.push_back(issue_id(told, issue));
    const bool ranks = statement.kind == case_model::StatementKind::kRanks;
    list.push_back({{"id", statement.id},
                    {"party", party_id(told, statement.party)},
                    {"speaker", text_or_null(statement.speaker)},
                    {"kind", case_model::word_of(statement.kind)},
                    {"what", ranks ? std::move(ranking) : Json(write_condition(statement.what, told.subject.issues))},
                    {"over", statement.over ? Json(write_condition(*statement.over, told.subject.issues)) : Json()},
                    {"channel", case_model::word_of(statement.channel)},
                    {"on", statement.on ? Json(write_days(*statement.on)) : Json()},
                    {"source", source_id(told, statement.source)},
                    {"quote", text_or_null(statement.quote.text)}});
  }
  return list;
}

}  // namespace

std::string write_sheets_json(const case_model::Case& subject, const findings::SheetsFinding& sheets) {
  const Told told(subject);
  Json result = {{"parties", Json::array()}, {"left_out", party_ids(told, sheets.left_out)}, {"statements", record_json(told)}};
  for (const PartySheet& sheet : sheets.parties) result["parties"].push_back(sheet_json(told, sheets, sheet));
  Json object = {{"modus", sheets.run.version},
                 {"verb", "sheet"},
                 {"case", {{"title", subject.title}, {"as_of", write_day(subject.as_of)}, {"sha256", sheets.run.case_sha256}}},
                 {"for", sheets.run.audience}};
  object["result"] = std::move(result);
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace modus::formats

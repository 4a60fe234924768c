#include <fmt/format.h>

#include <algorithm>

#include "modus/base/number.h"
#include "modus/base/text.h"
#include "modus/brief/party_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/sheet_parts.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::PartyIndex;
using case_model::Role;
using case_model::Statement;
using case_model::StatementIndex;
using findings::Claim;

std::string say_role(const Telling& telling, const case_model::Party& party, Role role) {
  switch (role) {
    case Role::kPrincipal:
      return "principal: must accept";
    case Role::kRatifier:
      return "ratifier: must accept what " + telling.name(*party.ratifier_of) + " accepts";
    case Role::kGuarantor:
      return "guarantor: must accept what commits it";
    case Role::kFacilitator:
      return "facilitator: its acceptance is not asked";
    case Role::kSpoiler:
      return "can break an agreement; its acceptance is not asked";
    case Role::kObserver:
      return "observer: its acceptance is not asked";
  }
  return "";
}

Text say_roles(const SheetTelling& told) {
  std::vector<std::string> roles;
  for (const Role role : told.party().roles) roles.push_back(say_role(told.telling, told.party(), role));
  Text text = {Sentence(capital(base::join_words(roles)) + ".")};
  if (!told.party().aliases.empty()) text.emplace_back("Also goes by, or is spoken for by: " + base::join_words(told.party().aliases) + ".");
  return text;
}

/// Those heard speaking for it, by name, each with the statements.
Text say_speakers(SheetTelling& told) {
  std::map<std::string, std::vector<StatementIndex>> by_name;
  for (const findings::Position& position : told.sheet.positions) {
    for (const Claim& claim : position.claims) {
      for (const StatementIndex index : claim.own) {
        const std::string& speaker = told.telling.subject.statements[index].speaker;
        if (!speaker.empty()) by_name[speaker].push_back(index);
      }
    }
  }
  Text text;
  for (auto& [name, statements] : by_name) {
    std::sort(statements.begin(), statements.end());
    text.push_back(Sentence((text.empty() ? "Heard speaking: " : "") + name + ".").cite(told.telling.cites.numbers_of(statements)));
  }
  return text;
}

Text say_consent(const SheetTelling& told) {
  std::vector<std::string> names, terms;
  for (const PartyIndex party : told.sheet.ratifiers) names.push_back(told.telling.name(party));
  for (const findings::Term& term : told.sheet.commits) terms.push_back(say_term(told.telling.subject, term.issue, term.option));
  Text text;
  if (!names.empty()) text.emplace_back("What it accepts must be ratified by: " + base::join_words(names) + ".");
  if (terms.empty()) return text;
  std::string words;
  for (const std::string& term : terms) words += (words.empty() ? "" : "; ") + term;
  text.emplace_back("Would be committed by: " + words + ".");
  return text;
}

/// What guarantees make of it; they are the team's own entries.
Text say_guarantees(const SheetTelling& told) {
  const Telling& telling = told.telling;
  Text text;
  const auto say = [&](const std::vector<std::size_t>& numbers, std::string_view pattern) {
    for (const std::size_t number : numbers) {
      const case_model::Guarantee& guarantee = telling.subject.guarantees[number];
      const std::string words = fmt::format(fmt::runtime(pattern), telling.name(guarantee.by), telling.name(guarantee.protects),
                                            telling.name(guarantee.against), say_condition(telling.subject, guarantee.when));
      text.push_back(Sentence(words).mark(Mark::kJudged));
    }
  };
  say(told.sheet.gives, "Would guarantee against a breach by {2} what is promised to {1} ({3}).");
  say(told.sheet.protects, "Stands behind it: {0}, against a breach by {2} ({3}).");
  say(told.sheet.against, "Holds it to its word: {0}, on behalf of {1} ({3}).");
  return text;
}

Text say_alike(SheetTelling& told) {
  Text text;
  for (const findings::Alike& alike : told.sheet.alike) {
    Sentence sentence("Rules out some of the same on " + told.telling.subject.issues[alike.issue].name + ": " +
                      told.telling.name(alike.other) + ".");
    text.push_back(sentence.cite(told.telling.cites.numbers_of(alike.statements)).mark(Mark::kInferred));
  }
  return text;
}

std::string say_issue_cell(const Case& subject, const findings::Position& position, const Claim& claim) {
  if (position.issue) return subject.issues[*position.issue].name;
  const bool ranks = subject.statements[claim.first()].kind == case_model::StatementKind::kRanks;
  return ranks ? "What matters most" : "Several issues together";
}

/// The claim in words, its latest quote, all who report it.
Sentence say_claim(SheetTelling& told, const findings::Position& position, const Claim& claim) {
  const Case& subject = told.telling.subject;
  const Statement& lead = subject.statements[claim.first()];
  Sentence sentence(capital(position.issue ? say_statement_under(subject, lead, *position.issue) : say_statement(subject, lead)));
  if (!lead.quote.text.empty()) sentence.plain(", ").quote(lead.quote.text);
  for (const auto* statements : {&claim.own, &claim.by_others}) {
    for (const StatementIndex index : *statements) sentence.cite(told.telling.cites.number_of(index));
  }
  return sentence.plain(".");
}

/// How it reached us, and how often from how many origins.
Text say_reach(const Case& subject, const Claim& claim) {
  Text text = {Sentence(capital(say_reached(subject, subject.statements[claim.first()])) + ".")};
  const std::size_t reports = claim.own.size() + claim.by_others.size();
  if (reports > 1) text.emplace_back(fmt::format("{} reports, {} origin{}.", reports, claim.origins, claim.origins == 1 ? "" : "s"));
  if (!claim.by_others.empty()) text.emplace_back("Others say so too.");
  return text;
}

/// Reasons by the name of the judgment, as a person would call it.
std::string say_judgment(const Case& subject, const std::string& key) {
  static const std::map<std::string, std::string> kNames = {{"", "all that is judged of it"},
                                                            {"adjust", "what goes together"},
                                                            {"beliefs", "what it expects of conditions"},
                                                            {"order", "which options it prefers"},
                                                            {"scales", "more or less"},
                                                            {"scores", "how options compare"},
                                                            {"stalling", "whether it wants a deal now"},
                                                            {"weights", "what matters most"}};
  const std::size_t dot = key.find('.');
  const auto name = kNames.find(key.substr(0, dot));
  std::string words = name == kNames.end() ? key : name->second;
  if (dot == std::string::npos) return words;
  const auto issue = subject.find_issue(key.substr(dot + 1));
  return words + " (" + (issue ? subject.issues[*issue].name : key.substr(dot + 1)) + ")";
}

Table limits_table(SheetTelling& told) {
  const Telling& telling = told.telling;
  Table table{"Said: how sure it is that it was said as reported; meant: how sure, if said, that it is meant. Both as entered.",
              {{"It accepts"}, {"Said", true}, {"Meant", true}},
              {}};
  const bool after = !telling.finding.statements.empty();
  if (after) table.columns.push_back({"Real, after the evidence (C)", true});
  for (const case_model::LimitIndex index : told.sheet.limits) {
    const case_model::Limit& limit = telling.standing.limits[index.value];
    const Statement& lead = telling.subject.statements[limit.statements.front()];
    Sentence words(capital(say_limit(telling.subject, limit.forbids)));
    words.cite(told.telling.cites.numbers_of(limit.statements));
    table.rows.push_back({{words},
                          {Sentence(chance(case_model::said_of(telling.subject, lead)) + (lead.said ? "" : ", by default"))},
                          {Sentence(chance(case_model::meant_of(telling.subject, lead)) + (lead.meant ? "" : ", by default"))}});
    if (!after) continue;
    const auto& found = telling.finding.statements[limit.statements.front().value].meant_after;
    table.rows.back().push_back({Sentence(found ? chance(*found) : "no evidence bears on this")});
  }
  return table;
}

void add_item(Bullets& list, Text text) {
  if (!text.empty()) list.items.push_back(std::move(text));
}

}  // namespace

std::string say_when(const Case& subject, const Statement& statement) {
  if (statement.on) return say_days(*statement.on);
  if (statement.source && subject.sources[*statement.source].published) return "published " + say_day(*subject.sources[*statement.source].published);
  return "no date";
}

std::string say_reached(const Case& subject, const Statement& statement) {
  std::string words = say_channel(statement.channel);
  if (!statement.source) return words;
  const case_model::Source& source = subject.sources[*statement.source];
  const auto name = [](const case_model::Source& of) { return of.publisher.empty() ? of.title : of.publisher; };
  words += ", " + name(source);
  if (source.heard_from) words += ", which had it from " + name(subject.sources[*source.heard_from]);
  return words;
}

Blocks tell_who(SheetTelling& told) {
  Bullets list;
  add_item(list, say_roles(told));
  add_item(list, say_speakers(told));
  add_item(list, say_consent(told));
  add_item(list, say_guarantees(told));
  add_item(list, say_alike(told));
  return {told.head("who", "Who it is"), list};
}

Blocks tell_wants(SheetTelling& told) {
  const Case& subject = told.telling.subject;
  Table table{"In its own words; on each issue the firmest first, then the latest.", {{"Issue"}, {"Position"}, {"When"}, {"How it reached us"}}, {}};
  for (const findings::Position& position : told.sheet.positions) {
    for (const Claim& claim : position.claims) {
      table.rows.push_back({{Sentence(say_issue_cell(subject, position, claim))},
                            {say_claim(told, position, claim)},
                            {Sentence(capital(say_when(subject, subject.statements[claim.first()])))},
                            say_reach(subject, claim)});
    }
  }
  return {told.head("wants", "What it wants"), table_or(std::move(table), "Nothing is on record in its own words.")};
}

Blocks tell_reasons(SheetTelling& told) {
  const Case& subject = told.telling.subject;
  Bullets list;
  for (const StatementIndex index : subject.statements.indices()) {
    const Statement& statement = subject.statements[index];
    if (statement.party != told.sheet.party || statement.why.empty()) continue;
    Sentence sentence(capital(say_statement(subject, statement)) + ": " + statement.why + ".");
    list.items.push_back({sentence.cite(told.telling.cites.number_of(index)).mark(Mark::kJudged)});
  }
  for (const auto& [key, why] : subject.judgments[told.sheet.party].why) {
    if (key != "no_deal") list.items.push_back({Sentence("On " + say_judgment(subject, key) + ": " + why + ".").mark(Mark::kJudged)});
  }
  for (const case_model::Adjustment& adjustment : subject.judgments[told.sheet.party].adjust) {
    if (!adjustment.why.empty()) {
      list.items.push_back({Sentence("On " + say_condition(subject, adjustment.when) + ": " + adjustment.why + ".").mark(Mark::kJudged)});
    }
  }
  Blocks blocks = {told.head("reasons", "How it argues")};
  if (list.items.empty()) {
    blocks.emplace_back(paragraph("No reasons are on record."));
  } else {
    blocks.emplace_back(paragraph("Reasons as the team has noted them."));
    blocks.emplace_back(list);
  }
  return blocks;
}

Blocks tell_interests(SheetTelling& told) {
  Bullets list;
  for (Sentence& interest : say_interests(told.telling, told.sheet.party)) list.items.push_back({std::move(interest)});
  return {told.head("interests", "Why: interests"), list};
}

Blocks tell_limits(SheetTelling& told) {
  return {told.head("limits", "Limits"), table_or(limits_table(told), "It has named no limit.")};
}

Blocks tell_without_deal(SheetTelling& told) {
  Table table{"", {{"Judged"}, {"Reason"}}, {}};
  for (JudgmentRow& row : no_deal_rows(told.telling, told.sheet.party)) {
    row.erase(row.begin());
    table.rows.push_back(std::move(row));
  }
  return {told.head("no-deal", "Without a deal"), table_or(std::move(table), "Nothing is judged of what it expects without a deal.")};
}

}  // namespace modus::brief

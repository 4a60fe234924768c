#include <fmt/format.h>

#include <algorithm>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/text_words.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using findings::TextChange;
using findings::TextClause;
using findings::TextFinding;

/// In the brief, which has other things to say.
constexpr std::size_t kEditsInBrief = 3, kTradesInBrief = 2;

const TextFinding& text_of(const Telling& telling) { return *telling.finding.text; }

std::string names_of(const Telling& telling, const std::vector<PartyIndex>& parties) {
  std::vector<std::string> names;
  for (const PartyIndex party : parties) names.push_back(telling.name(party));
  return base::join_words(names);
}

/// The way diplomats print it: agreed words plain, open ones in brackets, each with whose they are.
Text say_clause(Telling& telling, const TextClause& clause) {
  const case_model::Issue& issue = telling.subject.issues[clause.issue];
  Sentence sentence;
  sentence.strong(issue.name).plain(": ");
  if (clause.agreed) {
    sentence.plain(issue.options[clause.option].name + " (agreed).");
    return {sentence.cite(telling.cites.numbers_of(clause.statements))};
  }
  sentence.plain("[" + issue.options[clause.option].name + "]");
  for (const TextClause::Alternative& alternative : clause.alternatives) {
    sentence.plain(fmt::format(" [{}: {}]", telling.name(alternative.party),
                               say_options(telling.subject, clause.issue, alternative.options)));
  }
  if (!clause.said_by.empty())
    sentence.plain("; asked for or accepted by " + names_of(telling, clause.said_by));
  if (!clause.ruled_out_by.empty())
    sentence.plain("; ruled out by " + names_of(telling, clause.ruled_out_by));
  return {sentence.plain(".").cite(telling.cites.numbers_of(clause.statements))};
}

Sentence say_text_acceptance(const Telling& telling) {
  return Sentence("All accept it in " + chance(text_of(telling).joint_acceptance.value) +
                  " of the scenarios.")
      .mark(Mark::kComputed);
}

Sentence say_change(const Telling& telling, const TextChange& change) {
  Sentence sentence;
  sentence.strong(change.id).plain(
      " " + say_changes(telling.subject, change.issues, text_of(telling).text, change.to) + ".");
  return sentence;
}

Sentence say_joint(const Telling& telling, const TextChange& change) {
  const double before = text_of(telling).joint_acceptance.value, after = change.joint_acceptance.value;
  return Sentence(fmt::format("All accept the text with it in {}, as against {} without.", chance(after),
                              chance(before)))
      .mark(Mark::kComputed);
}

void add(Text& text, Text more) { text.insert(text.end(), more.begin(), more.end()); }

Bullets list_changes(Telling& telling, const std::vector<TextChange>& changes) {
  Bullets list;
  for (const TextChange& change : changes) {
    Text item = {say_change(telling, change)};
    add(item, say_parties(telling, change));
    item.push_back(say_joint(telling, change));
    add(item, say_what_it_touches(telling, change));
    list.items.push_back(std::move(item));
  }
  return list;
}

std::string say_condition_of_edits(const TextFinding& text) {
  return fmt::format(
      "Each leaves every party that is asked no worse off with a chance of {} or more, party by party, and "
      "helps somebody "
      "with a chance of {} or more. They are for trying out on the parties, who may see it otherwise. A "
      "ratifier or "
      "guarantor counts on the issues on which anything is known of what it wants.",
      chance(text.confidence), chance(text.helped));
}

Sentence say_briefly(const Telling& telling, const TextChange& change) {
  return Sentence("No worse off: " + say_no_worse_off(telling, change) + ". Nobody is in " +
                  chance(change.nobody_hurt.value) + ".")
      .mark(Mark::kComputed);
}

}  // namespace

Blocks tell_text_clauses(Telling& telling) {
  const TextFinding& text = text_of(telling);
  Blocks blocks = {heading(2, "text", text.after_deal ? "The agreed text" : "The text")};
  const std::string from = capital(say_where_from(text, telling.subject.issues.size()));
  blocks.emplace_back(Paragraph{
      {Sentence(from + "."), say_text_acceptance(telling),
       Sentence("In brackets is what is open, with what others have offered, accepted or asked for.")},
      false});
  Bullets list;
  list.numbered = true;
  for (const TextClause& clause : text.clauses) list.items.push_back(say_clause(telling, clause));
  blocks.emplace_back(list);
  return blocks;
}

Blocks tell_text_edits(Telling& telling) {
  const TextFinding& text = text_of(telling);
  Blocks blocks = {
      heading(2, "edits",
              text.after_deal ? "Improvements nobody loses by" : "Edits that help somebody and hurt nobody")};
  if (text.edits.empty()) {
    blocks.emplace_back(
        paragraph(Sentence(text.trades.empty() ? "There is none." : "There is none but the trades below.")
                      .mark(Mark::kComputed)));
    return blocks;
  }
  blocks.emplace_back(paragraph(say_condition_of_edits(text)));
  blocks.emplace_back(list_changes(telling, text.edits));
  if (text.edits_found > text.edits.size()) {
    blocks.emplace_back(
        paragraph(fmt::format("{} more qualify.", count(text.edits_found - text.edits.size()))));
  }
  return blocks;
}

Blocks tell_text_trades(Telling& telling) {
  const TextFinding& text = text_of(telling);
  if (text.trades.empty()) return {};
  Blocks blocks = {heading(2, "trades", "Trades"),
                   paragraph("Two changes that each cost somebody something, and together nobody: each gives "
                             "where the other side values it more.")};
  if (text.edits.empty()) blocks.emplace_back(paragraph(say_condition_of_edits(text)));
  blocks.emplace_back(list_changes(telling, text.trades));
  return blocks;
}

Blocks tell_text_proof(Telling& telling) {
  return {heading(2, "proof", "How far that goes"), Paragraph{say_proof(telling, text_of(telling)), false}};
}

Blocks tell_edits(Telling& telling) {
  if (!telling.finding.text) return {};
  const TextFinding& text = text_of(telling);
  Blocks blocks = {
      heading(2, "edits", text.after_deal ? "Improvements nobody loses by" : "Edits worth trying")};
  Paragraph opening{{Sentence("Starting from " + say_where_from(text, telling.subject.issues.size()) + "."),
                     say_text_acceptance(telling)},
                    false};
  const bool none = text.edits.empty() && text.trades.empty();
  if (none) add(opening.text, say_proof(telling, text));
  if (!none) opening.text.emplace_back(say_condition_of_edits(text));
  blocks.emplace_back(opening);
  const std::vector<TextChange>& all = text.edits.empty() ? text.trades : text.edits;
  const std::size_t most = text.edits.empty() ? kTradesInBrief : kEditsInBrief;
  Bullets list;
  for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
    list.items.push_back(
        {say_change(telling, all[i]), say_briefly(telling, all[i]), say_joint(telling, all[i])});
  }
  if (!none) blocks.emplace_back(list);
  return blocks;
}

}  // namespace modus::brief

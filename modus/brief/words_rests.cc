#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/charts.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::RestsOn;
using Group = RestsOn::Group;

bool is_leave_one_out(const RestsOn& entry) { return entry.group == Group::kStatement || entry.group == Group::kSource; }

/// "s3: the union rejects: ..." rather than its name alone; cited.
Sentence say_statement_entry(Telling& telling, case_model::StatementIndex index) {
  const case_model::Statement& statement = telling.subject.statements[index];
  Sentence words(statement.id + ": " + telling.name(statement.party) + " " + say_statement(telling.subject, statement));
  return words.cite(telling.cites.number_of(index));
}

Sentence say_entry(Telling& telling, const RestsOn& entry) {
  if (entry.group == Group::kStatement) {
    if (const auto statement = telling.subject.find_statement(entry.key)) return say_statement_entry(telling, *statement);
  } else if (entry.group == Group::kSource) {
    if (const auto source = telling.subject.find_source(entry.key)) {
      return Sentence(say_source(telling.subject, *source)).cite(telling.cites.number_of(*source));
    }
  }
  return Sentence(capital(entry.what));
}

Table list_group(Telling& telling, const std::string& caption, const std::string& left_out, Group group) {
  Table table{caption, {{left_out}, {"Zone probability", true}}, {}};
  for (const RestsOn& entry : telling.finding.zone.rests_on) {
    if (entry.group != group) continue;
    table.rows.push_back({{say_entry(telling, entry)}, {Sentence(chance(entry.zone_probability.value))}});
  }
  return table;
}

/// The statement or source without which the answer moves most.
const RestsOn* weightiest(const Telling& telling, Group group) {
  const double headline = telling.finding.zone.zone_probability.value;
  const RestsOn* found = nullptr;
  double most = 0;
  for (const RestsOn& entry : telling.finding.zone.rests_on) {
    const double moved = std::abs(entry.zone_probability.value - headline);
    if (entry.group == group && moved > most) {
      found = &entry;
      most = moved;
    }
  }
  return found;
}

Text say_weightiest(Telling& telling) {
  Text text;
  for (const Group group : {Group::kStatement, Group::kSource}) {
    const RestsOn* entry = weightiest(telling, group);
    if (entry == nullptr) continue;
    const std::string_view what = group == Group::kStatement ? "statement" : "source";
    Sentence sentence = say_entry(telling, *entry);
    sentence.runs.insert(sentence.runs.begin(), {Run::Style::kPlain, fmt::format("The single {} it leans on most is ", what)});
    sentence.plain("; without it the zone probability is " + chance(entry->zone_probability.value) + ".");
    text.push_back(sentence.mark(Mark::kComputed));
  }
  return text;
}

}  // namespace

Table range_table(Telling& telling) {
  Table table{"", {{"Assumption"}, {"Zone probability", true}}, {}};
  for (const RestsOn& entry : telling.finding.zone.rests_on) {
    if (is_leave_one_out(entry)) continue;
    Sentence words = say_entry(telling, entry);
    if (entry.in_range) words.plain(" *");
    table.rows.push_back({{words}, {Sentence(chance(entry.zone_probability.value)).mark(Mark::kComputed)}});
  }
  return table;
}

Blocks tell_what_it_rests_on(Telling& telling) {
  const auto& zone = telling.finding.zone;
  Blocks blocks = {heading(2, "rests-on", "What this rests on")};
  Sentence range("Over the assumptions marked * the zone probability lies from " +
                 chance_range(zone.range_low, zone.range_high) + ".");
  Paragraph said{{range.mark(Mark::kComputed)}, false};
  for (Sentence& sentence : say_weightiest(telling)) said.text.push_back(std::move(sentence));
  blocks.emplace_back(said);
  if (!zone.rests_on.empty()) blocks.emplace_back(range_chart(telling));
  return blocks;
}

Blocks tell_leave_one_out(Telling& telling) {
  Blocks blocks = {heading(2, "leave-one-out", "Without one statement or source")};
  blocks.emplace_back(table_or(list_group(telling, "The zone probability if one statement had never been made (C).",
                                          "Without this statement", Group::kStatement),
                               "No statement was left out in turn."));
  blocks.emplace_back(table_or(list_group(telling, "The zone probability without all that comes from one source (C).",
                                          "Without this source", Group::kSource),
                               "No source was left out in turn."));
  return blocks;
}

}  // namespace modus::brief

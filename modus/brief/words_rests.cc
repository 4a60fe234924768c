#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "modus/brief/charts.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::RestsOn;
using Group = RestsOn::Group;

bool is_leave_one_out(const RestsOn& entry) {
  return entry.group == Group::kStatement || entry.group == Group::kSource;
}

/// "s3 (Union)", cited.
Sentence say_statement_entry(Telling& telling, case_model::StatementIndex index) {
  const case_model::Statement& statement = telling.subject.statements[index];
  return Sentence(statement.id + " (" + telling.name(statement.party) + ")")
      .cite(telling.cites.number_of(index));
}

/// The source's name, cited; for an origin, with those who heard from it.
Sentence say_source_entry(Telling& telling, std::string key) {
  constexpr std::string_view kOrigin = "origin:";
  const bool origin = key.starts_with(kOrigin);
  if (origin) key.erase(0, kOrigin.size());
  Sentence words(origin ? key + " with all who heard from it" : key);
  if (const auto source = telling.subject.find_source(key)) words.cite(telling.cites.number_of(*source));
  return words;
}

Sentence say_entry(Telling& telling, const RestsOn& entry) {
  if (entry.group == Group::kStatement) {
    if (const auto statement = telling.subject.find_statement(entry.key))
      return say_statement_entry(telling, *statement);
  } else if (entry.group == Group::kSource) {
    return say_source_entry(telling, entry.key);
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
    sentence.runs.insert(sentence.runs.begin(),
                         {Run::Style::kPlain, fmt::format("The single {} it leans on most is ", what)});
    sentence.plain("; without it the zone probability is " + chance(entry->zone_probability.value) + ".");
    text.push_back(sentence.mark(Mark::kComputed));
  }
  return text;
}

/// "Before any statement: 75 % (likely); ...": how the headline was come by.
Sentence say_stages(const Telling& telling) {
  std::string words;
  for (const RestsOn& entry : telling.finding.zone.rests_on) {
    if (entry.group != Group::kStage) continue;
    words += (words.empty() ? "" : "; ") + entry.what + ": " + chance(entry.zone_probability.value);
  }
  if (words.empty()) return {};
  return Sentence("The zone probability " + words + ".").mark(Mark::kComputed);
}

/// Assumptions that print the same probability share a line; the highest first.
Bullets list_variations(const Telling& telling) {
  std::map<double, std::string, std::greater<>> by_value;
  for (const RestsOn& entry : telling.finding.zone.rests_on) {
    if (entry.group != Group::kVariation) continue;
    std::string& words = by_value[rounded(entry.zone_probability.value)];
    words += (words.empty() ? "" : "; ") + entry.what;
  }
  Bullets list;
  for (const auto& [value, words] : by_value) {
    Sentence line;
    line.strong(chance(value)).plain(": " + words + ".");
    list.items.push_back({line.mark(Mark::kComputed)});
  }
  return list;
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
  Sentence range("With one assumption changed at a time, the zone probability " +
                 lies_within(zone.range_low, zone.range_high) + ".");
  Paragraph said{{say_stages(telling), range.mark(Mark::kComputed)}, false};
  for (Sentence& sentence : say_weightiest(telling)) said.text.push_back(std::move(sentence));
  blocks.emplace_back(said);
  Bullets variations = list_variations(telling);
  if (!variations.items.empty()) blocks.emplace_back(std::move(variations));
  return blocks;
}

Blocks tell_range(Telling& telling) {
  Blocks blocks = {heading(2, "range", "The range behind the headline")};
  if (!telling.finding.zone.rests_on.empty()) blocks.emplace_back(range_chart(telling));
  blocks.emplace_back(
      table_or(list_group(telling, "The zone probability if one statement had never been made (C).",
                          "Without this statement", Group::kStatement),
               "No statement was left out in turn."));
  blocks.emplace_back(
      table_or(list_group(telling, "The zone probability without all that comes from one source (C).",
                          "Without this source", Group::kSource),
               "No source was left out in turn."));
  return blocks;
}

}  // namespace modus::brief

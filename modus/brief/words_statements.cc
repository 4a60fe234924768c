#include <fmt/format.h>

#include <algorithm>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/when_words.h"
#include "modus/brief/words.h"
#include "modus/case_model/likelihood.h"

namespace modus::brief {
namespace {

using case_model::Assessment;
using case_model::PartyIndex;
using case_model::Statement;
using case_model::StatementIndex;

std::string say_counted(const Telling& telling, const findings::StatementFinding& finding) {
  if (finding.counted) return "";
  for (const case_model::SetAside& aside : telling.standing.set_aside) {
    if (aside.statement != finding.statement) continue;
    const std::string& by = telling.subject.statements[aside.by].id;
    return (aside.replaced ? " (not counted: replaced by " : " (not counted: said again in ") + by + ")";
  }
  return " (not counted)";
}

Sentence say_after(const findings::StatementFinding& finding) {
  if (!finding.meant_after) return Sentence("no evidence bears on this");
  return Sentence(chance(*finding.meant_after));
}

Table statements_of(Telling& telling, PartyIndex party) {
  Table table{"",
              {{"Statement"}, {"What"}, {"Said", true}, {"Meant, entered", true}, {"Meant, after (C)", true}},
              {}};
  for (const findings::StatementFinding& finding : telling.finding.statements) {
    const Statement& statement = telling.subject.statements[finding.statement];
    if (statement.party != party) continue;
    Sentence what(capital(say_statement(telling.subject, statement)));
    if (!statement.quote.text.empty()) what.plain(", ").quote(statement.quote.text);
    if (!statement.why.empty()) what.plain("; " + statement.why + " ").mark(Mark::kJudged);
    what.cite(telling.cites.number_of(finding.statement));
    if (!finding.counted) what.plain(say_counted(telling, finding));
    table.rows.push_back({{Sentence(statement.id)},
                          {what},
                          {Sentence(chance(finding.said))},
                          {Sentence(chance(finding.meant_entered))},
                          {say_after(finding)}});
  }
  return table;
}

std::string say_chances(const Assessment& assessment) {
  if (!assessment.word.empty()) {
    const auto number = case_model::likelihood_number(assessment.word);
    return assessment.word + (number ? " (about " + percent(*number) + ")" : "");
  }
  std::vector<std::string> parts;
  for (const auto& [days, probability] : assessment.chances) {
    parts.push_back(fmt::format("{} within {} days", chance(probability), days));
  }
  return base::join_words(parts);
}

Sentence say_assessment(Telling& telling, const Assessment& assessment) {
  Sentence sentence;
  sentence.strong(say_assessor(telling, assessment));
  if (!assessment.speaker.empty()) sentence.plain(" (" + assessment.speaker + ")");
  const std::string chances = say_chances(assessment);
  sentence.plain(": " + chances);
  if (!assessment.quote.text.empty())
    sentence.plain(chances.empty() ? "" : ", ").quote(assessment.quote.text);
  if (assessment.on) sentence.plain(", on " + say_days(*assessment.on));
  const auto source = assessment.source ? assessment.source : assessment.by_source;
  if (source) sentence.cite(telling.cites.number_of(*source));
  return sentence.plain(".");
}

}  // namespace

std::string say_assessor(const Telling& telling, const Assessment& assessment) {
  if (assessment.by_party) return telling.name(*assessment.by_party);
  if (!assessment.by_source) return "unnamed";
  const case_model::Source& source = telling.subject.sources[*assessment.by_source];
  return source.publisher.empty() ? source.title : source.publisher;
}

Blocks tell_assessments(Telling& telling) {
  Blocks blocks = {heading(2, "assessments", "What others say about the chances")};
  Bullets list;
  for (const Assessment& assessment : telling.subject.assessments)
    list.items.push_back({say_assessment(telling, assessment)});
  if (list.items.empty()) {
    blocks.emplace_back(paragraph("The case records nobody's assessment."));
    return blocks;
  }
  blocks.emplace_back(
      paragraph("As they gave them; they are not averaged, and the zone above does not use them."));
  blocks.emplace_back(list);
  return blocks;
}

Blocks tell_statements(Telling& telling) {
  Blocks blocks = {heading(2, "statements", "Statements")};
  blocks.emplace_back(
      paragraph("Said: how sure it is that it was said as reported. Meant, entered: how sure, if said, that "
                "it is meant; for a limit, the "
                "chance that it is real. Meant, after: the share of scenarios in which it holds once all "
                "evidence is weighed."));
  for (const PartyIndex party : telling.subject.parties.indices()) {
    Table table = statements_of(telling, party);
    if (table.rows.empty()) continue;
    blocks.emplace_back(heading(3, "statements-" + telling.subject.parties[party].id, telling.name(party)));
    blocks.emplace_back(std::move(table));
  }
  return blocks;
}

}  // namespace modus::brief

#include "modus/brief/tell_sheet.h"

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/sheet_parts.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using Part = Blocks (*)(SheetTelling&);

/// Reasons and judgments are marked; what is said by others stands under a heading of its own.
Paragraph say_how_to_read(const Telling& telling) {
  Paragraph about;
  about.text = {Sentence("As of " + say_day(telling.subject.as_of) + ": what is on record, in the order position, reasons, interests, limits."),
                Sentence("[1] is a numbered source, listed at the end; (J) is judged by the team, (I) is read by Modus out of what was said.")};
  if (telling.finding.statements.empty()) about.text.emplace_back("No number here is computed: chances are those entered, rounded to 5\u00A0% and with a word of one fixed scale.");
  return about;
}

Blocks tell_one(Telling& telling, const findings::PartySheet& sheet, bool first) {
  SheetTelling told{telling, sheet};
  Heading title = heading(2, "sheet-" + told.party().id, told.name());
  title.new_page = !first;
  Blocks blocks = {title, say_who_may_read(telling), say_how_to_read(telling)};
  for (const Part part : {tell_who, tell_wants, tell_reasons, tell_interests, tell_limits, tell_without_deal, tell_islands, tell_rumours,
                          tell_changes, tell_unknown}) {
    append(blocks, part(told));
  }
  return blocks;
}

Sentence say_left_out(const Telling& telling, const std::vector<case_model::PartyIndex>& parties) {
  std::vector<std::string> names;
  for (const case_model::PartyIndex party : parties) names.push_back(telling.name(party));
  return Sentence("No sheet for " + base::join_words(names) + ": nothing is on record about what they want.");
}

}  // namespace

Heading SheetTelling::head(const std::string& part, std::string words) const {
  return heading(3, part + "-" + party().id, std::move(words));
}

Document tell_sheets(const case_model::Case& subject, const case_model::Standing& standing, const findings::SheetsFinding& finding) {
  findings::BriefFinding told_with;
  told_with.run = finding.run;
  told_with.statements = finding.statements;
  Telling telling(subject, standing, told_with);
  Blocks blocks;
  for (const findings::PartySheet& sheet : finding.parties) append(blocks, tell_one(telling, sheet, blocks.empty()));
  if (!finding.left_out.empty()) blocks.emplace_back(paragraph(say_left_out(telling, finding.left_out)));
  return Document{"Evidence sheets: " + subject.title, std::move(blocks), telling.cites.citations()};
}

}  // namespace modus::brief

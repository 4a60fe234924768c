// Ideas and the rounds of the single text in canonical text.
#include "modus/formats/write_case.h"
#include "modus/formats/writing.h"

namespace modus::formats {
namespace {

using case_model::Case;

Lines lines_of(const Case& subject, const case_model::Reaction& reaction) {
  Lines item;
  put_text(item, "by", subject.parties[reaction.party].id);
  put_yaml(item, "says", word_of(reaction.says));
  put_yaml(item, "to", yaml_of(subject, reaction.to));
  put_text(item, "statement", subject.statements[reaction.statement].id);
  return item;
}

Lines lines_of(const Case& subject, const case_model::TextRound& round) {
  Lines item, reactions;
  put_yaml(item, "on", write_day(round.on));
  put_yaml(item, "package", yaml_of(subject, round.package));
  put_text(item, "why", round.why);
  if (round.agreed) put_yaml(item, "agreed", "true");
  for (const case_model::Reaction& reaction : round.reactions) put_item(reactions, lines_of(subject, reaction));
  put_part(item, "reactions", reactions);
  put_yaml(item, "label", yaml_of(subject, round.label));
  return item;
}

}  // namespace

void write_ideas(Lines& lines, const Case& subject) {
  Lines all;
  for (const case_model::Idea& idea : subject.ideas) {
    Lines part;
    put_text(part, "says", idea.says);
    put_yaml(part, "adds", idea.adds);
    put_yaml(part, "label", yaml_of(subject, idea.label));
    put_part(all, scalar(idea.id), part);
  }
  put_part(lines, "ideas", all);
}

void write_text(Lines& lines, const Case& subject) {
  Lines all;
  for (const case_model::TextRound& round : subject.text) put_item(all, lines_of(subject, round));
  put_part(lines, "text", all);
}

}  // namespace modus::formats

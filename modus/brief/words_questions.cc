// What to ask next, as the brief has it: five questions in few words.
#include "modus/brief/question_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::Question;

std::string label_in_brief(const Telling& telling, const case_model::Package& package) { return say_by_label(telling, package); }

}  // namespace

Blocks tell_questions(Telling& telling) {
  const auto& found = telling.finding.questions;
  Blocks blocks = {heading(2, "questions", "What to ask next")};
  if (found.questions.empty()) {
    blocks.emplace_back(paragraph(say_nothing_to_ask()));
    return blocks;
  }
  blocks.emplace_back(Paragraph{say_how_asked(telling), false});
  Bullets list;
  list.numbered = true;
  for (const Question& question : found.questions) {
    Text item = {say_whom(telling, question), say_question(telling, question, label_in_brief), say_worth(telling, question),
                 say_after_answers(telling, question)};
    append_leak(question, item);
    item.push_back(Sentence("Id: " + question.id));
    list.items.push_back(std::move(item));
  }
  blocks.emplace_back(list);
  blocks.emplace_back(paragraph(say_how_to_record()));
  return blocks;
}

}  // namespace modus::brief

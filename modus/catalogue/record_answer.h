/// \file The answer to a question of `ask`, entered into the case as a statement.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::catalogue {

/// How an answer came.
struct AnswerRecord {
  bool in_private = true;                                          ///< where it was asked; else before others
  case_model::Channel channel = case_model::Channel::kQuoted;      ///< quoted: to the mediator's own ears
  std::optional<case_model::Label> label = {};                     ///< absent: a caucus with the party; public where asked in public
  std::optional<case_model::Day> on = {};                          ///< absent: as_of
  std::string by = {};                                             ///< who answered for the party; may be empty
  std::string quote = {};                                          ///< its words; may be empty
};

struct RecordedAnswer {
  case_model::Case after;
  case_model::StatementIndex statement;  ///< the new one, in `after`
};

/// The case with the answer to a question as one more statement, named "asked-1" or with the first number that is
/// free. `id` is that of the question (inquiry/question_id.h), `word` "yes" or "no".
///
///   question  yes                                          no
///   limit     the limit said once more, in the kind of     the same, hardly meant; it replaces all statements that
///             the statement that makes it most certain     the limit rests on
///   accept    accepts the package                          rejects the package
///   no-deal   rejects the package                          accepts the package
///   prefer    prefers the first to the second              prefers the second to the first
///   ranks     the first issue before the second            the second before the first
///
/// `meant` follows from the honesty rate h of the party where it was asked (findings::Candour), so that what is drawn
/// next is what `ask` foretold: with q the chance of this answer where the statement is true and r where it is not,
/// q / (q + r); of a limit that had the chance p to be real, p q / (p q + (1 - p) r). Clipped to .03 and .97, the
/// ends of the likelihood scale, but never against the direction of the answer, and rounded to four places. `said` is 1 where the channel is
/// quoted or document, else the channel's. An earlier answer to the same question, by its mirrored statement, is
/// replaced. Nothing else is.
///
/// Problems, all at once (`id` stands for the file): a question that cannot have been asked (question_id.h, with the
/// nearest id), a word that is no answer to it, a day after as_of, a day before that of what the answer bears on.
[[nodiscard]] base::Result<RecordedAnswer> record_answer(const case_model::Case& subject, std::string_view id, std::string_view word,
                                                         const AnswerRecord& record);

}  // namespace modus::catalogue

/// \file What else the case could be, by its open questions: one other coding at a time, for the range over
/// what can be defended.
#pragma once

#include <string>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::drafting {

/// Whether the question still bears on the case: what it is about is there, and as the taken coding has it. A
/// question on something that a person has changed or taken out since is moot.
[[nodiscard]] bool is_open(const case_model::Case& subject, const case_model::OpenQuestion& question);

/// The case with the coding of that number in place of what stands: a statement changed, made or left out, a
/// party's roles changed, a party or an issue taken for another (its statements go over to it; of two issues
/// the options are joined). The question then has that coding as `taken`. Problems where the case cannot be
/// so: a last principal taken away, say. Precondition: the numbers are in range.
[[nodiscard]] base::Result<case_model::Case> apply(const case_model::Case& subject, std::size_t question,
                                                   std::size_t coding);

struct Variant {
  std::string says;  ///< "as it stands", or the question and the other coding
  std::size_t question = 0, coding = 0;
  case_model::Case subject;  ///< without a draft record: it is only computed with
};

/// The case as it stands, and for each open question each other coding by itself, in the questions' order; at
/// most `most` in all. Codings that cannot be applied are left out. The range of an answer over them is what
/// the draft can say.
[[nodiscard]] std::vector<Variant> variants_of(const case_model::Case& subject, std::size_t most);

}  // namespace modus::drafting

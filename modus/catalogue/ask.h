/// \file What to ask next, as the verb `ask` and the brief have it.
#pragma once

#include <cstddef>

#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/outcome.h"
#include "modus/findings/brief.h"
#include "modus/inquiry/find_questions.h"
#include "modus/verify/report.h"

namespace modus::catalogue {

struct AskOptions {
  DrawSettings draw;
  bool in_private = true;  ///< where the questions are put; else before others
  std::size_t most = 20;   ///< questions listed
  bool verify = false;     ///< check the findings again by the naive routines of verify/
};

struct AskAnswer {
  findings::BriefFinding brief;  ///< run, packages, questions (each with its text), statements, sampling, assumptions
  verify::VerifyReport checks;   ///< as in run.h
};

/// The questions worth asking of a case. Same case and options: same answer at any thread count.
/// Problems and stops as in run.h.
[[nodiscard]] Outcome<AskAnswer> ask(const case_model::Case& subject, const AskOptions& options, const base::Context& context);

/// The same of a run whose packages are found: about drafts, the single text as it stands, and the best packages of
/// the families.
[[nodiscard]] findings::QuestionsFinding questions_of(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                                                      const zone::Contested& contested, const findings::PackagesFinding& packages,
                                                      const inquiry::FindQuestionsOptions& options, const base::Context& context);

}  // namespace modus::catalogue

#include "modus/catalogue/ask.h"

#include "modus/brief/tell_ask.h"
#include "modus/catalogue/assumptions.h"
#include "modus/verify/verify_brief.h"
#include "modus/zone/find_packages.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::Package;

std::vector<Package> listed_packages(const Case& subject, const findings::PackagesFinding& found) {
  std::vector<Package> listed;
  const auto add = [&](const Package& package) {
    if (case_model::meets_rules(subject, package)) listed.push_back(package);
  };
  if (!subject.text.empty()) add(subject.text.back().package);
  for (const case_model::Draft& draft : subject.drafts) add(draft.package);
  for (const findings::Family& family : found.families) add(family.packages.front().package);
  return listed;
}

}  // namespace

findings::QuestionsFinding questions_of(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const zone::Contested& contested,
                                        const findings::PackagesFinding& packages, const inquiry::FindQuestionsOptions& options,
                                        const base::Context& context) {
  const inquiry::AskAbout about{listed_packages(drawn.subject, packages), contested.issues};
  findings::QuestionsFinding found = inquiry::find_questions(drawn, scan, about, options, context);
  for (findings::Question& question : found.questions) question.text = brief::word_question(drawn.subject, drawn.standing, question);
  return found;
}

Outcome<AskAnswer> ask(const Case& subject, const AskOptions& options, const base::Context& context) {
  const auto outcome = draw_run(subject, options.draw, context);
  if (outcome.problems() != nullptr) return *outcome.problems();
  if (outcome.stopped() != nullptr) return *outcome.stopped();
  const DrawnRun& run = **outcome.answer();
  AskAnswer answer;
  answer.brief.run = record_of(run);
  answer.brief.statements = run.scenarios.statements;
  answer.brief.sampling = run.scenarios.sampling;
  answer.brief.assumptions = assumptions_of(subject);
  context.report("what could be tabled", 0.5);
  answer.brief.packages = zone::find_packages(run.drawn, run.scan, run.contested, context);
  context.report("what to ask", 0.8);
  answer.brief.questions = questions_of(run.drawn, run.scan, run.contested, answer.brief.packages, {options.in_private, options.most}, context);
  if (options.verify && !context.stop()) {
    context.report("checking", 0.9);
    answer.checks = verify::verify_brief(subject, run.scenarios, answer.brief, {}, {false, false, false, true});
  }
  if (context.stop()) return cancelled();
  return answer;
}

}  // namespace modus::catalogue

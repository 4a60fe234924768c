#include <algorithm>
#include <string_view>

#include "modus/base/number.h"
#include "modus/base/text.h"
#include "modus/catalogue/assumptions.h"
#include "modus/catalogue/text_rounds.h"
#include "modus/inquiry/single_text.h"
#include "modus/verify/verify_text.h"

namespace modus::catalogue {
namespace {

using case_model::Case;

base::Problems check_draft(const Case& subject, const std::string& name) {
  if (name.empty()) return {};
  const auto draft = std::find_if(subject.drafts.begin(), subject.drafts.end(),
                                  [&](const auto& one) { return one.id == name; });
  if (draft == subject.drafts.end()) {
    std::vector<std::string> names;
    for (const case_model::Draft& one : subject.drafts) names.push_back(one.id);
    const auto nearest = base::nearest_name(name, names);
    const std::string fix = nearest         ? "perhaps '" + *nearest + "'"
                            : names.empty() ? "the case has no drafts"
                                            : "one of " + base::join_words(names, "or");
    return {{{"--draft", 0, 0}, "no draft is named '" + name + "'", fix}};
  }
  if (case_model::meets_rules(subject, draft->package)) return {};
  return {{{"--draft", 0, 0},
           "the draft '" + name + "' breaks a rule of the case",
           "choose another draft, or change the rule"}};
}

/// 0.5 to 1.
std::optional<double> read_confidence(const std::string& text) {
  const auto number = base::read_decimal(text);
  if (!number || number->value() < 0.5 || number->value() > 1) return std::nullopt;
  return number->value();
}

}  // namespace

Outcome<TextAnswer> ask_text(const Case& subject, const TextAsk& ask, const base::Context& context) {
  base::Problems problems = check_draft(subject, ask.draft);
  const auto confidence = read_confidence(ask.confidence);
  if (!confidence)
    problems.push_back(
        {{"--confidence", 0, 0}, "'" + ask.confidence + "' is no confidence", "give a number from 0.5 to 1"});
  if (!problems.empty()) return problems;
  const auto outcome = draw_run(subject, ask.settings, context);
  if (outcome.problems() != nullptr) return *outcome.problems();
  if (outcome.stopped() != nullptr) return *outcome.stopped();
  const DrawnRun& run = **outcome.answer();
  TextAnswer answer;
  answer.brief.run = record_of(run);
  answer.brief.statements = run.scenarios.statements;
  answer.brief.sampling = run.scenarios.sampling;
  answer.brief.assumptions = assumptions_of(subject);
  inquiry::TextOptions options;
  options.draft = ask.draft;
  options.confidence = *confidence;
  options.after_deal = ask.after_deal;
  context.report("looking for edits", 0.6);
  answer.brief.text = inquiry::find_single_text(run.drawn, run.scan, options, context);
  if (context.stop()) return cancelled();
  if (ask.verify) {
    context.report("checking", 0.9);
    answer.checks = verify::verify_single_text(subject, run.scenarios, *answer.brief.text, {});
  }
  return answer;
}

}  // namespace modus::catalogue

#include <algorithm>
#include <memory>

#include "modus/catalogue/compare_cases.h"
#include "modus/verify/verify_headline.h"

namespace modus::catalogue {
namespace {

using case_model::Case;

bool share_a_principal(const Case& a, const Case& b) {
  return std::any_of(a.parties.begin(), a.parties.end(), [&](const case_model::Party& party) {
    const auto other = b.find_party(party.id);
    return party.has(case_model::Role::kPrincipal) && other && b.parties[*other].has(case_model::Role::kPrincipal);
  });
}

bool share_an_issue(const Case& a, const Case& b) {
  return std::any_of(a.issues.begin(), a.issues.end(),
                     [&](const case_model::Issue& issue) { return b.find_issue(issue.id).has_value(); });
}

verify::VerifyReport check(const DrawnRun& run, const findings::Headline& headline) {
  return verify::verify_headline(run.subject, run.scenarios, {}, headline, inquiry::kWeighedPackages, {});
}

}  // namespace

base::Problems different_disputes(const Case& before, const Case& after) {
  const auto problem = [&](const std::string& what) {
    return base::Problem{{after.file, 0, 0},
                         "has no " + what + " in common with " + before.file,
                         "compare two states of one dispute, in which parties and issues keep their ids"};
  };
  if (!share_a_principal(before, after)) return {problem("principal")};
  if (!share_an_issue(before, after)) return {problem("issue")};
  return {};
}

Outcome<DiffAnswer> diff(const Case& before, const Case& after, const DiffOptions& options, const base::Context& context) {
  base::Problems problems = different_disputes(before, after);
  if (!problems.empty()) return problems;
  const auto was = draw_run(before, options.settings, context);
  if (was.problems() != nullptr) return *was.problems();
  if (was.stopped() != nullptr) return *was.stopped();
  const auto is = draw_run(after, options.settings, context);
  if (is.problems() != nullptr) return *is.problems();
  if (is.stopped() != nullptr) return *is.stopped();
  DiffAnswer answer;
  answer.run = record_of(**is.answer());
  context.report("what each change did", 0.6);
  answer.finding = find_changes(**was.answer(), **is.answer(), context);
  if (options.verify) {
    answer.checks.add(check(**was.answer(), answer.finding.before));
    answer.checks.add(check(**is.answer(), answer.finding.after));
  }
  if (context.stop()) return cancelled();
  return answer;
}

}  // namespace modus::catalogue

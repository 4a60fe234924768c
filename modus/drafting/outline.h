/// \file A case with everything called by its name instead of its number, so that items can be added, changed
/// and taken out.
///
/// An item holds the case's own value for all that has no number, and beside it the names; the value's own
/// numbers and conditions are not used. Judgments, rules, norms, drafts and guarantees stay as they are in
/// `rest`.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "modus/case_model/case.h"

namespace modus::drafting {

struct NamedSource {
  case_model::Source value;
  std::string heard_from;
};

struct NamedParty {
  case_model::Party value;
  std::string ratifier_of;
  std::vector<std::string> interest_sources;  ///< one for each of value.interests
};

struct NamedOption {
  case_model::Option value;
  std::vector<std::string> needs;
};

struct NamedIssue {
  case_model::Issue value;  ///< without its options
  std::vector<NamedOption> options;
  std::vector<std::string> carried_out_by;
};

struct NamedStatement {
  case_model::Statement value;
  std::string party, what, over, source, same_as;  ///< conditions as canonical text
  std::vector<std::string> ranking, replaces;
};

struct NamedAssessment {
  case_model::Assessment value;
  std::string by, source;  ///< `by`: a party or a source
};

struct NamedEvent {
  case_model::TimelineEvent value;
  std::vector<std::string> who;
  std::string source;
};

struct Outline {
  std::map<std::string, NamedSource> sources;
  std::map<std::string, NamedParty> parties;
  std::map<std::string, NamedIssue> issues;
  std::map<std::string, NamedStatement> statements;
  std::vector<NamedAssessment> assessments;
  std::vector<NamedEvent> timeline;
  case_model::Case rest;  ///< the whole case as it was: head and draft record are as wanted; what is above is
                          ///< not read from it but to tell what its judgments and conditions name
};

[[nodiscard]] Outline outline_of(const case_model::Case& subject);

/// The case, sorted as formats::read_case promises; or what is wrong with the items: dangling names,
/// conditions that cannot be read, kinds that do not go with their condition, no principal, an issue without
/// options, packages of `rest` that say nothing on a new issue. Judgments on what is gone go with it.
/// O(size).
[[nodiscard]] base::Result<case_model::Case> case_of(const Outline& outline);

/// Takes a statement out; what points at it goes on without it.
void forget(Outline& outline, const std::string& statement);

/// Whether `rest` names whole packages: then no issue can be added. Drafts, lotteries and rounds of the text do.
[[nodiscard]] bool has_packages(const case_model::Case& subject);
/// Whether somebody's judgments order all options of the issue: then no option can be added to it.
[[nodiscard]] bool has_order(const case_model::Case& subject, const std::string& issue);

}  // namespace modus::drafting

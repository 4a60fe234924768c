#include <algorithm>
#include <functional>

#include "modus/base/text.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::Condition;
using case_model::Issue;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Statement;
using case_model::StatementKind;

std::string option_name(const Issue& issue, OptionIndex option) {
  const case_model::Option& found = issue.options[option];
  return found.name.empty() ? found.id : found.name;
}

std::vector<std::string> names_where(const Issue& issue, const std::vector<bool>& allowed, bool wanted) {
  std::vector<std::string> names;
  for (const OptionIndex option : issue.options.indices()) {
    if (allowed[option.value] == wanted) names.push_back(option_name(issue, option));
  }
  return names;
}

/// Names of options may hold commas and "or" themselves.
std::vector<std::string> quoted(std::vector<std::string> names) {
  for (std::string& name : names) name = "‘" + name + "’";
  return names;
}

/// Where the allowed options of a scale follow each other: "6 % or more"; nothing otherwise.
std::optional<std::string> say_stretch(const Issue& issue, const std::vector<bool>& allowed) {
  const auto first = std::find(allowed.begin(), allowed.end(), true);
  const auto after = std::find(first, allowed.end(), false);
  if (!issue.range || std::find(after, allowed.end(), true) != allowed.end()) return std::nullopt;
  const auto from = static_cast<std::size_t>(first - allowed.begin());
  const auto to = static_cast<std::size_t>(after - allowed.begin()) - 1;
  const std::string low = option_name(issue, OptionIndex(from)), high = option_name(issue, OptionIndex(to));
  if (from == to) return low;
  if (from == 0) return high + " or less";
  if (to + 1 == allowed.size()) return low + " or more";
  return low + " to " + high;
}

/// Which options of the only issue a condition names meet it.
std::vector<bool> allowed_options(const Case& subject, const Condition& condition, IssueIndex issue) {
  case_model::Package package(subject.issues.size(), OptionIndex(0));
  std::vector<bool> allowed;
  for (const OptionIndex option : subject.issues[issue].options.indices()) {
    package[issue] = option;
    allowed.push_back(case_model::holds(condition, package));
  }
  return allowed;
}

std::optional<IssueIndex> only_issue(const Condition& condition) {
  const std::vector<IssueIndex> named = case_model::issues_named(condition);
  if (named.size() != 1) return std::nullopt;
  return named.front();
}

/// Parts of an `and` or `or` that name the same single issue become one part, so that it is named once.
Condition gather_by_issue(const Condition& condition) {
  Condition gathered;
  gathered.kind = condition.kind;
  std::vector<std::optional<IssueIndex>> about;
  for (const Condition& part : condition.parts) {
    const std::optional<IssueIndex> issue = only_issue(part);
    const auto same = issue ? std::find(about.begin(), about.end(), issue) : about.end();
    if (same == about.end()) {
      Condition holder;
      holder.kind = condition.kind;
      holder.parts = {part};
      gathered.parts.push_back(holder);
      about.push_back(issue);
    } else {
      gathered.parts[static_cast<std::size_t>(same - about.begin())].parts.push_back(part);
    }
  }
  for (Condition& part : gathered.parts) {
    if (part.parts.size() == 1) part = Condition(part.parts.front());
  }
  return gathered;
}

std::string say_part(const Case& subject, const Condition& part) {
  const std::string words = say_condition(subject, part);
  const bool compound = part.kind != Condition::Kind::kAtom && !only_issue(part);
  return compound ? "(" + words + ")" : words;
}

std::string say_list(const Case& subject, const Condition& condition, std::string_view last) {
  std::vector<std::string> parts;
  for (const Condition& part : gather_by_issue(condition).parts) parts.push_back(say_part(subject, part));
  return base::join_words(parts, last);
}

std::string say_tree(const Case& subject, const Condition& condition) {
  switch (condition.kind) {
    case Condition::Kind::kNot:
      return "not (" + say_condition(subject, condition.parts[0]) + ")";
    case Condition::Kind::kOr:
      return say_list(subject, condition, "or");
    case Condition::Kind::kImplies:
      return "if " + say_part(subject, condition.parts[0]) + ", then " +
             say_part(subject, condition.parts[1]);
    default:
      return condition.parts.empty() ? "any package" : say_list(subject, condition, "and");
  }
}

/// Says conditions in full, or without the name of the issue that stands above.
using Sayer = std::function<std::string(const Condition&)>;

/// Of a conjunction, what it says on the issue alone; nothing where it says nothing on it alone.
std::optional<Condition> part_about(const Condition& condition, IssueIndex issue) {
  if (only_issue(condition) == std::optional(issue)) return condition;
  if (condition.kind != Condition::Kind::kAnd) return std::nullopt;
  Condition about;
  for (const Condition& part : condition.parts) {
    if (only_issue(part) == std::optional(issue)) about.parts.push_back(part);
  }
  if (about.parts.empty()) return std::nullopt;
  return about;
}

std::string say_ranking(const Case& subject, const Statement& statement) {
  std::vector<std::string> names;
  for (const IssueIndex issue : statement.ranking) names.push_back(subject.issues[issue].name);
  return "ranks by importance: " + base::join_words(names, "then");
}

std::string say_with(const Case& subject, const Statement& statement, const Sayer& say) {
  switch (statement.kind) {
    case StatementKind::kRedLine:
      return "accepts no package with: " + say(statement.what);
    case StatementKind::kDemands:
      return "demands: " + say(statement.what);
    case StatementKind::kRejects:
      return "rejects: " + say(statement.what);
    case StatementKind::kOffers:
      return "offers: " + say(statement.what);
    case StatementKind::kAccepts:
      return "accepts: " + say(statement.what);
    case StatementKind::kPrefers:
      return "prefers: " + say(statement.what) +
             "; to: " + (statement.over ? say(*statement.over) : "anything else");
    case StatementKind::kRanks:
      return say_ranking(subject, statement);
  }
  return "";
}

Condition opposite(const Condition& condition) {
  if (condition.kind == Condition::Kind::kNot) return condition.parts[0];
  Condition negated;
  negated.kind = Condition::Kind::kNot;
  negated.parts = {condition};
  return negated;
}

/// Whether "without" is the shorter way to say what is forbidden.
bool better_without(const Case& subject, const Condition& forbids) {
  const std::optional<IssueIndex> issue = only_issue(forbids);
  if (!issue) return forbids.kind == Condition::Kind::kNot;
  const std::vector<bool> allowed = allowed_options(subject, forbids, *issue);
  return 2 * std::count(allowed.begin(), allowed.end(), true) > static_cast<std::ptrdiff_t>(allowed.size());
}

}  // namespace

std::string say_channel(case_model::Channel channel) {
  switch (channel) {
    case case_model::Channel::kQuoted:
      return "quoted";
    case case_model::Channel::kDocument:
      return "document";
    case case_model::Channel::kReported:
      return "reported";
    case case_model::Channel::kThirdParty:
      return "through a third party";
    case case_model::Channel::kUnnamed:
      return "unnamed source";
    case case_model::Channel::kRival:
      return "from a rival";
  }
  return "";
}

std::string say_term(const Case& subject, IssueIndex issue, OptionIndex option) {
  return subject.issues[issue].name + ": " + option_name(subject.issues[issue], option);
}

std::string say_options(const Case& subject, IssueIndex index, const std::vector<bool>& allowed) {
  const Issue& issue = subject.issues[index];
  const std::vector<std::string> in = names_where(issue, allowed, true),
                                 out = names_where(issue, allowed, false);
  if (out.empty()) return "any of the options";
  if (in.empty()) return "none of the options";
  if (in.size() == 1) return in.front();
  if (const auto stretch = say_stretch(issue, allowed)) return *stretch;
  if (out.size() == 1 && in.size() > 2) return "anything but " + out.front();
  return base::join_words(issue.range ? in : quoted(in), "or");
}

std::string say_condition(const Case& subject, const Condition& condition) {
  const std::optional<IssueIndex> issue = only_issue(condition);
  if (!issue) return say_tree(subject, condition);
  return subject.issues[*issue].name + ": " +
         say_options(subject, *issue, allowed_options(subject, condition, *issue));
}

std::string say_condition_under(const Case& subject, const Condition& condition, IssueIndex heading) {
  if (only_issue(condition) != std::optional(heading)) return say_condition(subject, condition);
  return say_options(subject, heading, allowed_options(subject, condition, heading));
}

std::string say_package(const Case& subject, const case_model::Package& package) {
  return say_package_beyond(subject, package, {});
}

std::string say_package_beyond(const Case& subject, const case_model::Package& package,
                               const std::vector<IssueIndex>& known) {
  std::string words;
  for (const IssueIndex issue : subject.issues.indices()) {
    if (std::find(known.begin(), known.end(), issue) != known.end()) continue;
    words += (words.empty() ? "" : "; ") + say_term(subject, issue, package[issue]);
  }
  return words;
}

std::string say_difference(const Case& subject, const case_model::Package& package,
                           const case_model::Package& from) {
  std::vector<IssueIndex> same;
  for (const IssueIndex issue : subject.issues.indices()) {
    if (package[issue] == from[issue]) same.push_back(issue);
  }
  return say_package_beyond(subject, package, same);
}

std::string say_limit(const Case& subject, const Condition& forbids) {
  if (better_without(subject, forbids)) {
    const Condition asked = opposite(forbids);
    if (!only_issue(forbids) && asked.kind == Condition::Kind::kImplies) {
      return "no package without " + say_part(subject, asked.parts[1]) + ", where " + say_part(subject, asked.parts[0]);
    }
    return (only_issue(forbids) ? "no package without " : "no package unless ") + say_condition(subject, asked);
  }
  return "no package with " + say_condition(subject, forbids);
}

std::string say_statement(const Case& subject, const Statement& statement) {
  return say_with(subject, statement, [&](const Condition& c) { return say_condition(subject, c); });
}

std::string say_statement_under(const Case& subject, const Statement& statement, IssueIndex heading) {
  bool more = false;
  const std::string words = say_with(subject, statement, [&](const Condition& condition) {
    const std::optional<Condition> here = part_about(condition, heading);
    more = more || (here && !(*here == condition));
    return say_condition_under(subject, here.value_or(condition), heading);
  });
  const std::size_t colon = words.find(':');
  if (!more || colon == std::string::npos) return words;
  const bool whole = case_model::issues_named(statement.what).size() == subject.issues.size();
  return words.substr(0, colon) + (whole ? ", in a whole package" : ", together with other terms") +
         words.substr(colon);
}

}  // namespace modus::brief

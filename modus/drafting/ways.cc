#include "modus/drafting/ways.h"

#include <algorithm>
#include <map>

#include "modus/reading/fold.h"

namespace modus::drafting {
namespace {

using case_model::StatementKind;

// The targets on one issue.
struct OnIssue {
  std::vector<std::string> options, excluded;
};

std::string join(const std::vector<std::string>& parts, std::string_view word) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " " + std::string(word) + " ") + part;
  return text;
}

std::string list_of(const std::vector<std::string>& options) {
  std::string text;
  for (const std::string& option : options) text += (text.empty() ? "" : ", ") + option;
  return "[" + text + "]";
}

std::string atom(const std::string& issue, const OnIssue& on) {
  std::vector<std::string> parts;
  if (on.options.size() == 1) parts.push_back(issue + " = " + on.options.front());
  if (on.options.size() > 1) parts.push_back(issue + " in " + list_of(on.options));
  for (const std::string& option : on.excluded) parts.push_back(issue + " != " + option);
  return join(parts, "and");
}

std::string negation(const std::string& issue, const OnIssue& on) {
  if (on.excluded.empty() && on.options.size() == 1) return issue + " != " + on.options.front();
  if (on.options.empty() && on.excluded.size() == 1) return issue + " = " + on.excluded.front();
  return "not (" + atom(issue, on) + ")";
}

std::map<std::string, OnIssue> by_issue(const std::vector<Target>& targets, const IssueBook& issues) {
  std::map<std::string, OnIssue> all;
  for (const Target& target : targets) {
    const IssueEntry& issue = issues.entries()[target.issue];
    OnIssue& on = all[issue.id];
    auto& list = target.negated ? on.excluded : on.options;
    const std::string& option = issue.options[target.option].id;
    if (std::find(list.begin(), list.end(), option) == list.end()) list.push_back(option);
  }
  return all;
}

bool has_word(std::string_view words, std::string_view word) {
  const std::string folded = " " + reading::fold(words) + " ";
  return folded.find(" " + std::string(word) + " ") != std::string::npos;
}

bool part_only(StatementKind kind) {
  return kind == StatementKind::kOffers || kind == StatementKind::kAccepts;
}

// Offers and acceptances name one option an issue: each by itself where the words leave a choice.
std::vector<std::string> parts_of(const std::map<std::string, OnIssue>& all, bool choice) {
  std::vector<std::string> each, together;
  bool one_each = true;
  for (const auto& [issue, on] : all) {
    if (!on.excluded.empty()) return {};
    for (const std::string& option : on.options) each.push_back(issue + " = " + option);
    one_each = one_each && on.options.size() == 1;
    if (on.options.size() == 1) together.push_back(each.back());
  }
  if (each.size() == 1 || (one_each && !choice)) return {join(together, "and")};
  if (one_each) each.push_back(join(together, "and"));
  return each;
}

// Two or more issues: "and" or "or", the more literal first.
std::vector<std::string> joined_ways(const std::vector<std::string>& atoms, bool literally_or,
                                     bool other_too) {
  std::vector<std::string> ways = {join(atoms, literally_or ? "or" : "and")};
  if (other_too) ways.push_back(join(atoms, literally_or ? "and" : "or"));
  return ways;
}

}  // namespace

bool is_limit(const std::optional<StatementKind>& kind) {
  return kind == StatementKind::kRedLine || kind == StatementKind::kRejects ||
         kind == StatementKind::kDemands;
}

std::string equals(const IssueBook& issues, const Target& target) {
  const IssueEntry& issue = issues.entries()[target.issue];
  return issue.id + (target.negated ? " != " : " = ") + issue.options[target.option].id;
}

std::vector<std::string> conditions_of(const Meaning& meaning, const std::vector<Target>& targets,
                                       const IssueBook& issues, std::string_view words) {
  if (!meaning.kind || targets.empty()) return {};
  const auto all = by_issue(targets, issues);
  const bool has_or = has_word(words, "or"), has_and = has_word(words, "and");
  if (part_only(*meaning.kind)) return parts_of(all, has_or);
  if (all.size() == 1) {
    const auto& [issue, on] = *all.begin();
    return {meaning.all_else ? negation(issue, on) : atom(issue, on)};
  }
  std::vector<std::string> atoms;
  for (const auto& [issue, on] : all)
    atoms.push_back(atom(issue, on).find(" and ") == std::string::npos ? atom(issue, on)
                                                                       : "(" + atom(issue, on) + ")");
  const bool refuses = !meaning.all_else && meaning.kind != StatementKind::kDemands;
  // "rejects A or B" refuses each; "rejects A and B" may refuse only both together. "wants A and B" wants
  // both.
  if (refuses) return joined_ways(atoms, true, has_and && !has_or);
  std::vector<std::string> ways = joined_ways(atoms, has_or, has_or);
  if (!meaning.all_else) return ways;
  for (std::string& way : ways) way = "not (" + way + ")";
  return ways;
}

std::string says_of(const Meaning& meaning) {
  if (!meaning.kind) return "no position";
  switch (*meaning.kind) {
    case StatementKind::kRedLine:
      return meaning.all_else ? "a red line: no deal without this" : "a red line: no deal with this";
    case StatementKind::kDemands:
      return "it asks for this";
    case StatementKind::kRejects:
      return "it turns this down";
    case StatementKind::kOffers:
      return "it offers this";
    case StatementKind::kAccepts:
      return "it can accept this";
    case StatementKind::kPrefers:
      return "it would rather have this";
    case StatementKind::kRanks:
      return "it ranks these";
  }
  return "";
}

std::vector<WayToCode> ways_of(const MappingRow& row, const std::vector<Meaning>& more,
                               const std::vector<Target>& targets, const IssueBook& issues,
                               std::string_view words) {
  std::vector<WayToCode> ways;
  const auto add = [&](const Meaning& meaning, bool all) {
    std::vector<std::string> conditions = conditions_of(meaning, targets, issues, words);
    if (!meaning.kind) conditions = {""};
    if (!all && conditions.size() > 1) conditions.resize(1);
    for (const std::string& what : conditions) {
      WayToCode way{meaning.kind, what, says_of(meaning) + (conditions.size() > 1 ? ": " + what : "")};
      const bool stands = std::any_of(ways.begin(), ways.end(), [&](const WayToCode& other) {
        return other.kind == way.kind && other.what == way.what;
      });
      if (!stands) ways.push_back(std::move(way));
    }
  };
  add(row.gives, true);
  for (const Meaning& meaning : row.others) add(meaning, false);
  for (const Meaning& meaning : more) add(meaning, false);
  return ways;
}

}  // namespace modus::drafting

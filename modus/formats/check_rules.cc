// Whether any package meets the rules, and every draft and the text do.
//
// Rules that share no issue, even over others, are judged apart: the combinations of a group's own issues are
// tried in order until one meets its rules. Groups with too many combinations are left undecided, and so is
// whatever is not decided within a fixed amount of work; no later answer rests on this check.
#include <algorithm>
#include <numeric>

#include "modus/base/text.h"
#include "modus/case_model/packages.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Condition;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::Package;
using case_model::Rule;

constexpr std::size_t kMostAtomsTried = 500'000'000;  // about two seconds

struct Group {
  std::vector<IssueIndex> issues;
  std::vector<const Rule*> rules;
  std::size_t atoms = 0;
};

std::size_t count_atoms(const Condition& condition) {
  std::size_t count = 1;
  for (const Condition& part : condition.parts) count += count_atoms(part);
  return count;
}

// Rules linked by issues: each rule joins the groups of all issues it names.
std::vector<Group> group_rules(const case_model::Case& subject) {
  std::vector<std::size_t> group_of(subject.issues.size());
  std::iota(group_of.begin(), group_of.end(), std::size_t{0});
  const auto join = [&](std::size_t a, std::size_t b) {
    const std::size_t from = group_of[a], to = group_of[b];
    std::replace(group_of.begin(), group_of.end(), from, to);
  };
  for (const Rule& rule : subject.rules) {
    const auto named = issues_named(rule.condition);
    for (const IssueIndex issue : named) join(issue.value, named.front().value);
  }
  std::vector<Group> groups(subject.issues.size());
  for (const Rule& rule : subject.rules) {
    const auto named = issues_named(rule.condition);
    if (named.empty()) continue;
    Group& group = groups[group_of[named.front().value]];
    group.rules.push_back(&rule);
    group.atoms += count_atoms(rule.condition);
    for (const IssueIndex issue : named) group.issues.push_back(issue);
  }
  for (Group& group : groups) {
    std::sort(group.issues.begin(), group.issues.end());
    group.issues.erase(std::unique(group.issues.begin(), group.issues.end()), group.issues.end());
  }
  groups.erase(std::remove_if(groups.begin(), groups.end(), [](const Group& g) { return g.rules.empty(); }),
               groups.end());
  return groups;
}

// 0 where there are more than can be tried, or an issue without options.
std::size_t combinations(const case_model::Case& subject, const Group& group) {
  std::size_t count = 1;
  for (const IssueIndex issue : group.issues) {
    count *= subject.issues[issue].options.size();
    if (count > case_model::kMaxListedPackages) return 0;
  }
  return count;
}

// The next combination of the group's issues, the last issue fastest.
void step(const case_model::Case& subject, const Group& group, Package& package) {
  for (auto issue = group.issues.rbegin(); issue != group.issues.rend(); ++issue) {
    std::uint32_t& option = package[*issue].value;
    if (++option < subject.issues[*issue].options.size()) return;
    option = 0;
  }
}

bool meets(const std::vector<const Rule*>& rules, const Package& package) {
  return std::all_of(rules.begin(), rules.end(),
                     [&](const Rule* rule) { return holds(rule->condition, package); });
}

enum class Answer { kSome, kNone, kUndecided };

Answer find_package(const case_model::Case& subject, const Group& group, std::size_t& work) {
  const std::size_t count = combinations(subject, group);
  if (count == 0) return Answer::kUndecided;
  Package package(subject.issues.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (work < group.atoms) return Answer::kUndecided;
    work -= group.atoms;
    if (meets(group.rules, package)) return Answer::kSome;
    step(subject, group, package);
  }
  return Answer::kNone;
}

// Leaves out every rule without which there is still no package; what is left is a minimal set (as far as the
// work allowed goes).
void shrink(const case_model::Case& subject, Group& group, std::size_t& work) {
  for (std::size_t i = 0; i < group.rules.size();) {
    Group fewer = group;
    fewer.rules.erase(fewer.rules.begin() + static_cast<std::ptrdiff_t>(i));
    if (!fewer.rules.empty() && find_package(subject, fewer, work) == Answer::kNone) {
      group = std::move(fewer);
    } else {
      ++i;
    }
  }
}

void report(Reading& reading, const Group& group) {
  std::vector<std::string> lines;
  for (const Rule* rule : group.rules) lines.push_back(std::to_string(rule->where.line));
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  if (lines.size() > 10) lines.resize(10);
  const std::string where = (lines.size() == 1 ? "line " : "lines ") + base::join_words(lines);
  const bool alone = group.rules.size() == 1;
  reading.add(group.rules.front()->where,
              "no package meets " + (alone ? "this rule" : "the rules in " + where + " together"),
              "loosen or remove one, or make it a norm");
}

void check_package(Reading& reading, const Package& package, const base::Place& where, const std::string& name) {
  for (const Rule& rule : reading.subject.rules) {
    if (holds(rule.condition, package)) continue;
    reading.add(where,
                name + " breaks the rule in line " + std::to_string(rule.where.line) + ": " +
                    shown(write_condition(rule.condition, reading.subject.issues)),
                "change it, or make the rule a norm");
  }
}

// Earlier rounds of the text are history: a rule may have come later.
void check_packages(Reading& reading) {
  const case_model::Case& subject = reading.subject;
  for (const case_model::Draft& draft : subject.drafts)
    check_package(reading, draft.package, draft.where, "the draft " + shown(draft.id));
  if (!subject.text.empty())
    check_package(reading, subject.text.back().package, subject.text.back().where, "the last round of the text");
}

}  // namespace

void check_rules(Reading& reading) {
  check_packages(reading);
  std::size_t work = kMostAtomsTried;
  for (Group& group : group_rules(reading.subject)) {
    std::sort(group.rules.begin(), group.rules.end(), [](const Rule* a, const Rule* b) {
      return std::tie(a->where.line, a->where.column) < std::tie(b->where.line, b->where.column);
    });
    if (find_package(reading.subject, group, work) != Answer::kNone) continue;
    shrink(reading.subject, group, work);
    report(reading, group);
  }
}

}  // namespace modus::formats

// What a condition means, as a text that is the same for all ways to write it: its truth table over the
// issues that matter to it, with the options of an issue grouped where nothing tells them apart.
//
// Options that every atom treats alike are grouped first, so that the table stays small; then groups whose
// slices of the table are equal are merged, which leaves the coarsest grouping, and that is unique.
#include <algorithm>
#include <map>

#include "modus/base/text.h"
#include "modus/case_model/case.h"

namespace modus::case_model {
namespace {

constexpr std::size_t kMostWork = 1'000'000;

// One issue of the table: which group each option is in, and one option of each group to stand for it.
struct Axis {
  IssueIndex issue;
  std::vector<std::size_t> group_of;
  std::vector<OptionIndex> example;
};

struct Table {
  std::vector<Axis> axes;
  std::string rows;  // '0' or '1'; the last axis fastest
};

void collect_atoms(const Condition& condition, std::vector<const Condition*>& atoms) {
  if (condition.kind == Condition::Kind::kAtom) atoms.push_back(&condition);
  for (const Condition& part : condition.parts) collect_atoms(part, atoms);
}

Axis group_options(IssueIndex issue, const std::vector<const Condition*>& atoms, std::size_t option_count) {
  std::vector<std::string> treatment(option_count);
  for (const Condition* atom : atoms) {
    if (atom->issue != issue) continue;
    for (std::size_t o = 0; o < option_count; ++o) treatment[o] += atom->allowed[o] ? '1' : '0';
  }
  Axis axis{issue, {}, {}};
  std::map<std::string, std::size_t> known;
  for (std::size_t o = 0; o < option_count; ++o) {
    const auto [place, added] = known.emplace(treatment[o], known.size());
    if (added) axis.example.emplace_back(o);
    axis.group_of.push_back(place->second);
  }
  return axis;
}

// Nothing where the table would take too much work.
std::optional<std::size_t> count_rows(const std::vector<Axis>& axes, std::size_t atoms) {
  std::size_t rows = 1;
  for (const Axis& axis : axes) {
    rows *= axis.example.size();
    if (rows * (atoms + 1) > kMostWork) return std::nullopt;
  }
  return rows;
}

std::string fill_rows(const Condition& condition, const std::vector<Axis>& axes, std::size_t row_count,
                      std::size_t issue_count) {
  Package package(issue_count);
  std::string rows;
  for (std::size_t row = 0; row < row_count; ++row) {
    std::size_t rest = row;
    for (std::size_t a = axes.size(); a-- > 0;) {
      package[axes[a].issue] = axes[a].example[rest % axes[a].example.size()];
      rest /= axes[a].example.size();
    }
    rows += holds(condition, package) ? '1' : '0';
  }
  return rows;
}

std::size_t stride_of(const Table& table, std::size_t axis) {
  std::size_t stride = 1;
  for (std::size_t a = axis + 1; a < table.axes.size(); ++a) stride *= table.axes[a].example.size();
  return stride;
}

// The rows in which the axis is in the given group, in order.
std::string slice(const Table& table, std::size_t axis, std::size_t group) {
  const std::size_t stride = stride_of(table, axis);
  const std::size_t groups = table.axes[axis].example.size();
  std::string rows;
  for (std::size_t start = group * stride; start < table.rows.size(); start += groups * stride) {
    rows.append(table.rows, start, stride);
  }
  return rows;
}

// Keeps only the first of the groups of an axis that are alike.
void merge_groups(Table& table, std::size_t axis_number) {
  Axis& axis = table.axes[axis_number];
  std::map<std::string, std::size_t> known;
  std::vector<std::size_t> merged_into, kept;
  for (std::size_t g = 0; g < axis.example.size(); ++g) {
    const auto [place, added] = known.emplace(slice(table, axis_number, g), known.size());
    if (added) kept.push_back(g);
    merged_into.push_back(place->second);
  }
  const std::size_t stride = stride_of(table, axis_number);
  const std::size_t block = axis.example.size() * stride;
  std::string rows;
  for (std::size_t start = 0; start < table.rows.size(); start += block) {
    for (const std::size_t g : kept) rows.append(table.rows, start + g * stride, stride);
  }
  table.rows = std::move(rows);
  for (std::size_t& group : axis.group_of) group = merged_into[group];
  std::vector<OptionIndex> examples;
  for (const std::size_t g : kept) examples.push_back(axis.example[g]);
  axis.example = std::move(examples);
}

std::string write_table(const Table& table) {
  std::string text;
  for (const Axis& axis : table.axes) {
    if (axis.example.size() == 1) continue;  // the condition does not depend on this issue
    text += std::to_string(axis.issue.value) + ":";
    for (const std::size_t group : axis.group_of) text += std::to_string(group) + ",";
    text += ";";
  }
  return text + table.rows;
}

}  // namespace

std::string meaning_of(const Condition& condition, const Issues& issues) {
  std::vector<const Condition*> atoms;
  collect_atoms(condition, atoms);
  Table table;
  for (const IssueIndex issue : issues_named(condition)) {
    table.axes.push_back(group_options(issue, atoms, issues[issue].options.size()));
  }
  const std::optional<std::size_t> rows = count_rows(table.axes, atoms.size());
  if (!rows) return "text " + base::sha256_hex(write_condition(condition, issues));
  table.rows = fill_rows(condition, table.axes, *rows, issues.size());
  for (std::size_t axis = 0; axis < table.axes.size(); ++axis) merge_groups(table, axis);
  return "table " + base::sha256_hex(write_table(table));
}

}  // namespace modus::case_model

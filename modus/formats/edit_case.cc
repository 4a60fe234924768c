#include "modus/formats/edit_case.h"

#include <algorithm>
#include <map>
#include <utility>

#include "modus/base/text.h"
#include "modus/formats/canonical_tree.h"
#include "modus/formats/complete_packages.h"
#include "modus/formats/edit_path.h"
#include "modus/formats/merge_trees.h"
#include "modus/formats/reading.h"
#include "modus/formats/tree_editor.h"

namespace modus::formats {
namespace {

using base::Problem;
using base::Problems;
using case_model::Case;

std::string name_of(const CaseEdit& edit) {
  constexpr std::size_t kMost = 80;
  const std::string text = edit.path + "=" + edit.yaml.value_or("");
  const std::size_t end = base::byte_of_code_point(text, kMost);
  return "--set " + text.substr(0, end) + (end < text.size() ? "..." : "");
}

// Nodes of edits stand at lines below zero, where no node of the case does.
void stand_at_edit(YamlNode& node, int line) {
  node.line = line;
  for (YamlNode& key : node.keys) stand_at_edit(key, line);
  for (YamlNode& item : node.items) stand_at_edit(item, line);
}

base::Result<YamlNode> read_value(const std::string& yaml, const std::string& name) {
  if (auto quick = read_flow(yaml)) return std::move(*quick);
  auto read = read_yaml(yaml, name);
  if (!read) return read;
  if (read.value().is_empty())
    return Problem{
        {name, 0, 0}, "the value is empty", "leave nothing after '=' to drop the item, or put the text in quotation marks"};
  Problems repeats = repeats_in(read.value(), name);
  return repeats.empty() ? std::move(read) : base::Result<YamlNode>(std::move(repeats));
}

// Whether a problem in the tree stands in an edit, and in which.
std::optional<std::size_t> edit_at(const base::Place& where) {
  return where.line < 0 ? std::optional(static_cast<std::size_t>(-(where.line + 1))) : std::nullopt;
}

// A fault in an edit is told under its name. One elsewhere is told at its place in the case's file, and what brought
// it about.
Problems told_of_edits(const Problems& found, const std::vector<std::string>& names) {
  Problems told;
  for (Problem problem : found) {
    if (const auto edit = edit_at(problem.where)) {
      problem.where = {names[*edit], 0, 0};
    } else {
      problem.what += " (once " + (names.size() == 1 ? "'" + names.front() + "' is" : std::string("the edits are")) + " made)";
    }
    told.push_back(std::move(problem));
  }
  return told;
}

template <class Change>
void change_places(Case& subject, const Change& change) {
  const auto all = [&](auto& things) {
    for (auto& thing : things) change(thing.where);
  };
  all(subject.sources);
  all(subject.parties);
  all(subject.issues);
  all(subject.rules);
  all(subject.norms);
  all(subject.drafts);
  all(subject.statements);
  all(subject.assessments);
  all(subject.guarantees);
  all(subject.timeline);
  all(subject.ideas);
  all(subject.text);
  for (case_model::Judgments& judgments : subject.judgments) {
    all(judgments.adjust);
    change(judgments.no_deal.where);
    for (auto& [name, where] : judgments.places) change(where);
  }
}

}  // namespace

base::Result<CaseEdit> read_edit(std::string_view text) {
  const std::size_t end = end_of_path(text);
  const std::string name(text);
  if (end == std::string_view::npos)
    return Problem{
        {name, 0, 0}, "no '=' after the path", "write PATH=VALUE, as in statements.s1.meant=0.5, or PATH= to drop the item"};
  CaseEdit edit{std::string(text.substr(0, end)), std::nullopt};
  if (text.find_first_not_of(' ', end + 1) != std::string_view::npos) edit.yaml = text.substr(end + 1);
  const auto path = read_path(edit.path, name);
  return path ? base::Result<CaseEdit>(std::move(edit)) : base::Result<CaseEdit>(path.problems());
}

base::Result<Case> edit_case(const Case& subject, const std::vector<CaseEdit>& edits) {
  auto tree = tree_of(subject);
  if (!tree) return tree.problems();
  TreeEditor editor(std::move(tree.value()));
  Problems problems;
  std::vector<std::string> names;
  const auto add = [&](const Problems& more) { problems.insert(problems.end(), more.begin(), more.end()); };
  for (const CaseEdit& edit : edits) {
    names.push_back(name_of(edit));
    const auto path = read_path(edit.path, names.back());
    if (!path) {
      add(path.problems());
    } else if (!edit.yaml) {
      editor.drop(path.value(), names.back());
    } else if (auto value = read_value(*edit.yaml, names.back()); value) {
      stand_at_edit(value.value(), -static_cast<int>(names.size()));
      editor.put(path.value(), std::move(value.value()), names.back());
    } else {
      add(value.problems());
    }
  }
  add(editor.problems());
  if (!problems.empty()) return problems;
  auto read = read_tree(editor.finish(), {subject.file, std::nullopt, false});
  if (!read) return told_of_edits(read.problems(), names);
  change_places(read.value(), [&](base::Place& where) {
    if (const auto edit = edit_at(where)) where = {names[*edit], 0, 0};
  });
  return read;
}

base::Result<Case> merge_into(const Case& subject, std::string_view yaml, const std::string& name) {
  auto tree = tree_of(subject);
  auto piece = read_yaml(yaml, name);
  if (!tree) return tree.problems();
  if (!piece) return piece.problems();
  if (!piece.value().is_map())
    return Problem{
        {name, 0, 0}, "this is no piece of a case file", "write keys of a case file, such as 'issues:', with what to add"};
  if (Problems repeats = repeats_in(piece.value(), name); !repeats.empty()) return repeats;
  negate_lines(piece.value());
  merge_trees(tree.value(), std::move(piece.value()), true);
  complete_packages(tree.value(), subject);
  const auto place = [&](base::Place& where) {
    if (where.line < 0) where = {name, -where.line, where.column};
  };
  auto read = read_tree(tree.value(), {subject.file, std::nullopt, false});
  if (read) {
    change_places(read.value(), place);
    return read;
  }
  Problems problems = read.problems();
  for (Problem& problem : problems) {
    if (problem.where.line >= 0) problem.what += " (once " + name + " is in the case)";
    place(problem.where);
  }
  return problems;
}

}  // namespace modus::formats

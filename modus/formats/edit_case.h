/// \file Changes of a case by the paths of its case file (docs/edits.md).
///
/// An edit is made in the tree of the case's canonical text, which is then read again: so every edit gets the whole
/// validation of the reader, and the result is as if a person had written the file so. Sources' files are not
/// opened again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::formats {

/// One value put where the path leads; without a value the item is dropped.
///
/// A path is made of steps joined by points: keys, and names of things ("statements.s1.meant",
/// "issues.crews.options.pilot", "judgments.union.weights.crews"). Items of lists go by their `id`; those without one
/// by position, counted from 1 in canonical order ("rules[1]", "text[2].agreed"), or by their own text (below).
/// A step with a point, bracket, equals sign or backquote in it stands in backquotes, where a backquote is doubled:
/// "statements.`s1.2`.meant". Such a text also picks the item of a list whose canonical text on one line it is:
/// "rules.`crews = cut -> fund = city_backed`"; "[2]" after it the second of several that are alike.
///
/// What is missing on the way is made, but not things with a name of their own (parties, issues, options, sources,
/// drafts, statements, ideas): those are added whole, by a path that ends with their name. A value at the end of a
/// list is added to it ("rules[3]" where there are two), as is a text or id that the list does not have.
struct CaseEdit {
  std::string path;
  std::optional<std::string> yaml;  ///< as it would stand in a case file
  friend bool operator==(const CaseEdit&, const CaseEdit&) = default;
};

/// "PATH=YAML"; nothing after the equals sign drops the item. Problems: no equals sign, or a path that is none.
[[nodiscard]] base::Result<CaseEdit> read_edit(std::string_view text);

/// The case with all the edits made, in their order; it is read once, after the last. Positions in lists count as in
/// `subject`, whatever the edits before. A statement that goes takes with it the `replaces`, `same_as` and reactions
/// that point at it, a judgment its own label. The result keeps the places of what was not edited.
///
/// Problems name the edit ("--set statements.s9.meant=2") where it stands at fault itself, else the place in the
/// case's file of what the edits make wrong. Time: linear in the case and in the edits; 10,000 statements take
/// less than 0.1 s.
[[nodiscard]] base::Result<case_model::Case> edit_case(const case_model::Case& subject, const std::vector<CaseEdit>& edits);

/// The case with a piece of a case file merged into it: mappings key by key, lists item by item (items with an `id`
/// that is there are merged into that one, others are added), and single values, rankings and orders replace what
/// stands there. Whole packages of the case, which say nothing of an issue that the piece brings, take its option
/// `none`, if it has one. `name` stands for the piece in problems.
[[nodiscard]] base::Result<case_model::Case> merge_into(const case_model::Case& subject, std::string_view yaml,
                                                        const std::string& name = "the addition");

/// One item of a case, such that two cases can be compared item by item.
struct CaseItem {
  std::string path;   ///< leads edit_case to it, also after edits of others
  std::string group;  ///< "setting", "source", "party", "issue", "option", "rule", "norm", "draft", "statement",
                      ///< "assessment", "judgment", "guarantee", "event", "idea", "round", "record"
  std::string id;     ///< of the thing: a statement's, an option's; of judgments their name ("weights.crews"), of
                      ///< settings, of keys of an issue the key; empty for things that have none
  std::string owner;  ///< options and keys of issues: the issue; judgments: the party
  std::string yaml;   ///< the item alone on one line; edit_case takes it back
  friend bool operator==(const CaseItem&, const CaseItem&) = default;
};

/// All items, in the order of the canonical text. An issue is cut into its keys (name, range, ...) and options, the
/// judgments of a party into single ones ("no_deal" whole, "order" and "weights" by issue, "scores" by option).
/// Their paths differ from each other.
[[nodiscard]] std::vector<CaseItem> items_of(const case_model::Case& subject);

/// What became of one item; at least one of the two is set.
struct CaseChange {
  CaseItem item;                     ///< `yaml` is that of `after`, where set
  std::optional<std::string> before, after;
  [[nodiscard]] bool added() const { return !before; }
  [[nodiscard]] bool dropped() const { return !after; }
  /// The edit that makes it, and the one that takes it back.
  [[nodiscard]] CaseEdit edit() const { return {item.path, after}; }
  [[nodiscard]] CaseEdit undo() const { return {item.path, before}; }
};

/// From one case to another, first what was dropped, then what was added or changed, each in canonical order. An
/// issue that only one of them has is one change, of group "issue". Things without an id are never changed, but
/// dropped and added.
///
/// Promises: edit_case(before, edits_of(changes)) is `after` (canonical text). Single changes need not make a case:
/// a new issue breaks the drafts that do not name it.
[[nodiscard]] std::vector<CaseChange> changes_between(const case_model::Case& before, const case_model::Case& after);
[[nodiscard]] std::vector<CaseEdit> edits_of(const std::vector<CaseChange>& changes);

}  // namespace modus::formats

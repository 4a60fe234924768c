/// \file Conditions: true/false expressions over packages, already resolved to a case's issues and options.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modus/base/number.h"
#include "modus/case_model/ids.h"

namespace modus::case_model {

struct Issue;
using Issues = base::IndexedVector<IssueIndex, Issue>;

/// How an atom compares. The order comparisons are for issues with a range only.
enum class Comparison { kEqual, kUnequal, kIn, kLess, kAtMost, kGreater, kAtLeast };

/// A condition as a tree. kAtom compares one issue; kNot has one part, kImplies two, kAnd and kOr two or
/// more. An `kAnd` without parts is always true.
struct Condition {
  enum class Kind { kAtom, kNot, kAnd, kOr, kImplies };
  Kind kind = Kind::kAnd;
  std::vector<Condition> parts;

  // Atoms only:
  IssueIndex issue;
  Comparison comparison = Comparison::kEqual;
  std::vector<OptionIndex> options;  ///< what =, != or in name, in the issue's order, without repeats
  base::Decimal bound;               ///< what <, <=, >, >= compare with
  std::vector<bool> allowed;         ///< for each option of the issue: does the atom hold with it?

  friend bool operator==(const Condition&, const Condition&) = default;
};

/// Terms of some issues: a conjunction of `issue = option`, at most one an issue, sorted by issue.
using Part = std::vector<std::pair<IssueIndex, OptionIndex>>;

/// Atoms with `allowed` filled in. The first is for =, != and in (sorts the options, drops repeats, and makes an
/// `in` of one option an `=`), the second for <, <=, > and >= on an issue with a range.
[[nodiscard]] Condition compare_options(IssueIndex issue, Comparison comparison, std::vector<OptionIndex> options,
                                        const Issues& issues);
[[nodiscard]] Condition compare_amount(IssueIndex issue, Comparison comparison, base::Decimal bound,
                                       const Issues& issues);
[[nodiscard]] Condition negation_of(Condition condition);

/// Whether the package meets the condition. O(size of the condition).
[[nodiscard]] bool holds(const Condition& condition, const Package& package);

/// The issues it names, sorted, without repeats.
[[nodiscard]] std::vector<IssueIndex> issues_named(const Condition& condition);
/// Whether it names an issue that is settled on a scale of numbers.
[[nodiscard]] bool names_scale(const Condition& condition, const Issues& issues);

/// The condition as a part, where it is a conjunction of `issue = option` (one atom counts); nothing otherwise,
/// also where one issue is given two different options.
[[nodiscard]] std::optional<Part> as_part(const Condition& condition);
[[nodiscard]] bool is_complete(const Part& part, const Issues& issues);
/// Precondition: complete.
[[nodiscard]] Package package_of(const Part& part, std::size_t issue_count);
[[nodiscard]] Condition condition_of(const Part& part, const Issues& issues);

/// A text of at most 80 bytes that two conditions share just where they hold for the same combinations of the
/// issues they name (read off the truth table, with options that no atom tells apart in one row; 256-bit hash).
/// Where rows times atoms exceed 10^6 it stands for the canonical text instead, so that equal meanings may differ.
[[nodiscard]] std::string meaning_of(const Condition& condition, const Issues& issues);
/// Whether meaning_of agrees.
[[nodiscard]] bool same_meaning(const Condition& a, const Condition& b, const Issues& issues);

/// Canonical text: fewest parentheses, one space around operators, parts of and/or sorted. Reads back as a
/// condition of the same meaning.
[[nodiscard]] std::string write_condition(const Condition& condition, const Issues& issues);

}  // namespace modus::case_model

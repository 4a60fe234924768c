/// \file What the parts of the case reader share: the case so far, the problems, and typed access to values.
/// Private to this room. Every function that finds a fault adds a problem and gives nothing back.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/formats/read_case.h"
#include "modus/formats/yaml_tree.h"

namespace modus::formats {

/// Numbers something may be, both ends included, and how to say so.
struct Bounds {
  std::int64_t low, high;
  std::string_view words;
};
inline constexpr Bounds kChance{0, 1, "a chance from 0 to 1"};
inline constexpr Bounds kShare{0, 1, "a share from 0 to 1"};
inline constexpr Bounds kScore{0, 1, "a score from 0 to 1"};
inline constexpr Bounds kPoints{0, 100, "points from 0 to 100"};
inline constexpr Bounds kSignedPoints{-100, 100, "points from -100 to 100"};

/// Lists may have so many items, so that what compares every item with every other stays quick. Parties,
/// issues, options, sources and statements have limits of their own (CaseLimits).
inline constexpr std::size_t kMostItems = 10'000;
inline constexpr std::size_t kMostConditions = 1'000;  ///< rules, norms, adjustments of a party
inline constexpr std::size_t kMostDrafts = 200;

class Reading {
 public:
  explicit Reading(const ReadOptions& options) : options_(options) {}

  case_model::Case subject;
  /// Issues whose options could not be read: what names them is not judged again.
  std::vector<std::string> broken_issues;

  [[nodiscard]] const ReadOptions& options() const { return options_; }
  [[nodiscard]] base::Place place(const YamlNode& node) const {
    return {options_.file, node.line, node.column};
  }
  void add(const base::Place& where, std::string what, std::string fix);
  void add(const YamlNode& node, std::string what, std::string fix) {
    add(place(node), std::move(what), std::move(fix));
  }
  void add(const base::Problems& problems);
  /// "perhaps 'x'", or the names there are.
  [[nodiscard]] std::string suggest(std::string_view word, const std::vector<std::string>& names) const;
  /// Whether further problems are only counted: then no words need be made for them.
  [[nodiscard]] bool full() const { return problems_.size() >= kMaxProblems; }
  [[nodiscard]] bool clean() const { return problems_.empty(); }
  [[nodiscard]] base::Problems finish() const;

  // One value. `what` names it in problems ("the title").
  std::optional<std::string> text(const YamlNode& node,
                                  std::string_view what);                      ///< any text that is not blank
  std::optional<std::string> id(const YamlNode& node, std::string_view what);  ///< a name others refer to
  std::optional<base::Decimal> decimal(const YamlNode& node, std::string_view what);
  std::optional<double> number(const YamlNode& node, const Bounds& bounds);
  std::optional<base::Interval> interval(const YamlNode& node, const Bounds& bounds);
  std::optional<bool> truth(const YamlNode& node);
  std::optional<case_model::Day> day(const YamlNode& node);
  std::optional<case_model::Days> days(const YamlNode& node);
  std::optional<std::chrono::sys_seconds> moment(const YamlNode& node);  ///< "2026-03-11T09:05:00Z"
  std::optional<int> duration(const YamlNode& node);  ///< "180 days", "6 months": in days
  std::optional<case_model::Condition> condition(const YamlNode& node);
  std::optional<case_model::Package> package(const YamlNode& node);  ///< a mapping issue: option, complete
  std::optional<case_model::Label> label(const YamlNode& node);

  // Names of things; the lists in `subject` must be sorted by then.
  std::optional<case_model::PartyIndex> party(const YamlNode& node);
  std::optional<case_model::PartyIndex> guarantor(const YamlNode& node);
  std::optional<case_model::IssueIndex> issue(const YamlNode& node);
  std::optional<case_model::SourceIndex> source(const YamlNode& node);
  std::optional<case_model::StatementIndex> statement(const YamlNode& node);
  std::optional<case_model::OptionIndex> option(case_model::IssueIndex issue, const YamlNode& node);

  // Several values.
  /// The items of a list; a single text counts as a list of one; an empty value as none. More than `most` are
  /// a problem, and the others are left out.
  std::vector<const YamlNode*> items(const YamlNode& node, std::string_view what,
                                     std::size_t most = kMostItems);
  /// Whether it is a mapping; an empty value is one without keys.
  bool is_mapping(const YamlNode& node, std::string_view what);
  /// Keys of a mapping that stand in it for the first time, with their values; the others are problems.
  std::vector<std::pair<const YamlNode*, const YamlNode*>> entries(const YamlNode& node,
                                                                   std::string_view what);
  /// Sorted; a party named twice is a problem.
  std::vector<case_model::PartyIndex> parties(const YamlNode& node, std::string_view what,
                                              bool guarantors_only = false);

 private:
  [[nodiscard]] bool mentions_broken_issue(std::string_view text) const;

  const ReadOptions& options_;
  base::Problems problems_;
  std::size_t unlisted_ = 0;
};

/// One mapping with keys from known_keys(); says at once what is unknown or stands twice.
class Fields {
 public:
  Fields(Reading& reading, const YamlNode& node, std::string_view mapping);

  /// Null where the key is absent or its value empty.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
  /// The same, with a problem where there is nothing.
  const YamlNode* require(std::string_view key);

  /// read(value) where the key has one: `fields.read("on", &Reading::days)`.
  template <class Read, class... Args>
  auto read(std::string_view key, Read one, Args&&... args) {
    const YamlNode* node = find(key);
    return node != nullptr ? (reading_.*one)(*node, std::forward<Args>(args)...)
                           : decltype((reading_.*one)(node_, std::forward<Args>(args)...))();
  }
  /// The same for a key that must be there.
  template <class Read, class... Args>
  auto read_required(std::string_view key, Read one, Args&&... args) {
    const YamlNode* node = require(key);
    return node != nullptr ? (reading_.*one)(*node, std::forward<Args>(args)...)
                           : decltype((reading_.*one)(node_, std::forward<Args>(args)...))();
  }
  /// The text under the key, empty where it is absent or faulty.
  std::string text(std::string_view key);

 private:
  Reading& reading_;
  const YamlNode& node_;
  std::string_view mapping_;
  std::map<std::string_view, const YamlNode*> values_;
};

/// At most 60 characters of it, in backquotes, for use in a message.
[[nodiscard]] std::string shown(std::string_view text);

/// The ids of a list of things that have one, in order.
template <class List>
std::vector<std::string> ids_of(const List& list) {
  std::vector<std::string> ids;
  for (const auto& thing : list) ids.push_back(thing.id);
  return ids;
}

/// The thing of that id in a sorted list.
template <class I, class T>
std::optional<I> find_sorted(const base::IndexedVector<I, T>& things, std::string_view id) {
  const auto found = std::lower_bound(things.begin(), things.end(), id,
                                      [](const T& thing, std::string_view name) { return thing.id < name; });
  if (found == things.end() || found->id != id) return std::nullopt;
  return I(static_cast<std::size_t>(found - things.begin()));
}

/// "a person", "an issue"
[[nodiscard]] std::string with_article(std::string_view noun);

/// d * 10^12, exactly: for sums and comparisons of decimals.
__extension__ typedef __int128 Exact;  // NOLINT(modernize-use-using)
[[nodiscard]] Exact exact(const base::Decimal& d);

/// The case of a whole tree; what read_case does once the text is one.
[[nodiscard]] base::Result<case_model::Case> read_tree(const YamlNode& tree, const ReadOptions& options);

/// The decimal of such a number; nothing where it has more than 15 digits.
[[nodiscard]] std::optional<base::Decimal> decimal_of(Exact value);

// The parts of a case, in the order in which they must be read. `root` is the whole file.
void read_head(Reading& reading, Fields& root);
void read_parties(Reading& reading, Fields& root);
void read_default_label(Reading& reading, Fields& root);
void read_sources(Reading& reading, Fields& root);
void read_interests(Reading& reading, Fields& root);
void read_issues(Reading& reading, Fields& root);
/// Which of the options are mixes, and of what; `nodes` are the values of the options, which are sorted by then.
void read_mixes(Reading& reading, const std::vector<const YamlNode*>& nodes, case_model::Issue& issue);
std::optional<case_model::Burden> read_burden(Reading& reading, const YamlNode& node);
void read_rules_and_drafts(Reading& reading, Fields& root);
void read_statements(Reading& reading, Fields& root);
void read_judgments(Reading& reading, Fields& root);
void read_assessments(Reading& reading, Fields& root);
/// `{"30 days": 0.25, ...}` by rising days, as far as they could be read; `whose` names them in problems.
std::vector<std::pair<int, double>> read_chances(Reading& reading, const YamlNode& node, std::string_view whose);
/// Whether a file of that name stays in the case's folder.
[[nodiscard]] bool stays_in_folder(const std::string& file);
/// `quote` and `at` of a statement or an assessment.
void read_quote(Reading& reading, Fields& fields, case_model::Quote& quote);
void read_guarantees(Reading& reading, Fields& root);
void read_timeline(Reading& reading, Fields& root);
void read_forecast(Reading& reading, Fields& root);
void read_ideas(Reading& reading, Fields& root);
void read_text(Reading& reading, Fields& root);
void read_draft(Reading& reading, Fields& root);
/// `honest: {public: ..., private: ...}`
void read_honesty(Reading& reading, const YamlNode& node, std::optional<double>& in_public,
                  std::optional<double>& in_private);
/// `at` of a passage.
std::optional<std::pair<std::size_t, std::size_t>> read_position(Reading& reading, const YamlNode& node);
/// Sorted; unknown and repeated words are problems.
std::vector<case_model::Role> read_roles(Reading& reading, const YamlNode& node);
std::optional<case_model::StatementKind> read_kind(Reading& reading, const YamlNode& node);
case_model::Channel read_channel(Reading& reading, const YamlNode& node);

// What only the whole shows; each needs a case that was read without a problem.
void check_rules(Reading& reading);
void check_statements(Reading& reading);
void check_quotes(Reading& reading);

}  // namespace modus::formats

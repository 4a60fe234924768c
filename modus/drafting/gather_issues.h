/// \file What is in dispute, over all reports, and the ways to settle it that were heard. Private to this
/// room.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "modus/drafting/draft_case.h"
#include "modus/drafting/words.h"

namespace modus::drafting {

struct OptionEntry {
  std::string id, name;
  WordSet words;                    ///< without negations
  WordSet numbers;                  ///< among them
  bool negated = false;             ///< whether its words deny something
  std::set<std::size_t> proposers;  ///< parties who put it forward, by entry
  std::set<std::size_t> commits;    ///< parties who would have to carry it, by entry
  bool known = false;               ///< the case had it before
  std::size_t reading = 0;
  reading::Passage passage;
};

struct IssueEntry {
  std::string id, name;
  std::vector<WordSet> labels;  ///< what it is called
  std::vector<OptionEntry> options;
  bool known = false;
  std::size_t reading = 0;
  reading::Passage passage;
};

/// An option, or whatever differs from it.
struct Target {
  std::size_t issue = 0, option = 0;
  bool negated = false;
  friend bool operator==(const Target&, const Target&) = default;
};

class IssueBook {
 public:
  explicit IssueBook(const case_model::Case* known);

  /// Takes up the issues and options of a reading; those of earlier readings keep their names.
  void read(const reading::Reading& reading, std::size_t at);

  [[nodiscard]] std::size_t of(std::size_t at, reading::ReadIssueIndex issue) const {
    return issue_of_[at][issue.value];
  }
  /// The target of a reading's option; nothing where its label says nothing.
  [[nodiscard]] const std::optional<Target>& option_of(std::size_t at, std::size_t option) const {
    return option_of_[at][option];
  }
  /// The issues whose label stands in the words, at most two, the longest label first.
  [[nodiscard]] std::vector<std::size_t> named_in(const WordSet& words) const;

  /// The option the words speak of, if one was heard before.
  [[nodiscard]] std::optional<Target> find(std::size_t issue, std::string_view text) const;
  /// The same; heard now for the first time where there is none. Nothing where the words say nothing of their
  /// own: "the proposal", or, unless `bare`, only what the issue is called.
  std::optional<Target> hear(std::size_t issue, std::string_view text, std::size_t at,
                             const reading::Passage& passage, bool bare);

  [[nodiscard]] const std::vector<IssueEntry>& entries() const { return entries_; }
  OptionEntry& option(const Target& target) { return entries_[target.issue].options[target.option]; }

  /// Pairs of issues that may be one: the same main word, and nothing that decides it.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> perhaps_same() const;

 private:
  std::size_t entry_for(const reading::ReadIssue& issue, std::size_t at);
  [[nodiscard]] std::optional<std::size_t> find_issue(const std::vector<WordSet>& labels,
                                                      const std::string& id) const;
  [[nodiscard]] std::string free_issue_id(const std::string& base) const;

  std::vector<IssueEntry> entries_;
  std::vector<std::vector<std::size_t>> issue_of_;
  std::vector<std::vector<std::optional<Target>>> option_of_;
};

/// The option that every issue has besides those heard: something else, or no settlement of it.
inline constexpr std::string_view kOtherwise = "otherwise";
inline constexpr std::string_view kOtherwiseOfMany = "none of these, or left open";

}  // namespace modus::drafting

#include "modus/drafting/gather_issues.h"

#include <algorithm>

#include "modus/reading/word_set.h"

namespace modus::drafting {
namespace {

using reading::Reading;
using reading::ReadIssue;

constexpr double kSameLabel = 0.66;
constexpr double kSameOption = 0.6;
constexpr std::size_t kMostOptions = 200;  // an issue; what comes after is taken for the most alike

// Words that stand for an option without saying which.
constexpr reading::WordSet kEmptyLabels{
    "accord",     "agreement", "approach", "compromise", "condition", "deal",     "demand",   "draft",
    "formula",    "idea",      "issue",    "matter",     "measure",   "move",     "offer",    "option",
    "package",    "peace",     "plan",     "point",      "position",  "proposal", "question", "request",
    "settlement", "solution",  "talk",     "term",       "text",      "thing"};

bool says_nothing(const WordSet& words) {
  return std::all_of(words.begin(), words.end(),
                     [](const std::string& word) { return word == kNegation || kEmptyLabels.has(word); });
}

// The words, and whether they deny an odd number of times.
std::pair<WordSet, bool> option_words(std::string_view text) {
  WordSet words;
  bool negated = false;
  for (const std::string& word : content_words(text)) {
    if (word == kNegation) negated = !negated;
    if (word != kNegation) words.insert(word);
  }
  return {words, negated};
}

// How alike two options are; a short one that is part of the other counts as like it.
double option_likeness(const WordSet& a, const WordSet& b) {
  const WordSet& small = a.size() < b.size() ? a : b;
  const WordSet& large = a.size() < b.size() ? b : a;
  const double share = likeness(a, b);
  return small.size() >= 2 && is_part(small, large) ? std::max(share, kSameOption) : share;
}

std::vector<WordSet> labels_of(const ReadIssue& issue) {
  std::vector<WordSet> labels;
  const auto add = [&](const std::string& label) {
    WordSet words = word_set(label);
    if (!says_nothing(words) && std::find(labels.begin(), labels.end(), words) == labels.end())
      labels.push_back(std::move(words));
  };
  add(issue.label);
  for (const std::string& alias : issue.aliases) add(alias);
  return labels;
}

// The last word before "of", "for", "over" and the like: "credible security guarantees for Ukraine" ->
// guarantee.
std::string head_of(std::string_view label) {
  const std::vector<std::string> words =
      content_words(label.substr(0, std::min({label.find(" of "), label.find(" for "), label.find(" over "),
                                              label.find(" in "), label.find(" on "), label.size()})));
  return words.empty() ? "" : words.back();
}

}  // namespace

IssueBook::IssueBook(const case_model::Case* known) {
  if (known == nullptr) return;
  for (const case_model::Issue& issue : known->issues) {
    IssueEntry entry;
    entry.id = issue.id;
    entry.name = issue.name;
    entry.known = true;
    for (const std::string& label : {issue.name, issue.id}) entry.labels.push_back(word_set(label));
    for (const case_model::Option& option : issue.options) {
      auto [words, negated] = option_words(option.name);
      if (option.id == kOtherwise) words.clear();
      entry.options.push_back(
          {option.id, option.name, std::move(words), numbers_in(option.name), negated, {}, {}, true, 0, {}});
    }
    entries_.push_back(std::move(entry));
  }
}

// The issue with the label most alike, the earlier one of two; one that the case calls by that id comes
// first.
std::optional<std::size_t> IssueBook::find_issue(const std::vector<WordSet>& labels,
                                                 const std::string& id) const {
  std::optional<std::size_t> best;
  double most = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].known && entries_[i].id == id) return i;
    double alike = 0;
    for (const WordSet& mine : entries_[i].labels) {
      for (const WordSet& other : labels) alike = std::max(alike, likeness(mine, other));
    }
    if (alike < kSameLabel || alike <= most) continue;
    most = alike;
    best = i;
  }
  return best;
}

std::string IssueBook::free_issue_id(const std::string& base) const {
  const auto taken = [&](const std::string& id) {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const IssueEntry& entry) { return entry.id == id; });
  };
  std::string id = base;
  for (int number = 2; taken(id); ++number) id = base + "_" + std::to_string(number);
  return id;
}

std::size_t IssueBook::entry_for(const ReadIssue& issue, std::size_t at) {
  const std::vector<WordSet> labels = labels_of(issue);
  const std::string base = name_of(issue.label, 4, "issue");
  const auto found = find_issue(labels, base == "issue" ? "" : base);
  const std::size_t index = found.value_or(entries_.size());
  if (!found) {
    entries_.emplace_back();
    entries_.back().name = label_of(issue.label);
    entries_.back().id = free_issue_id(base);
    if (entries_.back().name.empty()) entries_.back().name = entries_.back().id;
  }
  IssueEntry& entry = entries_[index];
  if (entry.passage.text.empty() && !issue.passages.empty()) {
    entry.reading = at;
    entry.passage = issue.passages.front();
  }
  for (const WordSet& label : labels) {
    if (std::find(entry.labels.begin(), entry.labels.end(), label) == entry.labels.end())
      entry.labels.push_back(label);
  }
  return index;
}

void IssueBook::read(const Reading& reading, std::size_t at) {
  issue_of_.resize(at + 1);
  option_of_.resize(at + 1);
  for (const ReadIssue& issue : reading.issues) issue_of_[at].push_back(entry_for(issue, at));
  for (const reading::ReadOption& option : reading.options) {
    const std::string& label = option.label.empty() ? option.passage.text : option.label;
    option_of_[at].push_back(hear(of(at, option.issue), label, at, option.passage, true));
  }
}

std::vector<std::size_t> IssueBook::named_in(const WordSet& words) const {
  std::vector<std::pair<std::size_t, std::size_t>> found;  // words of the label, negative; issue
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t most = 0;
    for (const WordSet& label : entries_[i].labels)
      most = std::max(most, is_part(label, words) ? label.size() : 0);
    if (most > 0) found.emplace_back(words.size() - most, i);
  }
  std::sort(found.begin(), found.end());
  if (found.size() > 2) found.resize(2);
  std::vector<std::size_t> issues;
  for (const auto& [rank, issue] : found) issues.push_back(issue);
  return issues;
}

std::optional<Target> IssueBook::find(std::size_t issue, std::string_view text) const {
  const auto [words, negated] = option_words(text);
  const WordSet numbers = numbers_in(text);
  const std::vector<OptionEntry>& options = entries_[issue].options;
  std::optional<Target> best;
  double most = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const double alike = option_likeness(words, options[i].words);
    if (alike < kSameOption || alike <= most || numbers != options[i].numbers) continue;
    most = alike;
    best = Target{issue, i, negated != options[i].negated};
  }
  return best;
}

std::optional<Target> IssueBook::hear(std::size_t issue, std::string_view text, std::size_t at,
                                      const reading::Passage& passage, bool bare) {
  auto found = find(issue, text);
  auto [words, negated] = option_words(text);
  IssueEntry& entry = entries_[issue];
  const std::string base = name_of(text, 4, "option");
  for (std::size_t i = 0; i < entry.options.size() && !found; ++i) {
    if (entry.options[i].known && entry.options[i].id == base) found = Target{issue, i, false};
  }
  if (found) {
    OptionEntry& heard = option(*found);
    if (heard.passage.text.empty()) {
      heard.passage = passage;
      heard.reading = at;
    }
    return found;
  }
  const bool only_the_issue =
      !bare && !entry.options.empty() &&
      std::any_of(entry.labels.begin(), entry.labels.end(),
                  [&, &mine = words](const WordSet& label) { return is_part(mine, label); });
  if (says_nothing(words) || only_the_issue || entry.options.size() >= kMostOptions) return std::nullopt;
  std::string id = base;
  const auto taken = [&] {
    return id == kOtherwise || std::any_of(entry.options.begin(), entry.options.end(),
                                           [&](const OptionEntry& o) { return o.id == id; });
  };
  for (int number = 2; taken(); ++number) id = base + "_" + std::to_string(number);
  std::string name = label_of(text);
  if (name.empty()) name = id;
  entry.options.push_back(
      {id, std::move(name), std::move(words), numbers_in(text), negated, {}, {}, false, at, passage});
  return Target{issue, entry.options.size() - 1, false};
}

std::vector<std::pair<std::size_t, std::size_t>> IssueBook::perhaps_same() const {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    for (std::size_t j = i + 1; j < entries_.size(); ++j) {
      const std::string head = head_of(entries_[i].name);
      const bool one_part =
          std::any_of(entries_[i].labels.begin(), entries_[i].labels.end(), [&](const WordSet& a) {
            return std::any_of(entries_[j].labels.begin(), entries_[j].labels.end(),
                               [&](const WordSet& b) { return is_part(a, b) || is_part(b, a); });
          });
      if ((!head.empty() && head == head_of(entries_[j].name)) || one_part) pairs.emplace_back(i, j);
    }
  }
  return pairs;
}

}  // namespace modus::drafting

// Names of parties, issues, options, sources and statements, looked up in the case's sorted lists.
#include <algorithm>

#include "modus/base/text.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;

template <class I, class T>
std::optional<I> find_name(Reading& reading, const base::IndexedVector<I, T>& things, const YamlNode& node,
                           std::string_view kind) {
  const auto found = node.is_text() ? find_sorted(things, node.text) : std::nullopt;
  if (found) return found;
  const std::string fix = reading.full() ? "" : reading.suggest(node.text, ids_of(things));
  reading.add(node,
              node.is_text() ? "no " + std::string(kind) + " is named " + shown(node.text)
                             : "not the name of " + with_article(kind),
              fix);
  return std::nullopt;
}

}  // namespace

std::optional<PartyIndex> Reading::party(const YamlNode& node) {
  return find_name(*this, subject.parties, node, "party");
}
std::optional<IssueIndex> Reading::issue(const YamlNode& node) {
  return find_name(*this, subject.issues, node, "issue");
}
std::optional<case_model::SourceIndex> Reading::source(const YamlNode& node) {
  return find_name(*this, subject.sources, node, "source");
}
std::optional<case_model::StatementIndex> Reading::statement(const YamlNode& node) {
  return find_name(*this, subject.statements, node, "statement");
}

std::optional<PartyIndex> Reading::guarantor(const YamlNode& node) {
  const auto found = party(node);
  if (!found || subject.parties[*found].has(case_model::Role::kGuarantor)) return found;
  add(node, shown(node.text) + " is no guarantor", "add 'guarantor' to its role, or name a guarantor");
  return std::nullopt;
}

std::optional<OptionIndex> Reading::option(IssueIndex index, const YamlNode& node) {
  const case_model::Issue& issue = subject.issues[index];
  if (mentions_broken_issue(issue.id)) return std::nullopt;
  if (!issue.range || !node.is_text())
    return find_name(*this, issue.options, node, "option of '" + issue.id + "'");
  if (const auto amount = base::read_decimal(node.text)) {
    const auto found =
        std::lower_bound(issue.options.begin(), issue.options.end(), exact(*amount),
                         [](const case_model::Option& o, Exact e) { return exact(o.amount) < e; });
    if (found != issue.options.end() && found->amount == *amount) {
      return OptionIndex(static_cast<std::size_t>(found - issue.options.begin()));
    }
  }
  const case_model::Range& range = *issue.range;
  add(node, shown(node.text) + " is no option of '" + issue.id + "'",
      "a number from " + base::write_decimal(range.from) + " to " + base::write_decimal(range.to) +
          " in steps of " + base::write_decimal(range.step));
  return std::nullopt;
}

std::optional<case_model::Package> Reading::package(const YamlNode& node) {
  const std::size_t count = subject.issues.size();
  std::vector<std::optional<OptionIndex>> chosen(count);
  std::vector<bool> named(count, false);
  const auto all = entries(node, "a package");
  if (!node.is_map() && !node.is_empty()) return std::nullopt;
  for (const auto& [key, value] : all) {
    const auto index = issue(*key);
    if (!index) continue;
    named[index->value] = true;
    chosen[index->value] = option(*index, *value);
  }
  std::vector<std::string> missing;
  for (const IssueIndex index : subject.issues.indices()) {
    if (!named[index.value]) missing.push_back(subject.issues[index].id);
  }
  if (!missing.empty()) {
    add(node, "the package says nothing on " + base::join_words(missing),
        "a package has one option for every issue");
  }
  case_model::Package package(count);
  for (const IssueIndex index : subject.issues.indices()) {
    if (!chosen[index.value]) return std::nullopt;
    package[index] = *chosen[index.value];
  }
  return package;
}

std::vector<PartyIndex> Reading::parties(const YamlNode& node, std::string_view what, bool guarantors_only) {
  std::vector<PartyIndex> all;
  for (const YamlNode* item : items(node, what)) {
    const auto found = guarantors_only ? guarantor(*item) : party(*item);
    if (!found) continue;
    if (std::find(all.begin(), all.end(), *found) != all.end()) {
      add(*item, shown(item->text) + " stands twice in " + std::string(what), "name it once");
    } else {
      all.push_back(*found);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace modus::formats

#include "modus/formats/complete_packages.h"

#include "modus/formats/canonical_tree.h"

namespace modus::formats {
namespace {

constexpr std::string_view kNone = "none";

YamlNode* child(YamlNode& node, std::string_view key) {
  if (!node.is_map()) return nullptr;
  const auto at = position_of(node, key);
  return at ? &node.items[*at] : nullptr;
}

std::vector<std::string> new_issues(YamlNode& tree, const case_model::Case& before) {
  std::vector<std::string> added;
  const YamlNode* issues = child(tree, "issues");
  if (issues == nullptr || !issues->is_map()) return added;
  for (std::size_t k = 0; k < issues->keys.size(); ++k) {
    const std::string& id = issues->keys[k].text;
    const YamlNode* options = issues->items[k].is_map() ? issues->items[k].find("options") : nullptr;
    if (!before.find_issue(id) && options != nullptr && options->is_map() && position_of(*options, kNone))
      added.push_back(id);
  }
  return added;
}

void complete(YamlNode* package, const std::vector<std::string>& issues) {
  if (package == nullptr || !package->is_map()) return;
  for (const std::string& issue : issues) {
    if (position_of(*package, issue)) continue;
    for (std::vector<YamlNode>* into : {&package->keys, &package->items}) {
      YamlNode text = text_node(into == &package->keys ? issue : std::string(kNone));
      text.line = package->line;
      text.column = package->column;
      into->push_back(std::move(text));
    }
  }
}

// What was said of a whole package was said of one without the new issues.
void complete(YamlNode* words, const case_model::Condition& said, const std::vector<std::string>& issues,
              const case_model::Issues& known) {
  const auto part = as_part(said);
  if (words == nullptr || !part || !is_complete(*part, known) || words->text != write_condition(said, known))
    return;
  for (const std::string& issue : issues) words->text += " and " + issue + " = " + std::string(kNone);
}

void complete(YamlNode& statement, const std::vector<std::string>& issues, const case_model::Case& before) {
  const YamlNode* id = statement.is_map() ? statement.find("id") : nullptr;
  const auto known = id == nullptr ? std::nullopt : before.find_statement(id->text);
  if (!known) return;
  const case_model::Statement& said = before.statements[*known];
  if (said.kind == case_model::StatementKind::kRanks) return;
  complete(child(statement, "what"), said.what, issues, before.issues);
  if (said.over) complete(child(statement, "over"), *said.over, issues, before.issues);
}

template <class Act>
void each_item(YamlNode* list, Act act) {
  if (list == nullptr) return;
  for (YamlNode& item : list->items) act(item);
}

}  // namespace

void complete_packages(YamlNode& tree, const case_model::Case& before) {
  const std::vector<std::string> issues = new_issues(tree, before);
  if (issues.empty()) return;
  each_item(child(tree, "drafts"), [&](YamlNode& draft) {
    YamlNode* labelled = child(draft, "package");
    complete(labelled != nullptr && labelled->is_map() ? labelled : &draft, issues);
  });
  each_item(child(tree, "judgments"), [&](YamlNode& party) {
    YamlNode* no_deal = child(party, "no_deal");
    if (no_deal == nullptr) return;
    each_item(child(*no_deal, "lottery"),
              [&](YamlNode& outcome) { complete(child(outcome, "package"), issues); });
  });
  each_item(child(tree, "statements"), [&](YamlNode& statement) { complete(statement, issues, before); });
  each_item(child(tree, "text"), [&](YamlNode& round) {
    complete(child(round, "package"), issues);
    each_item(child(round, "reactions"),
              [&](YamlNode& reaction) { complete(child(reaction, "to"), issues); });
  });
}

}  // namespace modus::formats

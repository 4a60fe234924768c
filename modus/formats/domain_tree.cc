#include "modus/formats/domain_tree.h"

#include <algorithm>
#include <set>

namespace modus::formats {

base::Result<YamlNode> read_domain_tree(const DomainText& file) {
  std::string text = file.text;
  std::ranges::replace(text, '\t', ' ');
  return read_yaml(text, file.name);
}

const YamlNode* DomainTree::need(const YamlNode& node, std::string_view key) const {
  const YamlNode* found = node.is_map() ? node.find(key) : nullptr;
  if (found == nullptr) fault(node, "has no \"" + std::string(key) + "\"", "add it");
  return found;
}

double DomainTree::number(const YamlNode& node, bool infinite) const {
  const auto value = node.is_text() && !node.quoted ? read_real(node.text, infinite) : std::nullopt;
  if (!value) fault(node, node.is_text() ? "\"" + node.text + "\" is no number" : "is no number", "write a number there");
  return value.value_or(0);
}

std::optional<double> DomainTree::number_under(const YamlNode& node, std::string_view key) const {
  const YamlNode* found = node.is_map() ? node.find(key) : nullptr;
  if (found == nullptr || (found->is_text() && !found->quoted && found->text == "null")) return std::nullopt;
  return number(*found, true);
}

std::string DomainTree::text_under(const YamlNode& node, std::string_view key, std::string missing) const {
  const YamlNode* found = node.is_map() ? node.find(key) : nullptr;
  return found != nullptr && found->is_text() ? found->text : std::move(missing);
}

std::vector<std::string> DomainTree::texts(const YamlNode& node) const {
  std::vector<std::string> list;
  if (!node.is_list()) {
    fault(node, "is no list of options", "write a list");
    return list;
  }
  std::set<std::string> seen;
  for (const YamlNode& item : node.items) {
    if (!item.is_text()) {
      fault(item, "is no option", "write its name");
    } else if (!seen.insert(item.text).second) {
      fault(item, "\"" + item.text + "\" is there twice", "name each option once");
    } else {
      list.push_back(item.text);
    }
  }
  return list;
}

std::vector<double> values_by_option(const DomainTree& tree, const YamlNode& node, const case_model::DomainIssue& issue) {
  std::vector<double> values(issue.options.size(), 0);
  std::vector<bool> given(issue.options.size(), false);
  if (!node.is_map()) {
    tree.fault(node, "does not say what the options of \"" + issue.name + "\" are worth", "write option: number, for each");
    return values;
  }
  for (std::size_t n = 0; n < node.items.size(); ++n) {
    const auto found = std::ranges::find(issue.options, node.keys[n].text);
    if (found == issue.options.end()) {
      tree.fault(node.keys[n], "\"" + node.keys[n].text + "\" is no option of issue \"" + issue.name + "\" in the domain", "take it out, or add it to the domain");
      continue;
    }
    const auto option = static_cast<std::size_t>(found - issue.options.begin());
    given[option] = true;
    values[option] = tree.number(node.items[n]);
  }
  for (std::size_t option = 0; option < given.size(); ++option) {
    if (!given[option]) tree.fault(node, "issue \"" + issue.name + "\" has no value for \"" + issue.options[option] + "\"", "add it");
  }
  return values;
}

}  // namespace modus::formats

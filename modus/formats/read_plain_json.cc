// Plain JSON: {name, issues: [{name, options}], parties: [{name, weights, values[issue][option], reservation, bias, discount}]}.
#include <algorithm>
#include <cmath>

#include "modus/formats/domain_tree.h"

namespace modus::formats {
namespace {

using case_model::DomainIssue;
using case_model::DomainParty;

std::vector<double> numbers(const DomainTree& tree, const YamlNode& node, std::size_t wanted, const std::string& of) {
  std::vector<double> list;
  if (node.is_list()) {
    for (const YamlNode& item : node.items) list.push_back(tree.number(item));
  }
  if (list.size() != wanted) tree.fault(node, "there are not as many numbers as " + of, "give one for each");
  list.resize(wanted);
  return list;
}

/// [{"ranges": [[issue, first option, last option]], "amount": x}], counted from 0.
void read_boxes(const DomainTree& tree, const YamlNode& node, const std::vector<DomainIssue>& issues, DomainParty& party) {
  for (const YamlNode& entry : node.items) {
    case_model::DomainBox box;
    const YamlNode* ranges = tree.need(entry, "ranges");
    const YamlNode* amount = tree.need(entry, "amount");
    if (ranges == nullptr || amount == nullptr) continue;
    box.amount = tree.number(*amount);
    for (const YamlNode& range : ranges->items) {
      const std::vector<double> ends = numbers(tree, range, 3, "issue, first and last option");
      const bool good = ends[0] >= 0 && ends[0] < static_cast<double>(issues.size()) && ends[1] >= 0 && ends[1] <= ends[2] &&
                        ends[2] < static_cast<double>(issues[static_cast<std::size_t>(ends[0])].options.size());
      if (good) box.ranges.push_back({static_cast<std::size_t>(ends[0]), static_cast<std::size_t>(ends[1]), static_cast<std::size_t>(ends[2])});
      else tree.fault(range, "is no range of options of an issue", "write [issue, first option, last option], counted from 0");
    }
    std::ranges::sort(box.ranges, {}, &case_model::DomainBox::Range::issue);
    party.boxes.push_back(std::move(box));
  }
}

DomainParty read_party(const DomainTree& tree, const YamlNode& node, std::size_t number, const std::vector<DomainIssue>& issues) {
  DomainParty party;
  party.name = tree.text_under(node, "name", "party " + std::to_string(number + 1));
  party.id = party.name;
  party.weights.assign(issues.size(), 1);
  for (const DomainIssue& issue : issues) party.values.emplace_back(issue.options.size(), 0);
  if (!node.is_map()) {
    tree.fault(node, "is no party", "write an object with name, weights and values");
    return party;
  }
  if (const YamlNode* weights = node.find("weights")) party.weights = numbers(tree, *weights, issues.size(), "issues");
  const YamlNode* values = tree.need(node, "values");
  if (values != nullptr && (!values->is_list() || values->items.size() != issues.size())) {
    tree.fault(*values, "there are not as many rows as issues", "give a row of values for each issue");
  } else if (values != nullptr) {
    for (std::size_t n = 0; n < issues.size(); ++n) party.values[n] = numbers(tree, values->items[n], issues[n].options.size(), "options of \"" + issues[n].name + "\"");
  }
  party.bias = tree.number_under(node, "bias").value_or(0);
  if (const auto value = tree.number_under(node, "reservation"); value && std::isfinite(*value)) party.reservation = *value;
  if (const auto value = tree.number_under(node, "discount"); value && *value > 0 && *value < 1) party.discount = *value;
  if (const auto value = tree.number_under(node, "cap")) party.cap = *value;
  if (const YamlNode* boxes = node.find("boxes")) read_boxes(tree, *boxes, issues, party);
  return party;
}

}  // namespace

base::Result<DomainFile> read_plain_json(const DomainText& file) {
  auto root = read_domain_tree(file);
  if (!root.ok()) return root.problems();
  base::Problems problems;
  const DomainTree tree(file.name, problems);
  DomainFile read{{}, DomainFormat::kPlainJson, {}};
  const YamlNode* issues = tree.need(root.value(), "issues");
  const YamlNode* parties = tree.need(root.value(), "parties");
  if (issues == nullptr || parties == nullptr) return problems;
  read.domain.name = tree.text_under(root.value(), "name", file.stem);
  if (!issues->is_list() || issues->items.empty()) tree.fault(*issues, "is no list of issues", "write [{\"name\": ..., \"options\": [...]}]");
  if (!parties->is_list() || parties->items.empty()) tree.fault(*parties, "is no list of parties", "write [{\"name\": ..., \"weights\": [...], \"values\": [[...]]}]");
  for (const YamlNode& node : issues->items) {
    DomainIssue issue;
    issue.name = tree.text_under(node, "name", std::to_string(read.domain.issues.size() + 1));
    if (const YamlNode* options = tree.need(node, "options")) issue.options = tree.texts(*options);
    if (issue.options.empty()) tree.fault(node, "issue \"" + issue.name + "\" has no options", "list them");
    read.domain.issues.push_back(std::move(issue));
  }
  for (std::size_t n = 0; n < parties->items.size(); ++n) read.domain.parties.push_back(read_party(tree, parties->items[n], n, read.domain.issues));
  if (!problems.empty()) return problems;
  return read;
}

}  // namespace modus::formats

// NegMAS folders (YAML, or JSON): one file whose type names an outcome space, one utility function a party.
#include <algorithm>
#include <cmath>

#include "modus/formats/domain_tree.h"

namespace modus::formats {
namespace {

using base::Problems;
using case_model::Domain;
using case_model::DomainIssue;
using case_model::DomainParty;

/// A list of options, a number of them, or the ends of a range of numbers.
DomainIssue read_issue(const DomainTree& tree, const YamlNode& node, std::size_t number) {
  DomainIssue issue;
  issue.name = tree.text_under(node, "name", std::to_string(number));
  const YamlNode* values = tree.need(node, "values");
  if (values == nullptr) return issue;
  const std::string type = tree.text_under(node, "type", "");
  const bool range = type.find("Contiguous") != std::string::npos || type.find("Continuous") != std::string::npos;
  if (values->is_text()) {
    issue.kind = DomainIssue::Kind::kWhole;
    issue.to = tree.number(*values) - 1;
  } else if (range && values->is_list() && values->items.size() == 2) {
    issue.kind = type.find("Continuous") != std::string::npos ? DomainIssue::Kind::kReal : DomainIssue::Kind::kWhole;
    issue.from = tree.number(values->items[0]);
    issue.to = tree.number(values->items[1]);
  } else {
    issue.options = tree.texts(*values);
  }
  if (issue.kind != DomainIssue::Kind::kNamed) issue.options = options_between(issue.from, issue.to, issue.kind);
  if (issue.options.empty()) tree.fault(node, "issue \"" + issue.name + "\" has no options", "list them, or give the ends of a range");
  return issue;
}

class UtilityFunction {
 public:
  UtilityFunction(const DomainTree& tree, const Domain& domain, std::vector<std::string>& notes) : tree_(tree), domain_(domain), notes_(notes) {}

  DomainParty read(const DomainText& file, const YamlNode& root) {
    party_.id = file.stem;
    party_.name = tree_.text_under(root, "name", file.stem);
    if (party_.name.find('/') != std::string::npos) party_.name = file.stem;  // where it was converted from, not a name
    party_.weights.assign(domain_.issues.size(), 1);
    for (const DomainIssue& issue : domain_.issues) party_.values.emplace_back(issue.options.size(), 0);
    read_function(root);
    return party_;
  }

 private:
  void read_function(const YamlNode& node) {
    const std::string type = tree_.text_under(node, "type", "");
    if (const auto value = tree_.number_under(node, "reserved_value"); value && std::isfinite(*value) && !party_.reservation) party_.reservation = *value;
    party_.bias += tree_.number_under(node, "bias").value_or(0);
    if (type.find("Discount") != std::string::npos) {
      if (const auto discount = tree_.number_under(node, "discount"); discount && *discount > 0 && *discount < 1) {
        party_.discount = *discount;
        notes_.push_back(party_.id + ": its discount is counted a step there; here it is what is left at the deadline.");
      }
      if (const YamlNode* inner = tree_.need(node, "ufun")) read_function(*inner);
      return;
    }
    if (const YamlNode* weights = node.find("weights"); weights != nullptr && !weights->is_blank()) read_weights(*weights);
    if (type.find("Affine") != std::string::npos || type == "LinearUtilityFunction") read_slopes();
    else if (const YamlNode* values = tree_.need(node, "values")) read_values(*values);
  }
  void read_weights(const YamlNode& node) {
    if (!node.is_list() || node.items.size() != domain_.issues.size()) {
      tree_.fault(node, "there are not as many weights as issues", "give one for each, in the order of the domain");
      return;
    }
    for (std::size_t n = 0; n < node.items.size(); ++n) party_.weights[n] = tree_.number(node.items[n]);
  }
  /// The number itself is the value.
  void read_slopes() {
    for (std::size_t n = 0; n < domain_.issues.size(); ++n) {
      for (std::size_t o = 0; o < party_.values[n].size(); ++o) party_.values[n][o] = read_real(domain_.issues[n].options[o]).value_or(static_cast<double>(o));
    }
  }
  void read_values(const YamlNode& node) {
    if (!(node.is_list() || node.is_map()) || node.items.size() != domain_.issues.size()) {
      tree_.fault(node, "there are not as many value functions as issues", "give one for each, in the order of the domain");
      return;
    }
    for (std::size_t n = 0; n < node.items.size(); ++n) {
      const auto place = node.is_map() ? place_of(node.keys[n]) : std::optional(n);
      if (place) party_.values[*place] = read_function_of(node.items[n], domain_.issues[*place]);
    }
  }
  [[nodiscard]] std::optional<std::size_t> place_of(const YamlNode& key) const {
    const auto found = std::ranges::find(domain_.issues, key.text, &DomainIssue::name);
    if (found == domain_.issues.end()) {
      tree_.fault(key, "issue \"" + key.text + "\" is not in the domain", "is this the profile of another domain?");
      return std::nullopt;
    }
    return static_cast<std::size_t>(found - domain_.issues.begin());
  }
  std::vector<double> read_function_of(const YamlNode& node, const DomainIssue& issue) {
    std::vector<double> values;
    const std::string type = tree_.text_under(node, "type", "");
    if (const YamlNode* mapping = node.is_map() ? node.find("mapping") : nullptr) return read_mapping(*mapping, issue);
    const double bias = tree_.number_under(node, "bias").value_or(0);
    const bool line = type == "AffineFun" || type == "LinearFun" || type == "IdentityFun" || type == "ConstFun";
    if (!line) tree_.fault(node, "\"" + type + "\" is no value function that is read", "use TableFun, AffineFun, LinearFun, IdentityFun or ConstFun");
    const double slope = type == "IdentityFun" ? 1 : tree_.number_under(node, "slope").value_or(0);
    for (std::size_t o = 0; o < issue.options.size(); ++o) values.push_back(slope * read_real(issue.options[o]).value_or(static_cast<double>(o)) + bias);
    return values;
  }
  std::vector<double> read_mapping(const YamlNode& mapping, const DomainIssue& issue) {
    if (mapping.is_map()) return values_by_option(tree_, mapping, issue);
    std::vector<double> values;
    if (mapping.is_list()) {
      for (const YamlNode& item : mapping.items) values.push_back(tree_.number(item));
    }
    if (values.size() != issue.options.size()) tree_.fault(mapping, "there are not as many values as options of \"" + issue.name + "\"", "give one for each");
    values.resize(issue.options.size());
    return values;
  }

  const DomainTree& tree_;
  const Domain& domain_;
  std::vector<std::string>& notes_;
  DomainParty party_;
};

}  // namespace

base::Result<DomainFile> read_negmas(const std::vector<DomainText>& files, const std::string& folder) {
  Problems problems;
  DomainFile read{{}, DomainFormat::kNegmas, {}};
  std::vector<std::pair<const DomainText*, YamlNode>> profiles;
  std::size_t domains = 0;
  for (const DomainText& file : files) {
    if (file.name.starts_with("_")) continue;  // NegMAS's own statistics
    auto tree = read_domain_tree(file);
    if (!tree.ok()) {
      problems.insert(problems.end(), tree.problems().begin(), tree.problems().end());
      continue;
    }
    const DomainTree values(file.name, problems);
    const std::string type = tree.value().is_map() ? values.text_under(tree.value(), "type", "") : "";
    const YamlNode* issues = tree.value().is_map() ? tree.value().find("issues") : nullptr;
    if (type.find("OutcomeSpace") != std::string::npos || (issues != nullptr && issues->is_list())) {
      ++domains;
      read.domain.name = values.text_under(tree.value(), "name", file.stem);
      read.domain.issues.clear();
      if (issues == nullptr || !issues->is_list()) values.fault(tree.value(), "has no list of issues", "write issues: with a name and values each");
      else for (std::size_t n = 0; n < issues->items.size(); ++n) read.domain.issues.push_back(read_issue(values, issues->items[n], n));
    } else if (type.find("Fun") != std::string::npos) {
      profiles.emplace_back(&file, std::move(tree.value()));
    }
  }
  if (domains != 1) problems.push_back({{folder, 0, 0}, "holds " + std::to_string(domains) + " domains (type: ...OutcomeSpace)", "put one domain and its utility functions into a folder"});
  if (profiles.empty()) problems.push_back({{folder, 0, 0}, "holds no utility function (type: ...UtilityFunction)", "put those of the parties beside the domain"});
  if (domains != 1) return problems;
  for (const auto& [file, root] : profiles) {
    const DomainTree tree(file->name, problems);
    read.domain.parties.push_back(UtilityFunction(tree, read.domain, read.notes).read(*file, root));
  }
  if (!problems.empty()) return problems;
  return read;
}

}  // namespace modus::formats

// GeniusWeb JSON: a domain with issuesValues, and profiles with a LinearAdditiveUtilitySpace. What a party has without
// a deal is a package; its utility is the reservation.
#include <algorithm>

#include "modus/formats/domain_tree.h"

namespace modus::formats {
namespace {

using base::Problems;
using case_model::Domain;
using case_model::DomainIssue;
using case_model::DomainParty;

/// {"values": [...]}, or {"range": ["low", "high", "step"]} of numbers.
DomainIssue read_issue(const DomainTree& tree, const YamlNode& key, const YamlNode& node) {
  DomainIssue issue;
  issue.name = key.text;
  if (const YamlNode* values = node.is_map() ? node.find("values") : nullptr) {
    issue.options = tree.texts(*values);
  } else if (const YamlNode* range = node.is_map() ? node.find("range") : nullptr; range != nullptr && range->is_list() && range->items.size() == 3) {
    std::vector<double> ends;
    for (const YamlNode& item : range->items) ends.push_back(item.is_text() ? read_real(item.text).value_or(0) : 0);
    const double steps = ends[2] > 0 ? (ends[1] - ends[0]) / ends[2] : -1;
    if (steps >= 0 && steps < static_cast<double>(case_model::DomainLimits::kOptions)) {
      for (std::size_t n = 0; static_cast<double>(n) <= steps + 1e-9; ++n) issue.options.push_back(option_text(ends[0] + static_cast<double>(n) * ends[2]));
      issue.kind = DomainIssue::Kind::kReal;
      issue.from = ends[0];
      issue.to = ends[1];
    }
  }
  if (issue.options.empty()) tree.fault(node, "issue \"" + issue.name + "\" has no options", "write {\"values\": [...]}");
  return issue;
}

std::vector<double> number_utils(const DomainTree& tree, const YamlNode& node, const DomainIssue& issue) {
  const auto get = [&](const char* key) { return tree.number_under(node, key).value_or(0); };
  const double low = get("lowValue");
  const double high = get("highValue");
  std::vector<double> values;
  for (const std::string& option : issue.options) {
    const double share = high > low ? std::clamp((read_real(option).value_or(low) - low) / (high - low), 0.0, 1.0) : 0;
    values.push_back(get("lowUtility") + share * (get("highUtility") - get("lowUtility")));
  }
  return values;
}

std::vector<double> read_values(const DomainTree& tree, const YamlNode& utilities, const DomainIssue& issue) {
  const std::vector<double> none(issue.options.size(), 0);
  const YamlNode* of = tree.need(utilities, issue.name);
  if (of == nullptr) return none;
  if (const YamlNode* numbers = of->is_map() ? of->find("numberutils") : nullptr) return number_utils(tree, *numbers, issue);
  const YamlNode* named = tree.need(*of, "discreteutils");
  const YamlNode* values = named == nullptr ? nullptr : tree.need(*named, "valueUtilities");
  return values == nullptr ? none : values_by_option(tree, *values, issue);
}

/// The options of the package that stands for no deal; an issue it leaves out counts as the party's worst option.
std::optional<double> read_reservation(const DomainTree& tree, const YamlNode& space, const Domain& domain, const DomainParty& party) {
  const YamlNode* bid = space.find("reservationBid");
  const YamlNode* chosen = bid != nullptr && bid->is_map() ? bid->find("issuevalues") : nullptr;
  if (chosen == nullptr || !chosen->is_map() || chosen->items.empty()) return std::nullopt;
  double sum = party.bias;
  for (std::size_t n = 0; n < domain.issues.size(); ++n) {
    const YamlNode* value = chosen->find(domain.issues[n].name);
    if (party.values[n].empty()) return std::nullopt;  // said of the domain already
    double worth = party.weights[n] * *std::ranges::min_element(party.values[n]);
    if (value != nullptr) {
      const auto& options = domain.issues[n].options;
      const auto found = std::ranges::find(options, value->text);
      if (found == options.end()) tree.fault(*value, "\"" + value->text + "\" is no option of issue \"" + domain.issues[n].name + "\"", "name one of the domain's");
      else worth = party.worth(n, static_cast<std::size_t>(found - options.begin()));
    }
    sum += worth;
  }
  return sum;
}

DomainParty read_profile(const DomainTree& tree, const DomainText& file, const YamlNode& space, const Domain& domain) {
  DomainParty party;
  party.id = file.stem;
  party.name = tree.text_under(space, "name", file.stem);
  party.weights.assign(domain.issues.size(), 0);
  for (const DomainIssue& issue : domain.issues) party.values.emplace_back(issue.options.size(), 0);
  const YamlNode* utilities = tree.need(space, "issueUtilities");
  const YamlNode* weights = tree.need(space, "issueWeights");
  if (utilities == nullptr || weights == nullptr) return party;
  for (std::size_t n = 0; n < domain.issues.size(); ++n) {
    party.values[n] = read_values(tree, *utilities, domain.issues[n]);
    if (const YamlNode* weight = tree.need(*weights, domain.issues[n].name)) party.weights[n] = tree.number(*weight);
  }
  for (const YamlNode& key : utilities->keys) {
    if (!std::ranges::count(domain.issues, key.text, &DomainIssue::name)) tree.fault(key, "issue \"" + key.text + "\" is not in the domain", "is this the profile of another domain?");
  }
  return party;
}

}  // namespace

base::Result<DomainFile> read_geniusweb(const std::vector<DomainText>& files, const std::string& folder) {
  Problems problems;
  DomainFile read{{}, DomainFormat::kGeniusWeb, {}};
  std::vector<std::pair<const DomainText*, YamlNode>> profiles;
  std::size_t domains = 0;
  for (const DomainText& file : files) {
    auto tree = read_domain_tree(file);
    if (!tree.ok()) {
      problems.insert(problems.end(), tree.problems().begin(), tree.problems().end());
      continue;
    }
    if (tree.value().find("LinearAdditiveUtilitySpace") != nullptr) profiles.emplace_back(&file, std::move(tree.value()));
    else if (const YamlNode* issues = tree.value().find("issuesValues"); issues != nullptr && issues->is_map()) {
      ++domains;
      const DomainTree values(file.name, problems);
      read.domain.name = values.text_under(tree.value(), "name", file.stem);
      read.domain.issues.clear();
      for (std::size_t n = 0; n < issues->items.size(); ++n) read.domain.issues.push_back(read_issue(values, issues->keys[n], issues->items[n]));
    }
  }
  if (domains != 1) problems.push_back({{folder, 0, 0}, "holds " + std::to_string(domains) + " domains (\"issuesValues\")", "put one domain and its profiles into a folder"});
  if (profiles.empty()) problems.push_back({{folder, 0, 0}, "holds no profile (\"LinearAdditiveUtilitySpace\")", "put the profiles of the parties beside the domain"});
  if (domains != 1) return problems;
  for (const auto& [file, root] : profiles) {
    const DomainTree tree(file->name, problems);
    const YamlNode& space = *root.find("LinearAdditiveUtilitySpace");
    DomainParty party = read_profile(tree, *file, space, read.domain);
    check_weights(party.weights, tree.place(space), problems);
    party.reservation = read_reservation(tree, space, read.domain, party);
    read.domain.parties.push_back(std::move(party));
  }
  if (!problems.empty()) return problems;
  return read;
}

}  // namespace modus::formats

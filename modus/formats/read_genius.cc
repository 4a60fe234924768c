// GENIUS XML. Meanings are those of GENIUS's own classes: a named option is worth its evaluation divided by the
// greatest evaluation of the issue; a whole number slope * (number - lower bound) + offset, a real one
// slope * number + offset, both clamped to 0..1; a missing reservation is 0.
#include <algorithm>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>

#include "modus/base/number.h"
#include "modus/formats/reading_domain.h"

namespace modus::formats {
namespace {

using base::Place;
using base::Problems;
using case_model::Domain;
using case_model::DomainBox;
using case_model::DomainIssue;
using case_model::DomainParty;

/// Evaluations below this count as none, as in GENIUS.
constexpr double kNoEvaluation = 1e-5;

class XmlFile {
 public:
  XmlFile(const DomainText& file, Problems& problems) : file_(file), problems_(problems) {
    const auto parsed = document_.load_buffer(file.text.data(), file.text.size(), pugi::parse_default, pugi::encoding_auto);
    good_ = static_cast<bool>(parsed);
    if (!good_) problems.push_back({place(parsed.offset), std::string("is no well-formed XML: ") + parsed.description(), "repair it there"});
  }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }
  [[nodiscard]] const DomainText& file() const { return file_; }
  [[nodiscard]] Place place(std::ptrdiff_t offset) const {
    const auto end = file_.text.begin() + std::min<std::ptrdiff_t>(std::max<std::ptrdiff_t>(offset, 0), std::ssize(file_.text));
    return {file_.name, 1 + static_cast<int>(std::count(file_.text.begin(), end, '\n')), 0};
  }
  [[nodiscard]] Place place(const pugi::xml_node& node) const { return place(node.offset_debug()); }
  void fault(const pugi::xml_node& node, std::string what, std::string fix) const {
    problems_.push_back({place(node), std::move(what), std::move(fix)});
  }
  /// The number in an attribute; a problem where it is none or missing without a default.
  [[nodiscard]] double number(const pugi::xml_node& node, const char* name, std::optional<double> missing = {}) const {
    const pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute && missing) return *missing;
    const auto value = read_real(attribute.value());
    if (!value) {
      fault(node, "<" + std::string(node.name()) + "> has " + (attribute ? "\"" + std::string(attribute.value()) + "\" as " : "no ") + name,
            "write a number there");
    }
    return value.value_or(0);
  }

 private:
  const DomainText& file_;
  Problems& problems_;
  pugi::xml_document document_;
  bool good_ = false;
};

/// All such elements under the root, whatever they lie in; in the order of the file.
std::vector<pugi::xml_node> all_of(const pugi::xml_node& root, std::string_view name) {
  struct Collector : pugi::xml_tree_walker {
    std::string_view name;
    std::vector<pugi::xml_node> found;
    bool for_each(pugi::xml_node& node) override {
      if (node.name() == name) found.push_back(node);
      return true;
    }
  };
  Collector collector;
  collector.name = name;
  pugi::xml_node start = root;
  start.traverse(collector);
  return collector.found;
}

std::string kind_of(const pugi::xml_node& issue) {
  for (const char* name : {"vtype", "type", "etype"}) {
    if (const pugi::xml_attribute attribute = issue.attribute(name)) return attribute.value();
  }
  return "discrete";
}

pugi::xml_node range_of(const pugi::xml_node& issue) { return issue.attribute("lowerbound") ? issue : issue.child("range"); }

/// An issue of the domain, with the number files know it by.
struct Numbered {
  int index = 0;
  DomainIssue issue;
};

Numbered read_issue(const XmlFile& xml, const pugi::xml_node& node) {
  Numbered read{node.attribute("index").as_int(), {}};
  read.issue.name = node.attribute("name").value();
  const std::string kind = kind_of(node);
  if (kind == "integer" || kind == "real") {
    read.issue.kind = kind == "integer" ? DomainIssue::Kind::kWhole : DomainIssue::Kind::kReal;
    read.issue.from = xml.number(range_of(node), "lowerbound");
    read.issue.to = xml.number(range_of(node), "upperbound");
    read.issue.options = options_between(read.issue.from, read.issue.to, read.issue.kind);
    if (read.issue.options.empty()) xml.fault(node, "the range of issue \"" + read.issue.name + "\" is empty or too large", "give a lower bound below the upper one, with at most 100,000 numbers between");
    return read;
  }
  if (kind != "discrete") xml.fault(node, "issue \"" + read.issue.name + "\" is of kind \"" + kind + "\"", "it can be discrete, integer or real");
  std::set<std::string> seen;
  for (const pugi::xml_node& item : node.children("item")) {
    const std::string value = item.attribute("value").value();
    if (seen.insert(value).second) read.issue.options.push_back(value);
  }
  if (read.issue.options.empty()) xml.fault(node, "issue \"" + read.issue.name + "\" has no <item>", "list its options, one <item value=...> each");
  return read;
}

std::vector<double> evaluations(const XmlFile& xml, const pugi::xml_node& node, const DomainIssue& issue) {
  std::map<std::string, double> given;
  for (const pugi::xml_node& item : node.children("item")) {
    const double value = xml.number(item, "evaluation");
    given.insert_or_assign(item.attribute("value").value(), value);  // of repeated ones the last, as in GENIUS
    if (value < 0) xml.fault(item, "the evaluation of \"" + std::string(item.attribute("value").value()) + "\" is below 0", "give one of 0 or more");
  }
  double most = 0;
  for (const auto& [option, value] : given) most = std::max(most, value);
  std::vector<double> values;
  for (const std::string& option : issue.options) {
    const auto found = given.find(option);
    if (found == given.end()) xml.fault(node, "issue \"" + issue.name + "\" has no evaluation of \"" + option + "\"", "add an <item value=\"" + option + "\" evaluation=...>");
    values.push_back(found == given.end() || most < kNoEvaluation ? 0 : found->second / most);
  }
  for (const auto& [option, value] : given) {
    if (!std::ranges::count(issue.options, option)) xml.fault(node, "\"" + option + "\" is no option of issue \"" + issue.name + "\" in the domain", "take it out, or add it to the domain");
  }
  return values;
}

/// What a number is worth by the issue's evaluator.
std::vector<double> evaluator_values(const XmlFile& xml, const pugi::xml_node& node, const DomainIssue& issue) {
  const pugi::xml_node evaluator = node.child("evaluator");
  const std::string kind = evaluator.attribute("ftype").value();
  const bool whole = issue.kind == DomainIssue::Kind::kWhole;
  const auto get = [&](const char* name, const char* other, double missing) {
    return evaluator.attribute(name) ? xml.number(evaluator, name) : xml.number(evaluator, other, missing);
  };
  std::vector<double> values;
  if (!evaluator || (kind != "linear" && kind != "triangular" && kind != "constant")) {
    xml.fault(node, "issue \"" + issue.name + "\" has no evaluator that is known", "write <evaluator ftype=\"linear\" slope=... offset=...>, triangular or constant");
    return std::vector<double>(issue.options.size(), 0);
  }
  for (const std::string& option : issue.options) {
    const double number = read_real(option).value_or(0);
    double value = 0;
    if (kind == "linear") {
      value = get("slope", "parameter1", 0) * (whole ? number - issue.from : number) + get("offset", "parameter0", 0);
    } else if (kind == "constant") {
      value = get("parameter0", "offset", 0);
    } else {
      const double start = get("parameter0", "start", issue.from);
      const double end = get("parameter1", "end", issue.to);
      const double top = get("parameter2", "top", (start + end) / 2);
      if (number >= start && number <= top) value = top > start ? (number - start) / (top - start) : 1;
      if (number > top && number <= end) value = (end - number) / (end - top);
    }
    values.push_back(std::clamp(value, 0.0, 1.0));
  }
  return values;
}

/// A profile of one party against the domain's issues.
class Profile {
 public:
  Profile(const XmlFile& xml, const std::vector<Numbered>& issues, Problems& problems, std::vector<std::string>& notes)
      : xml_(xml), issues_(issues), problems_(problems), notes_(notes) {}

  DomainParty read() {
    party_.id = xml_.file().stem;
    party_.name = xml_.file().stem;
    party_.weights.assign(issues_.size(), 0);
    party_.values.resize(issues_.size());
    for (std::size_t n = 0; n < issues_.size(); ++n) party_.values[n].assign(issues_[n].issue.options.size(), 0);
    read_numbers();
    const bool boxes = !all_of(xml_.root(), "hyperRectangle").empty();
    if (boxes) {
      read_boxes();
    } else {
      read_sum();
    }
    read_no_deal();
    return party_;
  }

 private:
  /// An issue is known by its name; the profile may number issues in its own way.
  [[nodiscard]] std::optional<std::size_t> place_of(const std::string& name) const {
    const auto found = std::ranges::find_if(issues_, [&](const Numbered& issue) { return issue.issue.name == name; });
    if (found == issues_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - issues_.begin());
  }
  [[nodiscard]] std::optional<std::size_t> place_of(int index) const {
    const auto found = places_.find(index);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }
  /// Which issue each number of this profile stands for.
  void read_numbers() {
    for (std::size_t n = 0; n < issues_.size(); ++n) places_.emplace(issues_[n].index, n);
    std::map<int, std::size_t> own;
    for (const pugi::xml_node& node : all_of(xml_.root(), "issue")) {
      if (const auto place = place_of(std::string(node.attribute("name").value()))) own[node.attribute("index").as_int()] = *place;
    }
    if (!own.empty()) places_ = own;
  }

  void read_sum() {
    std::vector<bool> seen(issues_.size(), false);
    for (const pugi::xml_node& node : all_of(xml_.root(), "issue")) {
      const auto place = place_of(std::string(node.attribute("name").value()));
      if (!place) {
        xml_.fault(node, "issue \"" + std::string(node.attribute("name").value()) + "\" is not in the domain", "is this the profile of another domain?");
        continue;
      }
      const DomainIssue& issue = issues_[*place].issue;
      seen[*place] = true;
      party_.values[*place] = issue.kind == DomainIssue::Kind::kNamed ? evaluations(xml_, node, issue) : evaluator_values(xml_, node, issue);
    }
    for (std::size_t n = 0; n < seen.size(); ++n) {
      if (!seen[n]) problems_.push_back({{xml_.file().name, 0, 0}, "says nothing of issue \"" + issues_[n].issue.name + "\"", "add the issue with the worth of its options"});
    }
    read_weights();
  }
  void read_weights() {
    for (const pugi::xml_node& node : all_of(xml_.root(), "weight")) {
      const double value = xml_.number(node, "value");
      if (const auto place = place_of(node.attribute("index").as_int())) party_.weights[*place] = value;
      if (value < 0) xml_.fault(node, "a weight is below 0", "give one of 0 or more");
    }
    double sum = 0;
    for (const double weight : party_.weights) sum += weight;
    if (sum <= 0) problems_.push_back({{xml_.file().name, 0, 0}, "the weights sum to 0", "give each issue its weight"});
    if (std::abs(sum - 1) > kWeightSlack) {
      notes_.push_back(xml_.file().name + ": the weights sum to " + base::write_fixed(sum, 4) + ", not 1; utilities are the sum as it stands, not cut at 1 as GENIUS cuts them.");
    }
  }
  void read_boxes() {
    std::fill(party_.weights.begin(), party_.weights.end(), 1.0);
    const pugi::xml_node utility = xml_.root().child("utility");
    const double most = xml_.number(utility, "maxutility", 1);
    for (const pugi::xml_node& node : all_of(xml_.root(), "hyperRectangle")) {
      DomainBox box;
      box.amount = xml_.number(node, "utility") * xml_.number(node.parent(), "weight", 1) / (most > 0 ? most : 1);
      for (const pugi::xml_node& range : node.children("INCLUDES")) add_range(range, box);
      std::ranges::sort(box.ranges, {}, &DomainBox::Range::issue);
      if (box.amount != 0) party_.boxes.push_back(std::move(box));
    }
    party_.cap = 1;
  }
  void add_range(const pugi::xml_node& node, DomainBox& box) {
    const auto place = place_of(node.attribute("index").as_int());
    if (!place) {
      xml_.fault(node, "a rectangle names issue " + std::string(node.attribute("index").value()) + ", which the domain does not have", "is this the profile of another domain?");
      return;
    }
    const std::vector<std::string>& options = issues_[*place].issue.options;
    const double low = xml_.number(node, "min");
    const double high = xml_.number(node, "max");
    DomainBox::Range range{*place, options.size(), 0};
    for (std::size_t n = 0; n < options.size(); ++n) {
      const double number = read_real(options[n]).value_or(static_cast<double>(n));
      if (number < low || number > high) continue;
      range.first = std::min(range.first, n);
      range.last = n;
    }
    if (range.first > range.last) box.amount = 0;
    box.ranges.push_back(range);
  }
  void read_no_deal() {
    party_.reservation = 0;
    for (const pugi::xml_node& node : all_of(xml_.root(), "reservation")) party_.reservation = xml_.number(node, "value");
    for (const pugi::xml_node& node : all_of(xml_.root(), "discount_factor")) {
      const double value = xml_.number(node, "value");
      if (value > 0 && value < 1) party_.discount = value;
      if (value < 0 || value > 1) notes_.push_back(xml_.file().name + ": a discount factor outside 0..1 counts as none, as in GENIUS.");
    }
  }

  const XmlFile& xml_;
  const std::vector<Numbered>& issues_;
  Problems& problems_;
  std::vector<std::string>& notes_;
  std::map<int, std::size_t> places_;
  DomainParty party_;
};

std::vector<Numbered> read_issues(const XmlFile& xml, Problems& problems) {
  std::vector<Numbered> issues;
  std::set<int> numbers;
  for (const pugi::xml_node& node : all_of(xml.root(), "issue")) {
    if (issues.size() == case_model::DomainLimits::kIssues) {
      xml.fault(node, "has more than 1,000 issues", "that is more than is read");
      break;
    }
    issues.push_back(read_issue(xml, node));
    if (!numbers.insert(issues.back().index).second) xml.fault(node, "two issues have the index " + std::to_string(issues.back().index), "give each its own");
  }
  if (issues.empty()) problems.push_back({{xml.file().name, 1, 0}, "has no <issue>", "list what is negotiated, one <issue> each"});
  std::ranges::stable_sort(issues, {}, &Numbered::index);
  return issues;
}

}  // namespace

base::Result<DomainFile> read_genius(const std::vector<DomainText>& files, const std::string& folder) {
  Problems problems;
  std::vector<std::unique_ptr<XmlFile>> domains;
  std::vector<std::unique_ptr<XmlFile>> profiles;
  for (const DomainText& file : files) {
    auto xml = std::make_unique<XmlFile>(file, problems);
    if (!xml->good()) continue;
    const std::string root = xml->root().name();
    if (root == "negotiation_template") domains.push_back(std::move(xml));
    else if (root == "utility_space") profiles.push_back(std::move(xml));
  }
  if (domains.size() != 1) {
    problems.push_back({{folder, 0, 0}, "holds " + std::to_string(domains.size()) + " domains (<negotiation_template>)", "put one domain and its profiles into a folder"});
  }
  if (profiles.empty()) problems.push_back({{folder, 0, 0}, "holds no profile (<utility_space>)", "put the profiles of the parties beside the domain"});
  if (domains.size() != 1) return problems;
  DomainFile read{{}, DomainFormat::kGenius, {}};
  const std::vector<Numbered> issues = read_issues(*domains.front(), problems);
  read.domain.name = domains.front()->file().stem;
  for (const Numbered& issue : issues) read.domain.issues.push_back(issue.issue);
  for (const auto& profile : profiles) read.domain.parties.push_back(Profile(*profile, issues, problems, read.notes).read());
  if (!problems.empty()) return problems;
  return read;
}

}  // namespace modus::formats

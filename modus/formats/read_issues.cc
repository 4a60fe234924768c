// Issues and the ways to settle them.
#include <algorithm>

#include "modus/base/text.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::CaseLimits;
using case_model::Issue;
using case_model::Option;
using case_model::Range;

Option read_option(Reading& reading, const std::string& id, const YamlNode& node) {
  Option option;
  option.id = option.name = id;
  if (node.is_text()) {
    option.name = reading.text(node, "the name of an option").value_or(id);
    return option;
  }
  Fields fields(reading, node, "option");
  if (const std::string name = fields.text("name"); !name.empty()) option.name = name;
  if (const YamlNode* needs = fields.find("needs")) option.needs = reading.parties(*needs, "'needs'", true);
  if (const YamlNode* costs = fields.find("costs")) option.burden = read_burden(reading, *costs);
  return option;
}

void read_named(Reading& reading, const YamlNode& node, Issue& issue) {
  const auto all = reading.entries(node, "'options'");
  if (all.empty() || all.size() > CaseLimits::kOptions) {
    reading.add(node, "the issue " + shown(issue.id) + " has " + std::to_string(all.size()) + " options",
                "from 1 to " + std::to_string(CaseLimits::kOptions) + ", written {id: name, id: name}");
    return;
  }
  std::vector<std::pair<Option, const YamlNode*>> read;
  for (const auto& [key, value] : all) {
    if (const auto id = reading.id(*key, "an option")) read.emplace_back(read_option(reading, *id, *value), value);
  }
  std::sort(read.begin(), read.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
  std::vector<const YamlNode*> nodes;
  for (auto& [option, value] : read) {
    issue.options.push_back(std::move(option));
    nodes.push_back(value);
  }
  read_mixes(reading, nodes, issue);
}

// Amounts are counted in units of the finest of the three numbers, so that steps add up exactly.
struct Steps {
  Exact from = 0, step = 0, count = 0;
};

std::optional<Steps> count_steps(Reading& reading, const YamlNode& node, const Range& range) {
  const Exact width = exact(range.to) - exact(range.from);
  const Exact step = exact(range.step);
  if (width < 0) {
    reading.add(node,
                "the range is upside down: from " + base::write_decimal(range.from) + " to " +
                    base::write_decimal(range.to),
                "exchange from and to");
  } else if (step <= 0) {
    reading.add(node, "the step " + base::write_decimal(range.step) + " leads nowhere", "a step above 0");
  } else if (width % step != 0) {
    reading.add(node,
                "steps of " + base::write_decimal(range.step) + " from " + base::write_decimal(range.from) +
                    " do not end at " + base::write_decimal(range.to),
                "choose a step that divides the width of the range");
  } else if (width / step + 1 > static_cast<Exact>(CaseLimits::kOptions)) {
    reading.add(node, "more than " + std::to_string(CaseLimits::kOptions) + " steps", "a larger step");
  } else {
    return Steps{exact(range.from), step, width / step + 1};
  }
  return std::nullopt;
}

void list_amounts(Reading& reading, const YamlNode& node, const Steps& steps, Issue& issue) {
  for (Exact i = 0; i < steps.count; ++i) {
    const auto amount = decimal_of(steps.from + i * steps.step);
    if (!amount) {
      reading.add(node, "an amount on this range has more than 15 digits",
                  "use a larger unit or a coarser step");
      issue.options = {};
      return;
    }
    Option option;
    option.amount = *amount;
    option.id = base::write_decimal(*amount);
    option.name = option.id + (issue.range->unit.empty() ? "" : " " + issue.range->unit);
    issue.options.push_back(option);
  }
}

void read_range(Reading& reading, const YamlNode& node, Issue& issue) {
  Fields fields(reading, node, "range");
  const auto from = fields.read_required("from", &Reading::decimal, "'from'");
  const auto to = fields.read_required("to", &Reading::decimal, "'to'");
  const auto step = fields.read_required("step", &Reading::decimal, "'step'");
  const std::string unit = fields.text("unit");
  if (!from || !to || !step) return;
  issue.range = Range{*from, *to, *step, unit};
  if (const auto steps = count_steps(reading, node, *issue.range)) list_amounts(reading, node, *steps, issue);
}

Issue read_issue(Reading& reading, const std::string& id, const YamlNode& key, const YamlNode& node) {
  Issue issue;
  issue.id = id;
  issue.where = reading.place(key);
  Fields fields(reading, node, "issue");
  issue.name = fields.text("name");
  if (issue.name.empty()) issue.name = id;
  const YamlNode* options = fields.find("options");
  const YamlNode* range = fields.find("range");
  if ((options == nullptr) == (range == nullptr)) {
    reading.add(
        key,
        "the issue " + shown(id) +
            (options == nullptr ? " has neither options nor a range" : " has both options and a range"),
        "give it either 'options' or a 'range'");
  } else if (options != nullptr) {
    read_named(reading, *options, issue);
  } else {
    read_range(reading, *range, issue);
  }
  if (const YamlNode* by = fields.find("carried_out_by"))
    issue.carried_out_by = reading.parties(*by, "'carried_out_by'");
  return issue;
}

}  // namespace

void read_issues(Reading& reading, Fields& root) {
  const YamlNode* node = root.require("issues");
  if (node == nullptr) return;
  auto all = reading.entries(*node, "'issues'");
  if (all.empty() || all.size() > CaseLimits::kIssues) {
    reading.add(*node, std::to_string(all.size()) + " issues",
                "from 1 to " + std::to_string(CaseLimits::kIssues));
    all.resize(std::min(all.size(), CaseLimits::kIssues));
  }
  std::vector<Issue> read;
  for (const auto& [key, value] : all) {
    if (const auto id = reading.id(*key, "an issue")) read.push_back(read_issue(reading, *id, *key, *value));
  }
  std::sort(read.begin(), read.end(), [](const Issue& a, const Issue& b) { return a.id < b.id; });
  for (Issue& issue : read) {
    if (issue.options.empty()) reading.broken_issues.push_back(issue.id);
    reading.subject.issues.push_back(std::move(issue));
  }
}

}  // namespace modus::formats

// What the analyst assumes about each party, no-deal values aside.
#include <algorithm>

#include "modus/base/text.h"
#include "modus/case_model/canonical_order.h"
#include "modus/formats/read_no_deal.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Adjustment;
using case_model::Issue;
using case_model::IssueIndex;
using case_model::Judgments;
using case_model::OptionIndex;
using case_model::ScaleWants;

// One party's judgments while they are read.
struct Context {
  Reading& reading;
  Judgments& judgments;

  void note(const std::string& name, const YamlNode& node) const {
    judgments.places.emplace(name, reading.place(node));
  }
  [[nodiscard]] const Issue& issue(IssueIndex index) const { return reading.subject.issues[index]; }
};

// Calls read(issue, value) for each entry `issue: value`, where the issue is known; says whether there was
// any.
template <class Read>
bool for_each_issue(const Context& context, const YamlNode& node, const std::string& name, Read read) {
  bool any = false;
  for (const auto& [key, value] : context.reading.entries(node, "'" + name + "'")) {
    const auto issue = context.reading.issue(*key);
    if (!issue || value->is_blank()) continue;
    any = true;
    context.note(name + "." + key->text, *key);
    read(*issue, *value);
  }
  return any;
}

bool require_named(const Context& context, const YamlNode& node, IssueIndex index, const std::string& name) {
  const bool scale = context.issue(index).range.has_value();
  if (scale)
    context.reading.add(node, "'" + name + "' for " + shown(context.issue(index).id) + ", which is a scale",
                        "use 'scales' to say what is better there");
  return !scale;
}

void read_order(const Context& context, IssueIndex index, const YamlNode& node) {
  if (!require_named(context, node, index, "order")) return;
  std::vector<OptionIndex> order;
  for (const YamlNode* item : context.reading.items(node, "an order")) {
    const auto option = context.reading.option(index, *item);
    if (!option) continue;
    if (std::find(order.begin(), order.end(), *option) != order.end()) {
      context.reading.add(*item, shown(item->text) + " stands twice in the order", "name each option once");
    } else {
      order.push_back(*option);
    }
  }
  std::vector<std::string> missing;
  const Issue& issue = context.issue(index);
  for (const OptionIndex option : issue.options.indices()) {
    if (std::find(order.begin(), order.end(), option) == order.end())
      missing.push_back(issue.options[option].id);
  }
  if (missing.size() > 20) missing.resize(20);
  if (!missing.empty())
    context.reading.add(node, "the order of " + shown(issue.id) + " leaves out " + base::join_words(missing),
                        "name every option, best first");
  context.judgments.order[index] = std::move(order);
}

void read_scores(const Context& context, IssueIndex index, const YamlNode& node) {
  if (!require_named(context, node, index, "scores")) return;
  const std::string& issue = context.issue(index).id;
  for (const auto& [key, value] : context.reading.entries(node, "scores of an issue")) {
    const auto option = context.reading.option(index, *key);
    const auto score = context.reading.interval(*value, kScore);
    if (!option || !score) continue;
    context.judgments.scores[index].emplace(*option, *score);
    context.note("scores." + issue + "." + key->text, *key);
  }
}

std::optional<base::Decimal> read_peak(const Context& context, IssueIndex index, const YamlNode& node) {
  const auto option = context.reading.option(index, node);
  if (!option) return std::nullopt;
  const auto& options = context.issue(index).options;
  if (option->value > 0 && option->value + 1 < options.size()) return options[*option].amount;
  context.reading.add(node, "the peak lies at an end of the range", "write 'better: more' or 'better: less'");
  return std::nullopt;
}

void read_better(const Context& context, const YamlNode& node, ScaleWants& wants) {
  if (node.text == "more") {
    wants.better = ScaleWants::Better::kMore;
  } else if (node.text == "less") {
    wants.better = ScaleWants::Better::kLess;
  } else {
    context.reading.add(node, "'better' is neither more nor less",
                        "write more or less, or 'peak:' and an amount");
  }
}

void read_scale(const Context& context, IssueIndex index, const YamlNode& node) {
  if (!context.issue(index).range) {
    context.reading.add(node, "'scales' for " + shown(context.issue(index).id) + ", which has named options",
                        "use 'order' or 'scores'");
    return;
  }
  Fields fields(context.reading, node, "scale");
  const YamlNode* better = fields.find("better");
  const YamlNode* peak = fields.find("peak");
  if ((better == nullptr) == (peak == nullptr)) {
    context.reading.add(node, better == nullptr ? "neither 'better' nor 'peak'" : "both 'better' and 'peak'",
                        "say which direction is better, or give the one best amount");
    return;
  }
  ScaleWants wants;
  if (better != nullptr) read_better(context, *better, wants);
  if (peak != nullptr) {
    wants.better = ScaleWants::Better::kPeak;
    wants.peak = read_peak(context, index, *peak).value_or(base::Decimal());
  }
  const YamlNode* shape = fields.find("shape");
  wants.linear = shape != nullptr;
  if (shape != nullptr && shape->text != "linear")
    context.reading.add(*shape, "the only shape is linear", "write 'shape: linear', or leave it out");
  context.judgments.scales[index] = wants;
}

void read_adjustments(const Context& context, const YamlNode& node) {
  Reading& reading = context.reading;
  auto& adjust = context.judgments.adjust;
  for (const YamlNode* item : reading.items(node, "'adjust'", kMostConditions)) {
    Fields fields(reading, *item, "adjustment");
    auto when = fields.read_required("when", &Reading::condition);
    const auto by = fields.read_required("by", &Reading::interval, kSignedPoints);
    std::string why = fields.text("why");
    if (when && by) adjust.push_back({std::move(*when), *by, std::move(why), reading.place(*item)});
  }
  put_in_order(adjust, reading.subject.issues);
}

// One reason for all, or one by the name of the judgment: "weights", or "weights.crews".
void read_why(const Context& context, const YamlNode& node) {
  Reading& reading = context.reading;
  if (node.is_text()) {
    context.judgments.why.emplace("", node.text);
    return;
  }
  std::vector<std::string> names;
  for (const auto& [name, place] : context.judgments.places) names.push_back(name);
  for (const auto& [key, value] : reading.entries(node, "'why'")) {
    const auto reason = reading.text(*value, "a reason");
    if (context.judgments.places.find(key->text) == context.judgments.places.end()) {
      reading.add(*key, "a reason for " + shown(key->text) + ", on which there is no judgment",
                  reading.suggest(key->text, names));
    } else if (reason) {
      context.judgments.why.emplace(key->text, *reason);
    }
  }
}

Judgments blank(std::size_t issues) {
  Judgments judgments;
  judgments.order.assign(issues, {});
  judgments.scores.assign(issues, {});
  judgments.scales.assign(issues, {});
  judgments.weights.assign(issues, {});
  judgments.beliefs.assign(issues, {});
  return judgments;
}

bool says_anything(const case_model::NoDeal& no_deal) {
  return no_deal.value || !no_deal.lottery.empty() || no_deal.cost_per_month || !no_deal.why.empty();
}

void read_party(Reading& reading, const YamlNode& node, Judgments& judgments) {
  const Context context{reading, judgments};
  Fields fields(reading, node, "judgments");
  // A key that says nothing, such as an empty list, counts as absent.
  const auto part = [&](const std::string& name, auto read) {
    const YamlNode* value = fields.find(name);
    if (value == nullptr || !read(*value)) return;
    judgments.stated = true;
    context.note(name, *value);
  };
  const auto by_issue = [&](const std::string& name, auto read) {
    part(name, [&](const YamlNode& value) {
      return for_each_issue(context, value, name,
                            [&](IssueIndex index, const YamlNode& item) { read(context, index, item); });
    });
  };
  by_issue("order", read_order);
  by_issue("scores", read_scores);
  by_issue("scales", read_scale);
  by_issue("weights", [](const Context& c, IssueIndex index, const YamlNode& item) {
    c.judgments.weights[index] = c.reading.interval(item, kShare);
  });
  part("adjust", [&](const YamlNode& value) {
    read_adjustments(context, value);
    return !judgments.adjust.empty();
  });
  part("stalling", [&](const YamlNode& value) {
    judgments.stalling = reading.interval(value, kChance);
    return judgments.stalling.has_value();
  });
  part("no_deal", [&](const YamlNode& value) {
    judgments.no_deal = read_no_deal(reading, value);
    return says_anything(judgments.no_deal);
  });
  if (const YamlNode* why = fields.find("why")) read_why(context, *why);
}

}  // namespace

void read_judgments(Reading& reading, Fields& root) {
  auto& all = reading.subject.judgments;
  all.assign(reading.subject.parties.size(), blank(reading.subject.issues.size()));
  const YamlNode* node = root.find("judgments");
  if (node == nullptr) return;
  for (const auto& [key, value] : reading.entries(*node, "'judgments'")) {
    if (const auto party = reading.party(*key)) read_party(reading, *value, all[*party]);
  }
}

}  // namespace modus::formats

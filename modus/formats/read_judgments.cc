// What the analyst assumes about each party, no-deal values aside.
#include <algorithm>

#include "modus/base/text.h"
#include "modus/case_model/canonical_order.h"
#include "modus/case_model/judgment_names.h"
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

// A phased or contingent option is worth what its branches are worth.
bool require_whole(const Context& context, const YamlNode& node, IssueIndex index, OptionIndex option) {
  const bool mix = context.issue(index).options[option].mix.has_value();
  if (mix)
    context.reading.add(node, shown(node.text) + " is made of other options, and its place follows from theirs",
                        "leave it out here");
  return !mix;
}

void read_order(const Context& context, IssueIndex index, const YamlNode& node) {
  if (!require_named(context, node, index, "order")) return;
  std::vector<OptionIndex> order;
  for (const YamlNode* item : context.reading.items(node, "an order")) {
    const auto option = context.reading.option(index, *item);
    if (!option || !require_whole(context, *item, index, *option)) continue;
    if (std::find(order.begin(), order.end(), *option) != order.end()) {
      context.reading.add(*item, shown(item->text) + " stands twice in the order", "name each option once");
    } else {
      order.push_back(*option);
    }
  }
  std::vector<std::string> missing;
  const Issue& issue = context.issue(index);
  for (const OptionIndex option : issue.options.indices()) {
    if (!issue.options[option].mix && std::find(order.begin(), order.end(), option) == order.end())
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
    if (!option || !score || !require_whole(context, *key, index, *option)) continue;
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
    const auto label = fields.read("label", &Reading::label);
    if (when && by) adjust.push_back({std::move(*when), *by, std::move(why), reading.place(*item), label});
  }
  put_in_order(adjust, reading.subject.issues);
}

void read_beliefs(const Context& context, IssueIndex index, const YamlNode& node) {
  const Issue& issue = context.issue(index);
  for (const auto& [key, value] : context.reading.entries(node, "beliefs on an issue")) {
    const auto option = context.reading.option(index, *key);
    const auto chance = context.reading.interval(*value, kChance);
    if (!option || !chance) continue;
    const auto& mix = issue.options[*option].mix;
    if (!mix || mix->kind != case_model::Mix::Kind::kContingent) {
      context.reading.add(*key, "a belief about " + shown(key->text) + ", which is not contingent",
                          "beliefs are chances of what an option with 'if' hangs on");
      continue;
    }
    context.judgments.beliefs[index].emplace(*option, *chance);
    context.note("beliefs." + issue.id + "." + key->text, *key);
  }
}

void read_asking(const Context& context, const YamlNode& node) {
  Reading& reading = context.reading;
  case_model::Asking& asking = context.judgments.asking;
  Fields fields(reading, node, "asking");
  if (const YamlNode* honest = fields.find("honest"))
    read_honesty(reading, *honest, asking.honest_public, asking.honest_private);
  asking.leak = fields.read("leak", &Reading::number, kChance);
  asking.leak_costs = fields.read("leak_costs", &Reading::number, kShare);
}

void read_labels(const Context& context, const YamlNode& node) {
  Reading& reading = context.reading;
  const std::vector<std::string> names(case_model::kJudgmentNames.begin(), case_model::kJudgmentNames.end());
  for (const auto& [key, value] : reading.entries(node, "'labels'")) {
    const auto label = reading.label(*value);
    if (std::find(names.begin(), names.end(), key->text) == names.end()) {
      reading.add(*key, "no judgment is named " + shown(key->text), reading.suggest(key->text, names));
    } else if (label) {
      context.judgments.labels.emplace(key->text, *label);
    }
  }
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

void read_party(Reading& reading, const YamlNode& node, Judgments& judgments) {
  const Context context{reading, judgments};
  Fields fields(reading, node, "judgments");
  // A key that says nothing, such as an empty list, counts as absent.
  const auto part = [&](const std::string& name, auto read) {
    const YamlNode* value = fields.find(name);
    if (value == nullptr || !read(*value)) return;
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
  part("impatience", [&](const YamlNode& value) {
    judgments.impatience = reading.interval(value, kShare);
    return judgments.impatience.has_value();
  });
  part("no_deal", [&](const YamlNode& value) {
    judgments.no_deal = read_no_deal(reading, value);
    return says_anything(judgments, "no_deal");
  });
  by_issue("beliefs", read_beliefs);
  part("asking", [&](const YamlNode& value) {
    read_asking(context, value);
    return says_anything(judgments, "asking");
  });
  judgments.stated = says_what_it_wants(judgments);
  if (const YamlNode* why = fields.find("why")) read_why(context, *why);
  judgments.label = fields.read("label", &Reading::label);
  if (const YamlNode* labels = fields.find("labels")) read_labels(context, *labels);
}

}  // namespace

void read_judgments(Reading& reading, Fields& root) {
  auto& all = reading.subject.judgments;
  all.assign(reading.subject.parties.size(), case_model::no_judgments(reading.subject.issues.size()));
  const YamlNode* node = root.find("judgments");
  if (node == nullptr) return;
  for (const auto& [key, value] : reading.entries(*node, "'judgments'")) {
    if (const auto party = reading.party(*key)) read_party(reading, *value, all[*party]);
  }
}

}  // namespace modus::formats

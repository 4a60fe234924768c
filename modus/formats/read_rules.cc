// Rules, norms and drafts.
#include <algorithm>

#include "modus/base/sort_by.h"
#include "modus/case_model/canonical_order.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Draft;
using case_model::Norm;
using case_model::Rule;

void read_rules(Reading& reading, const YamlNode& node) {
  auto& rules = reading.subject.rules;
  for (const YamlNode* item : reading.items(node, "'rules'", kMostConditions)) {
    if (auto condition = reading.condition(*item))
      rules.push_back({std::move(*condition), reading.place(*item)});
  }
  base::sort_by(rules, [&](const Rule& rule) { return write_condition(rule.condition, reading.subject.issues); });
}

void read_norms(Reading& reading, const YamlNode& node) {
  auto& norms = reading.subject.norms;
  for (const YamlNode* item : reading.items(node, "'norms'", kMostConditions)) {
    Fields fields(reading, *item, "norm");
    auto when = fields.read_required("when", &Reading::condition);
    auto says = fields.read_required("says", &Reading::text, "what the norm says");
    const auto source = fields.read("source", &Reading::source);
    const auto label = fields.read("label", &Reading::label);
    if (when && says) norms.push_back({std::move(*when), std::move(*says), source, reading.place(*item), label});
  }
  put_in_order(norms, reading.subject.issues);
}

// A package, or a package under that key and a label.
void read_named_package(Reading& reading, const YamlNode& key, const YamlNode& node) {
  const auto id = reading.id(key, "a draft");
  const YamlNode* inner = node.find("package");
  const bool labelled = inner != nullptr && inner->is_map();
  std::optional<case_model::Package> package;
  std::optional<case_model::Label> label;
  if (labelled) {
    Fields fields(reading, node, "labelled draft");
    package = reading.package(*inner);
    label = fields.read("label", &Reading::label);
  } else {
    package = reading.package(node);
  }
  if (id && package) reading.subject.drafts.push_back({*id, std::move(*package), reading.place(key), label});
}

void read_drafts(Reading& reading, const YamlNode& node) {
  auto all = reading.entries(node, "'drafts'");
  if (all.size() > kMostDrafts) {
    reading.add(node, std::to_string(all.size()) + " drafts", "at most " + std::to_string(kMostDrafts));
    all.resize(kMostDrafts);
  }
  for (const auto& [key, value] : all) read_named_package(reading, *key, *value);
  base::sort_by(reading.subject.drafts, [](const Draft& draft) { return draft.id; });
}

}  // namespace

void read_rules_and_drafts(Reading& reading, Fields& root) {
  if (const YamlNode* rules = root.find("rules")) read_rules(reading, *rules);
  if (const YamlNode* norms = root.find("norms")) read_norms(reading, *norms);
  if (const YamlNode* drafts = root.find("drafts")) read_drafts(reading, *drafts);
}

}  // namespace modus::formats

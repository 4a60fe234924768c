// Phased and contingent options.
#include <algorithm>

#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Issue;
using case_model::Mix;
using case_model::Option;
using case_model::OptionIndex;

// One mix while it is read.
struct Context {
  Reading& reading;
  const Issue& issue;
  OptionIndex option;
};

std::optional<OptionIndex> read_branch(const Context& context, const YamlNode& node, const Mix& mix) {
  Reading& reading = context.reading;
  const auto& options = context.issue.options;
  const auto branch = node.is_text() ? find_sorted(options, node.text) : std::nullopt;
  const bool repeated = branch && std::any_of(mix.branches.begin(), mix.branches.end(),
                                              [&](const Mix::Branch& other) { return other.option == *branch; });
  if (!branch) {
    const std::string of = "option of " + shown(context.issue.id);
    reading.add(node, node.is_text() ? "no " + of + " is named " + shown(node.text) : "not the name of an " + of,
                reading.full() ? "" : reading.suggest(node.text, ids_of(options)));
  } else if (options[*branch].mix) {
    reading.add(node, "the option " + shown(options[context.option].id) + " is made of " + shown(node.text) +
                          ", which is made of others itself",
                "name options that are neither phased nor contingent");
  } else if (repeated) {
    reading.add(node, shown(node.text) + " stands twice in the option " + shown(options[context.option].id),
                "name each option once");
  } else {
    return branch;
  }
  return std::nullopt;
}

// What the other branches leave to the last; nothing where they may take more than there is.
std::optional<base::Interval> rest_of(const std::vector<Mix::Branch>& others) {
  Exact low = exact({1, 0}), high = low;
  for (const Mix::Branch& branch : others) {
    low -= exact(branch.share.high);
    high -= exact(branch.share.low);
  }
  if (low < 0) return std::nullopt;
  return base::Interval{decimal_of(low).value(), decimal_of(high).value()};
}

// The share of a phase; the last one takes the rest.
std::optional<base::Interval> read_share(Reading& reading, const YamlNode& node, const Mix& mix, bool last) {
  if ((node.text == "rest") != last) {
    reading.add(node, last ? "the last phase has a share of its own" : "a phase before the last takes the rest",
                last ? "write 'share: rest': it is what the others leave" : "write its share, such as 0.3");
    return std::nullopt;
  }
  if (!last) return reading.interval(node, kShare);
  const auto rest = rest_of(mix.branches);
  if (!rest)
    reading.add(node, "the phases before it may take more than all", "lower their shares: together at most 1");
  return rest;
}

void read_phases(const Context& context, const YamlNode& node, Mix& mix) {
  Reading& reading = context.reading;
  mix.kind = Mix::Kind::kPhased;
  const auto all = reading.items(node, "'phases'");
  if (all.size() < 2)
    reading.add(node, "fewer than two phases", "list them in order of time: [{option: keep, share: 0.3}, {option: cut, share: rest}]");
  bool faulty = false;  // then what is left to the last is not known
  for (const YamlNode* item : all) {
    Fields fields(reading, *item, "phase");
    const YamlNode* name = fields.require("option");
    const YamlNode* share = fields.require("share");
    const auto branch = name == nullptr ? std::nullopt : read_branch(context, *name, mix);
    const bool last = item == all.back();
    const auto part = share == nullptr || (last && faulty) ? std::nullopt : read_share(reading, *share, mix, last);
    faulty = faulty || !branch || !part;
    if (branch && part) mix.branches.push_back({*branch, *part});
  }
}

void read_contingency(const Context& context, const YamlNode& node, Mix& mix) {
  Reading& reading = context.reading;
  mix.kind = Mix::Kind::kContingent;
  mix.on = reading.text(*node.find("if"), "'if'").value_or("");
  const YamlNode* chance = node.find("chance");
  const base::Interval unknown{{0, 0}, {1, 0}};
  const auto share = chance == nullptr ? unknown : reading.interval(*chance, kChance);
  for (const char* key : {"then", "else"}) {
    const YamlNode* name = node.find(key);
    if (name == nullptr) {
      reading.add(node, "a contingent option has no '" + std::string(key) + "'",
                  "say which option it is if that happens ('then'), and if not ('else')");
      continue;
    }
    const auto branch = read_branch(context, *name, mix);
    const auto part = mix.branches.empty() ? share : rest_of(mix.branches);
    if (branch && part) mix.branches.push_back({*branch, *part});
  }
}

void add_needs(const Issue& issue, Option& option) {
  for (const Mix::Branch& branch : option.mix->branches) {
    const auto& needs = issue.options[branch.option].needs;
    option.needs.insert(option.needs.end(), needs.begin(), needs.end());
  }
  std::sort(option.needs.begin(), option.needs.end());
  option.needs.erase(std::unique(option.needs.begin(), option.needs.end()), option.needs.end());
}

void refuse_misplaced(Reading& reading, const YamlNode& node) {
  const YamlNode* phases = node.find("phases");
  const YamlNode* condition = node.find("if");
  if (phases != nullptr && condition != nullptr)
    reading.add(*phases, "an option both phased and contingent", "keep one, or make two options of it");
  for (const char* key : {"then", "else", "chance"}) {
    const YamlNode* value = node.find(key);
    if (value != nullptr && condition == nullptr)
      reading.add(*value, "'" + std::string(key) + "' in an option without 'if'",
                  "add 'if:' and what it hangs on, in words, or remove it");
  }
}

}  // namespace

void read_mixes(Reading& reading, const std::vector<const YamlNode*>& nodes, Issue& issue) {
  for (const OptionIndex option : issue.options.indices()) {
    const YamlNode& node = *nodes[option.value];
    refuse_misplaced(reading, node);
    if (node.find("phases") != nullptr || node.find("if") != nullptr) issue.options[option].mix.emplace();
  }
  for (const OptionIndex option : issue.options.indices()) {
    auto& mix = issue.options[option].mix;
    if (!mix) continue;
    const YamlNode& node = *nodes[option.value];
    const Context context{reading, issue, option};
    const YamlNode* phases = node.find("phases");
    Mix read;
    if (phases != nullptr) {
      read_phases(context, *phases, read);
    } else {
      read_contingency(context, node, read);
    }
    mix = std::move(read);
    add_needs(issue, issue.options[option]);
  }
}

}  // namespace modus::formats

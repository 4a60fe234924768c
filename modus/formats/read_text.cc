// Ideas, and the rounds of the single text.
#include "modus/base/sort_by.h"
#include "modus/formats/canonical_tree.h"
#include "modus/formats/merge_trees.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Idea;
using case_model::Reaction;
using case_model::ReactionKind;
using case_model::TextRound;

constexpr std::size_t kLongestIdea = 100'000;  // bytes

// One text for each meaning: the keys of a mapping may stand in any order.
YamlNode sorted(const YamlNode& node) {
  YamlNode result = node;
  std::vector<std::size_t> order(node.items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  if (node.is_map()) base::sort_by(order, [&](std::size_t i) { return node.keys[i].text; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (node.is_map()) result.keys[i] = node.keys[order[i]];
    result.items[i] = sorted(node.items[order[i]]);
  }
  return result;
}

std::string read_piece(Reading& reading, const YamlNode& node) {
  const std::vector<std::string>& keys = known_keys().front().keys;
  for (const auto& [key, value] : reading.entries(node, "'adds'")) {
    if (std::find(keys.begin(), keys.end(), key->text) == keys.end())
      reading.add(*key, "unknown key " + shown(key->text) + " in a case", reading.suggest(key->text, keys));
  }
  if (!node.is_map() || node.is_blank()) {
    if (node.is_map()) reading.add(node, "an idea that adds nothing", "write what it would add, as in the case file");
    return "";
  }
  for (const YamlNode& item : node.items) reading.add(repeats_in(item, reading.options().file));
  std::string text = flow_of(sorted(node));
  if (text.size() > kLongestIdea)
    reading.add(node, "an idea that adds " + std::to_string(text.size()) + " bytes", "at most " + std::to_string(kLongestIdea));
  return text;
}

ReactionKind read_reaction_kind(Reading& reading, const YamlNode& node) {
  const auto kind = case_model::reaction_of(node.text);
  if (!kind)
    reading.add(node, "no reaction is named " + shown(node.text),
                reading.suggest(node.text, {"welcomed", "criticised", "refused"}));
  return kind.value_or(ReactionKind::kWelcomed);
}

void read_reaction(Reading& reading, const YamlNode& node, TextRound& round) {
  Reaction reaction;
  Fields fields(reading, node, "reaction");
  const auto by = fields.read_required("by", &Reading::party);
  if (const YamlNode* says = fields.require("says")) reaction.says = read_reaction_kind(reading, *says);
  auto to = fields.read_required("to", &Reading::package);
  const auto statement = fields.read_required("statement", &Reading::statement);
  if (!by || !to || !statement) return;
  const case_model::Statement& evidence = reading.subject.statements[*statement];
  if (evidence.party != *by)
    reading.add(node, "the reaction of " + shown(reading.subject.parties[*by].id) + " is held by " + shown(evidence.id) +
                          ", a statement about " + shown(reading.subject.parties[evidence.party].id),
                "name a statement about the party that reacts");
  reaction.party = *by;
  reaction.to = std::move(*to);
  reaction.statement = *statement;
  round.reactions.push_back(std::move(reaction));
}

void read_round(Reading& reading, const YamlNode& node) {
  auto& text = reading.subject.text;
  TextRound round;
  round.where = reading.place(node);
  Fields fields(reading, node, "round");
  const auto on = fields.read_required("on", &Reading::day);
  auto package = fields.read_required("package", &Reading::package);
  round.why = fields.text("why");
  round.agreed = fields.read("agreed", &Reading::truth).value_or(false);
  if (const YamlNode* reactions = fields.find("reactions")) {
    for (const YamlNode* item : reading.items(*reactions, "'reactions'", kMostConditions)) read_reaction(reading, *item, round);
  }
  round.label = fields.read("label", &Reading::label);
  if (on && !text.empty() && text.back().on > *on)
    reading.add(*fields.find("on"), "a round of the text is earlier than the one before it", "list the rounds in order of time");
  if (!on || !package) return;
  round.on = *on;
  round.package = std::move(*package);
  text.push_back(std::move(round));
}

}  // namespace

void read_ideas(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("ideas");
  if (node == nullptr) return;
  auto all = reading.entries(*node, "'ideas'");
  if (all.size() > kMostDrafts) {
    reading.add(*node, std::to_string(all.size()) + " ideas", "at most " + std::to_string(kMostDrafts));
    all.resize(kMostDrafts);
  }
  for (const auto& [key, value] : all) {
    Idea idea;
    idea.id = reading.id(*key, "an idea").value_or("");
    idea.where = reading.place(*key);
    Fields fields(reading, *value, "idea");
    idea.says = fields.read_required("says", &Reading::text, "what an idea says").value_or("");
    if (const YamlNode* adds = fields.require("adds")) idea.adds = read_piece(reading, *adds);
    idea.label = fields.read("label", &Reading::label);
    reading.subject.ideas.push_back(std::move(idea));
  }
  base::sort_by(reading.subject.ideas, [](const Idea& idea) { return idea.id; });
}

void read_text(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("text");
  if (node == nullptr) return;
  for (const YamlNode* item : reading.items(*node, "'text'", kMostConditions)) read_round(reading, *item);
}

}  // namespace modus::formats

#include "modus/formats/tree_editor.h"

#include <algorithm>
#include <array>
#include <limits>

#include "modus/base/text.h"
#include "modus/formats/canonical_tree.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using Kind = YamlNode::Kind;

constexpr int kDropped = std::numeric_limits<int>::min();  // the line of items that went

bool is_dropped(const YamlNode& node) { return node.line == kDropped; }

void erase_entry(YamlNode& map, std::size_t i) {
  map.keys.erase(map.keys.begin() + static_cast<std::ptrdiff_t>(i));
  map.items.erase(map.items.begin() + static_cast<std::ptrdiff_t>(i));
}

void prune(YamlNode& node) {
  if (node.is_list()) std::erase_if(node.items, is_dropped);
  for (YamlNode& item : node.items) prune(item);
}

bool holds_list(std::string_view key) {
  constexpr auto kLists = std::to_array<std::string_view>(
      {"rules", "norms", "statements", "assessments", "guarantees", "timeline", "text", "adjust", "interests", "lottery",
       "reactions", "aliases", "needs", "carried_out_by", "replaces", "who", "questions", "decisions", "confirmed"});
  return std::ranges::find(kLists, key) != kLists.end();
}

// Lists whose items have an `id`.
bool holds_ids(const EditPath& path, std::size_t i) {
  return (i == 1 && path[0].text == "statements") || (i == 2 && path[0].text == "draft" && path[1].text == "questions");
}

// What an item of a list is found by.
std::string handle_of(const YamlNode& item) {
  if (item.is_text()) return item.text;
  const YamlNode* id = item.find("id");
  return id != nullptr && id->is_text() ? id->text : flow_of(item);
}

std::string words_of(const EditPath& path, std::size_t steps) {
  std::string words;
  for (std::size_t i = 0; i < steps; ++i) {
    if (path[i].position > 0) {
      words += "[" + std::to_string(path[i].position) + "]";
    } else {
      words += (words.empty() ? "" : ".") + step_of(path[i].text);
    }
  }
  return words.empty() ? "the case" : words;
}

// The names an unknown step may have meant.
std::vector<std::string> names_in(const YamlNode& node) {
  std::vector<std::string> names;
  for (const YamlNode& key : node.keys) names.push_back(key.text);
  for (const YamlNode& item : node.items) {
    if (node.is_list() && !is_dropped(item) && (item.is_text() || item.find("id") != nullptr)) names.push_back(handle_of(item));
  }
  return names;
}

std::string suggest(const YamlNode& node, const PathStep& step) {
  constexpr std::size_t kMostListed = 12;
  if (step.position > 0) return "positions run from 1 to " + std::to_string(node.items.size());
  std::vector<std::string> names = names_in(node);
  if (const auto nearest = base::nearest_name(step.text, names)) return "perhaps " + shown(*nearest);
  if (names.empty()) return "there is nothing of that kind";
  if (names.size() > kMostListed) {
    names.resize(kMostListed);
    names.emplace_back("another");
  }
  return names.size() == 1 ? "only " + names.front() + " is there" : "one of " + base::join_words(names, "or");
}

void give_id(YamlNode& value, const std::string& id) {
  if (!value.is_map() || value.find("id") != nullptr) return;
  YamlNode key = text_node("id"), text = text_node(id);
  key.line = text.line = value.line;
  value.keys.insert(value.keys.begin(), std::move(key));
  value.items.insert(value.items.begin(), std::move(text));
}

// An option that has only a name, written with its keys.
void unfold_option(YamlNode& option) {
  YamlNode map = option;
  map.kind = Kind::kMap;
  map.text.clear();
  map.keys.push_back(text_node("name"));
  map.items.push_back(std::move(option));
  option = std::move(map);
}

bool is_option(const EditPath& path, std::size_t i) { return i == 3 && path[0].text == "issues" && path[2].text == "options"; }

}  // namespace

bool names_a_thing(const EditPath& path, std::size_t i) {
  constexpr auto kThings = std::to_array<std::string_view>({"sources", "parties", "issues", "drafts", "statements", "ideas"});
  return is_option(path, i) || (i == 1 && std::ranges::find(kThings, path[0].text) != kThings.end());
}

void TreeEditor::put(const EditPath& path, YamlNode value, const std::string& name) {
  const Walk walk{path, name, true, value.line};
  std::size_t last = 0;
  YamlNode* node = go_to_last(walk, last);
  if (node == nullptr) return;
  const Slot slot = find(*node, walk, last);
  if (node->is_list() && holds_ids(path, last)) {
    if (path[last].position == 0) give_id(value, path[last].text);
    const YamlNode* id = value.find("id");
    if (path[last].position == 0 && id != nullptr && id->text != path[last].text)
      return say(walk, "the path names " + shown(path[last].text) + " and the value " + shown(id->text),
                 "leave 'id' out of the value");
  }
  std::erase_if(finders_, [place = words_of(path, slot.next)](const auto& entry) { return entry.first.starts_with(place); });
  if (slot.at) {
    node->items[*slot.at] = std::move(value);
  } else {
    add(*node, walk, last, std::move(value));
  }
}

void TreeEditor::drop(const EditPath& path, const std::string& name) {
  const Walk walk{path, name, false, 0};
  std::size_t last = 0;
  YamlNode* node = go_to_last(walk, last);
  if (node == nullptr) return;
  if (last >= 2 && path[0].text == "judgments") judgments_gone_.emplace(path[1].text, path[2].text);
  const Slot slot = find(*node, walk, last);
  if (!slot.at || is_dropped(node->items[*slot.at])) return say_missing(*node, walk, last);
  if (node->is_list()) {
    YamlNode& item = node->items[*slot.at];
    if (last == 1 && path[0].text == "statements") gone_.insert(handle_of(item));
    item = YamlNode();
    item.line = kDropped;
    return;
  }
  erase_entry(*node, *slot.at);
}

YamlNode TreeEditor::finish() {
  prune(root_);
  const auto section = [&](std::string_view key) {
    const auto at = position_of(root_, key);
    return at ? &root_.items[*at] : nullptr;
  };
  if (YamlNode* statements = section("statements"); statements != nullptr && !gone_.empty()) drop_pointers(*statements);
  if (YamlNode* rounds = section("text"); rounds != nullptr && !gone_.empty()) drop_reactions(*rounds);
  if (YamlNode* judgments = section("judgments"); judgments != nullptr && !judgments_gone_.empty()) drop_labels(*judgments);
  return std::move(root_);
}

void TreeEditor::drop_pointers(YamlNode& statements) {
  for (const YamlNode& statement : statements.items) gone_.erase(handle_of(statement));  // put back since
  const auto is_gone = [&](const YamlNode& id) { return id.is_text() && gone_.contains(id.text); };
  for (YamlNode& statement : statements.items) {
    for (std::size_t i = statement.keys.size(); i-- > 0;) {
      const std::string& key = statement.keys[i].text;
      YamlNode& value = statement.items[i];
      if (key != "replaces" && key != "same_as") continue;
      std::erase_if(value.items, is_gone);
      if (value.is_blank() || is_gone(value)) erase_entry(statement, i);
    }
  }
}

void TreeEditor::drop_reactions(YamlNode& rounds) const {
  for (YamlNode& round : rounds.items) {
    const auto at = position_of(round, "reactions");
    if (!at) continue;
    std::erase_if(round.items[*at].items, [&](const YamlNode& reaction) {
      const YamlNode* statement = reaction.find("statement");
      return statement != nullptr && gone_.contains(statement->text);
    });
  }
}

void TreeEditor::drop_labels(YamlNode& judgments) const {
  for (const auto& [party, name] : judgments_gone_) {
    const auto at = position_of(judgments, party);
    const auto labels = at ? position_of(judgments.items[*at], "labels") : std::nullopt;
    const auto judgment = at ? judgments.items[*at].find(name) : nullptr;
    if (!labels || (judgment != nullptr && !judgment->is_blank())) continue;
    YamlNode& all = judgments.items[*at].items[*labels];
    if (const auto label = position_of(all, name)) erase_entry(all, *label);
  }
}

YamlNode* TreeEditor::go_to_last(const Walk& walk, std::size_t& last) {
  YamlNode* node = &root_;
  for (std::size_t i = 0; node != nullptr;) {
    const Slot slot = find(*node, walk, i);
    last = i;
    if (slot.next >= walk.path.size()) return node;
    node = enter(*node, walk, slot, i);
    i = slot.next;
  }
  return nullptr;
}

YamlNode* TreeEditor::enter(YamlNode& node, const Walk& walk, const Slot& slot, std::size_t i) {
  const bool there = slot.at && !is_dropped(node.items[*slot.at]);
  if (!there && (!walk.makes || !node.is_map() || walk.path[i].position > 0 || names_a_thing(walk.path, i))) {
    say_missing(node, walk, i);
    return nullptr;
  }
  if (!there) {
    YamlNode key = text_node(walk.path[i].text), made;
    key.line = made.line = walk.line;
    made.kind = walk.path[slot.next].position > 0 || holds_list(walk.path[i].text) ? Kind::kList : Kind::kMap;
    node.keys.push_back(std::move(key));
    node.items.push_back(std::move(made));
    return &node.items.back();
  }
  YamlNode& child = node.items[*slot.at];
  if (child.is_text() && walk.makes && is_option(walk.path, i)) unfold_option(child);
  if (!child.is_text()) return &child;
  say(walk, words_of(walk.path, slot.next) + " is a text without parts", "put a whole value there");
  return nullptr;
}

TreeEditor::Slot TreeEditor::find(const YamlNode& node, const Walk& walk, std::size_t i) {
  if (node.is_list()) return find_item(node, walk, i);
  return {walk.path[i].position > 0 ? std::nullopt : position_of(node, walk.path[i].text), i + 1};
}

TreeEditor::Slot TreeEditor::find_item(const YamlNode& list, const Walk& walk, std::size_t i) {
  const PathStep& step = walk.path[i];
  if (step.position > 0) return {step.position <= list.items.size() ? std::optional(step.position - 1) : std::nullopt, i + 1};
  const bool counted = i + 1 < walk.path.size() && walk.path[i + 1].position > 0;
  const std::size_t next = counted ? i + 2 : i + 1, alike = counted ? walk.path[i + 1].position : 1;
  const Finder& finder = finder_of(list, walk.path, i);
  const auto found = finder.positions.find(step.text);
  if (found == finder.positions.end() || found->second.size() < alike) return {std::nullopt, next};
  return {found->second[alike - 1], next};
}

const TreeEditor::Finder& TreeEditor::finder_of(const YamlNode& list, const EditPath& path, std::size_t i) {
  Finder& finder = finders_[words_of(path, i)];
  for (; finder.known < list.items.size(); ++finder.known)
    finder.positions[handle_of(list.items[finder.known])].push_back(finder.known);
  return finder;
}

void TreeEditor::add(YamlNode& node, const Walk& walk, std::size_t i, YamlNode value) {
  if (node.is_list()) return add_to_list(node, walk, i, std::move(value));
  if (walk.path[i].position > 0) return say(walk, words_of(walk.path, i) + " is no list", "name a key of it");
  node.keys.push_back(text_node(walk.path[i].text));
  node.keys.back().line = value.line;
  node.items.push_back(std::move(value));
}

void TreeEditor::add_to_list(YamlNode& list, const Walk& walk, std::size_t i, YamlNode value) {
  const PathStep& step = walk.path[i];
  const bool at_end = step.position > 0 ? step.position == list.items.size() + 1 : handle_of(value) == step.text;
  if (!at_end) return say_missing(list, walk, i);
  list.items.push_back(std::move(value));
}

void TreeEditor::say_missing(const YamlNode& node, const Walk& walk, std::size_t i) {
  const PathStep& step = walk.path[i];
  const std::string wanted = step.position > 0 ? "item " + std::to_string(step.position) : shown(step.text);
  std::string fix = suggest(node, step);
  if (walk.makes && names_a_thing(walk.path, i)) fix += "; to add it, put all of it under " + words_of(walk.path, i + 1);
  say(walk, "there is no " + wanted + " in " + words_of(walk.path, i), fix);
}

void TreeEditor::say(const Walk& walk, std::string what, std::string fix) {
  problems_.push_back({{walk.name, 0, 0}, std::move(what), std::move(fix)});
}

}  // namespace modus::formats

#include "modus/formats/merge_trees.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "modus/formats/canonical_tree.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

// Lists under these keys grow; all others are one value.
bool grows(std::string_view key) {
  constexpr auto kGrowing = std::to_array<std::string_view>(
      {"rules", "norms", "statements", "assessments", "guarantees", "timeline", "text", "adjust", "interests", "aliases", "needs",
       "carried_out_by", "questions", "decisions", "confirmed", "reactions", "replaces"});
  return std::ranges::find(kGrowing, key) != kGrowing.end();
}

std::string id_of(const YamlNode& item) {
  const YamlNode* id = item.find("id");
  return id != nullptr && id->is_text() ? id->text : "";
}

void merge_lists(YamlNode& into, YamlNode piece) {
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < into.items.size(); ++i) known.emplace(id_of(into.items[i]), i);
  for (YamlNode& item : piece.items) {
    const std::string id = id_of(item);
    const auto same = known.find(id);
    if (!id.empty() && same != known.end()) {
      merge_trees(into.items[same->second], std::move(item), false);
    } else if (id.empty() && std::ranges::any_of(into.items, [&](const YamlNode& other) { return same_values(other, item); })) {
      continue;  // said already
    } else {
      into.items.push_back(std::move(item));
    }
  }
}

void merge_maps(YamlNode& into, YamlNode piece) {
  for (std::size_t i = 0; i < piece.keys.size(); ++i) {
    const auto at = position_of(into, piece.keys[i].text);
    if (at) {
      merge_trees(into.items[*at], std::move(piece.items[i]), grows(piece.keys[i].text));
    } else {
      into.keys.push_back(std::move(piece.keys[i]));
      into.items.push_back(std::move(piece.items[i]));
    }
  }
}

void find_repeats(const YamlNode& node, const std::string& file, base::Problems& problems) {
  std::set<std::string> seen;
  const auto note = [&](const YamlNode& at, const std::string& text) {
    if (!text.empty() && !seen.insert(text).second)
      problems.push_back({{file, at.line, at.column}, shown(text) + " stands twice", "keep one of them"});
  };
  for (const YamlNode& key : node.keys) note(key, key.text);
  for (const YamlNode& item : node.items) {
    if (node.is_list()) note(item, id_of(item));
    find_repeats(item, file, problems);
  }
}

}  // namespace

void merge_trees(YamlNode& into, YamlNode piece, bool adds_to_lists) {
  if (piece.is_empty()) return;
  if (into.is_map() && piece.is_map()) {
    merge_maps(into, std::move(piece));
  } else if (into.is_list() && piece.is_list() && adds_to_lists) {
    merge_lists(into, std::move(piece));
  } else {
    into = std::move(piece);
  }
}

base::Problems repeats_in(const YamlNode& node, const std::string& file) {
  base::Problems problems;
  find_repeats(node, file, problems);
  return problems;
}

void negate_lines(YamlNode& node) {
  node.line = -node.line;
  for (YamlNode& key : node.keys) negate_lines(key);
  for (YamlNode& item : node.items) negate_lines(item);
}

}  // namespace modus::formats

/// \file Merging one tree into another. Private to this room.
#pragma once

#include <string>

#include "modus/formats/yaml_tree.h"

namespace modus::formats {

/// Mappings key by key, lists item by item: an item with an `id` that is there is merged into that one. Single values
/// replace, and with them lists whose order or number is their meaning (orders, rankings, `what`, `at`, branches).
void merge_trees(YamlNode& into, YamlNode piece, bool adds_to_lists);

/// Keys that stand twice in one mapping, and ids that stand twice in one list.
[[nodiscard]] base::Problems repeats_in(const YamlNode& node, const std::string& file);

/// Marks the nodes of a piece: no node of a case has a line below zero.
void negate_lines(YamlNode& node);

}  // namespace modus::formats

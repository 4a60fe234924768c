/// \file Changing the tree of a case along paths. Private to this room.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "modus/formats/edit_path.h"
#include "modus/formats/yaml_tree.h"

namespace modus::formats {

class TreeEditor {
 public:
  explicit TreeEditor(YamlNode root) : root_(std::move(root)) {}

  /// Puts the value where the path leads; a fault becomes a problem under `name`.
  void put(const EditPath& path, YamlNode value, const std::string& name);
  void drop(const EditPath& path, const std::string& name);

  [[nodiscard]] const base::Problems& problems() const { return problems_; }
  /// The tree, without what was dropped.
  [[nodiscard]] YamlNode finish();

 private:
  /// Where a step leads: into `items` of a list or mapping, or to nothing that is there.
  struct Slot {
    std::optional<std::size_t> at;
    std::size_t next = 0;  ///< the step after
  };
  struct Walk {
    const EditPath& path;
    const std::string& name;
    bool makes;  ///< what is missing on the way
    int line;    ///< of the value
  };
  /// The items of a list by id or text, the first `known` of them.
  struct Finder {
    std::unordered_map<std::string, std::vector<std::size_t>> positions;
    std::size_t known = 0;
  };

  YamlNode* go_to_last(const Walk& walk, std::size_t& last);
  YamlNode* enter(YamlNode& node, const Walk& walk, const Slot& slot, std::size_t i);
  Slot find(const YamlNode& node, const Walk& walk, std::size_t i);
  Slot find_item(const YamlNode& list, const Walk& walk, std::size_t i);
  const Finder& finder_of(const YamlNode& list, const EditPath& path, std::size_t i);
  void add(YamlNode& node, const Walk& walk, std::size_t i, YamlNode value);
  void add_to_list(YamlNode& list, const Walk& walk, std::size_t i, YamlNode value);
  void say_missing(const YamlNode& node, const Walk& walk, std::size_t i);
  void say(const Walk& walk, std::string what, std::string fix);
  void drop_pointers(YamlNode& statements);
  void drop_reactions(YamlNode& rounds) const;
  void drop_labels(YamlNode& judgments) const;

  YamlNode root_;
  base::Problems problems_;
  std::map<std::string, Finder> finders_;  ///< by the path of the list
  std::set<std::string> gone_;             ///< ids of statements
  std::set<std::pair<std::string, std::string>> judgments_gone_;  ///< party and name
};

/// Whether a step that follows the steps before it names a thing that must be added whole.
[[nodiscard]] bool names_a_thing(const EditPath& path, std::size_t i);

}  // namespace modus::formats

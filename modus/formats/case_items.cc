// A case cut into items, and what changed between two cases.
#include <algorithm>
#include <array>
#include <map>

#include "modus/formats/canonical_tree.h"
#include "modus/formats/edit_case.h"
#include "modus/formats/edit_path.h"

namespace modus::formats {
namespace {

using case_model::Case;

class Cutter {
 public:
  std::vector<CaseItem> cut(const YamlNode& root) {
    for (std::size_t i = 0; i < root.keys.size(); ++i) cut_section(root.keys[i].text, root.items[i]);
    return std::move(items_);
  }

 private:
  void add(std::string path, std::string group, std::string id, std::string owner, const YamlNode& node) {
    items_.push_back({std::move(path), std::move(group), std::move(id), std::move(owner), flow_of(node)});
  }

  void cut_section(const std::string& key, const YamlNode& node) {
    static const std::map<std::string, std::string> kNamed = {
        {"sources", "source"}, {"parties", "party"}, {"drafts", "draft"}, {"ideas", "idea"}, {"statements", "statement"}};
    static const std::map<std::string, std::string> kUnnamed = {
        {"rules", "rule"}, {"norms", "norm"}, {"assessments", "assessment"}, {"guarantees", "guarantee"}, {"timeline", "event"}};
    if (key == "modus") return;
    if (key == "issues") return cut_issues(node);
    if (key == "judgments") return cut_judgments(node);
    if (key == "text") return cut_rounds(node);
    if (key == "forecast") return cut_settings(key, node);
    if (const auto named = kNamed.find(key); named != kNamed.end()) return cut_named(key, named->second, node);
    if (const auto unnamed = kUnnamed.find(key); unnamed != kUnnamed.end()) return cut_unnamed(key, unnamed->second, "", node);
    add(key, key == "draft" ? "record" : "setting", key == "draft" ? "" : key, "", node);
  }

  void cut_named(const std::string& key, const std::string& group, const YamlNode& node) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const YamlNode* id = node.is_map() ? &node.keys[i] : node.items[i].find("id");
      if (id != nullptr) add(key + "." + step_of(id->text), group, id->text, "", node.items[i]);
    }
  }

  // By their text; of several that are alike the second and so on by their number.
  void cut_unnamed(const std::string& path, const std::string& group, const std::string& owner, const YamlNode& list) {
    std::map<std::string, std::size_t> times;
    for (const YamlNode& item : list.items) {
      const std::string text = item.is_text() ? item.text : flow_of(item);
      const std::size_t time = ++times[text];
      add(path + ".`" + doubled(text) + "`" + (time > 1 ? "[" + std::to_string(time) + "]" : ""), group, "", owner, item);
    }
  }

  void cut_issues(const YamlNode& node) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& issue = node.keys[i].text;
      const std::string path = "issues." + step_of(issue) + ".";
      for (std::size_t k = 0; k < node.items[i].keys.size(); ++k) {
        const std::string& key = node.items[i].keys[k].text;
        const YamlNode& value = node.items[i].items[k];
        if (key != "options") add(path + key, "issue", key, issue, value);
        for (std::size_t o = 0; key == "options" && o < value.keys.size(); ++o)
          add(path + "options." + step_of(value.keys[o].text), "option", value.keys[o].text, issue, value.items[o]);
      }
    }
  }

  void cut_settings(const std::string& section, const YamlNode& node) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string path = section + "." + node.keys[i].text;
      add(path, "setting", path, "", node.items[i]);
    }
  }

  void cut_rounds(const YamlNode& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) add("text[" + std::to_string(i + 1) + "]", "round", "", "", list.items[i]);
  }

  void cut_judgments(const YamlNode& node) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      party_ = node.keys[i].text;
      const std::string path = "judgments." + step_of(party_) + ".";
      for (std::size_t k = 0; k < node.items[i].keys.size(); ++k) {
        const std::string& key = node.items[i].keys[k].text;
        if (key == "adjust") {
          cut_unnamed(path + key, "judgment", party_, node.items[i].items[k]);
        } else {
          cut_judgment(path + step_of(key), key, depth_of(key), node.items[i].items[k]);
        }
      }
    }
  }
  // How many names stand below the key: an issue, and an option of it.
  static std::size_t depth_of(std::string_view key) {
    if (key == "order" || key == "weights" || key == "scales") return 1;
    return key == "scores" || key == "beliefs" ? 2 : 0;
  }
  void cut_judgment(const std::string& path, const std::string& name, std::size_t depth, const YamlNode& node) {
    if (depth == 0 || !node.is_map()) return add(path, "judgment", name, party_, node);
    for (std::size_t i = 0; i < node.keys.size(); ++i)
      cut_judgment(path + "." + step_of(node.keys[i].text), name + "." + node.keys[i].text, depth - 1, node.items[i]);
  }

  static std::string doubled(const std::string& text) {
    std::string result;
    for (const char c : text) result += c == '`' ? "``" : std::string(1, c);
    return result;
  }

  std::vector<CaseItem> items_;
  std::string party_;
};

using ItemsByPath = std::map<std::string, CaseItem>;

ItemsByPath by_path(const std::vector<CaseItem>& items) {
  ItemsByPath map;
  for (const CaseItem& item : items) map.emplace(item.path, item);
  return map;
}

// The items, with each issue that the other case does not have as one.
std::vector<CaseItem> items_beside(const Case& subject, const Case& other) {
  std::vector<CaseItem> items;
  const auto tree = tree_of(subject);
  for (CaseItem& item : items_of(subject)) {
    const bool of_issue = item.group == "issue" || item.group == "option";
    if (!of_issue || other.find_issue(item.owner)) {
      items.push_back(std::move(item));
      continue;
    }
    std::string path = "issues." + step_of(item.owner);
    if (!items.empty() && items.back().path == path) continue;
    const YamlNode* issues = tree ? tree.value().find("issues") : nullptr;
    const YamlNode* issue = issues == nullptr ? nullptr : issues->find(item.owner);
    if (issue != nullptr) items.push_back({std::move(path), "issue", item.owner, "", flow_of(*issue)});
  }
  return items;
}

}  // namespace

std::vector<CaseItem> items_of(const Case& subject) {
  const auto tree = tree_of(subject);
  return tree ? Cutter().cut(tree.value()) : std::vector<CaseItem>();
}

std::vector<CaseChange> changes_between(const Case& before, const Case& after) {
  const std::vector<CaseItem> old_items = items_beside(before, after), new_items = items_beside(after, before);
  const ItemsByPath old_by_path = by_path(old_items), new_by_path = by_path(new_items);
  std::vector<CaseChange> changes;
  for (const CaseItem& item : old_items) {
    if (!new_by_path.contains(item.path)) changes.push_back({item, item.yaml, std::nullopt});
  }
  for (const CaseItem& item : new_items) {
    const auto old = old_by_path.find(item.path);
    if (old == old_by_path.end()) {
      changes.push_back({item, std::nullopt, item.yaml});
    } else if (old->second.yaml != item.yaml) {
      changes.push_back({item, old->second.yaml, item.yaml});
    }
  }
  return changes;
}

std::vector<CaseEdit> edits_of(const std::vector<CaseChange>& changes) {
  std::vector<CaseEdit> edits;
  for (const CaseChange& change : changes) edits.push_back(change.edit());
  return edits;
}

}  // namespace modus::formats

// Compares the canonical trees of the two cases, and makes each difference at its place in the original's tree.
#include "modus/formats/rewrite_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "modus/formats/canonical_tree.h"
#include "modus/formats/read_case.h"
#include "modus/formats/text_spans.h"
#include "modus/formats/write_case.h"
#include "modus/formats/yaml_text.h"

namespace modus::formats {
namespace {

using case_model::Case;

constexpr std::size_t kShortLine = 100;

std::string id_of(const YamlNode& item) {
  const YamlNode* id = item.find("id");
  return id != nullptr && id->is_text() ? id->text : "";
}

// Whether a value reads best on one line also where others have lines of their own: texts, and short lists or
// packages.
bool is_short(const YamlNode& node) {
  const bool plain = std::ranges::all_of(node.items, [](const YamlNode& item) { return item.is_text(); });
  return node.is_text() || (plain && flow_of(node).size() <= kShortLine);
}

Lines block_lines(const YamlNode& node);

std::string line_of(const YamlNode& node) { return node.is_text() ? scalar(node.text) : flow_of(node); }

void put_entry(Lines& lines, const YamlNode& key, const YamlNode& value) {
  if (is_short(value)) return put_yaml(lines, key_of(key.text), line_of(value));
  put_part(lines, key_of(key.text), block_lines(value));
}

Lines block_lines(const YamlNode& node) {
  Lines lines;
  if (node.is_text() || node.items.empty()) return {line_of(node)};
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (node.is_map()) {
      put_entry(lines, node.keys[i], node.items[i]);
    } else {
      put_item(lines, block_lines(node.items[i]));
    }
  }
  return lines;
}

std::string joined(const Lines& lines, std::size_t indent) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n" + std::string(indent, ' ')) + line;
  return text;
}

// Which item of the second list each of the first became; the second's that are new follow.
struct Pairs {
  std::vector<std::optional<std::size_t>> of_first;
  std::vector<std::size_t> added;
};

Pairs pair_items(const YamlNode& first, const YamlNode& second) {
  Pairs pairs;
  pairs.of_first.resize(first.items.size());
  std::vector<bool> taken(second.items.size(), false);
  std::vector<std::pair<std::string, std::size_t>> handles;
  const auto handle = [](const YamlNode& item) { return id_of(item).empty() ? flow_of(item) : id_of(item); };
  for (std::size_t k = 0; k < second.items.size(); ++k) handles.emplace_back(handle(second.items[k]), k);
  std::sort(handles.begin(), handles.end());
  for (std::size_t i = 0; i < first.items.size(); ++i) {
    const std::string wanted = handle(first.items[i]);
    auto found = std::lower_bound(handles.begin(), handles.end(), std::pair(wanted, std::size_t{0}));
    while (found != handles.end() && found->first == wanted && taken[found->second]) ++found;
    if (found == handles.end() || found->first != wanted) continue;
    pairs.of_first[i] = found->second;
    taken[found->second] = true;
  }
  for (std::size_t k = 0; k < taken.size(); ++k) {
    if (!taken[k]) pairs.added.push_back(k);
  }
  // What has no id and is gone became, in order, what has none and is new.
  for (std::size_t i = 0; i < first.items.size(); ++i) {
    if (pairs.of_first[i] || !id_of(first.items[i]).empty()) continue;
    const auto next = std::ranges::find_if(pairs.added, [&](std::size_t k) { return id_of(second.items[k]).empty(); });
    if (next == pairs.added.end()) break;
    pairs.of_first[i] = *next;
    pairs.added.erase(next);
  }
  return pairs;
}

// Lists that the reader sorts; in others the order means something.
bool is_sorted_when_read(std::string_view key) {
  constexpr auto kSorted = std::to_array<std::string_view>(
      {"rules", "norms", "statements", "assessments", "guarantees", "timeline", "adjust", "interests", "lottery"});
  return std::ranges::find(kSorted, key) != kSorted.end();
}

// Whether what is kept, and behind it what is added, stand in the order of the second list.
bool keeps_order(const Pairs& pairs) {
  std::vector<std::size_t> order;
  for (const auto& kept : pairs.of_first) {
    if (kept) order.push_back(*kept);
  }
  order.insert(order.end(), pairs.added.begin(), pairs.added.end());
  return std::ranges::is_sorted(order);
}

class Rewriter {
 public:
  explicit Rewriter(std::string_view text) : spans_(text) {}

  bool run(const YamlNode& before, const YamlNode& after, const YamlNode& original) {
    return original.is_map() && change_map(before, after, original, false);
  }
  std::string result() {
    std::stable_sort(splices_.begin(), splices_.end(), [](const Splice& a, const Splice& b) { return a.begin < b.begin; });
    std::string text;
    std::size_t at = 0;
    for (const Splice& splice : splices_) {
      if (splice.begin < at) continue;  // within what has gone; the text is read back, so nothing is lost unseen
      text.append(spans_.text().substr(at, splice.begin - at)).append(splice.text);
      at = splice.end;
    }
    return text.append(spans_.text().substr(at));
  }

 private:
  struct Splice {
    std::size_t begin, end;
    std::string text;
  };

  // `within`: whether the node stands in brackets of another. `key`: what it is the value of.
  bool change(const YamlNode& before, const YamlNode& after, const YamlNode& at, const YamlNode& key, bool within) {
    if (same_values(before, after)) return true;
    const std::size_t mark = splices_.size();
    const bool alike = before.kind == after.kind && before.kind == at.kind;
    if (alike && at.is_map() && change_map(before, after, at, within)) return true;
    if (alike && at.is_list() && change_list(before, after, at, key, within)) return true;
    splices_.resize(mark);
    return replace(after, at, key, within);
  }

  bool change_map(const YamlNode& before, const YamlNode& after, const YamlNode& at, bool within) {
    const bool flow = within || spans_.is_flow(at);
    std::vector<bool> gone(at.keys.size(), false);
    std::vector<std::size_t> added;  // of `after`
    for (std::size_t i = 0; i < before.keys.size(); ++i) {
      const auto now = position_of(after, before.keys[i].text), there = position_of(at, before.keys[i].text);
      if (now && same_values(before.items[i], after.items[*now])) continue;
      if (now && !there) added.push_back(*now);
      if (!there) continue;
      gone[*there] = !now;
      if (!now && !remove_entry(at, *there, flow)) return false;
      if (now && !change(before.items[i], after.items[*now], at.items[*there], at.keys[*there], flow)) return false;
    }
    for (std::size_t i = 0; i < after.keys.size(); ++i) {
      if (position_of(before, after.keys[i].text)) continue;
      const auto there = position_of(at, after.keys[i].text);  // a default that the file spells out
      if (there && !replace(after.items[i], at.items[*there], at.keys[*there], flow)) return false;
      if (!there) added.push_back(i);
    }
    const auto anchor = last_kept(gone, flow, !added.empty());
    return anchor &&
           std::ranges::all_of(added, [&](std::size_t i) { return add_entry(at, *anchor, after.keys[i], after.items[i], flow); });
  }

  bool change_list(const YamlNode& before, const YamlNode& after, const YamlNode& at, const YamlNode& key, bool within) {
    const bool texts = std::ranges::any_of(after.items, [](const YamlNode& item) { return item.is_text(); });
    if (at.items.empty() || (texts && key.text != "rules")) return false;
    const bool flow = within || spans_.is_flow(at);
    const Pairs pairs = pair_items(before, after);
    if (!is_sorted_when_read(key.text) && !keeps_order(pairs)) return false;
    std::vector<bool> gone(at.items.size(), false);
    for (std::size_t i = 0; i < before.items.size(); ++i) {
      const auto now = pairs.of_first[i];
      if (now && same_values(before.items[i], after.items[*now])) continue;
      const auto there = find_item(at, before.items[i]);
      if (!there) return false;
      const YamlNode& item = at.items[*there];
      gone[*there] = !now;
      if (!now && !remove_item(item, flow)) return false;
      if (now && !change(before.items[i], after.items[*now], item, item, flow)) return false;
    }
    const auto anchor = last_kept(gone, flow, !pairs.added.empty());
    return anchor && std::ranges::all_of(pairs.added, [&](std::size_t k) { return add_item(at, *anchor, after.items[k], flow); });
  }

  static std::optional<std::size_t> find_item(const YamlNode& list, const YamlNode& item) {
    const std::string id = id_of(item);
    const auto found = std::ranges::find_if(list.items, [&](const YamlNode& other) {
      return id.empty() ? other.line == item.line && other.column == item.column : id_of(other) == id;
    });
    return found == list.items.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - list.items.begin()));
  }

  // Behind which entry new ones go. Nothing where the whole had better be written anew: nothing is left to add to, or
  // the commas of several that go from between brackets would be counted twice.
  static std::optional<std::size_t> last_kept(const std::vector<bool>& gone, bool flow, bool adds) {
    const auto went = std::ranges::count(gone, true);
    if (flow && (went > 1 || (went == 1 && adds))) return std::nullopt;
    std::size_t last = gone.size();
    while (last > 0 && gone[last - 1]) --last;
    if (last == 0) return adds && !(flow && gone.empty()) ? std::nullopt : std::optional(last);
    return last - 1;
  }

  bool replace(const YamlNode& after, const YamlNode& at, const YamlNode& key, bool within) {
    if (at.is_empty()) return false;
    const std::size_t begin = spans_.begin_of(at);
    if (within || at.quoted || spans_.is_flow(at)) {
      splices_.push_back({begin, spans_.end_of_token(at), within || !after.is_text() ? flow_of(after) : scalar(after.text)});
      return true;
    }
    const auto dash = spans_.dash_of(at);
    const std::size_t owner = &key != &at ? spans_.begin_of(key) : dash.value_or(begin);
    std::size_t end = spans_.end_of_part(owner);
    if (at.is_text() && end <= spans_.line_end(begin)) end = std::min(end, spans_.comment_after(begin));
    const bool lines = !at.is_text() && !is_short(after);
    splices_.push_back({begin, end, lines ? joined(block_lines(after), spans_.column_of(begin)) : line_of(after)});
    return true;
  }

  bool add_entry(const YamlNode& map, std::size_t anchor, const YamlNode& key, const YamlNode& value, bool flow) {
    const std::string name = key_of(key.text, flow) + ": ";
    if (flow) return add_in_brackets(map, name + flow_of(value));
    const std::size_t last = spans_.begin_of(map.keys[anchor]), column = spans_.column_of(last), end = spans_.end_of_part(last);
    const bool flat = is_short(value) || std::ranges::any_of(map.items, [&](const YamlNode& other) {
                        return other.is_map() && spans_.is_flow(other);
                      });
    Lines lines;
    if (flat && column > 0) {
      lines.push_back(name + line_of(value));
    } else {
      put_entry(lines, key, value);
    }
    const bool spaced = column == 0 && spans_.text().find("\n\n") != std::string_view::npos;
    splices_.push_back({end, end, (spaced ? "\n\n" : "\n") + std::string(column, ' ') + joined(lines, column)});
    return true;
  }

  bool add_item(const YamlNode& list, std::size_t anchor, const YamlNode& value, bool flow) {
    if (flow) return add_in_brackets(list, flow_of(value));
    const YamlNode& neighbour = list.items[anchor];
    const auto dash = spans_.dash_of(neighbour);
    if (!dash) return false;
    const std::size_t column = spans_.column_of(*dash), end = spans_.end_of_part(*dash);
    Lines lines;
    put_item(lines, spans_.is_flow(neighbour) || value.is_text() ? Lines{line_of(value)} : block_lines(value));
    splices_.push_back({end, end, "\n" + std::string(column, ' ') + joined(lines, column)});
    return true;
  }

  bool add_in_brackets(const YamlNode& node, const std::string& text) {
    if (!spans_.is_flow(node)) return false;
    const std::size_t close = spans_.end_of_token(node) - 1;
    const std::size_t end = node.items.empty() ? close : spans_.text().find_last_not_of(" \n\r", close - 1) + 1;
    splices_.push_back({end, end, (node.items.empty() ? "" : ", ") + text});
    return true;
  }

  bool remove_entry(const YamlNode& map, std::size_t i, bool flow) {
    const std::size_t begin = spans_.begin_of(map.keys[i]);
    if (flow) return remove_in_brackets(begin, spans_.end_of_token(map.items[i].is_empty() ? map.keys[i] : map.items[i]));
    return remove_lines(begin);
  }

  bool remove_item(const YamlNode& item, bool flow) {
    if (flow) return remove_in_brackets(spans_.begin_of(item), spans_.end_of_token(item));
    const auto dash = spans_.dash_of(item);
    return dash && remove_lines(*dash);
  }

  bool remove_lines(std::size_t owner) {
    const std::size_t start = spans_.line_start(owner);
    if (spans_.text().substr(start, owner - start).find_first_not_of(' ') != std::string_view::npos) return false;
    const std::size_t end = spans_.line_end(spans_.end_of_part(owner));
    splices_.push_back({start, std::min(end + 1, spans_.text().size()), ""});
    return true;
  }

  bool remove_in_brackets(std::size_t begin, std::size_t end) {
    const std::string_view text = spans_.text();
    const std::size_t next = text.find_first_not_of(" \n\r", end);
    if (next != std::string_view::npos && text[next] == ',') {
      end = std::min(text.find_first_not_of(' ', next + 1), text.size());
    } else if (const std::size_t comma = text.find_last_not_of(" \n\r", begin - 1); text[comma] == ',') {
      begin = comma;
    }
    splices_.push_back({begin, end, ""});
    return true;
  }

  TextSpans spans_;
  std::vector<Splice> splices_;
};

std::optional<std::string> rewritten(std::string_view original, const Case& before, const Case& after, const std::string& wanted) {
  const auto tree = read_yaml(original, before.file), old_tree = tree_of(before), new_tree = tree_of(after);
  if (!tree || !old_tree || !new_tree) return std::nullopt;
  Rewriter rewriter(original);
  if (!rewriter.run(old_tree.value(), new_tree.value(), tree.value())) return std::nullopt;
  std::string text = rewriter.result();
  const auto read = read_case(text, {after.file, std::nullopt, false});
  return read && write_case(read.value()) == wanted ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace

RewrittenText rewrite_text(std::string_view original, const Case& before, const Case& after) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const std::string_view mark = original.starts_with(kByteOrderMark) ? kByteOrderMark : "";
  std::string wanted = write_case(after);
  auto text = rewritten(original.substr(mark.size()), before, after, wanted);
  if (text) return {std::string(mark) + *text, true};
  return {std::move(wanted), false};
}

bool has_comments(std::string_view text) {
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (at == 0 || text[at - 1] == '\n' || text[at - 1] == ' ') return true;
  }
  return false;
}

}  // namespace modus::formats

#include "modus/formats/canonical_tree.h"

#include <algorithm>

#include "modus/formats/write_case.h"
#include "modus/formats/yaml_text.h"

namespace modus::formats {
namespace {

using case_model::Case;
using Kind = YamlNode::Kind;

YamlNode node_of(Kind kind) {
  YamlNode node;
  node.kind = kind;
  node.line = node.column = 0;
  return node;
}

// Each function leaves `at_` behind what it has read, or sets `failed_`.
class CanonicalReader {
 public:
  explicit CanonicalReader(std::string_view text) : text_(text) {}

  std::optional<YamlNode> read_all() {
    YamlNode root = block(0);
    if (failed_ || at_ != text_.size()) return std::nullopt;
    return root;
  }
  std::optional<YamlNode> read_line() {
    YamlNode root = flow(true);
    if (failed_ || at_ != text_.size()) return std::nullopt;
    return root;
  }

 private:
  [[nodiscard]] bool has(std::string_view word) const { return text_.substr(at_, word.size()) == word; }
  bool take(std::string_view word) {
    if (!has(word)) return false;
    at_ += word.size();
    return true;
  }
  void require(std::string_view word) { failed_ = !take(word) || failed_; }

  // Moves to the first character of the next line if that is indented so.
  bool next_line(std::size_t indent) {
    if (failed_ || at_ >= text_.size()) return false;
    const std::size_t start = text_.find_first_not_of(' ', at_);
    if (start == std::string_view::npos || start - at_ != indent) return false;
    at_ = start;
    return true;
  }

  // Stands at the start of a line.
  YamlNode block(std::size_t indent) {
    if (!next_line(indent)) {
      failed_ = true;
      return {};
    }
    return has("- ") ? list(indent) : map(indent);
  }

  // Both stand behind the indent of their first line.
  YamlNode list(std::size_t indent) {
    YamlNode node = node_of(Kind::kList);
    do {
      require("- ");
      node.items.push_back(starts_with_key() ? map(indent + 2) : line_end(flow(false)));
    } while (!failed_ && next_line(indent) && (has("- ") || step_back(indent)));
    return node;
  }
  YamlNode map(std::size_t indent) {
    YamlNode node = node_of(Kind::kMap);
    do {
      node.keys.push_back(text_node(scalar_text(false)));
      require(":");
      if (take("\n")) {
        node.items.push_back(block(indent + 2));
      } else {
        require(" ");
        node.items.push_back(line_end(flow(false)));
      }
    } while (!failed_ && next_line(indent) && (!has("- ") || step_back(indent)));
    return node;
  }
  // The line belongs to something else.
  bool step_back(std::size_t indent) {
    at_ -= indent;
    return false;
  }
  YamlNode line_end(YamlNode node) {
    require("\n");
    return node;
  }

  [[nodiscard]] bool starts_with_key() const {
    if (has("[") || has("{")) return false;
    std::size_t end = at_;
    if (has("\"")) {
      end = closing_quote();
      return end != std::string_view::npos && text_.substr(end + 1, 1) == ":";
    }
    const std::size_t line = std::min(text_.size(), text_.find('\n', at_));
    const std::size_t colon = text_.substr(at_, line - at_).find(": ");
    return colon != std::string_view::npos || text_[line - 1] == ':';
  }
  [[nodiscard]] std::size_t closing_quote() const {
    for (std::size_t i = at_ + 1; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == '"') return i;
      if (text_[i] == '\\') ++i;
    }
    return std::string_view::npos;
  }

  YamlNode flow(bool within) {
    if (take("[")) return flow_parts(Kind::kList, "]");
    if (take("{")) return flow_parts(Kind::kMap, "}");
    YamlNode node = text_node(value_text(within));
    return node;
  }
  YamlNode flow_parts(Kind kind, std::string_view close) {
    YamlNode node = node_of(kind);
    if (take(close)) return node;
    do {
      if (kind == Kind::kMap) {
        node.keys.push_back(text_node(scalar_text(true)));
        require(": ");
      }
      node.items.push_back(flow(true));
    } while (!failed_ && take(", "));
    require(close);
    return node;
  }

  // A value: plain to the end of the line, or within brackets to the next of their signs.
  std::string value_text(bool within) {
    if (has("\"")) return quoted_text();
    const std::size_t end = std::min(text_.size(), text_.find_first_of(within ? ",]}\n" : "\n", at_));
    return plain_to(end);
  }
  // A key.
  std::string scalar_text(bool within) {
    if (has("\"")) return quoted_text();
    std::size_t end = text_.find_first_of(within ? ":,]}\n" : ":\n", at_);
    while (end != std::string_view::npos && text_[end] == ':' && end + 1 < text_.size() && text_[end + 1] != ' ' &&
           text_[end + 1] != '\n')
      end = text_.find_first_of(within ? ":,]}\n" : ":\n", end + 1);
    return plain_to(std::min(end, text_.size()));
  }
  std::string plain_to(std::size_t end) {
    const std::string_view plain = text_.substr(at_, end - at_);
    failed_ = failed_ || plain.empty();
    at_ = end;
    return std::string(plain);
  }

  std::string quoted_text() {
    const std::size_t end = closing_quote();
    std::string text;
    for (++at_; end != std::string_view::npos && at_ < end; ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
        text += escaped();
      } else {
        text += text_[at_];
      }
    }
    require("\"");
    return text;
  }
  std::string escaped() {
    switch (text_[at_]) {
      case 'n':
        return "\n";
      case 't':
        return "\t";
      case '"':
        return "\"";
      case '\\':
        return "\\";
      default:
        break;
    }
    for (const auto& [code, bytes] :
         {std::pair("uFEFF", "\xEF\xBB\xBF"), std::pair("u2028", "\xE2\x80\xA8"), std::pair("u2029", "\xE2\x80\xA9")}) {
      if (!take(code)) continue;
      --at_;
      return bytes;
    }
    failed_ = true;
    return "";
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

void stand_at(YamlNode& node, const base::Place& where) {
  node.line = where.line;
  node.column = where.column;
  for (YamlNode& key : node.keys) stand_at(key, where);
  for (YamlNode& item : node.items) stand_at(item, where);
}

// The tree has things in the order of the case.
template <class List>
void place_items(YamlNode& root, std::string_view section, const List& things) {
  const auto at = position_of(root, section);
  if (!at || root.items[*at].items.size() != things.size()) return;
  YamlNode& node = root.items[*at];
  std::size_t i = 0;
  for (const auto& thing : things) {
    if (!node.keys.empty()) stand_at(node.keys[i], thing.where);
    stand_at(node.items[i++], thing.where);
  }
}

void place_judgment(YamlNode& node, const std::string& name, const std::map<std::string, base::Place>& places) {
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string inner = name.empty() ? node.keys[i].text : name + "." + node.keys[i].text;
    const auto place = places.find(inner);
    if (place != places.end()) {
      stand_at(node.keys[i], place->second);
      stand_at(node.items[i], place->second);
    }
    place_judgment(node.items[i], inner, places);
  }
}

void place_judgments(YamlNode& root, const Case& subject) {
  const auto at = position_of(root, "judgments");
  if (!at) return;
  YamlNode& all = root.items[*at];
  for (std::size_t i = 0; i < all.keys.size(); ++i) {
    const auto party = subject.find_party(all.keys[i].text);
    if (!party) continue;
    const case_model::Judgments& judgments = subject.judgments[*party];
    place_judgment(all.items[i], "", judgments.places);
    place_items(all.items[i], "adjust", judgments.adjust);
  }
}

}  // namespace

YamlNode text_node(std::string text) {
  YamlNode node = node_of(Kind::kText);
  node.text = std::move(text);
  return node;
}

std::optional<std::size_t> position_of(const YamlNode& map, std::string_view key) {
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (map.keys[i].text == key) return i;
  }
  return std::nullopt;
}

bool same_values(const YamlNode& a, const YamlNode& b) {
  return a.kind == b.kind && a.text == b.text && std::ranges::equal(a.keys, b.keys, same_values) &&
         std::ranges::equal(a.items, b.items, same_values);
}

std::string flow_of(const YamlNode& node) {
  if (node.is_text()) return scalar(node.text, true);
  if (node.is_empty()) return "~";
  std::string text(1, node.is_map() ? '{' : '[');
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (i > 0) text += ", ";
    if (node.is_map()) text += key_of(node.keys[i].text, true) + ": ";
    text += flow_of(node.items[i]);
  }
  return text + (node.is_map() ? '}' : ']');
}

std::string key_of(std::string_view text, bool flow) { return text == "on" ? std::string(text) : scalar(text, flow); }

std::optional<YamlNode> read_canonical(std::string_view text) { return CanonicalReader(text).read_all(); }

std::optional<YamlNode> read_flow(std::string_view text) {
  auto node = CanonicalReader(text).read_line();
  return node && flow_of(*node) == text ? node : std::nullopt;
}

base::Result<YamlNode> tree_of(const Case& subject) {
  const std::string text = write_case(subject);
  auto quick = read_canonical(text);
  base::Result<YamlNode> read = quick ? base::Result<YamlNode>(std::move(*quick)) : read_yaml(text, subject.file);
  if (!read) return read;
  YamlNode& root = read.value();
  stand_at(root, {});
  place_items(root, "sources", subject.sources);
  place_items(root, "parties", subject.parties);
  place_items(root, "issues", subject.issues);
  place_items(root, "rules", subject.rules);
  place_items(root, "norms", subject.norms);
  place_items(root, "drafts", subject.drafts);
  place_items(root, "statements", subject.statements);
  place_items(root, "assessments", subject.assessments);
  place_items(root, "guarantees", subject.guarantees);
  place_items(root, "timeline", subject.timeline);
  if (const auto forecast = position_of(root, "forecast")) {
    stand_at(root.keys[*forecast], subject.forecast.where);
    stand_at(root.items[*forecast], subject.forecast.where);
  }
  place_items(root, "ideas", subject.ideas);
  place_items(root, "text", subject.text);
  place_judgments(root, subject);
  return read;
}

}  // namespace modus::formats

/// \file Where the prose of a page stands. Private to this room.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <unordered_set>

#include "modus/documents/html_tree.h"

namespace modus::documents {

/// Counts the bytes of prose below each element: text in paragraphs and list items, without what tags and
/// marks say is no part of a report.
class HtmlProse {
 public:
  explicit HtmlProse(const GumboNode* root);

  [[nodiscard]] std::size_t below(const GumboNode& node) const;
  /// At least so many tenths of the page's prose stand below the node; false for a page without any.
  [[nodiscard]] bool holds_tenths(const GumboNode& node, std::size_t tenths) const;
  /// Readers' comments: marked so, and with no first-level heading.
  [[nodiscard]] bool is_comments(const GumboNode& node) const;

 private:
  void mark_above_headings();
  void count();

  const GumboNode* root_;
  std::unordered_map<const GumboNode*, std::size_t> bytes_;
  std::unordered_set<const GumboNode*> above_headings_;
};

[[nodiscard]] inline bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA;
}

}  // namespace modus::documents

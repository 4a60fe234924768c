#include "modus/documents/html_prose.h"

#include <string_view>
#include <vector>

#include "modus/documents/html_marks.h"

namespace modus::documents {
namespace {

bool is_paragraph(const GumboNode& element) {
  return tag_of(element) == GUMBO_TAG_P || tag_of(element) == GUMBO_TAG_BLOCKQUOTE ||
         tag_of(element) == GUMBO_TAG_LI;
}

}  // namespace

HtmlProse::HtmlProse(const GumboNode* root) : root_(root) {
  mark_above_headings();
  count();
}

void HtmlProse::mark_above_headings() {
  walk(
      root_,
      [&](const GumboNode& node) {
        if (!is_element(node) || heading_level(node) != 1) return true;
        const GumboNode* at = &node;
        while (at != nullptr && above_headings_.insert(at).second) at = at->parent;
        return true;
      },
      [](const GumboNode&) {});
}

void HtmlProse::count() {
  std::vector<std::size_t> open;  // bytes so far below each open element
  std::size_t paragraphs = 0;
  walk(
      root_,
      [&](const GumboNode& node) {
        if (is_text(node) && paragraphs > 0) open.back() += std::string_view(node.v.text.text).size();
        if (!is_element(node)) return false;
        open.push_back(0);
        if (is_paragraph(node)) ++paragraphs;
        return !is_never_text(node) && !is_comments(node);
      },
      [&](const GumboNode& node) {
        if (!is_element(node)) return;
        if (is_paragraph(node)) --paragraphs;
        const std::size_t bytes = open.back();
        open.pop_back();
        if (bytes > 0) bytes_[&node] = bytes;
        if (!open.empty()) open.back() += bytes;
      });
}

std::size_t HtmlProse::below(const GumboNode& node) const {
  const auto found = bytes_.find(&node);
  return found == bytes_.end() ? 0 : found->second;
}

bool HtmlProse::holds_tenths(const GumboNode& node, std::size_t tenths) const {
  const std::size_t all = below(*root_);
  return all > 0 && below(node) * 10 >= all * tenths;
}

bool HtmlProse::is_comments(const GumboNode& node) const {
  return is_marked_as_comments(node) && !above_headings_.contains(&node);
}

}  // namespace modus::documents

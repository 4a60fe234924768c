/// \file A page of HTML as a tree. Private to this room.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"

namespace modus::documents {

/// The tree of a page, drawings left out.
class HtmlTree {
 public:
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  /// Problems: tags nested or numbered beyond reason, a page that breaks off within a tag or before its end.
  /// O(size) for pages as they are; memory is limited for all.
  [[nodiscard]] static base::Result<HtmlTree> parse(const std::string& name, std::string_view html);

  [[nodiscard]] const GumboNode* root() const { return root_; }
  /// The page, byte for byte, but for drawings, which are blanks.
  [[nodiscard]] std::string_view page() const { return *html_; }
  /// Where a string of the tree that points to the page's source begins in it.
  [[nodiscard]] std::size_t place_of(const char* source) const {
    return static_cast<std::size_t>(source - html_->data());
  }

 private:
  class Store;
  HtmlTree(std::unique_ptr<std::string> html, std::unique_ptr<Store> store);

  std::unique_ptr<std::string> html_;  // where the tree's strings point to
  std::unique_ptr<Store> store_;
  const GumboNode* root_ = nullptr;
};

[[nodiscard]] bool is_element(const GumboNode& node);
/// Precondition: an element. GUMBO_TAG_UNKNOWN for tags of a page's own.
[[nodiscard]] GumboTag tag_of(const GumboNode& node);
[[nodiscard]] const GumboAttribute* attribute(const GumboNode& node, const char* name);
/// Empty where there is none.
[[nodiscard]] std::string_view attribute_value(const GumboNode& node, const char* name);

/// Visits a node and what is below it, in order, without recursion. `enter` tells whether to go on below a
/// node; `leave` is called after, for every node entered.
template <class Enter, class Leave>
void walk(const GumboNode* top, Enter enter, Leave leave) {
  struct Step {
    const GumboNode* node;
    bool done;
  };
  std::vector<Step> steps{{top, false}};
  while (!steps.empty()) {
    const Step step = steps.back();
    steps.pop_back();
    if (step.done) {
      leave(*step.node);
      continue;
    }
    const bool below = enter(*step.node);
    steps.push_back({step.node, true});
    if (!below || !is_element(*step.node)) continue;
    const GumboVector& children = step.node->v.element.children;
    for (unsigned i = children.length; i > 0; --i)
      steps.push_back({static_cast<const GumboNode*>(children.data[i - 1]), false});
  }
}

}  // namespace modus::documents

#include "modus/documents/html.h"

#include <algorithm>
#include <iterator>

#include "modus/documents/html_about.h"
#include "modus/documents/html_letters.h"
#include "modus/documents/html_marks.h"
#include "modus/documents/html_prose.h"
#include "modus/documents/html_tree.h"
#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

class PageReader {
 public:
  explicit PageReader(const HtmlTree& tree) : tree_(tree), prose_(tree.root()), writer_(tree.page()) {}

  std::vector<Stretch> read(const About& about) {
    find_report();
    find_title(about);
    const bool ahead = title_ != nullptr && !is_below(*title_, *report_);
    started_ = !ahead;
    const GumboNode* top = report_;
    while (ahead && top->parent != nullptr && !is_below(*title_, *top)) top = top->parent;
    walk(
        top, [&](const GumboNode& node) { return enter(node); }, [&](const GumboNode& node) { leave(node); });
    flush(*top);
    return writer_.take();
  }

 private:
  // The innermost candidate that holds most of the page's prose.
  void find_report() {
    report_ = tree_.root();
    walk(
        tree_.root(),
        [&](const GumboNode& node) {
          if (!is_element(node) || is_never_text(node) || prose_.is_comments(node)) return false;
          if (may_hold_report(node) && prose_.holds_tenths(node, 6)) report_ = &node;
          return true;
        },
        [](const GumboNode&) {});
  }

  // The heading that says what the page's title says; or else the first of the first level in the report, or
  // the last before it. The name of the paper in such a heading is none.
  void find_title(const About& about) {
    const GumboNode* inside = nullptr;
    const GumboNode* named = nullptr;
    const GumboNode* before = nullptr;
    bool reached = false;
    walk(
        tree_.root(),
        [&](const GumboNode& node) {
          reached = reached || &node == report_;
          if (!is_element(node) || is_left_out(node)) return false;
          if (heading_level(node) == 0) return true;
          const bool within = is_below(node, *report_);
          if (named == nullptr && (within || !reached) && says(node, about.title.value)) named = &node;
          if (heading_level(node) != 1 || says(node, about.publisher.value)) return false;
          if (inside == nullptr && within) inside = &node;
          if (!reached) before = &node;
          return false;
        },
        [](const GumboNode&) {});
    title_ = named != nullptr ? named : inside != nullptr ? inside : before;
  }

  // Whether the heading has the page's title for its text, blanks aside.
  [[nodiscard]] static bool says(const GumboNode& heading, std::string_view wanted) {
    std::string said;
    walk(
        &heading,
        [&](const GumboNode& node) {
          if (is_text(node)) said += node.v.text.text;
          return true;
        },
        [](const GumboNode&) {});
    return says_title(said, wanted);
  }

  [[nodiscard]] static bool is_below(const GumboNode& node, const GumboNode& top) {
    for (const GumboNode* at = &node; at != nullptr; at = at->parent) {
      if (at == &top) return true;
    }
    return false;
  }

  // Furniture by tag, or by its marks where most of the prose stands elsewhere.
  [[nodiscard]] bool is_left_out(const GumboNode& node) const {
    if (tag_of(node) == GUMBO_TAG_HTML || tag_of(node) == GUMBO_TAG_BODY || &node == report_) return false;
    if (is_never_text(node) || prose_.is_comments(node)) return true;
    return !prose_.holds_tenths(node, 4) && heading_level(node) != 1 && is_marked_as_furniture(node);
  }

  // What stands before the title and after the report is passed over.
  bool enter(const GumboNode& node) {
    if (&node == title_) started_ = true;
    if (ended_) return false;
    if (!started_) return is_element(node) && !is_left_out(node);
    if (node.type == GUMBO_NODE_WHITESPACE) return blank(node);
    if (is_text(node)) return write_text(node);
    if (!is_element(node) || is_left_out(node)) return false;
    if (is_block(node) && node.parent != nullptr) flush(*node.parent);
    if (tag_of(node) == GUMBO_TAG_BR) {
      ++breaks_;
      break_tag_ = node.v.element.original_tag;
    }
    if (tag_of(node) == GUMBO_TAG_A) writer_.set_linked(++links_ > 0);
    if (tag_of(node) == GUMBO_TAG_Q) write_tag("\u201C", node.v.element.original_tag);
    return true;
  }

  void leave(const GumboNode& node) {
    if (!is_element(node) || ended_ || !started_ || is_left_out(node)) return;
    if (is_block(node)) flush(node);
    if (tag_of(node) == GUMBO_TAG_Q) write_tag("\u201D", node.v.element.original_end_tag);
    if (tag_of(node) == GUMBO_TAG_A) writer_.set_linked((links_ = std::max(links_ - 1, 0)) > 0);
    ended_ = &node == report_;
  }

  // Letters that a reader sees in a tag's place.
  void write_tag(std::string_view letters, GumboStringPiece tag) {
    if (tag.length == 0) return;
    const std::size_t begin = tree_.place_of(tag.data);
    writer_.add_piece(letters, begin, begin + tag.length);
  }

  bool blank(const GumboNode& node) {
    const std::size_t begin = tree_.place_of(node.v.text.original_text.data);
    writer_.add_blank(begin, begin + node.v.text.original_text.length);
    return false;
  }

  bool write_text(const GumboNode& node) {
    const std::string_view text = node.v.text.text;
    const GumboStringPiece source = node.v.text.original_text;
    if (source.data == nullptr) return false;
    settle_breaks(text, node);
    const std::size_t begin = tree_.place_of(source.data);
    for (const LetterPair& pair : pair_letters(text, {source.data, source.length})) {
      const std::size_t from = begin + pair.source_begin, to = begin + pair.source_end;
      if (pair.same) {
        writer_.add(from, to);
      } else {
        writer_.add_piece(text.substr(pair.text_begin, pair.text_end - pair.text_begin), from, to);
      }
    }
    return false;
  }

  // A line break ends a block, unless the sentence plainly goes on after a single one.
  void settle_breaks(std::string_view text, const GumboNode& node) {
    if (breaks_ == 0) return;
    const std::string_view next = trim(text);
    if (next.empty()) return;
    const bool goes_on = breaks_ == 1 && break_tag_.length > 0 && is_small(first_letter(next).value);
    breaks_ = 0;
    const std::size_t at = goes_on ? tree_.place_of(break_tag_.data) : 0;
    if (goes_on) return writer_.add_blank(at, at + break_tag_.length);
    flush(*node.parent);
  }

  // Ends the current stretch; its kind follows from the nearest block it stands in.
  void flush(const GumboNode& within) {
    breaks_ = 0;
    if (writer_.current().empty()) return;
    const GumboNode* block = &within;
    while (block->parent != nullptr && (!is_element(*block) || !is_block(*block))) block = block->parent;
    const BlockKind kind = kind_of(*block);
    writer_.end(kind, kind != BlockKind::kParagraph);
  }

  [[nodiscard]] BlockKind kind_of(const GumboNode& block) const {
    constexpr std::size_t kLongestByline = 220;
    if (&block == title_ || (title_ != nullptr && is_below(block, *title_))) return BlockKind::kTitle;
    const bool short_enough = writer_.current().size() <= kLongestByline && is_element(block);
    if (short_enough &&
        (is_marked_as_byline(block) || is_byline_parent(block) || tag_of(block) == GUMBO_TAG_ADDRESS))
      return BlockKind::kByline;
    for (const GumboNode* at = &block; at != nullptr && is_element(*at) && at != report_; at = at->parent) {
      if (heading_level(*at) != 0) return BlockKind::kHeading;
      if (tag_of(*at) == GUMBO_TAG_LI) return BlockKind::kListItem;
      if (tag_of(*at) != GUMBO_TAG_P && tag_of(*at) != GUMBO_TAG_DIV) break;
    }
    return BlockKind::kParagraph;
  }

  // Around the block, and with hardly any prose.
  [[nodiscard]] bool is_byline_parent(const GumboNode& block) const {
    constexpr std::size_t kLittle = 400;
    const GumboNode* parent = block.parent;
    return parent != nullptr && parent != report_ && is_element(*parent) &&
           prose_.below(*parent) <= kLittle && is_marked_as_byline(*parent);
  }

  const HtmlTree& tree_;
  HtmlProse prose_;
  StretchWriter writer_;
  const GumboNode* report_ = nullptr;
  const GumboNode* title_ = nullptr;
  GumboStringPiece break_tag_{};  // of the last line break
  int breaks_ = 0, links_ = 0;
  bool started_ = true, ended_ = false;
};

}  // namespace

base::Result<HtmlReport> read_html(const std::string& name, std::string_view stored) {
  const auto tree = HtmlTree::parse(name, stored);
  if (!tree.ok()) return tree.problems();
  HtmlReport report;
  report.about = read_html_about(tree.value(), stored);
  report.stretches = PageReader(tree.value()).read(report.about);
  return report;
}

}  // namespace modus::documents

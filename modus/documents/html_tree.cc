#include "modus/documents/html_tree.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

using base::Place;
using base::Problem;

// Memory for a tree: so much for each byte of the page, more than pages need that repeat no formatting
// without end.
constexpr std::size_t kMemoryPerByte = 256, kLeastMemory = 8U << 20U, kMostMemory = 256U << 20U;
constexpr std::size_t kDeepest = 512;  // open tags within one another
constexpr std::size_t kMostTags = 400'000;
constexpr std::size_t kMostPages = 50;          // <html> or <body>
constexpr std::size_t kMostAttributes = 1'000;  // of one tag

int line_at(std::string_view html, std::size_t at) {
  return 1 + static_cast<int>(std::count(
                 html.begin(), html.begin() + static_cast<std::ptrdiff_t>(std::min(at, html.size())), '\n'));
}

// Tags that hold nothing, or that end by themselves where the next one begins.
bool ends_by_itself(std::string_view name) {
  constexpr std::array<std::string_view, 23> kNames = {
      "area", "base",  "body", "br",   "col",  "colgroup", "dd", "dt",    "embed",  "head",  "hr", "html",
      "img",  "input", "li",   "link", "meta", "option",   "p",  "param", "source", "track", "wbr"};
  return std::binary_search(kNames.begin(), kNames.end(), name);
}

// Parts of a table: each ends what came before it in that table.
bool is_table_part(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames = {"caption", "tbody", "td", "tfoot", "th", "thead", "tr"};
  return std::binary_search(kNames.begin(), kNames.end(), name);
}

// What is open around these is not ended by a tag within them.
bool is_barrier(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames = {"applet", "button", "marquee", "object",
                                                      "table",  "td",     "template"};
  return std::binary_search(kNames.begin(), kNames.end(), name);
}

// How deep the parser's tree gets, nearly: which tags are open within one another.
class OpenTags {
 public:
  [[nodiscard]] std::size_t depth() const { return open_.size(); }

  void open(std::string_view name) {
    if (is_table_part(name)) return open_part();
    if (!ends_by_itself(name)) open_.emplace_back(name);
  }

  void close(std::string_view name) {
    const bool of_table = name == "table" || is_table_part(name);
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] == name || (of_table && open_[i - 1] == "table"))
        return open_.resize(i - (open_[i - 1] == name ? 1 : 0));
      if (!of_table && is_barrier(open_[i - 1])) return;
    }
  }

 private:
  void open_part() {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] != "table") continue;
      open_.resize(i);
      open_.emplace_back("td");
      return;
    }
  }

  std::vector<std::string> open_;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
  std::string name;  // in lower case
  bool closing = false, complete = false;
  std::size_t attributes = 0;
  std::size_t end = 0;
};

// The tag whose '<' stands at `at`.
Tag read_tag(std::string_view html, std::size_t at) {
  Tag tag;
  tag.closing = html[at + 1] == '/';
  std::size_t i = at + (tag.closing ? 2 : 1);
  const std::size_t name = i;
  while (i < html.size() && (is_letter(html[i]) || is_digit(html[i]) || html[i] == '-')) ++i;
  tag.name = to_lower(html.substr(name, i - name));
  char quote = 0;
  for (; i < html.size(); ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '>') {
      tag.complete = true;
      break;
    } else if ((html[i] == '"' || html[i] == '\'') && html[i - 1] == '=') {
      quote = html[i];
    } else if (html[i] == ' ' || html[i] == '\n' || html[i] == '\t' || html[i] == '/') {
      ++tag.attributes;
    }
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

// Looks over the tags before the parser does, which takes very long over absurd pages; blanks out drawings.
class Overlook {
 public:
  Overlook(const std::string& name, std::string& html) : name_(name), page_(html), html_(html) {}

  std::optional<Problem> look() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
      if (html_.substr(at).starts_with("<!--")) {
        const std::size_t end = html_.find("-->", at + 4);
        if (end == std::string_view::npos) break;  // the parser takes the rest as a comment
        at = end + 3;
        continue;
      }
      const bool tag = at + 2 < html_.size() &&
                       (is_letter(html_[at + 1]) || (html_[at + 1] == '/' && is_letter(html_[at + 2])));
      if (!tag) {
        ++at;
        continue;
      }
      const Tag found = read_tag(html_, at);
      if (!found.closing && found.complete && found.name == "svg" && blank_drawing(at)) continue;
      if (auto problem = check(found, at)) return problem;
      at = found.end;
      if (!found.closing && (found.name == "script" || found.name == "style"))
        at = end_of_raw(found.name, at);
    }
    return end_problem();
  }

 private:
  std::optional<Problem> check(const Tag& tag, std::size_t at) {
    if (!tag.complete) return problem(at, "the page breaks off within a tag", "fetch the whole page again");
    if (++tags_ > kMostTags)
      return problem(at, "the page has too many tags",
                     "at most " + std::to_string(kMostTags) + " are read; save the report alone");
    if (tag.attributes > kMostAttributes)
      return problem(at, "a tag has too many attributes",
                     "at most " + std::to_string(kMostAttributes) + " are read");
    const bool whole = tag.name == "html" || tag.name == "body";
    if (whole && !tag.closing && ++wholes_ > kMostPages)
      return problem(at, "the file holds many pages", "save the report alone");
    if (tag.name == "html" && !tag.closing) has_html_ = true;
    if (tag.name == "body" && !tag.closing) has_body_ = true;
    if (whole && tag.closing) has_end_ = true;
    tag.closing ? open_.close(tag.name) : open_.open(tag.name);
    if (open_.depth() > kDeepest)
      return problem(at, "tags are nested too deeply, or never closed",
                     "at most " + std::to_string(kDeepest) + " open tags are read; save the report alone");
    return std::nullopt;
  }

  Problem problem(std::size_t at, std::string what, std::string fix) const {
    return {Place{name_, line_at(html_, at), 0}, std::move(what), std::move(fix)};
  }

  bool blank_drawing(std::size_t at) {
    if (drawings_over_) return false;
    const std::size_t end = html_.find("</svg", at);
    drawings_over_ = end == std::string_view::npos;
    if (drawings_over_) return false;
    const std::size_t close = std::min(html_.find('>', end), html_.size() - 1);
    std::fill(page_.begin() + static_cast<std::ptrdiff_t>(at),
              page_.begin() + static_cast<std::ptrdiff_t>(close) + 1, ' ');
    return true;
  }

  // "<script>" goes on to its own end, whatever stands in it.
  std::size_t end_of_raw(const std::string& name, std::size_t at) {
    const std::string end = "</" + name;
    for (std::size_t i = html_.find("</", at); i != std::string_view::npos; i = html_.find("</", i + 2)) {
      if (starts_with_no_case(html_.substr(i), end)) return i;
    }
    return html_.size();
  }

  // A page that begins as a whole one does and never ends is the first part of one.
  std::optional<Problem> end_problem() const {
    if (!has_html_ || has_end_ || (!has_body_ && open_.depth() == 0)) return std::nullopt;
    return problem(html_.size(), "the page breaks off before its end", "fetch the whole page again");
  }

  const std::string& name_;
  std::string& page_;
  std::string_view html_;  // the same
  OpenTags open_;
  std::size_t tags_ = 0, wholes_ = 0;
  bool has_html_ = false, has_body_ = false, has_end_ = false, drawings_over_ = false;
};

}  // namespace

// Memory for a tree, let go of all at once: the parser's own way of doing so is recursive, and it cannot
// be told that there is no more memory but by leaving it.
class HtmlTree::Store {
 public:
  explicit Store(std::size_t page) : most_(std::min(kLeastMemory + kMemoryPerByte * page, kMostMemory)) {}
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store() {
    for (void* block : blocks_) std::free(block);
  }

  // Whether the parser came to its end; nothing in here has a destructor that leaving it would pass over.
  bool parse(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* store, std::size_t size) { return static_cast<Store*>(store)->take(size); };
    options.deallocator = [](void*, void*) {};
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(full_) != 0) return false;
    output_ = gumbo_parse_with_options(&options, html.data(), html.size());
    return output_ != nullptr;
  }

  [[nodiscard]] const GumboNode* root() const { return output_->root; }

 private:
  static constexpr std::size_t kBlock = 1U << 20U;

  void* take(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_ && !add_block(std::max(size, kBlock))) std::longjmp(full_, 1);
    void* taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

  bool add_block(std::size_t size) {
    if (used_ + size > most_) return false;
    void* block = std::malloc(size);
    if (block == nullptr) return false;
    blocks_.push_back(block);
    used_ += size;
    next_ = static_cast<char*>(block);
    left_ = size;
    return true;
  }

  std::vector<void*> blocks_;
  char* next_ = nullptr;
  std::size_t most_, left_ = 0, used_ = 0;
  GumboOutput* output_ = nullptr;
  std::jmp_buf full_{};
};

HtmlTree::HtmlTree(std::unique_ptr<std::string> html, std::unique_ptr<Store> store)
    : html_(std::move(html)), store_(std::move(store)), root_(store_->root()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

base::Result<HtmlTree> HtmlTree::parse(const std::string& name, std::string_view html) {
  auto page = std::make_unique<std::string>(html);
  if (page->starts_with("\xEF\xBB\xBF")) page->replace(0, 3, "   ");
  if (auto problem = Overlook(name, *page).look()) return *std::move(problem);
  auto store = std::make_unique<Store>(page->size());
  if (!store->parse(*page))
    return Problem{Place{name, 0, 0}, "the page is too tangled to be read",
                   "save the report alone, as plain text"};
  return HtmlTree(std::move(page), std::move(store));
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}
GumboTag tag_of(const GumboNode& node) { return node.v.element.tag; }

const GumboAttribute* attribute(const GumboNode& node, const char* name) {
  return is_element(node) ? gumbo_get_attribute(&node.v.element.attributes, name) : nullptr;
}

std::string_view attribute_value(const GumboNode& node, const char* name) {
  const GumboAttribute* found = attribute(node, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

}  // namespace modus::documents

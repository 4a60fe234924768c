#include "modus/documents/html_about.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <string>

#include "modus/documents/html_marks.h"
#include "modus/documents/json_about.h"
#include "modus/documents/letters.h"
#include "modus/documents/names.h"

namespace modus::documents {
namespace {

std::string squeezed(std::string_view text) {
  std::string made;
  for (const char c : trim(text)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) made += c;
    if (blank && made.back() != ' ') made += ' ';
  }
  return made;
}

class AboutReader {
 public:
  AboutReader(const HtmlTree& tree, std::string_view stored) : tree_(tree), stored_(stored) {}

  About read() {
    walk(
        tree_.root(), [&](const GumboNode& node) { return visit(node); }, [](const GumboNode&) {});
    About about;
    about.title = first({"og:title", "twitter:title", "dc.title", "headline"}, json_.title);
    if (about.title.empty()) about.title = title_tag_;
    about.publisher =
        first({"og:site_name", "article:publisher", "publisher", "dc.publisher", "application-name"},
              json_.publisher);
    if (about.publisher.value.find("://") != std::string::npos) about.publisher = json_.publisher;
    if (about.publisher.empty()) about.publisher = publisher_of_title(about.title.value);
    cut_publisher(about.title, about.publisher.value);
    about.date = first({"article:published_time", "og:article:published_time", "datepublished", "publishdate",
                        "pubdate", "date", "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date"},
                       json_.date);
    if (!find_day(about.date.value)) about.date = time_;
    if (!find_day(about.date.value)) about.date = day_of_address();
    about.authors = authors();
    return about;
  }

 private:
  bool visit(const GumboNode& node) {
    if (!is_element(node)) return false;
    switch (tag_of(node)) {
      case GUMBO_TAG_META:
        add_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (attribute_value(node, "rel") == "canonical") address_ = attribute_field(node, "href");
        break;
      case GUMBO_TAG_TITLE:
        if (title_tag_.empty()) title_tag_ = text_field(node);
        break;
      case GUMBO_TAG_SCRIPT:
        add_script(node);
        return false;
      case GUMBO_TAG_TIME:
        if (time_.empty() || attribute_value(node, "itemprop") == "datePublished")
          time_ = attribute_field(node, "datetime");
        break;
      default:
        break;
    }
    return tag_of(node) == GUMBO_TAG_HEAD || !is_never_text(node);
  }

  // The value as it is meant, and where it stands, without the marks around it.
  AboutField attribute_field(const GumboNode& node, const char* name) const {
    const GumboAttribute* found = attribute(node, name);
    if (found == nullptr) return {};
    AboutField field{squeezed(found->value), std::nullopt};
    std::size_t begin = tree_.place_of(found->original_value.data),
                end = begin + found->original_value.length;
    const bool quoted = end > begin + 1 && (stored_[begin] == '"' || stored_[begin] == '\'');
    if (quoted) {
      ++begin;
      --end;
    }
    if (begin < end && end <= stored_.size()) field.stored = Span{begin, end};
    return field;
  }

  AboutField text_field(const GumboNode& node) const {
    const GumboVector& children = node.v.element.children;
    if (children.length != 1) return {};
    const auto* text = static_cast<const GumboNode*>(children.data[0]);
    if (text->type != GUMBO_NODE_TEXT) return {};
    const std::size_t begin = tree_.place_of(text->v.text.original_text.data);
    return {squeezed(text->v.text.text), Span{begin, begin + text->v.text.original_text.length}};
  }

  void add_meta(const GumboNode& node) {
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string name = to_lower(attribute_value(node, key));
      AboutField field = attribute_field(node, "content");
      if (name.empty() || field.empty()) continue;
      if (name == "author" || name == "article:author" || name == "dc.creator" || name == "byl" ||
          name == "parsely-author" || name == "citation_author") {
        authors_.push_back(field);
      } else {
        metas_.emplace(name, std::move(field));
      }
    }
  }

  void add_script(const GumboNode& node) {
    if (!starts_with_no_case(attribute_value(node, "type"), "application/ld+json")) return;
    const GumboVector& children = node.v.element.children;
    if (children.length == 0) return;
    const auto* text = static_cast<const GumboNode*>(children.data[0]);
    if (text->type != GUMBO_NODE_TEXT && text->type != GUMBO_NODE_CDATA) return;
    const GumboStringPiece source = text->v.text.original_text;
    About found = read_json_about({source.data, source.length}, tree_.place_of(source.data));
    if (json_.title.empty() && json_.authors.empty()) json_ = std::move(found);
  }

  AboutField first(std::initializer_list<const char*> names, const AboutField& otherwise) const {
    for (const char* name : names) {
      if (const auto found = metas_.find(name); found != metas_.end()) return found->second;
    }
    return otherwise;
  }

  // "Talks stall | Quay Post": what stands in the title tag besides the title.
  AboutField publisher_of_title(std::string_view title) const {
    for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " :: "}) {
      const std::size_t at = title_tag_.value.rfind(mark);
      if (at == std::string::npos || title == title_tag_.value.substr(at + mark.size())) continue;
      const std::string name = title_tag_.value.substr(at + mark.size());
      const std::size_t place =
          title_tag_.stored ? stored_.substr(0, title_tag_.stored->end).rfind(name) : std::string_view::npos;
      if (!is_capitalised(name, 6)) continue;
      if (place == std::string_view::npos || place < title_tag_.stored->begin) return {name, std::nullopt};
      return {name, Span{place, place + name.size()}};
    }
    return {};
  }

  // "Talks stall | Quay Post" -> "Talks stall"
  void cut_publisher(AboutField& title, std::string_view publisher) const {
    for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " :: "}) {
      const std::string tail = std::string(mark) + std::string(publisher);
      if (publisher.empty() || !title.value.ends_with(tail)) continue;
      title.value.resize(title.value.size() - tail.size());
      const bool same =
          title.stored && stored_.substr(title.stored->begin, title.stored->size()).ends_with(tail);
      title.stored =
          same ? std::optional(Span{title.stored->begin, title.stored->end - tail.size()}) : std::nullopt;
      return;
    }
  }

  // ".../2026/05/03/..."
  AboutField day_of_address() const {
    const AboutField address = first({"og:url"}, address_);
    const auto day = find_day(address.value);
    return day && day->year != 0 ? address : AboutField{};
  }

  std::vector<AboutField> authors() const {
    std::vector<AboutField> made;
    for (const auto* fields : {&authors_, &json_.authors}) {
      for (const AboutField& field : *fields) {
        for (AboutField& author : authors_in(field)) {
          const bool known = std::any_of(made.begin(), made.end(),
                                         [&](const AboutField& one) { return one.value == author.value; });
          if (!known) made.push_back(std::move(author));
        }
      }
      if (!made.empty()) break;
    }
    return made;
  }

  const HtmlTree& tree_;
  std::string_view stored_;
  std::map<std::string, AboutField> metas_;
  std::vector<AboutField> authors_;
  AboutField title_tag_, time_, address_;
  About json_;
};

}  // namespace

About read_html_about(const HtmlTree& tree, std::string_view stored) {
  return AboutReader(tree, stored).read();
}

}  // namespace modus::documents

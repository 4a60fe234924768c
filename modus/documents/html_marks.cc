#include "modus/documents/html_marks.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "modus/documents/letters.h"
#include "modus/documents/names.h"

namespace modus::documents {
namespace {

using Words = std::set<std::string_view>;

bool is_word_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

void add_words(std::vector<std::string>& words, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;  // "postByline" is two words
    while (end < text.size() && is_word_letter(text[end]) &&
           !(is_upper(text[end]) && !is_upper(text[end - 1])))
      ++end;
    words.push_back(to_lower(text.substr(at, end - at)));
    at = end;
  }
}

const Words& furniture_words() {
  static constexpr std::string_view kList =
      "nav navbar navigation menu sidebar footer related recommended recommendations recommendation share "
      "sharing sharebar social comment comments disqus respond promo promos promotion ad ads advert adverts "
      "advertisement advertising adslot adsbygoogle dfp sponsor sponsored newsletter subscribe subscription "
      "signup cookie cookies consent gdpr breadcrumb breadcrumbs popup modal overlay banner paywall tags "
      "taglist bio pullquote trending popular toolbar pagination pager poll quiz gallery slideshow carousel "
      "caption credit credits outbrain taboola widget widgets hidden visuallyhidden teaser teasers tooltip "
      "button btn login donate donation appeal topics print";
  static const auto list = words_of(kList);
  static const Words kWords(list.begin(), list.end());
  return kWords;
}

// Two words one after the other that name furniture together only.
bool is_furniture_pair(std::string_view first, std::string_view second) {
  static const std::set<std::pair<std::string_view, std::string_view>> kPairs = {
      {"most", "read"},     {"read", "more"},   {"read", "next"},    {"see", "also"},     {"also", "like"},
      {"up", "next"},       {"more", "from"},   {"more", "stories"}, {"pull", "quote"},   {"sr", "only"},
      {"screen", "reader"}, {"site", "header"}, {"site", "title"},   {"author", "box"},   {"author", "info"},
      {"about", "author"},  {"sign", "up"},     {"in", "brief"},     {"next", "article"}, {"latest", "news"},
      {"editors", "picks"}, {"tag", "list"},    {"call", "out"}};
  return kPairs.contains({first, second});
}

bool is_hidden(const GumboNode& element) {
  if (attribute(element, "hidden") != nullptr || attribute_value(element, "aria-hidden") == "true")
    return true;
  const std::string_view style = attribute_value(element, "style");
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos ||
         style.find("visibility:hidden") != std::string_view::npos;
}

// "[1]", linked to a note.
bool is_note_mark(const GumboNode& element) {
  if (tag_of(element) != GUMBO_TAG_SUP) return false;
  const GumboVector& children = element.v.element.children;
  if (children.length != 1) return false;
  const auto* child = static_cast<const GumboNode*>(children.data[0]);
  return is_element(*child) && tag_of(*child) == GUMBO_TAG_A;
}

bool has_furniture_role(const GumboNode& element) {
  static const Words kRoles = {"navigation", "banner",  "contentinfo", "complementary", "search",
                               "form",       "dialog",  "alert",       "alertdialog",   "menu",
                               "menubar",    "toolbar", "tablist",     "button"};
  return kRoles.contains(attribute_value(element, "role"));
}

}  // namespace

std::vector<std::string> mark_words(const GumboNode& element) {
  std::vector<std::string> words;
  if (element.v.element.attributes.length == 0) return words;
  add_words(words, attribute_value(element, "class"));
  words.emplace_back();  // class and id make no pair
  add_words(words, attribute_value(element, "id"));
  return words;
}

bool is_never_text(const GumboNode& element) {
  constexpr std::array<GumboTag, 32> kTags = {
      GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,      GUMBO_TAG_FOOTER,   GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,
      GUMBO_TAG_FORM,   GUMBO_TAG_NOSCRIPT,   GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,   GUMBO_TAG_SVG,
      GUMBO_TAG_MATH,   GUMBO_TAG_BUTTON,     GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT,
      GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS,
      GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED,      GUMBO_TAG_MENU,     GUMBO_TAG_HEAD,     GUMBO_TAG_DEL,
      GUMBO_TAG_S,      GUMBO_TAG_STRIKE,     GUMBO_TAG_LABEL,    GUMBO_TAG_DATALIST, GUMBO_TAG_NOFRAMES,
      GUMBO_TAG_APPLET, GUMBO_TAG_PROGRESS};
  if (std::find(kTags.begin(), kTags.end(), tag_of(element)) != kTags.end() || is_note_mark(element))
    return true;
  return element.v.element.attributes.length > 0 && (has_furniture_role(element) || is_hidden(element));
}

bool is_marked_as_furniture(const GumboNode& element) {
  const auto words = mark_words(element);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (furniture_words().contains(words[i])) return true;
    if (i + 1 < words.size() && is_furniture_pair(words[i], words[i + 1])) return true;
  }
  return false;
}

bool is_marked_as_comments(const GumboNode& element) {
  static const Words kWords = {"comment", "comments", "disqus", "respond"};
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN) return false;
  const auto words = mark_words(element);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return kWords.contains(word) &&
           (tag != GUMBO_TAG_ARTICLE || word == "comment");  // "comments-open" says nothing
  });
}

bool is_marked_as_byline(const GumboNode& element) {
  static const Words kWords = {"byline",      "bylines", "author",    "authors", "dateline",
                               "timestamp",   "pubdate", "published", "writer",  "meta",
                               "contributor", "date",    "datetime",  "time"};
  if (attribute_value(element, "rel") == "author" || attribute_value(element, "itemprop") == "author")
    return true;
  const auto words = mark_words(element);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return kWords.contains(word); });
}

bool may_hold_report(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || attribute_value(element, "role") == "main" ||
      attribute_value(element, "itemprop") == "articleBody")
    return true;
  if (tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_SECTION && tag != GUMBO_TAG_TD) return false;
  static const Words kOf = {"article", "story", "post", "entry", "page", "main"},
                     kWhat = {"body", "content", "text"};
  const auto words = mark_words(element);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (kOf.contains(words[i]) && kWhat.contains(words[i + 1])) return true;
  }
  return false;
}

bool is_block(const GumboNode& element) {
  constexpr std::array<GumboTag, 38> kTags = {
      GUMBO_TAG_HTML,       GUMBO_TAG_BODY,    GUMBO_TAG_P,      GUMBO_TAG_DIV,     GUMBO_TAG_SECTION,
      GUMBO_TAG_ARTICLE,    GUMBO_TAG_MAIN,    GUMBO_TAG_HEADER, GUMBO_TAG_H1,      GUMBO_TAG_H2,
      GUMBO_TAG_H3,         GUMBO_TAG_H4,      GUMBO_TAG_H5,     GUMBO_TAG_H6,      GUMBO_TAG_UL,
      GUMBO_TAG_OL,         GUMBO_TAG_LI,      GUMBO_TAG_DL,     GUMBO_TAG_DT,      GUMBO_TAG_DD,
      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,     GUMBO_TAG_TABLE,  GUMBO_TAG_TR,      GUMBO_TAG_TD,
      GUMBO_TAG_TH,         GUMBO_TAG_TBODY,   GUMBO_TAG_THEAD,  GUMBO_TAG_TFOOT,   GUMBO_TAG_CAPTION,
      GUMBO_TAG_HR,         GUMBO_TAG_ADDRESS, GUMBO_TAG_CENTER, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,
      GUMBO_TAG_FIELDSET,   GUMBO_TAG_LEGEND,  GUMBO_TAG_HGROUP};
  return std::find(kTags.begin(), kTags.end(), tag_of(element)) != kTags.end();
}

int heading_level(const GumboNode& element) {
  constexpr std::array<GumboTag, 6> kTags = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                                             GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};
  const auto found = std::find(kTags.begin(), kTags.end(), tag_of(element));
  return found == kTags.end() ? 0 : 1 + static_cast<int>(found - kTags.begin());
}

}  // namespace modus::documents

#include "modus/documents/furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

// A line that begins so, and goes on with no letter, is furniture.
constexpr std::array<std::string_view, 66> kLineStarts = {"advertisement",
                                                          "advertising",
                                                          "sponsored content",
                                                          "sponsored by",
                                                          "share this",
                                                          "share on",
                                                          "share via",
                                                          "share article",
                                                          "share story",
                                                          "read more",
                                                          "read also",
                                                          "also read",
                                                          "read next",
                                                          "see also",
                                                          "related:",
                                                          "related story:",
                                                          "related article:",
                                                          "related coverage:",
                                                          "sign up for",
                                                          "sign up to",
                                                          "sign up now",
                                                          "subscribe to our",
                                                          "subscribe to the",
                                                          "subscribe now",
                                                          "subscribe for",
                                                          "subscribe here",
                                                          "already a subscriber",
                                                          "follow us",
                                                          "follow our",
                                                          "click here",
                                                          "photo:",
                                                          "photograph:",
                                                          "photo by",
                                                          "photo credit",
                                                          "image:",
                                                          "image credit",
                                                          "picture:",
                                                          "pictured:",
                                                          "file photo",
                                                          "listen to this",
                                                          "watch:",
                                                          "continue reading",
                                                          "support our",
                                                          "print this",
                                                          "email this",
                                                          "filed under",
                                                          "tags:",
                                                          "tagged:",
                                                          "topics:",
                                                          "categories:",
                                                          "category:",
                                                          "posted in",
                                                          "skip to",
                                                          "log in",
                                                          "sign in",
                                                          "we use cookies",
                                                          "this site uses cookies",
                                                          "please enable javascript",
                                                          "have your say",
                                                          "got a story",
                                                          "do you have a story",
                                                          "download our app",
                                                          "get our",
                                                          "like this:",
                                                          "contact the author",
                                                          "thank you for reading"};
// The whole line, but for marks at its end.
constexpr std::array<std::string_view, 22> kWholeLines = {
    "share",    "tweet",       "print",          "email", "save",   "like",      "facebook",  "twitter",
    "whatsapp", "linkedin",    "copy link",      "menu",  "search", "home",      "subscribe", "advert",
    "ad",       "back to top", "more to follow", "ends",  "-30-",   "newsletter"};
// What comes after a line that begins so is the readers', or about the page.
constexpr std::array<std::string_view, 13> kEnds = {
    "leave a comment",     "leave a reply",         "leave a response",    "post a comment", "add a comment",
    "add your comment",    "join the conversation", "join the discussion", "view comments",  "show comments",
    "comments are closed", "notes to editors",      "readers' comments"};
// Begins a list of other stories; the list lasts while no line of it is a sentence.
constexpr std::array<std::string_view, 14> kLists = {
    "related articles",  "related stories",     "related news",        "related posts", "related content",
    "more from",         "more on this",        "more stories",        "most read",     "most popular",
    "you may also like", "you might also like", "recommended for you", "read more"};

enum class Furniture { kNone, kLine, kList, kEnd, kNotice };

constexpr std::size_t kLongestLine = 220;

bool goes_on_with_letter(std::string_view text, std::string_view start) {
  if (text.size() == start.size() || start.back() == ':') return false;
  const Letter next = first_letter(text.substr(start.size()));
  return is_small(next.value) || is_capital(next.value);
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return starts_with_no_case(text, start) && !goes_on_with_letter(text, start);
  });
}

std::string_view without_marks_at_ends(std::string_view text) {
  constexpr std::string_view kMarks = " .:!?*_#-[]()|>\"";
  const std::size_t begin = text.find_first_not_of(kMarks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kMarks) - begin + 1);
}

// "Comments", "2 comments", "Comments (14)"
bool counts_comments(std::string_view text) {
  std::string letters;
  for (const char c : to_lower(text)) {
    if (c != ' ' && c != '(' && c != ')' && c != ',' && !is_digit(c)) letters += c;
  }
  return letters == "comments" || letters == "comment" || letters == "responses";
}

bool is_copyright_notice(std::string_view text) {
  if (text.starts_with("\u00A9") || text.find("All rights reserved") != std::string_view::npos) return true;
  if (starts_with_no_case(text, "(c) ") && text.size() > 4 && is_digit(text[4])) return true;
  if (!starts_with_no_case(text, "copyright ")) return false;
  const std::string_view rest = text.substr(10);
  return rest.starts_with("\u00A9") || starts_with_no_case(rest, "(c)") ||
         (!rest.empty() && is_digit(rest[0]));
}

// "Correction: an earlier version of this article ..."
bool is_note_on_the_text(std::string_view text) {
  const std::string lower = to_lower(text.substr(0, 80));
  const bool about = lower.starts_with("correction") || lower.starts_with("clarification") ||
                     lower.starts_with("editor's note") || lower.starts_with("this article") ||
                     lower.starts_with("this story") || lower.starts_with("this post");
  if (!about) return false;
  for (const char* what : {"was amended", "has been updated", "was updated", "has been corrected",
                           "was corrected", "was first published", "was originally published",
                           "earlier version", "was modified", "has been amended"}) {
    if (lower.find(what) != std::string::npos) return true;
  }
  return false;
}

bool asks_readers_to_write(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.size() > 160) return false;
  const std::string lower = to_lower(text);
  return lower.starts_with("what do you think") || lower.starts_with("email ") ||
         lower.starts_with("e-mail ") || lower.starts_with("contact") ||
         lower.find("write to ") != std::string::npos || lower.find(" email ") != std::string::npos ||
         lower.starts_with("send ");
}

bool ends_like_a_sentence(std::string_view text) {
  for (const std::string_view mark : {"\"", "'", "\u201D", "\u2019", ")", " \u00BB", "\u00BB"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

// A sentence may be linked as a whole where a link was never closed.
bool is_all_link(const Stretch& stretch) {
  return stretch.linked == stretch.text.size() && stretch.kind != BlockKind::kTitle &&
         stretch.kind != BlockKind::kByline && !ends_like_a_sentence(stretch.text);
}

Furniture furniture_of(const Stretch& stretch) {
  const std::string_view text = stretch.text;
  if (stretch.kind == BlockKind::kTitle) return Furniture::kNone;
  if (is_note_on_the_text(text)) return Furniture::kLine;
  if (text.size() > kLongestLine) return Furniture::kNone;
  if (is_copyright_notice(text)) return Furniture::kNotice;
  const std::string_view core = without_marks_at_ends(text);
  if (core.empty()) return Furniture::kLine;
  if (starts_with_any(core, kEnds) || counts_comments(core)) return Furniture::kEnd;
  if (starts_with_any(core, kLists) && core.size() < 60 && !ends_like_a_sentence(text))
    return Furniture::kList;
  const std::string lower = to_lower(core);
  const bool whole = std::find(kWholeLines.begin(), kWholeLines.end(), lower) != kWholeLines.end();
  if (whole || starts_with_any(text, kLineStarts) || asks_readers_to_write(text) || is_all_link(stretch))
    return Furniture::kLine;
  return Furniture::kNone;
}

// What stands before is longer than what comes after: the report is over.
bool may_end_at(const std::vector<std::size_t>& bytes_before, std::size_t i) {
  return bytes_before[i] * 2 >= bytes_before.back() || bytes_before[i] >= 600;
}

}  // namespace

std::vector<Stretch> take_out_furniture(std::vector<Stretch>& stretches) {
  std::vector<std::size_t> bytes_before{0};
  for (const Stretch& stretch : stretches) bytes_before.push_back(bytes_before.back() + stretch.text.size());
  std::vector<Stretch> kept, notices;
  bool in_list = false, over = false;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Furniture what = furniture_of(stretches[i]);
    if (what == Furniture::kNotice) notices.push_back(std::move(stretches[i]));
    if (what == Furniture::kEnd && may_end_at(bytes_before, i)) over = true;
    if (over || what == Furniture::kNotice) continue;
    const bool listed = in_list && !ends_like_a_sentence(stretches[i].text);
    in_list = what == Furniture::kList || listed;
    if (what == Furniture::kNone && !listed) kept.push_back(std::move(stretches[i]));
  }
  stretches = std::move(kept);
  return notices;
}

}  // namespace modus::documents

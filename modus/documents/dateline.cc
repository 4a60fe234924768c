#include "modus/documents/dateline.h"

#include <algorithm>
#include <array>

#include "modus/documents/letters.h"
#include "modus/documents/names.h"

namespace modus::documents {
namespace {

constexpr std::size_t kLongest = 110;

struct Dash {
  std::size_t begin = 0, end = 0;
};

// The first dash that may end a dateline: one between blanks, or a long one.
std::optional<Dash> find_dash(std::string_view text) {
  std::optional<Dash> first;
  for (const std::string_view mark :
       {" - ", " -- ", " \u2013 ", " \u2014 ", "\u2014", ") -", ")\u2013", "): "}) {
    const std::size_t at = text.substr(0, kLongest).find(mark);
    if (at == std::string_view::npos) continue;
    const std::size_t begin = mark[0] == ')' ? at + 1 : at;
    if (!first || begin < first->begin || (begin == first->begin && at + mark.size() > first->end))
      first = Dash{begin, at + mark.size()};
  }
  if (first) first->end = std::min(text.find_first_not_of(' ', first->end), text.size());
  return first;
}

std::string_view without_commas(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

bool is_place_in_capitals(std::string_view place) {
  const std::string_view town = place.substr(0, place.find(','));
  return is_all_capitals(town) && town.size() >= 4 && words_of(place).size() <= 6 &&
         (town.size() == place.size() || is_capitalised(place, 6));
}

// Words in capitals that begin many a paragraph and are no place.
bool is_label(std::string_view place) {
  constexpr std::array<std::string_view, 12> kWords = {"UPDATE",    "BREAKING",   "LIVE",     "WATCH",
                                                       "EXCLUSIVE", "OPINION",    "ANALYSIS", "NEWS",
                                                       "COMMENT",   "CORRECTION", "UPDATED",  "EXPLAINER"};
  return std::find(kWords.begin(), kWords.end(), place) != kWords.end();
}

bool starts_a_sentence(std::string_view text) { return !text.empty() && !is_small(first_letter(text).value); }

// Takes "(Agency)" off the end of the head.
std::optional<Span> take_agency(std::string_view& head) {
  head = without_commas(head);
  if (!head.ends_with(')')) return std::nullopt;
  const std::size_t open = head.rfind('(');
  if (open == std::string_view::npos) return std::nullopt;
  const Span agency{open + 1, head.size() - 1};
  head = without_commas(head.substr(0, open));
  return agency;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  const auto dash = find_dash(paragraph);
  if (!dash || !starts_a_sentence(paragraph.substr(dash->end))) return std::nullopt;
  Dateline line;
  line.end = dash->end;
  std::string_view place = paragraph.substr(0, dash->begin);
  line.agency = take_agency(place);
  line.day = find_day(place);
  if (line.day) {
    if (line.day->span.end != place.size()) return std::nullopt;
    place = without_commas(place.substr(0, line.day->span.begin));
  }
  if (line.agency && !is_capitalised(paragraph.substr(line.agency->begin, line.agency->size()), 6))
    return std::nullopt;
  if (is_label(place)) return std::nullopt;
  const bool told = line.day || line.agency;
  const bool fits = place.empty() ? line.agency.has_value()
                                  : is_place_in_capitals(place) || (told && is_capitalised(place, 6));
  if (!fits) return std::nullopt;
  return line;
}

std::size_t time_stamp(std::string_view paragraph) {
  std::size_t at = 0;
  const auto digits = [&](std::size_t most) {
    const std::size_t start = at;
    while (at < paragraph.size() && at - start < most && is_digit(paragraph[at])) ++at;
    return at - start;
  };
  if (digits(2) == 0 || at == paragraph.size() || (paragraph[at] != ':' && paragraph[at] != '.')) return 0;
  ++at;
  if (digits(2) != 2) return 0;
  const auto take = [&](std::string_view what) {
    if (!starts_with_no_case(paragraph.substr(at), what)) return false;
    at += what.size();
    return true;
  };
  take(" ");
  bool marked = false;
  for (const std::string_view zone : {"am", "pm", "gmt", "bst", "cest", "cet", "utc", "edt", "est", "et"})
    marked = take(zone) || marked;
  take(" ");
  for (const std::string_view mark : {"-", "\u2013", "\u2014", ":", "|"}) marked = take(mark) || marked;
  take(" ");
  return marked && (at == paragraph.size() || starts_a_sentence(paragraph.substr(at))) ? at : 0;
}

}  // namespace modus::documents

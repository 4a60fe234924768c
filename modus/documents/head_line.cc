#include "modus/documents/head_line.h"

#include <algorithm>
#include <array>

#include "modus/documents/letters.h"
#include "modus/documents/names.h"

namespace modus::documents {
namespace {

constexpr std::size_t kLongest = 220;

enum class Label { kNone, kAuthor, kPublished, kUpdated, kPublisher };
struct LabelText {
  std::string_view text;
  Label label;
};
// The longer before the shorter that begin alike.
constexpr std::array<LabelText, 44> kLabels = {{
    {"live blog by ", Label::kAuthor},
    {"live reporting by ", Label::kAuthor},
    {"live updates by ", Label::kAuthor},
    {"live by ", Label::kAuthor},
    {"written by ", Label::kAuthor},
    {"reported by ", Label::kAuthor},
    {"words by ", Label::kAuthor},
    {"words: ", Label::kAuthor},
    {"story by ", Label::kAuthor},
    {"text by ", Label::kAuthor},
    {"text: ", Label::kAuthor},
    {"report by ", Label::kAuthor},
    {"report: ", Label::kAuthor},
    {"analysis by ", Label::kAuthor},
    {"opinion by ", Label::kAuthor},
    {"exclusive by ", Label::kAuthor},
    {"posted by ", Label::kAuthor},
    {"author: ", Label::kAuthor},
    {"authors: ", Label::kAuthor},
    {"from our own correspondent ", Label::kAuthor},
    {"from our correspondent ", Label::kAuthor},
    {"by: ", Label::kAuthor},
    {"by ", Label::kAuthor},
    {"first published in ", Label::kPublisher},
    {"published in ", Label::kPublisher},
    {"published by ", Label::kPublisher},
    {"publisher: ", Label::kPublisher},
    {"publication: ", Label::kPublisher},
    {"source: ", Label::kPublisher},
    {"first published", Label::kPublished},
    {"originally published", Label::kPublished},
    {"published", Label::kPublished},
    {"posted", Label::kPublished},
    {"issued", Label::kPublished},
    {"for immediate release", Label::kPublished},
    {"embargoed until", Label::kPublished},
    {"embargoed to", Label::kPublished},
    {"filed", Label::kPublished},
    {"date:", Label::kPublished},
    {"last updated", Label::kUpdated},
    {"last modified", Label::kUpdated},
    {"updated", Label::kUpdated},
    {"modified", Label::kUpdated},
    {"update:", Label::kUpdated},
}};

constexpr std::string_view kTrimmed = " ,;:|/()\t";

Span trimmed(std::string_view line, Span span) {
  const auto drop = [&](std::size_t at) { return kTrimmed.find(line[at]) != std::string_view::npos; };
  while (!span.empty() && drop(span.begin)) ++span.begin;
  while (!span.empty() && drop(span.end - 1)) --span.end;
  for (const std::string_view dash : {"\u2014", "\u2013", "-", "\u00B7", "\u2022"}) {
    if (line.substr(span.begin, span.size()).starts_with(dash))
      return trimmed(line, {span.begin + dash.size(), span.end});
    if (line.substr(span.begin, span.size()).ends_with(dash))
      return trimmed(line, {span.begin, span.end - dash.size()});
  }
  return span;
}

bool is_time_word(std::string_view word) {
  constexpr std::array<std::string_view, 26> kWords = {
      "at",  "on",    "am",   "pm",  "a.m.", "p.m.",   "gmt",     "utc",  "bst",
      "cet", "cest",  "est",  "edt", "et",   "ist",    "eet",     "eest", "pst",
      "pdt", "local", "time", "min", "mins", "minute", "minutes", "read"};
  const std::string lower = to_lower(word);
  if (std::find(kWords.begin(), kWords.end(), lower) != kWords.end() || is_weekday(word)) return true;
  const std::size_t digits = lower.find_first_not_of("0123456789:.hTZ+-");
  return is_digit(lower[0]) && (digits == std::string::npos || lower.substr(digits) == "am" ||
                                lower.substr(digits) == "pm" || lower.substr(digits) == "gmt");
}

// Only times, weekdays and the like: "at 14:05 GMT", "5 min read", "T17:42:00+03:00".
bool tells_time_only(std::string_view text) {
  if (text.starts_with('T') && text.size() > 1 && is_digit(text[1])) return true;
  const auto words = words_of(text);
  return std::all_of(words.begin(), words.end(), is_time_word);
}

// Takes names, parted by commas and "and", off the line.
class NameList {
 public:
  NameList(std::string_view line, Span names) : line_(line) { cut(names); }

  bool read(HeadLine& head) const {
    const bool listed =
        std::any_of(parts_.begin() + 1, parts_.end(), [](const Part& part) { return part.after_and; }) ||
        parts_.size() > 2;
    bool any = false;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!read_part(head, parts_[i], i == 0, listed, any)) return false;
    }
    return any;
  }

 private:
  struct Part {
    Span span;
    bool after_and = false;
  };

  [[nodiscard]] std::string_view of(Span span) const { return line_.substr(span.begin, span.size()); }

  void cut(Span names) {
    bool after_and = false;
    for (std::size_t begin = names.begin; begin <= names.end;) {
      std::size_t end = names.end, next = names.end + 1;
      bool is_and = false;
      for (const std::string_view mark : {", and ", ", ", " and ", " & ", " with ", "; "}) {
        const std::size_t at = line_.find(mark, begin);
        if (at >= end || at == std::string_view::npos) continue;
        end = at;
        next = at + mark.size();
        is_and = mark != ", " && mark != "; ";
      }
      parts_.push_back({trimmed(line_, {begin, end}), after_and});
      after_and = is_and;
      begin = next;
    }
  }

  // The name before "in Geneva", "for the Quay Post".
  [[nodiscard]] Span before_place(Span span) const {
    std::size_t end = span.end;
    for (const std::string_view word :
         {" in ", " at ", " for ", " from ", " of ", " on ", " reports", " IN ", " AT ", " FOR "}) {
      end = std::min({end, line_.find(word, span.begin)});
    }
    return {span.begin, std::max(end, span.begin)};
  }

  // "Quay Post Staff Reporter", "the Quay Post newsdesk": the paper alone.
  [[nodiscard]] Span without_post(Span span) const {
    if (starts_with_no_case(of(span), "the ") && of(span)[0] == 't') span.begin += 4;
    for (std::size_t blank = of(span).rfind(' '); blank != std::string_view::npos;
         blank = of(span).rfind(' ')) {
      if (!is_nobody(of({span.begin + blank + 1, span.end}))) break;
      span.end = span.begin + blank;
    }
    return span;
  }

  bool read_part(HeadLine& head, const Part& part, bool first, bool listed, bool& any) const {
    if (part.span.empty()) return !first;
    const Span name = before_place(part.span);
    const std::string_view rest = of({name.end, part.span.end});
    if (is_nobody(of(name))) return any = true;
    if (is_person_name(of(name)) && (first || listed) && rest.size() < 60) {
      head.authors.push_back(name);
      take_paper(head, {name.end, part.span.end});
      return any = true;
    }
    if (const Span paper = without_post(part.span); is_outlet_name(of(paper))) {
      if (!head.publisher) head.publisher = paper;
      return any = true;
    }
    // A post or a place after a name: "Labour and Industry Correspondent", "Port Halden".
    return any && (names_a_post(of(part.span)) || is_capitalised(of(part.span), 3) ||
                   tells_time_only(of(part.span)));
  }

  void take_paper(HeadLine& head, Span rest) const {
    for (const std::string_view word : {" for ", " of ", " FOR "}) {
      if (!of(rest).starts_with(word)) continue;
      const Span paper{rest.begin + word.size(), rest.end};
      if (!head.publisher && (is_outlet_name(of(paper)) || starts_with_no_case(of(paper), "the ")))
        head.publisher = paper;
    }
  }

  std::string_view line_;
  std::vector<Part> parts_;
};

class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line) {}

  std::optional<HeadLine> read() {
    for (const Span part : cut()) {
      if (!read_part(part, Label::kNone, 0)) return std::nullopt;
    }
    if (!sure_) return std::nullopt;
    return head_;
  }

 private:
  [[nodiscard]] std::string_view of(Span span) const { return line_.substr(span.begin, span.size()); }

  // The parts between bars, slashes, dots and dashes.
  [[nodiscard]] std::vector<Span> cut() const {
    std::vector<Span> parts;
    for (std::size_t begin = 0; begin <= line_.size();) {
      std::size_t end = line_.size(), next = line_.size() + 1;
      for (const std::string_view mark :
           {"|", " / ", " // ", " \u00B7 ", " \u2022 ", " \u2014 ", " \u2013 ", " - ", " -- ", " : ", "; "}) {
        const std::size_t at = line_.find(mark, begin);
        if (at >= end) continue;
        end = at;
        next = at + mark.size();
      }
      const Span part = trimmed(line_, {begin, end});
      if (!part.empty()) parts.push_back(part);
      begin = next;
    }
    return parts;
  }

  // Takes a label off the front; "Published on: " loses its "on:" too.
  Label take_label(Span& part) const {
    for (const LabelText& label : kLabels) {
      if (!starts_with_no_case(of(part), label.text)) continue;
      const std::size_t end = part.begin + label.text.size();
      const bool whole = label.text.back() == ' ' || label.text.back() == ':' || end == part.end ||
                         line_[end] == ' ' || line_[end] == ':';
      if (!whole) continue;
      part = trimmed(line_, {end, part.end});
      if (label.label != Label::kAuthor && starts_with_no_case(of(part), "on "))
        part = trimmed(line_, {part.begin + 3, part.end});
      return label.label;
    }
    return Label::kNone;
  }

  // Takes words such as "Published" or "on" off the end, where a date follows.
  Span without_trailing_label(Span part) const {
    for (const std::string_view word : {"published", "updated", "posted", "on", "at", "last", "first"}) {
      const std::string_view text = of(part);
      if (text.size() < word.size() || !starts_with_no_case(text.substr(text.size() - word.size()), word))
        continue;
      if (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ')
        return without_trailing_label(trimmed(line_, {part.begin, part.end - word.size()}));
    }
    return part;
  }

  bool read_part(Span part, Label label, int depth) {
    constexpr int kDeepest = 4;
    if (depth > kDeepest) return false;
    if (const Label own = take_label(part); own != Label::kNone) label = own;
    if (part.empty()) return label != Label::kAuthor;
    if (const auto day = find_day(of(part))) return read_day(part, *day, label, depth);
    if (label == Label::kAuthor) return read_authors(part);
    if (tells_time_only(of(part))) return true;
    return read_other(part, label);
  }

  bool read_day(Span part, DayText day, Label label, int depth) {
    day.span = {part.begin + day.span.begin, part.begin + day.span.end};
    const Span before = without_trailing_label(trimmed(line_, {part.begin, day.span.begin}));
    const Span after = trimmed(line_, {day.span.end, part.end});
    const bool updated =
        label == Label::kUpdated || ends_with_updated(trimmed(line_, {part.begin, day.span.begin}));
    if (label == Label::kAuthor && before.empty()) return false;  // "By 3 May 2026 ..."
    if (!before.empty() &&
        !read_part(before, label == Label::kAuthor || label == Label::kPublisher ? label : Label::kNone,
                   depth + 1))
      return false;
    if (!after.empty() && !tells_time_only(of(after)) && !read_part(after, Label::kNone, depth + 1))
      return false;
    auto& place = updated ? head_.updated : head_.published;
    if (!place) place = day;
    return sure_ = true;
  }

  [[nodiscard]] bool ends_with_updated(Span part) const { return to_lower(of(part)).ends_with("updated"); }

  bool read_authors(Span part) {
    if (!NameList(line_, part).read(head_)) return false;
    named_ = true;
    return sure_ = true;
  }

  // A paper, a place, a post; anything with capitals after a byline is taken for the paper.
  bool read_other(Span part, Label label) {
    const std::string_view text = of(part);
    if (is_nobody(text)) return true;
    if (label == Label::kPublisher && is_capitalised(text, 8)) return take_publisher(part, true);
    if (is_outlet_name(text)) return take_publisher(part, false);
    if (const std::size_t comma = text.rfind(", "); comma != std::string_view::npos) {
      return read_other(trimmed(line_, {part.begin, part.begin + comma}), label) &&
             read_other(trimmed(line_, {part.begin + comma + 2, part.end}), label);
    }
    if (named_ && names_a_post(text)) return true;
    if (named_ && !head_.publisher && is_capitalised(text, 6)) return take_publisher(part, true);
    return is_capitalised(text, 3);
  }

  bool take_publisher(Span part, bool sure) {
    if (!head_.publisher) head_.publisher = part;
    sure_ = sure_ || sure;
    return true;
  }

  std::string_view line_;
  HeadLine head_;
  bool sure_ = false, named_ = false;
};

}  // namespace

std::optional<HeadLine> read_head_line(std::string_view line) {
  if (line.empty() || line.size() > kLongest) return std::nullopt;
  return LineReader(line).read();
}

std::optional<HeadLine> read_bare_byline(std::string_view line) {
  if (line.empty() || line.size() > kLongest || line.ends_with('.')) return std::nullopt;
  return read_names(line, {0, line.size()});
}

std::optional<HeadLine> read_names(std::string_view line, Span names) {
  HeadLine head;
  if (!NameList(line, names).read(head)) return std::nullopt;
  return head;
}

}  // namespace modus::documents

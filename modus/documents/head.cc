#include "modus/documents/head.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "modus/documents/dateline.h"
#include "modus/documents/head_line.h"
#include "modus/documents/letters.h"
#include "modus/documents/names.h"

namespace modus::documents {
namespace {

constexpr std::size_t kMostHeadLines = 16;       // of all stretches looked at from the start
constexpr std::size_t kLongestTightLine = 120;   // bytes of lines that may stand in a list or an address
constexpr std::size_t kLongestStandfirst = 320;  // bytes; what is longer belongs to the report itself

bool ends_with_stop(std::string_view text) {
  for (const std::string_view mark : {"\"", "'", "\u201D", "\u2019", ")"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  return text.ends_with('.') && !text.ends_with("..") && !text.ends_with("U.S.") && !text.ends_with("U.N.") &&
         !text.ends_with("U.K.");
}

bool is_section_label(std::string_view text) {
  constexpr std::array<std::string_view, 22> kLabels = {
      "press release", "news release",  "for immediate release",
      "media release", "statement",     "exclusive",
      "breaking",      "breaking news", "analysis",
      "opinion",       "live",          "live blog",
      "liveblog",      "news",          "business",
      "politics",      "world",         "local",
      "comment",       "feature",       "explainer",
      "special report"};
  std::string lower = to_lower(text);
  while (!lower.empty() && (lower.back() == ':' || lower.back() == '.' || lower.back() == '*'))
    lower.pop_back();
  return std::find(kLabels.begin(), kLabels.end(), lower) != kLabels.end();
}

class HeadReader {
 public:
  HeadReader(std::vector<Stretch>& stretches, std::string_view title) : all_(stretches), wanted_(title) {}

  Head read() {
    const auto title =
        std::find_if(all_.begin(), all_.end(), [](const Stretch& s) { return s.kind == BlockKind::kTitle; });
    marked_title_ = title == all_.end() ? all_.size() : static_cast<std::size_t>(title - all_.begin());
    for (std::size_t i = 0; i < all_.size() && i < kMostHeadLines; ++i) {
      if (!read_one(i)) break;
    }
    read_tail();
    return std::move(head_);
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t i) const { return all_[i].text; }

  // Whether the head may still go on after stretch i.
  bool read_one(std::size_t i) {
    if (i == marked_title_) return take_title(i);
    if (all_[i].kind == BlockKind::kByline) return take_byline(i);
    if (!all_[i].marked && read_lines(i)) return true;
    const bool before_marked = marked_title_ < all_.size() && i < marked_title_;
    if (before_marked) return pass_before_title(i);
    if (!head_.title && is_title(i)) return take_title(i);
    if (take_dateline(i)) return false;
    return text(i).size() <= kLongestStandfirst;
  }

  // Lines that are wholly about the report.
  bool read_lines(std::size_t i) {
    if (const auto line = read_head_line(text(i))) return take(i, *line);
    if (is_outlet_name(text(i)) && !head_.publisher && all_.size() > 2)
      return take(i, {{}, Span{0, text(i).size()}, {}, {}});
    if (!head_.title && (is_section_label(text(i)) || follows_masthead(i) || is_kicker(i))) return mark(i);
    if (!head_.title && wanted_.empty()) return false;
    const bool told_after = i + 1 < all_.size() && read_head_line(text(i + 1));
    const bool told_before = i > 0 && all_[i - 1].kind == BlockKind::kByline;
    if (const auto line = read_bare_byline(text(i)); line && head_.authors.empty()) {
      const bool more = text(i).find(" in ") != std::string_view::npos || names_a_post(text(i));
      if (more || told_after || told_before) return take(i, *line);
    }
    const bool between = all_[i].tight && (told_before || told_after) && is_capitalised(text(i), 6);
    return between && mark(i);
  }

  // A section's name on the line below the paper's, above the title.
  [[nodiscard]] bool follows_masthead(std::size_t i) const {
    const bool below = i > 0 && all_[i].tight && head_.publisher && all_[i - 1].kind == BlockKind::kByline;
    return below && i + 1 < all_.size() && !all_[i + 1].tight && is_capitalised(text(i), 5) &&
           text(i + 1).size() <= 240 && !ends_with_stop(text(i + 1));
  }

  // "NORVIA" on the line above a title.
  [[nodiscard]] bool is_kicker(std::size_t i) const {
    const bool above = i + 2 < all_.size() && all_[i + 1].tight && !ends_with_stop(text(i + 1));
    return above && is_all_capitals(text(i)) && count_words(text(i)) <= 3 && !is_all_capitals(text(i + 1)) &&
           !read_head_line(text(i + 1)) && count_words(text(i + 1)) >= 3 && text(i + 1).size() <= 240;
  }

  bool pass_before_title(std::size_t i) {
    if (text(i).size() > kLongestStandfirst || ends_with_stop(text(i))) return true;
    return mark(i);
  }

  [[nodiscard]] bool is_title(std::size_t i) const {
    const bool heading = !all_[i].marked || all_[i].kind == BlockKind::kHeading;
    if (i + 1 >= all_.size() || !heading || all_[i].kind == BlockKind::kListItem) return false;
    if (!wanted_.empty()) return says_title(text(i), wanted_);
    if (text(i).size() > 240 || count_words(text(i)) > 34 || read_dateline(text(i))) return false;
    if (!ends_with_stop(text(i))) return !text(i).ends_with(':');
    return count_words(text(i)) <= 14 && read_head_line(text(i + 1)).has_value();
  }

  bool take_title(std::size_t i) {
    if (head_.title) return true;
    all_[i].kind = BlockKind::kTitle;
    Span span{0, text(i).size()};
    for (const std::string_view label : {"title: ", "headline: "}) {
      if (starts_with_no_case(text(i), label)) span.begin = label.size();
    }
    head_.title = told(i, span);
    return true;
  }

  bool mark(std::size_t i) {
    all_[i].kind = BlockKind::kByline;
    return true;
  }

  Told told(std::size_t i, Span span) const {
    return {i, span, std::string(text(i).substr(span.begin, span.size()))};
  }

  ToldDay told_day(std::size_t i, const DayText& day) const { return {{i, day.span, iso_day(day)}, day}; }

  bool take(std::size_t i, const HeadLine& line) {
    if (head_.authors.empty()) {
      for (const Span& author : line.authors) {
        head_.authors.push_back(told(i, author));
        head_.authors.back().value = in_title_case(head_.authors.back().value);
      }
    }
    if (line.publisher) take_publisher(i, *line.publisher);
    if (line.published && !head_.published) head_.published = told_day(i, *line.published);
    if (line.updated && !head_.updated) head_.updated = told_day(i, *line.updated);
    return mark(i);
  }

  void take_publisher(std::size_t i, Span span) {
    if (head_.publisher) return;
    head_.publisher = told(i, span);
    head_.publisher->value = in_title_case(head_.publisher->value);
  }

  // A stretch that markup calls a byline, in whatever words.
  bool take_byline(std::size_t i) {
    if (const auto line = read_head_line(text(i))) return take(i, *line);
    if (const auto line = read_bare_byline(text(i))) return take(i, *line);
    if (const auto day = find_day(text(i)); day && !head_.published) head_.published = told_day(i, *day);
    return true;
  }

  bool take_dateline(std::size_t i) {
    if (all_[i].kind != BlockKind::kParagraph) return false;
    const auto line = read_dateline(text(i));
    if (!line || line->end >= text(i).size()) return false;
    Stretch body = part_of(all_[i], line->end, text(i).size());
    body.tight = true;
    all_[i] = part_of(all_[i], 0, line->end);
    mark(i);
    if (line->agency) take_publisher(i, *line->agency);
    if (line->day) head_.dateline = told_day(i, *line->day);
    all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(body));
    return true;
  }

  // "(Reporting by Ann Lee in Geneva; editing by B. Ray)", "Quay Post, 3 May 2026", "Quay Post, 2026"
  void read_tail() {
    constexpr std::size_t kLast = 3;
    bool at_end = true;   // a line in brackets may have something after it, others may not
    for (std::size_t i = all_.size(); i > 1 && i + kLast > all_.size(); --i) {
      if (all_[i - 1].kind != BlockKind::kParagraph) continue;
      if (at_end || text(i - 1).starts_with('(')) at_end = read_last(i - 1) && at_end;
    }
  }

  bool read_last(std::size_t i) {
    std::string_view line = text(i);
    if (line.size() > kLongestStandfirst) return false;
    for (const std::string_view label : {"(reporting by ", "reporting by ", "(additional reporting by ",
                                         "additional reporting by ", "(editing by ", "editing by "}) {
      if (starts_with_no_case(line, label)) return take_reporters(i, label.size());
    }
    if (const auto found = read_head_line(line)) return take(i, *found);
    const std::size_t comma = line.rfind(", ");
    if (comma == std::string_view::npos || last_year_in(line.substr(comma)) == 0 || line.size() - comma != 6)
      return false;
    if (!is_outlet_name(line.substr(0, comma))) return false;
    return take(i, {{}, Span{0, comma}, {}, {}});
  }

  bool take_reporters(std::size_t i, std::size_t begin) {
    const std::size_t end = text(i).find_first_of(";)", begin);
    const auto line = read_names(text(i), {begin, std::min(end, text(i).size())});
    return line ? take(i, *line) : mark(i);
  }

  std::vector<Stretch>& all_;
  std::string_view wanted_;  // the title, where markup tells it
  std::size_t marked_title_ = 0;
  Head head_;
};

bool is_heading(const std::vector<Stretch>& all, std::size_t i) {
  const Stretch& line = all[i];
  if (line.marked || line.kind != BlockKind::kParagraph || i + 1 == all.size()) return false;
  const Stretch& next = all[i + 1];
  if (next.tight && next.text.size() < kLongestTightLine) return false;
  const bool short_enough = line.text.size() <= 90 && count_words(line.text) <= 12;
  if (!short_enough || next.text.size() <= line.text.size() || is_small(first_letter(line.text).value))
    return false;
  if (line.text.ends_with('?')) return line.text.size() <= 60 && line.text.find(':') == std::string::npos;
  for (const std::string_view end :
       {".", "!", ":", ";", ",", "\"", "\u201D", "\u2026", "\u2014", "'", "\u2019", "\u00BB"}) {
    if (line.text.ends_with(end)) return false;
  }
  return true;
}

}  // namespace

Head read_head(std::vector<Stretch>& stretches, std::string_view title) {
  return HeadReader(stretches, title).read();
}

void part_time_stamps(std::vector<Stretch>& stretches) {
  std::vector<Stretch> made;
  for (Stretch& stretch : stretches) {
    const std::size_t stamp = stretch.kind == BlockKind::kParagraph ? time_stamp(stretch.text) : 0;
    if (stamp == 0) {
      made.push_back(std::move(stretch));
      continue;
    }
    made.push_back(part_of(stretch, 0, stamp));
    made.back().kind = BlockKind::kHeading;
    made.back().marked = true;
    if (stamp == stretch.text.size()) continue;
    made.push_back(part_of(stretch, stamp, stretch.text.size()));
    made.back().tight = true;
  }
  stretches = std::move(made);
}

void mark_headings(std::vector<Stretch>& stretches) {
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (is_heading(stretches, i)) stretches[i].kind = BlockKind::kHeading;
  }
}

}  // namespace modus::documents

#include "modus/formats/read_durations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "modus/base/text.h"
#include "modus/formats/csv_line.h"
#include "modus/formats/iso_day.h"
#include "modus/formats/read_case.h"

namespace modus::formats {
namespace {

using case_model::Day;
using findings::Duration;
using findings::DurationTable;

enum Column : std::size_t { kDays, kEvent, kStart, kEnd, kId, kColumns };
constexpr std::array<std::string_view, kColumns> kNames = {"days", "event", "start", "end", "id"};
constexpr std::string_view kForms = "name the columns in the first line: \"days,event\" or \"start,end,event\", and \"id\" if you like";

std::string lower(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

std::string shown_value(std::string_view text) {
  constexpr std::size_t kMost = 60;
  return "\"" + std::string(text.substr(0, base::byte_of_code_point(text, kMost))) + "\"";
}

std::optional<bool> truth_of(const std::string& text) {
  const std::string word = lower(text);
  if (word == "1" || word == "yes" || word == "true") return true;
  if (word == "0" || word == "no" || word == "false") return false;
  return std::nullopt;
}

/// A process whose end the table leaves open.
struct Open {
  std::size_t row;
  Day start;
};

class Reader {
 public:
  explicit Reader(const std::string& file) { table_.file = file; }

  base::Result<DurationTable> read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() && !full()) {
      const std::size_t end = text.find('\n');
      read_line(text.substr(0, end));
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    close_open();
    if (problems_.empty() && table_.rows.empty()) problem(0, "the table has no rows", "give one row a process below the names of the columns");
    if (!problems_.empty()) return problems_;
    return std::move(table_);
  }

 private:
  [[nodiscard]] bool full() const { return stop_ || problems_.size() >= kMaxProblems; }
  void problem(int line, std::string what, std::string fix) {
    problems_.push_back({{table_.file, line, 0}, std::move(what), std::move(fix)});
  }
  void problem(std::string what, std::string fix) { problem(line_, std::move(what), std::move(fix)); }

  void read_line(std::string_view line) {
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#') || line.find_first_not_of(" \t") == std::string_view::npos) return;
    const auto values = split_csv(line);
    if (!values) return problem("a quote is not closed, or more follows it", "close it on its line; double a quote inside a value");
    if (!has_names_) return read_names(*values);
    if (table_.rows.size() == kMostDurations) {
      stop_ = true;
      return problem("the table has too many rows", "at most " + std::to_string(kMostDurations) + " are read");
    }
    if (values->size() != width_) {
      return problem("the row has " + std::to_string(values->size()) + " values, not " + std::to_string(width_),
                     "give one for each column; put a value with a comma in quotes");
    }
    read_row(*values);
  }

  void read_names(const std::vector<std::string>& names) {
    has_names_ = true;
    width_ = names.size();
    for (std::size_t place = 0; place < names.size(); ++place) {
      const auto found = std::ranges::find(kNames, lower(names[place]));
      const auto column = static_cast<std::size_t>(found - kNames.begin());
      if (found == kNames.end()) {
        problem("there is no column " + shown_value(names[place]), std::string(kForms));
      } else if (place_[column]) {
        problem("the column " + shown_value(names[place]) + " is named twice", "name it once");
      } else {
        place_[column] = place;
      }
    }
    check_names();
    stop_ = !problems_.empty();
  }

  void check_names() {
    const bool by_days = place_[kDays].has_value(), by_dates = place_[kStart] || place_[kEnd];
    if (by_days && by_dates) problem("the table has both days and dates", "keep \"days\", or \"start\" and \"end\"");
    if (!by_days && !(place_[kStart] && place_[kEnd])) problem("the table says neither days nor start and end", std::string(kForms));
    if (by_days && !place_[kEvent]) problem("the column \"event\" is missing", "add it: 1 where the event came, 0 where it had not by then");
  }

  [[nodiscard]] const std::string& value(const std::vector<std::string>& values, Column column) const {
    static const std::string none;
    return place_[column] ? values[*place_[column]] : none;
  }

  void read_row(const std::vector<std::string>& values) {
    Duration row;
    row.id = value(values, kId);
    if (!row.id.empty()) check_id(row.id);
    if (const std::string& word = value(values, kEvent); !word.empty()) {
      const auto came = truth_of(word);
      if (!came) problem(shown_value(word) + " is no event", "1 where it came, 0 where it had not by then");
      row.came = came.value_or(true);
    } else if (place_[kDays]) {
      problem("the event is missing", "1 where it came, 0 where it had not by then");
    }
    if (place_[kDays]) {
      read_days(value(values, kDays), row);
    } else {
      read_dates(value(values, kStart), value(values, kEnd), !value(values, kEvent).empty(), row);
    }
    table_.rows.push_back(std::move(row));
  }

  void check_id(const std::string& id) {
    if (!base::is_utf8(id)) return problem("the id is no UTF-8", "save the table as UTF-8");
    const auto [found, is_new] = lines_.emplace(id, line_);
    if (!is_new) problem("the id " + shown_value(id) + " stands in line " + std::to_string(found->second) + " already", "count each process once");
  }

  void read_days(const std::string& text, Duration& row) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row.days);
    if (error == std::errc() && end == text.data() + text.size() && row.days >= 0 && row.days <= kMostDays) return;
    problem(shown_value(text) + " is no number of days", "a number from 0 to 100000");
  }

  std::optional<Day> read_day(const std::string& text) {
    const auto day = read_iso_day(text);
    if (!day) problem(shown_value(text) + " is no date", "a day of the calendar such as 2026-03-11");
    if (day) latest_ = std::max(latest_.value_or(*day), *day);
    return day;
  }

  void read_dates(const std::string& from, const std::string& to, bool says_event, Duration& row) {
    const auto start = read_day(from);
    if (to.empty()) {
      if (says_event && row.came) problem("the event came, but there is no end", "give its day, or 0 where it has not come");
      row.came = false;
      if (start) open_.push_back({table_.rows.size(), *start});
      return;
    }
    const auto end = read_day(to);
    if (!start || !end) return;
    if (*end < *start) return problem("the end lies before the start", "give the earlier day first");
    row.days = static_cast<double>((*end - *start).count());
    if (row.days > kMostDays) problem("it lasted longer than anything observed", "at most 100000 days");
  }

  void close_open() {
    for (const Open& open : open_) table_.rows[open.row].days = static_cast<double>((*latest_ - open.start).count());
  }

  DurationTable table_;
  base::Problems problems_;
  std::array<std::optional<std::size_t>, kColumns> place_;
  std::unordered_map<std::string, int> lines_;  ///< where each id stands
  std::vector<Open> open_;
  std::optional<Day> latest_;
  std::size_t width_ = 0;
  int line_ = 0;
  bool has_names_ = false, stop_ = false;
};

}  // namespace

base::Result<DurationTable> read_durations(std::string_view text, const std::string& file) {
  if (text.size() > kMostDurationBytes) {
    return base::Problem{{file, 0, 0}, "the table is too large", "at most " + std::to_string(kMostDurationBytes) + " bytes are read"};
  }
  auto table = Reader(file).read(text);
  if (table.ok()) table.value().sha256 = base::sha256_hex(text);
  return table;
}

}  // namespace modus::formats

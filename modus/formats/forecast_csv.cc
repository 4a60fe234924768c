#include "modus/formats/forecast_csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "modus/base/number.h"
#include "modus/base/text.h"
#include "modus/formats/csv_line.h"
#include "modus/formats/forecast_rules.h"
#include "modus/formats/read_case.h"
#include "modus/formats/utc_time.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using findings::Chances;
using findings::LoggedForecast;
using findings::LoggedSource;
using findings::Resolution;

enum Column : std::size_t {
  kKind, kId, kMadeAt, kVersion, kTitle, kHash, kAsOf, kEvent, kHorizon, kSeed, kScenarios, kWeight, kChances, kBaseRate, kClass, kSources,
  kHappened, kBy, kWhy, kColumns
};
constexpr std::string_view kHeader =
    "kind,id,made_at,version,case_title,case_sha256,as_of,event,horizon_days,seed,scenarios,weight,chances,base_rate,base_rate_class,"
    "sources,happened,by,why";
constexpr std::string_view kNotByHorizon = "not by the horizon";

using Cells = std::array<std::string, kColumns>;

// Writing.

/// A spreadsheet must not take what somebody called a party for a formula.
bool needs_apostrophe(const std::string& text) { return !text.empty() && std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos; }

std::string cell_of(const std::string& text) {
  const std::string safe = needs_apostrophe(text) ? "'" + text : text;
  const bool edge = !safe.empty() && (safe.front() == ' ' || safe.back() == ' ' || safe.back() == '\t');
  if (!edge && safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char letter : safe) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + "\"";
}

std::string figures_of(const Chances& chances) {
  std::string text;
  for (const auto& [day, chance] : chances) text += (text.empty() ? "" : " ") + std::to_string(day) + "=" + base::write_number(chance);
  return text;
}

std::string sources_of(const std::vector<LoggedSource>& sources) {
  std::string text;
  for (const LoggedSource& source : sources) text += (text.empty() ? "" : " ; ") + source.by + "|" + source.origin + "|" + figures_of(source.chances);
  return text;
}

Cells cells_of(const LoggedForecast& forecast) {
  Cells cells;
  cells[kKind] = "forecast";
  cells[kId] = std::to_string(forecast.id);
  cells[kMadeAt] = forecast.made_at;
  cells[kVersion] = forecast.version;
  cells[kTitle] = forecast.case_title;
  cells[kHash] = forecast.case_sha256;
  cells[kAsOf] = write_day(forecast.as_of);
  cells[kEvent] = forecast.event;
  cells[kHorizon] = std::to_string(forecast.horizon_days);
  cells[kSeed] = std::to_string(forecast.seed);
  cells[kScenarios] = std::to_string(forecast.scenarios);
  cells[kWeight] = base::write_number(forecast.weight);
  cells[kChances] = figures_of(forecast.chances);
  cells[kBaseRate] = figures_of(forecast.base_rate);
  cells[kClass] = forecast.base_rate_class;
  cells[kSources] = sources_of(forecast.sources);
  return cells;
}

Cells cells_of(const Resolution& resolution) {
  Cells cells;
  cells[kKind] = "resolution";
  cells[kId] = std::to_string(resolution.forecast);
  cells[kMadeAt] = resolution.made_at;
  cells[kHappened] = resolution.happened ? write_day(*resolution.happened) : std::string(kNotByHorizon);
  cells[kBy] = resolution.by;
  cells[kWhy] = resolution.why;
  return cells;
}

// Reading.

/// A row of the text with the line it begins in.
struct Row {
  int line = 0;
  std::string_view text;
};

/// Line ends inside quotes part no rows; empty rows are left out.
std::vector<Row> rows_of(std::string_view text) {
  std::vector<Row> rows;
  int line = 1, started = 1;
  bool quoted = false;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool end = at == text.size() || (text[at] == '\n' && !quoted);
    if (at < text.size() && text[at] == '"') quoted = !quoted;
    if (at < text.size() && text[at] == '\n') ++line;
    if (!end) continue;
    std::string_view row = text.substr(from, at - from);
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (!row.empty()) rows.push_back({started, row});
    from = at + 1;
    started = line;
  }
  return rows;
}

template <class Number>
std::optional<Number> whole(std::string_view text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value) : std::nullopt;
}

std::optional<double> decimal(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// The parts between separators, without spaces around them; none of an empty text.
std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.push_back(part);
    text = text.substr(std::min(end + 1, text.size()));
  }
  return parts;
}

/// One row on its way to an entry; what does not read becomes a problem of its line.
class RowReader {
 public:
  RowReader(Cells cells, base::Place where, base::Problems& problems) : cells_(std::move(cells)), where_(std::move(where)), problems_(problems) {}

  [[nodiscard]] const std::string& text(Column column) const { return cells_[column]; }
  [[nodiscard]] const base::Place& where() const { return where_; }

  template <class Number>
  Number number(Column column, const char* name) {
    const auto value = whole<Number>(cells_[column]);
    if (!value) fail(column, name, "a whole number");
    return value.value_or(0);
  }
  double weight() {
    const auto value = decimal(cells_[kWeight]);
    if (!value) fail(kWeight, "weight", "a number from 0 to 1");
    return value.value_or(0);
  }
  case_model::Day day(Column column, const char* name) {
    const auto value = read_iso_day(cells_[column]);
    if (!value) fail(column, name, "a day such as 2026-03-14");
    return value.value_or(case_model::Day());
  }
  Chances figures(std::string_view cell, const char* name) {
    Chances chances;
    for (const std::string_view part : parts_of(cell, ' ')) {
      const std::size_t sign = part.find('=');
      const auto days = whole<int>(part.substr(0, sign));
      const auto chance = sign == std::string_view::npos ? std::nullopt : decimal(part.substr(sign + 1));
      if (part.empty()) continue;
      if (!days || !chance) say(name, part, "figures such as 7=0.05 30=0.1: the days, and the chance by then");
      if (days && chance) chances.emplace_back(*days, chance.value_or(0));
    }
    return chances;
  }
  std::vector<LoggedSource> sources() {
    std::vector<LoggedSource> sources;
    for (const std::string_view part : parts_of(cells_[kSources], ';')) {
      const std::size_t first = part.find('|'), second = first == std::string_view::npos ? first : part.find('|', first + 1);
      if (second == std::string_view::npos) {
        say("sources", part, "sources such as ministry|gazette|30=0.5 90=0.8, parted by ;");
        continue;
      }
      sources.push_back({std::string(part.substr(0, first)), std::string(part.substr(first + 1, second - first - 1)), figures(part.substr(second + 1), "sources")});
    }
    return sources;
  }
  void must_be_empty(std::initializer_list<Column> columns) {
    for (const Column column : columns) {
      if (!cells_[column].empty()) say("a " + cells_[kKind] + " row", cells_[column], "leave that cell of this row empty");
    }
  }
  void say(const std::string& name, std::string_view found, const std::string& fix) {
    constexpr std::size_t kMost = 60;
    problems_.push_back({where_, name + ": \"" + std::string(found.substr(0, base::byte_of_code_point(found, kMost))) + "\" cannot stand here", fix});
  }

 private:
  void fail(Column column, const char* name, const char* fix) { say(name, cells_[column], fix); }

  Cells cells_;
  base::Place where_;
  base::Problems& problems_;
};

LoggedForecast read_forecast(RowReader& row) {
  LoggedForecast forecast;
  forecast.id = row.number<std::int64_t>(kId, "id");
  forecast.made_at = row.text(kMadeAt);
  forecast.version = row.text(kVersion);
  forecast.case_title = row.text(kTitle);
  forecast.case_sha256 = row.text(kHash);
  forecast.as_of = row.day(kAsOf, "as_of");
  forecast.event = row.text(kEvent);
  forecast.horizon_days = row.number<int>(kHorizon, "horizon_days");
  forecast.seed = row.number<std::uint64_t>(kSeed, "seed");
  forecast.scenarios = row.number<std::size_t>(kScenarios, "scenarios");
  forecast.weight = row.weight();
  forecast.chances = row.figures(row.text(kChances), "chances");
  forecast.base_rate = row.figures(row.text(kBaseRate), "base_rate");
  forecast.base_rate_class = row.text(kClass);
  forecast.sources = row.sources();
  row.must_be_empty({kHappened, kBy, kWhy});
  return forecast;
}

Resolution read_resolution(RowReader& row) {
  Resolution resolution;
  resolution.forecast = row.number<std::int64_t>(kId, "id");
  resolution.made_at = row.text(kMadeAt);
  if (row.text(kHappened) != kNotByHorizon) resolution.happened = row.day(kHappened, "happened");
  resolution.by = row.text(kBy);
  resolution.why = row.text(kWhy);
  row.must_be_empty({kVersion, kTitle, kHash, kAsOf, kEvent, kHorizon, kSeed, kScenarios, kWeight, kChances, kBaseRate, kClass, kSources});
  return resolution;
}

/// The cells of a row as they were before writing; nothing where it does not part into as many as there are columns.
std::optional<Cells> cells_of_row(std::string_view row) {
  auto values = split_csv(row);
  if (!values || values->size() != kColumns) return std::nullopt;
  Cells cells;
  for (std::size_t column = 0; column < kColumns; ++column) {
    cells[column] = std::move((*values)[column]);
    if (cells[column].starts_with('\'')) cells[column].erase(0, 1);
  }
  return cells;
}

/// Rows of one text as they come to entries.
class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {}

  void read(const Row& row) {
    const base::Place where{file_, row.line, 0};
    auto cells = cells_of_row(row.text);
    if (!cells) return problems_.push_back({where, "the row does not have " + std::to_string(kColumns) + " cells", "a cell for each column, parted by commas"});
    RowReader reader(std::move(*cells), where, problems_);
    const std::string& kind = reader.text(kKind);
    if (kind == "forecast") return add_forecast(reader);
    if (kind == "resolution") return add_resolution(reader);
    reader.say("kind", kind, "forecast or resolution");
  }
  [[nodiscard]] bool is_full() const { return problems_.size() >= kMaxProblems; }

  base::Result<std::vector<LogEntry>> take() {
    if (problems_.empty()) return std::move(entries_);
    problems_.resize(std::min(problems_.size(), kMaxProblems));
    return problems_;
  }

 private:
  void add_forecast(RowReader& row) {
    const std::size_t before = problems_.size();
    LoggedForecast forecast = read_forecast(row);
    if (!ids_.emplace(forecast.id, problems_.size() == before ? std::optional(entries_.size()) : std::nullopt).second) {
      row.say("id", row.text(kId), "an id of its own");
    }
    if (problems_.size() == before) note(check_forecast(forecast, row.where()));
    if (problems_.size() != before) ids_[forecast.id] = std::nullopt;  // known, but nothing to hold a resolution against
    entries_.emplace_back(std::move(forecast));
  }
  void add_resolution(RowReader& row) {
    const std::size_t before = problems_.size();
    Resolution resolution = read_resolution(row);
    const auto known = ids_.find(resolution.forecast);
    if (problems_.size() == before && known == ids_.end()) row.say("id", row.text(kId), "the id of a forecast in a row above");
    if (problems_.size() == before && known->second) {
      note(check_resolution(resolution, std::get<LoggedForecast>(entries_[*known->second]), row.where()));
    }
    entries_.emplace_back(std::move(resolution));
  }
  void note(base::Problems more) { problems_.insert(problems_.end(), more.begin(), more.end()); }

  const std::string& file_;
  base::Problems problems_;
  std::vector<LogEntry> entries_;
  std::map<std::int64_t, std::optional<std::size_t>> ids_;
};

}  // namespace

std::string write_forecast_csv(const std::vector<LogEntry>& entries) {
  std::string text = std::string(kHeader) + "\n";
  for (const LogEntry& entry : entries) {
    const Cells cells = std::visit([](const auto& kind) { return cells_of(kind); }, entry);
    for (std::size_t column = 0; column < kColumns; ++column) text += (column > 0 ? "," : "") + cell_of(cells[column]);
    text += "\n";
  }
  return text;
}

base::Result<std::vector<LogEntry>> read_forecast_csv(std::string_view text, const std::string& file) {
  if (!base::is_utf8(text)) return base::Problem{{file, 0, 0}, "is no text", "save it as CSV in UTF-8"};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::vector<Row> rows = rows_of(text);
  if (rows.empty() || rows.front().text != kHeader) {
    return base::Problem{{file, 1, 0}, "the first line does not name the columns of a forecast log", "write: " + std::string(kHeader)};
  }
  Reader reader(file);
  for (std::size_t i = 1; i < rows.size() && !reader.is_full(); ++i) reader.read(rows[i]);
  return reader.take();
}

}  // namespace modus::formats

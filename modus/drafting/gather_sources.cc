#include "modus/drafting/gather_sources.h"

#include <algorithm>
#include <charconv>

#include "modus/base/text.h"
#include "modus/drafting/words.h"
#include "modus/reading/fingerprint.h"

namespace modus::drafting {
namespace {

using reading::Reading;

std::optional<case_model::Day> day_of(const std::string& iso) {
  int parts[3] = {0, 0, 0};
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  constexpr std::pair<std::size_t, std::size_t> kPlaces[3] = {{0, 4}, {5, 7}, {8, 10}};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [end, error] =
        std::from_chars(iso.data() + kPlaces[i].first, iso.data() + kPlaces[i].second, parts[i]);
    if (error != std::errc() || end != iso.data() + kPlaces[i].second || parts[i] < 1) return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(parts[0]),
                                         std::chrono::month(static_cast<unsigned>(parts[1])),
                                         std::chrono::day(static_cast<unsigned>(parts[2]))};
  return date.ok() ? std::optional<case_model::Day>(date) : std::nullopt;
}

std::string stem_of(const std::string& file) {
  const std::string name = file.substr(file.find_last_of('/') + 1);
  return name.substr(0, name.rfind('.'));
}

std::string with_hyphens(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

// Always with a hyphen, which no party's name has: an assessment may be by either.
std::string base_name(const Reading& reading, const case_model::Source& source) {
  const std::string& called = source.publisher.empty() ? stem_of(reading.file) : source.publisher;
  const std::string name = with_hyphens(name_of(called, 5, "report"));
  if (!source.published) return name + "-report";
  const std::chrono::year_month_day date(*source.published);
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return name + "-" + std::to_string(static_cast<int>(date.year())) + "-" +
         two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day()));
}

case_model::Source source_of(const Reading& reading, const std::string& file) {
  case_model::Source source;
  source.file = file;
  if (!reading.sources.empty()) {
    const reading::ReadSource& own = reading.sources.raw().front();
    source.title = label_of(own.title);
    source.publisher = label_of(own.publisher);
    std::vector<std::string> authors;
    for (const std::string& author : own.authors) {
      if (std::string label = label_of(author); !label.empty()) authors.push_back(std::move(label));
    }
    source.author = base::join_words(authors);
    source.published = day_of(own.date);
  }
  if (!source.published) source.published = reading.reference_date;
  if (source.title.empty()) source.title = label_of(reading.file);
  if (source.title.empty()) source.title = "untitled report";
  return source;
}

// What the case already calls this report: by its file, or by title, publisher and day.
std::string known_name(const case_model::Case* known, const case_model::Source& source) {
  if (known == nullptr) return "";
  for (const case_model::Source& one : known->sources) {
    const bool same_file =
        !source.file.empty() && one.file == source.file && one.id.find(kVia) == std::string::npos;
    const bool same_head = one.file.empty() == source.file.empty() && one.title == source.title &&
                           one.publisher == source.publisher && one.published == source.published &&
                           one.file == source.file;
    if (same_file || same_head) return one.id;
  }
  return "";
}

std::string free_name(const SourceBook& book, const DraftOptions& options, const std::string& base,
                      const Reading& reading) {
  const bool taken =
      book.sources.contains(base) || (options.known != nullptr && options.known->find_source(base));
  return taken ? base + "-" + short_hash(reading.sha256 + reading.file, 6) : base;
}

// The first report before it with the same bytes, or that tells the same story.
void tell_repeats(std::span<const Reading> readings, std::size_t at, SourceBook& book,
                  std::string& heard_from) {
  for (std::size_t i = 0; i < at; ++i) {
    if (!book.counts[i]) continue;
    if (!readings[at].sha256.empty() && readings[i].sha256 == readings[at].sha256) {
      book.counts[at] = false;
      book.report[at] = book.report[i];
      return;
    }
    const bool same = reading::resemblance(readings[i].text_fingerprint, readings[at].text_fingerprint) >=
                      reading::kSameStory;
    if (same && heard_from.empty()) heard_from = book.report[i];
  }
}

}  // namespace

std::string SourceBook::told_after(std::size_t reading, const std::string& medium) {
  const std::string name = with_hyphens(name_of(medium, 5, "source"));
  const std::string origin = "cited-" + name;
  const std::string via = report[reading] + std::string(kVia) + name;
  const case_model::Source& told = sources.at(report[reading]).value;
  if (sources.contains(via)) return via;
  NamedSource cited, repeated;
  cited.value.id = origin;
  cited.value.title = cited.value.publisher = label_of(medium);
  repeated.value = told;
  repeated.value.id = via;
  repeated.value.publisher =
      label_of(medium) + " in " + (told.publisher.empty() ? told.title : told.publisher);
  repeated.heard_from = origin;
  sources.emplace(origin, std::move(cited));
  sources.emplace(via, std::move(repeated));
  return via;
}

SourceBook gather_sources(std::span<const Reading> readings, const DraftOptions& options) {
  SourceBook book;
  book.report.resize(readings.size());
  book.counts.assign(readings.size(), true);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    NamedSource named;
    tell_repeats(readings, i, book, named.heard_from);
    if (!book.counts[i]) continue;
    named.value = source_of(readings[i], i < options.files.size() ? options.files[i] : "");
    std::string id = known_name(options.known, named.value);
    if (id.empty() || book.sources.contains(id))
      id = free_name(book, options, base_name(readings[i], named.value), readings[i]);
    named.value.id = book.report[i] = id;
    book.bytes[id] = short_hash(readings[i].sha256 + " " + readings[i].file, 12);
    book.sources.emplace(id, std::move(named));
  }
  return book;
}

}  // namespace modus::drafting

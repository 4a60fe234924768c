// Whether the files of sources are there, and quotes stand in them.

#include "modus/base/text.h"
#include "modus/formats/quote_place.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Source;
using case_model::SourceIndex;
using case_model::Statement;

constexpr std::size_t kMostSourceBytes = 4U << 20U;
constexpr std::size_t kMostBytesSearched = std::size_t{1} << 31U;

// Words somebody used, by what they are called in a problem.
struct Quoted {
  std::string name;
  const case_model::Quote* quote;
  base::Place where;
};

struct Report {
  std::string text, joined;
};

class QuoteCheck {
 public:
  explicit QuoteCheck(Reading& reading) : reading_(reading) {}

  void run() {
    const auto& sources = reading_.subject.sources;
    std::vector<std::vector<Quoted>> cited(sources.size());
    for (const Statement& statement : reading_.subject.statements) {
      if (!statement.source) continue;
      cited[statement.source->value].push_back({shown(statement.id), &statement.quote, statement.where});
    }
    for (const case_model::Assessment& assessment : reading_.subject.assessments) {
      if (!assessment.source) continue;
      cited[assessment.source->value].push_back({"an assessment", &assessment.quote, assessment.where});
    }
    for (const case_model::TimelineEvent& event : reading_.subject.timeline) {
      if (!event.source) continue;
      cited[event.source->value].push_back({"an event", &event.quote, event.where});
    }
    for (const SourceIndex source : sources.indices()) check_source(sources[source], cited[source.value]);
  }

 private:
  // One source after the other, so that one report at a time is in memory.
  void check_source(const Source& source, const std::vector<Quoted>& quotes) {
    if (source.file.empty()) {
      for (const Quoted& quoted : quotes) require_file(source, quoted);
      return;
    }
    const auto report = load(source);
    if (!report || !reading_.options().check_quotes) return;
    for (const Quoted& quoted : quotes) check_quote(*report, quoted);
  }

  void require_file(const Source& source, const Quoted& quoted) {
    if (!quoted.quote->at) return;
    reading_.add(quoted.where,
                 "'at' of " + quoted.name + " points into the source " + shown(source.id) +
                     ", which has no file",
                 "add 'file:' to the source, or remove 'at'");
  }

  std::optional<Report> load(const Source& source) {
    if (!stays_in_folder(source.file)) {
      reading_.add(source.where,
                   "the file " + shown(source.file) + " of the source " + shown(source.id) +
                       " is outside the case's folder",
                   "put it beside the case file, and give the path from there");
      return std::nullopt;
    }
    if (!reading_.options().folder) return std::nullopt;
    const auto text = read_text_file(*reading_.options().folder / source.file, kMostSourceBytes);
    if (!text) {
      const base::Problem& problem = text.problems().front();
      reading_.add(source.where,
                   "the source " + shown(source.id) + ", file " + shown(source.file) + ": " + problem.what,
                   problem.fix);
      return std::nullopt;
    }
    if (base::is_utf8(text.value())) return Report{text.value(), join_blanks(text.value())};
    reading_.add(source.where,
                 "the file " + shown(source.file) + " of the source " + shown(source.id) + " is not UTF-8",
                 "save it as UTF-8");
    return std::nullopt;
  }

  void check_quote(const Report& report, const Quoted& quoted) {
    const std::string& text = quoted.quote->text;
    const auto& at = quoted.quote->at;
    if (text.empty() || searched_ > kMostBytesSearched) return;
    searched_ += report.text.size();
    if (at && stands_at(report.text, *at, text)) return;
    const auto found = find_quote(report.text, report.joined, text);
    const std::string name = "the quote of " + quoted.name;
    if (!found) {
      reading_.add(quoted.where, name + " is not in its source: " + shown(text),
                   "quote it word for word, or name another source");
    } else if (at) {
      reading_.add(quoted.where, name + " is not at the given place",
                   "at: [" + std::to_string(found->first) + ", " + std::to_string(found->second) + "]");
    }
  }

  Reading& reading_;
  std::size_t searched_ = 0;
};

}  // namespace

void check_quotes(Reading& reading) { QuoteCheck(reading).run(); }

}  // namespace modus::formats

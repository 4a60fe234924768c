#include "modus/drafting/draft_case.h"

#include <algorithm>

#include "modus/case_model/parse_condition.h"
#include "modus/drafting/build_outline.h"
#include "modus/drafting/fingerprints.h"
#include "modus/drafting/words.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using reading::Reading;

std::optional<case_model::Day> latest_day(const SourceBook& sources, std::span<const Reading> readings) {
  std::optional<case_model::Day> latest;
  const auto take = [&](const std::optional<case_model::Day>& day) {
    if (day && (!latest || *day > *latest)) latest = day;
  };
  for (const auto& [id, source] : sources.sources) take(source.value.published);
  for (const Reading& reading : readings) take(reading.reference_date);
  return latest;
}

base::Problem problem(std::string what, std::string fix) { return {{}, std::move(what), std::move(fix)}; }

void note_proposers(Gathered& gathered, std::size_t at) {
  const Reading& reading = gathered.readings[at];
  for (std::size_t i = 0; i < reading.options.size(); ++i) {
    const auto& target = gathered.issues.option_of(at, i);
    if (!target || target->negated || reading.options[i].status == reading::OptionStatus::kRejected) continue;
    for (const reading::ActorIndex actor : reading.options[i].proposers)
      gathered.issues.option(*target).proposers.insert(gathered.parties.of(at, actor));
  }
}

void code_all(Gathered& gathered, case_model::Day as_of) {
  for (std::size_t i = 0; i < gathered.readings.size(); ++i) {
    static const Reading kNothing;
    const bool counts = gathered.sources.counts[i];
    gathered.issues.read(counts ? gathered.readings[i] : kNothing, i);
    if (!counts) continue;
    note_proposers(gathered, i);
    code_statements(gathered.readings[i], i, gathered.parties, gathered.sources, gathered.issues, as_of,
                    gathered.coded);
  }
  ask_about_options_of_others(gathered.coded, gathered.issues);
}

// Codings name conditions in the one way in which the case file writes them.
void write_canonically(Case& subject) {
  for (case_model::OpenQuestion& question : subject.draft->questions) {
    for (case_model::Coding& coding : question.codings) {
      if (coding.what.empty()) continue;
      const auto read = case_model::parse_condition(coding.what, subject.issues, {});
      if (read) coding.what = write_condition(read.value(), subject.issues);
    }
  }
}

void record_proposals(Case& subject, const std::map<std::string, case_model::Proposed>& places) {
  for (const auto& [key, print] : fingerprints_of(outline_of(subject))) {
    const auto place = places.find(key);
    case_model::Proposed& proposed = subject.draft->proposed[key];
    if (place != places.end()) proposed = place->second;
    proposed.fingerprint = print;
  }
  for (const case_model::OpenQuestion& question : subject.draft->questions)
    subject.draft->proposed["questions/" + question.id].fingerprint =
        short_hash(question.id + "\n" + question.asks, 12);
}

std::string title_of(const Gathered& gathered) {
  if (!gathered.options->title.empty()) return gathered.options->title;
  return gathered.sources.sources.at(gathered.sources.report.front()).value.title;
}

}  // namespace

base::Result<Draft> draft_case(std::span<const Reading> readings, const DraftOptions& options) {
  if (readings.empty()) return problem("there is no report", "name one or more");
  Gathered gathered;
  gathered.readings = readings;
  gathered.options = &options;
  gathered.sources = gather_sources(readings, options);
  const auto as_of = options.as_of ? options.as_of : latest_day(gathered.sources, readings);
  if (!as_of)
    return problem("no report says of which day it is", "give the day up to which things are known");
  gathered.parties = gather_parties(readings, gathered.sources.counts, options.known);
  gathered.issues = IssueBook(options.known);
  code_all(gathered, *as_of);
  choose_members(gathered);
  if (gathered.coded.statements.empty())
    return problem(
        "nobody in the reports takes a position on an issue",
        "check that they are about a negotiation; 'modus read --format reading' shows what was found");
  Outline outline = build_outline(gathered);
  outline.rest.title = title_of(gathered);
  outline.rest.as_of = *as_of;
  outline.rest.draft.emplace().questions = ask_questions(gathered);
  base::Result<Case> made = case_of(outline);
  if (!made) return made.problems();
  Draft draft{std::move(made).value(), std::move(gathered.coded.left_out)};
  write_canonically(draft.subject);
  for (const auto& [source, print] : gathered.sources.bytes)
    draft.subject.draft->proposed["reports/" + source].fingerprint = print;
  record_proposals(draft.subject, places_of(gathered));
  return draft;
}

}  // namespace modus::drafting

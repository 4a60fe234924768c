// Issues, options and events of the model's.
#include <algorithm>

#include "modus/model_reader/entering.h"
#include "modus/reading/fold.h"

namespace modus::model_reader {
namespace {

using reading::ReadEvent;
using reading::ReadIssue;
using reading::ReadIssueIndex;
using reading::ReadOption;

/// The first place of the evidence in the report.
std::optional<Span> first_place(const Evidence& evidence, const std::string& words) {
  const std::vector<Span> all = evidence.anywhere(words);
  if (all.empty()) return std::nullopt;
  return all.front();
}

bool is_called(const ReadIssue& issue, const std::string& label) {
  const std::string folded = reading::fold(label);
  const auto same = [&](const std::string& name) { return reading::fold(name) == folded; };
  return same(issue.label) || std::any_of(issue.aliases.begin(), issue.aliases.end(), same);
}

/// "wage" and "frozen wage": one says all that the other does.
bool one_in_other(const std::string& a, const std::string& b) {
  const std::set<std::string> less = meaning_of(a), more = meaning_of(b);
  if (less.size() > more.size()) return one_in_other(b, a);
  return !less.empty() && std::includes(more.begin(), more.end(), less.begin(), less.end());
}

/// The issue's words stand at the same place, or within one another and say the same.
bool is_there(const ReadIssue& issue, const std::string& label, const Passage& passage) {
  return std::any_of(issue.passages.begin(), issue.passages.end(), [&](const Passage& known) {
    return common_share(known, passage) >= 0.5 || (common_of_shorter(known, passage) > 0.9 && one_in_other(issue.label, label));
  });
}

std::optional<ReadIssueIndex> find_issue(const Reading& reading, const std::string& label, const Passage& passage) {
  for (const ReadIssueIndex i : reading.issues.indices()) {
    if (is_called(reading.issues[i], label) || is_there(reading.issues[i], label, passage)) return i;
  }
  return std::nullopt;
}

template <class Items>
auto overlapping(const Items& items, const Passage& passage) {
  return std::find_if(items.begin(), items.end(),
                      [&](const auto& item) { return common_of_shorter(item.passage, passage) >= 0.5; });
}

std::optional<ReadEvent> verified(const AnswerEvent& asked, const Entering& entering) {
  const std::optional<Span> place = first_place(entering.evidence, asked.evidence);
  if (!place) return std::nullopt;
  const std::size_t sentence = entering.evidence.sentence_of(*place);
  ReadEvent event;
  event.kind = asked.kind;
  event.status = asked.status;
  event.passage = entering.evidence.passage(*place);
  event.participants = entering.actors_in(asked.participants, sentence);
  event.date = entering.date_in(asked.date, sentence);
  const std::vector<Span> where = asked.place ? entering.evidence.all_in(sentence, *asked.place) : std::vector<Span>();
  if (!where.empty()) event.place = entering.evidence.passage(where.front());
  event.from_model = true;
  if (event.participants.empty() && !event.date && !event.place) return std::nullopt;
  return event;
}

}  // namespace

void enter_issues(const std::vector<AnswerIssue>& issues, Entering& entering) {
  for (const AnswerIssue& asked : issues) {
    const std::optional<Span> place = first_place(entering.evidence, asked.evidence);
    const auto label = place ? entering.label_of(asked.label, *place) : std::nullopt;
    if (!label || entering.issues.contains(asked.key)) {
      ++entering.counts.dropped;
      continue;
    }
    const Passage passage = entering.evidence.passage(*place);
    std::optional<ReadIssueIndex> issue = find_issue(entering.reading, *label, passage);
    ++(issue ? entering.counts.agreed : entering.counts.entered);
    if (!issue) {
      issue = ReadIssueIndex(entering.reading.issues.size());
      entering.reading.issues.push_back({*label, {}, {passage}, true});
    }
    entering.issues.emplace(asked.key, *issue);
  }
}

void enter_options(const std::vector<AnswerOption>& options, Entering& entering) {
  for (const AnswerOption& asked : options) {
    const auto issue = entering.issues.find(asked.issue);
    const std::optional<Span> place = first_place(entering.evidence, asked.evidence);
    const auto label = place ? entering.label_of(asked.label, *place) : std::nullopt;
    if (!label || issue == entering.issues.end()) {
      ++entering.counts.dropped;
      continue;
    }
    const Passage passage = entering.evidence.passage(*place);
    const auto known = overlapping(entering.reading.options, passage);
    if (known != entering.reading.options.end()) {
      ++(known->from_model ? entering.counts.dropped : entering.counts.agreed);
      continue;
    }
    const auto proposers = entering.actors_in(asked.proposers, entering.evidence.sentence_of(*place));
    entering.reading.options.push_back({issue->second, *label, proposers, asked.status, passage, true});
    ++entering.counts.entered;
  }
}

void enter_events(const std::vector<AnswerEvent>& events, Entering& entering) {
  for (const AnswerEvent& asked : events) {
    std::optional<ReadEvent> event = verified(asked, entering);
    if (!event) {
      ++entering.counts.dropped;
      continue;
    }
    const auto known = overlapping(entering.reading.events, event->passage);
    if (known == entering.reading.events.end()) {
      entering.reading.events.push_back(std::move(*event));
      ++entering.counts.entered;
    } else {
      ++(known->from_model ? entering.counts.dropped : entering.counts.agreed);
    }
  }
}

}  // namespace modus::model_reader

// Assessments, guarantees and the timeline.
#include <algorithm>

#include "modus/case_model/canonical_order.h"
#include "modus/case_model/likelihood.h"
#include "modus/formats/reading.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using case_model::Assessment;
using case_model::Guarantee;
using case_model::PartyIndex;
using case_model::TimelineEvent;

void read_assessor(Reading& reading, const YamlNode& node, Assessment& assessment) {
  assessment.by_party = find_sorted(reading.subject.parties, node.text);
  assessment.by_source = find_sorted(reading.subject.sources, node.text);
  if (assessment.by_party && assessment.by_source) {
    reading.add(node, shown(node.text) + " is both a party and a source", "give one of them another name");
  } else if (!assessment.by_party && !assessment.by_source) {
    std::vector<std::string> names =
        reading.full() ? std::vector<std::string>() : ids_of(reading.subject.parties);
    for (std::size_t i = 0; i < reading.subject.sources.size() && !reading.full(); ++i) {
      names.push_back(reading.subject.sources[case_model::SourceIndex(i)].id);
    }
    reading.add(node, "no party or source is named " + shown(node.text), reading.suggest(node.text, names));
  }
}

void read_assessed(Reading& reading, const YamlNode& node, Assessment& assessment) {
  if (!node.is_text()) {
    assessment.chances = read_chances(reading, node, "an assessment");
    return;
  }
  assessment.word = node.text;
  if (case_model::likelihood_number(node.text)) return;
  std::vector<std::string> words;
  for (const auto& row : case_model::likelihood_scale()) words.emplace_back(row.word);
  reading.add(node, shown(node.text) + " is no word of the likelihood scale",
              reading.suggest(node.text, words) + "; or chances such as {\"30 days\": 0.25}");
}

// A word of the scale or chances, or else at least the words that were used.
void read_what_is_said(Reading& reading, const YamlNode& node, Fields& fields, Assessment& assessment) {
  const YamlNode* says = fields.find("says");
  if (says != nullptr) read_assessed(reading, *says, assessment);
  read_quote(reading, fields, assessment.quote);
  if (says == nullptr && assessment.quote.text.empty())
    reading.add(node, "an assessment that says nothing",
                "add 'says:' with a word of the scale or chances, or 'quote:' with the words used");
}

void check_said(Reading& reading, const YamlNode& node, const case_model::Days& on) {
  if (on.first > reading.subject.as_of && reading.subject.as_of != case_model::Day())
    reading.add(node, "the assessment is later than the day of the case", "correct the day, or 'as_of'");
}

std::optional<PartyIndex> read_role(Fields& fields, std::string_view key) {
  return fields.read_required(key, &Reading::party);
}

void check_sides(Reading& reading, const YamlNode& node, const Guarantee& guarantee) {
  const bool same = guarantee.protects == guarantee.against || guarantee.by == guarantee.against;
  if (same)
    reading.add(node, "a guarantee against the party it protects, or against its own guarantor",
                "name different parties");
}

// Of a case drafted from reports nobody has yet said what came of it.
void check_planned(Reading& reading, const YamlNode& node, const TimelineEvent& event) {
  if (!event.planned || event.on.last >= reading.subject.as_of) return;
  reading.add(node, shown(event.kind) + " on " + write_days(event.on) + " stands as planned, before the day of the case (" +
                        write_day(reading.subject.as_of) + ")",
              "leave out 'planned' if it took place, put the new day, or take it out");
}

}  // namespace

void read_assessments(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("assessments");
  if (node == nullptr) return;
  auto& all = reading.subject.assessments;
  for (const YamlNode* item : reading.items(*node, "'assessments'")) {
    Assessment assessment;
    assessment.where = reading.place(*item);
    Fields fields(reading, *item, "assessment");
    if (const YamlNode* by = fields.require("by")) read_assessor(reading, *by, assessment);
    assessment.speaker = fields.text("speaker");
    read_what_is_said(reading, *item, fields, assessment);
    assessment.source = fields.read("source", &Reading::source);
    assessment.on = fields.read("on", &Reading::days);
    if (assessment.on) check_said(reading, *fields.find("on"), *assessment.on);
    assessment.label = fields.read("label", &Reading::label);
    all.push_back(std::move(assessment));
  }
  put_in_order(all);
}

void read_guarantees(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("guarantees");
  if (node == nullptr) return;
  auto& all = reading.subject.guarantees;
  for (const YamlNode* item : reading.items(*node, "'guarantees'")) {
    Fields fields(reading, *item, "guarantee");
    auto when = fields.read_required("when", &Reading::condition);
    const auto protects = read_role(fields, "protects");
    const auto against = read_role(fields, "against");
    const auto by = fields.read_required("by", &Reading::guarantor);
    const auto detects = fields.read("detects", &Reading::interval, kChance);
    const auto responds = fields.read("responds", &Reading::interval, kChance);
    const auto punishes = fields.read("punishes", &Reading::interval, kPoints);
    const auto label = fields.read("label", &Reading::label);
    if (!when || !protects || !against || !by) continue;
    all.push_back(
        {std::move(*when), *protects, *against, *by, detects, responds, punishes, reading.place(*item), label});
    check_sides(reading, *item, all.back());
  }
  put_in_order(all, reading.subject.issues);
}

void read_timeline(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("timeline");
  if (node == nullptr) return;
  auto& all = reading.subject.timeline;
  const bool drafted = root.find("draft") != nullptr;
  for (const YamlNode* item : reading.items(*node, "'timeline'")) {
    TimelineEvent event;
    event.where = reading.place(*item);
    Fields fields(reading, *item, "event");
    const auto on = fields.read_required("on", &Reading::days);
    event.kind = fields.read_required("kind", &Reading::text, "the kind").value_or("");
    if (const YamlNode* who = fields.find("who")) event.who = reading.parties(*who, "'who'");
    event.place = fields.text("where");
    event.what = fields.text("what");
    event.planned = fields.read("planned", &Reading::truth).value_or(false);
    event.source = fields.read("source", &Reading::source);
    read_quote(reading, fields, event.quote);
    event.label = fields.read("label", &Reading::label);
    if (!on) continue;
    event.on = *on;
    if (!drafted) check_planned(reading, *item, event);
    all.push_back(std::move(event));
  }
  put_in_order(all);
}

}  // namespace modus::formats

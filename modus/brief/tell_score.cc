#include "modus/brief/tell_score.h"

#include <fmt/format.h>

#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::ScoreCard;
using findings::ScoreFinding;

constexpr std::size_t kLeast = ScoreFinding::kLeastToRecalibrate;
constexpr std::size_t kFewEvents = 10;

std::string counted(std::size_t number, const char* thing) { return count(number) + " " + thing + (number == 1 ? "" : "s"); }
std::string are(std::size_t number) { return count(number) + (number == 1 ? " is " : " are "); }

/// Scores and skill are no probabilities: they keep their places.
std::string say_score(double score) { return fmt::format("{:.3f}", score); }
std::string say_skill(double skill) { return fmt::format("{:.2f}", skill); }
std::string say_skill(const std::optional<double>& skill) { return skill ? say_skill(*skill) : "none"; }

std::string say_who(const ScoreFinding& finding, std::size_t card) {
  if (card < 2) return card == 0 ? "ours" : "base rate";
  return finding.cards[card].who;
}

// What there is.

Sentence say_logged(const ScoreFinding& finding) {
  return counted(finding.logged, "forecast") + " logged by " + say_day(finding.as_of) + ": " + are(finding.resolved) + "resolved, " +
         are(finding.open) + "open, " + are(finding.overdue) + "overdue.";
}

Sentence say_overdue(const ScoreFinding& finding) {
  return std::string("Of the overdue the horizon has passed, and nobody has entered what came: "
                     "do so with modus log CASE --resolve N, --happened DAY or --not-by-horizon.") +
         (finding.resolved > 0 ? " Until then the scores leave them out." : "");
}

Sentence say_late(const ScoreFinding& finding) {
  return count(finding.late) + (finding.late == 1 ? " was" : " were") + " made more than a week after the day forecast from, when what came "
         "may have been known: that is no proof of foresight.";
}

Text say_few(const ScoreFinding& finding) {
  const std::string resolved = counted(finding.resolved, "resolved forecast");
  Text text;
  if (finding.resolved < kLeast) {
    text.push_back(Sentence().strong(resolved + ": too few to tell skill from luck."));
    text.emplace_back("Nothing is recalibrated on fewer than " + std::to_string(kLeast) + " resolved forecasts.");
  }
  if (finding.events < finding.resolved) {
    text.emplace_back("The " + resolved + " are of " + counted(finding.events, "event") +
                      ": forecasts of one event hang together, and many of them say little more than one.");
    if (finding.resolved >= kLeast && finding.events < kLeast) text.push_back(Sentence().strong("So few events are too few to tell skill from luck."));
  }
  if (finding.open + finding.overdue > 0) {
    text.emplace_back("What comes can be entered at once, what does not only after the horizon: "
                      "while forecasts are open, those resolved are more often of what came early.");
  }
  return text;
}

Blocks tell_state(const ScoreFinding& finding) {
  Paragraph state;
  state.text.push_back(say_logged(finding));
  if (finding.overdue > 0) state.text.push_back(say_overdue(finding));
  if (finding.late > 0) state.text.push_back(say_late(finding));
  if (finding.resolved == 0) state.text.emplace_back("None is resolved: there is nothing to score yet.");
  Blocks blocks = {state};
  if (finding.resolved == 0) return blocks;
  Paragraph few;
  few.text = say_few(finding);
  if (!few.text.empty()) blocks.emplace_back(std::move(few));
  return blocks;
}

// Scores.

/// What the range of skill says, and how much that is worth.
std::string say_range(const ScoreCard& ours) {
  if (!ours.skill_low || !ours.skill_high) return "too few events for a range";
  const std::string range = "90 % range from " + say_skill(*ours.skill_low) + " to " + say_skill(*ours.skill_high);
  if (*ours.skill_low <= 0 && *ours.skill_high >= 0) return range + ": they cannot be told from the base rate";
  const std::string side = *ours.skill_low > 0 ? "better" : "worse";
  return range + (ours.events < kLeast ? ": " + side + " so far" : ": " + side + " than the base rate");
}

Text say_ours(const ScoreFinding& finding) {
  const ScoreCard& ours = finding.cards[0];
  if (!ours.skill) return {Sentence("Our forecasts have no base rate to be compared with.")};
  Text text = {Sentence("Against the base rate ours have a skill of " + say_skill(*ours.skill) + " on " + counted(ours.compared, "forecast") +
                        " of " + counted(ours.events, "event") + "; " + say_range(ours) + ".")
                   .mark(Mark::kComputed)};
  if (ours.skill_low && ours.events < kFewEvents) text.emplace_back("A range from so few events is itself rough, and more likely too narrow than too wide.");
  return text;
}

Table score_table(const ScoreFinding& finding) {
  Table table{"Means; lower is better, 0 is without fault. Who spoke of other forecasts, or for other days, can be compared by skill alone: 1 less the "
              "ranked score over that of the base rate for the same days of the same forecasts; above 0 is better than the base rate (C).",
              {{"Who"}, {"Forecasts", true}, {"Ranked", true}, {"Brier", true}, {"Log", true}, {"CRPS", true}, {"Skill", true}, {"From", true}, {"To", true}},
              {}};
  for (std::size_t i = 0; i < finding.cards.size(); ++i) {
    const ScoreCard& card = finding.cards[i];
    if (card.forecasts == 0) continue;
    std::vector<Text> row = {{Sentence(say_who(finding, i))}, {Sentence(count(card.forecasts))}};
    for (const double score : {card.ranked, card.brier, card.logarithmic, card.crps}) row.push_back({Sentence(say_score(score))});
    const bool base = i == 1;
    for (const auto& skill : {card.skill, card.skill_low, card.skill_high}) row.push_back({Sentence(base ? "" : say_skill(skill))});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Reliability.

std::string say_slope(double slope) {
  if (slope <= 0) return "they told nothing in the right direction";
  const std::string times = fmt::format("{:.2f}", slope) + " times as far from even odds";
  if (slope > 0.95 && slope < 1.05) return "they were as bold as they ought to have been";
  return std::string(slope > 1 ? "they were too cautious" : "they were too bold") + ": chances " + times + " in log-odds would have been right";
}

Blocks tell_reliability(const ScoreFinding& finding) {
  Blocks blocks = {heading(2, "reliability", "What was said and what came")};
  Paragraph words;
  words.text.emplace_back("Of all that was given one chance in five, one in five should have come.");
  if (finding.recalibration) {
    words.text.push_back(Sentence("Over all chances together " + say_slope(*finding.recalibration) + ".").mark(Mark::kComputed));
    words.text.emplace_back("That is for whoever judges to know: no forecast is changed by it.");
  }
  blocks.emplace_back(std::move(words));
  blocks.emplace_back(reliability_chart(finding.reliability));
  return blocks;
}

}  // namespace

Document tell_score(const ScoreFinding& finding) {
  Document document;
  document.title = "How good the forecasts were";
  document.blocks = tell_state(finding);
  if (finding.resolved > 0) {
    Paragraph ours;
    ours.text = say_ours(finding);
    append(document.blocks, {heading(2, "scores", "Scores"), ours, score_table(finding)});
    append(document.blocks, tell_reliability(finding));
  }
  document.blocks.emplace_back(paragraph(Sentence("The log: " + finding.log + ", sealed at " + finding.seal + ".")));
  return document;
}

}  // namespace modus::brief

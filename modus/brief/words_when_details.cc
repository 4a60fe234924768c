// When a deal might come, or not at all: everything behind the first pages.
#include <fmt/format.h>

#include "modus/base/number.h"
#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/when_words.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::BaseRate;
using findings::ChanceBy;
using findings::ForecastFinding;
using findings::TimingRates;
using Kind = BaseRate::Kind;

std::string say_rate(const TimingRates::Rate& rate) {
  const auto say = [](double value) { return fmt::format("{:.2g}", value); };
  return rate.low == rate.high ? say(rate.low) : say(rate.low) + "\u00A0to\u00A0" + say(rate.high);
}

void add_rate(Table& table, const std::string& what, const TimingRates::Rate& rate, bool judged) {
  Sentence from(rate.from);
  if (judged) from.mark(Mark::kJudged);
  table.rows.push_back({{Sentence(what)}, {Sentence(say_rate(rate))}, {from}, {Sentence(rate.assumed ? "yes" : "no")}});
}

/// Parties for which only the convention stands share a row.
void add_impatience(const Telling& telling, Table& table) {
  const auto& impatience = telling.finding.forecast->rates.impatience;
  const TimingRates::Rate* convention = nullptr;
  for (const case_model::PartyIndex party : parties_counted(telling)) {
    if (party.value >= impatience.size()) continue;
    if (impatience[party].assumed) {
      convention = &impatience[party];
    } else {
      add_rate(table, "Waiting takes from a deal's worth to " + telling.name(party) + ", as a share", impatience[party], true);
    }
  }
  if (convention != nullptr) add_rate(table, "Waiting takes from a deal's worth to each party without a judgment, as a share", *convention, false);
}

Table rates_table(const Telling& telling) {
  const TimingRates& rates = telling.finding.forecast->rates;
  Table table{"The rates of the simulated talks, a month; drawn evenly from each range. A convention is nobody's estimate: it stands where the case says nothing.",
              {{"Rate"}, {"A month", true}, {"Rests on"}, {"Convention"}},
              {}};
  const case_model::ForecastSettings& judged = telling.subject.forecast;
  add_rate(table, "Rounds of talks", rates.rounds, judged.rounds.has_value());
  add_rate(table, "Chance that the talks end for good", rates.collapse, judged.collapse.has_value());
  add_rate(table, "Chance that one side prevails", rates.prevails, judged.prevails.has_value());
  add_rate(table, "Chance that a party that wants no deal comes to want one", rates.stalling_ends, judged.stalling_ends.has_value());
  add_impatience(telling, table);
  return table;
}

Text say_simulation(const ForecastFinding& forecast) {
  const findings::SimulatedWeek& last = forecast.simulated.back();
  const double open = std::max(0.0, 1 - last.deal - last.collapse - last.prevails);
  return {Sentence(fmt::format("In the simulated talks by themselves, by the last day: a deal in {}, ended for good in {}, one side prevails in {}, still going in {}.",
                               chance(last.deal), chance(last.collapse), chance(last.prevails), chance(open)))
              .mark(Mark::kComputed),
          Sentence(fmt::format("A package that all could live with is there at the start in {} of them, and at some time in {}.", chance(forecast.zone_now),
                               chance(forecast.zone_at_horizon)))
              .mark(Mark::kComputed),
          Sentence(fmt::format("{} processes were simulated, week by week.", count(forecast.paths)))};
}

Bullets base_rate_bullets(const ForecastFinding& forecast) {
  const BaseRate& base = forecast.base_rate;
  const findings::ReferenceClass& reference = base.reference;
  Bullets bullets;
  const auto add = [&](const std::string& name, const std::string& words) {
    if (!words.empty()) bullets.items.push_back({Sentence().strong(name + ": ").plain(words)});
  };
  add("Kind of process", capital(say_base_rate(base)) + ".");
  if (base.kind != Kind::kJudged) {
    add("The clock starts", reference.from.empty() ? "" : reference.from + "; here on " + say_day(base.since) + ".");
    add("What is counted", reference.event.empty() ? "" : reference.event + ". It is not always what this case counts: " + forecast.event + ".");
    add("Source", reference.source.empty() ? "" : reference.source + ".");
    add("Caution", reference.caution);
  }
  add("Not at all, however long one waits, as fitted", chance(base.never) + "; it cannot be told from a long wait before the data end.");
  return bullets;
}

Sentence say_why(const Telling& telling) {
  const std::string& why = telling.subject.forecast.why;
  return why.empty() ? Sentence("The case gives no reason for these choices.") : Sentence(capital(why) + ".").mark(Mark::kJudged);
}

std::string say_pooled_chance(const ForecastFinding& forecast, std::size_t i) {
  const auto& figure = forecast.pooled->chances[i];
  return say_by_when(forecast, forecast.chances[i]) + ": " + (figure ? chance(*figure) : std::string("nobody says"));
}

Blocks tell_pooled(const ForecastFinding& forecast) {
  if (!forecast.pooled) return {};
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < forecast.chances.size(); ++i) parts.push_back(say_pooled_chance(forecast, i));
  const findings::PooledForecast& pooled = *forecast.pooled;
  Text text = {Sentence(capital(base::join_words(parts)) + ".").mark(Mark::kComputed),
               Sentence(fmt::format("One figure out of {} origin{}, equally weighted in log-odds; those that go back to one origin count once. It hides where they "
                                    "disagree, and the forecast does not use it.",
                                    pooled.origins, pooled.origins == 1 ? "" : "s"))};
  if (forecast.base_rate.kind == Kind::kNone) {
    text.emplace_back("Without a base rate it is their plain mean in log-odds.");
  } else if (pooled.extremised > 1) {
    text.push_back(Sentence(fmt::format("Moved away from the base rate by up to {:.2f} times their distance from it (Neyman and Roughgarden 2022): often a little "
                                        "better, now and then much worse.",
                                        pooled.extremised)));
  }
  return {heading(3, "pooled", "The assessments as one figure"), Paragraph{text, false}};
}

Blocks tell_base_rate(const Telling& telling) {
  const ForecastFinding& forecast = *telling.finding.forecast;
  Blocks blocks = {heading(3, "base-rate", "The base rate")};
  if (forecast.base_rate.kind == Kind::kNone) {
    blocks.emplace_back(paragraph("None was chosen, so what usually happens in such processes is not in these figures."));
    return blocks;
  }
  blocks.emplace_back(base_rate_bullets(forecast));
  blocks.emplace_back(paragraph(say_why(telling)));
  return blocks;
}

}  // namespace

Table chances_table(const Telling& telling) {
  const ForecastFinding& forecast = *telling.finding.forecast;
  const bool fine = has_fine_figures(telling), based = forecast.base_rate.kind != Kind::kNone;
  Table table{"Chances are cumulative; the last and \"not at all\" make 100 %. The range is over sampling and every assumption that counts; the wider it is, the less the chance in it means (C).",
              {{"Until"}, {"Chance"}, {"Range"}, {"Simulated talks alone"}},
              {}};
  if (based) table.columns.push_back({"Base rate alone"});
  const auto add = [&](const std::string& until, const ChanceBy& by, double simulated, double base) {
    std::vector<Text> row = {
        {Sentence(until)}, {Sentence(fine_chance(by.probability, fine))}, {Sentence(fine_range(by, fine))}, {Sentence(fine_chance(simulated, fine))}};
    if (based) row.push_back({Sentence(fine_chance(base, fine))});
    table.rows.push_back(std::move(row));
  };
  for (std::size_t i = 0; i < forecast.chances.size(); ++i) {
    const ChanceBy& by = forecast.chances[i];
    add(say_day(by.by) + fmt::format(" ({} days)", by.days), by, forecast.simulated_chances[i], based ? forecast.base_rate.chances[i].probability : 0);
  }
  add("Not at all by " + say_day(forecast.not_at_all.by), forecast.not_at_all, 1 - forecast.simulated_chances.back(), forecast.base_rate.not_at_all);
  return table;
}

Table moves_table(const Telling& telling) {
  const ForecastFinding& forecast = *telling.finding.forecast;
  const bool fine = has_fine_figures(telling);
  Table table{"The chance by " + say_day(forecast.not_at_all.by) + " at the two ends of each assumption, the others as they are (C).",
              {{"Assumption"}, {"At one end"}, {"Chance"}, {"At the other"}, {"Chance"}, {"Counts in the range"}},
              {}};
  for (const findings::ForecastMove& move : forecast.moves) {
    table.rows.push_back({{Sentence(capital(move.what))},
                          {Sentence(move.low_is)},
                          {Sentence(fine_chance(move.low.back(), fine))},
                          {Sentence(move.high_is)},
                          {Sentence(fine_chance(move.high.back(), fine))},
                          {Sentence(move.in_range ? "yes" : "no, shown beside it")}});
  }
  return table;
}

Blocks tell_when_details(Telling& telling) {
  if (!telling.finding.forecast) return {};
  const ForecastFinding& forecast = *telling.finding.forecast;
  Blocks blocks = {heading(2, "when-details", "When: every chance, and what it rests on"), when_chart(telling)};
  append(blocks, tell_pooled(forecast));
  if (!forecast.moves.empty()) append(blocks, {heading(3, "when-moves", "What moves it"), moves_chart(telling)});
  append(blocks, tell_base_rate(telling));
  append(blocks, {heading(3, "when-simulated", "The simulated talks"), Paragraph{say_simulation(forecast), false}, rates_table(telling)});
  return blocks;
}

}  // namespace modus::brief

// When a deal might come, or not at all: the brief's first pages.
#include <fmt/format.h>

#include <cmath>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/when_words.h"
#include "modus/brief/words.h"
#include "modus/case_model/likelihood.h"

namespace modus::brief {
namespace {

using findings::BaseRate;
using findings::ChanceBy;
using findings::ForecastFinding;
using findings::ForecastMove;

constexpr double kFineFrom = 0.05;
constexpr std::size_t kCountForFineFigures = 50;

bool is_draft(const Telling& telling) { return telling.finding.draft && !telling.finding.draft->settled; }

/// Which lines of the case file are missing.
Sentence say_missing(const Telling& telling) {
  const bool event = telling.subject.event.empty(), horizon = !telling.subject.horizon_days;
  const std::string what = event ? (horizon ? "what counts as a deal, and by when" : "what counts as a deal") : "how far ahead to look";
  Sentence sentence("No forecast: the case does not say " + what + ". Add ");
  if (event) sentence.plain("a line that defines it, such as ").quote("event: an agreement signed by all parties");
  if (event && horizon) sentence.plain(", and ");
  if (horizon) sentence.plain("a line such as ").quote("horizon: 180 days");
  return sentence.plain(event ? "; a ceasefire and a settlement are different events, whose chances can differ tenfold." : ".");
}

/// Where it has not been weighed how a draft can be read, as in the verb of its own.
Paragraph say_drafted() {
  Paragraph notice;
  notice.notice = true;
  notice.text = {Sentence().strong("Drafted from reports:").plain(" these figures take each passage as it is written down now, confirmed or not. What is open "
                                                                  "stands in ").quote("modus read --review").plain(".")};
  return notice;
}

Text say_event(const ForecastFinding& forecast) {
  return {Sentence().strong("What counts: ").plain(forecast.event + ". Looked ahead: " + std::to_string(forecast.horizon_days) + " days, to " +
                                                   say_day(forecast.not_at_all.by) + ".")};
}

/// "within 7, 30 and 90 days", and what is said of all of them.
struct Stretch {
  std::string when, says;
};

/// Days of which the same is said are told together; the horizon stands by itself.
template <class Say>
std::vector<Stretch> stretches_of(const ForecastFinding& forecast, const std::vector<ChanceBy>& chances, const Say& say) {
  std::vector<Stretch> stretches;
  std::vector<std::string> days;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    const std::string says = say(chances[i]);
    const bool last = chances[i].days == forecast.horizon_days;
    const bool more = !last && i + 1 < chances.size() && chances[i + 1].days != forecast.horizon_days && say(chances[i + 1]) == says;
    days.push_back(std::to_string(chances[i].days));
    if (more) continue;
    stretches.push_back({last ? say_by_when(forecast, chances[i]) : "within " + base::join_words(days) + " days", says});
    days.clear();
  }
  return stretches;
}

Text say_chances(const ForecastFinding& forecast) {
  Sentence sentence;
  for (const auto& [when, says] : stretches_of(forecast, forecast.chances, [](const ChanceBy& by) { return say_with_range(by, is_too_wide(by)); })) {
    const bool first = sentence.empty();
    sentence.plain(first ? "" : "; ").strong(first ? capital(when) : when).plain(": " + says);
  }
  return {sentence.plain(".").mark(Mark::kComputed)};
}

Text say_not_at_all(const ForecastFinding& forecast) {
  return {Sentence()
              .strong("Not at all by " + say_day(forecast.not_at_all.by))
              .plain(": " + say_with_range(forecast.not_at_all, is_too_wide(forecast.chances.back())) + ".")
              .mark(Mark::kComputed)};
}

Text say_base_rate_line(const ForecastFinding& forecast) {
  const BaseRate& base = forecast.base_rate;
  if (base.kind == BaseRate::Kind::kNone) {
    return {Sentence().strong("No base rate was chosen: ").plain("these figures are the simulated talks alone. ").quote("modus rates").plain(
        " lists kinds of processes to choose from (key `forecast` of the case, or --class).")};
  }
  Sentence sentence;
  sentence.strong("Beside it, the base rate").plain(" (" + say_base_rate(base) + "): ");
  for (const auto& [when, says] : stretches_of(forecast, base.chances, [](const ChanceBy& by) { return chance(by.probability); }))
    sentence.plain(when + " " + says + "; ");
  sentence.plain("not at all by then " + chance(base.not_at_all) + ".");
  return {base.kind == BaseRate::Kind::kJudged ? sentence.mark(Mark::kJudged) : sentence.mark(Mark::kComputed)};
}

/// Moves are sorted: the first moves the last chance most.
Text say_greatest_mover(const ForecastFinding& forecast) {
  if (forecast.moves.empty()) return {};
  const ForecastMove& move = forecast.moves.front();
  if (std::abs(move.high.back() - move.low.back()) < kFineFrom)
    return {Sentence("No single assumption moves the chance by then by 5 percentage points or more.").mark(Mark::kComputed)};
  return {Sentence()
              .strong("What moves the last chance most: ")
              .plain(fmt::format("{}; {}: {}; {}: {}.", move.what, move.low_is, chance(move.low.back()), move.high_is, chance(move.high.back())))
              .mark(Mark::kComputed)};
}

Text say_how_made(const ForecastFinding& forecast) {
  const bool alone = forecast.base_rate.kind == BaseRate::Kind::kNone;
  return {Sentence(alone ? "Simulated from the scenarios, with conventions for the pace of talks; not calibrated on resolved forecasts."
                         : fmt::format("Talks simulated from the scenarios count for {:.0f} in 100, the base rate for the rest (in log-odds); not calibrated "
                                       "on resolved forecasts.",
                                       100 * forecast.weight))};
}

}  // namespace

std::string say_by_when(const ForecastFinding& forecast, const ChanceBy& by) {
  if (by.days == forecast.horizon_days) return fmt::format("by {} ({} day{})", say_day(by.by), by.days, by.days == 1 ? "" : "s");
  return fmt::format("within {} days", by.days);
}

bool is_too_wide(const ChanceBy& by) { return case_model::words_spanned(rounded(by.low), rounded(by.high)) > 2; }

std::string say_with_range(const ChanceBy& by, bool too_wide) {
  if (too_wide)
    return chance_range(by.low, by.high) + ", too wide for one number";
  if (percent(by.low) == percent(by.high)) return chance(by.probability) + " over the whole range";
  return chance(by.probability) + ", range " + chance_range(by.low, by.high);
}

bool has_fine_figures(const Telling& telling) {
  return telling.fine_figures && telling.finding.forecast->base_rate.reference.count >= kCountForFineFigures;
}

std::string fine_percent(double probability, bool fine) {
  const double shown = fine_rounded(probability, fine);
  const bool between = fine && (probability < kFineFrom || probability > 1 - kFineFrom);
  if (!between) return percent(probability);
  if (shown <= 0) return "under 1\u00A0%";
  return shown >= 1 ? "over 99\u00A0%" : fmt::format("{:.0f}\u00A0%", 100 * shown);
}

std::string fine_chance(double probability, bool fine) {
  return fmt::format("{} ({})", fine_percent(probability, fine), likelihood(fine_rounded(probability, fine)));
}

std::string fine_range(const ChanceBy& by, bool fine) {
  const std::string low = fine_percent(by.low, fine), high = fine_percent(by.high, fine);
  if (low == high) return fine_chance(by.low, fine);
  const std::string from = likelihood(fine_rounded(by.low, fine)), to = likelihood(fine_rounded(by.high, fine));
  return fmt::format("{} to {} ({})", low, high, from == to ? from : from + " to " + to);
}

double fine_rounded(double probability, bool fine) {
  const bool between = fine && (probability < kFineFrom || probability > 1 - kFineFrom);
  if (!between) return rounded(probability);
  if (probability < 0.01) return 0;
  return probability > 0.99 ? 1 : std::round(100 * probability) / 100;
}

std::string say_base_rate(const BaseRate& base) {
  if (base.kind == BaseRate::Kind::kNone) return "";
  if (base.kind == BaseRate::Kind::kJudged) return "as the team judges it";
  const std::string gone = base.elapsed_days >= 1 ? fmt::format(", {:.0f} days gone since {}", base.elapsed_days, say_day(base.since)) : "";
  return base.reference.name + "; " + count(base.reference.count) + " counted" + gone;
}

Blocks tell_when_section(Telling& telling) {
  const auto& forecast = telling.finding.forecast;
  const bool asked = !telling.subject.event.empty() && telling.subject.horizon_days;
  if (!forecast && asked && !is_draft(telling)) return {};
  Blocks blocks = {heading(2, "when", "When?")};
  if (is_draft(telling)) {
    blocks.emplace_back(paragraph(asked ? Sentence("No forecast from a draft: its questions come first.") : say_missing(telling)));
    return blocks;
  }
  if (!forecast) {
    blocks.emplace_back(paragraph(say_missing(telling)));
    return blocks;
  }
  if (telling.subject.draft && !telling.finding.draft) blocks.emplace_back(say_drafted());
  Bullets lines;
  for (Text line : {say_event(*forecast), say_chances(*forecast), say_not_at_all(*forecast), say_base_rate_line(*forecast), say_greatest_mover(*forecast),
                    say_how_made(*forecast)}) {
    if (!line.empty()) lines.items.push_back(std::move(line));
  }
  blocks.emplace_back(std::move(lines));
  return blocks;
}

}  // namespace modus::brief

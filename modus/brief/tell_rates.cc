#include "modus/brief/tell_rates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::ClassRates;
using findings::CureCurve;
using findings::ReferenceClass;

/// How many were counted, and how many of them came to it.
std::string say_count(const ReferenceClass& reference) {
  const std::string counted = count(reference.count) + " counted";
  return reference.events == 0 ? counted : counted + ", " + count(reference.events) + " came";
}

/// How far from the time gone the observed days reach.
double days_left(const ClassRates& rates) {
  return rates.reference.observed.empty() ? 0 : std::max(0.0, rates.reference.observed.back().days - rates.elapsed_days);
}

/// Beyond what was observed a curve is a guess, and its median with it.
bool median_observed(const ClassRates& rates) { return rates.median_days && *rates.median_days <= days_left(rates); }

std::string say_median(const ClassRates& rates) {
  if (median_observed(rates)) return say_duration(*rates.median_days);
  return !rates.median_days && rates.never >= 0.5 ? "most never" : "over " + say_duration(days_left(rates));
}

double chance_by(const ClassRates& rates, double days) {
  return std::ranges::find(rates.chances, days, &findings::ObservedChance::days)->chance;
}

Table list_table(const std::vector<ClassRates>& classes) {
  Table table{"Chances by the fitted curves, from the start of the clock. Half: by when one in two has come to it.",
              {{"Class"}, {"Half"}, {"30 days", true}, {"90 days", true}, {"1 year", true}},
              {}};
  for (const ClassRates& rates : classes) {
    const ReferenceClass& reference = rates.reference;
    table.rows.push_back({{Sentence().strong(reference.id).plain(": " + reference.name + " (" + say_count(reference) + ")")},
                          {Sentence(say_median(rates))},
                          {Sentence(percent(chance_by(rates, 30)))},
                          {Sentence(percent(chance_by(rates, 90)))},
                          {Sentence(percent(chance_by(rates, 365)))}});
  }
  return table;
}

Blocks tell_list(const findings::RatesFinding& finding) {
  return {paragraph(Sentence("A reference class says how long processes of one kind took, whoever was in them. What counts as the event matters most: a "
                             "ceasefire, a settlement and an end of the fighting are different things, and their chances differ up to tenfold. ")
                        .plain("One class in full, with its source and its cautions: modus rates --class ID. Your own table: modus rates FILE.csv.")),
          list_table(finding.classes)};
}

// One class.

std::string say_tail(CureCurve::Tail tail) { return tail == CureCurve::Tail::kWeibull ? "Weibull" : "lognormal"; }

Blocks tell_what(const ReferenceClass& reference) {
  const std::string events = reference.events == 0 ? "how many came to it is not published" : count(reference.events) + " came to it";
  Bullets bullets;
  bullets.items = {{Sentence().strong("The clock starts: ").plain(reference.from + ".")},
                   {Sentence().strong("The event: ").plain(reference.event + ".")},
                   {Sentence().strong("Counted: ").plain(count(reference.count) + " processes; " + events + ".")},
                   {Sentence().strong("Source: ").plain(reference.source + ".")}};
  if (!reference.caution.empty()) bullets.items.push_back({Sentence().strong("Caution: ").plain(reference.caution)});
  return {bullets};
}

Table chances_table(const ClassRates& rates) {
  Table table{"From the lowest to the highest: over the curves, and the error of so many processes (90 %) (C).", {{"Within"}, {"Chance"}, {"From", true}, {"To", true}}, {}};
  for (const findings::ObservedChance& by : rates.chances) {
    table.rows.push_back({{Sentence(say_duration(by.days))}, {Sentence(chance(by.chance))}, {Sentence(percent(by.low))}, {Sentence(percent(by.high))}});
  }
  return table;
}

Sentence say_half(const ClassRates& rates) {
  const std::string from_then = rates.elapsed_days > 0 ? " more" : "";
  if (median_observed(rates)) return Sentence("One in two has come to it after " + say_duration(*rates.median_days) + from_then + ".").mark(Mark::kComputed);
  return Sentence("Less than one in two comes to it within what was observed, " + say_duration(days_left(rates)) + from_then + ".").mark(Mark::kComputed);
}

Sentence say_never(const ClassRates& rates) {
  if (rates.never <= 0) return Sentence("As fitted, all come to it in the end; a share that never does cannot be told from a long wait.").mark(Mark::kComputed);
  return Sentence("As fitted, " + chance(rates.never) + " never come to it; a long wait and never look alike until the end of the data.").mark(Mark::kComputed);
}

Blocks tell_chances(const ClassRates& rates) {
  const bool gone = rates.elapsed_days > 0;
  Blocks blocks = {heading(2, "chances", gone ? "What to expect after " + say_duration(rates.elapsed_days) + " without it" : "What to expect from the start")};
  Paragraph words;
  words.text.push_back(say_half(rates));
  words.text.push_back(say_never(rates));
  if (rates.beyond_data) {
    words.text.front() = (Sentence("Nothing in the class was observed for so long: from here the curves are a guess."));
  }
  blocks.emplace_back(std::move(words));
  blocks.emplace_back(chances_table(rates));
  return blocks;
}

std::string say_number(double value) { return fmt::format("{:.4g}", value); }

std::vector<Text> curve_row(const CureCurve& curve) {
  const bool weibull = curve.tail == CureCurve::Tail::kWeibull;
  return {{Sentence(say_tail(curve.tail))},
          {Sentence(percent(curve.weight))},
          {Sentence(curve.never > 0 ? percent(curve.never) : "none")},
          {Sentence(say_number(curve.shape))},
          {Sentence(say_number(curve.scale) + (weibull ? " days" : " (of ln days)"))}};
}

Table curves_table(const ReferenceClass& reference) {
  Table table{"The curves the chances come from. Weight: of each as a possibility, by how well it fits.",
              {{"Tail"}, {"Weight", true}, {"Never", true}, {"Shape", true}, {"Scale", true}},
              {}};
  for (const CureCurve& curve : reference.curves) table.rows.push_back(curve_row(curve));
  return table;
}

Table fits_table(const ClassRates& rates) {
  Table table{"All curves that were tried; the lower the AIC (Akaike 1974), the better the fit for its number of parameters.",
              {{"Tail"}, {"Never"}, {"Shape", true}, {"Scale", true}, {"AIC", true}, {"Carried"}},
              {}};
  for (const findings::CureFit& fit : rates.fits) {
    table.rows.push_back({{Sentence(say_tail(fit.curve.tail))},
                          {Sentence(fit.with_never ? percent(fit.curve.never) : "left out")},
                          {Sentence(say_number(fit.curve.shape))},
                          {Sentence(say_number(fit.curve.scale))},
                          {Sentence(fmt::format("{:.1f}", fit.aic))},
                          {Sentence(fit.curve.weight > 0 ? "yes" : "no")}});
  }
  return table;
}

Blocks tell_curves(const ClassRates& rates) {
  const ReferenceClass& reference = rates.reference;
  Blocks blocks = {heading(2, "curves", "The curves")};
  Paragraph words;
  words.text.push_back(reference.curves.size() > 1 ? Sentence("The data do not tell two curves apart: both are carried.") : Sentence("One curve is carried."));
  if (rates.fits.empty()) {
    words.text.push_back(Sentence(reference.curves_published ? "Fitted to the single processes of the source." : "Fitted to the published chances, as if nobody had been lost sight of earlier."));
  } else {
    words.text.push_back(Sentence(rates.never_told_apart ? "The data tell a share that never comes to it from none (likelihood ratio, 5 %)."
                                                         : "The data do not tell a share that never comes to it from none (likelihood ratio, 5 %)."));
  }
  blocks.emplace_back(std::move(words));
  blocks.emplace_back(curves_table(reference));
  if (!rates.fits.empty()) blocks.emplace_back(fits_table(rates));
  return blocks;
}

Document tell_in_full(const ClassRates& rates) {
  Document document;
  document.title = "How long it took: " + rates.reference.name;
  document.blocks = tell_what(rates.reference);
  append(document.blocks, tell_chances(rates));
  append(document.blocks, {heading(2, "observed", "What was observed"), rates_chart(rates)});
  append(document.blocks, tell_curves(rates));
  return document;
}

}  // namespace

std::string say_duration(double days) {
  constexpr double kMonth = 30.4375, kYear = 365.25;
  const auto words = [](double number, const char* unit) {
    const double whole = std::round(number);
    return fmt::format("{:.0f}\u00A0{}{}", whole, unit, whole == 1 ? "" : "s");
  };
  if (std::abs(days - 365) < 1) return words(1, "year");
  if (std::abs(days - 730) < 1) return words(2, "year");
  if (days > 0 && days < 0.5) return "under 1\u00A0day";
  if (days < 100 || days == 180) return words(days, "day");
  return days < 730 ? words(days / kMonth, "month") : words(days / kYear, "year");
}

Document tell_rates(const findings::RatesFinding& finding) {
  if (finding.in_full) return tell_in_full(finding.classes.front());
  return Document{"Reference classes: how long processes like this one took", tell_list(finding), {}};
}

}  // namespace modus::brief

// Which range, if it were narrower, would change the answer most.
#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/change_words.h"
#include "modus/brief/chart_parts.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::JudgmentEffect;
using findings::JudgmentScan;
using nlohmann::json;
using Quantity = JudgmentEffect::Quantity;

/// More are in the JSON answer.
constexpr std::size_t kEffectsTold = 15;


std::string say_quantity(const Telling& telling, const JudgmentEffect& effect) {
  const case_model::Case& subject = telling.subject;
  const std::string party = telling.name(effect.party);
  switch (effect.quantity) {
    case Quantity::kNoDeal: return party + ": what it expects without a deal";
    case Quantity::kStalling: return party + ": the chance that it wants no deal at all for now";
    case Quantity::kWeight: return party + ": how much " + subject.issues[effect.issue].name + " matters";
    case Quantity::kScore: return party + ": what it makes of " + say_term(subject, effect.issue, effect.option);
    case Quantity::kAdjustment:
      return party + ": what it makes of " + say_condition(subject, subject.judgments[effect.party].adjust[effect.adjustment].when) +
             " together";
    case Quantity::kLimit: return party + ": whether it means " + say_limit_of(telling, effect.limit);
  }
  return "";
}

std::string say_end(const JudgmentEffect& effect, double end) {
  if (effect.quantity == Quantity::kNoDeal || effect.quantity == Quantity::kAdjustment) return points(end);
  if (effect.quantity == Quantity::kStalling) return percent(end);
  return effect.quantity == Quantity::kWeight ? fmt::format("{:.0f} of 100", end * 100) : fmt::format("{:.2f}", end);
}

std::string say_low(const JudgmentEffect& effect) {
  return effect.quantity == Quantity::kLimit ? "not real" : "up to " + say_end(effect, effect.low_end);
}

std::string say_high(const JudgmentEffect& effect) {
  return effect.quantity == Quantity::kLimit ? "real" : "from " + say_end(effect, effect.high_start);
}

std::string say_basis(JudgmentEffect::Basis basis) {
  switch (basis) {
    case JudgmentEffect::Basis::kJudged: return "judged";
    case JudgmentEffect::Basis::kStated: return "from statements";
    case JudgmentEffect::Basis::kOpen: return "not judged";
  }
  return "";
}

std::size_t told(const JudgmentScan& scan) { return std::min(kEffectsTold, scan.effects.size()); }

Table scan_table(Telling& telling, const JudgmentScan& scan) {
  Table table{"", {{"Open"}, {"Rests on"}, {"Low"}, {"Zone if low", true}, {"High"}, {"Zone if high", true}}, {}};
  for (std::size_t i = 0; i < told(scan); ++i) {
    const JudgmentEffect& effect = scan.effects[i];
    Sentence what(say_quantity(telling, effect));
    if (effect.quantity == Quantity::kLimit) what.cite(telling.cites.numbers_of(telling.standing.limits[effect.limit.value].statements));
    table.rows.push_back({{what},
                          {Sentence(say_basis(effect.basis))},
                          {Sentence(say_low(effect))},
                          {Sentence(chance(effect.zone_if_low.value))},
                          {Sentence(say_high(effect))},
                          {Sentence(chance(effect.zone_if_high.value))}});
  }
  return table;
}

json scan_data(const Telling& telling, const JudgmentScan& scan) {
  json data = json::array();
  for (std::size_t i = 0; i < told(scan); ++i) {
    const JudgmentEffect& effect = scan.effects[i];
    const double low = effect.zone_if_low.value, high = effect.zone_if_high.value;
    data.push_back({{"what", shown(say_quantity(telling, effect))},
                    {"low", rounded(low)},
                    {"high", rounded(high)},
                    {"basis", say_basis(effect.basis)},
                    {"text", shown(percent(low) + " to " + percent(high))}});
  }
  return data;
}

/// A tornado: a bar from the answer where the quantity is low to that where it is high, about the answer as it is.
Chart scan_chart(Telling& telling, const JudgmentScan& scan) {
  json specification = base_specification(scan_data(telling, scan));
  specification["height"] = height_of(told(scan), 24);
  const json ends = {{"y", row_axis("what")}, {"x", share_axis("low", "zone probability")}, {"x2", {{"field", "high"}}}};
  const json bars = {{"mark", {{"type", "bar"}, {"color", kBar}, {"height", {{"band", 0.6}}}}}, {"encoding", ends}};
  const json low_ends = {
      {"mark", {{"type", "point"}, {"shape", "circle"}, {"filled", false}, {"size", 70}, {"opacity", 1}, {"color", kInk}}},
      {"encoding", {{"y", row_axis("what")}, {"x", share_axis("low", "zone probability")}}}};
  const json high_ends = {
      {"mark", {{"type", "point"}, {"shape", "diamond"}, {"filled", true}, {"size", 80}, {"opacity", 1}, {"color", kInk}}},
      {"encoding", {{"y", row_axis("what")}, {"x", share_axis("high", "zone probability")}}}};
  const json as_it_is = {{"mark", {{"type", "rule"}, {"color", kInk}, {"strokeDash", {4, 3}}}},
                         {"encoding", {{"x", {{"datum", rounded(scan.zone_probability.value)}}}}}};
  specification["layer"] = json::array({bars, as_it_is, low_ends, high_ends});
  return make_chart("judgments",
                    "The zone probability where an open quantity is low (ring: the lower third of the scenarios; of limits, not real) and "
                    "where it is high (diamond: the upper third; real), the widest first (C). The dashed line is the answer as it stands. "
                    "Narrowing the first range changes the answer most.",
                    specification, scan_table(telling, scan));
}

}  // namespace

Blocks tell_scan(Telling& telling, const JudgmentScan& scan) {
  Blocks blocks = {heading(2, "judgments-that-matter", "Which open range matters most")};
  if (scan.effects.empty()) {
    blocks.emplace_back(paragraph(Sentence(fmt::format("Of {} open quantities none moves the zone probability beyond sampling error.",
                                                       scan.looked_at))
                                      .mark(Mark::kComputed)));
    return blocks;
  }
  Sentence first("Narrowing this range changes the answer most: ");
  first.strong(say_quantity(telling, scan.effects.front()));
  first.plain(fmt::format(". The zone probability is {} where it is {}, and {} where it is {}.",
                          chance(scan.effects.front().zone_if_low.value), say_low(scan.effects.front()),
                          chance(scan.effects.front().zone_if_high.value), say_high(scan.effects.front())));
  Sentence counts(fmt::format("{} of {} open quantities move it beyond sampling error{}. Each is taken with all that goes with it in the "
                              "scenarios; effects do not add up.",
                              scan.effects.size(), scan.looked_at,
                              scan.effects.size() > told(scan) ? fmt::format("; the {} that move it most are shown", told(scan)) : ""));
  blocks.emplace_back(Paragraph{{first.mark(Mark::kComputed), counts.mark(Mark::kComputed)}, false});
  blocks.emplace_back(scan_chart(telling, scan));
  return blocks;
}

}  // namespace modus::brief

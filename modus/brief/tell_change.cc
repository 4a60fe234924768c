#include "modus/brief/tell_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "modus/brief/change_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using findings::ChangeEffect;
using findings::DiffFinding;
using findings::WhatIfFinding;
using Basis = ChangeEffect::Basis;

/// Effects told in the document; the rest is in the JSON answer.
constexpr std::size_t kEffectsTold = 30;

bool has_effect(const ChangeEffect& effect) { return effect.basis == Basis::kReweighted || effect.basis == Basis::kDrawnAfresh; }

Sentence say_how(const findings::Headline& after) {
  if (after.reweighted) {
    return Sentence(fmt::format("Both come from the same {} scenarios; with the changes they are weighted anew, which leaves the worth of "
                                "{:.0f} of them for the zone probability.",
                                count(after.scenarios), after.zone_probability.effective_size))
        .mark(Mark::kComputed);
  }
  return Sentence(fmt::format("The case with the changes was drawn afresh, {} scenarios with the same seed.", count(after.scenarios)))
      .mark(Mark::kComputed);
}

Sentence say_zone_moves(const findings::Headline& before, const findings::Headline& after, const findings::HeadlineMovement& moved) {
  Sentence words("The zone probability ");
  words.strong(say_move(before, after, moved.zone_probability)).plain(".");
  return words.mark(Mark::kComputed);
}

Sentence say_range(const findings::Headline& before, const findings::Headline& after) {
  const findings::Share &was = before.zone_probability, &is = after.zone_probability;
  return Sentence(fmt::format("By sampling alone it lies within {} before and {} after; both rest on the same assumptions, which "
                              "“What this rests on” in the brief of the case varies.",
                              chance_range(was.low, was.high), chance_range(is.low, is.high)))
      .mark(Mark::kComputed);
}

Bullets list_changes(Telling& telling, const std::vector<findings::Change>& changes) {
  Bullets list;
  for (const findings::Change& change : changes) list.items.push_back({say_change(telling, change).plain(".")});
  return list;
}

void append_figures(const Case& before, const Telling& telling, const findings::Headline& was, const findings::Headline& is,
                    const findings::HeadlineMovement& moved, Blocks& blocks) {
  blocks.emplace_back(headline_table(before, telling, was, is, moved));
  blocks.emplace_back(paragraph(say_best_packages(before, telling.subject, was, is)));
  append(blocks, tell_named_effects(before, telling, was, is));
}

Blocks tell_edits(const Case& before, Telling& telling, const WhatIfFinding& finding) {
  if (finding.changes.empty()) return {};
  Blocks blocks = {heading(2, "what-if", "What would change"), list_changes(telling, finding.changes)};
  blocks.emplace_back(Paragraph{{say_zone_moves(finding.before, finding.after, finding.moved), say_range(finding.before, finding.after),
                                 say_how(finding.after)},
                                false});
  append_figures(before, telling, finding.before, finding.after, finding.moved, blocks);
  return blocks;
}

/// Dropped statements are told by their canonical text, since they are no longer in the case.
Table effects_table(Telling& telling, const DiffFinding& finding) {
  Table table{"What each change did by itself: the answer as it is, less the answer with just this change undone (C). Effects need not "
              "add up to the whole.",
              {{"Change"}, {"Zone probability", true}, {"Best package", true}, {"How"}},
              {}};
  for (const ChangeEffect& effect : finding.changes) {
    if (!has_effect(effect) || table.rows.size() == kEffectsTold) continue;
    const double best = effect.moved.best_joint_acceptance;
    table.rows.push_back({{say_change(telling, effect.change)},
                          {Sentence(say_way(effect.moved.zone_probability))},
                          {Sentence(best == 0 ? "none" : (best < 0 ? "down " : "up ") + difference(best))},
                          {Sentence(say_basis(effect.basis))}});
  }
  return table;
}

Bullets list_others(Telling& telling, const DiffFinding& finding) {
  Bullets list;
  for (const ChangeEffect& effect : finding.changes) {
    if (!has_effect(effect)) list.items.push_back({say_change(telling, effect.change).plain(" (" + say_basis(effect.basis) + ").")});
  }
  return list;
}

Blocks tell_effects(const Case& before, Telling& telling, const DiffFinding& finding) {
  if (finding.changes.empty()) {
    return {paragraph(Sentence("Nothing has changed: the two cases say the same.").mark(Mark::kComputed))};
  }
  Blocks blocks = {heading(2, "figures", "How the answer moved"),
                   Paragraph{{say_zone_moves(finding.before, finding.after, finding.moved), say_range(finding.before, finding.after)}, false}};
  append_figures(before, telling, finding.before, finding.after, finding.moved, blocks);
  blocks.emplace_back(heading(2, "changes", "What each change did"));
  blocks.emplace_back(table_or(effects_table(telling, finding), "No change moves a figure by itself."));
  Bullets others = list_others(telling, finding);
  if (others.items.empty()) return blocks;
  blocks.emplace_back(heading(2, "other-changes", "Other changes"));
  blocks.emplace_back(std::move(others));
  return blocks;
}

}  // namespace

Document tell_what_if(const Case& before, const Case& after, const WhatIfFinding& finding, const std::optional<findings::JudgmentScan>& scan,
                      const findings::RunRecord& run) {
  findings::BriefFinding told_with;
  told_with.run = run;
  const case_model::Standing standing = case_model::weigh_statements(after);
  Telling telling(after, standing, told_with);
  Blocks blocks = {say_who_may_read(telling),
                   paragraph(Sentence("As of " + say_day(after.as_of) + ". The case file is as it was: this is what would be."))};
  append(blocks, tell_edits(before, telling, finding));
  if (finding.changes.empty() && !scan) blocks.emplace_back(paragraph("The changes asked for leave the case as it is."));
  if (scan) append(blocks, tell_scan(telling, *scan));
  return Document{"What if: " + after.title, std::move(blocks), telling.cites.citations()};
}

Document tell_diff(const Case& before, const Case& after, const DiffFinding& finding, const findings::RunRecord& run) {
  findings::BriefFinding told_with;
  told_with.run = run;
  const case_model::Standing standing = case_model::weigh_statements(after);
  Telling telling(after, standing, told_with);
  Sentence days(fmt::format("From {} to {}.", say_day(before.as_of), say_day(after.as_of)));
  if (before.as_of == after.as_of) days = Sentence("Both as of " + say_day(after.as_of) + ".");
  Blocks blocks = {say_who_may_read(telling), paragraph(days)};
  append(blocks, tell_effects(before, telling, finding));
  return Document{"What changed: " + after.title, std::move(blocks), telling.cites.citations()};
}

}  // namespace modus::brief

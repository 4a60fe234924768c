// What changed since an earlier state of the case; for the first pages of the brief.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "modus/base/text.h"
#include "modus/brief/change_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using findings::Change;
using findings::ChangeEffect;
using Basis = ChangeEffect::Basis;

constexpr std::size_t kChangesTold = 5;

bool is_told(const ChangeEffect& effect) {
  return (effect.basis == Basis::kReweighted || effect.basis == Basis::kDrawnAfresh) && effect.moved.zone_probability.is_told();
}

std::string_view say_kind(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::kAdded: return "added";
    case Change::Kind::kDropped: return "dropped";
    case Change::Kind::kChanged: return "changed";
  }
  return "";
}

/// "3 statements added, 1 judgment changed".
std::string say_counts(const std::vector<const ChangeEffect*>& changes) {
  std::map<std::pair<std::string, Change::Kind>, std::size_t> counts;
  for (const ChangeEffect* effect : changes) ++counts[{effect->change.group, effect->change.kind}];
  std::vector<std::string> words;
  for (const auto& [what, number] : counts) {
    words.push_back(fmt::format("{} {}{} {}", number, what.first, number == 1 ? "" : "s", say_kind(what.second)));
  }
  return base::join_words(words);
}

/// Levels are put in numbers where the headline is.
Sentence say_headline_moved(const Telling& telling, const findings::DiffFinding& since) {
  const findings::Movement& moved = since.moved.zone_probability;
  Sentence headline;
  if (telling.finding.zone.point_is_fair) {
    headline.plain("The zone probability ").strong(say_move(since.before, since.after, moved)).plain(".");
  } else {
    headline.plain("The zone probability, all assumptions as entered, moved: ").strong(say_way(moved)).plain(".");
  }
  return headline.mark(Mark::kComputed);
}

}  // namespace

Blocks tell_what_changed(Telling& telling) {
  if (!telling.finding.since) return {};
  const findings::DiffFinding& since = *telling.finding.since;
  Blocks blocks = {heading(2, "since", "What changed since " + say_day(since.before_as_of))};
  if (since.changes.empty()) {
    blocks.emplace_back(paragraph(Sentence("Nothing: the earlier case says the same.").mark(Mark::kComputed)));
    return blocks;
  }
  blocks.emplace_back(paragraph(say_headline_moved(telling, since)));
  Bullets list;
  std::vector<const ChangeEffect*> others;
  for (const ChangeEffect& effect : since.changes) {
    if (!is_told(effect) || list.items.size() == kChangesTold) {
      others.push_back(&effect);
      continue;
    }
    Sentence moved("By itself: zone probability " + say_way(effect.moved.zone_probability) + ".");
    list.items.push_back({say_change(telling, effect.change).plain("."), moved.mark(Mark::kComputed)});
  }
  const bool any_told = !list.items.empty();
  if (any_told) blocks.emplace_back(std::move(list));
  if (others.empty()) return blocks;
  blocks.emplace_back(paragraph(Sentence(fmt::format("{}: {}. Single effects need not add up to the whole.",
                                                     any_told ? "Besides" : "No change moves it beyond sampling error by itself",
                                                     say_counts(others)))
                                    .mark(Mark::kComputed)));
  return blocks;
}

}  // namespace modus::brief

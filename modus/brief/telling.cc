#include "modus/brief/telling.h"

#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/words.h"

namespace modus::brief {

using case_model::ConsentKind;
using case_model::PartyIndex;
using case_model::Role;

std::vector<PartyIndex> parties_at_the_table(const Telling& telling) {
  std::vector<PartyIndex> found;
  for (const PartyIndex party : telling.subject.parties.indices()) {
    const case_model::Party& who = telling.subject.parties[party];
    if (who.has(Role::kPrincipal) || who.has(Role::kRatifier)) found.push_back(party);
  }
  return found;
}

std::vector<PartyIndex> parties_counted(const Telling& telling) {
  std::vector<PartyIndex> found;
  for (const PartyIndex party : telling.subject.parties.indices()) {
    const ConsentKind consent = telling.consent[party];
    if (consent == ConsentKind::kAsked || consent == ConsentKind::kIfNeeded) found.push_back(party);
  }
  return found;
}

std::string family_letter(std::size_t family) {
  const std::string letter(1, static_cast<char>('A' + family % 26));
  return family < 26 ? letter : letter + std::to_string(family / 26 + 1);
}

std::vector<ListedPackage> listed_packages(const Telling& telling) {
  std::vector<ListedPackage> listed;
  const auto add = [&](std::string label, const findings::PackageView& view) {
    const bool known = std::any_of(listed.begin(), listed.end(),
                                   [&](const ListedPackage& other) { return other.view->package == view.package; });
    if (!known && !view.package.empty()) listed.push_back({std::move(label), &view});
  };
  const auto& families = telling.finding.packages.families;
  for (std::size_t f = 0; f < families.size(); ++f) {
    const std::size_t shown = std::min(kMembersShown, families[f].packages.size());
    for (std::size_t m = 0; m < shown; ++m) add(family_letter(f) + std::to_string(m + 1), families[f].packages[m]);
  }
  add("best", telling.finding.zone.best);
  for (const findings::PackageView& view : telling.finding.zone.drafts) {
    add(view.draft.empty() ? "asked for" : "draft " + view.draft, view);
  }
  return listed;
}

std::string say_limit_of(const Telling& telling, case_model::LimitIndex limit) {
  return say_limit(telling.subject, telling.standing.limits[limit.value].forbids);
}

Sentence say_party_limit(Telling& telling, case_model::LimitIndex index) {
  const case_model::Limit& limit = telling.standing.limits[index.value];
  Sentence sentence;
  sentence.strong(telling.name(limit.party)).plain(": " + say_limit(telling.subject, limit.forbids));
  return sentence.cite(telling.cites.numbers_of(limit.statements));
}

Paragraph paragraph(Sentence sentence) { return Paragraph{{std::move(sentence)}, false}; }

Heading heading(int level, std::string id, std::string text) {
  return Heading{level, std::move(id), std::move(text), false};
}

Block table_or(Table table, std::string words_if_empty) {
  if (!table.rows.empty()) return table;
  return paragraph(Sentence(std::move(words_if_empty)));
}

}  // namespace modus::brief

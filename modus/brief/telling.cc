#include "modus/brief/telling.h"

#include <fmt/format.h>

#include <algorithm>

#include "modus/base/text.h"
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
  const auto add = [&](std::string label, const findings::PackageView& view,
                       std::optional<std::size_t> family) {
    const bool known = std::any_of(listed.begin(), listed.end(), [&](const ListedPackage& other) {
      return other.view->package == view.package;
    });
    if (!known && !view.package.empty()) listed.push_back({std::move(label), &view, family});
  };
  const auto& families = telling.finding.packages.families;
  for (std::size_t f = 0; f < families.size(); ++f) {
    const std::size_t shown = std::min(kMembersShown, families[f].packages.size());
    for (std::size_t m = 0; m < shown; ++m)
      add(family_letter(f) + std::to_string(m + 1), families[f].packages[m], f);
  }
  add("best", telling.finding.zone.best, std::nullopt);
  for (const findings::PackageView& view : telling.finding.zone.drafts) {
    add(view.draft.empty() ? "asked for" : "draft " + view.draft, view, std::nullopt);
  }
  return listed;
}

namespace {

/// A package that differs from a listed one in more issues is told in full.
constexpr std::size_t kFewDifferences = 2;

std::size_t count_differences(const case_model::Package& a, const case_model::Package& b) {
  std::size_t different = 0;
  for (const case_model::IssueIndex issue : a.indices()) different += a[issue] == b[issue] ? 0U : 1U;
  return different;
}

std::string say_label(const ListedPackage& listed) {
  return listed.label.starts_with("draft ") ? listed.label : "package " + listed.label;
}

}  // namespace

std::string say_by_label(const Telling& telling, const case_model::Package& package) {
  const std::vector<ListedPackage> listed = listed_packages(telling);
  const auto distance_to = [&](const ListedPackage& other) {
    return count_differences(package, other.view->package);
  };
  const auto nearest = std::min_element(
      listed.begin(), listed.end(),
      [&](const ListedPackage& a, const ListedPackage& b) { return distance_to(a) < distance_to(b); });
  if (nearest == listed.end() || distance_to(*nearest) > kFewDifferences) {
    return "this package: " + say_package(telling.subject, package);
  }
  const std::string apart = say_difference(telling.subject, package, nearest->view->package);
  return say_label(*nearest) + (apart.empty() ? "" : " but for " + apart);
}

std::string say_limit_of(const Telling& telling, case_model::LimitIndex limit) {
  return say_limit(telling.subject, telling.standing.limits[limit.value].forbids);
}

namespace {

std::vector<case_model::IssueIndex> issues_of_limit(const Telling& telling, case_model::LimitIndex limit) {
  return case_model::issues_named(telling.standing.limits[limit.value].forbids);
}

bool is_named_by_its_issues(const Telling& telling, case_model::LimitIndex index) {
  const auto& own = telling.standing.limits_of[telling.standing.limits[index.value].party];
  return std::none_of(own.begin(), own.end(), [&](case_model::LimitIndex other) {
    return other != index && telling.limits_told.contains(other) && issues_of_limit(telling, other) == issues_of_limit(telling, index);
  });
}

}  // namespace

std::string say_or_name_limit(Telling& telling, case_model::LimitIndex limit) {
  if (telling.limits_told.insert(limit).second || !is_named_by_its_issues(telling, limit)) return say_limit_of(telling, limit);
  std::vector<std::string> names;
  for (const case_model::IssueIndex issue : issues_of_limit(telling, limit)) names.push_back(telling.subject.issues[issue].name);
  return "its limit on " + base::join_words(names);
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

#include "modus/reading/offices.h"

#include <string>
#include <string_view>
#include <vector>

#include "modus/reading/data_table.h"
#include "modus/reading/fold.h"

namespace modus::reading {
namespace {

constexpr std::string_view kTable =
#include "data_offices.inc"
    ;

struct Office {
  std::string_view name, state;
};

const std::vector<Office>& offices() {
  static const std::vector<Office> kOffices = [] {
    std::vector<Office> all;
    for_each_row(kTable, [&](const Row& row) { for_each_item(row[1], [&](std::string_view name) { all.push_back({name, row[0]}); }); });
    return all;
  }();
  return kOffices;
}

std::optional<ActorIndex> actor_named(const ActorTable& actors, std::string_view name) {
  for (const ActorIndex index : actors.actors.indices()) {
    if (actors.actors[index].name == name) return index;
  }
  return std::nullopt;
}

std::string_view state_of_office(const std::string& title) {
  for (const Office& office : offices()) {
    if (title == office.name) return office.state;
  }
  return {};
}

bool ends_with(std::string_view text, std::string_view end) { return text.size() > end.size() && text.substr(text.size() - end.size()) == end; }

/// "Trump administration": the surname, or empty.
std::string_view head_of_administration(std::string_view name) {
  constexpr std::string_view kEnd = " administration";
  return ends_with(name, kEnd) ? name.substr(0, name.size() - kEnd.size()) : std::string_view();
}

void note_administrations(ActorTable& actors, ActorIndex state) {
  for (ActorEntry& body : actors.actors) {
    const std::string_view head = head_of_administration(body.name);
    if (head.empty()) continue;
    for (ActorEntry& person : actors.actors) {
      const bool president = person.type == ActorType::kPerson && fold(person.role).find("president") != std::string::npos && ends_with(person.name, head);
      if (president && !person.affiliation) person.affiliation = state;
    }
    body.affiliation = state;
  }
}

}  // namespace

void note_offices(ActorTable& actors) {
  for (ActorEntry& actor : actors.actors) {
    if (actor.affiliation || actor.type == ActorType::kState) continue;
    const std::string_view state = state_of_office(fold(actor.type == ActorType::kPerson ? actor.role : actor.name));
    if (!state.empty()) actor.affiliation = actor_named(actors, state);
  }
  if (const auto state = actor_named(actors, "United States")) note_administrations(actors, *state);
}

}  // namespace modus::reading

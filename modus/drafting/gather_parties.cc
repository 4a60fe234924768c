#include "modus/drafting/gather_parties.h"

#include <algorithm>

#include "modus/drafting/words.h"

namespace modus::drafting {
namespace {

using case_model::Role;
using reading::Actor;
using reading::ActorIndex;
using reading::ActorType;
using reading::Reading;

bool ratifies(const Actor& actor) {
  const DescribedAs described = describe_as(actor.name + " " + actor.role);
  return actor.type != ActorType::kPerson && actor.affiliation &&
         std::find(described.roles.begin(), described.roles.end(), Role::kRatifier) != described.roles.end();
}

class Gathering {
 public:
  Gathering(std::span<const Reading> readings, const case_model::Case* known) : readings_(readings) {
    if (known != nullptr) {
      for (const case_model::Party& party : known->parties) take_known(party);
    }
  }

  void read(std::size_t at, bool counts) {
    const Reading& reading = readings_[at];
    std::vector<std::size_t> entries;
    media_ = media_of(reading);
    for (const ActorIndex actor : reading.actors.indices())
      entries.push_back(counts ? entry_for(at, spoken_for(reading, actor), actor) : 0);
    book_.entry_of.push_back(std::move(entries));
    if (counts) name_principals(at);
  }

  PartyBook finish() { return std::move(book_); }

 private:
  void take_known(const case_model::Party& party) {
    PartyEntry entry;
    entry.id = party.id;
    entry.name = party.name;
    entry.names.insert(bare_name(party.name));
    for (const std::string& alias : party.aliases) entry.names.insert(bare_name(alias));
    book_.entries.push_back(std::move(entry));
  }

  static std::set<std::string> media_of(const Reading& reading) {
    std::set<std::string> names;
    for (const reading::ReadSource& source : reading.sources) {
      if (!source.publisher.empty()) names.insert(bare_name(source.publisher));
    }
    return names;
  }

  static std::set<std::string> names_of(const Actor& actor) {
    std::set<std::string> names = {bare_name(actor.name)};
    for (const std::string& alias : actor.aliases) names.insert(bare_name(alias));
    for (const std::string& metonym : actor.metonyms) names.insert(bare_name(metonym));
    names.erase("");
    return names;
  }

  // The entry that shares the name, else one that shares another name; people only with people. An entry made
  // from the same id (a known party with another name shown) counts as the same.
  std::size_t find(const Actor& actor, const std::set<std::string>& names, const std::string& id) const {
    const bool person = actor.type == ActorType::kPerson;
    std::size_t shared = book_.entries.size();
    for (std::size_t i = 0; i < book_.entries.size(); ++i) {
      const PartyEntry& entry = book_.entries[i];
      const bool fits = entry.passage.text.empty() || entry.person == person;
      if (fits && (entry.names.contains(bare_name(actor.name)) || entry.id == id)) return i;
      const bool any = std::any_of(names.begin(), names.end(),
                                   [&](const std::string& name) { return entry.names.contains(name); });
      if (fits && any && shared == book_.entries.size()) shared = i;
    }
    return shared;
  }

  std::string free_id(const std::string& base) const {
    const auto taken = [&](const std::string& id) {
      return std::any_of(book_.entries.begin(), book_.entries.end(),
                         [&](const PartyEntry& entry) { return entry.id == id; });
    };
    std::string id = base;
    for (int number = 2; taken(id); ++number) id = base + "_" + std::to_string(number);
    return id;
  }

  std::size_t entry_for(std::size_t at, ActorIndex top, ActorIndex actor) {
    const Actor& one = readings_[at].actors[top];
    const std::set<std::string> names = names_of(one);
    const std::string base = whole_name_of(one.name, 5, "party");
    const std::size_t index = find(one, names, base == "party" ? "" : base);
    if (index == book_.entries.size()) {
      PartyEntry entry;
      entry.id = free_id(base);
      entry.name = label_of(one.name);
      if (entry.name.empty()) entry.name = entry.id;
      book_.entries.push_back(std::move(entry));
    }
    PartyEntry& entry = book_.entries[index];
    if (entry.passage.text.empty()) meet(entry, at, one);
    entry.names.insert(names.begin(), names.end());
    describe(entry, readings_[at].actors[actor], top == actor, at);
    return index;
  }

  void meet(PartyEntry& entry, std::size_t at, const Actor& actor) {
    entry.person = actor.type == ActorType::kPerson;
    entry.reading = at;
    if (!actor.mentions.empty()) entry.passage = actor.mentions.front().passage;
  }

  // What the text calls it; of those who speak for it, only that they mediate.
  void describe(PartyEntry& entry, const Actor& actor, bool itself, std::size_t at) {
    std::string words = actor.role;
    for (const std::string& nominal : actor.nominals) words += "; " + nominal;
    if (itself) words += "; " + actor.name;
    const DescribedAs described = describe_as(words);
    for (const Role role : described.roles) {
      if (itself || role == Role::kFacilitator) entry.described.insert(role);
    }
    const bool medium = itself && (described.medium || media_.contains(bare_name(actor.name)));
    if (medium && !entry.medium_since) entry.medium_since = at;
    for (const auto* list : {&actor.aliases, &actor.metonyms}) {
      for (const std::string& alias : *list) add_alias(entry, alias);
    }
    add_alias(entry, actor.name);
  }

  static void add_alias(PartyEntry& entry, const std::string& alias) {
    std::string label = label_of(alias);
    if (!label.empty() && bare_name(label) != bare_name(entry.name)) entry.aliases.insert(std::move(label));
  }

  void name_principals(std::size_t at) {
    const Reading& reading = readings_[at];
    for (const ActorIndex actor : reading.actors.indices()) {
      if (!ratifies(reading.actors[actor])) continue;
      const std::size_t of = book_.of(at, spoken_for(reading, *reading.actors[actor].affiliation));
      PartyEntry& body = book_.entries[book_.of(at, actor)];
      if (body.of.empty() && body.id != book_.entries[of].id) body.of = book_.entries[of].id;
    }
  }

  std::span<const Reading> readings_;
  std::set<std::string> media_;
  PartyBook book_;
};

}  // namespace

// Up the affiliations to the one it speaks for; a body that must ratify speaks for itself. Circles end where
// they close.
ActorIndex spoken_for(const Reading& reading, ActorIndex actor) {
  for (std::size_t step = 0; step < reading.actors.size(); ++step) {
    const Actor& one = reading.actors[actor];
    if (!one.affiliation || ratifies(one)) return actor;
    actor = *one.affiliation;
  }
  return actor;
}

PartyBook gather_parties(std::span<const Reading> readings, const std::vector<bool>& counts,
                         const case_model::Case* known) {
  Gathering gathering(readings, known);
  for (std::size_t i = 0; i < readings.size(); ++i) gathering.read(i, counts[i]);
  return gathering.finish();
}

}  // namespace modus::drafting

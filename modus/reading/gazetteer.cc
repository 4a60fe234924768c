#include "modus/reading/gazetteer.h"

#include <algorithm>

#include "modus/reading/cut_tokens.h"
#include "modus/reading/data_table.h"
#include "modus/reading/fold.h"

namespace modus::reading {
namespace {

constexpr std::string_view kStates =
#include "data_states.inc"
    ;
constexpr std::string_view kOrganisations =
#include "data_organisations.inc"
    ;
constexpr std::string_view kMedia =
#include "data_media.inc"
    ;

/// Short names in capitals that are words otherwise: "US", "WHO", "AU".
bool needs_capitals(std::string_view name) {
  return name.size() <= 5 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string join(const std::vector<Token>& tokens) {
  std::string made;
  for (const Token& token : tokens) {
    if (!made.empty() && !token.joined) made += ' ';
    made += token.lower;
  }
  return made;
}

}  // namespace

ActorType actor_type(std::string_view word) {
  if (word == "person") return ActorType::kPerson;
  if (word == "state") return ActorType::kState;
  if (word == "company") return ActorType::kCompany;
  if (word == "body") return ActorType::kBody;
  return word == "organisation" ? ActorType::kOrganisation : ActorType::kGroup;
}

std::string phrase(const Text& text, Tokens range) {
  std::string made;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (i > range.first && !text.tokens[i].joined) made += ' ';
    made += text.tokens[i].lower;
  }
  return made;
}

const Gazetteer& Gazetteer::get() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

Gazetteer::Gazetteer() {
  read_states();
  read_organisations();
  read_media();
}

void Gazetteer::read_states() {
  for_each_row(kStates, [&](const Row& row) {
    entries_.push_back({std::string(row[1]), ActorType::kState, false});
    add(row[1], KnownAs::kName);
    for_each_item(row[2], [&](std::string_view name) { add(name, KnownAs::kName); });
    for_each_item(row[3], [&](std::string_view name) {
      add(name, KnownAs::kAdjective);
      if (row[4].empty()) add_people(name);
    });
    for_each_item(row[4], [&](std::string_view name) { add(name, KnownAs::kPeople); });
    for_each_item(row[5], [&](std::string_view name) {
      if (name.back() != '*') add(name, KnownAs::kCapital);
    });
    for_each_item(row[6], [&](std::string_view name) { add(name, KnownAs::kSeat); });
  });
}

void Gazetteer::read_organisations() {
  for_each_row(kOrganisations, [&](const Row& row) {
    entries_.push_back({std::string(row[0]), actor_type(row[2]), false});
    add(row[0], KnownAs::kName);
    for_each_item(row[1], [&](std::string_view name) { add(name, KnownAs::kName); });
    for_each_item(row[3], [&](std::string_view name) {
      add(name, name == "Brussels" ? KnownAs::kCapital : KnownAs::kSeat);
    });
  });
}

void Gazetteer::read_media() {
  for_each_row(kMedia, [&](const Row& row) {
    entries_.push_back({std::string(row[0]), ActorType::kOrganisation, true});
    add(row[0], KnownAs::kName);
    for_each_item(row[1], [&](std::string_view name) { add(name, KnownAs::kName); });
  });
}

/// "Ukrainians", "Israelis"; no such form of "French" or "Portuguese".
void Gazetteer::add_people(std::string_view adjective) {
  const bool none = adjective.find('.') != std::string_view::npos || needs_capitals(adjective) ||
                    adjective.back() == 's' ||
                    (adjective.size() > 2 && (adjective.substr(adjective.size() - 2) == "sh" ||
                                              adjective.substr(adjective.size() - 2) == "ch" ||
                                              adjective.substr(adjective.size() - 2) == "se"));
  if (!none) add(std::string(adjective) + "s", KnownAs::kPeople);
}

void Gazetteer::add(std::string_view name, KnownAs how) {
  std::vector<Token> tokens;
  cut_tokens(name, {0, name.size()}, tokens);
  if (tokens.empty()) return;
  const auto entry = static_cast<std::uint32_t>(entries_.size() - 1);
  const std::string exact = needs_capitals(name) ? std::string(name) : std::string();
  known_.emplace(join(tokens), Known{entry, how, exact});
  std::uint32_t& longest = longest_[tokens.front().lower];
  longest = std::max(longest, static_cast<std::uint32_t>(tokens.size()));
}

std::optional<GazetteerHit> Gazetteer::at(const Text& text, std::uint32_t token) const {
  const Token& first = text.tokens[token];
  if (!first.capital) return std::nullopt;
  const auto longest = longest_.find(first.lower);
  if (longest == longest_.end()) return std::nullopt;
  for (std::uint32_t length = longest->second; length > 0; --length) {
    const Tokens range{token, token + length};
    if (range.last > text.size() || text.tokens[range.last - 1].sentence != first.sentence) continue;
    const auto found = known_.find(phrase(text, range));
    if (found == known_.end()) continue;
    if (!found->second.exact.empty() && text.of(range) != found->second.exact) continue;
    return GazetteerHit{found->second.entry, found->second.how, length};
  }
  return std::nullopt;
}

}  // namespace modus::reading

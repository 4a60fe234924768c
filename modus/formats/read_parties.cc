// Parties, their roles and interests.
#include <algorithm>
#include <array>

#include "modus/case_model/canonical_order.h"
#include "modus/formats/reading.h"
#include "modus/formats/words.h"

namespace modus::formats {
namespace {

using case_model::Party;
using case_model::Role;

void read_aliases(Reading& reading, const YamlNode& node, Party& party) {
  for (const YamlNode* item : reading.items(node, "'aliases'")) {
    if (const auto alias = reading.text(*item, "an alias")) party.aliases.push_back(*alias);
  }
  std::sort(party.aliases.begin(), party.aliases.end());
  party.aliases.erase(std::unique(party.aliases.begin(), party.aliases.end()), party.aliases.end());
}

Party read_party(Reading& reading, const std::string& id, const YamlNode& key, const YamlNode& node) {
  Party party;
  party.id = id;
  party.where = reading.place(key);
  Fields fields(reading, node, "party");
  party.name = fields.text("name");
  if (party.name.empty()) party.name = id;
  if (const YamlNode* roles = fields.find("role")) party.roles = read_roles(reading, *roles);
  if (party.roles.empty()) party.roles = {Role::kPrincipal};
  if (const YamlNode* aliases = fields.find("aliases")) read_aliases(reading, *aliases, party);
  return party;
}

// Needs all parties, so it comes after them.
void read_ratifier(Reading& reading, Party& party, const YamlNode& node) {
  const YamlNode* of = node.find("of");
  if (!party.has(Role::kRatifier)) {
    if (of != nullptr)
      reading.add(*of, "'of' in a party that is no ratifier", "add 'role: ratifier', or remove 'of'");
    return;
  }
  if (of == nullptr) {
    reading.add(party.where, "the ratifier " + shown(party.id) + " does not say whose",
                "add 'of:' and a principal");
    return;
  }
  party.ratifier_of = reading.party(*of);
  if (!party.ratifier_of) return;
  const Party& principal = reading.subject.parties[*party.ratifier_of];
  if (!principal.has(Role::kPrincipal) || principal.id == party.id) {
    reading.add(*of, shown(principal.id) + " is no principal it could ratify for",
                "name another party that has the role principal");
  }
}

void read_interest(Reading& reading, Party& party, const YamlNode& node) {
  if (node.is_text()) {
    party.interests.push_back({node.text, std::nullopt});
    return;
  }
  Fields fields(reading, node, "interest");
  const auto text = fields.read_required("text", &Reading::text, "an interest");
  const auto source = fields.read("source", &Reading::source);
  const auto label = fields.read("label", &Reading::label);
  if (text) party.interests.push_back({*text, source, label});
}

bool has_principal(const case_model::Case& subject) {
  return std::any_of(subject.parties.begin(), subject.parties.end(),
                     [](const Party& party) { return party.has(Role::kPrincipal); });
}

}  // namespace

std::vector<Role> read_roles(Reading& reading, const YamlNode& node) {
  std::vector<std::string> words;
  std::vector<Role> roles;
  for (const auto& [word, role] : kRoleWords) words.emplace_back(word);
  for (const YamlNode* item : reading.items(node, "'role'")) {
    const auto known = std::find_if(kRoleWords.begin(), kRoleWords.end(), [&](const auto& row) {
      return item->is_text() && row.first == item->text;
    });
    if (known == kRoleWords.end()) {
      reading.add(*item, "no role is named " + shown(item->text), reading.suggest(item->text, words));
    } else if (std::find(roles.begin(), roles.end(), known->second) != roles.end()) {
      reading.add(*item, "the role " + shown(item->text) + " stands twice", "name it once");
    } else {
      roles.push_back(known->second);
    }
  }
  std::sort(roles.begin(), roles.end());
  return roles;
}

void read_parties(Reading& reading, Fields& root) {
  const YamlNode* node = root.require("parties");
  if (node == nullptr) return;
  auto all = reading.entries(*node, "'parties'");
  if (all.size() > case_model::CaseLimits::kParties) {
    reading.add(*node, std::to_string(all.size()) + " parties",
                "at most " + std::to_string(case_model::CaseLimits::kParties));
    all.resize(case_model::CaseLimits::kParties);
  }
  std::vector<std::pair<Party, const YamlNode*>> read;
  for (const auto& [key, value] : all) {
    const auto id = reading.id(*key, "a party");
    if (id) read.emplace_back(read_party(reading, *id, *key, *value), value);
  }
  std::sort(read.begin(), read.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
  for (const auto& [party, value] : read) reading.subject.parties.push_back(party);
  for (std::size_t i = 0; i < read.size(); ++i) {
    read_ratifier(reading, reading.subject.parties[case_model::PartyIndex(i)], *read[i].second);
  }
  if (!has_principal(reading.subject))
    reading.add(*node, "no party is a principal",
                "at least one party must accept: give it 'role: principal'");
}

// Interests cite sources, which are read after the parties.
void read_interests(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("parties");
  for (std::size_t i = 0; node != nullptr && i < node->keys.size(); ++i) {
    const auto index = reading.subject.find_party(node->keys[i].text);
    if (!index) continue;
    Party& party = reading.subject.parties[*index];
    if (party.where != reading.place(node->keys[i])) continue;
    const YamlNode* interests = node->items[i].find("interests");
    if (interests == nullptr) continue;
    for (const YamlNode* item : reading.items(*interests, "'interests'"))
      read_interest(reading, party, *item);
    put_in_order(party.interests);
  }
}

}  // namespace modus::formats

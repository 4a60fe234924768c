// What an option costs those who carry it.
#include <algorithm>

#include "modus/base/sort_by.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Burden;

std::optional<base::Decimal> read_amount(Reading& reading, const YamlNode& node, std::string_view what) {
  const auto amount = reading.decimal(node, what);
  if (amount && amount->units < 0) {
    reading.add(node, std::string(what) + " is below 0", "a number from 0 up");
    return std::nullopt;
  }
  return amount;
}

void read_capacity(Reading& reading, const YamlNode& node, Burden& burden) {
  for (const auto& [key, value] : reading.entries(node, "'capacity'")) {
    const auto party = reading.guarantor(*key);
    const auto amount = read_amount(reading, *value, "a capacity");
    if (party && amount) burden.capacity.emplace(*party, *amount);
  }
}

void read_group(Reading& reading, const YamlNode& node, Burden& burden) {
  Fields fields(reading, node, "share of a cost");
  const YamlNode* who = fields.require("who");
  const YamlNode* pays = fields.require("pays");
  auto parties = who == nullptr ? std::vector<case_model::PartyIndex>() : reading.parties(*who, "'who'", true);
  const auto amount = pays == nullptr ? std::nullopt : read_amount(reading, *pays, "'pays'");
  if (parties.empty() || !amount) return;
  const bool repeated = std::any_of(burden.alone.begin(), burden.alone.end(),
                                    [&](const Burden::Group& group) { return group.who == parties; });
  if (repeated) return reading.add(node, "these guarantors stand twice in 'alone'", "keep one of the two amounts");
  burden.alone.push_back({std::move(parties), *amount});
}

}  // namespace

std::optional<Burden> read_burden(Reading& reading, const YamlNode& node) {
  Burden burden;
  Fields fields(reading, node, "cost");
  const YamlNode* total = fields.require("total");
  const auto amount = total == nullptr ? std::nullopt : read_amount(reading, *total, "'total'");
  burden.unit = fields.text("unit");
  if (const YamlNode* capacity = fields.find("capacity")) read_capacity(reading, *capacity, burden);
  if (const YamlNode* alone = fields.find("alone")) {
    for (const YamlNode* item : reading.items(*alone, "'alone'", kMostConditions)) read_group(reading, *item, burden);
    base::sort_by(burden.alone, [](const Burden::Group& group) { return group.who; });
  }
  burden.why = fields.text("why");
  if (!amount) return std::nullopt;
  burden.total = *amount;
  return burden;
}

}  // namespace modus::formats

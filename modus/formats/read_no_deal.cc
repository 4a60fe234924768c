#include "modus/formats/read_no_deal.h"

#include <algorithm>

#include "modus/base/sort_by.h"

namespace modus::formats {
namespace {

using case_model::LotteryOutcome;
using case_model::NoDeal;

// The package as plain numbers, for sorting and comparing.
std::vector<std::uint32_t> numbers_of(const case_model::Package& package) {
  std::vector<std::uint32_t> numbers;
  for (const case_model::OptionIndex option : package) numbers.push_back(option.value);
  return numbers;
}

// Whether some chances within the ranges sum to one, or to less where the rest is left to an outcome.
void check_sum(Reading& reading, const YamlNode& node, const std::vector<LotteryOutcome>& lottery,
               bool rest) {
  const Exact one = exact({1, 0});
  Exact least = 0, most = 0;
  for (const LotteryOutcome& outcome : lottery) {
    if (!outcome.chance) continue;
    least += exact(outcome.chance->low);
    most += exact(outcome.chance->high);
  }
  if (least > one) {
    reading.add(node, "the chances sum to more than one even at their lowest", "lower some of them");
  } else if (most < one && !rest) {
    reading.add(node, "the chances sum to less than one even at their highest",
                "raise some of them, or give one outcome 'chance: rest'");
  }
}

void check_repeats(Reading& reading, const YamlNode& node, const std::vector<LotteryOutcome>& lottery) {
  for (std::size_t i = 1; i < lottery.size(); ++i) {
    if (lottery[i].package == lottery[i - 1].package) {
      reading.add(node, "the lottery names one package twice", "join the two outcomes and add their chances");
      return;
    }
  }
}

void read_lottery(Reading& reading, const YamlNode& node, NoDeal& no_deal) {
  bool rest = false, faulty = false;
  for (const YamlNode* item : reading.items(node, "'lottery'")) {
    Fields fields(reading, *item, "outcome");
    auto package = fields.read_required("package", &Reading::package);
    const YamlNode* chance = fields.require("chance");
    LotteryOutcome outcome;
    if (chance != nullptr && chance->text == "rest") {
      if (rest) reading.add(*chance, "a second outcome that takes the rest", "give it a chance of its own");
      rest = true;
    } else if (chance != nullptr) {
      outcome.chance = reading.interval(*chance, kChance);
      faulty = faulty || !outcome.chance;
    }
    faulty = faulty || !package || chance == nullptr;
    if (faulty) continue;
    outcome.package = std::move(*package);
    no_deal.lottery.push_back(std::move(outcome));
  }
  if (faulty) return;
  if (no_deal.lottery.empty())
    return reading.add(node, "a lottery without outcomes", "list them: [{package: {...}, chance: 0.4}, ...]");
  check_sum(reading, node, no_deal.lottery, rest);
  base::sort_by(no_deal.lottery, [](const LotteryOutcome& outcome) { return numbers_of(outcome.package); });
  check_repeats(reading, node, no_deal.lottery);
}

}  // namespace

NoDeal read_no_deal(Reading& reading, const YamlNode& node) {
  NoDeal no_deal;
  no_deal.where = reading.place(node);
  Fields fields(reading, node, "no_deal");
  no_deal.value = fields.read("value", &Reading::interval, kPoints);
  const YamlNode* lottery = fields.find("lottery");
  if (lottery != nullptr) read_lottery(reading, *lottery, no_deal);
  const YamlNode* cost = fields.find("cost");
  if (cost != nullptr) no_deal.cost = reading.interval(*cost, kPoints);
  no_deal.cost_per_month = fields.read("cost_per_month", &Reading::interval, kSignedPoints);
  no_deal.why = fields.text("why");
  const bool value = fields.find("value") != nullptr;
  if (value && lottery != nullptr) reading.add(*lottery, "both a value and a lottery", "keep one of them");
  if (cost != nullptr && lottery == nullptr)
    reading.add(*cost, "'cost' without a lottery",
                value ? "lower 'value' by it" : "add 'lottery:', or give a 'value'");
  return no_deal;
}

}  // namespace modus::formats

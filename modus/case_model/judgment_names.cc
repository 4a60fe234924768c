#include "modus/case_model/judgment_names.h"

#include <algorithm>

namespace modus::case_model {
namespace {

template <class List>
bool any_filled(const List& list) {
  return std::any_of(list.begin(), list.end(), [](const auto& entry) { return !entry.empty(); });
}

template <class List>
bool any_set(const List& list) {
  return std::any_of(list.begin(), list.end(), [](const auto& entry) { return entry.has_value(); });
}

bool says_anything(const NoDeal& no_deal) {
  return no_deal.value || !no_deal.lottery.empty() || no_deal.cost_per_month || !no_deal.why.empty();
}

bool says_anything(const Asking& asking) {
  return asking.honest_public || asking.honest_private || asking.leak || asking.leak_costs;
}

}  // namespace

Judgments no_judgments(std::size_t issues) {
  Judgments judgments;
  judgments.order.assign(issues, {});
  judgments.scores.assign(issues, {});
  judgments.scales.assign(issues, {});
  judgments.weights.assign(issues, {});
  judgments.beliefs.assign(issues, {});
  return judgments;
}

bool says_anything(const Judgments& judgments, std::string_view name) {
  if (name == "order") return any_filled(judgments.order);
  if (name == "scores") return any_filled(judgments.scores);
  if (name == "scales") return any_set(judgments.scales);
  if (name == "weights") return any_set(judgments.weights);
  if (name == "adjust") return !judgments.adjust.empty();
  if (name == "stalling") return judgments.stalling.has_value();
  if (name == "impatience") return judgments.impatience.has_value();
  if (name == "no_deal") return says_anything(judgments.no_deal);
  if (name == "beliefs") return any_filled(judgments.beliefs);
  return says_anything(judgments.asking);
}

bool says_what_it_wants(const Judgments& judgments) {
  return std::any_of(kJudgmentNames.begin(), kJudgmentNames.end(), [&](std::string_view name) {
    return name != "asking" && name != "impatience" && says_anything(judgments, name);
  });
}

}  // namespace modus::case_model

/// \file Small cases with wants given scenario by scenario. Only tests of this room include this.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "modus/blockers/small_cases_for_tests.h"
#include "modus/inquiry/single_text.h"

namespace modus::inquiry {

inline constexpr std::size_t kScenarios = 20;

/// What the options of all issues in a row are worth in a scenario, points.
using Wants = std::function<std::vector<double>(std::size_t scenario)>;

/// Principals a, b, ... over issues of two options each; no deal is worth nothing to anybody; draft "d" has
/// all first options.
inline std::unique_ptr<blockers::tests::SmallCase> case_of(std::size_t issues, const std::vector<Wants>& wants) {
  auto made = std::make_unique<blockers::tests::SmallCase>();
  for (std::size_t i = 0; i < issues; ++i) blockers::tests::add_issue(made->subject, 2);
  for (std::size_t p = 0; p < wants.size(); ++p) {
    blockers::tests::add_party(made->subject, std::string(1, static_cast<char>('a' + p)), case_model::Role::kPrincipal);
    findings::PartyScenarios party;
    party.drawn = true;
    party.options = 2 * issues;
    for (std::size_t i = 0; i < issues; ++i) party.first_option.push_back(static_cast<std::uint32_t>(2 * i));
    for (std::size_t s = 0; s < kScenarios; ++s) {
      const std::vector<double> row = wants[p](s);
      party.values.insert(party.values.end(), row.begin(), row.end());
    }
    party.no_deal.assign(kScenarios, 0);
    party.stalling.assign(kScenarios, 0);
    party.real_limits.assign(kScenarios, 0);
    made->scenarios.parties.push_back(std::move(party));
  }
  made->scenarios.count = kScenarios;
  made->subject.drafts.push_back({"d", case_model::Package(issues), {}, {}});
  made->join();
  return made;
}

inline Wants always(std::vector<double> row) {
  return [row](std::size_t) { return row; };
}

inline TextOptions from_draft() {
  TextOptions options;
  options.draft = "d";
  return options;
}

}  // namespace modus::inquiry

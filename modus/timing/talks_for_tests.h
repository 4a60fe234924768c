/// \file Small disputes for the tests of simulated talks: one or a few packages, wants written by hand.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "modus/timing/find_when.h"
#include "modus/zone/find_zone.h"
#include "modus/zone/zone_test_support.h"

namespace modus::timing {

inline case_model::Day test_day() { return case_model::Day{std::chrono::year{2026} / 3 / 1}; }

inline base::Interval interval(const std::string& text) { return *base::read_interval(text); }

/// A case with its scenarios, scanned. Does not move.
struct ScannedCase {
  explicit ScannedCase(zone::SmallCase made)
      : small(std::move(made)), list(zone::PackageList::make(small.subject).value()),
        acceptance(small.subject, small.standing, list, small.scenarios), scan(zone::scan_zone(acceptance, {})) {}
  ScannedCase(const ScannedCase&) = delete;
  ScannedCase& operator=(const ScannedCase&) = delete;

  zone::SmallCase small;
  zone::PackageList list;
  zone::Acceptance acceptance;
  zone::ZoneScan scan;
  zone::DrawnCase drawn{small.subject, small.standing, acceptance};
};

/// Two principals, one issue with so many options, 512 scenarios in which nobody accepts anything: each package is worth 20
/// and no deal 30. Talks are held twice a month, and end only with a deal.
inline zone::SmallCase quiet_dispute(std::size_t options = 1) {
  zone::SmallCaseShape shape;
  shape.guarantor = false;
  shape.issues = 1;
  shape.most_options = 1;
  shape.limits_each = shape.adjustments_each = shape.rules = 0;
  shape.scenarios = 512;
  zone::SmallCase small = zone::make_small_case(1, shape);
  small.subject.as_of = test_day();
  for (std::size_t o = 1; o < options; ++o) {
    case_model::Option option;
    option.id = option.name = "o" + std::to_string(o);
    small.subject.issues[case_model::IssueIndex(0)].options.push_back(option);
  }
  for (findings::PartyScenarios& wants : small.scenarios.parties) {
    wants.options = options;
    wants.values.assign(512 * options, 20);
    wants.no_deal.assign(512, 30);
    wants.stalling.assign(512, 0);
    wants.real_limits.assign(512, 0);
  }
  small.subject.forecast.rounds = interval("2");
  small.subject.forecast.collapse = small.subject.forecast.prevails = interval("0");
  return small;
}

inline void set_value(zone::SmallCase& small, std::size_t party, std::size_t scenario, std::size_t option, double value) {
  findings::PartyScenarios& wants = small.scenarios.parties[case_model::PartyIndex(party)];
  wants.values[scenario * wants.options + option] = value;
}

/// As before, but both accept the first option in every scenario.
inline zone::SmallCase open_dispute(std::size_t options = 1) {
  zone::SmallCase small = quiet_dispute(options);
  for (std::size_t s = 0; s < 512; ++s) {
    for (std::size_t party = 0; party < 2; ++party) set_value(small, party, s, 0, 50);
  }
  return small;
}

inline void add_event(zone::SmallCase& small, const std::string& kind, int day, bool planned) {
  case_model::TimelineEvent event;
  event.kind = kind;
  event.on.first = event.on.last = test_day() + std::chrono::days{day};
  event.planned = planned;
  small.subject.timeline.push_back(event);
}

/// A limit of the party that forbids this option of the only issue, real in no scenario.
inline void add_posed_limit(zone::SmallCase& small, std::size_t party, std::size_t option) {
  case_model::Limit limit;
  limit.party = case_model::PartyIndex(party);
  limit.forbids.kind = case_model::Condition::Kind::kAtom;
  limit.forbids.issue = case_model::IssueIndex(0);
  limit.forbids.comparison = case_model::Comparison::kIn;
  limit.forbids.allowed.assign(small.subject.issues[case_model::IssueIndex(0)].options.size(), false);
  limit.forbids.allowed[option] = true;
  limit.forbids.options = {case_model::OptionIndex(option)};
  small.standing.limits_of[limit.party].emplace_back(small.standing.limits.size());
  small.standing.limits.push_back(limit);
}

inline WhenInput alone(int horizon_days) {
  WhenInput input;
  input.event = "a signed text";
  input.horizon_days = horizon_days;
  input.since = test_day();
  return input;
}

inline findings::ForecastFinding forecast(const zone::SmallCase& small, const WhenInput& input, int threads = 2) {
  const ScannedCase scanned(small);
  return find_when(scanned.drawn, scanned.scan, input, zone::on_threads(threads));
}

}  // namespace modus::timing

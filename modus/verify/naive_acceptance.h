/// \file Who accepts what, straight from the definition: one package, one party, one scenario at a time.
/// Shares no code with the engine that it checks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "modus/case_model/consent.h"
#include "modus/case_model/standing.h"
#include "modus/findings/scenarios.h"

namespace modus::verify {

/// What of a package does not change from scenario to scenario, for one party.
struct PartyFacts {
  bool asked = false;                    ///< always, or because the package commits it
  std::uint64_t forbidden_by = 0;        ///< bit j: its limit j (Standing::limits_of) forbids the package
  std::vector<std::size_t> adjustments;  ///< those the package meets
};

/// By position in NaiveAcceptance::parties().
using PackageFacts = std::vector<PartyFacts>;

/// Keeps references to the case and the scenarios.
class NaiveAcceptance {
 public:
  NaiveAcceptance(const case_model::Case& subject, const findings::Scenarios& scenarios);

  [[nodiscard]] const case_model::Case& subject() const { return subject_; }
  [[nodiscard]] const findings::Scenarios& scenarios() const { return scenarios_; }
  [[nodiscard]] const case_model::Standing& standing() const { return standing_; }
  [[nodiscard]] std::size_t count() const { return scenarios_.count; }
  /// The parties whose acceptance is their own (ConsentKind kAsked and kIfNeeded), rising.
  [[nodiscard]] const std::vector<case_model::PartyIndex>& parties() const { return parties_; }
  /// Whether it must accept every package.
  [[nodiscard]] bool always_asked(std::size_t k) const;
  [[nodiscard]] const findings::PartyScenarios& wants(std::size_t k) const {
    return scenarios_.parties[parties_[k]];
  }

  [[nodiscard]] PackageFacts facts_of(const case_model::Package& package) const;

  /// 100 * sum of weight * score, plus the adjustments met, less the no-deal value; points.
  [[nodiscard]] double gain(std::size_t k, std::size_t scenario, const case_model::Package& package,
                            const PartyFacts& facts) const;
  /// Whether rounding in the sum could decide: a gain within 1e-9 points of 0 where sums are not exact.
  [[nodiscard]] bool is_near_tie(std::size_t k, double gain) const;
  /// Not stalling, no real limit forbids the package, and a gain of at least 0.
  [[nodiscard]] bool accepts(std::size_t k, std::size_t scenario, const PartyFacts& facts, double gain) const;

  struct Answer {
    bool accept = false;
    bool near_tie = false;  ///< for some asked party
  };
  /// Whether every asked party accepts.
  [[nodiscard]] Answer all_accept(std::size_t scenario, const case_model::Package& package,
                                  const PackageFacts& facts) const;

 private:
  const case_model::Case& subject_;
  const findings::Scenarios& scenarios_;
  case_model::Standing standing_;
  base::IndexedVector<case_model::PartyIndex, case_model::ConsentKind> consent_;
  std::vector<case_model::PartyIndex> parties_;
};

}  // namespace modus::verify

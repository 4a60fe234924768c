/// \file Changes of one package, weighed for every party in every scenario. Private to this room.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/findings/single_text.h"
#include "modus/zone/drawn_case.h"

namespace modus::inquiry {

/// How a change fares, as far as the order of a list needs it. Counts of scenarios.
struct ChangeCounts {
  std::vector<std::uint32_t> not_hurt,
      helped;              ///< beside Acceptance::asked(); of a party that does not count all and none
  double least_share = 0;  ///< as in findings::TextChange
  [[nodiscard]] std::uint32_t least_not_hurt() const;
  [[nodiscard]] std::uint32_t most_helped() const;
};

/// The text with everybody's value of it, worked out once. Words as in findings/single_text.h. Keeps a
/// reference to the case. Immutable, so any number of threads may read it.
class TextValues {
 public:
  /// Precondition: the text has an option for every issue.
  TextValues(const zone::DrawnCase& drawn, const case_model::Package& text);

  [[nodiscard]] const zone::DrawnCase& drawn() const { return drawn_; }
  [[nodiscard]] const case_model::Package& text() const { return text_; }
  [[nodiscard]] zone::PackageIndex place() const { return place_; }
  [[nodiscard]] std::size_t scenario_count() const { return drawn_.acceptance.scenario_count(); }
  /// What the text is worth to asked party k, in its units; summed as Acceptance does.
  [[nodiscard]] const std::vector<double>& worth(std::size_t k) const { return parties_[k].worth; }
  /// Bit j: limit j of asked party k (Standing::limits_of) forbids the text.
  [[nodiscard]] std::uint64_t forbidden(std::size_t k) const { return parties_[k].forbidden; }
  /// Whether anything counts that is known of what party k wants on each issue (findings/single_text.h).
  [[nodiscard]] const base::IndexedVector<case_model::IssueIndex, bool>& counts(std::size_t k) const {
    return parties_[k].counts;
  }
  /// Whether the text asks party k.
  [[nodiscard]] bool asks(std::size_t k) const { return parties_[k].asked; }

  /// O(scenarios * parties * issues).
  [[nodiscard]] ChangeCounts count(const case_model::Package& to) const;
  /// All that is said of a change but its id.
  [[nodiscard]] findings::TextChange describe(const case_model::Package& to) const;

 private:
  struct OfParty {
    bool asked = false;
    base::IndexedVector<case_model::IssueIndex, bool> known, counts;
    std::uint64_t forbidden = 0;
    std::vector<double> worth, way;  ///< by scenario, units
  };

  /// The package as it counts for party k: where nothing does, as in the text.
  [[nodiscard]] zone::PackageIndex as_it_counts(std::size_t k, const case_model::Package& to) const;
  [[nodiscard]] std::uint64_t forbidding(std::size_t k, zone::PackageIndex package) const;
  [[nodiscard]] std::vector<double> way_of(std::size_t k) const;
  template <class Act>
  void for_each_scenario(std::size_t k, const case_model::Package& to, Act act) const;
  [[nodiscard]] findings::PartyChange describe_party(std::size_t k, const case_model::Package& to,
                                                     zone::ScenarioSet& nobody_hurt) const;

  zone::DrawnCase drawn_;
  case_model::Package text_;
  zone::PackageIndex place_;
  std::vector<OfParty> parties_;
};

/// The issues on which two packages differ, rising.
[[nodiscard]] std::vector<case_model::IssueIndex> issues_apart(const case_model::Package& a,
                                                               const case_model::Package& b);

}  // namespace modus::inquiry

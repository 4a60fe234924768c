/// \file What stands in a package's way, point by point, straight from the definition.
#pragma once

#include <bitset>
#include <vector>

#include "modus/findings/blockers.h"
#include "modus/verify/naive_acceptance.h"

namespace modus::verify {

/// With more sticking points than this the checks of blockers are not done.
inline constexpr std::size_t kMostPoints = 512;
/// A set of sticking points, by index into BlockersFinding::sticking_points.
using Points = std::bitset<kMostPoints>;

[[nodiscard]] inline bool is_subset(const Points& part, const Points& whole) {
  return (part & ~whole).none();
}

/// Sticking points as a finding lists them, made out in the naive scenarios. Keeps a reference to `naive`.
class BlockerPoints {
 public:
  BlockerPoints(const NaiveAcceptance& naive, const std::vector<findings::StickingPoint>& points);

  /// Whether each point is a limit or the no-deal value of a party that is asked, and none is missing or
  /// twice.
  [[nodiscard]] bool match() const { return match_; }
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  /// Whether the point's limit is real; always for a no-deal value.
  [[nodiscard]] bool is_real(std::size_t point, std::size_t scenario) const;

  struct Obstacles {
    Points violated;
    bool stalling = false;  ///< of an asked party: no point helps
    bool near_tie = false;
  };
  [[nodiscard]] Obstacles obstacles(std::size_t scenario, const case_model::Package& package,
                                    const PackageFacts& facts) const;

 private:
  struct Place {
    std::size_t k = 0;  ///< position in NaiveAcceptance::parties()
    bool limit = false;
    std::size_t bit = 0;  ///< limits only
    friend bool operator==(const Place&, const Place&) = default;
  };
  [[nodiscard]] std::vector<Place> expected_places() const;

  const NaiveAcceptance& naive_;
  std::vector<Place> places_;
  bool match_ = false;
};

/// The packages of a case with their facts, made once.
struct PackagesWithFacts {
  std::vector<case_model::Package> packages;
  std::vector<PackageFacts> facts;
};

/// The different sets of points that stand in the way of some package that no stalling bars.
struct Patterns {
  std::vector<Points> sets;
  bool near_tie = false;
  [[nodiscard]] bool contains(const Points& set) const;
  /// Whether some package has nothing in its way but these.
  [[nodiscard]] bool opened_by(const Points& dropped) const;
  /// Whether the set opens a zone and nothing less of it does.
  [[nodiscard]] bool is_opening(const Points& set) const;
  /// Whether no package respects the whole set, but some package does once any one of it is out.
  [[nodiscard]] bool is_incompatible(const Points& set) const;
};
[[nodiscard]] Patterns patterns_of(const BlockerPoints& points, std::size_t scenario,
                                   const PackagesWithFacts& all);

}  // namespace modus::verify

/// \file One path of simulated talks. Private to this room; simulate_talks.h says what a path is.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "modus/base/random.h"
#include "modus/timing/simulate_talks.h"

namespace modus::timing {

struct PathEnd {
  enum class How { kGoesOn, kDeal, kCollapsed, kPrevailed };
  How how = How::kGoesOn;
  double day = 0;                ///< unless it goes on: in 0..horizon
  bool zone_by_horizon = false;  ///< now, or a package on the list that all could live with later
};

/// Runs paths of one model under one variation; owns its scratch, so one a thread.
class PathRunner {
 public:
  PathRunner(const TalksModel& model, const TalksVariation& variation);
  /// Path number `path` of scenario n of the model.
  [[nodiscard]] PathEnd run(std::size_t n, std::size_t path);

 private:
  static constexpr double kNever = std::numeric_limits<double>::infinity();
  /// From which day to which a package on the list is accepted by all who are asked.
  struct Window {
    double first = 0, last = kNever;
    [[nodiscard]] bool holds(double day) const { return first <= day && day <= last; }
  };
  struct PartyLuck {
    double drift = 0, impatience = 0;  ///< places in their ranges, 0..1
    double stalling_ends = 0;          ///< uniform
    std::vector<double> stated, given_up;  ///< beside TalksParty::limits: uniform
  };

  [[nodiscard]] PathEnd end_without_deal(base::RandomStream& luck) const;
  void draw_parties(base::RandomStream& luck);
  void place_limits(std::size_t n);
  [[nodiscard]] double exhausted_by(std::size_t n, std::size_t k) const;
  [[nodiscard]] double rate_of(std::size_t n, std::size_t k) const;
  void open_windows(std::size_t n, double stalling_rate);
  [[nodiscard]] Window window_of(std::size_t n, std::size_t k, std::size_t x) const;
  [[nodiscard]] bool could_ever(const Window& window) const { return window.first <= window.last && window.first <= horizon_; }
  [[nodiscard]] double first_deal(base::RandomStream& luck, const std::vector<double>& planned, double rounds, double taken, double end) const;
  [[nodiscard]] bool round_agrees(std::size_t round, double day) const;

  const TalksModel& model_;
  const TalksVariation& variation_;
  double horizon_;
  std::vector<PartyLuck> luck_;                     ///< by party
  std::vector<double> impatience_, no_longer_stalls_, drift_;  ///< by party
  std::vector<std::vector<double>> given_up_;       ///< [party][limit] day on which one that is not real ceases to bind
  std::vector<Window> windows_;                     ///< by package
  bool any_window_ = false, any_zone_ = false;
};

}  // namespace modus::timing

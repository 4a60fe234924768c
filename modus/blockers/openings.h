/// \file What stands in the way, scenario by scenario.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "modus/blockers/set_family.h"
#include "modus/blockers/sticking_points.h"

namespace modus::blockers {

/// The openings of one scenario: the minimal sets of sticking points that some package violates and no other
/// point stands in its way, over the packages that meet the rules. A zone exists once the points of D are
/// dropped just where some opening is a subset of D.
struct ScenarioOpenings {
  std::vector<PointSet> sets;  ///< smallest first; just the empty set where a zone exists; none where
                               ///< stalling bars every package
  bool capped = false;         ///< more than were asked for; those listed are the smallest
  [[nodiscard]] bool has_zone() const { return !sets.empty() && sets.front().empty(); }
};

/// Finds openings. One a thread; reuse it, it owns its scratch. Keeps references to what it is given.
///
/// Idea: what is violated depends on a package only through its class (which limits forbid it, who is asked)
/// and on which no-deal tests it fails. So for each class the minimal patterns of failed tests are collected,
/// a word of packages at a time, and nothing is looked at again that a set already found makes superfluous.
class OpeningsFinder {
 public:
  OpeningsFinder(const zone::Acceptance& acceptance, const std::vector<findings::StickingPoint>& points,
                 const PackageClasses& classes);

  /// Exact, `at_most` 1 or more. O(packages / 64 * parties) and what the engine takes for one scenario.
  [[nodiscard]] ScenarioOpenings find(std::size_t scenario, std::size_t at_most);

 private:
  struct ClassState {
    PointSet limits;  ///< those of the class that are real
    std::vector<std::uint64_t>
        patterns;           ///< minimal patterns of failed no-deal tests; bit k: asked()[k] fails
    bool finished = false;  ///< nothing more to learn, or not available
  };

  void start(std::size_t scenario);
  [[nodiscard]] bool block_matters(std::size_t block);
  void scan(std::size_t block);
  void scan_word(const ClassWord& entry, ClassState& state);
  void collect(zone::Word packages, std::uint64_t asked_left, std::uint64_t failed, std::size_t word,
               ClassState& state);
  [[nodiscard]] std::vector<std::vector<PointSet>> violated_by_size() const;
  [[nodiscard]] ScenarioOpenings gather(std::size_t at_most) const;

  const zone::Acceptance& acceptance_;
  const std::vector<findings::StickingPoint>& points_;
  const PackageClasses& classes_;
  std::size_t limit_count_;
  zone::BlockScanner scanner_;
  std::vector<ClassState> states_;
  MinimalSets limits_alone_;  ///< limits whose dropping is enough: some package passes all no-deal tests
};

/// The scenarios that are looked at one by one: all of them, or where there are very many packages every
/// k-th, so that (packages + 16 * class words) * scenarios comes to about 2^29, never twice that (but 64
/// scenarios at least, or all there are). Up to some 100,000 packages and 10 limits that is all of 4,096.
struct ScenarioChoice {
  std::size_t count = 0;
  std::size_t stride = 1;
  [[nodiscard]] std::size_t scenario(std::size_t number) const { return number * stride; }
};
[[nodiscard]] ScenarioChoice choose_scenarios(std::uint64_t packages, std::uint64_t class_words,
                                              std::size_t scenarios);

/// The openings of each chosen scenario. Same answer at any thread count.
[[nodiscard]] std::vector<ScenarioOpenings> find_openings(const zone::Acceptance& acceptance,
                                                          const std::vector<findings::StickingPoint>& points,
                                                          const PackageClasses& classes,
                                                          const ScenarioChoice& choice, std::size_t at_most,
                                                          const base::Context& context);

}  // namespace modus::blockers

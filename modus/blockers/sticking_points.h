/// \file The sticking points of a case, and packages grouped by the points that can stand in their way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "modus/blockers/point_set.h"
#include "modus/findings/blockers.h"
#include "modus/zone/acceptance.h"

namespace modus::blockers {

/// The standing limits of every party that is asked, in the order of `standing.limits`, then the no-deal
/// value of each asked party, in the order of `acceptance.asked()`. Probabilities are shares of scenarios;
/// effects are left at 0. Limits of parties that are not asked stand in nobody's way and are left out.
[[nodiscard]] std::vector<findings::StickingPoint> list_sticking_points(const case_model::Case& subject,
                                                                        const case_model::Standing& standing,
                                                                        const zone::Acceptance& acceptance);

/// How many of the points, which come first, are limits.
[[nodiscard]] std::size_t count_limits(const std::vector<findings::StickingPoint>& points);

/// Packages that the same limits forbid and that ask the same parties.
struct PackageClass {
  PointSet limits;          ///< those that forbid them, if real: only of parties that are asked
  std::uint64_t asked = 0;  ///< bit k: acceptance.asked()[k] is asked
};

/// The packages of one class within one word of a block.
struct ClassWord {
  std::uint32_t class_number = 0;
  std::uint32_t word = 0;
  zone::Word packages = 0;  ///< never 0
};

/// All packages that meet the rules, by class. Blocks that look alike share their entries.
/// Cost: O(blocks * limits) and, for each different block, O(words * classes in it).
class PackageClasses {
 public:
  PackageClasses(const zone::Acceptance& acceptance, const std::vector<findings::StickingPoint>& points);

  [[nodiscard]] const std::vector<PackageClass>& classes() const { return classes_; }
  /// The packages of a block, by class, then word.
  [[nodiscard]] std::span<const ClassWord> in_block(std::size_t block) const {
    return entries_[kind_of_block_[block]];
  }
  /// The different classes in a block, rising.
  [[nodiscard]] std::span<const std::uint32_t> classes_in_block(std::size_t block) const {
    return class_numbers_[kind_of_block_[block]];
  }
  [[nodiscard]] std::size_t blocks() const { return kind_of_block_.size(); }
  /// Entries over all blocks: what going through all packages by class costs.
  [[nodiscard]] std::uint64_t class_words() const { return class_words_; }

 private:
  std::vector<PackageClass> classes_;
  std::uint64_t class_words_ = 0;
  std::vector<std::uint32_t> kind_of_block_;
  std::vector<std::vector<ClassWord>> entries_;            ///< by kind of block
  std::vector<std::vector<std::uint32_t>> class_numbers_;  ///< by kind of block
};

}  // namespace modus::blockers

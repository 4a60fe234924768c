/// \file Any small case, as RapidCheck draws it: few enough points for brute force over all their sets.
#pragma once

#include <rapidcheck/gtest.h>

#include <memory>
#include <vector>

#include "modus/blockers/small_cases_for_tests.h"

namespace modus::blockers::tests {

inline SmallShape any_shape() {
  SmallShape shape;
  shape.principals = *rc::gen::inRange<std::size_t>(1, 4);
  shape.guarantor = *rc::gen::arbitrary<bool>();
  shape.rule = *rc::gen::arbitrary<bool>();
  shape.stalling = *rc::gen::arbitrary<bool>();
  shape.limits = shape.principals + (shape.guarantor ? 1U : 0U) > 3 ? 2 : 3;
  shape.options =
      *rc::gen::elementOf(std::vector<std::vector<std::size_t>>{{3, 3}, {2, 2, 2}, {4, 2}, {5}, {2, 3, 2}});
  shape.whole_numbers = *rc::gen::arbitrary<bool>();
  return shape;
}

inline std::unique_ptr<SmallCase> any_case(const SmallShape& shape) {
  return random_case(shape, *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000));
}

}  // namespace modus::blockers::tests

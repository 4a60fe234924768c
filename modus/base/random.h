/// \file Random streams that are a function of (seed, purpose, number), so that answers do not depend on
/// the order in which threads run. The generator is xoshiro256++ (Blackman and Vigna, 2021), seeded by
/// SplitMix64; the distributions are ours, because the standard leaves theirs to each implementation.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace modus::base {

/// One stream of draws. Streams of another purpose or number are independent. Not thread-safe: one a task.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::string_view purpose, std::uint64_t number = 0);

  std::uint64_t next();
  /// Uniform on the open interval (0, 1), 53 bits.
  double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53; }
  /// Exponential with mean 1; never 0.
  double exponential();
  /// True with the given probability, 0 to 1.
  bool chance(double probability) { return uniform() < probability; }
  /// Uniform on 0 .. count-1, without bias. Precondition: count > 0.
  std::uint64_t below(std::uint64_t count);

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace modus::base

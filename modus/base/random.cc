#include "modus/base/random.h"

#include <bit>
#include <cmath>

namespace modus::base {
namespace {

std::uint64_t split_mix(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view purpose, std::uint64_t number) {
  std::uint64_t mixed = 0xcbf29ce484222325U;  // FNV-1a over the purpose, then stirred with the numbers
  for (const char c : purpose) mixed = (mixed ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  std::uint64_t start = seed;
  mixed ^= split_mix(start);
  mixed = split_mix(mixed) ^ number;
  for (auto& word : state_) word = split_mix(mixed);
}

std::uint64_t RandomStream::next() {
  const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

double RandomStream::exponential() { return -std::log(uniform()); }

std::uint64_t RandomStream::below(std::uint64_t count) {
  const std::uint64_t reject = (0 - count) % count;
  std::uint64_t draw = next();
  while (draw < reject) draw = next();
  return draw % count;
}

}  // namespace modus::base

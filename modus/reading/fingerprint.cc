#include "modus/reading/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "modus/reading/fold.h"

namespace modus::reading {
namespace {

constexpr std::size_t kHashes = 64;
constexpr std::size_t kRun = 5;
constexpr std::size_t kDigits = 8;

std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 33U;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33U;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33U);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0; }

std::vector<std::uint64_t> word_hashes(const std::string& folded) {
  std::vector<std::uint64_t> words;
  std::uint64_t hash = 0;
  bool within = false;
  for (const char c : folded + " ") {
    if (is_letter(c)) {
      hash = (within ? hash : 1469598103934665603ULL) * 1099511628211ULL ^ static_cast<unsigned char>(c);
      within = true;
    } else if (within) {
      words.push_back(hash);
      within = false;
    }
  }
  return words;
}

}  // namespace

std::string fingerprint(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(fold(text));
  if (words.size() < kRun) return {};
  std::array<std::uint32_t, kHashes> smallest{};
  smallest.fill(std::numeric_limits<std::uint32_t>::max());
  for (std::size_t first = 0; first + kRun <= words.size(); ++first) {
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) run = mix(run + words[first + i]);
    for (std::size_t k = 0; k < kHashes; ++k) smallest[k] = std::min(smallest[k], static_cast<std::uint32_t>(mix(run + 0x9e3779b97f4a7c15ULL * (k + 1)) >> 32U));
  }
  std::string digits;
  for (const std::uint32_t hash : smallest) {
    for (int shift = 28; shift >= 0; shift -= 4) digits += "0123456789abcdef"[hash >> static_cast<unsigned>(shift) & 15U];
  }
  return digits;
}

double resemblance(std::string_view a, std::string_view b) {
  if (a.size() != kHashes * kDigits || b.size() != a.size()) return 0;
  std::size_t same = 0;
  for (std::size_t k = 0; k < kHashes; ++k) same += static_cast<std::size_t>(a.substr(k * kDigits, kDigits) == b.substr(k * kDigits, kDigits));
  return static_cast<double>(same) / kHashes;
}

}  // namespace modus::reading

#include "modus/reading/closeness.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "modus/reading/data_table.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/phrases.h"

namespace modus::reading {
namespace {

constexpr std::string_view kTable =
#include "data_closeness.inc"
    ;

struct Sign {
  Closeness closeness = Closeness::kUncertain;
  bool strong = false;
};

Closeness closeness_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Closeness>, 6> kNames = {{{"near", Closeness::kNear},
                                                                                    {"closer", Closeness::kCloser},
                                                                                    {"mixed", Closeness::kMixed},
                                                                                    {"uncertain", Closeness::kUncertain},
                                                                                    {"far", Closeness::kFar},
                                                                                    {"stalled", Closeness::kStalled}}};
  const auto* found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.first == name; });
  return found == kNames.end() ? Closeness::kUncertain : found->second;
}

const std::vector<Sign>& signs() {
  static const std::vector<Sign> kSigns = [] {
    std::vector<Sign> all;
    for_each_row(kTable, [&](const Row& row) { all.push_back({closeness_named(row[1]), row[2] == "strong"}); });
    return all;
  }();
  return kSigns;
}

bool is_good(Closeness closeness) { return closeness == Closeness::kNear || closeness == Closeness::kCloser; }
bool is_bad(Closeness closeness) { return closeness == Closeness::kFar || closeness == Closeness::kStalled; }

/// "no progress", "not close to": the sign turns round.
bool is_denied(const Scene& scene, std::uint32_t at, std::uint32_t first) {
  for (std::uint32_t i = at; i > first && at - i < 4; --i) {
    const std::string& word = scene.lower(i - 1);
    if (is_a(word, WordClass::kNegation) || word == "little" || word == "nothing") return true;
    if (word == "but" || word == "," || word == "and") return false;
  }
  return false;
}

Closeness turned(Closeness closeness) {
  if (is_good(closeness)) return Closeness::kFar;
  return is_bad(closeness) ? Closeness::kMixed : closeness;
}

}  // namespace

std::optional<ClosenessReading> closeness_of(const Scene& scene, Tokens clause) {
  static const PhraseTable kPhrases(kTable);
  ClosenessReading reading;
  bool found = false, good = false, bad = false, uncertain = false;
  for (std::uint32_t at = clause.first; at < clause.last; ++at) {
    reading.of_deal |= is_a(scene.lower(at), WordClass::kDealNoun);
    const auto match = kPhrases.match(scene, at, clause.last);
    if (!match) continue;
    const Sign& sign = signs()[match->row];
    const Closeness closeness = is_denied(scene, at, clause.first) ? turned(sign.closeness) : sign.closeness;
    if (!found || (sign.strong && !reading.strong)) {
      reading.closeness = closeness;
      reading.at = at;
    }
    found = true;
    reading.strong |= sign.strong;
    good |= is_good(closeness) && sign.strong;
    bad |= is_bad(closeness) && sign.strong;
    uncertain |= closeness == Closeness::kUncertain && sign.strong;
    at = match->tokens.last - 1;
  }
  if (!found) return std::nullopt;
  if (uncertain) reading.closeness = Closeness::kUncertain;
  if (good && bad) reading.closeness = Closeness::kMixed;
  return reading;
}

}  // namespace modus::reading

// The work is cut into tiles, so many blocks by so many scenarios; the cut depends on the case alone, and
// what tiles count is added up as whole numbers, so threads change nothing. Joint acceptance is counted in
// vertical counters (one word operation for 64 packages) and emptied into whole numbers before they run over.

#include "modus/zone/scan_zone.h"

#include <algorithm>
#include <array>
#include <utility>

#include "modus/zone/block_kernels.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;

constexpr std::size_t kWordsPerTile = 4096;  ///< so that the vertical counters (200 kB) stay in a near cache
constexpr std::size_t kTiles = 16;           ///< with fewer ranges of blocks, scenarios are cut as well

struct Tile {
  std::size_t first_block = 0, last_block = 0;
  std::size_t first_scenario = 0, last_scenario = 0;  ///< first is a multiple of 64
};

/// What one tile finds. Sets and options are of its own scenarios, counts of its own blocks.
struct TileCounts {
  Tile tile;
  std::vector<std::uint32_t> even, odd;
  ScenarioSet zone;
  std::vector<ScenarioSet> zone_without;
  std::vector<std::vector<std::uint32_t>> accepted_of;
  std::vector<Word> options;  ///< [scenario][word]: which options (over all issues) the zone has
};

void set_bit(Word* words, std::size_t bit) { words[bit / 64] |= Word{1} << (bit % 64); }
bool has_bit(const Word* words, std::size_t bit) { return (words[bit / 64] >> (bit % 64) & 1U) != 0; }
bool any(std::span<const Word> words) {
  return std::ranges::any_of(words, [](Word word) { return word != 0; });
}

/// Options of all issues in one row of bits.
struct OptionRow {
  struct TailOption {
    std::size_t place;       ///< in the row
    std::vector<Word> bits;  ///< of a block
  };
  base::IndexedVector<IssueIndex, std::size_t> first;
  std::size_t words = 0;
  std::vector<TailOption> tail_options;
  explicit OptionRow(const PackageList& list) {
    std::size_t options = 0;
    for (std::size_t i = 0; i < list.head().size() + list.tail().size(); ++i) {
      first.push_back(options);
      options += list.option_count(IssueIndex(i));
    }
    words = (options + 63) / 64;
    for (const IssueIndex issue : list.tail()) add_tail_options(list, issue);
  }

  void add_tail_options(const PackageList& list, IssueIndex issue) {
    const std::size_t first_here = tail_options.size();
    for (std::size_t o = 0; o < list.option_count(issue); ++o) {
      tail_options.push_back({first[issue] + o, std::vector<Word>(list.words_per_block(), 0)});
    }
    for (std::size_t bit = 0; bit < list.block_size(); ++bit) {
      set_bit(tail_options[first_here + list.tail_option(bit, issue)].bits.data(), bit);
    }
  }
};

/// Which of the scenarios stand at an odd place inside their chain.
ScenarioSet odd_places(const findings::Scenarios& scenarios) {
  ScenarioSet odd((scenarios.count + 63) / 64, 0);
  const auto chains = static_cast<std::size_t>(std::max(scenarios.sampling.chains, 1));
  for (std::size_t chain = 0; chain < chains; ++chain) {
    const std::size_t first = chain * scenarios.count / chains;
    for (std::size_t s = first + 1; s < (chain + 1) * scenarios.count / chains; s += 2)
      set_bit(odd.data(), s);
  }
  return odd;
}

std::vector<Tile> cut_into_tiles(const PackageList& list, std::size_t scenarios) {
  const std::size_t blocks_each = std::max<std::size_t>(1, kWordsPerTile / list.words_per_block());
  const std::size_t ranges = (list.blocks() + blocks_each - 1) / blocks_each;
  const std::size_t words = (scenarios + 63) / 64;
  const std::size_t chunks = std::clamp<std::size_t>(kTiles / ranges, 1, std::max<std::size_t>(words, 1));
  std::vector<Tile> tiles;
  for (std::size_t range = 0; range < ranges; ++range) {
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
      const std::size_t last_block = std::min(list.blocks(), (range + 1) * blocks_each);
      const std::size_t last_scenario = std::min(scenarios, (chunk + 1) * words / chunks * 64);
      tiles.push_back({range * blocks_each, last_block, chunk * words / chunks * 64, last_scenario});
    }
  }
  return tiles;
}

class TileScan {
 public:
  TileScan(const Acceptance& acceptance, const OptionRow& row, const Tile& tile, bool naive)
      : list_(acceptance.list()),
        row_(row),
        parties_(acceptance.asked().size()),
        scanner_(acceptance, options(naive)),
        planes_((tile.last_block - tile.first_block) * list_.words_per_block() * kPlanes, 0),
        in_planes_(tile.last_block - tile.first_block, 0) {
    counts_.tile = tile;
    const std::size_t scenarios = tile.last_scenario - tile.first_scenario;
    counts_.zone.assign((scenarios + 63) / 64, 0);
    counts_.zone_without.assign(parties_, counts_.zone);
    counts_.accepted_of.assign(parties_, std::vector<std::uint32_t>(scenarios, 0));
    counts_.options.assign(scenarios * row.words, 0);
  }

  TileCounts run(const ScenarioSet& odd) {
    counts_.even = count_half(odd, false);
    counts_.odd = count_half(odd, true);
    return std::move(counts_);
  }

 private:
  static ScanOptions options(bool naive) {
    ScanOptions options;
    options.naive = naive;
    return options;
  }

  std::vector<std::uint32_t> count_half(const ScenarioSet& odd, bool want_odd) {
    const Tile& tile = counts_.tile;
    std::vector<std::uint32_t> counts((tile.last_block - tile.first_block) * list_.bits_per_block(), 0);
    for (std::size_t s = tile.first_scenario; s < tile.last_scenario; ++s) {
      if (has_bit(odd.data(), s) == want_odd) scan_scenario(s, counts);
    }
    for (std::size_t block = tile.first_block; block < tile.last_block; ++block) empty(block, counts);
    return counts;
  }

  void scan_scenario(std::size_t scenario, std::vector<std::uint32_t>& counts) {
    scanner_.load(scenario);
    tail_union_.fill(0);
    const std::size_t place = scenario - counts_.tile.first_scenario;
    Word* options = counts_.options.data() + place * row_.words;
    for (std::size_t block = counts_.tile.first_block; block < counts_.tile.last_block; ++block) {
      scanner_.open(block);
      count_parties(block, place);
      if (!any(scanner_.all())) continue;
      set_bit(counts_.zone.data(), place);
      count_joint(block, counts);
      for (const IssueIndex issue : list_.head())
        set_bit(options, row_.first[issue] + list_.head_option(block, issue));
      for (std::size_t w = 0; w < list_.words_per_block(); ++w) tail_union_[w] |= scanner_.all()[w];
    }
    for (const OptionRow::TailOption& option : row_.tail_options) {
      if (meet(option.bits)) set_bit(options, option.place);
    }
  }

  [[nodiscard]] bool meet(const std::vector<Word>& bits) const {
    for (std::size_t w = 0; w < bits.size(); ++w) {
      if ((bits[w] & tail_union_[w]) != 0) return true;
    }
    return false;
  }

  /// Each party's own acceptance, and whether all others accept some package of the block.
  void count_parties(std::size_t block, std::size_t place) {
    const auto rules = list_.meets_rules().block(block);
    for (std::size_t k = 0; k < parties_; ++k) {
      counts_.accepted_of[k][place] +=
          static_cast<std::uint32_t>(count_in_both(scanner_.own_test(k).data(), rules.data(), rules.size()));
      if (has_bit(counts_.zone_without[k].data(), place)) continue;
      Word left = 0;
      for (std::size_t w = 0; w < rules.size(); ++w) {
        Word others = rules[w];
        for (std::size_t other = 0; other < parties_; ++other) {
          if (other != k) others &= scanner_.accepted(other)[w];
        }
        left |= others;
      }
      if (left != 0) set_bit(counts_.zone_without[k].data(), place);
    }
  }

  void count_joint(std::size_t block, std::vector<std::uint32_t>& counts) {
    const std::size_t place = block - counts_.tile.first_block;
    const std::size_t words = list_.words_per_block();
    add_to_planes(scanner_.all().data(), words, planes_.data() + place * words * kPlanes);
    if (++in_planes_[place] == kPlaneCapacity) empty(block, counts);
  }

  void empty(std::size_t block, std::vector<std::uint32_t>& counts) {
    const std::size_t place = block - counts_.tile.first_block;
    if (in_planes_[place] == 0) return;
    const std::size_t words = list_.words_per_block();
    empty_planes(planes_.data() + place * words * kPlanes, words, counts.data() + place * words * 64);
    in_planes_[place] = 0;
  }

  const PackageList& list_;
  const OptionRow& row_;
  std::size_t parties_;
  BlockScanner scanner_;
  std::vector<Word> planes_;
  std::vector<std::uint8_t> in_planes_;  ///< how much was added to a block's counters since they were emptied
  std::array<Word, PackageList::kMaxWordsPerBlock> tail_union_{};
  TileCounts counts_;
};

/// Joins what tiles found. Options are joined over blocks first, then counted.
class ScanSum {
 public:
  ScanSum(const Acceptance& acceptance, const OptionRow& row) : list_(acceptance.list()), row_(row) {
    const std::size_t scenarios = acceptance.scenario_count();
    const std::size_t places = list_.blocks() * list_.bits_per_block();
    scan_.even.assign(places, 0);
    scan_.odd.assign(places, 0);
    scan_.zone.assign((scenarios + 63) / 64, 0);
    scan_.zone_without.assign(acceptance.asked().size(), scan_.zone);
    scan_.accepted_pairs.assign(acceptance.asked().size(), 0);
    scan_.accepted_of.assign(acceptance.asked().size(), std::vector<std::uint32_t>(scenarios, 0));
    options_.assign(scenarios * row.words, 0);
  }

  void add(const TileCounts& counts) {
    const std::size_t first_place = counts.tile.first_block * list_.bits_per_block();
    for (std::size_t i = 0; i < counts.even.size(); ++i) {
      scan_.even.raw()[first_place + i] += counts.even[i];
      scan_.odd.raw()[first_place + i] += counts.odd[i];
    }
    join(counts.zone, scan_.zone, counts.tile.first_scenario / 64);
    for (std::size_t k = 0; k < scan_.zone_without.size(); ++k) {
      join(counts.zone_without[k], scan_.zone_without[k], counts.tile.first_scenario / 64);
      for (std::size_t s = 0; s < counts.accepted_of[k].size(); ++s) {
        scan_.accepted_of[k][counts.tile.first_scenario + s] += counts.accepted_of[k][s];
        scan_.accepted_pairs[k] += counts.accepted_of[k][s];
      }
    }
    join(counts.options, options_, counts.tile.first_scenario * row_.words);
  }

  ZoneScan finish(const ScenarioSet& odd, std::size_t scenarios) {
    scan_.odd_scenarios = count_bits(odd);
    scan_.even_scenarios = scenarios - scan_.odd_scenarios;
    for (std::size_t i = 0; i < row_.first.size(); ++i) {
      std::vector<std::uint32_t> counts(list_.option_count(IssueIndex(i)), 0);
      for (std::size_t s = 0; s < scenarios; ++s) {
        for (std::size_t o = 0; o < counts.size(); ++o) {
          counts[o] += has_bit(options_.data() + s * row_.words, row_.first[IssueIndex(i)] + o) ? 1U : 0U;
        }
      }
      scan_.zone_has.push_back(std::move(counts));
    }
    return std::move(scan_);
  }

 private:
  static void join(const std::vector<Word>& part, std::vector<Word>& whole, std::size_t at) {
    for (std::size_t w = 0; w < part.size(); ++w) whole[at + w] |= part[w];
  }

  const PackageList& list_;
  const OptionRow& row_;
  ZoneScan scan_;
  std::vector<Word> options_;
};

PackageIndex highest(const PackageList& list, const auto& count_of) {
  PackageIndex best(0);
  bool found = false;
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    for_each_bit(list.meets_rules().block(block), [&](std::size_t bit) {
      const PackageIndex package(block * list.bits_per_block() + bit);
      const auto count = count_of(package);
      if (found && count < count_of(best)) return;
      if (found && count == count_of(best) && list.number_at(package) > list.number_at(best)) return;
      best = package;
      found = true;
    });
  }
  return best;
}

}  // namespace

ZoneScan scan_zone(const Acceptance& acceptance, const base::Context& context, bool naive) {
  const OptionRow row(acceptance.list());
  const ScenarioSet odd = odd_places(acceptance.scenarios());
  const std::vector<Tile> tiles = cut_into_tiles(acceptance.list(), acceptance.scenario_count());
  std::vector<TileCounts> counts(tiles.size());
  base::parallel_for(context.threads, tiles.size(), [&](std::size_t t) {
    if (context.stop()) return;
    counts[t] = TileScan(acceptance, row, tiles[t], naive).run(odd);
  });
  ScanSum sum(acceptance, row);
  for (TileCounts& tile : counts) {
    if (tile.zone_without.size() == acceptance.asked().size()) sum.add(tile);
    tile = {};
  }
  return sum.finish(odd, acceptance.scenario_count());
}

PackageIndex most_accepted(const PackageList& list, const ZoneScan& scan) {
  return highest(list, [&](PackageIndex package) { return scan.joint(package); });
}

double corrected_maximum(const PackageList& list, const ZoneScan& scan) {
  const PackageIndex by_even = highest(list, [&](PackageIndex package) { return scan.even[package]; });
  const PackageIndex by_odd = highest(list, [&](PackageIndex package) { return scan.odd[package]; });
  const double zone = static_cast<double>(count_bits(scan.zone)) /
                      static_cast<double>(scan.even_scenarios + scan.odd_scenarios);
  if (scan.even_scenarios == 0 || scan.odd_scenarios == 0) return zone;
  const double on_odd = scan.odd[by_even] / static_cast<double>(scan.odd_scenarios);
  const double on_even = scan.even[by_odd] / static_cast<double>(scan.even_scenarios);
  return std::min(zone, (on_odd + on_even) / 2);
}

}  // namespace modus::zone

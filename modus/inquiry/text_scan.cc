// The scenarios are taken in strides, so that what comes first is of all chains alike: dropping works early,
// and the first n of them are a fair sample where the budget allows no more.

#include "modus/inquiry/text_scan.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "modus/zone/block_kernels.h"

namespace modus::inquiry {
namespace {

using zone::PackageIndex;
using zone::PackageList;
using zone::Word;

constexpr std::size_t kStride = 64;
constexpr std::size_t kWordsPerTile = 1024;  ///< of one party; so that the counters stay in a near cache

std::vector<std::size_t> in_strides(std::size_t count) {
  std::vector<std::size_t> order;
  order.reserve(count);
  for (std::size_t first = 0; first < kStride; ++first) {
    for (std::size_t s = first; s < count; s += kStride) order.push_back(s);
  }
  return order;
}

std::vector<std::size_t> choose_scenarios(const TextValues& values, double budget) {
  const auto& acceptance = values.drawn().acceptance;
  const double each = static_cast<double>(acceptance.list().combination_count()) *
                      static_cast<double>(acceptance.asked().size());
  std::vector<std::size_t> order = in_strides(values.scenario_count());
  const auto most = std::max(static_cast<double>(kFewestLookedAt), budget / each);
  if (most < static_cast<double>(order.size())) order.resize(static_cast<std::size_t>(most));
  return order;
}

/// In the last row, on issues where nothing counts, every option is worth what the text's is.
void level(const TextValues& values, std::size_t k, findings::PartyScenarios& party) {
  double* row = party.values.data() + party.values.size() - party.options;
  for (const case_model::IssueIndex issue : values.text().indices()) {
    if (values.counts(k)[issue]) continue;
    double* terms = row + party.first_option[issue.value];
    std::fill(terms, terms + values.drawn().acceptance.list().option_count(issue),
              terms[values.text()[issue].value]);
  }
}

/// The chosen scenarios with the text in the place of no deal.
findings::Scenarios seen_from_text(const TextValues& values, const std::vector<std::size_t>& chosen) {
  const auto& acceptance = values.drawn().acceptance;
  findings::Scenarios seen;
  seen.count = chosen.size();
  seen.parties.assign(acceptance.scenarios().parties.size(), {});
  for (std::size_t k = 0; k < acceptance.asked().size(); ++k) {
    const findings::PartyScenarios& wants = acceptance.scenarios().parties[acceptance.asked()[k].party];
    findings::PartyScenarios& party = seen.parties[acceptance.asked()[k].party];
    party.drawn = true;
    party.units_per_point = wants.units_per_point;
    party.options = wants.options;
    party.first_option = wants.first_option;
    party.adjustments_per_scenario = wants.adjustments_per_scenario;
    party.stalling.assign(chosen.size(), 0);
    party.values.reserve(chosen.size() * wants.options);
    for (const std::size_t s : chosen) {
      const auto row = wants.values.begin() + static_cast<std::ptrdiff_t>(s * wants.options);
      party.values.insert(party.values.end(), row, row + static_cast<std::ptrdiff_t>(wants.options));
      level(values, k, party);
      const auto adjustments =
          wants.adjustments.begin() + static_cast<std::ptrdiff_t>(s * wants.adjustments_per_scenario);
      party.adjustments.insert(party.adjustments.end(), adjustments,
                               adjustments + static_cast<std::ptrdiff_t>(wants.adjustments_per_scenario));
      party.no_deal.push_back(values.worth(k)[s]);
      party.real_limits.push_back(wants.real_limits[s] & ~values.forbidden(k));
    }
  }
  return seen;
}

/// Some blocks in all chosen scenarios.
class TileScan {
 public:
  TileScan(const TextValues& values, const zone::Acceptance& seen, std::size_t first_block,
           std::size_t last_block, std::size_t may_hurt)
      : values_(values),
        seen_(seen),
        list_(seen.list()),
        first_(first_block),
        last_(last_block),
        may_hurt_(may_hurt),
        scanner_(seen, {}),
        open_(last_block - first_block, 1),
        planes_(seen.asked().size() * open_.size() * list_.words_per_block() * zone::kPlanes, 0),
        counts_(seen.asked().size() * open_.size() * list_.bits_per_block(), 0) {}

  std::vector<Survivor> run(const base::Context& context) {
    const std::size_t scenarios = seen_.scenario_count();
    std::size_t open = open_.size(), held = 0;
    for (std::size_t s = 0; s < scenarios && open > 0 && !context.stop(); ++s) {
      scanner_.load(s);
      for (std::size_t b = 0; b < open_.size(); ++b) {
        if (open_[b] != 0) look_at(b);
      }
      if (++held < zone::kPlaneCapacity && s + 1 < scenarios) continue;
      open = empty_and_drop(s + 1);
      held = 0;
    }
    return survivors(scenarios);
  }

 private:
  void look_at(std::size_t b) {
    const std::size_t block = first_ + b, words = list_.words_per_block();
    scanner_.open(block);
    for (std::size_t k = 0; k < seen_.asked().size(); ++k) {
      const auto own = scanner_.own_test(k);
      Word* planes = planes_.data() + (k * open_.size() + b) * words * zone::kPlanes;
      if (values_.asks(k)) {
        zone::add_to_planes(own.data(), words, planes);
        continue;
      }
      const auto needed = list_.needs(seen_.asked()[k].party).block(block);
      std::array<Word, PackageList::kMaxWordsPerBlock> unhurt{};
      for (std::size_t w = 0; w < words; ++w) unhurt[w] = own[w] | ~needed[w];
      zone::add_to_planes(unhurt.data(), words, planes);
    }
  }

  [[nodiscard]] std::uint32_t* counts_of(std::size_t k, std::size_t b) {
    return counts_.data() + (k * open_.size() + b) * list_.bits_per_block();
  }

  /// How many blocks are left.
  std::size_t empty_and_drop(std::size_t looked_at) {
    const std::size_t words = list_.words_per_block();
    std::size_t open = 0;
    for (std::size_t b = 0; b < open_.size(); ++b) {
      if (open_[b] == 0) continue;
      for (std::size_t k = 0; k < seen_.asked().size(); ++k) {
        zone::empty_planes(planes_.data() + (k * open_.size() + b) * words * zone::kPlanes, words,
                           counts_of(k, b));
      }
      open_[b] = may_survive(b, looked_at) ? 1 : 0;
      open += open_[b];
    }
    return open;
  }

  [[nodiscard]] bool may_survive(std::size_t b, std::size_t looked_at) {
    bool any = false;
    zone::for_each_bit(list_.meets_rules().block(first_ + b), [&](std::size_t bit) {
      const bool text = values_.place() == PackageIndex((first_ + b) * list_.bits_per_block() + bit);
      any = any || (!text && least(b, bit) + may_hurt_ >= looked_at);
    });
    return any;
  }

  [[nodiscard]] std::uint32_t least(std::size_t b, std::size_t bit) {
    std::uint32_t fewest = counts_of(0, b)[bit];
    for (std::size_t k = 1; k < seen_.asked().size(); ++k) fewest = std::min(fewest, counts_of(k, b)[bit]);
    return fewest;
  }

  std::vector<Survivor> survivors(std::size_t scenarios) {
    std::vector<Survivor> found;
    for (std::size_t b = 0; b < open_.size(); ++b) {
      if (open_[b] == 0) continue;
      zone::for_each_bit(list_.meets_rules().block(first_ + b), [&](std::size_t bit) {
        const PackageIndex package((first_ + b) * list_.bits_per_block() + bit);
        if (package != values_.place() && least(b, bit) + may_hurt_ >= scenarios)
          found.push_back({package, list_.number_at(package), least(b, bit)});
      });
    }
    return found;
  }

  const TextValues& values_;
  const zone::Acceptance& seen_;
  const PackageList& list_;
  std::size_t first_, last_, may_hurt_;
  zone::BlockScanner scanner_;
  std::vector<std::uint8_t> open_;
  std::vector<Word> planes_;
  std::vector<std::uint32_t> counts_;
};

/// In how many scenarios a party may be hurt.
std::size_t most_hurt(const ChangeScanOptions& options, std::size_t scenarios, bool whole) {
  const auto n = static_cast<double>(scenarios);
  const double error = whole ? 0 : 2 * std::sqrt(options.at_least * (1 - options.at_least) / n);
  return scenarios - static_cast<std::size_t>(std::ceil(std::max(0.0, options.at_least - error) * n - 1e-9));
}

void put_in_order(ChangeScan& scan) {
  std::sort(scan.survivors.begin(), scan.survivors.end(), [&](const Survivor& a, const Survivor& b) {
    return a.not_hurt != b.not_hurt ? a.not_hurt > b.not_hurt : a.number < b.number;
  });
  scan.capped = scan.survivors.size() > kMostSurvivors;
  if (scan.capped) scan.survivors.resize(kMostSurvivors);
}

}  // namespace

ChangeScan scan_changes(const TextValues& values, const ChangeScanOptions& options,
                        const base::Context& context) {
  const zone::DrawnCase& drawn = values.drawn();
  const PackageList& list = drawn.acceptance.list();
  const std::vector<std::size_t> chosen = choose_scenarios(values, options.budget);
  const findings::Scenarios scenarios = seen_from_text(values, chosen);
  const zone::Acceptance seen(drawn.subject, drawn.standing, list, scenarios);
  ChangeScan scan;
  scan.scenarios = chosen.size();
  scan.whole = chosen.size() == values.scenario_count();
  const std::size_t may_hurt = most_hurt(options, chosen.size(), scan.whole);
  const std::size_t blocks_each = std::max<std::size_t>(1, kWordsPerTile / list.words_per_block());
  std::vector<std::vector<Survivor>> found((list.blocks() + blocks_each - 1) / blocks_each);
  base::parallel_for(context.threads, found.size(), [&](std::size_t tile) {
    const std::size_t last = std::min(list.blocks(), (tile + 1) * blocks_each);
    found[tile] = TileScan(values, seen, tile * blocks_each, last, may_hurt).run(context);
  });
  for (const auto& part : found) scan.survivors.insert(scan.survivors.end(), part.begin(), part.end());
  put_in_order(scan);
  return scan;
}

}  // namespace modus::inquiry

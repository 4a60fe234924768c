// A party's value in a package is head sum + tail sum, where a scenario has one head sum a block and one
// array of tail sums for all blocks of a class. So a block costs one addition and one comparison a package,
// eight at a time where the processor can; and nothing where the block's least or greatest tail sum already
// decides, which rounding cannot upset, because head + tail never falls as tail rises.

#include <hwy/aligned_allocator.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "modus/zone/acceptance_inside.h"
#include "modus/zone/block_kernels.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::LimitIndex;

using BlockWords = std::array<Word, PackageList::kMaxWordsPerBlock>;
constexpr double kNever = -std::numeric_limits<double>::infinity();

/// One party's part of a scanner.
struct PartyScan {
  const AskedInside* inside = nullptr;
  bool need_not_accept = false;
  bool any_value = false;
  std::uint64_t limits_counted = ~std::uint64_t{0};
  // In the loaded scenario:
  bool stalling = false;
  double no_deal = 0;
  std::vector<const BlockColumn*> real;       ///< limits that forbid
  hwy::AlignedFreeUniquePtr<double[]> tails;  ///< [class][bit]
  double least = 0, greatest = 0;             ///< bounds of the tail sums
  // In the open block:
  BlockWords passes{}, own_test{}, accepted{};
};

template <class T>
bool has(const std::vector<T>& list, const T& item) {
  return std::ranges::find(list, item) != list.end();
}

}  // namespace

struct BlockScanner::State {
  const Acceptance::Inside* inside;
  const PackageList* list;
  ScanOptions options;
  std::vector<PartyScan> parties;
  std::size_t scenario = 0;
  std::size_t words = 0;
  std::size_t likely_block = 0;  ///< where a zone was last found; only a hint where to look first
  BlockWords all{};

  void set_up_party(std::size_t k);
  void load_party(PartyScan& party);
  void sum_tails(PartyScan& party, std::size_t of_class);
  void bound_tails(PartyScan& party) const;
  void free_tail_issue(double* tails);
  void mark_passing(PartyScan& party, std::size_t block);
  void mark_passing_here(const PartyScan& party, std::size_t block, Word* out) const;
  void mark_passing_naively(PartyScan& party, std::size_t block) const;
  void mark_accepted(PartyScan& party, std::size_t block);
  [[nodiscard]] bool zone_in(std::size_t block);
  [[nodiscard]] bool keep_allowed(const PartyScan& party, std::size_t block);
};

void BlockScanner::State::set_up_party(std::size_t k) {
  PartyScan party;
  party.inside = &inside->asked_inside[k];
  const auto index = party.inside->asked.party;
  party.need_not_accept = has(options.without_parties, index);
  party.any_value = has(options.without_no_deal, index);
  for (const LimitIndex limit : inside->limits_of[index]) {
    const bool freed =
        options.free_issue && (inside->issues_of_limit[limit] >> options.free_issue->value & 1U) != 0;
    if (freed || has(options.without_limits, limit)) {
      party.limits_counted &= ~(std::uint64_t{1} << inside->bit_of_limit[limit]);
    }
  }
  const std::size_t classes = party.inside->block_of_class.size();
  party.tails = hwy::AllocateAligned<double>(classes * words * 64);
  parties.push_back(std::move(party));
}

/// Tail sums of one class: issue by issue, the last fastest, then the adjustments; the order of acceptance.h.
void BlockScanner::State::sum_tails(PartyScan& party, std::size_t of_class) {
  double* tails = party.tails.get() + of_class * words * 64;
  const double* values = party.inside->values(scenario);
  tails[0] = 0;
  std::size_t size = 1;
  for (const IssueIndex issue : list->tail()) {
    const double* terms = values + party.inside->wants->first_option[issue.value];
    const std::size_t options_here = list->option_count(issue);
    for (std::size_t j = size; j-- > 0;) {  // from behind, so that nothing unread is overwritten
      const double sum = tails[j];
      for (std::size_t o = 0; o < options_here; ++o) tails[j * options_here + o] = sum + terms[o];
    }
    size *= options_here;
  }
  const std::size_t block = party.inside->block_of_class[of_class];
  for (std::size_t k = 0; k < party.inside->adjustments->size(); ++k) {
    const double points = party.inside->adjustment(scenario, k);
    for_each_bit((*party.inside->adjustments)[k].block(block),
                 [&](std::size_t bit) { tails[bit] += points; });
  }
  if (options.free_issue && !list->in_head(*options.free_issue)) free_tail_issue(tails);
  std::fill(tails + size, tails + words * 64, kNever);
}

/// Bounds of all tail sums, added up in the same order: rounded addition never falls as a term rises.
void BlockScanner::State::bound_tails(PartyScan& party) const {
  const double* values = party.inside->values(scenario);
  party.least = party.greatest = 0;
  for (const IssueIndex issue : list->tail()) {
    const double* terms = values + party.inside->wants->first_option[issue.value];
    const auto [least, greatest] = std::minmax_element(terms, terms + list->option_count(issue));
    party.least += *least;
    party.greatest += *greatest;
  }
  for (std::size_t k = 0; k < party.inside->adjustments->size(); ++k) {
    const double points = party.inside->adjustment(scenario, k);
    party.least += std::min(points, 0.0);
    party.greatest += std::max(points, 0.0);
  }
}

/// Each sum becomes the greatest over the options of the freed issue.
void BlockScanner::State::free_tail_issue(double* tails) {
  const IssueIndex issue = *options.free_issue;
  const std::size_t stride = list->stride(issue);
  const std::size_t options_here = list->option_count(issue);
  for (std::size_t first = 0; first < list->block_size(); ++first) {
    if (list->tail_option(first, issue) != 0) continue;
    double best = kNever;
    for (std::size_t o = 0; o < options_here; ++o) best = std::max(best, tails[first + o * stride]);
    for (std::size_t o = 0; o < options_here; ++o) tails[first + o * stride] = best;
  }
}

void BlockScanner::State::load_party(PartyScan& party) {
  const findings::PartyScenarios& wants = *party.inside->wants;
  party.stalling = wants.stalling[scenario] != 0;
  party.no_deal = wants.no_deal[scenario];
  party.real.clear();
  const std::uint64_t real = wants.real_limits[scenario] & party.limits_counted;
  for (const LimitIndex limit : inside->limits_of[party.inside->asked.party]) {
    if ((real >> inside->bit_of_limit[limit] & 1U) != 0) party.real.push_back(&inside->forbids[limit]);
  }
  if (options.naive || party.any_value) return;
  bound_tails(party);
  for (std::size_t c = 0; c < party.inside->block_of_class.size(); ++c) sum_tails(party, c);
}

void BlockScanner::State::mark_passing_here(const PartyScan& party, std::size_t block, Word* out) const {
  const double head = inside->head_sum(*party.inside, scenario, block);
  if (head + party.greatest < party.no_deal) {
    std::fill(out, out + words, 0);
  } else if (head + party.least >= party.no_deal) {
    std::ranges::copy(list->valid(), out);
  } else {
    const std::size_t of_class = party.inside->class_of_block[block];
    mark_at_least(party.tails.get() + of_class * words * 64, words, head, party.no_deal, out);
  }
}

void BlockScanner::State::mark_passing(PartyScan& party, std::size_t block) {
  if (party.any_value) {
    std::ranges::copy(list->valid(), party.passes.begin());
  } else if (options.naive) {
    mark_passing_naively(party, block);
  } else if (!options.free_issue || !list->in_head(*options.free_issue)) {
    mark_passing_here(party, block, party.passes.data());
  } else {  // its best option of a freed head issue: what passes in any of the blocks that differ in it alone
    const IssueIndex issue = *options.free_issue;
    const std::size_t stride = list->stride(issue);
    const std::size_t first = block - list->head_option(block, issue) * stride;
    party.passes.fill(0);
    BlockWords there{};
    for (std::size_t o = 0; o < list->option_count(issue); ++o) {
      mark_passing_here(party, first + o * stride, there.data());
      for (std::size_t w = 0; w < words; ++w) party.passes[w] |= there[w];
    }
  }
}

void BlockScanner::State::mark_passing_naively(PartyScan& party, std::size_t block) const {
  party.passes.fill(0);
  for (std::size_t bit = 0; bit < list->block_size(); ++bit) {
    const PackageIndex package(block * list->bits_per_block() + bit);
    bool passes = inside->passes_no_deal(*party.inside, scenario, package);
    if (options.free_issue && !passes) {
      case_model::Package other = list->package_at(package);
      for (std::size_t o = 0; o < list->option_count(*options.free_issue); ++o) {
        other[*options.free_issue] = case_model::OptionIndex(o);
        passes = passes || inside->passes_no_deal(*party.inside, scenario, list->index_of(other));
      }
    }
    if (passes) party.passes[bit / 64] |= Word{1} << (bit % 64);
  }
}

void BlockScanner::State::mark_accepted(PartyScan& party, std::size_t block) {
  for (std::size_t w = 0; w < words; ++w) party.own_test[w] = party.stalling ? 0 : party.passes[w];
  for (const BlockColumn* limit : party.real) {
    const auto forbidden = limit->block(block);
    for (std::size_t w = 0; w < words; ++w) party.own_test[w] &= ~forbidden[w];
  }
  const auto valid = list->valid();
  party.accepted = party.own_test;
  if (party.need_not_accept) {
    std::ranges::copy(valid, party.accepted.begin());
  } else if (party.inside->asked.if_needed) {
    const auto needed = list->needs(party.inside->asked.party).block(block);
    for (std::size_t w = 0; w < words; ++w) party.accepted[w] |= valid[w] & ~needed[w];
  }
}

/// Takes from `all` what the party's real limits or stalling rule out. Whether anything is left.
bool BlockScanner::State::keep_allowed(const PartyScan& party, std::size_t block) {
  if (party.need_not_accept || (party.real.empty() && !party.stalling)) return true;
  BlockWords out{};
  if (party.stalling) out.fill(~Word{0});
  for (const BlockColumn* limit : party.real) {
    const auto forbidden = limit->block(block);
    for (std::size_t w = 0; w < words; ++w) out[w] |= forbidden[w];
  }
  Word left = 0;
  for (std::size_t w = 0; w < words; ++w) {
    if (party.inside->asked.if_needed) out[w] &= list->needs(party.inside->asked.party).block(block)[w];
    left |= all[w] &= ~out[w];
  }
  return left != 0;
}

bool BlockScanner::State::zone_in(std::size_t block) {
  std::ranges::copy(list->meets_rules().block(block), all.begin());
  for (const PartyScan& party : parties) {
    if (!keep_allowed(party, block)) return false;
  }
  for (PartyScan& party : parties) {
    if (party.need_not_accept) continue;
    mark_passing(party, block);
    const bool if_needed = party.inside->asked.if_needed;
    const auto needed = list->needs(party.inside->asked.party).block(block);
    Word left = 0;
    for (std::size_t w = 0; w < words; ++w) left |= all[w] &= party.passes[w] | (if_needed ? ~needed[w] : 0);
    if (left == 0) return false;
  }
  return std::ranges::any_of(all, [](Word word) { return word != 0; });
}

BlockScanner::BlockScanner(const Acceptance& acceptance, ScanOptions options)
    : state_(std::make_unique<State>()) {
  state_->inside = &acceptance.inside();
  state_->list = &acceptance.list();
  state_->options = std::move(options);
  state_->words = acceptance.list().words_per_block();
  for (std::size_t k = 0; k < acceptance.asked().size(); ++k) state_->set_up_party(k);
}
BlockScanner::~BlockScanner() = default;
BlockScanner::BlockScanner(BlockScanner&&) noexcept = default;

void BlockScanner::load(std::size_t scenario) {
  state_->scenario = scenario;
  for (PartyScan& party : state_->parties) state_->load_party(party);
}

void BlockScanner::open(std::size_t block) {
  State& state = *state_;
  std::ranges::copy(state.list->meets_rules().block(block), state.all.begin());
  for (PartyScan& party : state.parties) {
    state.mark_passing(party, block);
    state.mark_accepted(party, block);
    for (std::size_t w = 0; w < state.words; ++w) state.all[w] &= party.accepted[w];
  }
}

std::span<const Word> BlockScanner::all() const { return {state_->all.data(), state_->words}; }
std::span<const Word> BlockScanner::accepted(std::size_t k) const {
  return {state_->parties[k].accepted.data(), state_->words};
}
std::span<const Word> BlockScanner::own_test(std::size_t k) const {
  return {state_->parties[k].own_test.data(), state_->words};
}
std::span<const Word> BlockScanner::passes_no_deal(std::size_t k) const {
  return {state_->parties[k].passes.data(), state_->words};
}

bool BlockScanner::has_zone() {
  State& state = *state_;
  if (state.zone_in(state.likely_block)) return true;
  for (std::size_t block = 0; block < state.list->blocks(); ++block) {
    if (block == state.likely_block || !state.zone_in(block)) continue;
    state.likely_block = block;
    return true;
  }
  return false;
}

ScenarioSet scenarios_with_zone(const Acceptance& acceptance, const ScanOptions& options,
                                const base::Context& context) {
  const std::size_t count = acceptance.scenario_count();
  ScenarioSet set((count + 63) / 64, 0);
  constexpr std::size_t kWordsPerTask = 4;
  base::parallel_for(context.threads, (set.size() + kWordsPerTask - 1) / kWordsPerTask,
                     [&](std::size_t task) {
                       BlockScanner scanner(acceptance, options);
                       const std::size_t last = std::min(count, (task + 1) * kWordsPerTask * 64);
                       for (std::size_t s = task * kWordsPerTask * 64; s < last; ++s) {
                         scanner.load(s);
                         if (scanner.has_zone()) set[s / 64] |= Word{1} << (s % 64);
                       }
                     });
  return set;
}

}  // namespace modus::zone

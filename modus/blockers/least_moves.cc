#include "modus/blockers/least_moves.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace modus::blockers {
namespace {

using findings::BlockersFinding;
using findings::StickingPoint;
using zone::PackageIndex;

constexpr std::size_t kBlocksPerTask = 16;

struct Candidate {
  double total = 0, largest = 0;
  std::uint64_t number = 0;  ///< of the package in case_model/packages.h
  PackageIndex package;
};

bool is_cheaper(const Candidate& a, const Candidate& b) {
  return std::tie(a.total, a.largest, a.number) < std::tie(b.total, b.largest, b.number);
}
bool is_more_balanced(const Candidate& a, const Candidate& b) {
  return std::tie(a.largest, a.total, a.number) < std::tie(b.largest, b.total, b.number);
}

/// The best few of all candidates offered.
template <bool (*Before)(const Candidate&, const Candidate&)>
class BestFew {
 public:
  explicit BestFew(std::size_t at_most) : at_most_(at_most) {}
  void offer(const Candidate& candidate) {
    if (kept_.size() == at_most_ && !Before(candidate, kept_.back())) return;
    kept_.insert(std::upper_bound(kept_.begin(), kept_.end(), candidate, Before), candidate);
    if (kept_.size() > at_most_) kept_.pop_back();
  }
  [[nodiscard]] const std::vector<Candidate>& kept() const { return kept_; }

 private:
  std::size_t at_most_;
  std::vector<Candidate> kept_;
};

struct Best {
  BestFew<is_cheaper> cheapest;
  BestFew<is_more_balanced> balanced;
  explicit Best(std::size_t at_most) : cheapest(at_most), balanced(at_most) {}
  void offer(const Candidate& candidate) {
    cheapest.offer(candidate);
    balanced.offer(candidate);
  }
};

class MoveFinder {
 public:
  MoveFinder(const zone::Acceptance& nominal, const std::vector<StickingPoint>& points,
             const PackageClasses& classes)
      : nominal_(nominal), points_(points), classes_(classes) {
    for (const PackageClass& kind : classes.classes()) limit_costs_.push_back(limit_costs_of(kind));
  }

  [[nodiscard]] Best search(std::size_t first_block, std::size_t last_block, std::size_t at_most) const {
    Best best(at_most);
    for (std::size_t block = first_block; block < last_block; ++block) {
      for (const ClassWord& entry : classes_.in_block(block)) {
        const std::size_t first = block * nominal_.list().bits_per_block() + std::size_t{entry.word} * 64;
        zone::for_each_bit({&entry.packages, 1}, [&](std::size_t bit) {
          best.offer(cost_of(PackageIndex(first + bit), entry.class_number));
        });
      }
    }
    return best;
  }

  [[nodiscard]] findings::LeastMoves describe(const Candidate& candidate) const {
    findings::LeastMoves moves{
        nominal_.list().package_at(candidate.package), {}, candidate.total, candidate.largest};
    for (const zone::AskedParty& asked : nominal_.asked()) {
      if (!nominal_.is_asked(asked.party, candidate.package)) continue;
      findings::Move move{asked.party, shortfall(asked.party, candidate.package), {}};
      for (const case_model::LimitIndex limit : nominal_.limits_of(asked.party)) {
        if (nominal_.forbids(limit).at(candidate.package)) move.limits_given_up.push_back(limit);
      }
      if (move.points > 0 || !move.limits_given_up.empty()) moves.moves.push_back(std::move(move));
    }
    return moves;
  }

 private:
  /// By position among those asked.
  [[nodiscard]] std::vector<double> limit_costs_of(const PackageClass& kind) const {
    std::vector<double> costs(nominal_.asked().size(), 0);
    for (const std::size_t point : kind.limits.members()) {
      std::size_t k = 0;
      while (nominal_.asked()[k].party != points_[point].party) ++k;
      costs[k] += BlockersFinding::kPointsPerLimit * points_[point].probability;
    }
    return costs;
  }

  [[nodiscard]] double shortfall(case_model::PartyIndex party, PackageIndex package) const {
    return std::max(0.0, -nominal_.gain_in_points(party, 0, package));
  }

  [[nodiscard]] Candidate cost_of(PackageIndex package, std::uint32_t class_number) const {
    Candidate candidate{0, 0, nominal_.list().number_at(package), package};
    for (std::size_t k = 0; k < nominal_.asked().size(); ++k) {
      if ((classes_.classes()[class_number].asked >> k & 1U) == 0) continue;
      const double cost = limit_costs_[class_number][k] + shortfall(nominal_.asked()[k].party, package);
      candidate.total += cost;
      candidate.largest = std::max(candidate.largest, cost);
    }
    return candidate;
  }

  const zone::Acceptance& nominal_;
  const std::vector<StickingPoint>& points_;
  const PackageClasses& classes_;
  std::vector<std::vector<double>> limit_costs_;  ///< by class, then position among those asked
};

}  // namespace

MovesFound find_least_moves(const zone::Acceptance& nominal, const std::vector<StickingPoint>& points,
                            const PackageClasses& classes, std::size_t at_most,
                            const base::Context& context) {
  const MoveFinder finder(nominal, points, classes);
  const std::size_t tasks = (classes.blocks() + kBlocksPerTask - 1) / kBlocksPerTask;
  std::vector<Best> parts(tasks, Best(at_most));
  base::parallel_for(context.threads, tasks, [&](std::size_t task) {
    if (context.stop()) return;
    const std::size_t first = task * kBlocksPerTask;
    parts[task] = finder.search(first, std::min(first + kBlocksPerTask, classes.blocks()), at_most);
  });
  Best best(at_most);
  for (const Best& part : parts) {
    for (const Candidate& candidate : part.cheapest.kept()) best.cheapest.offer(candidate);
    for (const Candidate& candidate : part.balanced.kept()) best.balanced.offer(candidate);
  }
  MovesFound found;
  for (const Candidate& candidate : best.cheapest.kept())
    found.cheapest.push_back(finder.describe(candidate));
  for (const Candidate& candidate : best.balanced.kept())
    found.balanced.push_back(finder.describe(candidate));
  return found;
}

}  // namespace modus::blockers

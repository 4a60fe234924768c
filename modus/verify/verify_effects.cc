#include <algorithm>
#include <map>

#include "modus/verify/verify_blockers.h"

namespace modus::verify {
namespace {

using findings::BlockersFinding;
using findings::StickingSet;

constexpr std::size_t kMostPairsChecked = 200;
constexpr std::size_t kMostSetsChecked = 50;

Points points_of(const std::vector<std::size_t>& members) {
  Points points;
  for (const std::size_t member : members) points.set(member);
  return points;
}

// A listed set, and in how many scenarios it is minimal.
struct Counted {
  Points set;
  std::size_t scenarios = 0;
};

std::vector<Counted> to_count(const std::vector<StickingSet>& sets) {
  std::vector<Counted> counted;
  for (std::size_t i = 0; i < std::min(sets.size(), kMostSetsChecked); ++i) {
    counted.push_back({points_of(sets[i].points), 0});
  }
  return counted;
}

class EffectsCheck {
 public:
  EffectsCheck(const NaiveAcceptance& naive, const BlockersFinding& blockers, const VerifyOptions& options)
      : naive_(naive),
        blockers_(blockers),
        options_(options),
        opened_(blockers.sticking_points.size(), 0),
        pair_opened_(std::min(blockers.pairs.size(), kMostPairsChecked), 0),
        openings_(to_count(blockers.openings)),
        frequent_(to_count(blockers.frequent_openings)),
        incompatible_(to_count(blockers.incompatible)) {}

  void look_at(const Patterns& patterns) {
    if (patterns.near_tie) ++near_ties_;
    if (patterns.contains({})) return;
    count_singles(patterns);
    count_pairs(patterns);
    for (Counted& opening : openings_) opening.scenarios += patterns.is_opening(opening.set) ? 1U : 0U;
    for (Counted& opening : frequent_) opening.scenarios += patterns.is_opening(opening.set) ? 1U : 0U;
    for (Counted& set : incompatible_) set.scenarios += patterns.is_incompatible(set.set) ? 1U : 0U;
  }

  VerifyReport finish() {
    check_singles();
    check_pairs();
    if (blockers_.capped) {
      report_.not_done.push_back("how often sets are minimal: not all sets were kept");
    } else {
      check_frequencies();
    }
    return std::move(report_);
  }

 private:
  [[nodiscard]] double share(std::size_t scenarios) const {
    return static_cast<double>(scenarios) / static_cast<double>(naive_.count());
  }

  void count_singles(const Patterns& patterns) {
    for (std::size_t point = 0; point < opened_.size(); ++point) {
      if (patterns.contains(Points().set(point))) ++opened_[point];
    }
  }

  void count_pairs(const Patterns& patterns) {
    for (std::size_t i = 0; i < pair_opened_.size(); ++i) {
      const auto& pair = blockers_.pairs[i];
      if (patterns.opened_by(Points().set(pair.first).set(pair.second))) ++pair_opened_[i];
    }
    for (const Points& set : patterns.sets) {
      if (set.count() != 2) continue;
      const std::size_t first = set._Find_first(), second = set._Find_next(first);
      const bool alone = patterns.contains(Points().set(first)) || patterns.contains(Points().set(second));
      if (!alone) ++only_together_[{first, second}];
    }
  }

  void check_singles() {
    Check check(report_, options_, "unblocking effects", share(near_ties_));
    for (std::size_t point = 0; point < opened_.size(); ++point) {
      const auto& sticking = blockers_.sticking_points[point];
      check.share("that of " + sticking.id, sticking.unblocking_effect.value, share(opened_[point]));
    }
  }

  void check_pairs() {
    Check check(report_, options_, "pairs that open a zone only together", share(near_ties_));
    for (std::size_t i = 0; i < pair_opened_.size(); ++i) {
      const auto& pair = blockers_.pairs[i];
      const std::string name =
          blockers_.sticking_points[pair.first].id + " and " + blockers_.sticking_points[pair.second].id;
      const auto together = only_together_.find({pair.first, pair.second});
      check.share("the effect of " + name, pair.unblocking_effect.value, share(pair_opened_[i]));
      check.share("what only " + name + " do together", pair.only_together,
                  together == only_together_.end() ? 0 : share(together->second));
    }
    if (near_ties_ == 0 && !blockers_.capped)
      check.equal("the number of pairs", blockers_.pairs.size(), only_together_.size());
  }

  void check_frequencies() {
    Check check(report_, options_, "how often sets are minimal", share(near_ties_));
    const auto check_list = [&](const std::string& name, const auto& listed,
                                const std::vector<Counted>& counted) {
      for (std::size_t i = 0; i < counted.size(); ++i) {
        check.share("the frequency of " + name + " " + std::to_string(i + 1), listed[i].frequency,
                    share(counted[i].scenarios));
      }
    };
    check_list("opening", blockers_.openings, openings_);
    check_list("frequent opening", blockers_.frequent_openings, frequent_);
    check_list("incompatible set", blockers_.incompatible, incompatible_);
  }

  const NaiveAcceptance& naive_;
  const BlockersFinding& blockers_;
  const VerifyOptions& options_;
  std::size_t near_ties_ = 0;
  std::vector<std::size_t> opened_, pair_opened_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> only_together_;
  std::vector<Counted> openings_, frequent_, incompatible_;
  VerifyReport report_;
};

bool in_range(const BlockersFinding& blockers) {
  const std::size_t count = blockers.sticking_points.size();
  const auto known = [&](const StickingSet& set) {
    return std::all_of(set.points.begin(), set.points.end(),
                       [&](std::size_t point) { return point < count; });
  };
  const auto known_pair = [&](const auto& pair) { return pair.first < pair.second && pair.second < count; };
  return std::all_of(blockers.openings.begin(), blockers.openings.end(), known) &&
         std::all_of(blockers.incompatible.begin(), blockers.incompatible.end(), known) &&
         std::all_of(blockers.frequent_openings.begin(), blockers.frequent_openings.end(), known) &&
         std::all_of(blockers.pairs.begin(), blockers.pairs.end(), known_pair);
}

}  // namespace

VerifyReport verify_effects(const NaiveAcceptance& naive, const PackagesWithFacts& all,
                            const BlockersFinding& blockers, const VerifyOptions& options) {
  if (!in_range(blockers)) {
    VerifyReport report;
    Check(report, options, "sets of sticking points").holds("they name points that are listed", false);
    return report;
  }
  const BlockerPoints points(naive, blockers.sticking_points);
  EffectsCheck check(naive, blockers, options);
  for (std::size_t s = 0; s < naive.count(); ++s) check.look_at(patterns_of(points, s, all));
  return check.finish();
}

}  // namespace modus::verify

#include "modus/zone/families.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "modus/zone/mean_wants.h"

namespace modus::zone {
namespace {

using case_model::IssueIndex;
using case_model::OptionIndex;

constexpr std::size_t kShortlist = 64;  ///< candidates a family keeps
constexpr std::size_t kTiesCompared =
    16;  ///< of equal joint acceptance, how many are compared by median gain

using Key = std::vector<std::uint32_t>;  ///< options on the defining issues

Key key_of(const PackageList& list, const std::vector<IssueIndex>& issues, PackageIndex package) {
  Key key;
  for (const IssueIndex issue : issues) key.push_back(list.option_at(package, issue).value);
  return key;
}

template <class Act>
void for_each_package(const PackageList& list, Act act) {
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    for_each_bit(list.meets_rules().block(block),
                 [&](std::size_t bit) { act(PackageIndex(block * list.bits_per_block() + bit)); });
  }
}

/// How many families these issues tell apart, counting only up to one more than are wanted.
std::size_t count_families(const PackageList& list, const ZoneScan& scan,
                           const std::vector<IssueIndex>& issues) {
  std::set<Key> keys;
  for (std::size_t block = 0; block < list.blocks() && keys.size() <= kMostFamilies; ++block) {
    for_each_bit(list.meets_rules().block(block), [&](std::size_t bit) {
      const PackageIndex package(block * list.bits_per_block() + bit);
      if (scan.joint(package) > 0 && keys.size() <= kMostFamilies) keys.insert(key_of(list, issues, package));
    });
  }
  return keys.size();
}

/// A member with what ranks it.
struct Candidate {
  PackageIndex package;
  std::uint32_t joint = 0;
  double least_gain = 0;  ///< of mean wants, later the median, points
  std::uint64_t number = 0;
  bool one_sided = false;
};

/// Higher joint acceptance, then the larger least gain, then the lower number.
bool is_better(const Candidate& a, const Candidate& b) {
  if (a.joint != b.joint) return a.joint > b.joint;
  if (a.least_gain != b.least_gain) return a.least_gain > b.least_gain;
  return a.number < b.number;
}

/// The best few of all that were offered: a heap with the worst on top.
class Shortlist {
 public:
  explicit Shortlist(std::size_t most) : most_(most) {}
  [[nodiscard]] bool could_take(std::uint32_t joint) const {
    return held_.size() < most_ || joint >= held_.front().joint;
  }
  void offer(const Candidate& candidate) {
    if (held_.size() == most_ && !is_better(candidate, held_.front())) return;
    if (held_.size() == most_) {
      std::ranges::pop_heap(held_, is_better);
      held_.pop_back();
    }
    held_.push_back(candidate);
    std::ranges::push_heap(held_, is_better);
  }
  [[nodiscard]] std::vector<Candidate> best_first() const {
    std::vector<Candidate> sorted = held_;
    std::ranges::sort(sorted, is_better);
    return sorted;
  }

 private:
  std::size_t most_;
  std::vector<Candidate> held_;
};

/// A family while its members are gathered.
struct Gathered {
  std::uint64_t members = 0;
  std::uint32_t least = 0, most = 0;
  std::vector<std::optional<OptionIndex>> shared;  ///< by issue; empty before the first accepted member
  Shortlist any{kShortlist}, balanced{kMostMembersListed};
};

class FamilyGatherer {
 public:
  FamilyGatherer(const DrawnCase& drawn, const ZoneScan& scan, const Contested& contested)
      : drawn_(drawn),
        list_(drawn.acceptance.list()),
        scan_(scan),
        contested_(contested),
        means_(drawn.acceptance) {}

  std::map<Key, Gathered> gather(const std::vector<IssueIndex>& issues) {
    std::map<Key, Gathered> families;
    for_each_package(list_,
                     [&](PackageIndex package) { add(package, families[key_of(list_, issues, package)]); });
    std::erase_if(families, [](const auto& family) { return family.second.most == 0; });
    return families;
  }

 private:
  void add(PackageIndex package, Gathered& family) const {
    ++family.members;
    const std::uint32_t joint = scan_.joint(package);
    if (joint == 0) return;
    family.least = family.most == 0 ? joint : std::min(family.least, joint);
    family.most = std::max(family.most, joint);
    note_shared(package, family);
    if (!family.any.could_take(joint) && !family.balanced.could_take(joint)) return;
    Candidate candidate{package, joint, means_.least_gain(package), list_.number_at(package), false};
    candidate.one_sided = one_sided_for(contested_, list_.package_at(package)).has_value();
    family.any.offer(candidate);
    if (!candidate.one_sided) family.balanced.offer(candidate);
  }

  void note_shared(PackageIndex package, Gathered& family) const {
    const std::size_t issues = drawn_.subject.issues.size();
    const bool first = family.shared.empty();
    if (first) family.shared.resize(issues);
    for (std::size_t i = 0; i < issues; ++i) {
      if (!first && !family.shared[i]) continue;
      const OptionIndex option = list_.option_at(package, IssueIndex(i));
      if (first) family.shared[i] = option;
      if (*family.shared[i] != option) family.shared[i].reset();
    }
  }

  const DrawnCase& drawn_;
  const PackageList& list_;
  const ZoneScan& scan_;
  const Contested& contested_;
  MeanWants means_;
};

/// Replaces the mean by the median gain where it decides: among the first candidates of equal joint
/// acceptance.
void compare_by_median(const Acceptance& acceptance, std::vector<Candidate>& candidates) {
  for (std::size_t first = 0; first < candidates.size() && first < kMostMembersListed;) {
    std::size_t last = first + 1;
    while (last < candidates.size() && candidates[last].joint == candidates[first].joint) ++last;
    const std::size_t compared = std::min(last, first + kTiesCompared);
    for (std::size_t c = first; c < compared && compared - first > 1; ++c) {
      candidates[c].least_gain = least_median_gain(acceptance, candidates[c].package);
    }
    const auto at = [&](std::size_t c) { return candidates.begin() + static_cast<std::ptrdiff_t>(c); };
    std::sort(at(first), at(compared), is_better);
    first = last;
  }
}

/// The best few; if all of them are one-sided, the best that is not comes in for the last. One-sided ones
/// last.
std::vector<Candidate> choose_listed(const Acceptance& acceptance, const Gathered& family) {
  std::vector<Candidate> listed = family.any.best_first();
  compare_by_median(acceptance, listed);
  listed.resize(std::min(listed.size(), kMostMembersListed));
  const std::vector<Candidate> balanced = family.balanced.best_first();
  const bool all_one_sided = std::ranges::all_of(listed, &Candidate::one_sided);
  if (all_one_sided && !balanced.empty()) {
    if (listed.size() == kMostMembersListed) listed.pop_back();
    listed.push_back(balanced.front());
  }
  std::ranges::stable_partition(listed, [](const Candidate& candidate) { return !candidate.one_sided; });
  return listed;
}

struct Ranked {
  Candidate leader;
  FamilyFound family;
};

/// Families led by a package that is not one-sided first, then by their leader.
bool is_earlier(const Ranked& a, const Ranked& b) {
  if (a.leader.one_sided != b.leader.one_sided) return b.leader.one_sided;
  return is_better(a.leader, b.leader);
}

Ranked finish(const Acceptance& acceptance, const Gathered& gathered) {
  Ranked ranked;
  const std::vector<Candidate> listed = choose_listed(acceptance, gathered);
  ranked.leader = listed.front();
  for (const Candidate& candidate : listed) ranked.family.listed.push_back(candidate.package);
  for (std::size_t i = 0; i < gathered.shared.size(); ++i) {
    if (gathered.shared[i]) ranked.family.common.push_back({IssueIndex(i), *gathered.shared[i]});
  }
  ranked.family.least = gathered.least;
  ranked.family.most = gathered.most;
  ranked.family.members = gathered.members;
  return ranked;
}

}  // namespace

std::vector<IssueIndex> defining_issues(const PackageList& list, const ZoneScan& scan,
                                        const Contested& contested) {
  std::vector<IssueIndex> issues;
  std::size_t families = 1;
  bool some_too_many = false;
  for (const IssueIndex issue : contested.issues) {
    if (families >= kFewestFamilies) break;
    issues.push_back(issue);
    const std::size_t more = count_families(list, scan, issues);
    some_too_many = some_too_many || more > kMostFamilies;
    if (more > families && more <= kMostFamilies) {
      families = more;
    } else {
      issues.pop_back();
    }
  }
  if (issues.empty() && some_too_many) issues.push_back(contested.issues.front());
  return issues;
}

std::vector<FamilyFound> find_families(const DrawnCase& drawn, const ZoneScan& scan,
                                       const Contested& contested, const base::Context& context) {
  const auto issues = defining_issues(drawn.acceptance.list(), scan, contested);
  const auto gathered = FamilyGatherer(drawn, scan, contested).gather(issues);
  std::vector<const Gathered*> each;
  for (const auto& [key, family] : gathered) each.push_back(&family);
  std::ranges::stable_sort(each, std::greater<>(), &Gathered::most);
  if (each.size() > kMostFamilies) each.resize(kMostFamilies);
  std::vector<Ranked> ranked(each.size());
  base::parallel_for(context.threads, each.size(),
                     [&](std::size_t f) { ranked[f] = finish(drawn.acceptance, *each[f]); });
  std::ranges::sort(ranked, is_earlier);
  std::vector<FamilyFound> families;
  for (Ranked& family : ranked) families.push_back(std::move(family.family));
  return families;
}

}  // namespace modus::zone

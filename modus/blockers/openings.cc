#include "modus/blockers/openings.h"

#include <algorithm>
#include <bit>

namespace modus::blockers {
namespace {

constexpr std::uint64_t kWorkAllowed = std::uint64_t{1} << 29U;
constexpr std::uint64_t kWorkOfClassWord = 16;  ///< in packages, as measured
constexpr std::size_t kFewestScenarios = 64;
constexpr std::size_t kScenariosPerTask = 32;

bool covers(const std::vector<std::uint64_t>& patterns, std::uint64_t failed) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](std::uint64_t known) { return (known & ~failed) == 0; });
}

std::uint64_t stalling_parties(const zone::Acceptance& acceptance, std::size_t scenario) {
  std::uint64_t stalling = 0;
  for (std::size_t k = 0; k < acceptance.asked().size(); ++k) {
    const case_model::PartyIndex party = acceptance.asked()[k].party;
    if (acceptance.scenarios().parties[party].stalling[scenario] != 0) stalling |= std::uint64_t{1} << k;
  }
  return stalling;
}

}  // namespace

OpeningsFinder::OpeningsFinder(const zone::Acceptance& acceptance,
                               const std::vector<findings::StickingPoint>& points,
                               const PackageClasses& classes)
    : acceptance_(acceptance),
      points_(points),
      classes_(classes),
      limit_count_(count_limits(points)),
      scanner_(acceptance, {}),
      states_(classes.classes().size()) {}

ScenarioOpenings OpeningsFinder::find(std::size_t scenario, std::size_t at_most) {
  start(scenario);
  const PointSet nothing(points_.size());
  for (std::size_t block = 0; block < classes_.blocks(); ++block) {
    if (!block_matters(block)) continue;
    scan(block);
    if (limits_alone_.contains(nothing)) return {{nothing}, false};
  }
  return gather(at_most);
}

void OpeningsFinder::start(std::size_t scenario) {
  scanner_.load(scenario);
  limits_alone_.clear();
  PointSet real(points_.size());
  for (std::size_t point = 0; point < limit_count_; ++point) {
    if (acceptance_.is_real(points_[point].limit, scenario)) real.add(point);
  }
  const std::uint64_t stalling = stalling_parties(acceptance_, scenario);
  for (std::size_t number = 0; number < states_.size(); ++number) {
    const PackageClass& kind = classes_.classes()[number];
    states_[number].limits = kind.limits & real;
    states_[number].patterns.clear();
    states_[number].finished = (kind.asked & stalling) != 0;
  }
}

bool OpeningsFinder::block_matters(std::size_t block) {
  bool matters = false;
  for (const std::uint32_t number : classes_.classes_in_block(block)) {
    ClassState& state = states_[number];
    if (!state.finished && limits_alone_.covers(state.limits)) state.finished = true;
    matters = matters || !state.finished;
  }
  return matters;
}

void OpeningsFinder::scan(std::size_t block) {
  scanner_.open(block);
  for (const ClassWord& entry : classes_.in_block(block)) {
    ClassState& state = states_[entry.class_number];
    if (!state.finished) scan_word(entry, state);
  }
}

void OpeningsFinder::scan_word(const ClassWord& entry, ClassState& state) {
  collect(entry.packages, classes_.classes()[entry.class_number].asked, 0, entry.word, state);
  if (covers(state.patterns, 0)) {
    state.finished = true;
    limits_alone_.insert(state.limits);
  }
}

/// Adds the patterns of these packages, which fail the tests `failed` and have still to take `asked_left`.
/// Takes the packages that pass first, so that most others are cut off as covered.
void OpeningsFinder::collect(zone::Word packages, std::uint64_t asked_left, std::uint64_t failed,
                             std::size_t word, ClassState& state) {
  if (packages == 0 || covers(state.patterns, failed)) return;
  if (asked_left == 0) {
    std::erase_if(state.patterns, [&](std::uint64_t known) { return (failed & ~known) == 0; });
    state.patterns.push_back(failed);
    return;
  }
  const auto k = static_cast<std::size_t>(std::countr_zero(asked_left));
  const std::uint64_t party = std::uint64_t{1} << k;
  const zone::Word passing = scanner_.passes_no_deal(k)[word];
  collect(packages & passing, asked_left & ~party, failed, word, state);
  collect(packages & ~passing, asked_left & ~party, failed | party, word, state);
}

std::vector<std::vector<PointSet>> OpeningsFinder::violated_by_size() const {
  std::vector<std::vector<PointSet>> by_size;
  for (const ClassState& state : states_) {
    const std::size_t limits = state.patterns.empty() ? 0 : state.limits.count();
    for (const std::uint64_t pattern : state.patterns) {
      const std::size_t size = limits + static_cast<std::size_t>(std::popcount(pattern));
      if (by_size.size() <= size) by_size.resize(size + 1);
      by_size[size].push_back(state.limits);
      for (std::uint64_t left = pattern; left != 0; left &= left - 1) {
        by_size[size].back().add(limit_count_ + static_cast<std::size_t>(std::countr_zero(left)));
      }
    }
  }
  return by_size;
}

/// Smallest first, so that a set can only be made superfluous by a smaller one that is kept already.
ScenarioOpenings OpeningsFinder::gather(std::size_t at_most) const {
  ScenarioOpenings openings;
  for (std::vector<PointSet>& candidates : violated_by_size()) {
    std::erase_if(candidates, [&](const PointSet& candidate) {
      return std::any_of(openings.sets.begin(), openings.sets.end(),
                         [&](const PointSet& smaller) { return smaller.is_subset_of(candidate); });
    });
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    openings.sets.insert(openings.sets.end(), candidates.begin(), candidates.end());
    if (openings.sets.size() > at_most) {
      openings.sets.resize(at_most);
      openings.capped = true;
      break;
    }
  }
  return openings;
}

ScenarioChoice choose_scenarios(std::uint64_t packages, std::uint64_t class_words, std::size_t scenarios) {
  const std::uint64_t work = std::max<std::uint64_t>(packages + kWorkOfClassWord * class_words, 1);
  const auto affordable = static_cast<std::size_t>(kWorkAllowed / work);
  const std::size_t wanted = std::min(scenarios, std::max(affordable, kFewestScenarios));
  if (wanted == 0) return {};
  const std::size_t stride = scenarios / wanted;
  return {(scenarios + stride - 1) / stride, stride};
}

std::vector<ScenarioOpenings> find_openings(const zone::Acceptance& acceptance,
                                            const std::vector<findings::StickingPoint>& points,
                                            const PackageClasses& classes, const ScenarioChoice& choice,
                                            std::size_t at_most, const base::Context& context) {
  std::vector<ScenarioOpenings> openings(choice.count);
  const std::size_t tasks = (choice.count + kScenariosPerTask - 1) / kScenariosPerTask;
  base::parallel_for(context.threads, tasks, [&](std::size_t task) {
    OpeningsFinder finder(acceptance, points, classes);
    const std::size_t end = std::min(choice.count, (task + 1) * kScenariosPerTask);
    for (std::size_t number = task * kScenariosPerTask; number < end && !context.stop(); ++number) {
      openings[number] = finder.find(choice.scenario(number), at_most);
    }
  });
  return openings;
}

}  // namespace modus::blockers

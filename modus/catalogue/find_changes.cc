#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "modus/catalogue/changes.h"
#include "modus/catalogue/compare_cases.h"
#include "modus/formats/write_case.h"
#include "modus/preference/draw.h"
#include "modus/preference/reweigh_case.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using findings::ChangeEffect;
using findings::HeadlineMovement;
using findings::Movement;
using formats::CaseChange;
using inquiry::Measures;
using Basis = ChangeEffect::Basis;

/// Scenarios of a case, measured; few of them, on one thread.
struct SmallRun {
  SmallRun(const Case& asked, zone::PackageList packages, findings::Scenarios drawn_scenarios, const base::Context& context)
      : run(asked, std::move(packages), std::move(drawn_scenarios)) {
    run.scan = zone::scan_zone(run.acceptance, context);
    measures = inquiry::measure_scenarios(run.drawn, run.scan, context, kEffectDraws / 4);
  }
  DrawnRun run;
  Measures measures;
};

/// Null where the case contradicts itself or has no packages to look at. Sampled as well as `like`.
std::unique_ptr<SmallRun> draw_small(const Case& subject, const findings::Scenarios& like, const base::Context& context) {
  auto list = zone::PackageList::make(subject);
  if (!list.ok()) return nullptr;
  preference::DrawOptions options;
  options.scenarios = kEffectDraws;
  options.seed = like.seed;
  options.watch = false;
  options.sweeps = std::max<std::size_t>(1, like.sampling.sweeps_between_draws);
  auto scenarios = preference::draw_scenarios(subject, options, context);
  if (!scenarios.ok()) return nullptr;
  return std::make_unique<SmallRun>(subject, std::move(list.value()), std::move(scenarios.value()), context);
}

/// The case without one of its changes, and what is known of it.
struct Undone {
  std::optional<Case> subject;
  ChangeEffect effect;
  bool afresh = false;  ///< to be drawn
};

/// Statements and judgments first; else as listed.
std::vector<std::size_t> order_of_trying(const std::vector<CaseChange>& changes) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (takes_part(changes[i].item)) order.push_back(i);
  }
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
    return changes[i].item.group == "statement" || changes[i].item.group == "judgment";
  });
  return order;
}

bool all_one(const std::vector<double>& weights) {
  return std::all_of(weights.begin(), weights.end(), [](double weight) { return weight == 1; });
}

class Effects {
 public:
  Effects(const DrawnRun& after, const Measures& measures, const std::vector<CaseChange>& changes, const base::Context& context)
      : after_(after), measures_(measures), headline_(inquiry::headline_of(measures)), changes_(changes), context_(context),
        undone_(changes.size()) {
    for (std::size_t i = 0; i < changes.size(); ++i) start(i);
  }

  std::vector<ChangeEffect> find() {
    std::vector<std::size_t> tried = order_of_trying(changes_);
    if (tried.size() > kMostEffects) tried.resize(kMostEffects);
    base::parallel_for(context_.threads, tried.size(), [&](std::size_t i) {
      if (!context_.stop()) reweigh(undone_[tried[i]], changes_[tried[i]]);
    });
    std::erase_if(tried, [&](std::size_t i) { return !undone_[i].afresh; });
    draw_afresh(tried);
    return sorted();
  }

 private:
  void start(std::size_t i) {
    ChangeEffect& effect = undone_[i].effect;
    effect.change = tell_change(changes_[i]);
    effect.basis = takes_part(changes_[i].item) ? Basis::kNotTried : Basis::kNoPart;
    if (effect.change.group == "statement") effect.statement = after_.subject.find_statement(effect.change.id);
  }

  void reweigh(Undone& undone, const CaseChange& change) const {
    auto subject = formats::edit_case(after_.subject, {change.undo()});
    undone.effect.basis = Basis::kOnlyTogether;
    if (!subject.ok()) return;
    undone.subject = std::move(subject.value());
    const auto weights = preference::weights_for(after_.subject, after_.scenarios, *undone.subject);
    undone.afresh = !weights || preference::effective_size(*weights) < preference::kLeastEffectiveSize;
    if (undone.afresh) return;
    undone.effect.basis = all_one(*weights) ? Basis::kNoPart : Basis::kReweighted;
    if (undone.effect.basis == Basis::kNoPart) return;
    undone.effect.moved = inquiry::movement_between(inquiry::headline_of(measures_, *weights, *undone.subject), headline_);
    const Movement back = inquiry::zone_moved_by(measures_, *weights);
    undone.effect.moved.zone_probability = {-back.value, back.standard_error};
  }

  void draw_afresh(const std::vector<std::size_t>& numbers) {
    if (numbers.empty()) return;
    base::Context alone = context_;
    alone.threads = 1;
    alone.progress = {};
    // Beside the case itself, drawn just so, what the change leaves alone is the same in every scenario.
    const std::unique_ptr<SmallRun> itself = draw_small(after_.subject, after_.scenarios, alone);
    if (itself == nullptr) return;
    const findings::Headline headline = inquiry::headline_of(itself->measures);
    base::parallel_for(context_.threads, numbers.size(), [&](std::size_t i) {
      if (context_.stop()) return;
      Undone& undone = undone_[numbers[i]];
      const std::unique_ptr<SmallRun> without = draw_small(*undone.subject, after_.scenarios, alone);
      if (without == nullptr) return;
      undone.effect.basis = Basis::kDrawnAfresh;
      undone.effect.moved = inquiry::movement_between(inquiry::headline_of(without->measures), headline);
      undone.effect.moved.zone_probability = inquiry::zone_moved_between(without->measures, itself->measures);
    });
  }

  std::vector<ChangeEffect> sorted() {
    std::vector<ChangeEffect> effects;
    for (Undone& undone : undone_) effects.push_back(std::move(undone.effect));
    const auto rank = [](const ChangeEffect& effect) {
      return effect.basis == Basis::kReweighted || effect.basis == Basis::kDrawnAfresh ? 0 : static_cast<int>(effect.basis);
    };
    std::stable_sort(effects.begin(), effects.end(), [&](const ChangeEffect& a, const ChangeEffect& b) {
      if (rank(a) != rank(b)) return rank(a) < rank(b);
      const double more = std::abs(a.moved.zone_probability.value), less = std::abs(b.moved.zone_probability.value);
      return more != less ? more > less : a.change.path < b.change.path;
    });
    return effects;
  }

  const DrawnRun& after_;
  const Measures& measures_;
  findings::Headline headline_;
  const std::vector<CaseChange>& changes_;
  const base::Context& context_;
  std::vector<Undone> undone_;
};

}  // namespace

findings::DiffFinding find_changes(const DrawnRun& before, const DrawnRun& after, const base::Context& context) {
  findings::DiffFinding finding;
  finding.before_as_of = before.subject.as_of;
  finding.before_title = before.subject.title;
  finding.before_sha256 = formats::case_sha256(before.subject);
  const Measures was = inquiry::measure_scenarios(before.drawn, before.scan, context);
  const Measures is = inquiry::measure_scenarios(after.drawn, after.scan, context);
  finding.before = inquiry::headline_of(was);
  finding.after = inquiry::headline_of(is);
  finding.moved = inquiry::movement_between(finding.before, finding.after);
  finding.moved.zone_probability = inquiry::zone_moved_between(was, is);
  const std::vector<CaseChange> changes = formats::changes_between(before.subject, after.subject);
  finding.changes = Effects(after, is, changes, context).find();
  return finding;
}

}  // namespace modus::catalogue

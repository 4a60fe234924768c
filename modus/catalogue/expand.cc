#include "modus/catalogue/expand.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "modus/base/text.h"
#include "modus/case_model/consent.h"
#include "modus/formats/edit_case.h"
#include "modus/inquiry/burden_shares.h"
#include "modus/inquiry/headline.h"
#include "modus/inquiry/ideas.h"
#include "modus/verify/verify_ideas.h"
#include "modus/zone/describe_package.h"
#include "modus/zone/share.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::Idea;
using findings::IdeaFinding;

base::Problems without_parties(const Idea& idea, const Case& before, const Case& with) {
  if (with.parties.size() == before.parties.size()) return {};
  return {{idea.where, "idea " + idea.id + " adds a party",
           "enter the party in the case itself; an idea adds options and issues"}};
}

/// The case with an idea; problems stand at the idea and say what the piece needs.
base::Result<Case> merged(const Case& subject, const Idea& idea) {
  auto with = formats::merge_into(subject, idea.adds, "idea " + idea.id);
  if (!with.ok()) {
    base::Problems problems = with.problems();
    for (base::Problem& problem : problems) {
      problem.where = idea.where;
      problem.what = "with idea " + idea.id + ": " + problem.what;
      problem.fix += problem.fix.empty() ? "" : "; ";
      problem.fix +=
          "put what is missing under `adds` of the idea (an order with its new option, a draft with its new "
          "issue)";
    }
    return problems;
  }
  base::Problems problems = without_parties(idea, subject, with.value());
  if (!problems.empty()) return problems;
  return with;
}

base::Result<std::vector<Idea>> ideas_asked(const Case& subject, const std::vector<std::string>& ids) {
  if (ids.empty()) return subject.ideas;
  std::vector<Idea> asked;
  base::Problems problems;
  for (const Idea& idea : subject.ideas) {
    if (std::find(ids.begin(), ids.end(), idea.id) != ids.end()) asked.push_back(idea);
  }
  std::vector<std::string> known;
  for (const Idea& idea : subject.ideas) known.push_back(idea.id);
  for (const std::string& id : ids) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    problems.push_back({{"--idea", 0, 0},
                        "the case has no idea " + id,
                        known.empty() ? "it lists none" : "one of " + base::join_words(known)});
  }
  if (!problems.empty()) return problems;
  return asked;
}

/// What a run comes to for the comparison of ideas.
struct Weighed {
  inquiry::Measures zone;  ///< the zone alone
  findings::Share zone_probability;
  double best_joint_acceptance = 0;
  findings::PackageView best;
  std::vector<findings::LimitInTheWay> limits;
  verify::VerifyReport checks;
};

/// One case's draw, or why there is none.
struct Slot {
  IdeaFinding finding;
  Weighed weighed;
  base::Problems problems;
  std::optional<Stopped> stopped;
};

class Expanding {
 public:
  Expanding(const Case& subject, const ExpandOptions& options, const base::Context& context)
      : subject_(subject), options_(options), context_(context) {}

  Outcome<ExpandAnswer> run() {
    base::Problems problems = prepare();
    if (!problems.empty()) return problems;
    const auto drawn = draw_run(subject_, options_.settings, context_);
    if (drawn.problems() != nullptr) return *drawn.problems();
    if (drawn.stopped() != nullptr) return *drawn.stopped();
    base_ = weigh(**drawn.answer(), nullptr, context_);
    finding().run = record_of(**drawn.answer());
    finding().zone_probability = base_.zone_probability;
    finding().best_joint_acceptance = base_.best_joint_acceptance;
    finding().best = base_.best;
    answer_.checks.add(std::move(base_.checks));
    weigh_all(slots_);
    if (auto stop = take(slots_, finding().ideas)) return std::move(*stop);
    std::vector<Slot> pairs = pair_up();
    weigh_all(pairs);
    if (auto stop = take(pairs, finding().pairs)) return std::move(*stop);
    if (options_.verify) answer_.checks.add(verify::verify_burdens(subject_, finding().burdens, {}));
    if (context_.stop()) return cancelled();
    return std::move(answer_);
  }

 private:
  findings::ExpandFinding& finding() { return answer_.finding; }

  base::Problems prepare() {
    auto ideas = ideas_asked(subject_, options_.ideas);
    if (!ideas.ok()) return ideas.problems();
    ideas_ = std::move(ideas).value();
    auto burdens = inquiry::share_burdens(subject_);
    base::Problems problems;
    if (burdens.ok()) {
      finding().burdens = std::move(burdens).value();
    } else {
      problems = burdens.problems();
    }
    for (const Idea& idea : ideas_) add_slot({&idea}, subject_, slots_, problems);
    if (problems.empty() && ideas_.empty() && finding().burdens.empty()) {
      return {{{subject_.file, 0, 0},
               "the case lists no ideas and no option with costs",
               "list new options and linked issues under `ideas`"}};
    }
    return problems;
  }

  /// The last of the ideas is merged into `into`, which has the others.
  void add_slot(const std::vector<const Idea*>& ideas, const Case& into, std::vector<Slot>& slots,
                base::Problems& problems) {
    auto with = merged(into, *ideas.back());
    if (!with.ok()) {
      problems.insert(problems.end(), with.problems().begin(), with.problems().end());
      return;
    }
    Slot slot;
    for (const Idea* idea : ideas) {
      slot.finding.ids.push_back(idea->id);
      slot.finding.says.push_back(idea->says.empty() ? idea->id : idea->says);
    }
    slot.finding.with = std::move(with).value();
    inquiry::describe_addition(subject_, slot.finding);
    slots.push_back(std::move(slot));
  }

  [[nodiscard]] Weighed weigh(const DrawnRun& run, const IdeaFinding* idea,
                              const base::Context& context) const {
    Weighed weighed;
    weighed.zone.subject = &run.subject;
    weighed.zone.count = run.scenarios.count;
    weighed.zone.chains = zone::chains_of(run.acceptance);
    weighed.zone.zone = run.scan.zone;
    weighed.zone_probability = zone::share_of(run.scan.zone, run.scenarios.count, weighed.zone.chains);
    weighed.best_joint_acceptance = zone::corrected_maximum(run.list, run.scan);
    const case_model::Package best = run.list.package_at(zone::most_accepted(run.list, run.scan));
    weighed.best = zone::describe_packages(run.drawn, run.contested, {best}, context).front();
    if (idea != nullptr) weighed.limits = inquiry::limits_in_the_way(run.drawn, *idea);
    if (options_.verify) {
      const std::string name =
          idea == nullptr ? "zone of the case" : "zone with idea " + base::join_words(idea->ids);
      weighed.checks = verify::verify_best(run.subject, run.scenarios, weighed.zone_probability.value,
                                           weighed.best_joint_acceptance, weighed.best, name, {});
    }
    return weighed;
  }

  void weigh_all(std::vector<Slot>& slots) const {
    base::Context single;
    single.threads = 1;
    single.cancelled = context_.cancelled;
    base::parallel_for(context_.threads, slots.size(), [&](std::size_t k) {
      Slot& slot = slots[k];
      const auto drawn = draw_run(slot.finding.with, options_.settings, single);
      if (drawn.problems() != nullptr) slot.problems = *drawn.problems();
      if (drawn.stopped() != nullptr) slot.stopped = *drawn.stopped();
      if (drawn.answer() != nullptr) slot.weighed = weigh(**drawn.answer(), &slot.finding, single);
    });
  }

  /// Moves what was weighed into the finding, best first; an outcome where something went wrong.
  std::optional<Outcome<ExpandAnswer>> take(std::vector<Slot>& slots, std::vector<IdeaFinding>& into) {
    base::Problems problems;
    for (Slot& slot : slots) {
      const std::string name = "with idea " + base::join_words(slot.finding.ids);
      if (slot.stopped)
        return Outcome<ExpandAnswer>(Stopped{name + ": " + slot.stopped->why, slot.stopped->what_to_do});
      for (base::Problem& problem : slot.problems)
        problems.push_back({problem.where, name + ": " + problem.what, problem.fix});
    }
    if (!problems.empty()) return Outcome<ExpandAnswer>(problems);
    for (Slot& slot : slots) {
      compare(slot);
      answer_.checks.add(std::move(slot.weighed.checks));
      into.push_back(std::move(slot.finding));
    }
    std::stable_sort(into.begin(), into.end(), [](const IdeaFinding& a, const IdeaFinding& b) {
      return a.gained.value != b.gained.value ? a.gained.value > b.gained.value : a.ids < b.ids;
    });
    return std::nullopt;
  }

  void compare(Slot& slot) const {
    IdeaFinding& idea = slot.finding;
    const Weighed& now = slot.weighed;
    idea.zone_probability = now.zone_probability;
    idea.gained = inquiry::zone_moved_between(base_.zone, now.zone);
    const bool hardly_any = base_.zone_probability.value < findings::kHardlyAnyZone;
    const double within = findings::kIdeaTold * idea.gained.standard_error;
    if (idea.gained.value > within)
      idea.effect = hardly_any ? IdeaFinding::Effect::kOpens : IdeaFinding::Effect::kWidens;
    if (idea.gained.value < -within) idea.effect = IdeaFinding::Effect::kNarrows;
    idea.best_joint_acceptance = now.best_joint_acceptance;
    idea.best = now.best;
    idea.best_takes_it =
        !idea.new_issues.empty() ||
        std::any_of(idea.new_options.begin(), idea.new_options.end(), [&](const findings::AddedOption& one) {
          return now.best.package[one.issue] == one.option;
        });
    idea.limits = now.limits;
    const auto consent = case_model::consent_of(idea.with);
    for (const case_model::PartyIndex party : idea.with.parties.indices()) {
      const bool drawn = consent[party] == case_model::ConsentKind::kAsked ||
                         consent[party] == case_model::ConsentKind::kIfNeeded;
      if (drawn)
        idea.parties.push_back(
            {party, base_.best.parties[party].acceptance, now.best.parties[party].acceptance});
    }
  }

  /// The ideas that gain most, two by two.
  std::vector<Slot> pair_up() {
    std::vector<Slot> pairs;
    const std::size_t count = std::min(kPairedIdeas, finding().ideas.size());
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b) {
        std::size_t first = a, second = b;
        if (finding().ideas[second].ids < finding().ideas[first].ids) std::swap(first, second);
        base::Problems problems;
        const Case& into = finding().ideas[first].with;
        add_slot({idea_of(finding().ideas[first].ids[0]), idea_of(finding().ideas[second].ids[0])}, into,
                 pairs, problems);
        if (!problems.empty()) {
          finding().apart.push_back(
              {finding().ideas[first].ids[0], finding().ideas[second].ids[0], problems.front().what});
        }
      }
    }
    return pairs;
  }

  [[nodiscard]] const Idea* idea_of(const std::string& id) const {
    return &*std::find_if(ideas_.begin(), ideas_.end(), [&](const Idea& idea) { return idea.id == id; });
  }

  const Case& subject_;
  const ExpandOptions& options_;
  const base::Context& context_;
  std::vector<Idea> ideas_;
  std::vector<Slot> slots_;
  Weighed base_;
  ExpandAnswer answer_;
};

}  // namespace

Outcome<ExpandAnswer> expand(const Case& subject, const ExpandOptions& options,
                             const base::Context& context) {
  return Expanding(subject, options, context).run();
}

}  // namespace modus::catalogue

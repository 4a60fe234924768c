#include "modus/zone/describe_package.h"

#include <algorithm>
#include <utility>

#include "modus/case_model/consent.h"
#include "modus/preference/sure_facts.h"
#include "modus/zone/central_scenario.h"
#include "modus/zone/share.h"

namespace modus::zone {
namespace {

using case_model::PartyIndex;
using findings::PackageView;
using findings::PartyView;

findings::Spread gain_over_no_deal(const Acceptance& acceptance, PartyIndex party, PackageIndex package) {
  std::vector<double> gains(acceptance.scenario_count());
  for (std::size_t s = 0; s < gains.size(); ++s) gains[s] = acceptance.gain_in_points(party, s, package);
  return spread_of(std::move(gains));
}

/// Scenarios in which all accept but party k.
double refused_alone(const std::vector<ScenarioSet>& consenting, std::size_t k, std::size_t scenarios) {
  std::size_t count = 0;
  for (std::size_t w = 0; w < consenting[k].size(); ++w) {
    Word alone = ~consenting[k][w];
    if (w + 1 == consenting[k].size() && scenarios % 64 != 0) alone &= (Word{1} << (scenarios % 64)) - 1;
    for (std::size_t other = 0; other < consenting.size(); ++other) {
      if (other != k) alone &= consenting[other][w];
    }
    count += count_bits({&alone, 1});
  }
  return static_cast<double>(count) / static_cast<double>(scenarios);
}

class Describer {
 public:
  Describer(const DrawnCase& drawn, const Contested& contested)
      : drawn_(drawn), contested_(contested), central_(drawn) {}

  [[nodiscard]] PackageView describe(const case_model::Package& package) const {
    const Acceptance& acceptance = drawn_.acceptance;
    const PackageIndex place = acceptance.list().index_of(package);
    PackageView view;
    view.package = package;
    view.parties.assign(drawn_.subject.parties.size(), {});
    view.draft = draft_name(package);
    std::vector<ScenarioSet> consenting;
    for (const AskedParty& asked : acceptance.asked()) {
      consenting.push_back(acceptance.scenarios_consenting(asked.party, place));
    }
    const ScenarioSet all = acceptance.scenarios_all_accept(place);
    view.joint_acceptance = share_of(all, acceptance.scenario_count(), chains_of(acceptance));
    for (std::size_t k = 0; k < consenting.size(); ++k)
      view.parties[acceptance.asked()[k].party] = asked_view(k, place, consenting);
    view.central = central_.beliefs_in(all);
    add_marks(view);
    return view;
  }

 private:
  PartyView asked_view(std::size_t k, PackageIndex place, const std::vector<ScenarioSet>& consenting) const {
    const Acceptance& acceptance = drawn_.acceptance;
    const PartyIndex party = acceptance.asked()[k].party;
    PartyView view;
    view.asked = acceptance.is_asked(party, place);
    view.acceptance = share_of(acceptance.scenarios_accepting(party, place), acceptance.scenario_count(),
                               chains_of(acceptance));
    view.gain = gain_over_no_deal(acceptance, party, place);
    if (view.asked) view.refuses_alone = refused_alone(consenting, k, acceptance.scenario_count());
    for (const case_model::LimitIndex limit : acceptance.limits_of(party)) {
      if (acceptance.forbids(limit).at(place)) view.limits_met.push_back(limit);
    }
    return view;
  }

  void add_marks(PackageView& view) const {
    for (const PartyIndex party : drawn_.subject.parties.indices()) {
      if (case_model::needs(drawn_.subject, view.package, party)) view.guarantors_committed.push_back(party);
    }
    for (std::size_t n = 0; n < drawn_.subject.norms.size(); ++n) {
      if (case_model::holds(drawn_.subject.norms[n].when, view.package)) view.norms_touched.push_back(n);
    }
    view.one_sided_for = one_sided_for(contested_, view.package);
  }

  [[nodiscard]] std::string draft_name(const case_model::Package& package) const {
    for (const case_model::Draft& draft : drawn_.subject.drafts) {
      if (draft.package == package) return draft.id;
    }
    return {};
  }

  const DrawnCase& drawn_;
  const Contested& contested_;
  CentralScenario central_;
};

}  // namespace

std::vector<PackageView> describe_packages(const DrawnCase& drawn, const Contested& contested,
                                           const std::vector<case_model::Package>& packages,
                                           const base::Context& context) {
  std::vector<PackageView> views(packages.size());
  if (packages.empty()) return views;
  const Describer describer(drawn, contested);
  base::parallel_for(context.threads, packages.size(),
                     [&](std::size_t i) { views[i] = describer.describe(packages[i]); });
  const std::size_t parties = drawn.subject.parties.size();
  std::vector<std::vector<findings::Sureness>> sure(parties);
  base::parallel_for(context.threads, parties, [&](std::size_t p) {
    sure[p] = preference::sureness_of(drawn.subject, PartyIndex(p), packages);
  });
  for (std::size_t i = 0; i < packages.size(); ++i) {
    for (std::size_t p = 0; p < parties; ++p) views[i].parties[PartyIndex(p)].sureness = sure[p][i];
  }
  return views;
}

}  // namespace modus::zone

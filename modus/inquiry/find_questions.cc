#include "modus/inquiry/find_questions.h"

#include <algorithm>
#include <map>
#include <utility>

#include "modus/inquiry/answer_value.h"
#include "modus/inquiry/heard_answers.h"

namespace modus::inquiry {
namespace {

using case_model::Package;
using findings::Candour;
using findings::Question;
using zone::PackageIndex;
using zone::PackageList;

/// The packages with the highest joint acceptance, and the best of each half, by package number.
std::vector<PackageIndex> short_listed(const PackageList& list, const zone::ZoneScan& scan) {
  std::vector<PackageIndex> packages;
  for (std::size_t i = 0; i < scan.even.size(); ++i) {
    if (scan.joint(PackageIndex(i)) > 0) packages.emplace_back(i);
  }
  const auto by_number = [&](PackageIndex a, PackageIndex b) {
    return list.number_at(a) < list.number_at(b);
  };
  if (packages.size() > kShortList) {
    const auto most_first = [&](auto count) {
      return [=](PackageIndex a, PackageIndex b) {
        return count(a) != count(b) ? count(a) > count(b) : by_number(a, b);
      };
    };
    const auto even = [&](PackageIndex package) { return scan.even[package]; };
    const auto odd = [&](PackageIndex package) { return scan.odd[package]; };
    const auto joint = [&](PackageIndex package) { return scan.joint(package); };
    const PackageIndex best_even = *std::min_element(packages.begin(), packages.end(), most_first(even));
    const PackageIndex best_odd = *std::min_element(packages.begin(), packages.end(), most_first(odd));
    std::nth_element(packages.begin(), packages.begin() + kShortList, packages.end(), most_first(joint));
    packages.resize(kShortList);
    packages.push_back(best_even);
    packages.push_back(best_odd);
  }
  std::sort(packages.begin(), packages.end(), by_number);
  packages.erase(std::unique(packages.begin(), packages.end()), packages.end());
  return packages;
}

ShortList make_short_list(const zone::Acceptance& acceptance, const std::vector<PackageIndex>& packages,
                          const base::Context& context) {
  std::vector<zone::ScenarioSet> accepted(packages.size());
  base::parallel_for(context.threads, packages.size(), [&](std::size_t i) {
    if (!context.stop()) accepted[i] = acceptance.scenarios_all_accept(packages[i]);
  });
  ShortList list;
  list.halves = halves_of(acceptance.scenario_count(), acceptance.scenarios().sampling.chains);
  for (zone::ScenarioSet& set : accepted) list.add(std::move(set));
  return list;
}

double leak_risk_of(const case_model::Asking& asking) { return asking.leak.value_or(0) * asking.leak_costs.value_or(0); }

/// Fills everything of a question but id, text and answers.
class Valuer {
 public:
  Valuer(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const AskAbout& about, bool in_private)
      : drawn_(drawn), zone_({scan.zone}), in_private_(in_private), listed_(drawn.subject.parties.size()) {
    if (no_zone()) accept_listed(about.listed);
  }

  void set_short_list(ShortList list, std::vector<Package> packages) {
    list_ = std::move(list);
    packages_ = std::move(packages);
  }
  [[nodiscard]] const ShortList& list() const { return list_; }
  [[nodiscard]] const std::vector<Package>& packages() const { return packages_; }
  [[nodiscard]] bool no_zone() const { return zone::count_bits(zone_.front()) == 0; }

  void value(Candidate& candidate) const {
    Question& question = candidate.question;
    const case_model::Asking& asking = drawn_.subject.judgments[question.party].asking;
    question.honest_private = asking.honest_private.value_or(drawn_.subject.defaults.honest_private);
    question.honest_public = asking.honest_public.value_or(drawn_.subject.defaults.honest_public);
    question.leak = asking.leak;
    question.leak_risk = leak_risk_of(asking);
    question.chance_yes = static_cast<double>(zone::count_bits(candidate.yes)) / static_cast<double>(drawn_.acceptance.scenario_count());
    question.bits = bits(candidate, Candour{});
    question.in_private.bits = std::min(question.bits, bits(candidate, candour(question, true)));
    question.in_public.bits = std::min(question.bits, bits(candidate, candour(question, false)));
    if (!packages_.empty()) value_packages(candidate);
    question.value = in_private_ ? question.in_private.gain - question.leak_risk : question.in_public.gain;
  }

  [[nodiscard]] static Candour candour(const Question& question, bool in_private) {
    return {in_private ? question.honest_private : question.honest_public, question.suits_yes()};
  }

 private:
  void value_packages(Candidate& candidate) const {
    Question& question = candidate.question;
    const AnswerCounts counts = count_answers(candidate.yes, list_);
    const AnswerValue honest = value_of_answer(counts, list_, Candour{});
    question.gain = honest.gain;
    question.best_if_yes = honest.best_if_yes;
    question.best_if_no = honest.best_if_no;
    question.package_if_yes = packages_[honest.package_if_yes];
    question.package_if_no = packages_[honest.package_if_no];
    question.in_private.gain = std::min(honest.gain, value_of_answer(counts, list_, candour(question, true)).gain);
    question.in_public.gain = std::min(honest.gain, value_of_answer(counts, list_, candour(question, false)).gain);
  }

  [[nodiscard]] double bits(const Candidate& candidate, const Candour& heard) const {
    const std::vector<zone::ScenarioSet>& events = no_zone() ? listed_[candidate.question.party] : zone_;
    double sum = 0;
    for (const zone::ScenarioSet& event : events) sum += bits_about(candidate.yes, event, drawn_.acceptance.scenario_count(), heard);
    return events.empty() ? 0 : sum / static_cast<double>(events.size());
  }

  void accept_listed(const std::vector<Package>& listed) {
    const zone::Acceptance& acceptance = drawn_.acceptance;
    for (const zone::AskedParty& asked : acceptance.asked()) {
      for (const Package& package : listed) {
        const PackageIndex index = acceptance.list().index_of(package);
        if (acceptance.is_asked(asked.party, index)) listed_[asked.party].push_back(acceptance.scenarios_accepting(asked.party, index));
      }
    }
  }

  const zone::DrawnCase& drawn_;
  std::vector<zone::ScenarioSet> zone_;  ///< one
  bool in_private_;
  /// Where no scenario has a zone: what each party accepts of the listed packages.
  base::IndexedVector<case_model::PartyIndex, std::vector<zone::ScenarioSet>> listed_;
  ShortList list_;
  std::vector<Package> packages_;
};

/// How much it is worth where it is put, in the order of find_questions.h.
struct Worth {
  int group = 1;  ///< 0 a gain, 1 information, 2 more risk than gain
  double size = 0;
  bool any = false;
};

Worth worth_of(const Question& question, std::size_t scenarios, bool in_private) {
  const findings::AnswerWorth& heard = in_private ? question.in_private : question.in_public;
  const bool informs = heard.bits >= kLeastBits && question.bits * static_cast<double>(scenarios) >= kChanceBits;
  Worth worth;
  worth.any = heard.gain >= kLeastGain || informs;
  if (question.value >= kLeastGain) worth.group = 0;
  if (question.value <= -kLeastGain) worth.group = 2;
  worth.size = worth.group == 1 ? heard.bits : question.value;
  return worth;
}

void put_in_order(std::vector<Candidate>& candidates, std::size_t scenarios, bool in_private) {
  std::erase_if(candidates, [&](const Candidate& candidate) { return !worth_of(candidate.question, scenarios, in_private).any; });
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    const Worth first = worth_of(a.question, scenarios, in_private), second = worth_of(b.question, scenarios, in_private);
    return first.group != second.group ? first.group < second.group : first.size > second.size;
  });
}

/// The questions picked, with what each answer would change.
std::vector<Question> with_answers(const std::vector<Candidate>& candidates, const std::vector<std::size_t>& picked, const Valuer& valuer,
                                   const zone::DrawnCase& drawn, const zone::ScenarioSet& zone, bool in_private, const base::Context& context) {
  std::map<case_model::PartyIndex, PartyBeliefs> beliefs;
  for (const std::size_t place : picked) {
    const case_model::PartyIndex party = candidates[place].question.party;
    if (!beliefs.contains(party)) beliefs.emplace(party, PartyBeliefs(drawn.acceptance, party));
  }
  std::vector<Question> questions(picked.size());
  base::parallel_for(context.threads, picked.size(), [&](std::size_t i) {
    if (context.stop()) return;
    const Candidate& candidate = candidates[picked[i]];
    questions[i] = candidate.question;
    questions[i].answers = heard_answers(candidate, Valuer::candour(candidate.question, in_private), zone, valuer.list(), valuer.packages(),
                                         beliefs.at(candidate.question.party));
  });
  return questions;
}

}  // namespace

findings::QuestionsFinding find_questions(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const AskAbout& about,
                                          const FindQuestionsOptions& options, const base::Context& context) {
  const zone::Acceptance& acceptance = drawn.acceptance;
  const std::vector<PackageIndex> packages = short_listed(acceptance.list(), scan);
  Valuer valuer(drawn, scan, about, options.in_private);
  std::vector<Package> described;
  for (const PackageIndex package : packages) described.push_back(acceptance.list().package_at(package));
  valuer.set_short_list(make_short_list(acceptance, packages, context), std::move(described));
  std::vector<Candidate> candidates = candidate_questions(drawn, about, packages, context);
  findings::QuestionsFinding finding;
  if (context.stop()) return finding;
  base::parallel_for(context.threads, candidates.size(), [&](std::size_t i) {
    if (!context.stop()) valuer.value(candidates[i]);
  });
  put_in_order(candidates, acceptance.scenario_count(), options.in_private);
  finding.in_private = options.in_private;
  finding.no_zone = valuer.no_zone();
  finding.worth_asking = candidates.size();
  if (!packages.empty()) finding.ceiling = perfect_value(scan.zone, valuer.list());
  const std::vector<std::size_t> picked = pick_questions(candidates, acceptance.scenario_count(), options.most);
  finding.questions = with_answers(candidates, picked, valuer, drawn, scan.zone, options.in_private, context);
  return finding;
}

}  // namespace modus::inquiry

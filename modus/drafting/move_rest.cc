#include "modus/drafting/move_rest.h"

#include <algorithm>

#include "modus/case_model/judgment_names.h"
#include "modus/case_model/parse_condition.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::Condition;
using case_model::IssueIndex;
using case_model::Label;
using case_model::OptionIndex;
using case_model::Package;
using case_model::PartyIndex;

// Conditions go through their text, numbers through their names.
class Mover {
 public:
  Mover(const Case& old, Case& now, base::Problems& problems) : old_(old), case_(now), problems_(problems) {}

  void run() {
    move_labels();
    move_options();
    move_conditions(case_.rules, &case_model::Rule::condition);
    move_conditions(case_.norms, &case_model::Norm::when);
    for (case_model::Norm& norm : case_.norms) norm.source = moved(norm.source);
    std::erase_if(case_.drafts, [&](const case_model::Draft& draft) { return !moved(draft.package); });
    for (case_model::Draft& draft : case_.drafts) draft.package = *moved(draft.package);
    move_guarantees();
    move_text();
    for (const case_model::Party& one : case_.parties) {
      const auto old = old_.find_party(one.id);
      const bool known = old && old->value < old_.judgments.size();
      case_.judgments.push_back(known ? moved(old_.judgments[*old]) : case_model::no_judgments(case_.issues.size()));
    }
  }

 private:
  std::optional<PartyIndex> moved(PartyIndex old) const { return case_.find_party(old_.parties[old].id); }
  std::optional<IssueIndex> moved(IssueIndex old) const { return case_.find_issue(old_.issues[old].id); }
  std::optional<case_model::SourceIndex> moved(const std::optional<case_model::SourceIndex>& old) const {
    return old ? case_.find_source(old_.sources[*old].id) : std::nullopt;
  }
  std::optional<OptionIndex> moved(IssueIndex issue, OptionIndex old) const {
    const auto now = moved(issue);
    if (!now) return std::nullopt;
    const auto& options = case_.issues[*now].options;
    for (const OptionIndex option : options.indices()) {
      if (options[option].id == old_.issues[issue].options[old].id) return option;
    }
    return std::nullopt;
  }

  std::optional<Package> moved(const Package& old) const {
    Package package(case_.issues.size());
    for (const IssueIndex issue : old_.issues.indices()) {
      const auto now = moved(issue);
      const auto option = moved(issue, old[issue]);
      if (now && !option) return std::nullopt;
      if (now) package[*now] = *option;
    }
    return package;
  }

  std::optional<Condition> moved(const Condition& old) const {
    auto read = case_model::parse_condition(write_condition(old, old_.issues), case_.issues, {});
    if (!read) return std::nullopt;
    return read.value();
  }

  void move_parties(std::vector<PartyIndex>& parties) const {
    std::vector<PartyIndex> now;
    for (const PartyIndex old : parties) {
      if (const auto party = moved(old)) now.push_back(*party);
    }
    std::sort(now.begin(), now.end());
    parties = std::move(now);
  }

  void move_label(std::optional<Label>& label) const {
    if (label) move_label(*label);
  }
  void move_label(Label& label) const {
    move_parties(label.parties);
    if (label.kind == Label::Kind::kCaucus && label.parties.empty()) label.kind = Label::Kind::kTeam;
  }
  template <class List>
  void move_labels_of(List& things) const {
    for (auto& thing : things) move_label(thing.label);
  }
  void move_labels() {
    move_label(case_.default_label);
    move_labels_of(case_.sources);
    move_labels_of(case_.norms);
    move_labels_of(case_.drafts);
    move_labels_of(case_.statements);
    move_labels_of(case_.assessments);
    move_labels_of(case_.guarantees);
    move_labels_of(case_.timeline);
    move_labels_of(case_.ideas);
    move_labels_of(case_.text);
    for (case_model::Party& party : case_.parties) move_labels_of(party.interests);
  }

  void move_options() {
    for (case_model::Issue& issue : case_.issues) {
      const auto old = old_.find_issue(issue.id);
      for (case_model::Option& option : issue.options) {
        if (old && option.mix) move_mix(issue, *old, option);
        if (old && option.burden) move_burden(*option.burden);
      }
    }
  }
  void move_mix(const case_model::Issue& issue, IssueIndex old, case_model::Option& option) {
    for (case_model::Mix::Branch& branch : option.mix->branches) {
      const auto now = moved(old, branch.option);
      if (!now)
        problems_.push_back(
            {issue.where, "'" + option.id + "' is a mix with '" + old_.issues[old].options[branch.option].id + "', which is gone",
             "keep that option, or take the mix out as well"});
      branch.option = now.value_or(OptionIndex());
    }
  }
  void move_burden(case_model::Burden& burden) const {
    std::map<PartyIndex, base::Decimal> capacity;
    for (const auto& [party, most] : burden.capacity) {
      if (const auto now = moved(party)) capacity.emplace(*now, most);
    }
    burden.capacity = std::move(capacity);
    std::erase_if(burden.alone, [&](const case_model::Burden::Group& group) {
      return std::ranges::any_of(group.who, [&](PartyIndex party) { return !moved(party); });
    });
    for (case_model::Burden::Group& group : burden.alone) move_parties(group.who);
    std::ranges::sort(burden.alone, {}, &case_model::Burden::Group::who);
  }

  template <class T>
  void move_conditions(std::vector<T>& list, Condition T::*member) {
    std::vector<T> kept;
    for (T& item : list) {
      auto now = moved(item.*member);
      if (!now) continue;
      item.*member = std::move(*now);
      kept.push_back(std::move(item));
    }
    list = std::move(kept);
  }

  void move_guarantees() {
    move_conditions(case_.guarantees, &case_model::Guarantee::when);
    std::erase_if(case_.guarantees, [&](const case_model::Guarantee& one) {
      const auto by = moved(one.by);
      return !moved(one.protects) || !moved(one.against) || !by || !case_.parties[*by].has(case_model::Role::kGuarantor);
    });
    for (case_model::Guarantee& one : case_.guarantees) {
      one.protects = *moved(one.protects);
      one.against = *moved(one.against);
      one.by = *moved(one.by);
    }
  }

  bool move_reaction(case_model::Reaction& reaction) const {
    const auto party = moved(reaction.party);
    const auto to = moved(reaction.to);
    const auto statement = case_.find_statement(old_.statements[reaction.statement].id);
    if (!party || !to || !statement) return false;
    reaction = {*party, reaction.says, *to, *statement};
    return true;
  }
  void move_text() {
    std::erase_if(case_.text, [&](const case_model::TextRound& round) { return !moved(round.package); });
    for (case_model::TextRound& round : case_.text) {
      round.package = *moved(round.package);
      std::erase_if(round.reactions, [&](case_model::Reaction& reaction) { return !move_reaction(reaction); });
    }
  }

  using ByOption = base::IndexedVector<IssueIndex, std::map<OptionIndex, base::Interval>>;
  void move_by_option(const ByOption& old, ByOption& now) const {
    for (const IssueIndex issue : old_.issues.indices()) {
      for (const auto& [option, value] : old[issue]) {
        if (const auto still = moved(issue, option)) now[*moved(issue)].emplace(*still, value);
      }
    }
  }
  void move_order(const std::vector<OptionIndex>& order, IssueIndex issue, case_model::Judgments& now) {
    const case_model::Issue& after = case_.issues[*moved(issue)];
    auto& kept = now.order[*moved(issue)];
    for (const OptionIndex option : order) {
      if (const auto still = moved(issue, option)) kept.push_back(*still);
    }
    const auto is_mix = [](const case_model::Option& option) { return option.mix.has_value(); };
    const auto to_order = after.options.size() - static_cast<std::size_t>(std::ranges::count_if(after.options, is_mix));
    if (!order.empty() && kept.size() != to_order)
      problems_.push_back({after.where, "a judgment orders all options of '" + after.id + "', and one is new",
                           "give the new option its place in 'order'"});
  }

  case_model::Judgments moved(const case_model::Judgments& old) {
    case_model::Judgments now = old;
    case_model::Judgments none = case_model::no_judgments(case_.issues.size());
    now.order = std::move(none.order);
    now.scores = std::move(none.scores);
    now.scales = std::move(none.scales);
    now.weights = std::move(none.weights);
    now.beliefs = std::move(none.beliefs);
    for (const IssueIndex issue : old_.issues.indices()) {
      const auto to = moved(issue);
      if (!to) continue;
      now.scales[*to] = old.scales[issue];
      now.weights[*to] = old.weights[issue];
      move_order(old.order[issue], issue, now);
    }
    move_by_option(old.scores, now.scores);
    move_by_option(old.beliefs, now.beliefs);
    move_label(now.label);
    for (auto& [name, label] : now.labels) move_label(label);
    move_labels_of(now.adjust);
    move_conditions(now.adjust, &case_model::Adjustment::when);
    std::erase_if(now.no_deal.lottery, [&](const case_model::LotteryOutcome& one) { return !moved(one.package); });
    for (case_model::LotteryOutcome& one : now.no_deal.lottery) one.package = *moved(one.package);
    std::erase_if(now.labels, [&](const auto& entry) { return !says_anything(now, entry.first); });
    return now;
  }

  const Case& old_;
  Case& case_;
  base::Problems& problems_;
};

}  // namespace

void move_rest(const Case& old, Case& now, base::Problems& problems) { Mover(old, now, problems).run(); }

}  // namespace modus::drafting

#include "modus/case_model/mixes.h"

#include <algorithm>

namespace modus::case_model {
namespace {

using Options = std::vector<OptionIndex>;

void collect_atoms(Condition& condition, IssueIndex issue, bool negated,
                   std::vector<std::pair<Condition*, bool>>& atoms) {
  if (condition.kind == Condition::Kind::kAtom && condition.issue == issue)
    atoms.emplace_back(&condition, negated);
  const bool turns = condition.kind == Condition::Kind::kNot || condition.kind == Condition::Kind::kImplies;
  for (std::size_t k = 0; k < condition.parts.size(); ++k) {
    collect_atoms(condition.parts[k], issue, negated != (turns && k == 0), atoms);
  }
}

// The mixes of an issue that none of the atoms names.
Options unnamed_mixes(const Issue& issue, const std::vector<std::pair<Condition*, bool>>& atoms) {
  Options unnamed;
  for (const OptionIndex option : issue.options.indices()) {
    const auto names = [&](const auto& atom) {
      return std::binary_search(atom.first->options.begin(), atom.first->options.end(), option);
    };
    if (issue.options[option].mix && std::none_of(atoms.begin(), atoms.end(), names))
      unnamed.push_back(option);
  }
  return unnamed;
}

// A condition holds the more often the more its only atom on an issue allows, or the less where that stands
// under a negation: some branch of a mix makes it hold just where some branch is allowed, or where some is
// not.
void widen_atom(Condition& atom, bool negated, const Issue& issue, const Options& mixes) {
  for (const OptionIndex mix : mixes) {
    const auto allowed = [&](const Mix::Branch& branch) { return bool{atom.allowed[branch.option.value]}; };
    const auto& branches = issue.options[mix].mix->branches;
    atom.allowed[mix.value] = negated ? std::all_of(branches.begin(), branches.end(), allowed)
                                      : std::any_of(branches.begin(), branches.end(), allowed);
  }
}

Condition always() { return {}; }

// The condition where the issue is settled by the option.
Condition settled(Condition condition, IssueIndex issue, OptionIndex option) {
  if (condition.kind == Condition::Kind::kAtom && condition.issue == issue) {
    return condition.allowed[option.value] ? always() : negation_of(always());
  }
  for (Condition& part : condition.parts) part = settled(std::move(part), issue, option);
  return condition;
}

// One atom for a condition on one issue alone.
Condition list_options(const Condition& condition, IssueIndex index, const Issues& issues,
                       const Options& mixes) {
  const Issue& issue = issues[index];
  Package package(issues.size());
  const auto holds_with = [&](OptionIndex option) {
    package[index] = option;
    return holds(condition, package);
  };
  Options forbidden;
  for (const OptionIndex option : issue.options.indices()) {
    const bool mixed = std::binary_search(mixes.begin(), mixes.end(), option);
    const auto branch_holds = [&](const Mix::Branch& branch) { return holds_with(branch.option); };
    const bool held = mixed ? std::any_of(issue.options[option].mix->branches.begin(),
                                          issue.options[option].mix->branches.end(), branch_holds)
                            : holds_with(option);
    if (held) forbidden.push_back(option);
  }
  return compare_options(index, Comparison::kIn, std::move(forbidden), issues);
}

// The condition where the issue is settled by none of the mixes, or the mix and the condition with some
// branch of it.
Condition spell_out(const Condition& condition, IssueIndex index, const Issues& issues,
                    const Options& mixes) {
  Condition either;
  either.kind = Condition::Kind::kOr;
  Condition plain;
  plain.parts = {condition, negation_of(compare_options(index, Comparison::kIn, mixes, issues))};
  either.parts.push_back(std::move(plain));
  for (const OptionIndex mix : mixes) {
    for (const Mix::Branch& branch : issues[index].options[mix].mix->branches) {
      Condition one;
      one.parts = {compare_options(index, Comparison::kEqual, {mix}, issues),
                   settled(condition, index, branch.option)};
      either.parts.push_back(std::move(one));
    }
  }
  return either;
}

}  // namespace

bool has_mix(const Issue& issue) {
  return std::any_of(issue.options.begin(), issue.options.end(),
                     [](const Option& option) { return option.mix.has_value(); });
}

std::vector<base::Interval> shares_of(const Case& subject, PartyIndex party, IssueIndex issue,
                                      OptionIndex option) {
  const Mix& mix = *subject.issues[issue].options[option].mix;
  std::vector<base::Interval> shares;
  for (std::size_t k = 0; k + 1 < mix.branches.size(); ++k) shares.push_back(mix.branches[k].share);
  const auto& beliefs = subject.judgments[party].beliefs;
  if (mix.kind != Mix::Kind::kContingent || issue.value >= beliefs.size()) return shares;
  const auto own = beliefs[issue].find(option);
  if (own != beliefs[issue].end()) shares.front() = own->second;
  return shares;
}

Condition with_mixes(const Condition& forbidden, const Issues& issues) {
  Condition wider = forbidden;
  const std::vector<IssueIndex> named = issues_named(forbidden);
  for (const bool single : {true, false}) {  // first what stays as short as it is
    for (const IssueIndex issue : named) {
      if (!has_mix(issues[issue])) continue;
      std::vector<std::pair<Condition*, bool>> atoms;
      collect_atoms(wider, issue, false, atoms);
      const Options mixes = unnamed_mixes(issues[issue], atoms);
      if (mixes.empty() || (atoms.size() == 1) != single) continue;
      if (single) {
        widen_atom(*atoms[0].first, atoms[0].second, issues[issue], mixes);
      } else {
        wider = named.size() == 1 ? list_options(wider, issue, issues, mixes)
                                  : spell_out(wider, issue, issues, mixes);
      }
    }
  }
  return wider;
}

}  // namespace modus::case_model

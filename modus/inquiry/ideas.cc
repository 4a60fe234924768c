#include "modus/inquiry/ideas.h"

#include <algorithm>
#include <bit>

#include "modus/case_model/consent.h"

namespace modus::inquiry {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::OptionIndex;
using case_model::PartyIndex;
using findings::AddedOption;
using findings::IdeaFinding;
using findings::LeftOpen;

bool has_option(const case_model::Issue& issue, const std::string& id) {
  return std::any_of(issue.options.begin(), issue.options.end(),
                     [&](const case_model::Option& option) { return option.id == id; });
}

void find_added(const Case& before, IdeaFinding& finding) {
  for (const IssueIndex index : finding.with.issues.indices()) {
    const case_model::Issue& issue = finding.with.issues[index];
    const auto known = before.find_issue(issue.id);
    if (!known) {
      finding.new_issues.push_back(index);
      continue;
    }
    for (const OptionIndex option : issue.options.indices()) {
      if (!has_option(before.issues[*known], issue.options[option].id))
        finding.new_options.push_back({index, option});
    }
  }
}

bool is_scored(const case_model::Judgments& judged, IssueIndex issue, OptionIndex option) {
  return !judged.order[issue].empty() || judged.scales[issue] || judged.scores[issue].contains(option);
}

// Mixes are as well known as their branches.
void find_open(PartyIndex party, IdeaFinding& finding) {
  const case_model::Judgments& judged = finding.with.judgments[party];
  const auto unscored = [&](IssueIndex issue, OptionIndex option) {
    return !finding.with.issues[issue].options[option].mix && !is_scored(judged, issue, option);
  };
  for (const IssueIndex issue : finding.new_issues) {
    const auto options = finding.with.issues[issue].options.indices();
    const bool scores = std::any_of(options.begin(), options.end(),
                                    [&](OptionIndex option) { return unscored(issue, option); });
    const bool weight = !judged.weights[issue];
    if (scores || weight) finding.open.push_back({party, issue, std::nullopt, weight, scores});
  }
  for (const AddedOption& added : finding.new_options) {
    if (unscored(added.issue, added.option))
      finding.open.push_back({party, added.issue, added.option, false, true});
  }
}

std::vector<AddedOption> all_added(const IdeaFinding& finding) {
  std::vector<AddedOption> added = finding.new_options;
  for (const IssueIndex issue : finding.new_issues) {
    for (const OptionIndex option : finding.with.issues[issue].options.indices())
      added.push_back({issue, option});
  }
  return added;
}

struct Counted {
  std::uint64_t packages = 0, forbidden = 0;
};

Counted count_forbidden(const zone::PackageList& list, const zone::BlockColumn& has,
                        const zone::BlockColumn& forbids) {
  Counted counted;
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    for (std::size_t word = 0; word < list.words_per_block(); ++word) {
      const zone::Word with =
          has.block(block)[word] & list.meets_rules().block(block)[word] & list.valid()[word];
      counted.packages += static_cast<std::uint64_t>(std::popcount(with));
      counted.forbidden += static_cast<std::uint64_t>(std::popcount(with & forbids.block(block)[word]));
    }
  }
  return counted;
}

}  // namespace

void describe_addition(const Case& before, IdeaFinding& finding) {
  find_added(before, finding);
  const auto consent = case_model::consent_of(finding.with);
  for (const PartyIndex party : finding.with.parties.indices()) {
    const bool drawn = consent[party] == case_model::ConsentKind::kAsked ||
                       consent[party] == case_model::ConsentKind::kIfNeeded;
    if (drawn) find_open(party, finding);
  }
}

std::vector<findings::LimitInTheWay> limits_in_the_way(const zone::DrawnCase& drawn,
                                                       const IdeaFinding& finding) {
  const zone::PackageList& list = drawn.acceptance.list();
  const std::vector<AddedOption> added = all_added(finding);
  std::vector<zone::BlockColumn> columns;
  for (const AddedOption& one : added) {
    columns.push_back(list.column(
        compare_options(one.issue, case_model::Comparison::kEqual, {one.option}, drawn.subject.issues)));
  }
  std::vector<findings::LimitInTheWay> met;
  for (const zone::AskedParty& asked : drawn.acceptance.asked()) {
    for (const case_model::LimitIndex limit : drawn.acceptance.limits_of(asked.party)) {
      const auto named = issues_named(drawn.standing.limits[limit.value].forbids);
      for (std::size_t k = 0; k < added.size(); ++k) {
        if (!std::binary_search(named.begin(), named.end(), added[k].issue)) continue;
        const Counted counted = count_forbidden(list, columns[k], drawn.acceptance.forbids(limit));
        if (counted.forbidden > 0) met.push_back({limit, added[k], counted.forbidden == counted.packages});
      }
    }
  }
  std::stable_sort(met.begin(), met.end(), [](const auto& a, const auto& b) { return a.limit < b.limit; });
  return met;
}

}  // namespace modus::inquiry

#include "modus/inquiry/text_start.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "modus/zone/common_ground.h"

namespace modus::inquiry {
namespace {

using case_model::IssueIndex;
using case_model::Package;
using findings::TextFinding;
using zone::PackageIndex;

ChosenText of_draft(const case_model::Draft& draft) {
  return {TextFinding::Origin::kDraft, draft.id, 0, 0, false, draft.package};
}

const case_model::Draft* most_accepted_draft(const zone::DrawnCase& drawn, const zone::ZoneScan& scan) {
  const zone::PackageList& list = drawn.acceptance.list();
  const case_model::Draft* best = nullptr;
  std::uint32_t most = 0;
  for (const case_model::Draft& draft : drawn.subject.drafts) {
    const PackageIndex place = list.index_of(draft.package);
    if (!list.meets_rules().at(place) || (best != nullptr && scan.joint(place) <= most)) continue;
    best = &draft;
    most = scan.joint(place);
  }
  return best;
}

/// By issue and option: whether it is common; of the options of one issue only those said by all where there
/// are such.
using Common = base::IndexedVector<IssueIndex, std::vector<bool>>;

Common common_options(const zone::DrawnCase& drawn, const zone::ZoneScan& scan) {
  Common common;
  for (const case_model::Issue& issue : drawn.subject.issues)
    common.push_back(std::vector<bool>(issue.options.size(), false));
  std::vector<bool> said(common.size(), false);
  for (const findings::CommonElement& element :
       zone::find_common_ground(drawn, scan)) {  // those said by all come first
    const IssueIndex issue = element.term.issue;
    if (element.said_by_all) said[issue.value] = true;
    if (element.said_by_all || !said[issue.value]) common[issue][element.term.option.value] = true;
  }
  return common;
}

ChosenText of_common_ground(const zone::DrawnCase& drawn, const zone::ZoneScan& scan) {
  const zone::PackageList& list = drawn.acceptance.list();
  const Common common = common_options(drawn, scan);
  const auto terms_of = [&](PackageIndex package) {
    std::size_t terms = 0;
    for (const IssueIndex issue : common.indices())
      terms += common[issue][list.option_at(package, issue).value] ? 1U : 0U;
    return terms;
  };
  PackageIndex best(0);
  std::size_t best_terms = 0;
  bool found = false;
  for (std::size_t block = 0; block < list.blocks(); ++block) {
    zone::for_each_bit(list.meets_rules().block(block), [&](std::size_t bit) {
      const PackageIndex package(block * list.bits_per_block() + bit);
      const std::size_t terms = terms_of(package);
      if (found && (terms < best_terms || (terms == best_terms && scan.joint(package) < scan.joint(best))))
        return;
      const bool tie = found && terms == best_terms && scan.joint(package) == scan.joint(best);
      if (tie && list.number_at(package) > list.number_at(best)) return;
      best = package;
      best_terms = terms;
      found = true;
    });
  }
  return {TextFinding::Origin::kCommonGround, "", 0, best_terms, false, list.package_at(best)};
}

}  // namespace

ChosenText choose_text(const zone::DrawnCase& drawn, const zone::ZoneScan& scan, const std::string& draft,
                       bool drafts) {
  const case_model::Case& subject = drawn.subject;
  const auto named = std::find_if(subject.drafts.begin(), subject.drafts.end(),
                                  [&](const auto& one) { return one.id == draft; });
  if (!draft.empty() && named != subject.drafts.end()) return of_draft(*named);
  if (!subject.text.empty()) {
    const case_model::TextRound& last = subject.text.back();
    return {TextFinding::Origin::kRound, "", subject.text.size(), 0, last.agreed, last.package};
  }
  const case_model::Draft* best = drafts ? most_accepted_draft(drawn, scan) : nullptr;
  return best != nullptr ? of_draft(*best) : of_common_ground(drawn, scan);
}

}  // namespace modus::inquiry

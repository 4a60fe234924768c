#include <fmt/format.h>

#include <algorithm>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::IssueIndex;
using case_model::PartyIndex;
using findings::Belief;
using findings::Family;
using findings::PackageView;

constexpr std::size_t kBeliefsShown = 4;
/// Below this a share counts as next to nothing in a list of risks.
constexpr double kWorthTelling = 0.05;

std::vector<IssueIndex> issues_of(const std::vector<findings::Term>& terms) {
  std::vector<IssueIndex> issues;
  for (const findings::Term& term : terms) issues.push_back(term.issue);
  return issues;
}

std::string say_terms(const Telling& telling, const std::vector<findings::Term>& terms) {
  std::string words;
  for (const findings::Term& term : terms) {
    words += (words.empty() ? "" : "; ") + say_term(telling.subject, term.issue, term.option);
  }
  return words;
}

std::string say_against(const std::string& given, const std::string& before) {
  return fmt::format("{} rather than {}", given, before);
}

/// A share of all that matters or a score: neither is a probability.
std::string hundredths(double share) { return fmt::format("{:.0f}", share * 100); }

std::string say_belief(const Telling& telling, const Belief& belief) {
  const std::string& who = telling.name(belief.party);
  switch (belief.kind) {
    case Belief::Kind::kLimitReal:
      return fmt::format("{}'s limit “{}” is real in {} of them, in {} of all scenarios", who,
                         say_limit_of(telling, belief.limit), chance(belief.given), chance(belief.before));
    case Belief::Kind::kNoDeal:
      return fmt::format("no deal is worth {} to {}", say_against(points(belief.given), points(belief.before)), who);
    case Belief::Kind::kWeight:
      return fmt::format("{} counts for {} of 100 in what matters to {}", telling.subject.issues[belief.issue].name,
                         say_against(hundredths(belief.given), hundredths(belief.before)), who);
    case Belief::Kind::kScore:
      return fmt::format("on the scale from its worst (0) to its best option (100), {} has {} for {}",
                         say_term(telling.subject, belief.issue, belief.option),
                         say_against(hundredths(belief.given), hundredths(belief.before)), who);
    case Belief::Kind::kStalling:
      return fmt::format("{} wants a deal at all, which it does not in {} of all scenarios", who, chance(belief.before));
  }
  return "";
}

Sentence say_common(const Telling& telling, const Family& family) {
  Sentence sentence("Shared terms: ");
  sentence.strong(family.common.empty() ? "none" : say_terms(telling, family.common)).plain(".");
  return sentence.mark(Mark::kComputed);
}

Sentence say_acceptance_range(const Family& family) {
  return Sentence(fmt::format("{} package{} some scenario accepts; each is accepted by all in {} of the scenarios.",
                              count(family.members), family.members == 1 ? "" : "s",
                              chance_range(family.acceptance_low, family.acceptance_high)))
      .mark(Mark::kComputed);
}

Text say_one_sided(const Telling& telling, const PackageView& view) {
  if (!view.one_sided_for) return {};
  Sentence sentence;
  sentence.strong("One-sided").plain(": it gives " + telling.name(*view.one_sided_for) +
                                     " its wish on every contested issue.");
  return {sentence.mark(Mark::kComputed)};
}

Sentence say_lead(const Telling& telling, const Family& family, const std::string& label) {
  const PackageView& best = family.packages.front();
  const std::string rest = say_package_beyond(telling.subject, best.package, issues_of(family.common));
  Sentence sentence;
  sentence.strong(label).plain(rest.empty() ? " has just these terms." : " adds: " + rest + ".");
  sentence.plain(" All accept it in " + chance(best.joint_acceptance.value) + " of the scenarios.");
  return sentence.mark(Mark::kComputed);
}

Sentence say_who_alone(const Telling& telling, const PackageView& view) {
  std::vector<std::string> words;
  for (const PartyIndex party : telling.subject.parties.indices()) {
    const findings::PartyView& of = view.parties[party];
    if (of.asked && of.refuses_alone >= kWorthTelling) {
      words.push_back(fmt::format("{} in {}", telling.name(party), chance(of.refuses_alone)));
    }
  }
  const std::string list = words.empty() ? "nobody in 5\u00A0% of the scenarios or more" : base::join_words(words);
  return Sentence("Refuses alone while all others accept: " + list + ".").mark(Mark::kComputed);
}

Text say_what_must_be_true(const Telling& telling, const PackageView& view) {
  if (view.central.empty()) return {};
  std::string words;
  for (std::size_t i = 0; i < std::min(kBeliefsShown, view.central.size()); ++i) {
    words += (i > 0 ? "; " : "") + say_belief(telling, view.central[i]);
  }
  return {Sentence("What would have to be true, seen from the scenarios in which all accept it: " + words + ".")
              .mark(Mark::kComputed)};
}

Text say_limits_met(Telling& telling, const PackageView& view) {
  Sentence sentence("Runs into, where real: ");
  bool any = false;
  for (const PartyIndex party : telling.subject.parties.indices()) {
    for (const auto limit : view.parties[party].limits_met) {
      const Sentence said = say_party_limit(telling, limit);
      if (any) sentence.plain("; ");
      sentence.runs.insert(sentence.runs.end(), said.runs.begin(), said.runs.end());
      sentence.cite(said.citations);
      any = true;
    }
  }
  if (!any) return {Sentence("Runs into no limit on record.").mark(Mark::kInferred)};
  return {sentence.plain(".")};
}

Text say_guarantors(const Telling& telling, const PackageView& view) {
  std::vector<std::string> names;
  for (const PartyIndex party : view.guarantors_committed) {
    const bool assumed = telling.consent[party] == case_model::ConsentKind::kConsents;
    names.push_back(telling.name(party) + (assumed ? " (consent assumed)" : ""));
  }
  if (names.empty()) return {};
  return {Sentence("Commits: " + base::join_words(names) + ".")};
}

Text say_norms(Telling& telling, const PackageView& view) {
  Text text;
  for (const std::size_t norm : view.norms_touched) {
    const case_model::Norm& touched = telling.subject.norms[norm];
    Sentence sentence("Touches a norm: " + touched.says + ".");
    if (touched.source) {
      sentence.cite(telling.cites.number_of(*touched.source));
    } else {
      sentence.mark(Mark::kJudged);
    }
    text.push_back(sentence);
  }
  return text;
}

void add_item(Bullets& list, Text text) {
  if (!text.empty()) list.items.push_back(std::move(text));
}

Bullets say_risks(Telling& telling, const PackageView& view) {
  Bullets list;
  add_item(list, say_one_sided(telling, view));
  add_item(list, {say_who_alone(telling, view)});
  add_item(list, say_limits_met(telling, view));
  add_item(list, say_what_must_be_true(telling, view));
  Text committed = say_guarantors(telling, view);
  for (Sentence& sentence : say_norms(telling, view)) committed.push_back(std::move(sentence));
  add_item(list, std::move(committed));
  return list;
}

Blocks say_family(Telling& telling, std::size_t number) {
  const Family& family = telling.finding.packages.families[number];
  const std::string letter = family_letter(number);
  Blocks blocks = {heading(3, "family-" + letter, "Family " + letter),
                   Paragraph{{say_common(telling, family), say_acceptance_range(family)}, false}};
  if (family.packages.empty()) return blocks;
  blocks.emplace_back(paragraph(say_lead(telling, family, letter + "1")));
  blocks.emplace_back(say_risks(telling, family.packages.front()));
  return blocks;
}

std::string say_contested(const Telling& telling) {
  std::vector<std::string> names;
  for (const IssueIndex issue : telling.finding.packages.contested) names.push_back(telling.subject.issues[issue].name);
  if (names.empty()) return "No issue is contested.";
  return "Contested issues, those that matter most first: " + base::join_words(names) + ".";
}

}  // namespace

Blocks tell_families(Telling& telling) {
  Blocks blocks = {heading(2, "packages", "What could be tabled")};
  blocks.emplace_back(Paragraph{{Sentence(say_contested(telling)).mark(Mark::kComputed),
                                 Sentence("Each family is an option with its risks, not a recommendation.")},
                                false});
  const std::size_t families = telling.finding.packages.families.size();
  if (families == 0) blocks.emplace_back(paragraph(Sentence("No scenario accepts any listed package.").mark(Mark::kComputed)));
  for (std::size_t f = 0; f < families; ++f) append(blocks, say_family(telling, f));
  return blocks;
}

}  // namespace modus::brief

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

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

constexpr std::size_t kBeliefsShown = 3;
/// Families told on the first pages, but only so many of those whose packages hardly any scenario accepts; the others
/// are in the details.
constexpr std::size_t kFamiliesInFront = 3, kUnlikelyInFront = 2;
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

/// "of Port on Crew size"; the limit itself is told among those the package runs into.
std::string name_limit(const Telling& telling, case_model::LimitIndex index) {
  const case_model::Limit& limit = telling.standing.limits[index.value];
  std::vector<std::string> names;
  for (const IssueIndex issue : case_model::issues_named(limit.forbids))
    names.push_back(telling.subject.issues[issue].name);
  return "of " + telling.name(limit.party) + " on " + base::join_words(names);
}

std::string say_belief(const Telling& telling, const Belief& belief) {
  const std::string& who = telling.name(belief.party);
  switch (belief.kind) {
    case Belief::Kind::kLimitReal:
      return fmt::format("the limit {} is real in {}, as against {} of all scenarios",
                         name_limit(telling, belief.limit), chance(belief.given), chance(belief.before));
    case Belief::Kind::kNoDeal:
      return fmt::format("no deal is worth {} to {}",
                         say_against(points(belief.given), points(belief.before)), who);
    case Belief::Kind::kWeight:
      return fmt::format("{} counts for {} of 100 in what matters to {}",
                         telling.subject.issues[belief.issue].name,
                         say_against(hundredths(belief.given), hundredths(belief.before)), who);
    case Belief::Kind::kScore:
      return fmt::format("{} is worth {} of 100 on that issue to {}",
                         say_term(telling.subject, belief.issue, belief.option),
                         say_against(hundredths(belief.given), hundredths(belief.before)), who);
    case Belief::Kind::kStalling:
      return fmt::format("{} wants a deal at all, which it does not in {} of all scenarios", who,
                         chance(belief.before));
  }
  return "";
}

Sentence say_common(const Telling& telling, const Family& family) {
  Sentence sentence("Shared terms: ");
  sentence.strong(family.common.empty() ? "none" : say_terms(telling, family.common)).plain(".");
  return sentence.mark(Mark::kComputed);
}

Sentence say_acceptance_range(const Family& family) {
  const bool one = family.members == 1;
  return Sentence(
             fmt::format("{} package{} that some scenario accepts{} accepted by all in {} of the scenarios.",
                         count(family.members), one ? "" : "s", one ? ", and" : ", each",
                         chance_range(family.acceptance_low, family.acceptance_high)))
      .mark(Mark::kComputed);
}

Text say_one_sided(const Telling& telling, const PackageView& view) {
  if (!view.one_sided_for) return {};
  Sentence sentence;
  sentence.strong("One-sided")
      .plain(": it gives " + telling.name(*view.one_sided_for) + " its wish on every contested issue.");
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
  const std::string list = words.empty() ? "each in " + chance(0) + " of the scenarios" : base::join_words(words);
  return Sentence("Refuses alone while all others accept: " + list + ".").mark(Mark::kComputed);
}

/// Small shifts of weights and scores may be chance, and say nothing to act on.
bool is_worth_telling(const Belief& belief) {
  const bool share = belief.kind == Belief::Kind::kWeight || belief.kind == Belief::Kind::kScore;
  return !share || std::abs(belief.given - belief.before) >= kWorthTelling;
}

/// Limits that are hardly ever real where all accept stand together, the rest one by one.
std::string say_beliefs(const Telling& telling, const PackageView& view) {
  std::string unreal, rest;
  std::size_t shown = 0;
  for (const Belief& belief : view.central) {
    if (shown == kBeliefsShown) break;
    if (!is_worth_telling(belief)) continue;
    ++shown;
    if (belief.kind == Belief::Kind::kLimitReal && rounded(belief.given) <= 0) {
      unreal += unreal.empty() ? fmt::format("the limit {} is real in {}, as against {} of all scenarios", name_limit(telling, belief.limit),
                                             chance(belief.given), chance(belief.before))
                               : fmt::format(", likewise that {}, as against {}", name_limit(telling, belief.limit), chance(belief.before));
    } else {
      rest += "; " + say_belief(telling, belief);
    }
  }
  if (unreal.empty() && !rest.empty()) return rest.substr(2);
  return unreal + rest;
}

Text say_what_must_be_true(const Telling& telling, const PackageView& view) {
  const std::string words = say_beliefs(telling, view);
  if (words.empty()) return {};
  return {
      Sentence("What would have to be true, going by the scenarios in which all accept it: " + words + ".")
          .mark(Mark::kComputed)};
}

/// One party's limits in one breath: "Russia: no package with A; none without B; its limit on C".
void add_limits_of(Telling& telling, PartyIndex party, const std::vector<case_model::LimitIndex>& limits,
                   Sentence& sentence) {
  constexpr std::string_view kNoPackage = "no package";
  sentence.strong(telling.name(party)).plain(": ");
  bool none = false;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    const std::string words = say_or_name_limit(telling, limits[i]);
    const bool in_full = words.starts_with(kNoPackage);
    sentence.plain(i == 0 ? "" : "; ");
    sentence.plain(in_full && none ? "none" + words.substr(kNoPackage.size()) : words);
    none = none || in_full;
    sentence.cite(telling.cites.numbers_of(telling.standing.limits[limits[i].value].statements));
  }
  sentence.plain(".");
}

/// The first member of a family told before that runs into just the same limits.
std::optional<std::string> runs_into_the_same(const Telling& telling, std::size_t number) {
  const auto& families = telling.finding.packages.families;
  const auto same = [&](const PackageView& a, const PackageView& b) {
    return std::ranges::equal(a.parties, b.parties, [](const auto& x, const auto& y) { return x.limits_met == y.limits_met; });
  };
  for (std::size_t f = 0; f < number; ++f) {
    if (!families[f].packages.empty() && same(families[f].packages.front(), families[number].packages.front())) return family_letter(f) + "1";
  }
  return std::nullopt;
}

Text say_limits_met(Telling& telling, std::size_t number) {
  const PackageView& view = telling.finding.packages.families[number].packages.front();
  Text text;
  if (const auto other = runs_into_the_same(telling, number)) return {Sentence("Runs into the same limits as " + *other + ".")};
  for (const PartyIndex party : telling.subject.parties.indices()) {
    const auto& limits = view.parties[party].limits_met;
    if (limits.empty()) continue;
    Sentence sentence(text.empty() ? "Runs into these limits, where they are real. " : "");
    add_limits_of(telling, party, limits, sentence);
    text.push_back(sentence);
  }
  if (text.empty()) text.push_back(Sentence("Runs into no limit on record.").mark(Mark::kInferred));
  return text;
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

Text joined(std::vector<Text> parts) {
  Text text;
  for (Text& part : parts) std::move(part.begin(), part.end(), std::back_inserter(text));
  return text;
}

Bullets say_risks(Telling& telling, std::size_t number) {
  const PackageView& view = telling.finding.packages.families[number].packages.front();
  Bullets list;
  add_item(list, joined({say_one_sided(telling, view),
                         {say_who_alone(telling, view)},
                         say_guarantors(telling, view),
                         say_norms(telling, view)}));
  add_item(list, say_limits_met(telling, number));
  add_item(list, say_what_must_be_true(telling, view));
  return list;
}

Blocks say_family(Telling& telling, std::size_t number) {
  const Family& family = telling.finding.packages.families[number];
  const std::string letter = family_letter(number);
  Blocks blocks = {heading(3, "family-" + letter, "Family " + letter),
                   Paragraph{{say_common(telling, family), say_acceptance_range(family)}, false}};
  if (family.packages.empty()) return blocks;
  std::get<Paragraph>(blocks.back()).text.push_back(say_lead(telling, family, letter + "1"));
  blocks.emplace_back(say_risks(telling, number));
  return blocks;
}

std::string say_contested(const Telling& telling) {
  std::vector<std::string> names;
  for (const IssueIndex issue : telling.finding.packages.contested)
    names.push_back(telling.subject.issues[issue].name);
  if (names.empty()) return "No issue is contested.";
  return "Contested issues, those that matter most first: " + base::join_words(names) + ".";
}

std::size_t families_in_front(const Telling& telling) {
  const auto& families = telling.finding.packages.families;
  std::size_t front = std::min(families.size(), kFamiliesInFront);
  while (front > kUnlikelyInFront && families[front - 1].acceptance_high < kWorthTelling) --front;
  return front;
}

}  // namespace

Blocks tell_families(Telling& telling) {
  Blocks blocks = {heading(2, "packages", "What could be tabled")};
  blocks.emplace_back(Paragraph{{Sentence(say_contested(telling)).mark(Mark::kComputed),
                                 Sentence("Each family is an option with its risks, not a recommendation.")},
                                false});
  const std::size_t families = telling.finding.packages.families.size();
  if (families == 0)
    blocks.emplace_back(paragraph(Sentence("No scenario accepts any listed package.").mark(Mark::kComputed)));
  const std::size_t front = families_in_front(telling);
  for (std::size_t f = 0; f < front; ++f) append(blocks, say_family(telling, f));
  if (families > front) {
    blocks.emplace_back(paragraph(fmt::format("More families are in the details: {} in all.", families)));
  }
  const std::size_t ideas = telling.subject.ideas.size();
  if (ideas > 0) {
    const char* words = ideas == 1 ? "One idea for what could be added is listed; modus expand weighs it."
                                   : "{} ideas for what could be added are listed; modus expand weighs them.";
    blocks.emplace_back(paragraph(Sentence(fmt::format(fmt::runtime(words), ideas))));
  }
  return blocks;
}

Blocks tell_more_families(Telling& telling) {
  const std::size_t families = telling.finding.packages.families.size(), front = families_in_front(telling);
  if (families <= front) return {};
  Blocks blocks = {heading(2, "more-packages", "More families of packages")};
  for (std::size_t f = front; f < families; ++f) append(blocks, say_family(telling, f));
  return blocks;
}

}  // namespace modus::brief

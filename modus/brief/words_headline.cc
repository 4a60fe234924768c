#include <fmt/format.h>

#include <algorithm>

#include "modus/base/text.h"
#include "modus/brief/confidence.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::ConsentKind;
using case_model::PartyIndex;
using case_model::Role;
using findings::ZoneFinding;

/// A gap between zone probability and best joint acceptance below this is not worth a sentence of its own.
constexpr double kGapWorthTelling = 0.05;

std::string names_where(const Telling& telling, ConsentKind kind, bool ratifiers) {
  std::vector<std::string> names;
  for (const PartyIndex party : telling.subject.parties.indices()) {
    const case_model::Party& who = telling.subject.parties[party];
    if (telling.consent[party] != kind || who.ratifier_of.has_value() != ratifiers) continue;
    names.push_back(ratifiers ? fmt::format("{} (for {})", who.name, telling.name(*who.ratifier_of))
                              : who.name);
  }
  return base::join_words(names);
}

Sentence say_purpose(const Telling& telling) {
  const std::string& event = telling.subject.event;
  Sentence sentence;
  sentence.plain("As of ").strong(say_day(telling.subject.as_of)).plain(".");
  sentence.plain(event.empty() ? " The case does not say what counts as a deal."
                               : " What counts as a deal: " + event + ".");
  return sentence;
}

Text say_who_must_accept(const Telling& telling) {
  Text text = {Sentence("Must accept: " + names_where(telling, ConsentKind::kAsked, false) + ".")};
  const std::string ratifiers = names_where(telling, ConsentKind::kAsked, true);
  const std::string guarantors = names_where(telling, ConsentKind::kIfNeeded, false);
  if (!ratifiers.empty()) text.emplace_back("Must ratify: " + ratifiers + ".");
  if (!guarantors.empty()) text.emplace_back("Must accept what commits them: " + guarantors + ".");
  return text;
}

Text say_how_to_read() {
  return {
      Sentence("[1] is a numbered source, listed at the end with date and quote."),
      Sentence("(J) is judged by the team, (I) is inferred by Modus from what was said or not said, (C) is "
               "computed from the scenarios."),
      Sentence("Chances are rounded to 5\u00A0% and carry a word of one fixed scale."),
      Sentence(
          "Points measure what a package is worth to one party: 100 is its best option on every issue, 0 "
          "its worst; they do not compare parties.")};
}

Sentence say_point(const ZoneFinding& zone) {
  Sentence sentence(
      "A zone, that is at least one listed package that everybody who must accept can live with, exists "
      "in ");
  sentence.strong(chance(zone.zone_probability.value)).plain(" of the scenarios.");
  return sentence.mark(Mark::kComputed);
}

Sentence say_range_only(const ZoneFinding& zone) {
  Sentence sentence(
      "The chance that there is a zone, that is at least one listed package that everybody who must "
      "accept can live with, lies anywhere from ");
  sentence.strong(chance_range(zone.range_low, zone.range_high)).plain(".");
  return sentence.mark(Mark::kComputed);
}

Text say_zone(const ZoneFinding& zone) {
  if (!zone.point_is_fair) {
    return {say_range_only(zone),
            Sentence("The assumptions move it too far for one number to be fair; see “What this rests on”.")};
  }
  Sentence range("Under other assumptions it " + lies_within(zone.range_low, zone.range_high) +
                 "; see “What this rests on”.");
  return {say_point(zone), range.mark(Mark::kComputed)};
}

Sentence say_best_joint(const ZoneFinding& zone) {
  Sentence sentence("The one package that most scenarios agree on is accepted by all in ");
  sentence.strong(chance(zone.max_joint_acceptance)).plain(" of them.");
  return sentence.mark(Mark::kComputed);
}

/// The gap says whether asking can help. It is not put in numbers where the zone probability is not.
Sentence say_gap(const ZoneFinding& zone) {
  const double gap = zone.zone_probability.value - zone.max_joint_acceptance;
  if (gap < kGapWorthTelling) {
    return Sentence(
               "The two are close: knowing more about what each side wants changes little. What could change "
               "the picture "
               "is that a position moves, or an option that nobody has listed.")
        .mark(Mark::kComputed);
  }
  const std::string size = zone.point_is_fair ? ", " + difference(gap) + "," : "";
  return Sentence("The gap between the two" + size +
                  " is what not knowing costs: often some package could be lived with by all, "
                  "but not always the same one. Asking can bring that much at most.")
      .mark(Mark::kComputed);
}

Sentence say_given(const ZoneFinding& zone) {
  return Sentence(fmt::format(
      "All this is given the listed options: {} packages that meet the rules, of {} combinations.",
      count(zone.package_count), count(zone.combination_count)));
}

std::string say_words_spanned(int words) {
  static constexpr std::array<std::string_view, 8> kNumbers = {"no",   "one",  "two", "three",
                                                               "four", "five", "six", "all seven"};
  const auto index = static_cast<std::size_t>(std::clamp(words, 0, 7));
  return fmt::format("{} word{}", kNumbers[index], words == 1 ? "" : "s");
}

std::string say_origins(const Confidence& found) {
  if (found.statements == 0) return "No statement stands behind it, only judgments";
  return fmt::format("The statements go back to {} independent origin{}", found.origins,
                     found.origins == 1 ? "" : "s");
}

Sentence say_confidence(const Telling& telling) {
  const Confidence found = judge_confidence(telling.subject, telling.standing, telling.finding.zone);
  Sentence sentence("Confidence in this, apart from how likely it is: ");
  sentence.strong(std::string(word_of(found.level)));
  sentence.plain(fmt::format(
      ". {}; the range touches {} of the scale; {} of the {} settings that the answer needs were left to "
      "defaults.",
      say_origins(found), say_words_spanned(found.words), found.left_open, found.settings));
  return sentence.mark(Mark::kComputed);
}

Text say_stalling(const Telling& telling) {
  const double share = telling.finding.blockers.stalling.value;
  if (share <= 0) return {};
  Sentence sentence(
      fmt::format("In {} of the scenarios somebody who must accept wants no deal at all for now, "
                  "whatever is tabled.",
                  chance(share)));
  return {sentence.mark(Mark::kJudged).mark(Mark::kComputed)};
}

}  // namespace

Paragraph say_who_may_read(const Telling& telling) {
  const std::string& audience = telling.finding.run.audience;
  if (audience == "public") {
    return {{Sentence("For the public: made only from what is labelled public, beside who the parties are and what is in dispute. Nothing "
                      "said in confidence and nothing that is for the team alone has moved a word or a number in it.")},
            true};
  }
  if (const auto party = telling.subject.find_party(audience); party && audience != "team") {
    return {{Sentence(fmt::format("For {0}: made only from what is labelled public and from what was said in caucus with {0}, beside who "
                                  "the parties are and what is in dispute. Nothing else has moved a word or a number in it. Do not hand "
                                  "it to anybody else.",
                                  telling.name(*party)))},
            true};
  }
  return {{Sentence("For the team only: this shows what each side may be able to live with. Do not hand it to "
                    "a party.")},
          true};
}

Blocks tell_opening(Telling& telling) {
  Paragraph about{{say_purpose(telling)}, false};
  for (Sentence& sentence : say_who_must_accept(telling)) about.text.push_back(std::move(sentence));
  return {say_who_may_read(telling), about, Paragraph{say_how_to_read(), false}};
}

Blocks tell_headline(Telling& telling) {
  const ZoneFinding& zone = telling.finding.zone;
  Text numbers = say_zone(zone);
  numbers.push_back(say_best_joint(zone));
  Text meaning = {say_gap(zone)};
  for (Sentence& sentence : say_stalling(telling)) meaning.push_back(std::move(sentence));
  meaning.push_back(say_given(zone));
  return {heading(2, "headline", "Where it stands"), Paragraph{numbers, false}, Paragraph{meaning, false},
          paragraph(say_confidence(telling))};
}

}  // namespace modus::brief

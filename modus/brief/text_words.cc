#include "modus/brief/text_words.h"

#include <fmt/format.h>

#include "modus/base/text.h"
#include "modus/brief/words.h"

namespace modus::brief {

using case_model::IssueIndex;
using case_model::PartyIndex;
using findings::PartyChange;
using findings::TextChange;
using findings::TextFinding;

std::string say_changes(const case_model::Case& subject, const std::vector<IssueIndex>& issues,
                        const case_model::Package& from, const case_model::Package& to) {
  std::string words;
  for (const IssueIndex index : issues) {
    const case_model::Issue& issue = subject.issues[index];
    words += fmt::format("{}{}: {} rather than {}", words.empty() ? "" : "; ", issue.name,
                         issue.options[to[index]].name, issue.options[from[index]].name);
  }
  return words;
}

std::string say_where_from(const TextFinding& text, std::size_t issues) {
  switch (text.origin) {
    case TextFinding::Origin::kRound:
      return fmt::format("round {} of the text", text.round);
    case TextFinding::Origin::kDraft:
      return "draft " + text.draft;
    case TextFinding::Origin::kCommonGround:
      return fmt::format(
          "common ground on {} of {} issues, completed by the package that all accept most often",
          text.common_terms, issues);
  }
  return "";
}

std::string say_unknown(const Telling& telling, const PartyChange& change) {
  std::vector<std::string> names;
  for (const IssueIndex issue : change.unknown) names.push_back(telling.subject.issues[issue].name);
  return "nothing is known of what it wants on " + base::join_words(names);
}

Text say_parties(const Telling& telling, const TextChange& change) {
  Text text;
  for (const PartyIndex party : telling.subject.parties.indices()) {
    const PartyChange& of = change.parties[party];
    if (!of.asked) continue;
    Sentence sentence;
    sentence.strong(telling.name(party));
    if (is_set_aside(telling, change, party)) {
      text.push_back(sentence.plain(": " + say_unknown(telling, of) + "; ask it.").mark(Mark::kInferred));
      continue;
    }
    sentence.plain(fmt::format(" is no worse off in {} and better off in {}; gain {}, from {} to {}",
                               chance(of.not_hurt.value), chance(of.helped.value), points(of.gain.median),
                               points(of.gain.low), points(of.gain.high)));
    if (!of.unknown.empty()) sentence.plain("; " + say_unknown(telling, of));
    text.push_back(sentence.plain(".").mark(Mark::kComputed));
  }
  return text;
}

bool is_set_aside(const Telling& telling, const TextChange& change, PartyIndex party) {
  const bool principal = telling.subject.parties[party].has(case_model::Role::kPrincipal);
  return !principal && change.parties[party].unknown == change.issues;
}

std::string say_no_worse_off(const Telling& telling, const TextChange& change) {
  std::vector<std::string> chances, unknown;
  for (const PartyIndex party : telling.subject.parties.indices()) {
    if (!change.parties[party].asked) continue;
    if (is_set_aside(telling, change, party)) {
      unknown.push_back(telling.name(party));
    } else {
      chances.push_back(
          fmt::format("{} in {}", telling.name(party), chance(change.parties[party].not_hurt.value)));
    }
  }
  return base::join_words(chances) +
         (unknown.empty() ? "" : "; what " + base::join_words(unknown) + " would have there is not known");
}

namespace {

void add_limits(Telling& telling, const std::vector<case_model::LimitIndex>& limits, const std::string& lead,
                Text& text) {
  for (const case_model::LimitIndex limit : limits) {
    Sentence sentence(lead);
    for (const Run& run : say_party_limit(telling, limit).runs) sentence.runs.push_back(run);
    sentence.plain(".");
    text.push_back(sentence.cite(telling.cites.numbers_of(telling.standing.limits[limit.value].statements)));
  }
}

/// The change that comes nearest, or that none comes near.
Text say_closest(const Telling& telling, const TextFinding& text) {
  const TextChange& closest = *text.proof.closest;
  if (closest.least_not_hurt < 0.5) {
    return {Sentence("Whatever helps somebody is more likely than not to cost some party something.")
                .mark(Mark::kComputed)};
  }
  Sentence sentence("The nearest to it is ");
  sentence.strong(closest.id)
      .plain(" " + say_changes(telling.subject, closest.issues, text.text, closest.to) +
             ". No worse off: " + say_no_worse_off(telling, closest) + ".");
  return {sentence.mark(Mark::kComputed)};
}

std::string say_how_sure(const Telling& telling, const TextFinding& text) {
  if (text.verdict == findings::Verdict::kProven) return "That is proven: the case leaves nothing open.";
  if (text.proof.whole)
    return "Every package was looked at in every scenario, so it is proven as far as the scenarios go.";
  return fmt::format(
      "Every package was looked at in {} of {} scenarios, so one that is missed cannot be ruled out.",
      count(text.proof.scenarios), count(telling.finding.run.scenarios));
}

}  // namespace

Text say_what_it_touches(Telling& telling, const TextChange& change) {
  Text text;
  for (const PartyChange& party : change.parties)
    add_limits(telling, party.limits_met, "Runs into a limit, where it is real: ", text);
  for (const PartyChange& party : change.parties)
    add_limits(telling, party.limits_left, "Stays clear of a limit that the text runs into: ", text);
  std::vector<std::string> names;
  for (const PartyIndex party : change.newly_committed) {
    const bool assumed = telling.consent[party] == case_model::ConsentKind::kConsents;
    names.push_back(telling.name(party) + (assumed ? " (consent assumed)" : ""));
  }
  if (!names.empty()) text.emplace_back("Newly commits " + base::join_words(names) + ".");
  for (const std::size_t index : change.norms_newly_touched) {
    const case_model::Norm& norm = telling.subject.norms[index];
    Sentence sentence("Touches a norm: " + norm.says + ".");
    if (norm.source) sentence.cite(telling.cites.number_of(*norm.source));
    text.push_back(norm.source ? sentence : sentence.mark(Mark::kJudged));
  }
  return text;
}

Text say_proof(const Telling& telling, const TextFinding& text) {
  if (text.edits_found + text.trades_found > 0) {
    return {Sentence(fmt::format("Of {} other packages that meet the rules, {} edit{} and {} trade{} qualify "
                                 "that contain no smaller one.",
                                 count(text.proof.packages), count(text.edits_found),
                                 text.edits_found == 1 ? "" : "s", count(text.trades_found),
                                 text.trades_found == 1 ? "" : "s"))
                .mark(Mark::kComputed),
            Sentence(say_how_sure(telling, text))};
  }
  Text words = {Sentence(fmt::format("None of {} other packages that meet the rules helps somebody while it "
                                     "leaves every party no worse off "
                                     "with a chance of {}.",
                                     count(text.proof.packages), chance(text.confidence)))
                    .mark(Mark::kComputed),
                Sentence(say_how_sure(telling, text))};
  if (text.proof.closest) {
    for (Sentence& sentence : say_closest(telling, text)) words.push_back(std::move(sentence));
  }
  return words;
}

}  // namespace modus::brief

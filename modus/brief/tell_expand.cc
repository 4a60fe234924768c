#include "modus/brief/tell_expand.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "modus/base/text.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::PartyIndex;
using findings::BurdenFinding;
using findings::ExpandFinding;
using findings::IdeaFinding;

std::string say_ideas(const IdeaFinding& idea) { return base::join_words(idea.says); }

std::string say_names(const Case& subject, const std::vector<PartyIndex>& parties) {
  std::vector<std::string> names;
  for (const PartyIndex party : parties) names.push_back(subject.parties[party].name);
  return base::join_words(names);
}

std::string say_effect(IdeaFinding::Effect effect) {
  switch (effect) {
    case IdeaFinding::Effect::kOpens:
      return "It opens a zone where there is hardly any, widening it";
    case IdeaFinding::Effect::kWidens:
      return "It widens the zone";
    case IdeaFinding::Effect::kNoDifference:
      return "It makes no difference to the zone that can be told from sampling error";
    case IdeaFinding::Effect::kNarrows:
      return "It narrows the zone";
  }
  return "";
}

std::string say_way_of(const IdeaFinding& idea) {
  if (idea.effect == IdeaFinding::Effect::kNoDifference)
    return idea.gained.value == 0 ? "none" : "no more than sampling error";
  return (idea.gained.value > 0 ? "up " : "down ") + difference(std::abs(idea.gained.value));
}

Sentence say_gain(const ExpandFinding& finding, const IdeaFinding& idea) {
  const double was = finding.zone_probability.value, is = idea.zone_probability.value;
  const std::string moved = percent(was) == percent(is) ? "is about " + chance(is) + " with it and without"
                                                        : "goes from " + chance(was) + " to " + chance(is);
  const std::string by = idea.effect == IdeaFinding::Effect::kNoDifference
                             ? ""
                             : " by " + difference(std::abs(idea.gained.value));
  return Sentence(fmt::format("{}{}: the zone probability {}. By sampling alone it {} with the idea.",
                              say_effect(idea.effect), by, moved,
                              lies_within(idea.zone_probability.low, idea.zone_probability.high)))
      .mark(Mark::kComputed);
}

Sentence say_best(const IdeaFinding& idea) {
  const char* takes =
      idea.best_takes_it
          ? "The package then most often accepted by all, with a chance of {}: {}."
          : "The package then most often accepted by all, with a chance of {}, does without it: {}.";
  return Sentence(fmt::format(fmt::runtime(takes), chance(idea.best_joint_acceptance),
                              say_package(idea.with, idea.best.package)))
      .mark(Mark::kComputed);
}

// A limit that only the idea brings has no statement in the case to cite.
Sentence say_limit_met(Telling& telling, const case_model::Standing& with_standing, const IdeaFinding& idea,
                       const findings::LimitInTheWay& met) {
  const case_model::Limit& limit = with_standing.limits[met.limit.value];
  Sentence words("It meets a limit of ");
  words.strong(idea.with.parties[limit.party].name)
      .plain(fmt::format(", if it is real: {}; it forbids {} packages with {}.",
                         say_limit(idea.with, limit.forbids), met.always ? "all" : "some",
                         say_term(idea.with, met.forbids.issue, met.forbids.option)));
  for (const case_model::StatementIndex statement : limit.statements) {
    const auto known = telling.subject.find_statement(idea.with.statements[statement].id);
    if (known) words.cite(telling.cites.number_of(*known));
  }
  return words.mark(Mark::kInferred);
}

std::string say_open(const Case& with, const findings::LeftOpen& open) {
  const std::string& issue = with.issues[open.issue].name;
  if (open.option) return "how good “" + say_term(with, open.issue, *open.option) + "” is";
  if (!open.scores) return "how much " + issue + " matters";
  return "which option of " + issue + " is better" + (open.weight ? " and how much the issue matters" : "");
}

/// Parties of whom the same is open are told together.
std::vector<Sentence> say_left_open(const IdeaFinding& idea) {
  std::vector<std::pair<std::string, std::vector<PartyIndex>>> groups;
  for (const findings::LeftOpen& open : idea.open) {
    const std::string what = say_open(idea.with, open);
    const auto known =
        std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.first == what; });
    if (known == groups.end()) {
      groups.push_back({what, {open.party}});
    } else {
      known->second.push_back(open.party);
    }
  }
  std::vector<Sentence> told;
  for (const auto& [what, parties] : groups) {
    told.push_back(
        Sentence(
            fmt::format("Nobody has judged {} to {}: it is left open, so the figures span all it could be.",
                        what, say_names(idea.with, parties)))
            .mark(Mark::kJudged));
  }
  if (!idea.new_issues.empty()) {
    told.push_back(Sentence("A linked issue takes weight from the others and brings its own unknowns: what "
                            "is judged of weights now counts "
                            "among more issues.")
                       .mark(Mark::kComputed));
  }
  return told;
}

Table party_table(const Telling& telling, const ExpandFinding& finding, const IdeaFinding& idea) {
  Table table{
      "How each party takes the best package, as it is and with the idea (C). The two packages may differ.",
      {{"Party"}, {"Accepts the best package now", true}, {"With the idea", true}},
      {}};
  for (const findings::PartyWithIdea& one : idea.parties) {
    const auto said = [&](const findings::PackageView& view, const findings::Share& share) {
      return view.parties[one.party].asked ? chance(share.value) : "not asked";
    };
    table.rows.push_back({{Sentence(telling.name(one.party))},
                          {Sentence(said(finding.best, one.before))},
                          {Sentence(said(idea.best, one.with))}});
  }
  return table;
}

Blocks tell_idea(Telling& telling, const ExpandFinding& finding, const IdeaFinding& idea) {
  const case_model::Standing standing = case_model::weigh_statements(idea.with);
  Blocks blocks = {heading(3, "idea-" + idea.ids.front(), capital(say_ideas(idea))),
                   Paragraph{{say_gain(finding, idea), say_best(idea)}, false},
                   party_table(telling, finding, idea)};
  Bullets list;
  for (const findings::LimitInTheWay& met : idea.limits)
    list.items.push_back({say_limit_met(telling, standing, idea, met)});
  for (Sentence& open : say_left_open(idea)) list.items.push_back({std::move(open)});
  if (!list.items.empty()) blocks.emplace_back(std::move(list));
  return blocks;
}

Table gains_table(const std::string& caption, const std::vector<IdeaFinding>& ideas) {
  Table table{
      caption,
      {{"Idea"}, {"Zone probability", true}, {"Change", true}, {"Best package accepted by all", true}},
      {}};
  for (const IdeaFinding& idea : ideas) {
    table.rows.push_back({{Sentence(capital(say_ideas(idea)))},
                          {Sentence(chance(idea.zone_probability.value))},
                          {Sentence(say_way_of(idea))},
                          {Sentence(chance(idea.best_joint_acceptance))}});
  }
  return table;
}

Blocks tell_pairs(const Telling& telling, const ExpandFinding& finding) {
  if (finding.pairs.empty() && finding.apart.empty()) return {};
  Blocks blocks = {heading(2, "pairs", "Two ideas together")};
  if (!finding.pairs.empty()) {
    blocks.emplace_back(gains_table(
        "The ideas that gain most, two by two; changes are from the case as it is (C).", finding.pairs));
  }
  Bullets list;
  const auto says = [&](const std::string& id) {
    const auto& ideas = telling.subject.ideas;
    const auto found =
        std::find_if(ideas.begin(), ideas.end(), [&](const case_model::Idea& idea) { return idea.id == id; });
    return found == ideas.end() || found->says.empty() ? id : found->says;
  };
  for (const findings::IdeasApart& apart : finding.apart) {
    list.items.push_back({Sentence(fmt::format("Not tried together: {} and {} ({}).", says(apart.first),
                                               says(apart.second), apart.why))});
  }
  if (!list.items.empty()) blocks.emplace_back(std::move(list));
  return blocks;
}

Blocks tell_ideas(Telling& telling, const ExpandFinding& finding) {
  if (finding.ideas.empty()) return {paragraph(Sentence("The case lists no ideas."))};
  Sentence now(
      fmt::format("As the case stands, the zone probability is {} and the best package is accepted by all "
                  "with a chance of {}.",
                  chance(finding.zone_probability.value), chance(finding.best_joint_acceptance)));
  Blocks blocks = {
      heading(2, "ideas", "What each idea would change"),
      Paragraph{{now.mark(Mark::kComputed), Sentence("Whom an idea suits is worked out from the same "
                                                     "judgments and statements as the rest; what nobody has "
                                                     "said or judged of it is left open.")},
                false},
      gains_table("The case with each idea, drawn afresh with the same seed; greatest gain first (C).",
                  finding.ideas)};
  for (const IdeaFinding& idea : finding.ideas) append(blocks, tell_idea(telling, finding, idea));
  append(blocks, tell_pairs(telling, finding));
  return blocks;
}

// Burdens.

std::string amount(double value) {
  const std::string text = fmt::format("{:.2f}", value);
  return text.substr(0, text.find_last_not_of('0') + (text[text.find_last_not_of('0')] == '.' ? 0 : 1));
}

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() ? number : number + " " + unit;
}

Sentence say_core(const Case& subject, const BurdenFinding& burden,
                  const std::optional<findings::CheaperAlone>& cheaper, const std::string& rule) {
  if (!cheaper) {
    return Sentence("With shares " + rule + " no group would pay less by itself, by what is entered.")
        .mark(Mark::kComputed);
  }
  const bool single = cheaper->who.size() == 1;
  return Sentence(fmt::format("With shares {} {} would be asked for {}; by what is entered {} would pay {} "
                              "without the others.",
                              rule, say_names(subject, cheaper->who),
                              with_unit(amount(cheaper->asked), burden.unit), single ? "it" : "they",
                              with_unit(amount(cheaper->alone), burden.unit)))
      .mark(Mark::kComputed);
}

// Those whom a division asks for more than they could carry.
Sentence say_beyond_capacity(const Case& subject, const BurdenFinding& burden) {
  std::vector<PartyIndex> by_capacity, by_shapley;
  for (const findings::BurdenShare& share : burden.shares) {
    if (!share.capacity) continue;
    const double most = share.capacity->value() * (1 + 1e-9);
    if (share.by_capacity && *share.by_capacity > most) by_capacity.push_back(share.party);
    if (share.shapley > most) by_shapley.push_back(share.party);
  }
  if (by_capacity.empty() && by_shapley.empty()) return {};
  std::string words = "More than it could carry would be asked";
  if (!by_capacity.empty()) words += " by capacity of " + say_names(subject, by_capacity);
  if (!by_shapley.empty())
    words += (by_capacity.empty() ? "" : ",") + std::string(" by Shapley value of ") +
             say_names(subject, by_shapley);
  return Sentence(words + ".").mark(Mark::kComputed);
}

Table shares_table(const Case& subject, const BurdenFinding& burden) {
  const std::string unit = burden.unit.empty() ? "" : " (" + burden.unit + ")";
  Table table{
      "Ways to share it" + unit +
          ": in proportion to what each could carry; what each adds on average to the cost of those before "
          "it (Shapley value); and "
          "what each would pay by itself (C).",
      {{"Party"}, {"Could carry", true}, {"By capacity", true}, {"Shapley value", true}, {"By itself", true}},
      {}};
  for (const findings::BurdenShare& share : burden.shares) {
    table.rows.push_back(
        {{Sentence(subject.parties[share.party].name)},
         {Sentence(share.capacity ? base::write_decimal(*share.capacity) : "not entered")},
         {Sentence(share.by_capacity ? amount(*share.by_capacity) : "–")},
         {Sentence(amount(share.shapley))},
         {Sentence(share.alone_entered ? amount(share.alone)
                                       : amount(share.alone) + " (all of it: nothing entered)")}});
  }
  return table;
}

Blocks tell_burden(const Case& subject, const BurdenFinding& burden) {
  const std::string cost = with_unit(base::write_decimal(burden.total), burden.unit);
  const bool one = burden.shares.size() == 1;
  Sentence total(one ? subject.parties[burden.shares.front().party].name + " alone would carry it: " + cost +
                           "."
                     : "All together would pay " + cost + " for it.");
  Paragraph words{{total.mark(Mark::kJudged)}, false};
  if (!burden.why.empty())
    words.text.push_back(
        Sentence(capital(burden.why) + (burden.why.back() == '.' ? "" : ".")).mark(Mark::kJudged));
  const case_model::Issue& issue = subject.issues[burden.issue];
  const std::string id = "burden-" + issue.id + "-" + issue.options[burden.option].id;
  Blocks blocks = {heading(3, id, say_term(subject, burden.issue, burden.option)), words};
  if (one) return blocks;
  blocks.emplace_back(shares_table(subject, burden));
  Paragraph core;
  const bool by_capacity = !burden.shares.empty() && burden.shares.front().by_capacity.has_value();
  if (by_capacity) core.text.push_back(say_core(subject, burden, burden.against_capacity, "by capacity"));
  core.text.push_back(say_core(subject, burden, burden.against_shapley, "by Shapley value"));
  Sentence beyond = say_beyond_capacity(subject, burden);
  if (!beyond.empty()) core.text.push_back(std::move(beyond));
  blocks.emplace_back(std::move(core));
  return blocks;
}

Blocks tell_burdens(const Case& subject, const ExpandFinding& finding) {
  if (finding.burdens.empty()) return {};
  Blocks blocks = {
      heading(2, "burdens", "Who could carry what"),
      paragraph(Sentence(
          "These are rules of division, not proposals. What an option costs its guarantors changes no figure "
          "above."))};
  for (const BurdenFinding& burden : finding.burdens) append(blocks, tell_burden(subject, burden));
  return blocks;
}

}  // namespace

Document tell_expand(const Case& subject, const ExpandFinding& finding) {
  findings::BriefFinding told_with;
  told_with.run = finding.run;
  const case_model::Standing standing = case_model::weigh_statements(subject);
  Telling telling(subject, standing, told_with);
  Blocks blocks = {
      say_who_may_read(telling),
      paragraph(Sentence("As of " + say_day(subject.as_of) +
                         ". The case file is as it was: this is what could be added to the table."))};
  append(blocks, tell_ideas(telling, finding));
  append(blocks, tell_burdens(subject, finding));
  return Document{"Ideas: " + subject.title, std::move(blocks), telling.cites.citations()};
}

}  // namespace modus::brief

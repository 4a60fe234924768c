#include "modus/brief/change_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using findings::Change;
using findings::Headline;
using findings::Movement;
using findings::NamedEffect;
using findings::PartyHeadline;

constexpr double kEffectWorthTelling = 0.05;
constexpr std::size_t kIssuesTold = 3;
constexpr std::string_view kNotThere = "not there";

std::string say_signed(double value) {
  return (value < 0 ? "down " : "up ") + difference(value);
}

/// In a column that names the unit: "+15", "under 5".
std::string say_apart(double value) {
  if (value == 0) return "none";
  const std::string size = bare_difference(value);
  return size.starts_with("under") ? size : (value < 0 ? "-" : "+") + size;
}

std::string say_kind(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::kAdded: return "Added";
    case Change::Kind::kDropped: return "Dropped";
    case Change::Kind::kChanged: return "Changed";
  }
  return "";
}

std::string name_of_party(const Case& subject, const std::string& id) {
  const auto party = subject.find_party(id);
  return party ? subject.parties[*party].name : id;
}

/// "statement s3", "judgment weights.crews of Union", "option pilot of Crew size".
std::string say_item(const Case& subject, const Change& change) {
  std::string words = change.group + (change.id.empty() ? "" : " " + change.id);
  if (change.owner.empty()) return words;
  const auto issue = subject.find_issue(change.owner);
  return words + " of " + (issue ? subject.issues[*issue].name : name_of_party(subject, change.owner));
}

/// A judgment and a setting are told by their values, which are short; other things by name.
std::string say_values(const Change& change) {
  if (change.group != "judgment" && change.group != "setting") return "";
  const auto value = [](const std::string& yaml) { return yaml.empty() ? std::string("nothing") : yaml; };
  return ": from " + value(change.before) + " to " + value(change.after);
}

const PartyHeadline* party_in(const Headline& headline, const std::string& id) {
  const auto found = std::find_if(headline.parties.begin(), headline.parties.end(), [&](const auto& one) { return one.id == id; });
  return found == headline.parties.end() ? nullptr : &*found;
}

const NamedEffect* effect_in(const std::vector<NamedEffect>& effects, const std::string& id) {
  const auto found = std::find_if(effects.begin(), effects.end(), [&](const auto& one) { return one.id == id; });
  return found == effects.end() ? nullptr : &*found;
}

/// A row of chances, where each side may lack the thing.
std::vector<Text> chance_row(const std::string& what, const double* was, const double* is) {
  const auto say = [](const double* value) { return Sentence(value == nullptr ? std::string(kNotThere) : chance(*value)); };
  const std::string apart = was != nullptr && is != nullptr ? say_apart(*is - *was) : "";
  return {{Sentence(what)}, {say(was)}, {say(is)}, {Sentence(apart)}};
}

std::vector<std::string> ids_of_parties(const Headline& was, const Headline& is) {
  std::vector<std::string> ids;
  for (const Headline* headline : {&was, &is}) {
    for (const PartyHeadline& party : headline->parties) ids.push_back(party.id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

void add_party_rows(const Case& before, const Telling& after, const Headline& was, const Headline& is, Table& table) {
  for (const std::string& id : ids_of_parties(was, is)) {
    const PartyHeadline* old = party_in(was, id);
    const PartyHeadline* now = party_in(is, id);
    const std::string name = name_of_party(now != nullptr ? after.subject : before, id);
    table.rows.push_back(chance_row("Accepted by " + name + ", mean over packages", old != nullptr ? &old->acceptance : nullptr,
                                    now != nullptr ? &now->acceptance : nullptr));
    table.rows.push_back(chance_row("Acceptable to all but " + name, old != nullptr ? &old->zone_without.value : nullptr,
                                    now != nullptr ? &now->zone_without.value : nullptr));
  }
}

/// The package's words, in the case that it is of.
std::string say_named(const Case& subject, const findings::NamedPackage& named) {
  case_model::Package package(subject.issues.size());
  for (const auto& [issue_id, option_id] : named) {
    const auto issue = subject.find_issue(issue_id);
    if (!issue) continue;
    for (const case_model::OptionIndex option : subject.issues[*issue].options.indices()) {
      if (subject.issues[*issue].options[option].id == option_id) package[*issue] = option;
    }
  }
  return say_package(subject, package);
}

/// "Union: no package with ...", "Union: what it expects without a deal".
std::string say_point(const Case& subject, const std::string& id) {  // of the case that has it
  const std::size_t colon = id.find(':');
  const std::string party = name_of_party(subject, id.substr(0, colon)), rest = id.substr(colon + 1);
  const auto statement = subject.find_statement(rest);
  if (!statement || !makes_limit(subject, subject.statements[*statement])) return party + ": what it expects without a deal";
  return party + ": " + say_limit(subject, forbidden_by(subject.statements[*statement]));
}

std::vector<Text> effect_row(const std::string& what, const NamedEffect* was, const NamedEffect* is) {
  const auto say = [](const NamedEffect* effect) {
    return Sentence(effect == nullptr ? std::string(kNotThere) : bare_difference(effect->unblocking_effect.value));
  };
  return {{Sentence(what)}, {say(was)}, {say(is)}};
}

bool is_worth_telling(const NamedEffect* effect) {
  return effect != nullptr && effect->unblocking_effect.value >= kEffectWorthTelling;
}

Table points_table(const Case& before, const Telling& after, const Headline& was, const Headline& is) {
  Table table{"How far the zone probability would rise without this sticking point, in percentage points (C); those of 5 and more.",
              {{"Sticking point"}, {"Before", true}, {"After", true}},
              {}};
  std::vector<std::string> ids;
  for (const Headline* headline : {&was, &is}) {
    for (const NamedEffect& effect : headline->sticking_points) {
      if (is_worth_telling(&effect)) ids.push_back(effect.id);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  for (const std::string& id : ids) {
    const NamedEffect* now = effect_in(is.sticking_points, id);
    table.rows.push_back(effect_row(say_point(now != nullptr ? after.subject : before, id), effect_in(was.sticking_points, id), now));
  }
  return table;
}

/// The hardest few of either side, in the order of the ones after.
std::vector<std::string> hardest_of_both(const Headline& was, const Headline& is) {
  std::vector<std::string> ids;
  for (const Headline* headline : {&is, &was}) {
    for (std::size_t i = 0; i < std::min(kIssuesTold, headline->hardest_issues.size()); ++i) {
      const NamedEffect& effect = headline->hardest_issues[i];
      if (is_worth_telling(&effect) && std::find(ids.begin(), ids.end(), effect.id) == ids.end()) ids.push_back(effect.id);
    }
  }
  return ids;
}

Table issues_table(const Case& before, const Telling& after, const Headline& was, const Headline& is) {
  Table table{"The hardest issues: how far the zone probability would rise if limits on the issue fell away and everyone had its best "
              "there, in percentage points (C).",
              {{"Issue"}, {"Before", true}, {"After", true}},
              {}};
  for (const std::string& id : hardest_of_both(was, is)) {
    const Case& has_it = after.subject.find_issue(id) ? after.subject : before;
    const auto issue = has_it.find_issue(id);
    table.rows.push_back(effect_row(issue ? has_it.issues[*issue].name : id, effect_in(was.hardest_issues, id), effect_in(is.hardest_issues, id)));
  }
  return table;
}

}  // namespace

std::string say_way(const Movement& moved) {
  if (moved.value == 0) return "none";
  return moved.is_told() ? say_signed(moved.value) : "no more than sampling error";
}

std::string say_move(const Headline& before, const Headline& after, const Movement& moved) {
  const double was = before.zone_probability.value, is = after.zone_probability.value;
  if (percent(was) == percent(is)) return "stays at " + chance(is);
  return "goes from " + chance(was) + " to " + chance(is) + (moved.is_told() ? ", " : ", which is ") + say_way(moved);
}

Sentence say_change(Telling& after, const Change& change) {
  Sentence words;
  words.strong(say_kind(change.kind)).plain(": " + say_item(after.subject, change) + say_values(change));
  const auto statement = change.group == "statement" ? after.subject.find_statement(change.id) : std::nullopt;
  if (!statement) return words;
  const case_model::Statement& said = after.subject.statements[*statement];
  words.plain(", " + after.name(said.party) + " " + say_statement(after.subject, said));
  return words.cite(after.cites.number_of(*statement));
}

std::string say_basis(findings::ChangeEffect::Basis basis) {
  using Basis = findings::ChangeEffect::Basis;
  switch (basis) {
    case Basis::kReweighted: return "weighted anew";
    case Basis::kDrawnAfresh: return "drawn afresh";
    case Basis::kOnlyTogether: return "cannot be undone alone, only together with others";
    case Basis::kNotTried: return "not tried alone";
    case Basis::kNoPart: return "moves no figure";
  }
  return "";
}

Table headline_table(const Case& before, const Telling& after, const Headline& was, const Headline& is,
                     const findings::HeadlineMovement& moved) {
  Table table{"The figures before and after, and how many percentage points they moved (C).",
              {{"Figure"}, {"Before", true}, {"After", true}, {"Moved", true}},
              {}};
  table.rows.push_back(chance_row("Zone probability", &was.zone_probability.value, &is.zone_probability.value));
  if (!moved.zone_probability.is_told() && moved.zone_probability.value != 0) table.rows.back().back() = {Sentence("sampling error")};
  table.rows.push_back(chance_row("Best package accepted by all", &was.best_joint_acceptance, &is.best_joint_acceptance));
  add_party_rows(before, after, was, is, table);
  table.rows.push_back({{Sentence("Packages that meet the rules")},
                        {Sentence(count(was.package_count))},
                        {Sentence(count(is.package_count))},
                        {Sentence(moved.package_count == 0 ? "none" : fmt::format("{:+}", moved.package_count))}});
  return table;
}

Sentence say_best_packages(const Case& before, const Case& after, const Headline& was, const Headline& is) {
  if (was.best == is.best) {
    return Sentence("The package most often accepted by all is the same: " + say_named(after, is.best) + ".").mark(Mark::kComputed);
  }
  return Sentence("The package most often accepted by all was " + say_named(before, was.best) + "; it is now " + say_named(after, is.best) +
                  ".")
      .mark(Mark::kComputed);
}

Blocks tell_named_effects(const Case& before, const Telling& after, const Headline& was, const Headline& is) {
  return {table_or(points_table(before, after, was, is), "No single sticking point moves the zone probability by 5 percentage points or more."),
          table_or(issues_table(before, after, was, is), "No single issue moves the zone probability by 5 percentage points or more.")};
}

}  // namespace modus::brief

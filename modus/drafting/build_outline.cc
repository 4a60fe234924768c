#include "modus/drafting/build_outline.h"

#include <algorithm>

#include "modus/drafting/words.h"
#include "modus/reading/word_set.h"

namespace modus::drafting {
namespace {

using case_model::Role;
using case_model::StatementKind;

constexpr std::size_t kMostEvents = 5'000;
constexpr reading::WordSet kTalks{"talks",        "meeting", "round",  "negotiation",
                                  "negotiations", "session", "summit", "mediation"};

// Keeps what goes with the most statements, the earlier entry first where they are as many.
std::set<std::size_t> most_spoken_of(const std::map<std::size_t, std::size_t>& counts, std::size_t most) {
  std::vector<std::pair<std::size_t, std::size_t>> all(counts.begin(), counts.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (all.size() > most) all.resize(most);
  std::set<std::size_t> kept;
  for (const auto& [entry, count] : all) kept.insert(entry);
  return kept;
}

std::set<std::size_t> issues_of(const CodedStatement& one) {
  std::set<std::size_t> issues(one.which.begin(), one.which.end());
  for (const Target& target : one.targets) issues.insert(target.issue);
  return issues;
}

// Leaves out what does not hold to `keep`, with the reason.
template <class Keep>
void sift(Gathered& gathered, std::string_view why, const Keep& keep) {
  std::vector<CodedStatement> kept;
  for (CodedStatement& one : gathered.coded.statements) {
    if (keep(one)) {
      kept.push_back(std::move(one));
    } else {
      gathered.coded.left_out.push_back({one.source, one.passage, std::string(why)});
    }
  }
  gathered.coded.statements = std::move(kept);
}

bool says_something(const CodedStatement& one) {
  const bool open = one.ways.size() > 1;
  return open || (one.ways.size() == 1 && one.ways.front().kind);
}

void sift_by_size(Gathered& gathered) {
  std::map<std::size_t, std::size_t> issues, limits, all;
  for (const CodedStatement& one : gathered.coded.statements) {
    for (const std::size_t issue : issues_of(one)) ++issues[issue];
  }
  const std::size_t most_issues =
      case_model::CaseLimits::kIssues -
      (gathered.options->known == nullptr ? 0 : gathered.options->known->issues.size());
  std::map<std::size_t, std::size_t> fresh = issues;
  std::erase_if(fresh, [&](const auto& entry) { return gathered.issues.entries()[entry.first].known; });
  gathered.disputed = most_spoken_of(fresh, most_issues);
  for (const auto& [issue, count] : issues) {
    if (gathered.issues.entries()[issue].known) gathered.disputed.insert(issue);
  }
  sift(gathered, "it is about an issue beyond those a case can hold", [&](const CodedStatement& one) {
    const std::set<std::size_t> named = issues_of(one);
    return std::includes(gathered.disputed.begin(), gathered.disputed.end(), named.begin(), named.end());
  });
  sift(gathered, "the party has more limits than a case can hold", [&](const CodedStatement& one) {
    return ++limits[one.party] <= case_model::CaseLimits::kLimitsOfAParty;
  });
}

std::set<std::size_t> participants(const Gathered& gathered) {
  std::set<std::size_t> all;
  for (std::size_t i = 0; i < gathered.readings.size(); ++i) {
    if (!gathered.sources.counts[i]) continue;
    for (const reading::ReadEvent& event : gathered.readings[i].events) {
      for (const reading::ActorIndex actor : event.participants) {
        const std::size_t entry = gathered.parties.of(i, actor);
        const PartyEntry& party = gathered.parties.entries[entry];
        if (kTalks.has(event.kind) && !party.person && !party.is_medium(i)) all.insert(entry);
      }
    }
  }
  return all;
}

}  // namespace

void choose_members(Gathered& gathered) {
  sift(gathered, "it does not say what about", says_something);
  sift_by_size(gathered);
  std::map<std::size_t, std::size_t> counts;
  for (const CodedStatement& one : gathered.coded.statements) counts[one.party] += 1;
  const std::size_t most =
      case_model::CaseLimits::kParties -
      (gathered.options->known == nullptr
           ? 0
           : std::min(gathered.options->known->parties.size(), case_model::CaseLimits::kParties));
  const auto is_known = [&](std::size_t entry) {
    return gathered.options->known != nullptr &&
           gathered.options->known->find_party(gathered.parties.entries[entry].id).has_value();
  };
  const std::set<std::size_t> talking = participants(gathered);
  for (const std::size_t entry : talking) counts.emplace(entry, 0);
  std::map<std::size_t, std::size_t> fresh = counts;
  std::erase_if(fresh, [&](const auto& entry) { return is_known(entry.first); });
  std::set<std::size_t> used = most_spoken_of(fresh, most);
  for (const auto& [entry, count] : counts) {
    if (is_known(entry)) used.insert(entry);
  }
  sift(gathered, "it is the position of a party beyond those a case can hold",
       [&](const CodedStatement& one) { return used.contains(one.party); });
  gathered.roles = propose_roles(used, gathered.parties, gathered.coded);
}

case_model::Quote quote_of(const Gathered& gathered, std::size_t reading, const reading::Passage& passage) {
  case_model::Quote quote;
  if (is_empty_text(passage.text)) return quote;
  quote.text = passage.text;
  const bool has_file = !gathered.sources.sources.at(gathered.sources.report[reading]).value.file.empty();
  if (has_file && passage.start < passage.end) quote.at = {passage.start, passage.end};
  return quote;
}

namespace {

class Building {
 public:
  explicit Building(Gathered& gathered) : gathered_(gathered) {}

  Outline build() {
    for (const auto& [entry, proposed] : gathered_.roles) add_party(entry, proposed);
    for (const std::size_t issue : gathered_.disputed) add_issue(issue);
    for (const CodedStatement& one : gathered_.coded.statements) add_statement(one);
    for (const CodedAssessment& one : gathered_.coded.assessments) add_assessment(one);
    for (std::size_t i = 0; i < gathered_.readings.size(); ++i) {
      if (gathered_.sources.counts[i]) add_events(i);
    }
    outline_.sources = gathered_.sources.sources;
    return std::move(outline_);
  }

 private:
  [[nodiscard]] const PartyEntry& entry(std::size_t index) const { return gathered_.parties.entries[index]; }

  [[nodiscard]] bool has_role(const std::string& id, Role role) const {
    return std::any_of(gathered_.roles.begin(), gathered_.roles.end(), [&](const auto& one) {
      const auto& roles = one.second.roles;
      return entry(one.first).id == id && std::find(roles.begin(), roles.end(), role) != roles.end();
    });
  }

  void add_party(std::size_t index, const ProposedRoles& proposed) {
    const PartyEntry& from = entry(index);
    NamedParty named;
    named.value.id = from.id;
    named.value.name = from.name;
    named.value.roles = proposed.roles;
    named.value.aliases.assign(from.aliases.begin(), from.aliases.end());
    const bool ratifies =
        std::find(proposed.roles.begin(), proposed.roles.end(), Role::kRatifier) != proposed.roles.end();
    if (ratifies) named.ratifier_of = from.of;
    outline_.parties.emplace(from.id, std::move(named));
  }

  void add_issue(std::size_t index) {
    const IssueEntry& from = gathered_.issues.entries()[index];
    NamedIssue named;
    named.value.id = from.id;
    named.value.name = from.name;
    std::vector<std::string> heard;
    for (const OptionEntry& option : from.options) {
      if (option.id == kOtherwise) continue;
      heard.push_back(option.name);
      NamedOption one;
      one.value.id = option.id;
      one.value.name = option.name;
      for (const std::size_t by : option.commits) {
        if (has_role(entry(by).id, Role::kGuarantor)) one.needs.push_back(entry(by).id);
      }
      std::sort(one.needs.begin(), one.needs.end());
      named.options.push_back(std::move(one));
    }
    NamedOption otherwise;
    otherwise.value.id = kOtherwise;
    otherwise.value.name = heard.size() == 1 ? "not: " + heard.front() : std::string(kOtherwiseOfMany);
    named.options.push_back(std::move(otherwise));
    std::sort(named.options.begin(), named.options.end(),
              [](const auto& a, const auto& b) { return a.value.id < b.value.id; });
    outline_.issues.emplace(from.id, std::move(named));
  }

  void add_statement(const CodedStatement& one) {
    if (!one.ways.front().kind) return;
    NamedStatement named;
    named.value.id = one.id;
    named.value.kind = *one.ways.front().kind;
    named.value.speaker = one.speaker;
    named.value.channel = channel_of(one);
    named.value.on = one.on;
    named.value.quote = quote_of(gathered_, one.reading, one.passage);
    named.party = entry(one.party).id;
    named.what = one.ways.front().what;
    named.source = one.source;
    outline_.statements.emplace(one.id, std::move(named));
  }

  [[nodiscard]] case_model::Channel channel_of(const CodedStatement& one) const {
    Told told = one.told;
    if (one.teller)
      (has_role(entry(*one.teller).id, Role::kPrincipal) ? told.by_rival : told.by_other) = true;
    return channel_for(told);
  }

  void add_assessment(const CodedAssessment& one) {
    const bool by_party = one.party && gathered_.roles.contains(*one.party);
    NamedAssessment named;
    named.by = by_party ? entry(*one.party).id : one.source;
    named.source = one.source;
    named.value.speaker =
        one.speaker.empty() && one.party && !by_party ? entry(*one.party).name : one.speaker;
    named.value.on = one.on;
    const case_model::Source& source = gathered_.sources.sources.at(one.source).value;
    named.value.quote.text = one.passage.text;
    if (!source.file.empty() && one.passage.start < one.passage.end)
      named.value.quote.at = {one.passage.start, one.passage.end};
    if (outline_.assessments.size() < kMostEvents) outline_.assessments.push_back(std::move(named));
  }

  void add_events(std::size_t reading) {
    for (const reading::ReadEvent& event : gathered_.readings[reading].events) {
      const std::string kind = label_of(event.kind);
      if (!event.date || event.date->first > event.date->last || kind.empty()) {
        gathered_.coded.left_out.push_back(
            {gathered_.sources.report[reading], event.passage, "an event without a day"});
        continue;
      }
      NamedEvent named;
      named.value.kind = kind;
      named.value.on = {event.date->first, event.date->last};
      named.value.planned = event.status == reading::EventStatus::kPlanned;
      named.value.quote = quote_of(gathered_, reading, event.passage);
      if (event.place) named.value.place = label_of(event.place->text);
      if (!kTalks.has(kind)) named.value.what = label_of(event.passage.text);
      named.source = gathered_.sources.report[reading];
      named.who = who_of(reading, event);
      if (outline_.timeline.size() < kMostEvents) outline_.timeline.push_back(std::move(named));
    }
  }

  [[nodiscard]] std::vector<std::string> who_of(std::size_t reading, const reading::ReadEvent& event) const {
    std::set<std::string> who;
    for (const reading::ActorIndex actor : event.participants) {
      const std::size_t index = gathered_.parties.of(reading, actor);
      if (gathered_.roles.contains(index)) who.insert(entry(index).id);
    }
    return {who.begin(), who.end()};
  }

  Gathered& gathered_;
  Outline outline_;
};

}  // namespace

Outline build_outline(Gathered& gathered) { return Building(gathered).build(); }

}  // namespace modus::drafting

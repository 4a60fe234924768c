// What the analyst is asked, and in which order.
#include <algorithm>
#include <tuple>

#include "modus/drafting/build_outline.h"
#include "modus/drafting/ways.h"
#include "modus/drafting/words.h"

namespace modus::drafting {
namespace {

using case_model::Coding;
using case_model::OpenQuestion;
using case_model::Role;

constexpr std::size_t kMostPrincipalsAsked = 3;
constexpr std::size_t kMostQuestions = 5'000;
constexpr std::size_t kMostPairs = 100;

// Rank, parties on the issue (more first), id.
using Order = std::tuple<int, std::ptrdiff_t, std::string>;
struct Ranked {
  Order order;
  OpenQuestion question;
};

class Asking {
 public:
  explicit Asking(const Gathered& gathered) : gathered_(gathered) {
    for (const CodedStatement& one : gathered.coded.statements) {
      for (const Target& target : one.targets) parties_on_[target.issue].insert(one.party);
      for (const std::size_t issue : one.which) parties_on_[issue].insert(one.party);
    }
  }

  std::vector<OpenQuestion> run() {
    for (const CodedStatement& one : gathered_.coded.statements) ask_about(one);
    for (const auto& [entry, proposed] : gathered_.roles) ask_about_party(entry, proposed);
    ask_about_issues();
    std::sort(ranked_.begin(), ranked_.end(),
              [](const Ranked& a, const Ranked& b) { return a.order < b.order; });
    if (ranked_.size() > kMostQuestions) ranked_.resize(kMostQuestions);
    std::vector<OpenQuestion> questions;
    for (Ranked& one : ranked_) questions.push_back(std::move(one.question));
    return questions;
  }

 private:
  [[nodiscard]] const PartyEntry& entry(std::size_t index) const { return gathered_.parties.entries[index]; }

  void add(int rank, std::size_t parties, OpenQuestion question) {
    Order order{rank, -static_cast<std::ptrdiff_t>(parties), question.id};
    ranked_.push_back({std::move(order), std::move(question)});
  }

  [[nodiscard]] std::size_t parties_on(const CodedStatement& one) const {
    std::size_t most = 0;
    for (const auto& [issue, parties] : parties_on_) {
      const bool named = std::any_of(one.targets.begin(), one.targets.end(),
                                     [&, at = issue](const Target& t) { return t.issue == at; }) ||
                         std::find(one.which.begin(), one.which.end(), issue) != one.which.end();
      if (named) most = std::max(most, parties.size());
    }
    return most;
  }

  static Coding coding_of(const WayToCode& way, bool whole, const std::string& party) {
    Coding coding;
    coding.says = way.says;
    coding.drop = !way.kind;
    coding.kind = way.kind;
    coding.what = way.what;
    if (whole && way.kind) coding.party = party;
    return coding;
  }

  void ask_about(const CodedStatement& one) {
    const bool left_out = !one.ways.front().kind;
    OpenQuestion question;
    question.id = "q-" + one.id;
    question.about = one.id;
    question.asks =
        entry(one.party).name + ": " + (one.asks.empty() ? "How is this meant, and whose is it?" : one.asks);
    for (const WayToCode& way : one.ways)
      question.codings.push_back(coding_of(way, left_out, entry(one.party).id));
    for (const std::size_t other : one.other_parties) {
      if (left_out || !gathered_.roles.contains(other)) continue;
      Coding coding;
      coding.says = "the position of " + entry(other).name;
      coding.party = entry(other).id;
      question.codings.push_back(std::move(coding));
    }
    if (question.codings.size() < 2) return;
    question.speaker = one.speaker;
    question.source = one.source;
    question.quote = quote_of(gathered_, one.reading, one.passage);
    question.on = one.on;
    const std::size_t parties = parties_on(one);
    const bool limit = one.doubt == Doubt::kLimit || one.doubt == Doubt::kReach;
    add(limit ? (parties > 1 ? 0 : 1) : 2, parties, std::move(question));
  }

  OpenQuestion about_party(const PartyEntry& party, std::string asks) const {
    OpenQuestion question;
    question.id = "q-" + party.id;
    question.about = party.id;
    question.asks = std::move(asks);
    if (gathered_.sources.counts.empty() || is_empty_text(party.passage.text)) return question;
    question.source = gathered_.sources.report[party.reading];
    question.quote = quote_of(gathered_, party.reading, party.passage);
    return question;
  }

  static std::string says_of(const std::vector<Role>& roles) {
    const bool must = std::find(roles.begin(), roles.end(), Role::kPrincipal) != roles.end();
    return must ? "it must agree" : "it need not agree";
  }

  // People without a side may speak for one of those who must agree; of others, whether they must.
  void ask_about_party(std::size_t index, const ProposedRoles& proposed) {
    const PartyEntry& party = entry(index);
    if (proposed.others.empty()) return;
    OpenQuestion question = about_party(
        party, party.person ? "Whom does " + party.name + " speak for, and must they agree to a deal?"
                            : "Must " + party.name + " agree to a deal?");
    const auto add_roles = [&](const std::vector<Role>& roles) {
      Coding coding;
      coding.says = says_of(roles);
      coding.roles = roles;
      question.codings.push_back(std::move(coding));
    };
    add_roles(proposed.roles);
    for (const auto& roles : proposed.others) add_roles(roles);
    for (const auto& [other, roles] : gathered_.roles) {
      const bool principal =
          std::find(roles.roles.begin(), roles.roles.end(), Role::kPrincipal) != roles.roles.end();
      if (!party.person || !principal || other == index || entry(other).person) continue;
      if (question.codings.size() == 2 + kMostPrincipalsAsked) break;
      Coding coding;
      coding.says = "for " + entry(other).name;
      coding.same_as = entry(other).id;
      question.codings.push_back(std::move(coding));
    }
    add(3, 0, std::move(question));
  }

  void ask_about_issues() {
    std::size_t pairs = 0;
    for (const auto& [a, b] : gathered_.issues.perhaps_same()) {
      const IssueEntry& one = gathered_.issues.entries()[a];
      const IssueEntry& other = gathered_.issues.entries()[b];
      if (!gathered_.disputed.contains(a) || !gathered_.disputed.contains(b) || ++pairs > kMostPairs)
        continue;
      OpenQuestion question;
      question.id = "q-" + one.id + "-" + other.id;
      question.about = other.id;
      question.asks = "Are \"" + one.name + "\" and \"" + other.name + "\" one issue?";
      Coding apart, same;
      apart.says = "two issues";
      same.says = "one issue";
      same.same_as = one.id;
      question.codings = {apart, same};
      if (!is_empty_text(other.passage.text)) {
        question.source = gathered_.sources.report[other.reading];
        question.quote = quote_of(gathered_, other.reading, other.passage);
      }
      add(4, parties_on_.contains(a) ? parties_on_.at(a).size() : 0, std::move(question));
    }
  }

  const Gathered& gathered_;
  std::map<std::size_t, std::set<std::size_t>> parties_on_;
  std::vector<Ranked> ranked_;
};

}  // namespace

std::vector<OpenQuestion> ask_questions(const Gathered& gathered) { return Asking(gathered).run(); }

std::map<std::string, case_model::Proposed> places_of(const Gathered& gathered) {
  std::map<std::string, case_model::Proposed> places;
  const auto add = [&](const std::string& key, std::size_t reading, const reading::Passage& passage) {
    if (is_empty_text(passage.text)) return;
    places[key] = {"", gathered.sources.report[reading], quote_of(gathered, reading, passage).at};
  };
  for (const auto& [entry, roles] : gathered.roles) {
    const PartyEntry& party = gathered.parties.entries[entry];
    add("parties/" + party.id, party.reading, party.passage);
  }
  for (const std::size_t index : gathered.disputed) {
    const IssueEntry& issue = gathered.issues.entries()[index];
    add("issues/" + issue.id, issue.reading, issue.passage);
    for (const OptionEntry& option : issue.options) {
      add("options/" + issue.id + "/" + option.id, option.reading, option.passage);
    }
  }
  return places;
}

}  // namespace modus::drafting

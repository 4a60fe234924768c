#include "tests/audience/hidden_items.h"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "modus/case_model/judgment_names.h"
#include "modus/case_model/standing.h"
#include "modus/formats/read_case.h"
#include "modus/formats/write_case.h"

namespace modus::tests {
namespace {

using namespace case_model;  // NOLINT(google-build-using-namespace): this file is about a case's parts alone

const base::Interval kSome{{2, 1}, {6, 1}}, kSomePoints{{20, 0}, {60, 0}};

std::optional<Label> any_label(const Case& subject, const Pick& pick) {
  const auto party = [&] { return PartyIndex(pick(subject.parties.size())); };
  switch (pick(5)) {
    case 0: return std::nullopt;
    case 1: return Label{};
    case 2: return Label{Label::Kind::kCaucus, {party()}};
    default: return Label{Label::Kind::kPublic, {}};
  }
}

void add_text(Case& subject) {
  if (subject.drafts.empty() || !subject.text.empty()) return;
  TextRound round;
  round.on = subject.as_of;
  round.package = subject.drafts.front().package;
  round.why = "from a draft";
  subject.text = {round, round};
  for (const StatementIndex statement : subject.statements.indices()) {
    if (subject.text.back().reactions.size() < 3)
      subject.text.back().reactions.push_back({subject.statements[statement].party, ReactionKind::kWelcomed, round.package, statement});
  }
}

Idea idea_named(const std::string& id) { return {id, "an idea", "{event: a handshake}", {}, {}}; }

/// What an audience may not see, and how to change it. Indices into `subject` stay what they are until it is read anew.
class Disturber {
 public:
  Disturber(Case subject, const Audience& audience, const Pick& pick) : subject_(std::move(subject)), audience_(audience), pick_(pick) {}

  Case run() {
    change_statements();
    change_sources();
    change_judgments();
    change_forecast();
    add_sources();
    add_statements();
    change_lists();
    const auto read = formats::read_case(formats::write_case(subject_));
    if (!read.ok()) throw std::logic_error(base::describe(read.problems().front()));
    return read.value();
  }

 private:
  [[nodiscard]] bool hides(const std::optional<Label>& own, const std::optional<SourceIndex>& source = {}) const {
    return !may_see(audience_, label_of(subject_, own, source));
  }
  [[nodiscard]] bool coin() const { return pick_(2) == 0; }
  /// Of an item that is added.
  [[nodiscard]] Label hidden_label() const {
    for (const PartyIndex party : subject_.parties.indices()) {
      const Label label{Label::Kind::kCaucus, {party}};
      if (!may_see(audience_, label) && coin()) return label;
    }
    return Label{};
  }
  /// Sorts before, between or behind the others.
  std::string new_id() { return std::string(1, "0hz"[pick_(3)]) + "-hidden-" + std::to_string(++added_); }

  void change_statements() {
    for (Statement& statement : subject_.statements) {
      if (!hides(statement.label, statement.source) || coin()) continue;
      statement.meant = 0.25 * static_cast<double>(pick_(5));
      statement.speaker = "somebody";
      statement.why = coin() ? "heard in a corridor" : "";
      statement.quote = {};
      statement.on.reset();
    }
  }

  void change_sources() {
    for (Source& source : subject_.sources) {
      if (hides(source.label)) {
        if (coin()) source.title += ", corrected";
        if (coin()) source.published = subject_.as_of;
        if (coin()) source.heard_from.reset();
      } else if (source.heard_from && hides(subject_.sources[*source.heard_from].label) && coin()) {
        source.heard_from.reset();
      }
    }
  }

  void change_judgments() {
    for (Judgments& judgments : subject_.judgments) {
      const auto hidden = [&](const char* name) { return !may_see(audience_, label_of_judgment(judgments, name)); };
      if (hidden("stalling")) judgments.stalling = coin() ? std::nullopt : std::optional(kSome);
      if (hidden("impatience")) judgments.impatience = coin() ? std::nullopt : std::optional(kSome);
      if (hidden("no_deal") && coin()) {
        judgments.no_deal = {};
        judgments.no_deal.value = kSomePoints;
      }
      if (hidden("weights")) judgments.weights[IssueIndex(pick_(subject_.issues.size()))] = coin() ? std::nullopt : std::optional(base::Interval{{0, 0}, {5, 1}});
      if (hidden("asking")) judgments.asking.leak = 0.25 * static_cast<double>(pick_(5));
      if (hidden("order") && coin()) judgments.order.assign(subject_.issues.size(), {});
      if (hidden("scores") && coin()) judgments.scores.assign(subject_.issues.size(), {});
      const Label adjust = label_of_judgment(judgments, "adjust");
      std::erase_if(judgments.adjust, [&](const Adjustment& a) { return !may_see(audience_, a.label.value_or(adjust)) && coin(); });
      if (coin() && !subject_.norms.empty()) judgments.adjust.push_back({subject_.norms.front().when, kSomePoints, "", {}, hidden_label()});
      keep_reasons(judgments);
    }
  }
  void change_forecast() {
    ForecastSettings& settings = subject_.forecast;
    if (may_see(audience_, settings.label.value_or(Label())) || coin()) return;
    settings = {};
    settings.label = hidden_label();
    if (coin()) settings.reference_class = "pax-talks-to-ceasefire";
    if (coin()) settings.weight = 0.25 * static_cast<double>(pick_(5));
    if (coin()) settings.since = subject_.as_of - std::chrono::days(pick_(400));
    if (coin()) settings.rounds = kSome;
    if (coin()) settings.stalling_ends = kSome;
  }

  /// Reasons must be about judgments that are there.
  void keep_reasons(Judgments& judgments) const {
    std::erase_if(judgments.why, [&](const auto& reason) {
      const std::string name = reason.first.substr(0, reason.first.find('.'));
      return !name.empty() && !may_see(audience_, label_of_judgment(judgments, name));
    });
  }

  void add_sources() {
    for (std::size_t i = pick_(3); i > 0; --i) {
      Source source;
      source.id = new_id();
      source.title = "A note";
      source.published = subject_.as_of;
      source.label = hidden_label();
      if (!subject_.sources.empty() && coin()) source.heard_from = SourceIndex(pick_(subject_.sources.size()));
      subject_.sources.push_back(source);
      const SourceIndex added(subject_.sources.size() - 1);
      for (const SourceIndex other : subject_.sources.indices()) {
        Source& visible = subject_.sources[other];
        if (other < added && !source.heard_from && !visible.heard_from && !hides(visible.label) && pick_(4) == 0) visible.heard_from = added;
      }
    }
  }

  /// A hidden statement like one that is there, about the same party.
  void add_statements() {
    const std::size_t count = subject_.statements.size();
    for (std::size_t i = count == 0 ? 0 : pick_(4); i > 0; --i) {
      const StatementIndex like(pick_(count));
      Statement statement = subject_.statements[like];
      statement.id = new_id();
      statement.label = hidden_label();
      statement.quote = {};
      statement.replaces.clear();
      statement.same_as.reset();
      if (coin()) statement.meant = 0.75;
      if (coin() && !subject_.sources.empty()) statement.source = SourceIndex(pick_(subject_.sources.size()));
      if (coin()) statement.replaces = {like};
      if (coin() && makes_limit(subject_, statement)) statement.same_as = like;
      subject_.statements.push_back(statement);
      add_reaction(statement.party);
    }
  }
  /// Held by the last statement.
  void add_reaction(PartyIndex party) {
    if (subject_.text.empty() || coin()) return;
    TextRound& round = subject_.text[pick_(subject_.text.size())];
    const auto place = static_cast<std::ptrdiff_t>(pick_(round.reactions.size() + 1));
    round.reactions.insert(round.reactions.begin() + place,
                           {party, ReactionKind::kRefused, round.package, StatementIndex(subject_.statements.size() - 1)});
  }

  void change_lists() {
    for (Party& party : subject_.parties)
      change(party.interests, [&](const Interest& i) { return hides(i.label, i.source); }, std::optional(Interest{"something of its own", {}, {}}));
    change(subject_.norms, [&](const Norm& n) { return hides(n.label, n.source); });
    change(subject_.assessments, [&](const Assessment& a) { return hides(a.label, a.source ? a.source : a.by_source); });
    change(subject_.guarantees, [&](const Guarantee& g) { return !may_see(audience_, g.label.value_or(Label())); });
    change(subject_.timeline, [&](const TimelineEvent& e) { return hides(e.label, e.source); });
    change(subject_.text, [&](const TextRound& round) { return hides(round.label); });
    change(subject_.ideas, [&](const Idea& idea) { return hides(idea.label); });
    for (Idea& idea : subject_.ideas) idea.id = fresh(subject_.ideas, idea);
    change(subject_.drafts, [&](const Draft& draft) { return hides(draft.label); });
    for (Draft& draft : subject_.drafts) draft.id = fresh(subject_.drafts, draft);
  }

  /// Drops some that are hidden, and adds a hidden copy of the last item, or of `other`.
  template <class T, class Hidden>
  void change(std::vector<T>& list, Hidden hidden, std::optional<T> other = {}) const {
    if (!list.empty()) other = list.back();
    std::erase_if(list, [&](const T& item) { return hidden(item) && coin(); });
    if (!other || coin()) return;
    other->label = hidden_label();
    list.push_back(*other);
  }
  /// The copy's id, where it has one, must be its own.
  template <class T>
  std::string fresh(const std::vector<T>& list, const T& item) {
    const bool copy = std::any_of(list.begin(), list.end(), [&](const T& other) { return &other < &item && other.id == item.id; });
    return copy ? new_id() : item.id;
  }

  Case subject_;
  const Audience& audience_;
  const Pick& pick_;
  int added_ = 0;
};

}  // namespace

Pick fixed_picks(std::uint64_t seed) {
  return [random = std::mt19937_64(seed)](std::size_t below) mutable { return static_cast<std::size_t>(random() % below); };
}

Case with_labels(Case subject, const Pick& pick) {
  add_text(subject);
  if (subject.ideas.empty()) subject.ideas = {idea_named("first"), idea_named("second")};
  subject.default_label = any_label(subject, pick);
  const auto label = [&](auto& list) {
    for (auto& item : list) item.label = any_label(subject, pick);
  };
  label(subject.sources);
  label(subject.norms);
  label(subject.drafts);
  label(subject.statements);
  label(subject.assessments);
  label(subject.guarantees);
  label(subject.timeline);
  label(subject.ideas);
  label(subject.text);
  for (Party& party : subject.parties) label(party.interests);
  for (Judgments& judgments : subject.judgments) {
    label(judgments.adjust);
    judgments.label = any_label(subject, pick);
    judgments.asking.leak = 0.5;
    judgments.impatience = kSome;
    for (const std::string_view name : kJudgmentNames) {
      const auto own = any_label(subject, pick);
      if (own) judgments.labels[std::string(name)] = *own;
    }
  }
  subject.forecast.weight = 0.5;
  subject.forecast.label = any_label(subject, pick);
  for (Source& source : subject.sources) source.file.clear();
  for (Statement& statement : subject.statements) statement.quote.at.reset();
  for (Assessment& assessment : subject.assessments) assessment.quote.at.reset();
  for (TimelineEvent& event : subject.timeline) event.quote.at.reset();
  return subject;
}

std::vector<Audience> outsiders(const Case& subject) {
  std::vector<Audience> all = {{Audience::Kind::kPublic, {}}};
  for (const PartyIndex party : subject.parties.indices()) all.push_back({Audience::Kind::kParty, party});
  return all;
}

Case with_other_hidden_items(const Case& subject, const Audience& audience, const Pick& pick) {
  return Disturber(subject, audience, pick).run();
}

}  // namespace modus::tests

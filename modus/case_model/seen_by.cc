// A case without what an audience may not see: every list is filtered by label, pointers to what is gone are cut,
// and the lists sorted by what their items say are sorted again, since an item may have lost its source.
#include <algorithm>

#include "modus/case_model/audience.h"
#include "modus/case_model/canonical_order.h"
#include "modus/case_model/judgment_names.h"

namespace modus::case_model {
namespace {

// Where the items of a list went; nothing for hidden ones.
template <class I>
using NewPlaces = base::IndexedVector<I, std::optional<I>>;

class Sight {
 public:
  Sight(const Case& whole, const Audience& audience) : whole_(whole), audience_(audience) {}

  Case look() {
    seen_ = whole_;
    if (!may_see(audience_, label_of(whole_, {}))) seen_.default_label.reset();
    filter_sources();
    filter_statements();
    filter_positions();
    filter_events();
    filter_judgments();
    if (!may_see(audience_, whole_.forecast.label.value_or(Label()))) seen_.forecast = {};
    filter_text();
    if (seen_.draft) filter_draft(*seen_.draft);
    forget_places();
    return std::move(seen_);
  }

 private:
  using Source = std::optional<SourceIndex>;

  [[nodiscard]] bool sees(const std::optional<Label>& own, const Source& source = {}) const {
    return may_see(audience_, label_of(whole_, own, source));
  }

  void filter_sources() {
    source_at_.assign(whole_.sources.size(), std::nullopt);
    seen_.sources = {};
    for (const SourceIndex source : whole_.sources.indices()) {
      if (!sees(whole_.sources[source].label)) continue;
      source_at_[source] = SourceIndex(seen_.sources.size());
      seen_.sources.push_back(whole_.sources[source]);
    }
    for (auto& source : seen_.sources) move(source.heard_from);
  }

  void filter_statements() {
    statement_at_.assign(whole_.statements.size(), std::nullopt);
    seen_.statements = {};
    for (const StatementIndex index : whole_.statements.indices()) {
      const Statement& statement = whole_.statements[index];
      if (!sees(statement.label, statement.source)) continue;
      statement_at_[index] = StatementIndex(seen_.statements.size());
      seen_.statements.push_back(statement);
    }
    for (Statement& statement : seen_.statements) {
      move(statement.source, statement.quote);
      if (statement.same_as) statement.same_as = statement_at_[*statement.same_as];
      std::vector<StatementIndex> replaced;
      for (const StatementIndex other : statement.replaces) {
        if (statement_at_[other]) replaced.push_back(*statement_at_[other]);
      }
      statement.replaces = std::move(replaced);
    }
  }

  void filter_positions() {
    for (Party& party : seen_.parties) {
      keep(party.interests, [&](const Interest& i) { return sees(i.label, i.source); });
      for (Interest& interest : party.interests) move(interest.source);
      put_in_order(party.interests);
    }
    keep(seen_.norms, [&](const Norm& norm) { return sees(norm.label, norm.source); });
    for (Norm& norm : seen_.norms) move(norm.source);
    put_in_order(seen_.norms, seen_.issues);
    keep(seen_.drafts, [&](const Draft& draft) { return sees(draft.label); });
    keep(seen_.ideas, [&](const Idea& idea) { return sees(idea.label); });
  }

  void filter_events() {
    // An assessment says whose it is: it goes with the source that makes it.
    keep(seen_.assessments, [&](const Assessment& a) {
      const bool by_hidden = a.by_source && !source_at_[*a.by_source];
      return !by_hidden && sees(a.label, a.source ? a.source : a.by_source);
    });
    for (Assessment& assessment : seen_.assessments) {
      move(assessment.by_source);
      move(assessment.source, assessment.quote);
    }
    put_in_order(seen_.assessments);
    keep(seen_.guarantees, [&](const Guarantee& g) { return may_see(audience_, g.label.value_or(Label())); });
    keep(seen_.timeline, [&](const TimelineEvent& event) { return sees(event.label, event.source); });
    for (TimelineEvent& event : seen_.timeline) move(event.source, event.quote);
    put_in_order(seen_.timeline);
  }

  void filter_judgments() {
    for (Judgments& judgments : seen_.judgments) judgments = seen_of(judgments);
  }

  // Built up from nothing, so that what is not copied by name is hidden.
  [[nodiscard]] Judgments seen_of(const Judgments& whole) const {
    Judgments seen = no_judgments(whole_.issues.size());
    const auto copy = [&](const char* name, auto member) {
      if (may_see(audience_, label_of_judgment(whole, name))) seen.*member = whole.*member;
    };
    copy("order", &Judgments::order);
    copy("scores", &Judgments::scores);
    copy("scales", &Judgments::scales);
    copy("weights", &Judgments::weights);
    copy("stalling", &Judgments::stalling);
    copy("impatience", &Judgments::impatience);
    copy("no_deal", &Judgments::no_deal);
    copy("beliefs", &Judgments::beliefs);
    copy("asking", &Judgments::asking);
    const Label adjust = label_of_judgment(whole, "adjust");
    for (const Adjustment& adjustment : whole.adjust) {
      if (may_see(audience_, adjustment.label.value_or(adjust))) seen.adjust.push_back(adjustment);
    }
    if (whole.label && may_see(audience_, *whole.label)) seen.label = whole.label;
    copy_seen(whole, seen);
    seen.stated = says_what_it_wants(seen);
    return seen;
  }

  // Reasons, places and labels go with the judgment whose name is the first part of theirs.
  void copy_seen(const Judgments& whole, Judgments& seen) const {
    const auto copy = [&](const auto& from, auto& to) {
      for (const auto& [name, value] : from) {
        if (may_see(audience_, label_of_judgment(whole, name.substr(0, name.find('.'))))) to.emplace(name, value);
      }
    };
    copy(whole.why, seen.why);
    copy(whole.labels, seen.labels);
    copy(whole.places, seen.places);
    if (const auto place = whole.places.find("adjust"); place != whole.places.end() && !seen.adjust.empty())
      seen.places.insert(*place);
  }

  void filter_text() {
    keep(seen_.text, [&](const TextRound& round) { return sees(round.label); });
    for (TextRound& round : seen_.text) {
      keep(round.reactions, [&](const Reaction& r) { return statement_at_[r.statement].has_value(); });
      for (Reaction& reaction : round.reactions) reaction.statement = *statement_at_[reaction.statement];
    }
  }

  // Fingerprints serve nothing but a later reading into the whole case.
  void filter_draft(DraftRecord& draft) const {
    draft.proposed.clear();
    keep(draft.questions, [&](const OpenQuestion& q) { return sees_passage(q.source) && sees_item(q.about, q.source); });
    keep(draft.decisions, [&](const Decision& decision) {
      const auto named = [&](const OpenQuestion& question) { return question.id == decision.about; };
      if (std::ranges::any_of(draft.questions, named)) return true;
      return std::ranges::none_of(whole_.draft->questions, named) && sees_item(decision.about, "");
    });
  }

  // The source of that name, where there is one, is not hidden.
  [[nodiscard]] bool sees_passage(const std::string& source) const {
    const auto index = whole_.find_source(source);
    return !index || source_at_[*index];
  }

  // By the name of a statement or of something that is always seen; what the case no longer has is under the label
  // of its source, or else of the case.
  [[nodiscard]] bool sees_item(const std::string& name, const std::string& source) const {
    if (const auto index = whole_.find_statement(name)) return statement_at_[*index].has_value();
    if (whole_.find_party(name) || whole_.find_issue(name)) return true;
    return sees({}, whole_.find_source(source));
  }

  // Lines move with what is hidden above them.
  void forget_places() {
    const auto forget = [](auto& list) {
      for (auto& item : list) item.where.line = item.where.column = 0;
    };
    forget(seen_.sources);
    forget(seen_.parties);
    forget(seen_.issues);
    forget(seen_.rules);
    forget(seen_.norms);
    forget(seen_.drafts);
    forget(seen_.statements);
    forget(seen_.assessments);
    forget(seen_.guarantees);
    forget(seen_.timeline);
    forget(seen_.ideas);
    forget(seen_.text);
    seen_.forecast.where.line = seen_.forecast.where.column = 0;
    for (Judgments& judgments : seen_.judgments) {
      forget(judgments.adjust);
      judgments.no_deal.where.line = judgments.no_deal.where.column = 0;
      for (auto& [name, place] : judgments.places) place.line = place.column = 0;
    }
  }

  template <class T, class Keep>
  static void keep(std::vector<T>& list, Keep keeps) {
    std::erase_if(list, [&](const T& item) { return !keeps(item); });
  }

  void move(Source& source) const {
    if (source) source = source_at_[*source];
  }
  // Without its source a quote stands nowhere.
  void move(Source& source, Quote& quote) const {
    move(source);
    if (!source) quote.at.reset();
  }

  const Case& whole_;
  const Audience& audience_;
  Case seen_;
  NewPlaces<SourceIndex> source_at_;
  NewPlaces<StatementIndex> statement_at_;
};

}  // namespace

Case seen_by(const Case& subject, const Audience& audience) {
  if (audience.kind == Audience::Kind::kTeam) return subject;
  return Sight(subject, audience).look();
}

}  // namespace modus::case_model

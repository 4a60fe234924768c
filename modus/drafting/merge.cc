#include "modus/drafting/merge.h"

#include <algorithm>
#include <set>

#include "modus/case_model/parse_condition.h"
#include "modus/drafting/fingerprints.h"
#include "modus/drafting/gather_issues.h"
#include "modus/drafting/gather_sources.h"
#include "modus/drafting/review.h"

namespace modus::drafting {
namespace {

using case_model::Case;
using case_model::DraftRecord;
using case_model::OpenQuestion;

// What becomes of one item of the new draft.
enum class Fate {
  kAdd,     ///< it is new
  kFollow,  ///< the case has it as the reader once proposed it
  kKeep,    ///< a person wrote or changed it
  kAbsent,  ///< a person took it out
};

class Merging {
 public:
  Merging(const Case& existing, const Case& fresh)
      : old_(outline_of(existing)),
        new_(outline_of(fresh)),
        prints_(fingerprints_of(old_)),
        new_prints_(fingerprints_of(new_)) {
    record_ = existing.draft.value_or(DraftRecord());
    read_ = fresh.draft.value_or(DraftRecord());
  }

  base::Result<Merged> run() {
    find_changed();
    if (changed_.empty()) return Merged{old_.rest, {}};
    take_out_what_is_gone();
    old_.rest.as_of = std::max(old_.rest.as_of, new_.rest.as_of);
    merge_sources();
    merge_parties();
    merge_issues();
    merge_statements();
    merge_list(old_.assessments, new_.assessments, "assessments/");
    merge_list(old_.timeline, new_.timeline, "timeline/");
    merge_questions();
    old_.rest.draft = record_;
    base::Result<Case> made = case_of(old_);
    if (!made) return made.problems();
    return Merged{std::move(made).value(), std::move(conflicts_)};
  }

 private:
  // Reports that were not read before, or whose bytes have changed since.
  void find_changed() {
    for (const auto& [key, proposed] : read_.proposed) {
      if (!key.starts_with("reports/")) continue;
      const auto before = record_.proposed.find(key);
      if (before != record_.proposed.end() && before->second.fingerprint == proposed.fingerprint) continue;
      changed_.insert(key.substr(8));
      if (before != record_.proposed.end()) replaced_.insert(key.substr(8));
      record_.proposed[key] = proposed;
    }
  }

  // What a report repeats after a paper stands in the report.
  static std::string report_of(const std::string& source) { return source.substr(0, source.find(kVia)); }
  [[nodiscard]] bool has_changed(const std::string& source) const {
    return changed_.contains(report_of(source));
  }

  // A report whose bytes have changed: what was read there, is as it was read, and is not read there now.
  void take_out_what_is_gone() {
    std::set<std::string> gone;
    for (const auto& [id, statement] : old_.statements) {
      if (!replaced_.contains(report_of(statement.source)) || new_.statements.contains(id)) continue;
      if (fate_of("statements/" + id) == Fate::kFollow && !was_decided(id))
        gone.insert(id);
      else
        conflict("statements/" + id, told(statement), "nothing: the report has changed");
    }
    for (const std::string& id : gone) forget(old_, id);
    take_out_of(old_.assessments, "assessments/");
    take_out_of(old_.timeline, "timeline/");
  }

  template <class T>
  void take_out_of(std::vector<T>& list, const std::string& prefix) {
    std::erase_if(list, [&](const T& item) {
      const std::string key = prefix + fingerprint_of(item);
      return replaced_.contains(report_of(item.source)) && !new_prints_.contains(key) &&
             fate_of(key) == Fate::kFollow;
    });
  }

  [[nodiscard]] Fate fate_of(const std::string& key) const {
    const auto has = prints_.find(key);
    const auto proposed = record_.proposed.find(key);
    if (has == prints_.end()) return proposed == record_.proposed.end() ? Fate::kAdd : Fate::kAbsent;
    return proposed != record_.proposed.end() && proposed->second.fingerprint == has->second ? Fate::kFollow
                                                                                             : Fate::kKeep;
  }

  // The reader's latest word on an item is on record from now on, but for what a person wrote.
  void propose(const std::string& key, const std::string& print) {
    const auto place = read_.proposed.find(key);
    const auto [entry, is_new] = record_.proposed.try_emplace(key);
    if (is_new && place != read_.proposed.end()) entry->second = place->second;
    entry->second.fingerprint = print;
  }

  [[nodiscard]] bool says_something_new(const std::string& key) const {
    const auto proposed = record_.proposed.find(key);
    return proposed != record_.proposed.end() && proposed->second.fingerprint != new_prints_.at(key);
  }

  void conflict(const std::string& key, std::string has, std::string reads) {
    conflicts_.push_back({key, std::move(has), std::move(reads)});
  }

  void merge_sources() {
    for (const auto& [id, source] : new_.sources) {
      const std::string key = "sources/" + id;
      const Fate fate = fate_of(key);
      if (fate == Fate::kAbsent || fate == Fate::kKeep) continue;
      const NamedSource* before = fate == Fate::kFollow ? &old_.sources.at(id) : nullptr;
      const std::string heard =
          before != nullptr && source.heard_from.empty() ? before->heard_from : source.heard_from;
      NamedSource& now = old_.sources[id] = source;
      now.heard_from = heard.empty() || known_source(heard) || adds("sources/" + heard) ? heard : "";
      propose(key, fingerprint_of(now));
    }
  }

  [[nodiscard]] bool known_source(const std::string& id) const { return old_.sources.contains(id); }
  [[nodiscard]] bool adds(const std::string& key) const {
    return new_prints_.contains(key) && fate_of(key) == Fate::kAdd;
  }

  // Aliases are joined; who was outside may turn out to take part.
  static NamedParty joined(const NamedParty& before, const NamedParty& now) {
    using case_model::Role;
    NamedParty party = before;
    std::set<std::string> aliases(before.value.aliases.begin(), before.value.aliases.end());
    aliases.insert(now.value.aliases.begin(), now.value.aliases.end());
    aliases.erase(before.value.name);
    party.value.aliases.assign(aliases.begin(), aliases.end());
    if (before.value.roles == std::vector{Role::kObserver}) {
      party.value.roles = now.value.roles;
      party.ratifier_of = now.ratifier_of;
    } else if (now.value.has(Role::kGuarantor) && !before.value.has(Role::kGuarantor)) {
      party.value.roles.push_back(Role::kGuarantor);
      std::sort(party.value.roles.begin(), party.value.roles.end());
    }
    return party;
  }

  void merge_parties() {
    for (const auto& [id, party] : new_.parties) {
      const std::string key = "parties/" + id;
      const Fate fate = fate_of(key);
      if (fate == Fate::kAdd && old_.parties.size() >= case_model::CaseLimits::kParties) continue;
      if (fate == Fate::kAbsent || fate == Fate::kKeep) continue;
      old_.parties[id] = fate == Fate::kFollow ? joined(old_.parties.at(id), party) : party;
      propose(key, fingerprint_of(old_.parties.at(id)));
    }
    for (auto& [id, party] : old_.parties) {
      const auto of = old_.parties.find(party.ratifier_of);
      const bool misplaced =
          !party.ratifier_of.empty() &&
          (of == old_.parties.end() || !of->second.value.has(case_model::Role::kPrincipal));
      if (!misplaced || fate_of("parties/" + id) == Fate::kKeep) continue;
      party.ratifier_of.clear();
      party.value.roles = {case_model::Role::kObserver};
      propose("parties/" + id, fingerprint_of(party));
    }
  }

  void merge_issues() {
    for (const auto& [id, issue] : new_.issues) {
      const std::string key = "issues/" + id;
      const Fate fate = fate_of(key);
      if (fate == Fate::kAbsent) continue;
      if (fate == Fate::kAdd) {
        if (!may_add_issue(key)) continue;
        old_.issues[id] = issue;
        old_.issues.at(id).options.clear();
        propose(key, new_prints_.at(key));
      }
      merge_options(id, issue);
    }
  }

  bool may_add_issue(const std::string& key) {
    if (old_.issues.size() >= case_model::CaseLimits::kIssues) return false;
    if (!has_packages(old_.rest)) return true;
    conflict(key, "drafts or lotteries that say nothing on it",
             "a new issue; add it and an option of it to each of them, then read again");
    return false;
  }

  void merge_options(const std::string& id, const NamedIssue& issue) {
    NamedIssue& mine = old_.issues.at(id);
    if (mine.value.range) return;
    for (const NamedOption& option : issue.options) {
      const std::string key = "options/" + id + "/" + option.value.id;
      const Fate fate = fate_of(key);
      if (fate != Fate::kAdd && fate != Fate::kFollow) continue;
      if (fate == Fate::kAdd && has_order(old_.rest, id)) {
        conflict(key, "an order of all options of " + id,
                 "a new option, \"" + option.value.name + "\"; give it its place, then read again");
        continue;
      }
      const auto at = std::find_if(mine.options.begin(), mine.options.end(),
                                   [&](const NamedOption& o) { return o.value.id == option.value.id; });
      const bool is_new = at == mine.options.end();
      if (is_new) mine.options.push_back(option);
      NamedOption& now = is_new ? mine.options.back() : *at;
      if (!is_new) now = joined(now, option);
      std::erase_if(now.needs, [&](const std::string& by) { return !is_guarantor(by); });
      propose(key, fingerprint_of(now));
    }
    name_otherwise(id, mine);
  }

  static NamedOption joined(const NamedOption& before, const NamedOption& now) {
    NamedOption option = before;
    std::set<std::string> needs(before.needs.begin(), before.needs.end());
    needs.insert(now.needs.begin(), now.needs.end());
    option.needs.assign(needs.begin(), needs.end());
    return option;
  }

  [[nodiscard]] bool is_guarantor(const std::string& id) const {
    const auto party = old_.parties.find(id);
    return party != old_.parties.end() && party->second.value.has(case_model::Role::kGuarantor);
  }

  // "not: ..." is said of one option only.
  void name_otherwise(const std::string& id, NamedIssue& issue) {
    const std::string key = "options/" + id + "/" + std::string(kOtherwise);
    for (NamedOption& option : issue.options) {
      const bool follows = option.value.id == kOtherwise && record_.proposed.contains(key) &&
                           record_.proposed.at(key).fingerprint == fingerprint_of(option);
      if (!follows) continue;
      if (issue.options.size() > 2) option.value.name = kOtherwiseOfMany;
      propose(key, fingerprint_of(option));
    }
  }

  // Whether all that the statement names is in the case; parties and issues may have been taken out.
  [[nodiscard]] bool fits(const NamedStatement& statement) const {
    if (!old_.parties.contains(statement.party) ||
        !(statement.source.empty() || old_.sources.contains(statement.source)))
      return false;
    return std::all_of(statement.ranking.begin(), statement.ranking.end(),
                       [&](const std::string& issue) { return old_.issues.contains(issue); }) &&
           reads(statement.what) && reads(statement.over);
  }

  [[nodiscard]] bool reads(const std::string& condition) const {
    if (condition.empty()) return true;
    if (issues_.empty()) {
      for (const auto& [id, named] : old_.issues) {
        case_model::Issue issue = named.value;
        issue.options = {};
        for (const NamedOption& option : named.options) issue.options.push_back(option.value);
        issues_.push_back(std::move(issue));
      }
    }
    return case_model::parse_condition(condition, issues_, {}).ok();
  }

  void merge_statements() {
    for (const auto& [id, statement] : new_.statements) {
      const std::string key = "statements/" + id;
      const Fate fate = fate_of(key);
      if (fate == Fate::kAbsent || was_decided(id) || !has_changed(statement.source)) continue;
      if (fate != Fate::kAdd) {
        if (says_something_new(key)) conflict(key, told(old_.statements.at(id)), told(statement));
      } else if (fits(statement)) {
        old_.statements[id] = statement;
        propose(key, new_prints_.at(key));
      } else {
        conflict(key, "no longer what it is about", told(statement));
      }
    }
  }

  // What a person has looked at stays, though it is as the reader proposed it.
  [[nodiscard]] bool was_decided(const std::string& about) const {
    return std::any_of(record_.decisions.begin(), record_.decisions.end(),
                       [&](const case_model::Decision& one) { return one.about == about; });
  }

  static std::string told(const NamedStatement& statement) {
    return statement.party + " " + std::string(word_of(statement.value.kind)) + " " + statement.what;
  }

  [[nodiscard]] bool is_there(const std::string& id) const {
    return old_.parties.contains(id) || old_.sources.contains(id);
  }
  [[nodiscard]] bool fits(const NamedAssessment& item) const {
    return is_there(item.by) && (item.source.empty() || old_.sources.contains(item.source));
  }
  [[nodiscard]] bool fits(const NamedEvent& item) const {
    return item.source.empty() || old_.sources.contains(item.source);
  }
  void mend(NamedEvent& item) const {
    std::erase_if(item.who, [&](const std::string& id) { return !old_.parties.contains(id); });
  }
  void mend(NamedAssessment&) const {}

  template <class T>
  void merge_list(std::vector<T>& mine, const std::vector<T>& theirs, const std::string& prefix) {
    for (T item : theirs) {
      const std::string key = prefix + fingerprint_of(item);
      if (fate_of(key) != Fate::kAdd || !has_changed(item.source) || !fits(item) || mine.size() >= kMostItems)
        continue;
      propose(key, fingerprint_of(item));
      mend(item);
      const std::string mended = prefix + fingerprint_of(item);
      propose(mended, fingerprint_of(item));
      if (!prints_.contains(mended)) mine.push_back(std::move(item));
    }
  }

  // A question that a person took out or answered is not asked again; one that is as it was follows the
  // reader.
  void merge_questions() {
    std::vector<OpenQuestion> merged;
    for (OpenQuestion& question : read_.questions) {
      const std::string key = "questions/" + question.id;
      const auto mine = std::find_if(record_.questions.begin(), record_.questions.end(),
                                     [&](const OpenQuestion& q) { return q.id == question.id; });
      const bool there = mine != record_.questions.end();
      const bool gone = !there && record_.proposed.contains(key);
      if (gone || was_decided(question.id) || was_decided(question.about) || !can_ask(question)) continue;
      if (there && !extends(question, *mine)) question = *mine;
      propose(key, read_.proposed.contains(key) ? read_.proposed.at(key).fingerprint : question.id);
      merged.push_back(std::move(question));
    }
    for (OpenQuestion& question : record_.questions) {
      const bool asked = std::any_of(merged.begin(), merged.end(),
                                     [&](const OpenQuestion& q) { return q.id == question.id; });
      if (!asked) merged.push_back(std::move(question));
    }
    record_.questions = std::move(merged);
  }

  // The same reading with more that can be defended beside it.
  static bool extends(const OpenQuestion& now, const OpenQuestion& before) {
    return now.codings.size() >= before.codings.size() &&
           now.codings[now.taken] == before.codings[before.taken];
  }

  [[nodiscard]] bool can_ask(const OpenQuestion& question) const {
    const bool about_item = old_.statements.contains(question.about) ||
                            old_.parties.contains(question.about) || old_.issues.contains(question.about);
    const bool left_out = question.codings[question.taken].drop && has_changed(question.source) &&
                          fate_of("statements/" + question.about) == Fate::kAdd;
    if (!about_item && !left_out) return false;
    if (!question.source.empty() && !old_.sources.contains(question.source)) return false;
    return std::all_of(question.codings.begin(), question.codings.end(),
                       [&](const case_model::Coding& coding) {
                         const bool same = coding.same_as.empty() || old_.parties.contains(coding.same_as) ||
                                           old_.issues.contains(coding.same_as);
                         return same && reads(coding.what) && reads(coding.over) &&
                                (coding.party.empty() || old_.parties.contains(coding.party));
                       });
  }

  static constexpr std::size_t kMostItems = 5'000;

  Outline old_, new_;
  std::map<std::string, std::string> prints_, new_prints_;
  DraftRecord record_, read_;
  std::set<std::string> changed_, replaced_;  // reports
  mutable case_model::Issues issues_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

base::Result<Merged> merge(const Case& existing, const Case& fresh) { return Merging(existing, fresh).run(); }

}  // namespace modus::drafting

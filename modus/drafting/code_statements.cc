#include "modus/drafting/code_statements.h"

#include <algorithm>

#include "modus/drafting/ways.h"

namespace modus::drafting {
namespace {

using case_model::StatementKind;
using reading::ReadKind;
using reading::ReadStatement;

constexpr std::size_t kOptionsAskedWhich = 3;
constexpr std::size_t kOptionsAskedReach = 2;

bool is_position(ReadKind kind) { return kind != ReadKind::kClaim && kind != ReadKind::kAssessment; }

bool overlap(const reading::Passage& a, const reading::Passage& b) {
  return a.start < b.end && b.start < a.end;
}

const reading::Passage& words_of(const ReadStatement& statement) {
  return statement.content.text.empty() ? statement.passage : statement.content;
}

class Coder {
 public:
  Coder(const reading::Reading& reading, std::size_t at, const PartyBook& parties, SourceBook& sources,
        IssueBook& issues, case_model::Day as_of, Coded& coded)
      : reading_(reading),
        at_(at),
        parties_(parties),
        sources_(sources),
        issues_(issues),
        as_of_(as_of),
        coded_(coded) {
    for (const CodedStatement& one : coded.statements) ids_.insert(one.id);
  }

  void code(const ReadStatement& statement) {
    if (statement.kind == ReadKind::kAssessment) return assess(statement);
    const std::string why = why_not(statement);
    if (why.empty()) return code_position(statement);
    if (is_position(statement.kind)) leave_out(statement, why);
  }

 private:
  [[nodiscard]] const PartyEntry* speaker_of(const ReadStatement& statement) const {
    return statement.speaker ? &parties_.entries[parties_.of(at_, *statement.speaker)] : nullptr;
  }

  // Why nothing is known of whose position it is.
  [[nodiscard]] std::string why_not(const ReadStatement& statement) const {
    const PartyEntry* speaker = speaker_of(statement);
    if (speaker == nullptr)
      return statement.speaker_passage ? "it is not clear who speaks" : "the report itself says it";
    if (speaker->is_medium(at_)) return "a medium says it, not a party";
    return "";
  }

  void leave_out(const ReadStatement& statement, std::string why) {
    coded_.left_out.push_back({sources_.report[at_], statement.passage, std::move(why)});
  }

  [[nodiscard]] std::optional<case_model::Days> day_of(const ReadStatement& statement) const {
    if (!statement.date || statement.date->about) return std::nullopt;
    const case_model::Days days{statement.date->first, statement.date->last};
    if (days.first > days.last || days.first > as_of_) return std::nullopt;
    return days;
  }

  [[nodiscard]] std::string speaker_name(const ReadStatement& statement) const {
    if (!statement.speaker) return "";
    const std::string name = label_of(reading_.actors[*statement.speaker].name);
    const PartyEntry& party = *speaker_of(statement);
    return bare_name(name) == bare_name(party.name) ? "" : name;
  }

  void assess(const ReadStatement& statement) {
    if (statement.flags.headline || statement.flags.no_comment) return;
    CodedAssessment one;
    const PartyEntry* speaker = speaker_of(statement);
    one.source = sources_.report[at_];
    one.speaker = speaker_name(statement);
    one.passage = words_of(statement);
    one.on = day_of(statement);
    if (is_empty_text(one.passage.text)) return;
    if (speaker != nullptr && speaker->is_medium(at_)) {
      one.source = sources_.told_after(at_, speaker->name);
      one.speaker.clear();
    } else if (speaker != nullptr) {
      one.party = parties_.of(at_, *statement.speaker);
    }
    coded_.assessments.push_back(std::move(one));
  }

  // The issues it is about: as read, else those its words name.
  [[nodiscard]] std::vector<std::size_t> issues_of(const ReadStatement& statement) const {
    std::vector<std::size_t> issues;
    for (const reading::ReadIssueIndex issue : statement.issues) {
      const std::size_t entry = issues_.of(at_, issue);
      if (std::find(issues.begin(), issues.end(), entry) == issues.end()) issues.push_back(entry);
    }
    return issues.empty() ? issues_.named_in(word_set(words_of(statement).text)) : issues;
  }

  // Options of the report that stand within the statement; what it mentions as turned down is not what it
  // offers.
  [[nodiscard]] std::vector<Target> options_within(const ReadStatement& statement) const {
    std::vector<Target> targets;
    for (std::size_t i = 0; i < reading_.options.size(); ++i) {
      const reading::ReadOption& option = reading_.options[i];
      const auto& target = issues_.option_of(at_, i);
      const bool about =
          statement.issues.empty() ||
          std::find(statement.issues.begin(), statement.issues.end(), option.issue) != statement.issues.end();
      const bool turned_down =
          option.status == reading::OptionStatus::kRejected && statement.kind != ReadKind::kReject;
      if (!target || !about || turned_down || !overlap(option.passage, statement.passage)) continue;
      Target plain = *target;
      if (std::find(targets.begin(), targets.end(), plain) == targets.end()) targets.push_back(plain);
    }
    return targets;
  }

  // The words between commas, "and" and "or" that share most with what the issue is called.
  [[nodiscard]] std::string segment_for(std::size_t issue, std::string_view words) const {
    std::vector<std::string> segments(1);
    for (std::size_t i = 0; i < words.size();) {
      std::size_t skip = 0;
      for (const std::string_view mark : {" and ", " or ", ", ", "; "}) {
        if (skip == 0 && words.substr(i, mark.size()) == mark) skip = mark.size();
      }
      if (skip > 0) segments.emplace_back();
      if (skip == 0) segments.back() += words[i];
      i += std::max<std::size_t>(skip, 1);
    }
    std::string best(words);
    double most = 0;
    for (const std::string& segment : segments) {
      for (const WordSet& label : issues_.entries()[issue].labels) {
        const double alike = likeness(word_set(segment), label);
        if (alike > most) most = alike, best = segment;
      }
    }
    return best;
  }

  // `hear`: whether the words may be an option that was not heard before.
  std::vector<Target> options_in_words(const ReadStatement& statement, const std::vector<std::size_t>& issues,
                                       bool hear) {
    std::vector<Target> targets;
    const reading::Passage& passage = words_of(statement);
    for (const std::size_t issue : issues) {
      const std::string text = issues.size() == 1 ? passage.text : segment_for(issue, passage.text);
      // "accepts the pay rise" leaves open which; "rejects the pay rise" hardly does.
      const bool bare = statement.kind != ReadKind::kOffer && statement.kind != ReadKind::kAccept;
      const auto target = hear ? issues_.hear(issue, text, at_, passage, bare) : issues_.find(issue, text);
      if (target) targets.push_back(*target);
    }
    return targets;
  }

  // A claim may be about an option even where its words are new: if it lays claim, or could be read as asking
  // or offering.
  [[nodiscard]] static bool may_be_new(const ReadStatement& statement) {
    if (is_position(statement.kind)) return true;
    const auto& others = statement.other_kinds;
    return claims_option(words_of(statement).text) ||
           std::any_of(others.begin(), others.end(),
                       [](ReadKind kind) { return kind == ReadKind::kDemand || kind == ReadKind::kOffer; });
  }

  [[nodiscard]] static std::vector<Meaning> more_meanings(const ReadStatement& statement) {
    std::vector<Meaning> more;
    for (const ReadKind kind : statement.other_kinds) more.push_back(row_for(kind, 0).gives);
    return more;
  }

  // Silence, headlines and accusations say nothing, whatever else could be seen in them; a plain claim does
  // where another careful reader could see a position in it.
  [[nodiscard]] static bool says_something(const ReadStatement& statement, const MappingRow& row,
                                           const std::vector<Meaning>& more) {
    const reading::StatementFlags& flags = statement.flags;
    const bool mute = flags.no_comment || flags.undecided || flags.headline || flags.accusation;
    const bool other = std::any_of(more.begin(), more.end(),
                                   [](const Meaning& meaning) { return meaning.kind.has_value(); });
    return row.gives.kind || !row.others.empty() || (!mute && other);
  }

  // What would be said of an option, if it were known which.
  [[nodiscard]] static WayToCode pattern_of(const MappingRow& row, const std::vector<Meaning>& more) {
    std::vector<Meaning> all = {row.gives};
    all.insert(all.end(), row.others.begin(), row.others.end());
    all.insert(all.end(), more.begin(), more.end());
    const auto first =
        std::find_if(all.begin(), all.end(), [](const Meaning& meaning) { return meaning.kind.has_value(); });
    const Meaning meaning = first == all.end() ? Meaning() : *first;
    return {meaning.kind, "", says_of(meaning)};
  }

  void code_position(const ReadStatement& statement) {
    const std::vector<std::size_t> issues = issues_of(statement);
    std::vector<Target> targets = options_within(statement);
    if (targets.empty()) targets = options_in_words(statement, issues, false);
    const bool heard = targets.empty() && may_be_new(statement);
    const MappingRow& row =
        row_for(statement.kind, marks_of(statement, !targets.empty() || (heard && !issues.empty())));
    const std::vector<Meaning> more = more_meanings(statement);
    if (!says_something(statement, row, more)) return;
    if (issues.empty() && targets.empty()) {
      if (row.gives.kind || !row.others.empty()) leave_out(statement, "it is about none of the issues found");
      return;
    }
    if (heard) targets = options_in_words(statement, issues, true);
    CodedStatement one = blank(statement, issues.empty() ? targets.front().issue : issues.front());
    one.asks = std::string(row.asks);
    one.ways = ways_of(row, more, targets, issues_, words_of(statement).text);
    one.targets = targets;
    one.all_else = row.gives.all_else;
    if (targets.empty()) one.which = issues;
    if (targets.empty()) one.ways = {pattern_of(row, more)};
    one.doubt = doubt_of(one);
    note_who_puts_forward(one);
    coded_.statements.push_back(std::move(one));
  }

  static Doubt doubt_of(const CodedStatement& one) {
    if (!one.which.empty()) return Doubt::kWhich;
    if (one.ways.size() < 2) return Doubt::kNone;
    const bool limit = std::any_of(one.ways.begin(), one.ways.end(),
                                   [](const WayToCode& way) { return is_limit(way.kind); });
    const bool kinds = std::any_of(one.ways.begin(), one.ways.end(),
                                   [&](const WayToCode& way) { return way.kind != one.ways.front().kind; });
    return kinds && limit ? Doubt::kLimit : Doubt::kLogic;
  }

  // Who offers, asks for or accepts an option puts it forward; who offers one would have to carry it.
  void note_who_puts_forward(const CodedStatement& one) {
    const auto kind = one.ways.empty() ? std::nullopt : one.ways.front().kind;
    const bool offers = kind == StatementKind::kOffers;
    const bool forward = offers || kind == StatementKind::kAccepts || kind == StatementKind::kDemands ||
                         (kind == StatementKind::kRedLine && one.all_else);
    for (const Target& target : one.targets) {
      if (!forward || target.negated) continue;
      issues_.option(target).proposers.insert(one.party);
      if (offers) issues_.option(target).commits.insert(one.party);
    }
  }

  CodedStatement blank(const ReadStatement& statement, std::size_t issue) {
    CodedStatement one;
    one.party = parties_.of(at_, *statement.speaker);
    one.reading = at_;
    one.speaker = speaker_name(statement);
    one.source = sources_.report[at_];
    one.passage = words_of(statement);
    one.on = day_of(statement);
    one.id = id_of(statement, issue);
    one.told.own_words = statement.mode != reading::ReadMode::kIndirect;
    for (const reading::Attribution& by : statement.attribution) tell(by, one);
    for (const reading::ActorIndex actor : statement.other_speakers) {
      const std::size_t other = parties_.of(at_, actor);
      const bool stands =
          std::find(one.other_parties.begin(), one.other_parties.end(), other) != one.other_parties.end();
      if (other != one.party && !stands && !parties_.entries[other].is_medium(at_))
        one.other_parties.push_back(other);
    }
    return one;
  }

  void tell(const reading::Attribution& by, CodedStatement& one) {
    one.told.unnamed = one.told.unnamed || by.type == reading::AttributionType::kAnonymous;
    one.told.document = one.told.document || by.type == reading::AttributionType::kDocument;
    if (!by.actor) return;
    const std::size_t teller = parties_.of(at_, *by.actor);
    if (teller == one.party) return;
    if (parties_.entries[teller].is_medium(at_)) {
      one.source = sources_.told_after(at_, parties_.entries[teller].name);
      one.told.by_other = true;
    } else {
      one.teller = teller;
    }
  }

  // From the report alone, so that no other report changes it: who, about what, and a hash of the words.
  std::string id_of(const ReadStatement& statement, std::size_t issue) {
    const std::string& label = statement.issues.empty() ? issues_.entries()[issue].name
                                                        : reading_.issues[statement.issues.front()].label;
    const std::string who =
        whole_name_of(reading_.actors[spoken_for(reading_, *statement.speaker)].name, 3, "party");
    const std::string key = sources_.report[at_] + "\n" + words_of(statement).text;
    const std::string base = who + "-" + name_of(label, 2, "issue") + "-";
    std::string id = base + short_hash(key, 6);
    for (int number = 2; !ids_.insert(id).second; ++number)
      id = base + short_hash(key + "\n" + std::to_string(number), 6);
    return id;
  }

  const reading::Reading& reading_;
  std::size_t at_;
  const PartyBook& parties_;
  SourceBook& sources_;
  IssueBook& issues_;
  case_model::Day as_of_;
  Coded& coded_;
  std::set<std::string> ids_;
};

// Options that others put forward on the issues, and that are not among the targets.
std::vector<Target> of_others(const CodedStatement& one, const std::vector<std::size_t>& on,
                              const IssueBook& issues, std::size_t most) {
  std::vector<Target> found;
  for (const std::size_t issue : on) {
    const std::vector<OptionEntry>& options = issues.entries()[issue].options;
    for (std::size_t i = 0; i < options.size() && found.size() < most; ++i) {
      const bool by_other = std::any_of(options[i].proposers.begin(), options[i].proposers.end(),
                                        [&](std::size_t by) { return by != one.party; });
      const bool named = std::any_of(one.targets.begin(), one.targets.end(),
                                     [&](const Target& t) { return t.issue == issue && t.option == i; });
      if (by_other && !named) found.push_back({issue, i, false});
    }
  }
  return found;
}

void ask_which(CodedStatement& one, const IssueBook& issues) {
  const WayToCode pattern = one.ways.front();
  one.ways = {{std::nullopt, "", says_of({})}};
  one.asks = "Which option is meant?";
  const Meaning meaning{pattern.kind, one.all_else};
  std::set<std::size_t> on;
  for (const Target& target : of_others(one, one.which, issues, kOptionsAskedWhich)) {
    const std::vector<std::string> what = conditions_of(meaning, {target}, issues, "");
    const std::string& name = issues.entries()[target.issue].options[target.option].name;
    if (what.empty()) continue;
    one.ways.push_back({pattern.kind, what.front(), pattern.says + ": " + name});
    on.insert(target.issue);
  }
  one.which.assign(on.begin(), on.end());
}

void ask_reach(CodedStatement& one, const IssueBook& issues) {
  if (one.ways.empty() || !is_limit(one.ways.front().kind) || one.targets.empty()) return;
  if (std::any_of(one.targets.begin(), one.targets.end(),
                  [](const Target& target) { return target.negated; }))
    return;
  const Meaning meaning{one.ways.front().kind, one.all_else};
  const bool wants = one.all_else || meaning.kind == StatementKind::kDemands;
  std::set<std::size_t> on;
  for (const Target& target : one.targets) on.insert(target.issue);
  for (const Target& target : of_others(one, {on.begin(), on.end()}, issues, kOptionsAskedReach)) {
    const std::string& name = issues.entries()[target.issue].options[target.option].name;
    std::vector<Target> reached = one.targets;
    reached.push_back(target);
    const std::vector<std::string> what = conditions_of(meaning, reached, issues, one.passage.text);
    if (what.empty()) continue;
    one.ways.push_back({meaning.kind, what.front(),
                        (wants ? "this would do as well: " : "it reaches this as well: ") + name});
    if (one.asks.empty())
      one.asks = wants ? "Would what others put forward do as well?"
                       : "Does it reach what others put forward as well?";
    if (one.doubt == Doubt::kNone) one.doubt = Doubt::kReach;
  }
}

}  // namespace

void code_statements(const reading::Reading& reading, std::size_t at, const PartyBook& parties,
                     SourceBook& sources, IssueBook& issues, case_model::Day as_of, Coded& coded) {
  Coder coder(reading, at, parties, sources, issues, as_of, coded);
  for (const ReadStatement& statement : reading.statements) coder.code(statement);
}

void ask_about_options_of_others(Coded& coded, const IssueBook& issues) {
  for (CodedStatement& one : coded.statements) {
    if (!one.which.empty()) {
      ask_which(one, issues);
    } else {
      ask_reach(one, issues);
    }
  }
}

}  // namespace modus::drafting

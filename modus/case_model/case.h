/// \file Everything known about one negotiation. Plain values, made by formats::read_case, which promises:
/// parties, issues, sources, statements, drafts and named options are sorted by id, options of a range by
/// amount, and all indices are in range; so the order of a file never changes an answer.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modus/base/index.h"
#include "modus/base/number.h"
#include "modus/base/result.h"
#include "modus/case_model/basics.h"
#include "modus/case_model/condition.h"
#include "modus/case_model/defaults.h"
#include "modus/case_model/draft_record.h"
#include "modus/case_model/forecast_settings.h"
#include "modus/case_model/ids.h"
#include "modus/case_model/label.h"
#include "modus/case_model/text_round.h"

namespace modus::case_model {

struct Source {
  std::string id;
  std::string title, publisher, author, link;
  std::optional<Day> published;
  std::string file;                       ///< relative to the case file's folder; may be empty
  std::optional<SourceIndex> heard_from;  ///< same origin: one source, not two
  base::Place where;
  std::optional<Label> label = {};        ///< also of all that rests on it and says nothing else
};

struct Interest {
  std::string text;
  std::optional<SourceIndex> source;
  std::optional<Label> label = {};
};

struct Party {
  std::string id;
  std::string name;
  std::vector<Role> roles;                  ///< at least one, sorted, without repeats
  std::optional<PartyIndex> ratifier_of;    ///< set just for ratifiers: a principal
  std::vector<std::string> aliases;
  std::vector<Interest> interests;
  base::Place where;
  [[nodiscard]] bool has(Role role) const;
};

/// What makes an option phased or contingent: it is a mix of other options of its issue, none of them a mix.
/// Its score for a party is the sum of share * score over the branches; it commits the guarantors of each; a limit
/// that forbids a branch forbids the mix (standing.h, forbidden_by).
struct Mix {
  enum class Kind { kPhased, kContingent };
  struct Branch {
    OptionIndex option;
    base::Interval share;  ///< phases: of what the issue is worth; contingent: the chance
  };
  Kind kind = Kind::kPhased;
  std::string on;                ///< contingent: what it hangs on, in words ("monitors confirm")
  std::vector<Branch> branches;  ///< two or more, different; phases in order of time; contingent: `then`, `else`.
                                 ///< The last one's share is what the others leave.
};

/// What an option costs those who carry it, in money or troops; told beside the answers, never part of acceptance.
struct Burden {
  /// What a group of guarantors would pay to provide the option without the others.
  struct Group {
    std::vector<PartyIndex> who;  ///< sorted
    base::Decimal pays;
  };
  base::Decimal total;                 ///< what all together pay
  std::string unit;                    ///< "bn a year"
  std::map<PartyIndex, base::Decimal> capacity;  ///< what each could carry; may be empty
  std::vector<Group> alone;            ///< single parties and groups, by `who`
  std::string why;
};

struct Option {
  std::string id;    ///< for ranges the canonical number, "6.5"
  std::string name;  ///< for ranges number and unit
  base::Decimal amount;               ///< ranges only
  std::vector<PartyIndex> needs;      ///< the guarantors it commits, those of a mix's branches included; sorted
  std::optional<Mix> mix = {};        ///< named options only
  std::optional<Burden> burden = {};
};

struct Range {
  base::Decimal from, to, step;
  std::string unit;
};

struct Issue {
  std::string id;
  std::string name;
  std::optional<Range> range;  ///< set: a scale; options are from, from + step, ... to
  base::IndexedVector<OptionIndex, Option> options;  ///< 1 to 1,000
  std::vector<PartyIndex> carried_out_by;
  base::Place where;
};

struct Rule {
  Condition condition;
  base::Place where;
};

struct Norm {
  Condition when;  ///< a package that meets it is flagged
  std::string says;
  std::optional<SourceIndex> source;
  base::Place where;
  std::optional<Label> label = {};
};

struct Draft {
  std::string id;
  Package package;
  base::Place where;
  std::optional<Label> label = {};
};

struct Statement {
  std::string id;
  PartyIndex party;     ///< whose wants it tells about
  std::string speaker;  ///< who said it; may be empty
  StatementKind kind = StatementKind::kPrefers;
  Condition what;                    ///< all kinds but ranks
  std::optional<Condition> over;     ///< prefers only
  std::vector<IssueIndex> ranking;   ///< ranks only: most important first
  Channel channel = Channel::kReported;
  std::optional<double> said, meant, wants;  ///< where the case overrides the default
  std::optional<SourceIndex> source;
  Quote quote;
  std::optional<Days> on;
  std::vector<StatementIndex> replaces;
  std::optional<StatementIndex> same_as;
  std::string why;  ///< why its `said`, `meant` or kind is as entered; the analyst's words
  base::Place where;
  std::optional<Label> label = {};
};

/// What somebody says about the chances: a word of the scale, chances by a number of days, or just what was said.
struct Assessment {
  std::optional<PartyIndex> by_party;    ///< one of the two is set
  std::optional<SourceIndex> by_source;
  std::string speaker;                           ///< who of them said it; may be empty
  std::string word;                              ///< empty where chances are given, or only a quote
  std::vector<std::pair<int, double>> chances;   ///< (days, chance), rising days
  Quote quote;
  std::optional<SourceIndex> source;
  std::optional<Days> on;
  base::Place where;
  std::optional<Label> label = {};
};

struct ScaleWants {
  enum class Better { kMore, kLess, kPeak };
  Better better = Better::kMore;
  base::Decimal peak;   ///< kPeak only: an amount of the issue, strictly inside its range
  bool linear = false;
};

struct Adjustment {
  Condition when;
  base::Interval by;  ///< points
  std::string why;
  base::Place where;
  std::optional<Label> label = {};
};

struct LotteryOutcome {
  Package package;
  std::optional<base::Interval> chance;  ///< nothing: the rest; at most one such outcome
};

/// What the party expects without a deal. Nothing set: nothing known, uniform on 0..100 points.
struct NoDeal {
  std::optional<base::Interval> value;     ///< points; excludes a lottery
  std::vector<LotteryOutcome> lottery;
  std::optional<base::Interval> cost;            ///< points; absent: 0
  std::optional<base::Interval> cost_per_month;  ///< absent: 0
  std::string why;
  base::Place where;
};

/// How a party is judged to answer when asked, and what asking it risks (docs/method.md, "Asking").
struct Asking {
  std::optional<double> honest_public, honest_private;  ///< chance of a true answer; absent: the defaults
  std::optional<double> leak;        ///< chance that a question put to it in private becomes known
  std::optional<double> leak_costs;  ///< what that would cost, as a share of joint acceptance, 0..1
};

/// The analyst's assumptions about one party. Vectors by issue; empty entries mean nothing known.
struct Judgments {
  base::IndexedVector<IssueIndex, std::vector<OptionIndex>> order;  ///< complete, best first
  base::IndexedVector<IssueIndex, std::map<OptionIndex, base::Interval>> scores;  ///< 0..1
  base::IndexedVector<IssueIndex, std::optional<ScaleWants>> scales;
  base::IndexedVector<IssueIndex, std::optional<base::Interval>> weights;  ///< shares, 0..1
  std::vector<Adjustment> adjust;
  std::optional<base::Interval> stalling;  ///< chance; absent: 0
  std::optional<base::Interval> impatience;  ///< what a month of waiting takes from a deal's worth, as a share; in When only
  NoDeal no_deal;
  /// Contingent options: the chance of `then` in the party's own belief, where it differs from the option's own.
  base::IndexedVector<IssueIndex, std::map<OptionIndex, base::Interval>> beliefs;
  Asking asking;
  std::optional<Label> label;              ///< of all of them; absent: for the team only
  std::map<std::string, Label> labels;     ///< by the name of the judgment ("no_deal", ...), where it has its own
  std::map<std::string, std::string> why;     ///< reasons, by the name of the judgment ("weights", ...)
  std::map<std::string, base::Place> places;  ///< where each judgment stands: "weights.crews", "order.crews", ...
  bool stated = false;                        ///< whether the case says anything at all
};

struct Guarantee {
  Condition when;
  PartyIndex protects, against, by;
  std::optional<base::Interval> detects, responds, punishes;
  base::Place where;
  std::optional<Label> label = {};
};

struct TimelineEvent {
  Days on;
  std::string kind;   ///< talks, deadline, ...
  std::vector<PartyIndex> who;
  std::string place;  ///< where it happens
  std::string what;
  bool planned = false;
  std::optional<SourceIndex> source;
  Quote quote;
  base::Place where;
  std::optional<Label> label = {};
};

/// A new option or a linked issue that is conceivable but not on the table: a piece of a case file that is merged
/// into the case when the idea is tried (formats/edit_case.h).
struct Idea {
  std::string id;
  std::string says;  ///< in words
  std::string adds;  ///< canonical YAML: a mapping with keys of a case file
  base::Place where;
  std::optional<Label> label = {};
};

struct Case {
  std::string file;  ///< name of the file it was read from; "-" for standard input
  std::string title;
  Day as_of;
  std::string event;
  std::optional<int> horizon_days;
  double unstated = 0.1;
  Defaults defaults;
  std::optional<Label> default_label;  ///< of sources, statements and all else but judgments; absent: team
  base::IndexedVector<SourceIndex, Source> sources;
  base::IndexedVector<PartyIndex, Party> parties;
  Issues issues;
  std::vector<Rule> rules;
  std::vector<Norm> norms;
  std::vector<Draft> drafts;
  base::IndexedVector<StatementIndex, Statement> statements;
  std::vector<Assessment> assessments;
  base::IndexedVector<PartyIndex, Judgments> judgments;
  std::vector<Guarantee> guarantees;
  std::vector<TimelineEvent> timeline;
  ForecastSettings forecast;
  std::vector<Idea> ideas;             ///< by id
  std::vector<TextRound> text;         ///< the single text, round by round
  std::optional<DraftRecord> draft;  ///< set where it was drafted from reports

  [[nodiscard]] std::optional<PartyIndex> find_party(std::string_view id) const;
  [[nodiscard]] std::optional<IssueIndex> find_issue(std::string_view id) const;
  [[nodiscard]] std::optional<StatementIndex> find_statement(std::string_view id) const;
  [[nodiscard]] std::optional<SourceIndex> find_source(std::string_view id) const;
};

/// The source an item goes back to, following heard_from to its end.
[[nodiscard]] SourceIndex origin_of(const Case& subject, SourceIndex source);

[[nodiscard]] bool meets_rules(const Case& subject, const Package& package);

/// How many things a case may have; checked by formats::read_case before any work.
struct CaseLimits {
  static constexpr std::size_t kParties = 64;
  static constexpr std::size_t kIssues = 64;
  static constexpr std::size_t kOptions = 1000;         ///< an issue
  static constexpr std::size_t kStatements = 10'000;
  static constexpr std::size_t kSources = 10'000;
  static constexpr std::size_t kLimitsOfAParty = 64;    ///< standing limits
  static constexpr std::size_t kFileBytes = 16U << 20U;
  static constexpr std::size_t kNesting = 64;           ///< of YAML and of conditions
  static constexpr std::size_t kConditionAtoms = 4096;
};

}  // namespace modus::case_model

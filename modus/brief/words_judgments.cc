#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "modus/base/number.h"
#include "modus/brief/party_words.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::Judgments;
using case_model::OptionIndex;
using case_model::PartyIndex;

std::string say_interval(const base::Interval& interval) {
  const std::string low = base::write_decimal(interval.low);
  return interval.exact() ? low : low + " to " + base::write_decimal(interval.high);
}

/// What one party is judged to want, written row by row.
class JudgmentRows {
 public:
  JudgmentRows(const Telling& telling, PartyIndex party)
      : telling_(telling),
        subject_(telling.subject),
        party_(party),
        judged_(telling.subject.judgments[party]) {}

  std::vector<JudgmentRow> write_wants() {
    add_by_issue();
    for (const case_model::Adjustment& adjustment : judged_.adjust) {
      add(say_condition(subject_, adjustment.when) + ": " + say_interval(adjustment.by) + " points", "adjust",
          adjustment.why);
    }
    if (judged_.stalling)
      add("Chance that it wants no deal at all now: " + say_interval(*judged_.stalling), "stalling");
    return std::move(rows_);
  }

  std::vector<JudgmentRow> write_no_deal() {
    add_no_deal();
    return std::move(rows_);
  }

 private:
  void add(const std::string& words, const std::string& key, const std::string& why = "") {
    rows_.push_back({{Sentence(telling_.name(party_))},
                     {Sentence(words).mark(Mark::kJudged)},
                     {Sentence(why.empty() ? reason_for(key) : why)}});
  }

  /// The reason of "weights.crews", else that of "weights", else the one for all.
  std::string reason_for(const std::string& key) const {
    for (const std::string& name : {key, key.substr(0, key.find('.')), std::string()}) {
      const auto reason = judged_.why.find(name);
      if (reason != judged_.why.end()) return reason->second;
    }
    return "no reason given";
  }

  std::string option(IssueIndex issue, OptionIndex option) const {
    return subject_.issues[issue].options[option].name;
  }

  void add_by_issue() {
    for (const IssueIndex issue : subject_.issues.indices()) {
      add_order(issue);
      add_scores(issue);
      add_scale(issue);
      if (!judged_.weights.empty() && judged_.weights[issue]) {
        add(subject_.issues[issue].name + " counts for " + say_interval(*judged_.weights[issue]) +
                " of all that matters",
            "weights." + subject_.issues[issue].id);
      }
    }
  }

  void add_order(IssueIndex issue) {
    if (judged_.order.empty() || judged_.order[issue].empty()) return;
    std::string names;
    for (const OptionIndex o : judged_.order[issue]) names += (names.empty() ? "" : "; ") + option(issue, o);
    add(subject_.issues[issue].name + ", best first: " + names, "order." + subject_.issues[issue].id);
  }

  void add_scores(IssueIndex issue) {
    if (judged_.scores.empty()) return;
    for (const auto& [o, score] : judged_.scores[issue]) {
      add(say_term(subject_, issue, o) + " scores " + say_interval(score) + " (0 worst, 1 best)", "scores." + subject_.issues[issue].id);
    }
  }

  void add_scale(IssueIndex issue) {
    if (judged_.scales.empty() || !judged_.scales[issue]) return;
    const case_model::ScaleWants& wants = *judged_.scales[issue];
    static constexpr std::array<std::string_view, 3> kWords = {"more is better", "less is better",
                                                               "best at "};
    std::string words =
        subject_.issues[issue].name + ": " + std::string(kWords[static_cast<std::size_t>(wants.better)]);
    if (wants.better == case_model::ScaleWants::Better::kPeak) words += base::write_decimal(wants.peak);
    add(words + (wants.linear ? ", in equal steps" : ""), "scales." + subject_.issues[issue].id);
  }

  /// The terms on which the outcomes differ, each with its chance, then those they share.
  std::string say_lottery(const std::vector<case_model::LotteryOutcome>& lottery) const {
    std::vector<IssueIndex> shared, apart;
    for (const IssueIndex issue : subject_.issues.indices()) {
      const bool same =
          std::all_of(lottery.begin(), lottery.end(), [&](const case_model::LotteryOutcome& outcome) {
            return outcome.package[issue] == lottery.front().package[issue];
          });
      (same ? shared : apart).push_back(issue);
    }
    std::string words = "Without a deal it expects";
    for (const case_model::LotteryOutcome& outcome : lottery) {
      const std::string with =
          outcome.chance ? " with chance " + say_interval(*outcome.chance) : " with the rest of the chance";
      words += with + " " + say_package_beyond(subject_, outcome.package, shared) + ";";
    }
    const std::string in_each = say_package_beyond(subject_, lottery.front().package, apart);
    if (in_each.empty()) words.pop_back();
    return in_each.empty() ? words : words + " and in each case " + in_each;
  }

  void add_no_deal() {
    const case_model::NoDeal& no_deal = judged_.no_deal;
    if (no_deal.value)
      add("No deal is worth " + say_interval(*no_deal.value) + " points", "no_deal", no_deal.why);
    if (!no_deal.lottery.empty()) add(say_lottery(no_deal.lottery), "no_deal", no_deal.why);
    if (no_deal.cost)
      add("Going without a deal costs it " + say_interval(*no_deal.cost) + " points", "no_deal", no_deal.why);
    if (no_deal.cost_per_month)
      add("In forecasts, each month without a deal takes " + say_interval(*no_deal.cost_per_month) + " points from what no deal is worth",
          "no_deal", no_deal.why);
    if (judged_.impatience)
      add("In forecasts, a month of waiting takes a share of " + say_interval(*judged_.impatience) + " from what a deal is worth to it",
          "impatience");
  }

  const Telling& telling_;
  const Case& subject_;
  PartyIndex party_;
  const Judgments& judged_;
  std::vector<JudgmentRow> rows_;
};

}  // namespace

std::vector<JudgmentRow> wants_rows(const Telling& telling, PartyIndex party) { return JudgmentRows(telling, party).write_wants(); }

std::vector<JudgmentRow> no_deal_rows(const Telling& telling, PartyIndex party) {
  return JudgmentRows(telling, party).write_no_deal();
}

Blocks tell_judgments(Telling& telling) {
  Table table{
      "What the team assumes of each party; ranges are taken as they are, all values in them equally likely.",
      {{"Party"}, {"Judgment"}, {"Reason"}},
      {}};
  for (const PartyIndex party : telling.subject.parties.indices()) {
    for (JudgmentRow& row : wants_rows(telling, party)) table.rows.push_back(std::move(row));
    for (JudgmentRow& row : no_deal_rows(telling, party)) table.rows.push_back(std::move(row));
  }
  return {heading(2, "judgments", "Judgments and reasons"),
          table_or(std::move(table), "The case holds no judgment.")};
}

}  // namespace modus::brief

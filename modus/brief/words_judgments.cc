#include <fmt/format.h>

#include <array>

#include "modus/base/number.h"
#include "modus/base/text.h"
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
      : telling_(telling), subject_(telling.subject), party_(party), judged_(telling.subject.judgments[party]) {}

  std::vector<std::vector<Text>> write() {
    add_by_issue();
    for (const case_model::Adjustment& adjustment : judged_.adjust) {
      add(say_condition(subject_, adjustment.when) + ": " + say_interval(adjustment.by) + " points", "adjust", adjustment.why);
    }
    if (judged_.stalling) add("Chance that it wants no deal at all now: " + say_interval(*judged_.stalling), "stalling");
    add_no_deal();
    return std::move(rows_);
  }

 private:
  void add(const std::string& words, const std::string& key, const std::string& why = "") {
    const auto reason = judged_.why.find(key);
    const std::string because = !why.empty() ? why : reason != judged_.why.end() ? reason->second : "no reason given";
    rows_.push_back({{Sentence(telling_.name(party_))}, {Sentence(words).mark(Mark::kJudged)}, {Sentence(because)}});
  }

  std::string option(IssueIndex issue, OptionIndex option) const { return subject_.issues[issue].options[option].name; }

  void add_by_issue() {
    for (const IssueIndex issue : subject_.issues.indices()) {
      add_order(issue);
      add_scores(issue);
      add_scale(issue);
      if (!judged_.weights.empty() && judged_.weights[issue]) {
        add(subject_.issues[issue].name + " counts for " + say_interval(*judged_.weights[issue]) + " of all that matters", "weights");
      }
    }
  }

  void add_order(IssueIndex issue) {
    if (judged_.order.empty() || judged_.order[issue].empty()) return;
    std::vector<std::string> names;
    for (const OptionIndex o : judged_.order[issue]) names.push_back(option(issue, o));
    add(subject_.issues[issue].name + ", best first: " + base::join_words(names, "then"), "order");
  }

  void add_scores(IssueIndex issue) {
    if (judged_.scores.empty()) return;
    for (const auto& [o, score] : judged_.scores[issue]) {
      add(say_term(subject_, issue, o) + " scores " + say_interval(score) + " (0 worst, 1 best)", "scores");
    }
  }

  void add_scale(IssueIndex issue) {
    if (judged_.scales.empty() || !judged_.scales[issue]) return;
    const case_model::ScaleWants& wants = *judged_.scales[issue];
    static constexpr std::array<std::string_view, 3> kWords = {"more is better", "less is better", "best at "};
    std::string words = subject_.issues[issue].name + ": " + std::string(kWords[static_cast<std::size_t>(wants.better)]);
    if (wants.better == case_model::ScaleWants::Better::kPeak) words += base::write_decimal(wants.peak);
    add(words + (wants.linear ? ", in equal steps" : ""), "scales");
  }

  void add_no_deal() {
    const case_model::NoDeal& no_deal = judged_.no_deal;
    if (no_deal.value) add("No deal is worth " + say_interval(*no_deal.value) + " points", "no_deal", no_deal.why);
    for (const case_model::LotteryOutcome& outcome : no_deal.lottery) {
      const std::string chance_of = outcome.chance ? "chance " + say_interval(*outcome.chance) : "the rest of the chance";
      add("Without a deal it expects, with " + chance_of + ": " + say_package(subject_, outcome.package), "no_deal", no_deal.why);
    }
    if (no_deal.cost) add("Going without a deal costs it " + say_interval(*no_deal.cost) + " points", "no_deal", no_deal.why);
  }

  const Telling& telling_;
  const Case& subject_;
  PartyIndex party_;
  const Judgments& judged_;
  std::vector<std::vector<Text>> rows_;
};

}  // namespace

Blocks tell_judgments(Telling& telling) {
  Table table{"What the team assumes of each party; ranges are taken as they are, all values in them equally likely.",
              {{"Party"}, {"Judgment"}, {"Reason"}},
              {}};
  for (const PartyIndex party : telling.subject.parties.indices()) {
    for (auto& row : JudgmentRows(telling, party).write()) table.rows.push_back(std::move(row));
  }
  return {heading(2, "judgments", "Judgments and reasons"), table_or(std::move(table), "The case holds no judgment.")};
}

}  // namespace modus::brief

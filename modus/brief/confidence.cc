#include "modus/brief/confidence.h"

#include <algorithm>
#include <set>

#include "modus/case_model/likelihood.h"

namespace modus::brief {
namespace {

using case_model::Case;
using case_model::IssueIndex;
using case_model::PartyIndex;
using case_model::Standing;
using case_model::Statement;

constexpr double kMuchDefault = 0.8, kLittleDefault = 0.4;

std::size_t count_origins(const Case& subject, const Standing& standing) {
  std::set<case_model::SourceIndex> origins;
  for (const auto statement : standing.counted) {
    const auto source = subject.statements[statement].source;
    if (source) origins.insert(case_model::origin_of(subject, *source));
  }
  return origins.size();
}

bool names(const Statement& statement, IssueIndex issue) {
  const auto holds_issue = [issue](const std::vector<IssueIndex>& issues) {
    return std::find(issues.begin(), issues.end(), issue) != issues.end();
  };
  return holds_issue(statement.ranking) || holds_issue(case_model::issues_named(statement.what));
}

bool wants_are_open(const Case& subject, const Standing& standing, PartyIndex party, IssueIndex issue) {
  const case_model::Judgments& judged = subject.judgments[party];
  if (!judged.order.empty() && !judged.order[issue].empty()) return false;
  if (!judged.scores.empty() && !judged.scores[issue].empty()) return false;
  if (!judged.scales.empty() && judged.scales[issue]) return false;
  return std::none_of(standing.counted.begin(), standing.counted.end(), [&](const auto index) {
    return subject.statements[index].party == party && names(subject.statements[index], issue);
  });
}

bool no_deal_is_open(const case_model::NoDeal& no_deal) { return !no_deal.value && no_deal.lottery.empty(); }

struct Tally {
  std::size_t open = 0, all = 0;
  void add(bool is_open) {
    open += is_open ? 1 : 0;
    ++all;
  }
};

Tally tally_settings(const Case& subject, const Standing& standing) {
  Tally tally;
  for (const auto index : standing.counted) {
    tally.add(!subject.statements[index].said);
    tally.add(!subject.statements[index].meant);
  }
  for (const PartyIndex party : subject.parties.indices()) {
    const case_model::Party& who = subject.parties[party];
    if (!who.has(case_model::Role::kPrincipal) && !who.has(case_model::Role::kRatifier)) continue;
    for (const IssueIndex issue : subject.issues.indices())
      tally.add(wants_are_open(subject, standing, party, issue));
    tally.add(no_deal_is_open(subject.judgments[party].no_deal));
  }
  return tally;
}

Confidence::Level level_of(const Confidence& reasons) {
  const double open = static_cast<double>(reasons.left_open), all = static_cast<double>(reasons.settings);
  const bool few = reasons.statements > 0 && reasons.origins < 3;
  if (few || reasons.words >= 4 || open > kMuchDefault * all) return Confidence::Level::kLow;
  const bool high = reasons.origins >= 5 && reasons.words <= 2 && open <= kLittleDefault * all;
  return high ? Confidence::Level::kHigh : Confidence::Level::kModerate;
}

}  // namespace

Confidence judge_confidence(const Case& subject, const Standing& standing,
                            const findings::ZoneFinding& zone) {
  Confidence confidence;
  confidence.statements = standing.counted.size();
  confidence.origins = count_origins(subject, standing);
  confidence.words = case_model::words_spanned(zone.range_low, zone.range_high);
  const Tally tally = tally_settings(subject, standing);
  confidence.settings = tally.all;
  confidence.left_open = tally.open;
  confidence.level = level_of(confidence);
  return confidence;
}

std::string_view word_of(Confidence::Level level) {
  switch (level) {
    case Confidence::Level::kLow:
      return "low";
    case Confidence::Level::kModerate:
      return "moderate";
    case Confidence::Level::kHigh:
      return "high";
  }
  return "";
}

}  // namespace modus::brief

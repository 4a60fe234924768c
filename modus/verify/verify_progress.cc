#include "modus/verify/verify_progress.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "modus/case_model/packages.h"

namespace modus::verify {
namespace {

using case_model::Day;
using case_model::Statement;
using case_model::StatementIndex;
using findings::Nearness;
using findings::ProgressDate;
using findings::ProgressFinding;

constexpr double kFar = 4;  ///< standard errors of two dates that are told as alike
constexpr double kRounding = 1e-9;

Day day_of(const case_model::Case& subject, const Statement& statement) {
  Day day = subject.as_of;
  if (statement.on) {
    day = statement.on->last;
  } else if (statement.source && subject.sources[*statement.source].published) {
    day = *subject.sources[*statement.source].published;
  }
  return day < subject.as_of ? day : subject.as_of;
}

template <class Numbers>
bool all_equal(const Numbers& numbers) {
  return std::adjacent_find(numbers.begin(), numbers.end(), std::not_equal_to<>()) == numbers.end();
}

/// The case at the end of one date, where nothing about it is uncertain.
class ExactDate {
 public:
  ExactDate(const NaiveAcceptance& naive, Day day) : naive_(naive) {
    std::vector<StatementIndex> later;
    for (const StatementIndex index : naive.subject().statements.indices()) {
      if (day_of(naive.subject(), naive.subject().statements[index]) > day) later.push_back(index);
    }
    standing_ = case_model::weigh_statements(naive.subject(), later);
  }

  [[nodiscard]] bool is_certain() const {
    for (std::size_t k = 0; k < naive_.parties().size(); ++k) {
      const findings::PartyScenarios& wants = naive_.wants(k);
      if (!wants.point_valued || !all_equal(wants.no_deal) || !all_equal(wants.stalling)) return false;
      for (const auto limit : standing_.limits_of[naive_.parties()[k]]) {
        const double probability = standing_.limits[limit.value].probability;
        if (probability > 0 && probability < 1) return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool has_zone() const {
    const case_model::Issues& issues = naive_.subject().issues;
    const std::uint64_t count = case_model::count_combinations(issues).value_or(0);
    for (std::uint64_t number = 0; number < count; ++number) {
      const case_model::Package package = case_model::package_at(issues, number);
      if (case_model::meets_rules(naive_.subject(), package) && all_accept(package)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool all_accept(const case_model::Package& package) const {
    const PackageFacts facts = naive_.facts_of(package);
    for (std::size_t k = 0; k < facts.size(); ++k) {
      if (!facts[k].asked) continue;
      if (naive_.wants(k).stalling.front() != 0 || naive_.gain(k, 0, package, facts[k]) < 0) return false;
      for (const auto limit : standing_.limits_of[naive_.parties()[k]]) {
        const case_model::Limit& real = standing_.limits[limit.value];
        if (real.probability > 0 && case_model::holds(real.forbids, package)) return false;
      }
    }
    return true;
  }

  const NaiveAcceptance& naive_;
  case_model::Standing standing_;
};

void check_statements(const case_model::Case& subject, const ProgressFinding& progress, Check& check) {
  std::set<StatementIndex> told;
  for (std::size_t i = 0; i < progress.dates.size(); ++i) {
    double least = HUGE_VAL;
    for (const findings::StatementMove& move : progress.dates[i].moved_by) {
      const Day day = day_of(subject, subject.statements[move.statement]);
      const bool here = day <= progress.dates[i].day && (i == 0 || day > progress.dates[i - 1].day);
      check.holds("statement " + subject.statements[move.statement].id + " is told on its date, once",
                  here && told.insert(move.statement).second);
      check.holds("the largest move comes first", std::abs(move.change) <= least);
      least = std::abs(move.change);
    }
  }
  check.equal("statements told", told.size(), subject.statements.size());
}

void check_date(const case_model::Case& subject, const ProgressDate& date, Check& check) {
  const double zone = date.zone_probability.value;
  check.holds("a probability inside its range", date.low >= 0 && date.low <= zone && zone <= date.high && date.high <= 1);
  check.at_most("best joint acceptance", date.best_joint_acceptance, zone);
  check.holds("the best package meets the rules", case_model::meets_rules(subject, date.best));
  const std::set<case_model::IssueIndex> issues(date.hardest_issues.begin(), date.hardest_issues.end());
  check.holds("three hardest issues at most, each once", issues.size() == date.hardest_issues.size() && issues.size() <= 3);
}

void check_words(const ProgressFinding& progress, Check& check) {
  if (progress.dates.size() < 2) return;
  const auto share = [&](std::size_t i) { return progress.dates[i].zone_probability.value; };
  for (std::size_t i = 0; i + 1 < progress.dates.size(); ++i) {
    const double error = std::hypot(progress.dates[i].zone_probability.standard_error,
                                    progress.dates[progress.highest].zone_probability.standard_error);
    check.holds("it is held against the highest earlier date, or one like it", share(i) <= share(progress.highest) + kFar * error + kRounding);
  }
  const double twice = 2 * progress.standard_error;
  const Nearness expected = progress.difference > twice    ? Nearness::kCloserThanEver
                            : progress.difference < -twice ? Nearness::kNoCloserThanBefore
                                                           : Nearness::kCannotTell;
  check.holds("the words follow from the difference", progress.nearness == expected);
}

}  // namespace

VerifyReport verify_progress(const NaiveAcceptance& naive, const ProgressFinding& progress, const findings::ZoneFinding& zone,
                             const VerifyOptions& options) {
  VerifyReport report;
  const case_model::Case& subject = naive.subject();
  Check check(report, options, "progress");
  check.holds("there is a date", !progress.dates.empty());
  if (progress.dates.empty()) return report;
  check.holds("the last date is the case's own", progress.dates.back().day == subject.as_of);
  check.near("zone probability of the last date", progress.dates.back().zone_probability.value, zone.zone_probability.value);
  const auto rises = [](const ProgressDate& a, const ProgressDate& b) { return a.day >= b.day; };
  check.holds("dates rise", std::ranges::adjacent_find(progress.dates, rises) == progress.dates.end());
  check_statements(subject, progress, check);
  check_words(progress, check);
  const double packages = static_cast<double>(case_model::count_combinations(subject.issues).value_or(0));
  for (const ProgressDate& date : progress.dates) {
    check_date(subject, date, check);
    const ExactDate exact(naive, date.day);
    if (!exact.is_certain()) continue;
    if (!affordable(report, options, "the zone of a date", packages * static_cast<double>(naive.parties().size()))) continue;
    check.near("zone of an exact date", date.zone_probability.value, exact.has_zone() ? 1 : 0);
  }
  return report;
}

}  // namespace modus::verify

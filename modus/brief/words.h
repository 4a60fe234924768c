/// \file How numbers, days, conditions and packages are said. All sentences of the brief use these, so that
/// one thing is said one way. The sentences themselves are in words_*.cc, one file a part of the brief.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modus/brief/document.h"
#include "modus/case_model/case.h"
#include "modus/case_model/standing.h"
#include "modus/findings/common.h"

namespace modus::brief {

// Numbers: probabilities to 5 points, never barer than that.

/// "35 %", "under 5 %", "over 95 %"; with no-break spaces, which set probabilities apart from amounts in the
/// case.
[[nodiscard]] std::string percent(double probability);
/// The probability as it is printed: 0.35; below 0.05 and above 0.95 the ends of the scale, 0 and 1.
[[nodiscard]] double rounded(double probability);
/// The word of the fixed scale for the probability as printed.
[[nodiscard]] std::string likelihood(double probability);
/// "35 % (unlikely)"
[[nodiscard]] std::string chance(double probability);
/// "20 % to 45 % (unlikely to roughly even)"; chance() where both ends print alike.
[[nodiscard]] std::string chance_range(double low, double high);
/// "lies from 20 % to 45 % (unlikely to roughly even)", or "stays at 35 % (unlikely)" where both ends print
/// alike.
[[nodiscard]] std::string lies_within(double low, double high);
/// A difference between probabilities: "20 percentage points", "under 5 percentage points"; the size alone.
[[nodiscard]] std::string difference(double size);
/// The same for a column that names the unit: "20", "under 5".
[[nodiscard]] std::string bare_difference(double size);
/// Points on a party's 0..100: "12 points", "1 point", "under 1 point", "-3 points".
[[nodiscard]] std::string points(double value);
/// How far that is, in words, the same for every party: "a little", "some way", "a long way", "a very long
/// way".
[[nodiscard]] std::string distance(double value);
/// "1,234,567"
[[nodiscard]] std::string count(std::uint64_t number);

// Days: "20 December 2025"; "14 to 15 December 2025".
[[nodiscard]] std::string say_day(case_model::Day day);
[[nodiscard]] std::string say_days(const case_model::Days& days);

/// The words with a capital first letter, if it is an ASCII letter.
[[nodiscard]] std::string capital(std::string words);

// What the case is made of.

[[nodiscard]] std::string say_channel(case_model::Channel channel);
/// "Crew size: to 7 at once"
[[nodiscard]] std::string say_term(const case_model::Case& subject, case_model::IssueIndex issue,
                                   case_model::OptionIndex option);
/// The options of one issue in the fewest words: "‘a’ or ‘b’", "anything but c", "6 % or more".
[[nodiscard]] std::string say_options(const case_model::Case& subject, case_model::IssueIndex issue,
                                      const std::vector<bool>& allowed);
/// A condition in words: "Crew size: to 7 at once and Wage rise: 6 % or more".
[[nodiscard]] std::string say_condition(const case_model::Case& subject,
                                        const case_model::Condition& condition);
/// The same where a heading already names the issue: its name is left out if it is the only one.
[[nodiscard]] std::string say_condition_under(const case_model::Case& subject,
                                              const case_model::Condition& condition,
                                              case_model::IssueIndex heading);
/// Every issue with its option, joined by semicolons.
[[nodiscard]] std::string say_package(const case_model::Case& subject, const case_model::Package& package);
/// Those terms of a package that `known` does not give already; empty where it gives all.
[[nodiscard]] std::string say_package_beyond(const case_model::Case& subject,
                                             const case_model::Package& package,
                                             const std::vector<case_model::IssueIndex>& known);
/// Those terms of a package in which it differs from another; empty where they are the same.
[[nodiscard]] std::string say_difference(const case_model::Case& subject, const case_model::Package& package,
                                         const case_model::Package& from);
/// What a limit asks, the shortest way: "no package with X", "no package without X" or "no package unless X
/// and Y".
[[nodiscard]] std::string say_limit(const case_model::Case& subject, const case_model::Condition& forbids);
/// What a statement says, without the party: "accepts no package with X", "offers Y", "prefers Y to Z".
[[nodiscard]] std::string say_statement(const case_model::Case& subject,
                                        const case_model::Statement& statement);
/// The same under a heading that names the issue: of several terms only the one on that issue, saying so.
[[nodiscard]] std::string say_statement_under(const case_model::Case& subject,
                                              const case_model::Statement& statement,
                                              case_model::IssueIndex heading);

}  // namespace modus::brief

/// \file What a second, naive look at findings came to, and how numbers are compared in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "modus/base/result.h"

namespace modus::verify {

struct VerifyOptions {
  /// A check that needs more evaluations (one party, one package, one scenario) than this is not done. A
  /// million take about a third of a second over all checks.
  std::uint64_t max_evaluations = 200'000'000;
  /// How far a number may be from what the definition gives, beside near ties (see
  /// NaiveAcceptance::is_near_tie).
  double tolerance = 1e-9;
};

struct VerifyReport {
  base::Problems problems;            ///< one a disagreement, in the order of the checks; none: all confirmed
  std::vector<std::string> done;      ///< checks made, in order: "zone probability", ...
  std::vector<std::string> not_done;  ///< with the reason: "unblocking effects: 2100000000 evaluations"

  void add(VerifyReport other);
};

/// One check of a report: counts as done from the start, and puts down each disagreement.
class Check {
 public:
  /// `slack` is added to the tolerance of shares, for scenarios in which rounding could decide.
  Check(VerifyReport& report, const VerifyOptions& options, std::string name, double slack = 0);

  void equal(const std::string& what, std::uint64_t found, std::uint64_t expected);
  /// Within the tolerance, times the size of the numbers where that is above 1; not a number never is.
  void near(const std::string& what, double found, double expected);
  /// As near, plus the slack.
  void share(const std::string& what, double found, double expected);
  /// No more than `most`, with the tolerance and the slack.
  void at_most(const std::string& what, double found, double most);
  void holds(const std::string& what, bool condition);

 private:
  void disagree(const std::string& what);
  void within(const std::string& what, double found, double expected, double allowed);

  VerifyReport& report_;
  double tolerance_;
  std::string name_;
  double slack_;
};

/// Whether a check of this many evaluations may be done; if not, it is put down as not done.
[[nodiscard]] bool affordable(VerifyReport& report, const VerifyOptions& options, const std::string& name,
                              double evaluations);

}  // namespace modus::verify

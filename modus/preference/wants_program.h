/// \file The wants that judgments allow, as a linear program: weights w, marginal values z = w * score of each
/// score node, adjustments and the no-deal value or its cost. (Robust ordinal regression: Greco, Mousseau and
/// Slowinski 2008, with the no-deal value as one more unknown.)
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "modus/base/result.h"
#include "modus/preference/party_model.h"

namespace modus::preference {

/// low <= sum of coefficient * column <= high
struct ProgramRow {
  std::vector<std::pair<int, double>> terms;
  double low = 0, high = 0;
  std::size_t group = 0;  ///< what it comes from; 0: always there
};

/// Where a group of rows comes from.
struct ProgramGroup {
  base::Place where;
  std::string what;
};

struct LinearProgram {
  std::vector<std::pair<double, double>> columns;  ///< bounds
  std::vector<ProgramRow> rows;
  std::vector<ProgramGroup> groups = {{}};  ///< entry 0 stands for "always"
  int add_column(double low, double high);
  std::size_t add_group(base::Place where, std::string what);
};

inline constexpr double kNoBound = 1e30;

/// Minimal sets of groups that cannot all hold, disjoint from each other, at most 20. Empty: they can.
[[nodiscard]] std::vector<std::vector<std::size_t>> minimal_conflicts(const LinearProgram& program);

/// Where things stand among the columns of a party's program.
struct WantsColumns {
  std::vector<int> weight;             ///< by issue
  std::vector<std::vector<int>> node;  ///< by issue and node
  std::vector<int> adjustment;
  int no_deal = -1;  ///< the value; -1 where there is a lottery
  int cost = -1;     ///< the lottery's
};

struct WantsProgram {
  LinearProgram program;
  WantsColumns columns;
};

/// All judgments of a party but the chances of its lottery, one group each.
[[nodiscard]] WantsProgram build_wants_program(const case_model::Case& subject, const PartyModel& model);

/// What multiplies wants and so must be fixed for a program: chances of the lottery's outcomes (empty where there is
/// none) and shares of mixes.
struct FixedShares {
  std::vector<double> chances;
  OptionPlaces places;
};

/// Value of a package (or part) as terms over the columns, times `factor`.
[[nodiscard]] std::vector<std::pair<int, double>> value_terms(const OptionPlaces& places, const WantsColumns& columns,
                                                              const SignedRow& row, double factor);
/// The no-deal value likewise.
[[nodiscard]] std::vector<std::pair<int, double>> no_deal_terms(const PartyModel& model, const WantsColumns& columns,
                                                                const FixedShares& shares, double factor);

/// Lowest and highest of linear objectives over a program without groups left out. Reuses the last basis.
class Optimiser {
 public:
  explicit Optimiser(const LinearProgram& program);
  ~Optimiser();
  Optimiser(const Optimiser&) = delete;
  Optimiser& operator=(const Optimiser&) = delete;
  /// Precondition: the program is feasible.
  [[nodiscard]] double lowest(const std::vector<std::pair<int, double>>& objective);
  [[nodiscard]] double highest(const std::vector<std::pair<int, double>>& objective);

 private:
  struct Solver;
  double solve(const std::vector<std::pair<int, double>>& objective, double direction);
  std::unique_ptr<Solver> solver_;
};

}  // namespace modus::preference

#include <algorithm>
#include <coin/ClpSimplex.hpp>

#include "modus/preference/wants_program.h"

namespace modus::preference {
namespace {

constexpr std::size_t kMostConflicts = 20;

// Loads the rows whose group is kept.
void load(ClpSimplex& solver, const LinearProgram& program, const std::vector<bool>& kept) {
  solver.setLogLevel(0);
  const int columns = static_cast<int>(program.columns.size());
  solver.resize(0, columns);
  for (int c = 0; c < columns; ++c) {
    const auto& [low, high] = program.columns[static_cast<std::size_t>(c)];
    solver.setColumnBounds(c, low, high);
  }
  for (const ProgramRow& row : program.rows) {
    if (!kept[row.group]) continue;
    std::vector<double> sums(program.columns.size(), 0);  // a column may occur twice in the terms
    for (const auto& [column, coefficient] : row.terms) sums[static_cast<std::size_t>(column)] += coefficient;
    std::vector<int> indices;
    std::vector<double> elements;
    for (std::size_t c = 0; c < sums.size(); ++c) {
      if (sums[c] == 0) continue;
      indices.push_back(static_cast<int>(c));
      elements.push_back(sums[c]);
    }
    solver.addRow(static_cast<int>(indices.size()), indices.data(), elements.data(), row.low, row.high);
  }
}

bool is_feasible(const LinearProgram& program, const std::vector<bool>& kept) {
  ClpSimplex solver;
  load(solver, program, kept);
  if (solver.numberRows() == 0) return true;  // the solver wants at least one
  solver.primal();
  return solver.status() == 0;
}

}  // namespace

int LinearProgram::add_column(double low, double high) {
  columns.emplace_back(low, high);
  return static_cast<int>(columns.size()) - 1;
}

std::size_t LinearProgram::add_group(base::Place where, std::string what) {
  groups.push_back({std::move(where), std::move(what)});
  return groups.size() - 1;
}

std::vector<std::vector<std::size_t>> minimal_conflicts(const LinearProgram& program) {
  std::vector<std::vector<std::size_t>> conflicts;
  std::vector<bool> usable(program.groups.size(), true);
  while (conflicts.size() < kMostConflicts && !is_feasible(program, usable)) {
    std::vector<bool> kept = usable;
    std::vector<std::size_t> conflict;
    for (std::size_t group = 1; group < kept.size(); ++group) {  // deletion filter: what can go, goes
      if (!kept[group]) continue;
      kept[group] = false;
      if (!is_feasible(program, kept)) continue;
      kept[group] = true;
      conflict.push_back(group);
    }
    if (conflict.empty()) break;
    for (const std::size_t group : conflict) usable[group] = false;
    conflicts.push_back(std::move(conflict));
  }
  return conflicts;
}

struct Optimiser::Solver {
  ClpSimplex simplex;
  std::vector<double> objective;
};

Optimiser::Optimiser(const LinearProgram& program) : solver_(std::make_unique<Solver>()) {
  load(solver_->simplex, program, std::vector<bool>(program.groups.size(), true));
  solver_->objective.assign(program.columns.size(), 0);
}

Optimiser::~Optimiser() = default;

double Optimiser::solve(const std::vector<std::pair<int, double>>& objective, double direction) {
  std::fill(solver_->objective.begin(), solver_->objective.end(), 0.0);
  for (const auto& [column, coefficient] : objective) solver_->objective[static_cast<std::size_t>(column)] += coefficient;
  solver_->simplex.chgObjCoefficients(solver_->objective.data());
  solver_->simplex.setOptimizationDirection(direction);
  solver_->simplex.primal();
  return solver_->simplex.objectiveValue();
}

double Optimiser::lowest(const std::vector<std::pair<int, double>>& objective) { return solve(objective, 1); }
double Optimiser::highest(const std::vector<std::pair<int, double>>& objective) { return solve(objective, -1); }

}  // namespace modus::preference

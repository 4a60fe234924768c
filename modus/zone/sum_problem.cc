#include "modus/zone/sum_problem.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace modus::zone {
namespace {

using Neighbours = std::vector<std::set<std::size_t>>;

Neighbours neighbours_of(const SumProblem& problem) {
  Neighbours graph(problem.options.size());
  for (const SumTerm& term : problem.terms) {
    for (const std::size_t one : term.scope) {
      for (const std::size_t other : term.scope) {
        if (one != other) graph[one].insert(other);
      }
    }
  }
  return graph;
}

std::size_t missing_ties(const Neighbours& graph, std::size_t issue) {
  std::size_t missing = 0;
  for (const std::size_t one : graph[issue]) {
    for (const std::size_t other : graph[issue]) missing += one < other && !graph[one].contains(other) ? 1U : 0U;
  }
  return missing;
}

double table_rows(const SumProblem& problem, const Neighbours& graph, std::size_t issue) {
  double rows = static_cast<double>(problem.options[issue]);
  for (const std::size_t other : graph[issue]) rows *= static_cast<double>(problem.options[other]);
  return rows;
}

void take_out(Neighbours& graph, std::size_t issue) {
  for (const std::size_t one : graph[issue]) {
    graph[one].erase(issue);
    for (const std::size_t other : graph[issue]) {
      if (one != other) graph[one].insert(other);
    }
  }
}

}  // namespace

std::size_t rows_of(const SumProblem& problem, const std::vector<std::size_t>& scope) {
  std::size_t rows = 1;
  for (const std::size_t issue : scope) rows *= problem.options[issue];
  return rows;
}

EliminationOrder order_by_fill(const SumProblem& problem) {
  Neighbours graph = neighbours_of(problem);
  std::set<std::size_t> left;
  for (std::size_t issue = 0; issue < problem.options.size(); ++issue) left.insert(issue);
  EliminationOrder order;
  while (!left.empty()) {
    const std::size_t next = *std::ranges::min_element(left, {}, [&](std::size_t issue) {
      return std::tuple(missing_ties(graph, issue), table_rows(problem, graph, issue), issue);
    });
    order.issues.push_back(next);
    order.width = std::max(order.width, graph[next].size() + 1);
    order.largest_table = std::max(order.largest_table, table_rows(problem, graph, next));
    take_out(graph, next);
    left.erase(next);
  }
  return order;
}

}  // namespace modus::zone

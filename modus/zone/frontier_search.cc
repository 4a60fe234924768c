#include "modus/zone/frontier_search.h"

#include <algorithm>
#include <array>
#include <limits>

#include "modus/zone/pareto_points.h"

namespace modus::zone {
namespace {

/// Points that wait to be merged.
constexpr std::size_t kMostWaiting = 4'000'000;
constexpr std::uint32_t kJoin = std::numeric_limits<std::uint32_t>::max();

/// How a point was come by: an option taken after another point, or two points joined. Number 0 is the empty choice.
struct Trace {
  std::uint32_t issue = kJoin;
  std::uint32_t option_or_other = 0;
  std::uint32_t before = 0;
};

template <std::size_t P>
using Utilities = std::array<std::int64_t, P>;

/// Undominated sums for every choice on the issues of a scope, last fastest.
template <std::size_t P>
struct Table {
  std::vector<std::size_t> scope;
  std::vector<ParetoList<P>> rows;
  Utilities<P> most{};  ///< the greatest sum of each party in any row
};

template <std::size_t P>
class FrontierSearch {
 public:
  FrontierSearch(const SumProblem& problem, const FrontierLimits& limits) : problem_(problem), limits_(limits) {
    traces_.emplace_back();
    used_.resize(problem.terms.size(), false);
    term_most_.resize(problem.terms.size());
    for (std::size_t t = 0; t < problem.terms.size(); ++t) {
      term_most_[t] = most_of(problem.terms[t]);
      add(rest_, term_most_[t]);
    }
  }

  std::optional<std::vector<FrontierVector>> run() {
    const EliminationOrder order = order_by_fill(problem_);
    if (order.largest_table > limits_.largest_table) return std::nullopt;
    for (const std::size_t issue : order.issues) {
      if (!sum_out(issue)) return std::nullopt;
    }
    if (!join_roots()) return std::nullopt;
    return found();
  }

 private:
  struct Earlier {
    const FrontierSearch* search;
    std::uint32_t issue;  ///< whose options are not traced yet; kJoin: `option` is a point of the other list
    bool operator()(const ParetoPoint<P>& one, const ParetoPoint<P>& other) const { return search->earlier(one, other, issue); }
  };

  static void add(Utilities<P>& sum, const Utilities<P>& more) {
    for (std::size_t p = 0; p < P; ++p) sum[p] += more[p];
  }
  static void subtract(Utilities<P>& sum, const Utilities<P>& less) {
    for (std::size_t p = 0; p < P; ++p) sum[p] -= less[p];
  }
  static bool allows(const SumTerm& term, std::size_t row) { return term.allowed.empty() || term.allowed[row] != 0; }

  Utilities<P> most_of(const SumTerm& term) const {
    Utilities<P> most;
    most.fill(std::numeric_limits<std::int64_t>::min() / 4);
    const std::size_t rows = rows_of(problem_, term.scope);
    for (std::size_t row = 0; row < rows; ++row) {
      if (!allows(term, row)) continue;
      for (std::size_t p = 0; p < P; ++p) most[p] = std::max(most[p], term.adds[row * P + p]);
    }
    return most;
  }

  /// Whether the part can come to everybody's least with the best of the rest.
  [[nodiscard]] bool can_reach(const Utilities<P>& part, const Utilities<P>& rest) const {
    for (std::size_t p = 0; p < problem_.least.size(); ++p) {
      if (part[p] + rest[p] < problem_.least[p]) return false;
    }
    return true;
  }

  void write_choice(std::uint32_t trace, std::vector<std::uint32_t>& package) const {
    while (trace != 0) {
      const Trace& step = traces_[trace];
      if (step.issue == kJoin) {
        write_choice(step.option_or_other, package);
      } else {
        package[step.issue] = step.option_or_other;
      }
      trace = step.before;
    }
  }
  [[nodiscard]] bool earlier(const ParetoPoint<P>& one, const ParetoPoint<P>& other, std::uint32_t issue) const {
    thread_local std::vector<std::uint32_t> first;
    thread_local std::vector<std::uint32_t> second;
    for (auto [point, package] : {std::pair(&one, &first), std::pair(&other, &second)}) {
      package->assign(problem_.options.size(), 0);
      write_choice(point->trace, *package);
      if (issue == kJoin) {
        write_choice(point->option, *package);
      } else {
        (*package)[issue] = point->option;
      }
    }
    return first < second;
  }

  /// The same points, each traced with what was chosen last.
  bool trace(ParetoList<P>& points, std::uint32_t issue) {
    for (ParetoPoint<P>& point : points) {
      traces_.push_back({issue, point.option, point.trace});
      point.trace = static_cast<std::uint32_t>(traces_.size() - 1);
    }
    return traces_.size() < std::numeric_limits<std::uint32_t>::max() / 2;
  }

  /// Every sum of a point of each, undominated. The longer list is shifted by each point of the shorter one.
  ParetoList<P> sums_of(const ParetoList<P>& one, const ParetoList<P>& other, const Utilities<P>& rest) {
    const ParetoList<P>& longer = one.size() >= other.size() ? one : other;
    const ParetoList<P>& shorter = one.size() >= other.size() ? other : one;
    std::vector<ParetoList<P>> shifted;
    std::size_t waiting = 0;
    for (const ParetoPoint<P>& step : shorter) {
      ParetoList<P> list;
      list.reserve(longer.size());
      for (const ParetoPoint<P>& from : longer) {
        ParetoPoint<P> point{from.at, multiply_counts(from.count, step.count), from.trace, step.trace};
        add(point.at, step.at);
        if (can_reach(point.at, rest)) list.push_back(point);
      }
      waiting += list.size();
      shifted.push_back(std::move(list));
      if (waiting > kMostWaiting) {  // merged now and then, so that memory stays that of the frontier
        shifted = {merge_undominated<P>(std::move(shifted), Earlier{this, kJoin})};
        waiting = shifted.front().size();
        if (waiting > limits_.points) break;
      }
    }
    ParetoList<P> sums = merge_undominated<P>(std::move(shifted), Earlier{this, kJoin});
    trace(sums, kJoin);
    return sums;
  }

  struct Bucket {
    std::vector<const SumTerm*> terms;
    std::vector<Table<P>> tables;
    std::vector<std::size_t> scope;  ///< what the new table is about
  };

  /// Takes out what mentions the issue.
  Bucket collect(std::size_t issue) {
    Bucket bucket;
    for (std::size_t t = 0; t < problem_.terms.size(); ++t) {
      const SumTerm& term = problem_.terms[t];
      if (used_[t] || !std::ranges::binary_search(term.scope, issue)) continue;
      used_[t] = true;
      bucket.terms.push_back(&term);
      bucket.scope.insert(bucket.scope.end(), term.scope.begin(), term.scope.end());
      subtract(rest_, term_most_[t]);
    }
    for (std::size_t n = 0; n < tables_.size();) {
      if (!std::ranges::binary_search(tables_[n].scope, issue)) {
        ++n;
        continue;
      }
      bucket.scope.insert(bucket.scope.end(), tables_[n].scope.begin(), tables_[n].scope.end());
      subtract(rest_, tables_[n].most);
      bucket.tables.push_back(std::move(tables_[n]));
      tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(n));
    }
    std::ranges::sort(bucket.scope);
    bucket.scope.erase(std::ranges::unique(bucket.scope).begin(), bucket.scope.end());
    std::erase(bucket.scope, issue);
    return bucket;
  }

  [[nodiscard]] std::size_t row_in(const std::vector<std::size_t>& scope, const std::vector<std::uint32_t>& choice) const {
    std::size_t row = 0;
    for (const std::size_t issue : scope) row = row * problem_.options[issue] + choice[issue];
    return row;
  }

  /// The undominated sums where the issue takes this option; `choice` holds it and the scope's options.
  ParetoList<P> sums_with(const Bucket& bucket, std::uint32_t option, const std::vector<std::uint32_t>& choice) {
    ParetoPoint<P> start;
    for (const SumTerm* term : bucket.terms) {
      const std::size_t row = row_in(term->scope, choice);
      if (!allows(*term, row)) return {};
      for (std::size_t p = 0; p < P; ++p) start.at[p] += term->adds[row * P + p];
    }
    ParetoList<P> sums = {start};
    Utilities<P> rest = rest_;
    for (const Table<P>& table : bucket.tables) add(rest, table.most);
    if (!can_reach(start.at, rest)) return {};
    for (const Table<P>& table : bucket.tables) {
      subtract(rest, table.most);
      const ParetoList<P>& more = table.rows[row_in(table.scope, choice)];
      sums = sums.size() == 1 && sums.front().trace == 0 ? moved(more, sums.front(), rest) : sums_of(sums, more, rest);
    }
    for (ParetoPoint<P>& point : sums) point.option = option;
    return sums;
  }
  ParetoList<P> moved(const ParetoList<P>& points, const ParetoPoint<P>& by, const Utilities<P>& rest) const {
    ParetoList<P> list;
    list.reserve(points.size());
    for (ParetoPoint<P> point : points) {
      add(point.at, by.at);
      if (can_reach(point.at, rest)) list.push_back(point);
    }
    return list;
  }

  bool sum_out(std::size_t issue) {
    const Bucket bucket = collect(issue);
    Table<P> table{bucket.scope, {}, {}};
    table.rows.resize(rows_of(problem_, bucket.scope));
    table.most.fill(std::numeric_limits<std::int64_t>::min() / 4);
    std::vector<std::uint32_t> choice(problem_.options.size(), 0);
    std::size_t points = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      std::size_t left = row;
      for (std::size_t n = bucket.scope.size(); n-- > 0;) {
        choice[bucket.scope[n]] = static_cast<std::uint32_t>(left % problem_.options[bucket.scope[n]]);
        left /= problem_.options[bucket.scope[n]];
      }
      std::vector<ParetoList<P>> lists;
      for (std::uint32_t option = 0; option < problem_.options[issue]; ++option) {
        choice[issue] = option;
        ParetoList<P> list = sums_with(bucket, option, choice);
        if (!list.empty()) lists.push_back(std::move(list));
      }
      ParetoList<P>& merged = table.rows[row];
      merged = merge_undominated<P>(std::move(lists), Earlier{this, static_cast<std::uint32_t>(issue)});
      if (!trace(merged, static_cast<std::uint32_t>(issue))) return false;
      points += merged.size();
      if (points > limits_.points) return false;
      for (const ParetoPoint<P>& point : merged) {
        for (std::size_t p = 0; p < P; ++p) table.most[p] = std::max(table.most[p], point.at[p]);
      }
    }
    add(rest_, table.most);
    tables_.push_back(std::move(table));
    return true;
  }

  /// What is left are tables about nothing: parts that no term ties together.
  bool join_roots() {
    std::ranges::stable_sort(tables_, {}, [](const Table<P>& table) { return table.rows.front().size(); });
    ParetoList<P> all = {ParetoPoint<P>{}};
    bool first = true;
    for (Table<P>& table : tables_) {
      subtract(rest_, table.most);
      all = first ? moved(table.rows.front(), {}, rest_) : sums_of(all, table.rows.front(), rest_);
      first = false;
      table.rows.clear();
      if (all.size() > limits_.points) return false;
    }
    points_ = std::move(all);
    return true;
  }

  std::vector<FrontierVector> found() const {
    std::vector<FrontierVector> all;
    for (const ParetoPoint<P>& point : points_) {
      FrontierVector vector{{point.at.begin(), point.at.end()}, std::vector<std::uint32_t>(problem_.options.size(), 0), point.count};
      write_choice(point.trace, vector.package);
      all.push_back(std::move(vector));
    }
    return all;
  }

  const SumProblem& problem_;
  const FrontierLimits& limits_;
  std::vector<Trace> traces_;
  std::vector<bool> used_;
  std::vector<Utilities<P>> term_most_;
  Utilities<P> rest_{};            ///< the most that what is not in a part can add, by party
  std::vector<Table<P>> tables_;
  ParetoList<P> points_;
};

template <std::size_t P>
std::optional<std::vector<FrontierVector>> search(const SumProblem& problem, const FrontierLimits& limits) {
  return FrontierSearch<P>(problem, limits).run();
}

}  // namespace

std::optional<std::vector<FrontierVector>> search_frontier(const SumProblem& problem, const FrontierLimits& limits) {
  static constexpr std::array kBySize = {search<1>, search<2>, search<3>, search<4>, search<5>, search<6>, search<7>, search<8>};
  if (problem.parties < 1 || problem.parties > kBySize.size()) return std::nullopt;
  return kBySize[problem.parties - 1](problem, limits);
}

}  // namespace modus::zone

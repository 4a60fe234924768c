#include "modus/zone/count_packages.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <vector>

namespace modus::zone {
namespace {

constexpr std::size_t kMostParties = 8;
constexpr double kWideEnough = 1e38;
using Sums = std::array<std::int64_t, kMostParties>;

/// A sum with how many choices come to it.
template <class Count>
struct Tally {
  Sums sums{};
  Count count;
};
/// Different sums, rising.
template <class Count>
using Tallies = std::vector<Tally<Count>>;

template <class Count>
struct Table {
  std::vector<std::size_t> scope;
  std::vector<Tallies<Count>> rows;
};

/// What a term, a table or all that is left can add at the least and at the most.
struct Reach {
  Sums least{}, most{};
};

void widen(Reach& reach, const Sums& sums, std::size_t parties, bool first) {
  for (std::size_t p = 0; p < parties; ++p) {
    reach.least[p] = first ? sums[p] : std::min(reach.least[p], sums[p]);
    reach.most[p] = first ? sums[p] : std::max(reach.most[p], sums[p]);
  }
}

template <class Count>
void merge_equal(Tallies<Count>& tallies) {
  std::ranges::sort(tallies, {}, &Tally<Count>::sums);
  std::size_t kept = 0;
  for (std::size_t n = 0; n < tallies.size(); ++n) {
    if (kept > 0 && tallies[kept - 1].sums == tallies[n].sums) tallies[kept - 1].count += tallies[n].count;
    else {
      if (kept != n) tallies[kept] = std::move(tallies[n]);
      ++kept;
    }
  }
  tallies.resize(kept);
}

template <class Count>
class PackageCounter {
  using Tally = zone::Tally<Count>;
  using Tallies = zone::Tallies<Count>;
  using Table = zone::Table<Count>;

 public:
  PackageCounter(const SumProblem& problem, const CountLimits& limits) : problem_(problem), limits_(limits), parties_(problem.least.size()) {
    used_.resize(problem.terms.size(), false);
    for (const SumTerm& term : problem.terms) {
      const Reach reach = reach_of(term);
      add_to_rest(reach, 1);
      term_reach_.push_back(reach);
    }
  }

  std::optional<base::BigCount> run() {
    const EliminationOrder order = order_by_fill(problem_);
    if (order.largest_table > limits_.largest_table) return std::nullopt;
    for (const std::size_t issue : order.issues) {
      if (!sum_out(issue)) return std::nullopt;
    }
    Tallies all = {Tally{Sums{}, 1}};
    for (const Table& table : tables_) {
      add_to_rest(reach_of(table), -1);
      all = joined(all, table.rows.front());
      if (too_many_ || all.size() > limits_.sums) return std::nullopt;
    }
    Count count = 0;
    for (const Tally& tally : all) count += tally.count;
    return base::BigCount(count);
  }

 private:
  Reach reach_of(const SumTerm& term) const {
    Reach reach;
    bool first = true;
    for (std::size_t row = 0; row < rows_of(problem_, term.scope); ++row) {
      if (!term.allowed.empty() && term.allowed[row] == 0) continue;
      Sums sums{};
      for (std::size_t p = 0; p < parties_; ++p) sums[p] = term.adds[row * problem_.parties + p];
      widen(reach, sums, parties_, first);
      first = false;
    }
    return reach;
  }
  Reach reach_of(const Table& table) const {
    Reach reach;
    bool first = true;
    for (const Tallies& row : table.rows) {
      for (const Tally& tally : row) {
        widen(reach, tally.sums, parties_, first);
        first = false;
      }
    }
    return reach;
  }
  void add_to_rest(const Reach& reach, std::int64_t times) {
    for (std::size_t p = 0; p < parties_; ++p) {
      rest_.least[p] += times * reach.least[p];
      rest_.most[p] += times * reach.most[p];
    }
  }

  /// False where the part cannot reach everybody's least; sums that are sure to are set to the least of their kind.
  [[nodiscard]] bool settle(Sums& sums, const Reach& rest) const {
    for (std::size_t p = 0; p < parties_; ++p) {
      if (sums[p] + rest.most[p] < problem_.least[p]) return false;
      sums[p] = std::min(sums[p], problem_.least[p] - rest.least[p]);
    }
    return true;
  }
  [[nodiscard]] Tallies joined(const Tallies& one, const Tallies& other) const {
    Tallies sums;
    for (const Tally& a : one) {
      for (const Tally& b : other) {
        Tally sum{a.sums, a.count};
        for (std::size_t p = 0; p < parties_; ++p) sum.sums[p] += b.sums[p];
        if (!settle(sum.sums, rest_)) continue;
        sum.count = a.count * b.count;
        sums.push_back(std::move(sum));
      }
      if (too_many(sums)) break;
    }
    merge_equal(sums);
    return sums;
  }
  bool sum_out(std::size_t issue) {
    std::vector<std::size_t> scope;
    std::vector<const SumTerm*> terms;
    std::vector<Table> tables;
    for (std::size_t t = 0; t < problem_.terms.size(); ++t) {
      if (used_[t] || !std::ranges::binary_search(problem_.terms[t].scope, issue)) continue;
      used_[t] = true;
      terms.push_back(&problem_.terms[t]);
      add_to_rest(term_reach_[t], -1);
      scope.insert(scope.end(), terms.back()->scope.begin(), terms.back()->scope.end());
    }
    for (std::size_t n = 0; n < tables_.size();) {
      if (!std::ranges::binary_search(tables_[n].scope, issue)) {
        ++n;
        continue;
      }
      add_to_rest(reach_of(tables_[n]), -1);
      scope.insert(scope.end(), tables_[n].scope.begin(), tables_[n].scope.end());
      tables.push_back(std::move(tables_[n]));
      tables_.erase(tables_.begin() + static_cast<std::ptrdiff_t>(n));
    }
    std::ranges::sort(scope);
    scope.erase(std::ranges::unique(scope).begin(), scope.end());
    std::erase(scope, issue);
    return make_table(issue, scope, terms, tables);
  }

  bool make_table(std::size_t issue, const std::vector<std::size_t>& scope, const std::vector<const SumTerm*>& terms, const std::vector<Table>& tables) {
    Table table{scope, {}};
    table.rows.resize(rows_of(problem_, scope));
    std::vector<std::size_t> choice(problem_.options.size(), 0);
    std::size_t sums = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      std::size_t left = row;
      for (std::size_t n = scope.size(); n-- > 0;) {
        choice[scope[n]] = left % problem_.options[scope[n]];
        left /= problem_.options[scope[n]];
      }
      for (choice[issue] = 0; choice[issue] < problem_.options[issue]; ++choice[issue]) {
        Tallies here = tallies_at(choice, terms, tables);
        table.rows[row].insert(table.rows[row].end(), std::make_move_iterator(here.begin()), std::make_move_iterator(here.end()));
      }
      merge_equal(table.rows[row]);
      sums += table.rows[row].size();
      if (too_many_ || sums > limits_.sums) return false;
    }
    add_to_rest(reach_of(table), 1);
    tables_.push_back(std::move(table));
    return true;
  }

  [[nodiscard]] std::size_t row_in(const std::vector<std::size_t>& scope, const std::vector<std::size_t>& choice) const {
    std::size_t row = 0;
    for (const std::size_t issue : scope) row = row * problem_.options[issue] + choice[issue];
    return row;
  }
  [[nodiscard]] Tallies tallies_at(const std::vector<std::size_t>& choice, const std::vector<const SumTerm*>& terms, const std::vector<Table>& tables) const {
    Tally start{Sums{}, 1};
    for (const SumTerm* term : terms) {
      const std::size_t row = row_in(term->scope, choice);
      if (!term->allowed.empty() && term->allowed[row] == 0) return {};
      for (std::size_t p = 0; p < parties_; ++p) start.sums[p] += term->adds[row * problem_.parties + p];
    }
    Tallies sums = {start};
    for (const Table& table : tables) sums = plain_join(sums, table.rows[row_in(table.scope, choice)]);
    std::erase_if(sums, [&](Tally& tally) { return !settle(tally.sums, rest_); });
    merge_equal(sums);
    return sums;
  }
  [[nodiscard]] Tallies plain_join(const Tallies& one, const Tallies& other) const {
    Tallies sums;
    for (const Tally& a : one) {
      for (const Tally& b : other) {
        Tally sum{a.sums, a.count * b.count};
        for (std::size_t p = 0; p < parties_; ++p) sum.sums[p] += b.sums[p];
        sums.push_back(std::move(sum));
      }
      if (too_many(sums)) break;
    }
    merge_equal(sums);
    return sums;
  }
  /// Remembers it: what was joined is then not all there is.
  [[nodiscard]] bool too_many(const Tallies& sums) const {
    too_many_ = too_many_ || sums.size() > 4 * limits_.sums;
    return too_many_;
  }

  const SumProblem& problem_;
  const CountLimits& limits_;
  std::size_t parties_;  ///< those with a least; 0 where all feasible packages are counted
  std::vector<bool> used_;
  std::vector<Reach> term_reach_;
  Reach rest_;
  std::vector<Table> tables_;
  mutable bool too_many_ = false;
};

}  // namespace

std::optional<base::BigCount> count_packages(const SumProblem& problem, const CountLimits& limits) {
  if (problem.least.size() > kMostParties) return std::nullopt;
  base::BigCount all = 1;
  for (const std::size_t options : problem.options) all *= options;
  // Words are quicker where they are wide enough.
  if (all.value() < kWideEnough) return PackageCounter<base::WideCount>(problem, limits).run();
  return PackageCounter<base::BigCount>(problem, limits).run();
}

}  // namespace modus::zone

#include "modus/timing/case_days.h"

#include <algorithm>
#include <map>
#include <utility>

namespace modus::timing {
namespace {

using case_model::Case;
using case_model::Day;
using case_model::Statement;
using case_model::StatementIndex;

/// Of the two nearest neighbours the earlier one; of equally near ones the earliest.
std::size_t nearest_to_next(const std::vector<Day>& days) {
  std::size_t nearest = 0;
  for (std::size_t i = 1; i + 1 < days.size(); ++i) {
    if (days[i + 1] - days[i] < days[nearest + 1] - days[nearest]) nearest = i;
  }
  return nearest;
}

/// What a statement goes back to, following the pointer of each to its end.
template <class Next>
StatementIndex end_of(StatementIndex statement, Next next) {
  while (const auto further = next(statement)) statement = *further;
  return statement;
}

/// Pointers between statements, past those that were never made.
class Pointers {
 public:
  Pointers(const Case& subject, const std::vector<StatementIndex>& without) : subject_(subject), at_(subject.statements.size()) {
    std::size_t kept = 0;
    for (const StatementIndex index : subject.statements.indices()) {
      if (!std::binary_search(without.begin(), without.end(), index)) at_[index.value] = StatementIndex(kept++);
    }
  }

  [[nodiscard]] bool is_kept(StatementIndex index) const { return at_[index.value].has_value(); }

  /// All that are replaced, the chain followed through what was never made.
  [[nodiscard]] std::vector<StatementIndex> replaced_by(StatementIndex index) const {
    std::vector<StatementIndex> found;
    std::vector<bool> reached(at_.size(), false);
    std::vector<StatementIndex> open = subject_.statements[index].replaces;
    while (!open.empty()) {
      const StatementIndex earlier = open.back();
      open.pop_back();
      if (reached[earlier.value]) continue;
      reached[earlier.value] = true;
      if (at_[earlier.value]) found.push_back(*at_[earlier.value]);
      const auto& further = subject_.statements[earlier].replaces;
      open.insert(open.end(), further.begin(), further.end());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  /// The first one kept of those joined with it; nothing where it is that one itself.
  [[nodiscard]] std::optional<StatementIndex> joined_with(StatementIndex index) {
    const StatementIndex end = end_of(index, [&](StatementIndex one) { return subject_.statements[one].same_as; });
    const auto [first, is_first] = first_joined_.try_emplace(end, *at_[index.value]);
    return is_first ? std::nullopt : std::optional(first->second);
  }

 private:
  const Case& subject_;
  std::vector<std::optional<StatementIndex>> at_;
  std::map<StatementIndex, StatementIndex> first_joined_;
};

}  // namespace

std::optional<Day> day_made(const Case& subject, const Statement& statement) {
  std::optional<Day> day;
  if (statement.source) day = subject.sources[*statement.source].published;
  if (statement.on) day = statement.on->last;
  return day ? std::optional(std::min(*day, subject.as_of)) : std::nullopt;
}

CaseDays find_days(const Case& subject, std::size_t most) {
  CaseDays found;
  std::vector<Day> made;  // by statement
  for (const Statement& statement : subject.statements) {
    const auto day = day_made(subject, statement);
    if (!day) ++found.undated;
    made.push_back(day.value_or(subject.as_of));
  }
  std::vector<Day> days = made;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  if (days.empty()) days.push_back(subject.as_of);
  days.back() = subject.as_of;
  for (; days.size() > std::max<std::size_t>(most, 1); ++found.merged) {
    days.erase(days.begin() + static_cast<std::ptrdiff_t>(nearest_to_next(days)));
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    CaseDay day{days[i], {}, {}};
    for (const StatementIndex index : subject.statements.indices()) {
      if (made[index.value] > days[i]) {
        day.later.push_back(index);
      } else if (i == 0 || made[index.value] > days[i - 1]) {
        day.made.push_back(index);
      }
    }
    found.days.push_back(std::move(day));
  }
  return found;
}

Case case_without(const Case& subject, const std::vector<StatementIndex>& without) {
  Pointers pointers(subject, without);
  Case past = subject;
  past.text.clear();
  past.draft.reset();
  past.statements = {};
  for (const StatementIndex index : subject.statements.indices()) {
    if (!pointers.is_kept(index)) continue;
    Statement statement = subject.statements[index];
    statement.replaces = pointers.replaced_by(index);
    statement.same_as = pointers.joined_with(index);
    past.statements.push_back(std::move(statement));
  }
  return past;
}

}  // namespace modus::timing

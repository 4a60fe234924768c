// Which statements count and which limits they make, in the order of docs/method.md: replaced, repeated,
// merged.
#include "modus/case_model/standing.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "modus/case_model/mixes.h"

namespace modus::case_model {
namespace {

std::vector<bool> marked(std::size_t count, const std::vector<StatementIndex>& statements) {
  std::vector<bool> marks(count, false);
  for (const StatementIndex statement : statements) marks[statement.value] = true;
  return marks;
}

// Follows chains of `replaces` to their ends, each statement once; where two made statements reach the same
// one, the lower index is named.
std::vector<SetAside> find_replaced(const Case& subject, const std::vector<bool>& made) {
  std::vector<bool> reached(subject.statements.size(), false);
  std::vector<SetAside> found;
  for (const StatementIndex later : subject.statements.indices()) {
    if (!made[later.value]) continue;
    std::vector<StatementIndex> open = subject.statements[later].replaces;
    while (!open.empty()) {
      const StatementIndex earlier = open.back();
      open.pop_back();
      if (reached[earlier.value]) continue;
      reached[earlier.value] = true;
      if (made[earlier.value]) found.push_back({earlier, later, true});
      const auto& further = subject.statements[earlier].replaces;
      open.insert(open.end(), further.begin(), further.end());
    }
  }
  return found;
}

// What two statements share where one repeats the other.
std::string subject_of(const Case& subject, const Statement& statement) {
  std::string text = std::to_string(statement.party.value) + " " + std::string(word_of(statement.kind)) + " ";
  for (const IssueIndex issue : statement.ranking) text += std::to_string(issue.value) + " ";
  if (statement.kind == StatementKind::kRanks) return text;
  text += meaning_of(statement.what, subject.issues);
  if (statement.over) text += " over " + meaning_of(*statement.over, subject.issues);
  return text;
}

std::optional<Day> day_of(const Case& subject, const Statement& statement) {
  if (statement.on) return statement.on->last;
  if (statement.source) return subject.sources[*statement.source].published;
  return std::nullopt;
}

// Rises with how late, and on one day how certain, a statement is.
auto recency(const Case& subject, StatementIndex index) {
  const Statement& statement = subject.statements[index];
  const double certainty = said_of(subject, statement) * meant_of(subject, statement);
  return std::make_tuple(day_of(subject, statement), certainty, index);
}

std::vector<SetAside> find_repeated(const Case& subject, const std::vector<bool>& counted) {
  std::map<std::string, std::vector<StatementIndex>> alike;
  for (const StatementIndex index : subject.statements.indices()) {
    if (counted[index.value]) alike[subject_of(subject, subject.statements[index])].push_back(index);
  }
  std::vector<SetAside> found;
  for (const auto& [key, group] : alike) {
    const StatementIndex latest = *std::max_element(group.begin(), group.end(), [&](auto a, auto b) {
      return recency(subject, a) < recency(subject, b);
    });
    for (const StatementIndex index : group) {
      if (index != latest) found.push_back({index, latest, false});
    }
  }
  return found;
}

// Sets of statements that are one; the lowest index stands for a set.
class Joined {
 public:
  explicit Joined(std::size_t count) : lower_(count) {
    std::iota(lower_.begin(), lower_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t item) {
    while (lower_[item] != item) {
      lower_[item] = lower_[lower_[item]];
      item = lower_[item];
    }
    return item;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    lower_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> lower_;
};

double limit_probability(const Case& subject, StatementIndex index) {
  const Statement& statement = subject.statements[index];
  const double said = said_of(subject, statement);
  return said * meant_of(subject, statement) + (1 - said) * subject.unstated;
}

// `statements` is rising and not empty, all of one party.
Limit limit_of(const Case& subject, std::vector<StatementIndex> statements) {
  const auto most = std::max_element(statements.begin(), statements.end(), [&](auto a, auto b) {
    return limit_probability(subject, a) < limit_probability(subject, b);
  });
  std::rotate(statements.begin(), most, most + 1);
  Limit limit;
  limit.party = subject.statements[statements.front()].party;
  limit.probability = limit_probability(subject, statements.front());
  std::map<std::string, Condition> different;
  for (const StatementIndex index : statements) {
    Condition forbidden = with_mixes(forbidden_by(subject.statements[index]), subject.issues);
    different.emplace(meaning_of(forbidden, subject.issues), std::move(forbidden));
  }
  limit.forbids.kind = Condition::Kind::kOr;
  for (auto& [meaning, forbidden] : different) limit.forbids.parts.push_back(std::move(forbidden));
  if (different.size() == 1) {
    Condition only = std::move(limit.forbids.parts.front());
    limit.forbids = std::move(only);
  }
  limit.statements = std::move(statements);
  return limit;
}

std::vector<Limit> limits_of_sets(const Case& subject, const std::vector<StatementIndex>& making,
                                  Joined& joined) {
  std::map<std::size_t, std::vector<StatementIndex>> sets;
  for (const StatementIndex index : making) sets[joined.find(index.value)].push_back(index);
  std::vector<Limit> limits;
  for (auto& [lowest, members] : sets) limits.push_back(limit_of(subject, std::move(members)));
  return limits;
}

// Joins whatever of one party forbids the same; says whether anything was joined.
bool join_same(const Case& subject, const std::vector<Limit>& limits, Joined& joined) {
  std::map<std::pair<PartyIndex, std::string>, std::size_t> known;
  bool any = false;
  for (const Limit& limit : limits) {
    const std::size_t statement = limit.statements.front().value;
    const auto [place, added] =
        known.emplace(std::make_pair(limit.party, meaning_of(limit.forbids, subject.issues)), statement);
    any = any || !added;
    joined.join(statement, place->second);
  }
  return any;
}

void join_by_hand(const Case& subject, Joined& joined) {
  for (const StatementIndex index : subject.statements.indices()) {
    const Statement& statement = subject.statements[index];
    if (!statement.same_as || subject.statements[*statement.same_as].party != statement.party) continue;
    joined.join(index.value, statement.same_as->value);
  }
}

std::vector<Limit> merge_limits(const Case& subject, const std::vector<StatementIndex>& counted) {
  std::vector<StatementIndex> making;
  for (const StatementIndex index : counted) {
    if (makes_limit(subject, subject.statements[index])) making.push_back(index);
  }
  Joined joined(subject.statements.size());
  std::vector<Limit> single = limits_of_sets(subject, making, joined);
  join_same(subject, single, joined);
  join_by_hand(subject, joined);
  std::vector<Limit> limits = limits_of_sets(subject, making, joined);
  while (join_same(subject, limits, joined)) limits = limits_of_sets(subject, making, joined);
  std::sort(limits.begin(), limits.end(), [](const Limit& a, const Limit& b) {
    return std::tie(a.party, a.statements.front()) < std::tie(b.party, b.statements.front());
  });
  return limits;
}

}  // namespace

double said_of(const Case& subject, const Statement& statement) {
  return statement.said.value_or(subject.defaults.said[static_cast<std::size_t>(statement.channel)]);
}

double meant_of(const Case& subject, const Statement& statement) {
  if (statement.meant) return *statement.meant;
  if (statement.kind == StatementKind::kRejects && !makes_limit(subject, statement)) {
    return subject.defaults.meant_rejects_complete;
  }
  return subject.defaults.meant[static_cast<std::size_t>(statement.kind)];
}

double wants_of(const Case& subject, const Statement& statement) {
  return statement.wants.value_or(subject.defaults.wants);
}

bool makes_limit(const Case& subject, const Statement& statement) {
  switch (statement.kind) {
    case StatementKind::kRedLine:
      return true;
    case StatementKind::kDemands:
      return !names_scale(statement.what, subject.issues);
    case StatementKind::kRejects: {
      const std::optional<Part> part = as_part(statement.what);
      return !part || !is_complete(*part, subject.issues);
    }
    case StatementKind::kOffers:
    case StatementKind::kAccepts:
    case StatementKind::kPrefers:
    case StatementKind::kRanks:
      return false;
  }
  return false;
}

Condition forbidden_by(const Statement& statement) {
  return statement.kind == StatementKind::kDemands ? negation_of(statement.what) : statement.what;
}

Standing weigh_statements(const Case& subject, const std::vector<StatementIndex>& without) {
  const std::size_t count = subject.statements.size();
  std::vector<bool> made = marked(count, without);
  made.flip();
  Standing standing;
  standing.set_aside = find_replaced(subject, made);
  for (const SetAside& aside : standing.set_aside) made[aside.statement.value] = false;
  for (const SetAside& aside : find_repeated(subject, made)) {
    standing.set_aside.push_back(aside);
    made[aside.statement.value] = false;
  }
  std::sort(standing.set_aside.begin(), standing.set_aside.end(),
            [](const SetAside& a, const SetAside& b) { return a.statement < b.statement; });
  for (const StatementIndex index : subject.statements.indices()) {
    if (made[index.value]) standing.counted.push_back(index);
  }
  standing.limits = merge_limits(subject, standing.counted);
  standing.limits_of.assign(subject.parties.size(), {});
  for (std::size_t l = 0; l < standing.limits.size(); ++l) {
    standing.limits_of[standing.limits[l].party].emplace_back(l);
  }
  return standing;
}

}  // namespace modus::case_model

// Statements that point at others.
#include "modus/base/text.h"
#include "modus/case_model/standing.h"
#include "modus/formats/find_circle.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Statement;
using case_model::StatementIndex;
using Pointers = std::vector<std::vector<std::size_t>>;

void check_party(Reading& reading, const Statement& statement, StatementIndex other, std::string_view key) {
  const auto& subject = reading.subject;
  const Statement& target = subject.statements[other];
  if (target.party == statement.party) return;
  reading.add(statement.where,
              "'" + std::string(key) + "' of " + shown(statement.id) + " points at " + shown(target.id) +
                  ", which is about another party",
              "point at a statement about " + subject.parties[statement.party].id);
}

void check_circle(Reading& reading, const Pointers& points_at, std::string_view key) {
  const std::vector<std::size_t> circle = find_circle(points_at);
  if (circle.empty()) return;
  std::vector<std::string> names;
  for (const std::size_t i : circle) {
    if (names.size() < 5) names.push_back(reading.subject.statements[StatementIndex(i)].id);
  }
  const std::string which = circle.size() == 1 ? "points at itself: " : "goes in a circle: ";
  reading.add(reading.subject.statements[StatementIndex(circle.front())].where,
              "'" + std::string(key) + "' " + which + base::join_words(names), "remove one of the pointers");
}

void check_limits(Reading& reading, const Statement& statement) {
  if (!statement.same_as) return;
  const Statement& other = reading.subject.statements[*statement.same_as];
  for (const Statement* one : {&statement, &other}) {
    if (makes_limit(reading.subject, *one)) continue;
    reading.add(statement.where, "'same_as' joins limits, and " + shown(one->id) + " makes none",
                "limits are made by red_line, by rejects of less than a whole package, and by demands that "
                "name no scale");
  }
}

}  // namespace

void check_statements(Reading& reading) {
  const auto& statements = reading.subject.statements;
  Pointers replaces(statements.size()), same_as(statements.size());
  for (const StatementIndex index : statements.indices()) {
    const Statement& statement = statements[index];
    for (const StatementIndex other : statement.replaces) {
      check_party(reading, statement, other, "replaces");
      replaces[index.value].push_back(other.value);
    }
    if (!statement.same_as) continue;
    check_party(reading, statement, *statement.same_as, "same_as");
    same_as[index.value].push_back(statement.same_as->value);
  }
  check_circle(reading, replaces, "replaces");
  check_circle(reading, same_as, "same_as");
  if (!reading.clean()) return;  // a condition that could not be read makes no limit
  for (const Statement& statement : statements) check_limits(reading, statement);
}

}  // namespace modus::formats

/// \file Which statements count, and which limits they make: repetition and change (docs/method.md).
#pragma once

#include <string>
#include <vector>

#include "modus/case_model/case.h"

namespace modus::case_model {

/// A condition under which a party accepts no package, if it is real.
struct Limit {
  PartyIndex party;
  Condition forbids;       ///< with a branch of a mix the mix too (mixes.h)
  double probability = 0;  ///< that it is real, before the evidence: said*meant + (1-said)*unstated
  std::vector<StatementIndex> statements;  ///< what it rests on, the one that set the probability first
};

struct SetAside {
  StatementIndex statement;
  StatementIndex by;   ///< the later statement
  bool replaced = false;  ///< by `replaces`; otherwise by a later one of the same party, kind and condition
};

struct Standing {
  std::vector<StatementIndex> counted;  ///< rising
  std::vector<SetAside> set_aside;
  std::vector<Limit> limits;            ///< by party, then by first statement
  /// The limits of one party, rising; bit j of PartyScenarios::real_limits is entry j.
  base::IndexedVector<PartyIndex, std::vector<LimitIndex>> limits_of;
};

/// Applies, in this order: `replaces`; of the same party, kind and condition the latest (`on`, else the
/// source's `published`; on one day the more certain, then the higher id); limits of one party that forbid the same merge at the
/// highest probability, and `same_as` joins two by hand (the joint limit forbids what either forbids). `without`
/// are treated as if never made; a chain of `replaces` holds all the same: what replaces a statement replaces what
/// that one replaced, and dropping the middle of a chain does not bring back its start. `same_as` likewise.
/// A statement about a range of days counts from its last; one without any date is older than any with one.
[[nodiscard]] Standing weigh_statements(const Case& subject, const std::vector<StatementIndex>& without = {});

/// `said` and `meant` as used: the case's own, else the default for channel and kind.
[[nodiscard]] double said_of(const Case& subject, const Statement& statement);
[[nodiscard]] double meant_of(const Case& subject, const Statement& statement);
[[nodiscard]] double wants_of(const Case& subject, const Statement& statement);

/// Whether the statement makes a limit (red_line; rejects of a part; demands that name no scale).
[[nodiscard]] bool makes_limit(const Case& subject, const Statement& statement);
/// What that limit forbids as it was put, mixes aside. Precondition: makes_limit.
[[nodiscard]] Condition forbidden_by(const Statement& statement);

}  // namespace modus::case_model

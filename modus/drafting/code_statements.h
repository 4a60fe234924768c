/// \file From statements as read to statements of the case, each with the codings that could be defended.
/// Private to this room.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "modus/drafting/gather_issues.h"
#include "modus/drafting/gather_parties.h"
#include "modus/drafting/gather_sources.h"
#include "modus/drafting/mapping.h"

namespace modus::drafting {

/// One way to write a statement, with conditions as text over the draft's names; `kind` absent: no statement.
struct WayToCode {
  std::optional<case_model::StatementKind> kind;
  std::string what, says;
  friend bool operator==(const WayToCode&, const WayToCode&) = default;
};

/// What a question about a statement turns on, what matters most first.
enum class Doubt { kNone, kLimit, kReach, kLogic, kWhich };

struct CodedStatement {
  std::string id, speaker, source, asks;
  std::size_t party = 0, reading = 0;      ///< an entry of the party book
  std::vector<std::size_t> other_parties;  ///< whose it might be instead, entries of the party book
  std::vector<WayToCode> ways;             ///< the first is taken; one: no question
  std::vector<Target> targets;
  bool all_else = false;           ///< the first is about anything but the targets
  std::vector<std::size_t> which;  ///< issues one of whose options is meant, where the words do not say which
  Told told;
  std::optional<std::size_t> teller;  ///< somebody else who tells of it, an entry of the party book
  reading::Passage passage;
  std::optional<case_model::Days> on;
  Doubt doubt = Doubt::kNone;
};

struct CodedAssessment {
  std::optional<std::size_t> party;  ///< nothing: the source says it itself
  std::string speaker, source;
  reading::Passage passage;
  std::optional<case_model::Days> on;
};

struct Coded {
  std::vector<CodedStatement> statements;
  std::vector<CodedAssessment> assessments;
  std::vector<LeftOut> left_out;
};

/// Codes the statements of one reading; options heard in them are added to the issues. `as_of`: what is dated
/// later has no date.
void code_statements(const reading::Reading& reading, std::size_t at, const PartyBook& parties,
                     SourceBook& sources, IssueBook& issues, case_model::Day as_of, Coded& coded);

/// After all readings. Statements whose words do not say which option is meant get a way for each that others
/// put forward (at most three), and limits one for each that they might reach (at most two).
void ask_about_options_of_others(Coded& coded, const IssueBook& issues);

}  // namespace modus::drafting

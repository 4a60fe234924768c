/// \file What was gathered and coded, put together as a case by names. Private to this room.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "modus/drafting/code_statements.h"
#include "modus/drafting/outline.h"
#include "modus/drafting/propose_roles.h"

namespace modus::drafting {

struct Gathered {
  std::span<const reading::Reading> readings;
  const DraftOptions* options = nullptr;
  SourceBook sources;
  PartyBook parties;
  IssueBook issues{nullptr};
  Coded coded;
  std::map<std::size_t, ProposedRoles> roles;  ///< of the entries that are parties of the case
  std::set<std::size_t> disputed;              ///< the issues of the case, by entry
};

/// Decides which entries become parties and issues: those that statements speak of, and those who take part
/// in talks. Statements beyond what a case may hold are left out.
void choose_members(Gathered& gathered);

/// Parties, issues, statements, assessments, timeline, sources. The head and the draft record are not set.
[[nodiscard]] Outline build_outline(Gathered& gathered);

/// The open questions, what would change the answer most first: limits on issues on which parties collide,
/// whether something is a limit at all, "and" or "or", who speaks for whom and who must agree, whether two
/// issues are one.
[[nodiscard]] std::vector<case_model::OpenQuestion> ask_questions(const Gathered& gathered);

/// Where the items were first read, by key of fingerprints_of.
[[nodiscard]] std::map<std::string, case_model::Proposed> places_of(const Gathered& gathered);

/// The passage as the case file keeps it: the words, and where they stand if the source has a file.
[[nodiscard]] case_model::Quote quote_of(const Gathered& gathered, std::size_t reading,
                                         const reading::Passage& passage);

}  // namespace modus::drafting

/// \file What is on record about each party: the evidence sheet. Nothing in it is drawn or computed from scenarios.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "modus/case_model/standing.h"
#include "modus/findings/brief.h"

namespace modus::findings {

/// One thing that is on record, by whoever says it: all statements of the party with the same kind and meaning that
/// nothing has replaced, the latest first.
struct Claim {
  std::vector<case_model::StatementIndex> own;        ///< quoted, document or reported: said by itself
  std::vector<case_model::StatementIndex> by_others;  ///< third_party, unnamed or rival
  std::size_t origins = 0;  ///< sources they go back to (case_model::origin_of); without a source each is its own
  [[nodiscard]] case_model::StatementIndex first() const { return own.empty() ? by_others.front() : own.front(); }
};

/// What it wants on one issue, in claims on that issue alone; nothing: claims on several issues together, and rankings.
struct Position {
  std::optional<case_model::IssueIndex> issue;
  std::vector<Claim> claims;  ///< firmest kind first (red_line, rejects, demands, prefers, accepts and offers, ranks), then the latest
};

/// What it said itself and reached us through a source that had it from another.
struct Relay {
  case_model::SourceIndex origin;
  std::vector<case_model::StatementIndex> statements;
};

/// On this issue something it said itself falls outside what it had said before.
struct PositionMove {
  case_model::IssueIndex issue;
  std::vector<case_model::StatementIndex> statements;  ///< all its own dated ones on the issue, replaced ones too; by day, then id
};

/// How two parties stand to each other, by their own words alone.
struct Island {
  struct Common {
    case_model::IssueIndex issue;
    case_model::OptionIndex option;
    std::vector<case_model::StatementIndex> statements;  ///< of both, rising
  };
  struct Contested {
    enum class Why {
      kLimits,  ///< each bars what the other leaves: no option meets what both rule out
      kBarred,  ///< one rules out all that the other asks for, offers or accepts
      kAsks,    ///< both ask for, offer or accept options, and share none
    };
    case_model::IssueIndex issue;
    Why why = Why::kAsks;
    std::vector<case_model::StatementIndex> statements;  ///< of both, rising
  };
  case_model::PartyIndex other;
  std::vector<Common> common;        ///< options both have offered, accepted or asked for; by issue, then option
  std::vector<Contested> contested;  ///< by issue
};

/// Another party that rules out some of the same options of an issue.
struct Alike {
  case_model::PartyIndex other;
  case_model::IssueIndex issue;
  std::vector<case_model::StatementIndex> statements;  ///< of the other, rising
};

struct PartySheet {
  case_model::PartyIndex party;
  std::vector<case_model::PartyIndex> ratifiers;  ///< of what it accepts
  std::vector<Term> commits;                      ///< options that commit it; by issue, then option
  std::vector<std::size_t> gives, protects, against;  ///< guarantees of the case by it, for it, against its breach
  std::vector<Alike> alike;                       ///< by party, then issue
  std::vector<Position> positions;                ///< claims with own words; by issue, several together last
  std::vector<Claim> rumours;                     ///< claims that only others make; in the order of positions
  std::vector<Relay> relays;                      ///< by origin
  std::vector<case_model::LimitIndex> limits;     ///< rising
  std::vector<Island> islands;                    ///< principals, ratifiers and guarantors it shares or contests something with
  std::vector<case_model::SetAside> replaced;     ///< by statement
  std::vector<PositionMove> moves;                ///< by issue
  // What we do not know of it:
  std::vector<case_model::IssueIndex> silent;            ///< issues on which nothing is on record in its own words
  std::vector<case_model::LimitIndex> default_firmness;  ///< limits whose `meant` is left to the default
  bool no_interest = false;   ///< no interest on record
  bool no_no_deal = false;    ///< nothing judged of what it expects without a deal
  bool no_priorities = false; ///< neither a ranking nor a weight says what matters most
};

struct SheetsFinding {
  RunRecord run;  ///< seed and scenarios mean nothing here
  std::vector<PartySheet> parties;                  ///< by id
  std::vector<case_model::PartyIndex> left_out;     ///< nothing is on record about what they want; by id
  std::vector<StatementFinding> statements;         ///< of a run on the same case, where there was one; else empty
};

}  // namespace modus::findings

/// \file The single text at work: the answer of `text`, and what a mediator does with it, round by round.
#pragma once

#include <string>
#include <vector>

#include "modus/base/context.h"
#include "modus/base/result.h"
#include "modus/case_model/case.h"
#include "modus/catalogue/drawn_run.h"
#include "modus/catalogue/outcome.h"
#include "modus/findings/brief.h"
#include "modus/verify/report.h"

namespace modus::catalogue {

struct TextAsk {
  DrawSettings settings;
  std::string draft;               ///< start from this one; empty: the last round, else common ground
  std::string confidence = "0.8";  ///< chance of being no worse off that each party is to have
  bool after_deal = false;
  bool verify = false;  ///< check the finding again by the naive routines of verify/
};

struct TextAnswer {
  findings::BriefFinding brief;  ///< `run`, `statements`, `sampling`, `assumptions` and `text`
  verify::VerifyReport checks;
};

/// Same case and settings: same answer at any thread count. Problems: those of a run; a draft the case does
/// not have or that breaks rules; a confidence that is none. Stopped as in run.h.
[[nodiscard]] Outcome<TextAnswer> ask_text(const case_model::Case& subject, const TextAsk& ask,
                                           const base::Context& context);

/// What happened at the table, as typed. Done in this order: start, reactions, take or change, agree.
struct TextActions {
  bool start = false;
  std::vector<std::string> reactions = {};  ///< "PARTY=WORD" to the text as it stands; "PARTY:E2=WORD" to an
                                            ///< edit or trade of the answer, or what comes nearest to one
                                            ///< ("N1"); "PARTY:pay=5, term=two=WORD" to a change of one's own
  std::string take = {};    ///< "E2", "T1", "N1": likewise
  std::string change = {};  ///< "pay=5, term=two"
  bool agree = false;
  bool after_deal = false;
  std::string on = {};     ///< a day; empty: as_of
  std::string label = {};  ///< "public", "team" or parties parted by commas; empty: of reactions a caucus
                           ///< with the party, of rounds none of their own
  [[nodiscard]] bool any() const {
    return start || agree || !reactions.empty() || !take.empty() || !change.empty();
  }
};

struct TextRecord {
  case_model::Case after;
  std::vector<std::string> recorded;  ///< what was written, one line each
};

/// The case with what happened written into it: rounds, reactions, and for each reaction a statement as
/// evidence, in the words quoted: welcomed, the party prefers the changed text to the text; criticised, the
/// text to the changed one; refused, it rejects the changed one. A reaction to the text as it stands is one
/// to the change from the round before, and stands there. A party's later reaction to the same change
/// replaces the earlier.
///
/// `answer` is that of this very case. Problems, all at once: a text that is on the table already, or not
/// yet; unknown edits, parties and words; a reaction to the first text other than refusal (there is nothing
/// to compare it with); a package that breaks rules or changes nothing; both an edit and a change; a change
/// of an agreed text without `after_deal`; agreed twice; a day after the case's or before the round on the
/// table; a label for nobody.
[[nodiscard]] base::Result<TextRecord> record_text(const case_model::Case& subject,
                                                   const findings::TextFinding& answer,
                                                   const TextActions& actions);

}  // namespace modus::catalogue

/// \file Who sees what: a case as an audience may see it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::case_model {

/// Whom an output is for. The team sees everything; the public what is public; a party besides that what was said
/// in a caucus with it.
struct Audience {
  enum class Kind { kPublic, kParty, kTeam };
  Kind kind = Kind::kTeam;
  PartyIndex party = {};  ///< kParty
};

/// "public", "team" or a party's id. Problems: nobody of that name; a party named like one of the two words.
[[nodiscard]] base::Result<Audience> read_audience(const Case& subject, std::string_view word);
/// The word back; findings::RunRecord::audience.
[[nodiscard]] std::string word_of(const Case& subject, const Audience& audience);

[[nodiscard]] bool may_see(const Audience& audience, const Label& label);

/// The label in force: its own, else that of the source, else the case's default, else team.
[[nodiscard]] Label label_of(const Case& subject, const std::optional<Label>& own,
                             const std::optional<SourceIndex>& source = {});
/// Of one judgment by its name ("no_deal", "weights", ...): its own, else that of all of the party's, else team.
[[nodiscard]] Label label_of_judgment(const Judgments& judgments, const std::string& name);

/// The case without anything the audience may not see; as formats::read_case would have made it had nobody ever
/// written the rest. Every answer for an audience is worked out from this alone, so that nothing hidden can move
/// a number.
///
/// Always seen: title, dates, event, unstated, defaults, parties (names, roles, aliases), issues with their options,
/// rules. By label: sources, interests, norms, drafts, statements, assessments, judgments (each by its name),
/// guarantees and how to forecast (team unless labelled), timeline, ideas, rounds of the text and the reactions in them. An item that
/// is seen loses what it points at and is hidden (its source; `replaces`, `same_as`: then what a hidden statement
/// replaced stands again); an assessment goes with a hidden source that makes it, an adjustment may have a label of
/// its own, and what an idea adds goes with the idea. Of a draft record goes what is about hidden items, and all
/// that was proposed. Lines and columns are 0, since they would tell how much is hidden above. For the team: the
/// same case. Promises: seen_by twice is seen_by once. O(size of the case * log).
[[nodiscard]] Case seen_by(const Case& subject, const Audience& audience);

}  // namespace modus::case_model

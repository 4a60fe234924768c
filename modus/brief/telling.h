/// \file What every section of the brief is written from, and the questions sections share.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "modus/brief/cite.h"
#include "modus/brief/document.h"
#include "modus/case_model/case.h"
#include "modus/case_model/consent.h"
#include "modus/case_model/standing.h"
#include "modus/findings/brief.h"

namespace modus::brief {

/// One document in the making. What it refers to must outlive it.
struct Telling {
  const case_model::Case& subject;
  const case_model::Standing& standing;
  const findings::BriefFinding& finding;
  base::IndexedVector<case_model::PartyIndex, case_model::ConsentKind> consent;
  CitationBook cites;
  std::set<case_model::LimitIndex> limits_told;  ///< in full, by say_or_name_limit
  bool fine_figures = false;  ///< whether tables may say chances below 5 % in whole percents (when_words.h)

  Telling(const case_model::Case& s, const case_model::Standing& w, const findings::BriefFinding& f)
      : subject(s), standing(w), finding(f), consent(case_model::consent_of(s)), cites(s) {}
  [[nodiscard]] const std::string& name(case_model::PartyIndex party) const {
    return subject.parties[party].name;
  }
};

/// Principals and ratifiers, by id.
[[nodiscard]] std::vector<case_model::PartyIndex> parties_at_the_table(const Telling& telling);
/// Those whose acceptance is counted for some package: asked always or if needed; by id.
[[nodiscard]] std::vector<case_model::PartyIndex> parties_counted(const Telling& telling);

/// A package that the brief talks about, with the short name it goes by.
struct ListedPackage {
  std::string label;  ///< "A1" (family A, first member), "best", or "draft <id>"
  const findings::PackageView* view;
  std::optional<std::size_t> family;
};
/// The best package unless a family has it, the families' first members, the drafts. Of one package only the
/// first.
[[nodiscard]] std::vector<ListedPackage> listed_packages(const Telling& telling);
/// A package by the name of the listed one it is, or comes close to: "package A1", "draft march but for
/// Wages: 7"; all its terms where none is close.
[[nodiscard]] std::string say_by_label(const Telling& telling, const case_model::Package& package);
/// "A" for 0, "Z" for 25, "A2" for 26 and so on.
[[nodiscard]] std::string family_letter(std::size_t family);
/// Members of a family that are shown.
inline constexpr std::size_t kMembersShown = 3;

/// A limit with its party, what it rests on cited: "Russia: no package with ...".
[[nodiscard]] Sentence say_party_limit(Telling& telling, case_model::LimitIndex limit);
/// The words alone, without party.
[[nodiscard]] std::string say_limit_of(const Telling& telling, case_model::LimitIndex limit);

/// The same the first time; after that just its name, unless another limit of the party on the same issues has been
/// told too: "its limit on Crew size".
[[nodiscard]] std::string say_or_name_limit(Telling& telling, case_model::LimitIndex limit);

/// A paragraph of one sentence.
[[nodiscard]] Paragraph paragraph(Sentence sentence);
[[nodiscard]] Heading heading(int level, std::string id, std::string text);
/// A table without rows says so in words instead.
[[nodiscard]] Block table_or(Table table, std::string words_if_empty);

}  // namespace modus::brief

#include "modus/catalogue/assumptions.h"

#include <algorithm>

#include "modus/case_model/consent.h"

namespace modus::catalogue {
namespace {

using case_model::Case;
using case_model::ConsentKind;
using case_model::PartyIndex;

bool is_known(const Case& subject, PartyIndex party) {
  return subject.judgments[party].stated || std::ranges::count(subject.statements, party, &case_model::Statement::party) > 0;
}

std::string assumption_of(const Case& subject, PartyIndex party, ConsentKind consent) {
  const std::string& name = subject.parties[party].name;
  switch (consent) {
    case ConsentKind::kFollows:
      return "Nothing is known of the wants of " + name + "; they are taken to follow " +
             subject.parties[*subject.parties[party].ratifier_of].name + ".";
    case ConsentKind::kConsents:
      return "Nothing is known of the wants of " + name + "; their consent as a guarantor is taken for granted.";
    case ConsentKind::kAsked:
      if (is_known(subject, party)) return "";
      return "Nothing is known of the wants of " + name + "; every want is taken to be equally possible.";
    case ConsentKind::kIfNeeded:
    case ConsentKind::kNotAsked: return "";
  }
  return "";
}

}  // namespace

std::vector<std::string> assumptions_of(const Case& subject) {
  std::vector<std::string> all;
  const auto consent = case_model::consent_of(subject);
  for (const PartyIndex party : subject.parties.indices()) {
    std::string assumption = assumption_of(subject, party, consent[party]);
    if (!assumption.empty()) all.push_back(std::move(assumption));
  }
  return all;
}

}  // namespace modus::catalogue

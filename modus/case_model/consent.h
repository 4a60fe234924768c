/// \file Who must accept a package, and what is assumed of those nothing is known about.
#pragma once

#include "modus/case_model/case.h"

namespace modus::case_model {

enum class ConsentKind {
  kAsked,     ///< must accept every package: principals, and ratifiers with wants of their own
  kFollows,   ///< a ratifier nothing is known about: taken to follow its principal
  kIfNeeded,  ///< a guarantor with wants of its own: must accept packages that need it
  kConsents,  ///< a guarantor nothing is known about: taken to consent
  kNotAsked,  ///< facilitators, spoilers, observers: shown, never used
};

/// One entry a party. "Nothing is known" means no statement about it and no judgment of its own.
[[nodiscard]] base::IndexedVector<PartyIndex, ConsentKind> consent_of(const Case& subject);

/// Whether the package has an option that commits the party.
[[nodiscard]] bool needs(const Case& subject, const Package& package, PartyIndex party);

}  // namespace modus::case_model

/// \file The single negotiating text: one draft, improved by criticism, that nobody owns (Fisher and Ury
/// 1981; Raiffa 1982). After a deal the same search finds what improves it for somebody at nobody's expense
/// (post-settlement settlement, Raiffa 1985).
#pragma once

#include <cstddef>
#include <string>

#include "modus/base/context.h"
#include "modus/findings/single_text.h"
#include "modus/zone/drawn_case.h"
#include "modus/zone/scan_zone.h"

namespace modus::inquiry {

struct TextOptions {
  std::string
      draft;  ///< start from this one; the case has it. Empty: the last round, else a draft or common ground
  bool from_drafts = false;  ///< without rounds: from the most accepted draft rather than from common ground
  double confidence = 0.8;   ///< chance of not being hurt that each party is to have, 0.5..1
  double helped = 0.5;       ///< chance with which somebody is to be helped, 0..1
  bool after_deal = false;   ///< taken for granted where the last round is agreed and no draft is named
  std::size_t most_edits = 12, most_trades = 8;  ///< listed
  /// Party-package-scenario evaluations of the search over all packages; past them every k-th scenario is
  /// looked at, and the verdict is "best within budget".
  double budget = 1.5e9;
};

/// What the text says, which changes of it would help somebody and, each with the given confidence, hurt
/// nobody; how near any package comes where there is none; and who moved from round to round. Definitions,
/// orders and ties in findings/single_text.h; the numbers are exact counts over the scenarios. What an edit
/// does to a guarantor counts where the text or the edit commits it.
///
/// Verdict: kProven where wants are exact and limits certain or out of the question; kBestWithinBudget where
/// not every scenario was looked at for every package (what is listed is counted in all of them even so);
/// else kSampled. `scan` is that of `drawn.acceptance`. Deterministic: same answer at any thread count. If
/// the context stops it, the finding is not to be used.
[[nodiscard]] findings::TextFinding find_single_text(const zone::DrawnCase& drawn, const zone::ZoneScan& scan,
                                                     const TextOptions& options,
                                                     const base::Context& context);

}  // namespace modus::inquiry

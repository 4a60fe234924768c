/// \file The single text, checked from the definitions.
#pragma once

#include "modus/findings/single_text.h"
#include "modus/verify/naive_acceptance.h"
#include "modus/verify/report.h"

namespace modus::verify {

/// Checks, from the definitions in findings/single_text.h, package by package and scenario by scenario: the
/// text's acceptance; of each edit, trade, step and of the proof's package what it does to each party, the
/// least share of the way, guarantors and norms; that edits and trades qualify, that each trade is made of
/// two changes that do not, and the order. Where every package in every scenario is affordable: that nothing
/// that qualifies is missing from the counts and nothing comes closer than the proof says. Not checked:
/// clauses, sampling errors, which of the edits alike are listed.
[[nodiscard]] VerifyReport verify_text(const NaiveAcceptance& naive, const findings::TextFinding& text,
                                       const VerifyOptions& options);

/// The same for scenarios as drawn.
[[nodiscard]] VerifyReport verify_single_text(const case_model::Case& subject,
                                              const findings::Scenarios& scenarios,
                                              const findings::TextFinding& text,
                                              const VerifyOptions& options);

}  // namespace modus::verify

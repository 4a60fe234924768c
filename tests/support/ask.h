/// \file Questions to the engine for tests: texts in, findings out, anything else fails the test.
#pragma once

#include <string>
#include <string_view>

#include "modus/case_model/case.h"
#include "modus/catalogue/run.h"

namespace modus::tests {

/// Throws with the first problem where the text is no case.
[[nodiscard]] case_model::Case read(std::string_view text);
/// Throws where there is no answer.
[[nodiscard]] findings::BriefFinding ask(catalogue::Verb verb, const case_model::Case& subject, std::size_t scenarios = 4096,
                                         int threads = 0);
[[nodiscard]] double zone_probability(std::string_view text, std::size_t scenarios = 4096);

}  // namespace modus::tests

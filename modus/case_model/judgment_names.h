/// \file The judgments of a party by their names.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "modus/case_model/case.h"

namespace modus::case_model {

/// As in a case file, in its order.
inline constexpr std::array<std::string_view, 10> kJudgmentNames = {
    "order", "scores", "scales", "weights", "adjust", "stalling", "impatience", "no_deal", "beliefs", "asking"};

/// Judgments about so many issues that say nothing.
[[nodiscard]] Judgments no_judgments(std::size_t issues);

/// Whether the judgment of that name says anything. Precondition: one of kJudgmentNames.
[[nodiscard]] bool says_anything(const Judgments& judgments, std::string_view name);

/// What Judgments::stated stands for: whether any judgment on the party's wants says anything. How it answers when
/// asked (`asking`) and what waiting costs it (`impatience`) are none.
[[nodiscard]] bool says_what_it_wants(const Judgments& judgments);

}  // namespace modus::case_model

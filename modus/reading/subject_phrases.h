/// \file Noun phrases as subjects: what their main word is and whom they stand for.
#pragma once

#include <string_view>

#include "modus/reading/subjects.h"

namespace modus::reading {

/// The mention, unless it is an adjective or a possessive: then nobody acts by it.
[[nodiscard]] const Mention* solid(const Mention* mention);
/// One token further left where an article stands there, not beyond `limit`.
[[nodiscard]] std::uint32_t with_article(const Scene& scene, std::uint32_t first, std::uint32_t limit);
[[nodiscard]] Subject of_mention(const Scene& scene, const Mention& mention);
/// Whose it is: the first possessive within the phrase.
[[nodiscard]] const Mention* owner_in(const Scene& scene, Tokens phrase);
/// he, she, they, it.
[[nodiscard]] bool is_person_pronoun(std::string_view word);

}  // namespace modus::reading

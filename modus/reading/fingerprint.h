/// \file Telling the same wire story in two papers.
#pragma once

#include <string>
#include <string_view>

namespace modus::reading {

/// A sketch of a text: 64 smallest hashes of its runs of five words, each by a hash of its own (min-hashing; Broder 1997), in
/// hexadecimal. Empty for a text of fewer than five words. O(words).
[[nodiscard]] std::string fingerprint(std::string_view text);

/// The share of runs of five words that two texts have in common, estimated from their sketches: 0..1, standard error at most
/// 0.063. 0 where one of them is empty.
[[nodiscard]] double resemblance(std::string_view a, std::string_view b);

/// At or above it two reports are taken for one story: a paper that cuts a tenth of a wire story and adds a line keeps more than this.
inline constexpr double kSameStory = 0.5;

}  // namespace modus::reading

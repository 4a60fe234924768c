/// \file Small questions about text: nearest names, code points, hashes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modus::base {

/// The candidate with the fewest edits (insert, delete, replace, swap of neighbours) from `word`, if that is
/// at most a third of its length plus one; ties go to the earlier candidate. O(candidates * length^2).
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view word, const std::vector<std::string>& candidates);

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_utf8(std::string_view bytes);
/// How many code points; each stray byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);
/// Byte offset of the code point numbered `index`; the size of the text where it has no more than that.
[[nodiscard]] std::size_t byte_of_code_point(std::string_view text, std::size_t index);

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string join_words(const std::vector<std::string>& words, std::string_view last = "and");

}  // namespace modus::base

/// \file Names as they stand around a report: of people, of papers, of posts at papers. Private to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace modus::documents {

/// The words of a text, parted by blanks, without commas and the like at their ends.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// "Ann Lee", "J. K. van der Berg": two to five words with capitals, none of them a post, a paper's or a
/// small word.
[[nodiscard]] bool is_person_name(std::string_view text);
/// "The Harbour Post", "Sound & Isles Courier", "harbourpost.example": has a word that papers and agencies
/// are called by.
[[nodiscard]] bool is_outlet_name(std::string_view text);
/// Has a word for a post: correspondent, editor, reporter.
[[nodiscard]] bool names_a_post(std::string_view text);
/// "Staff", "Agencies", "Our Correspondent": somebody who is not named.
[[nodiscard]] bool is_nobody(std::string_view text);
/// Up to `most` words, all with capitals but small joining words.
[[nodiscard]] bool is_capitalised(std::string_view text, std::size_t most);
/// No small letters, and at least two capital ones.
[[nodiscard]] bool is_all_capitals(std::string_view text);

/// "THE LEVANT GAZETTE" -> "The Levant Gazette", "BBC NEWS" -> "BBC News"; what has small letters stays.
[[nodiscard]] std::string in_title_case(std::string_view text);

}  // namespace modus::documents

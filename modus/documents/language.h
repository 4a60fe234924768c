/// \file In which language a text is. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace modus::documents {

/// The English name of the language where the text is surely not in English ("French"; "a language that is
/// not known here"). Short texts and such full of foreign names pass as English. O(size).
[[nodiscard]] std::optional<std::string> foreign_language(std::string_view text);

}  // namespace modus::documents

/// \file Lines of YAML in our canonical style. Private to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace modus::formats {

/// Lines without line ends, indented from the left margin of the part they make up.
using Lines = std::vector<std::string>;

/// The text as a scalar that reads back as itself: plain where that is safe, else in double quotation marks.
/// Inside brackets (`flow`) commas and brackets need them too.
[[nodiscard]] std::string scalar(std::string_view text, bool flow = false);

/// "[a, b]"
[[nodiscard]] std::string flow_list(const std::vector<std::string>& texts);

/// "key: text"; nothing where the text is empty.
void put_text(Lines& lines, std::string_view key, std::string_view text);
/// "key: yaml"; nothing where it is empty. `yaml` is taken as it is.
void put_yaml(Lines& lines, std::string_view key, std::string_view yaml);
/// "key:" and the part, indented; nothing where the part is empty.
void put_part(Lines& lines, std::string_view key, const Lines& part);
/// The part as an item of a list; an empty part as {}.
void put_item(Lines& lines, const Lines& part);

}  // namespace modus::formats

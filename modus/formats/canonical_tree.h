/// \file The tree of a case's canonical text, quickly, and the way back to text. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modus/case_model/case.h"
#include "modus/formats/yaml_tree.h"

namespace modus::formats {

/// What read_yaml makes of write_case(subject), places aside: each node has the place in the case's own file of the
/// thing it belongs to; line 0 where that is not known. A problem where the text is too large to be read back.
[[nodiscard]] base::Result<YamlNode> tree_of(const case_model::Case& subject);

/// The tree of a text in our canonical style (yaml_text.h), many times faster than read_yaml; all at line 0. Nothing
/// where the text has anything else in it.
[[nodiscard]] std::optional<YamlNode> read_canonical(std::string_view text);

/// The value on one line, in brackets where it has parts. It reads back as itself.
[[nodiscard]] std::string flow_of(const YamlNode& node);
/// The same for a key; `on` is one of ours and stands plain.
[[nodiscard]] std::string key_of(std::string_view text, bool flow = false);
/// The value of such a line, quickly; nothing where flow_of would not have written just that.
[[nodiscard]] std::optional<YamlNode> read_flow(std::string_view text);

/// The same kinds, keys and texts, wherever they stand.
[[nodiscard]] bool same_values(const YamlNode& a, const YamlNode& b);

[[nodiscard]] YamlNode text_node(std::string text);
/// Where the key stands in the mapping; nothing where it has none.
[[nodiscard]] std::optional<std::size_t> position_of(const YamlNode& map, std::string_view key);

}  // namespace modus::formats

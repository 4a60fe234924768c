/// \file A YAML text as a tree of texts, lists and mappings with places. Private to this room.
///
/// The subset read: one document; no anchors, aliases or tags (so nothing can grow beyond the bytes of the
/// file); mapping keys are texts. Every plain or quoted scalar is text: `on`, `yes` and `0.3` mean
/// themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"

namespace modus::formats {

struct YamlNode {
  enum class Kind { kEmpty, kText, kList, kMap };
  Kind kind = Kind::kEmpty;
  bool quoted = false;          ///< texts: its first character stands one column after `column`
  int line = 1, column = 1;     ///< columns in code points
  std::string text;             ///< kText
  std::vector<YamlNode> keys;   ///< kMap: texts, one for each of `items`
  std::vector<YamlNode> items;  ///< kList, kMap

  [[nodiscard]] bool is_text() const { return kind == Kind::kText; }
  [[nodiscard]] bool is_list() const { return kind == Kind::kList; }
  [[nodiscard]] bool is_map() const { return kind == Kind::kMap; }
  [[nodiscard]] bool is_empty() const { return kind == Kind::kEmpty; }
  /// Empty, or a list or mapping with nothing in it.
  [[nodiscard]] bool is_blank() const { return kind != Kind::kText && items.empty(); }
  /// The value of the first such key of a mapping; null where there is none or it is empty.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

/// More values than this are not read.
inline constexpr std::size_t kMaxYamlNodes = 500'000;
/// Nor a single text or part in brackets of more bytes than this.
inline constexpr std::size_t kMaxYamlUnreported = 512U << 10U;

/// Limits are checked before and while the text is read, so that cost stays linear in its size. A fault in
/// the YAML itself ends the reading: the result then holds that problem alone.
[[nodiscard]] base::Result<YamlNode> read_yaml(std::string_view text, const std::string& file);

}  // namespace modus::formats

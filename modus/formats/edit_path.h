/// \file The paths of edits (edit_case.h), as text and in steps. Private to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"

namespace modus::formats {

struct PathStep {
  std::string text;          ///< a key, an id, or the text of an item
  std::size_t position = 0;  ///< from 1, instead of a text
};
using EditPath = std::vector<PathStep>;  ///< never empty; starts with a text

/// `name` stands for the edit in a problem.
[[nodiscard]] base::Result<EditPath> read_path(std::string_view text, const std::string& name);

/// Where the path in "PATH=YAML" ends: at the first equals sign outside backquotes, or npos.
[[nodiscard]] std::size_t end_of_path(std::string_view text);

/// The text as a step, in backquotes where it needs them.
[[nodiscard]] std::string step_of(std::string_view text);

}  // namespace modus::formats

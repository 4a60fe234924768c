/// \file From the text of a case file (docs/case-file.md) to a case.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/case.h"

namespace modus::formats {

struct ReadOptions {
  std::string file = "-";  ///< the name used in problems and in Case::file
  /// Where the `file` of a source is looked up. Nothing: sources' files are not opened and quotes not
  /// checked.
  std::optional<std::filesystem::path> folder;
  bool check_quotes = true;  ///< whether quotes are looked for in their sources' files
};

/// The case, or every problem found in the text, sorted by place: syntax, unknown or missing keys, dangling
/// or repeated names, impossible numbers and dates, and what only the whole shows (rules no package meets,
/// chances that cannot sum, circles). Syntax errors and broken limits of size come alone; at most
/// kMaxProblems are listed.
///
/// Promises: the result is as case.h says, and the order of the file changes nothing but `where`. Never
/// throws on input. Time and memory are linear in the size of the text, but for conditions (bounded by their
/// limits) and rules, which are searched for a package that meets them up to a fixed amount of work.
[[nodiscard]] base::Result<case_model::Case> read_case(std::string_view text,
                                                       const ReadOptions& options = {});

/// Reads the file and checks quotes against the sources' files in its folder.
[[nodiscard]] base::Result<case_model::Case> read_case_file(const std::filesystem::path& path);

/// More problems than this are counted, not listed.
inline constexpr std::size_t kMaxProblems = 200;

/// The mappings of a case file and the keys each may have, in canonical order.
struct KnownKeys {
  std::string_view mapping;  ///< "party", "statement", ...
  std::vector<std::string> keys;
};
[[nodiscard]] const std::vector<KnownKeys>& known_keys();

}  // namespace modus::formats

/// \file Files, folders and lines, for tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace modus::tests {

/// The top of the source tree.
[[nodiscard]] std::filesystem::path source_folder();
/// The whole file; fails the test where there is none.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view text);
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);
/// All files below the folder whose name ends so, sorted.
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, std::string_view ending);
/// The case files of cases/, sorted.
[[nodiscard]] std::vector<std::filesystem::path> all_cases();
/// The file's name as the name of a test.
[[nodiscard]] std::string test_name(const std::filesystem::path& file);

/// An empty folder that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Names of what is in it, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

}  // namespace modus::tests

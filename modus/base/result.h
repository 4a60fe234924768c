/// \file Problems found in what a person or a file said, and the result type that carries them.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace modus::base {

/// Where something stands in a file. Lines and columns count from 1, columns in Unicode code points;
/// 0 means "not at one line". An empty file name means "not in a file" (an option, say).
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// One fault: where it is, what is wrong, and what would be right.
struct Problem {
  Place where;
  std::string what;
  std::string fix;
};
using Problems = std::vector<Problem>;

/// "file:line:column: what (fix)"; leaves out what is not known.
[[nodiscard]] std::string describe(const Problem& problem);

/// Orders by file, line and column, then text, and drops exact repeats.
void sort_problems(Problems& problems);

/// A value, or all the problems that prevented it (never none). Nothing in the library throws on input.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}                   // NOLINT
  Result(Problems problems) : held_(std::in_place_index<1>, std::move(problems)) {}      // NOLINT
  Result(Problem problem) : held_(std::in_place_index<1>, Problems{std::move(problem)}) {}  // NOLINT

  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  /// Precondition: ok().
  [[nodiscard]] const T& value() const& { return std::get<0>(held_); }
  [[nodiscard]] T& value() & { return std::get<0>(held_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(held_)); }
  /// Precondition: not ok().
  [[nodiscard]] const Problems& problems() const { return std::get<1>(held_); }

 private:
  std::variant<T, Problems> held_;
};

}  // namespace modus::base

/// \file What a run comes to: an answer, the problems of its input, or a stop before an answer.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "modus/base/result.h"

namespace modus::catalogue {

/// Why there is no answer although the input is right, and what to do about it. Both are sentences.
struct Stopped {
  std::string why;
  std::string what_to_do;
};

/// Just one of three: an answer, all the problems of the input (never none), or a stop.
template <class T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T answer) : held_(std::in_place_index<0>, std::move(answer)) {}                       // NOLINT
  Outcome(base::Problems problems) : held_(std::in_place_index<1>, std::move(problems)) {}      // NOLINT
  Outcome(Stopped stopped) : held_(std::in_place_index<2>, std::move(stopped)) {}               // NOLINT

  /// Each is null unless it is the one.
  [[nodiscard]] const T* answer() const { return std::get_if<0>(&held_); }
  [[nodiscard]] const base::Problems* problems() const { return std::get_if<1>(&held_); }
  [[nodiscard]] const Stopped* stopped() const { return std::get_if<2>(&held_); }

 private:
  std::variant<T, base::Problems, Stopped> held_;
};

}  // namespace modus::catalogue

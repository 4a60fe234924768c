/// \file The words and signs of the condition language; used by parse_condition alone.
#pragma once

#include <cstddef>
#include <string_view>

namespace modus::case_model {

struct ConditionToken {
  enum class Kind { kWord, kSign, kUnknown, kEnd };
  Kind kind = Kind::kEnd;
  std::string_view text;   ///< empty at the end
  std::size_t column = 0;  ///< code points before it

  /// Whether it is this sign or reserved word.
  [[nodiscard]] bool is(std::string_view sign) const { return kind == Kind::kSign && text == sign; }
  /// Whether it ends a comparison: and, or, ->, ), or the end.
  [[nodiscard]] bool ends_atom() const;
};

/// Cuts a text into tokens, one at a time. Reserved words count as signs. Looks at each byte once.
class ConditionTokens {
 public:
  explicit ConditionTokens(std::string_view text) : rest_(text) { advance(); }
  [[nodiscard]] const ConditionToken& now() const { return now_; }
  void advance();

 private:
  void skip(std::size_t bytes);
  std::string_view rest_;
  std::size_t column_ = 0;
  ConditionToken now_;
};

/// Bytes of the word the text starts with; 0 where it starts with none.
[[nodiscard]] std::size_t word_length(std::string_view text);

}  // namespace modus::case_model

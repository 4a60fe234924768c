#include "modus/case_model/condition_tokens.h"

#include <algorithm>
#include <array>

#include "modus/base/text.h"
#include "modus/case_model/parse_condition.h"

namespace modus::case_model {
namespace {

// Longer signs first. Some mean nothing here and are known only to say what to write instead.
constexpr std::array<std::string_view, 17> kSigns = {"->", "!=", "<=", ">=", "==", "<>", "=<", "&&", "||",
                                                     "=",  "<",  ">",  "(",  ")",  "[",  "]",  ","};
constexpr std::array<std::string_view, 4> kReserved = {"not", "and", "or", "in"};

bool is_word_character(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
  return letter || beyond_ascii || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '+';
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool is_reserved_word(std::string_view id) {
  return std::find(kReserved.begin(), kReserved.end(), id) != kReserved.end();
}

bool is_condition_name(std::string_view id) {
  return !id.empty() && word_length(id) == id.size() && !is_reserved_word(id) &&
         id.find('+') == std::string_view::npos;
}

std::size_t word_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_word_character(text[length]) && text.substr(length, 2) != "->") ++length;
  return length;
}

bool ConditionToken::ends_atom() const {
  return kind == Kind::kEnd || is("and") || is("or") || is("->") || is(")");
}

void ConditionTokens::skip(std::size_t bytes) {
  column_ += base::count_code_points(rest_.substr(0, bytes));
  rest_.remove_prefix(bytes);
}

void ConditionTokens::advance() {
  while (!rest_.empty() && is_space(rest_.front())) skip(1);
  now_ = {ConditionToken::Kind::kEnd, rest_.substr(0, 0), column_};
  if (rest_.empty()) return;
  std::size_t length = word_length(rest_);
  now_.kind = ConditionToken::Kind::kWord;
  if (length > 0 && is_reserved_word(rest_.substr(0, length))) now_.kind = ConditionToken::Kind::kSign;
  if (length == 0) {
    const auto sign =
        std::find_if(kSigns.begin(), kSigns.end(), [&](auto s) { return rest_.substr(0, s.size()) == s; });
    now_.kind = sign == kSigns.end() ? ConditionToken::Kind::kUnknown : ConditionToken::Kind::kSign;
    length = sign == kSigns.end() ? 1 : sign->size();
  }
  now_.text = rest_.substr(0, length);
  skip(length);
}

}  // namespace modus::case_model

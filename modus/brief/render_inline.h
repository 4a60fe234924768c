/// \file What the renderers share: how one sentence is put together.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "modus/brief/document.h"

namespace modus::brief {

/// How a format writes the pieces of a sentence. `escape` gets text already made visible.
struct InlineStyle {
  std::function<std::string(std::string_view)> escape;
  std::string strong_open, strong_close;
  std::string quote_open, quote_close;
  std::function<std::string(int)> citation;
  std::function<std::string(Mark)> mark;
};

/// The sentence with its citations and marks, which stand before a final full stop.
[[nodiscard]] std::string write_sentence(const Sentence& sentence, const InlineStyle& style);
/// Sentences with one space between them.
[[nodiscard]] std::string write_text(const Text& text, const InlineStyle& style);

/// "(J)", "(I)", "(C)".
[[nodiscard]] std::string mark_sign(Mark mark);
/// What the sign stands for, in a few words.
[[nodiscard]] std::string mark_meaning(Mark mark);

}  // namespace modus::brief

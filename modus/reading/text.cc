#include "modus/reading/text.h"

#include "modus/reading/cut_sentences.h"
#include "modus/reading/cut_tokens.h"

namespace modus::reading {

std::string_view Text::of(Tokens range) const {
  const Span bytes = span(range);
  return std::string_view(document->text).substr(bytes.begin, bytes.size());
}

std::string_view Text::of(std::uint32_t token) const { return of(Tokens{token, token + 1}); }

Span Text::span(Tokens range) const {
  if (range.empty()) return {};
  return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
}

bool Text::is(std::uint32_t token, std::string_view lower) const {
  return token < tokens.size() && tokens[token].lower == lower;
}

documents::BlockKind Text::block_kind(std::uint32_t token) const {
  return document->blocks[sentences[tokens[token].sentence].block].kind;
}

Text cut_into_sentences(const Document& document) {
  Text text;
  text.document = &document;
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const std::uint32_t first = text.size();
    cut_tokens(document.text, document.blocks[block].span, text.tokens);
    cut_sentences(document.text, block, Tokens{first, text.size()}, text);
  }
  return text;
}

}  // namespace modus::reading

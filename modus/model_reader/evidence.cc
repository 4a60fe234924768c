#include "modus/model_reader/evidence.h"

#include <algorithm>

#include "modus/model_reader/letters.h"
#include "modus/reading/fold.h"

namespace modus::model_reader {
namespace {

SentenceText sentence_text(const documents::Document& document, Span span) {
  SentenceText made{span, documents::passage_of(document, span), {}, {}, {}};
  const std::string_view text = document.text;
  for (std::size_t at = span.begin; at < span.end;) {
    const Letter letter = first_letter(text.substr(at));
    const bool blank = is_blank(letter.value);
    const std::string plain = blank ? " " : plain_letter(text.substr(at, letter.bytes));
    if (blank && made.plain.ends_with(' ')) {
      made.end.back() = at + letter.bytes;
    } else {
      made.plain += plain;
      made.begin.resize(made.plain.size(), at);
      made.end.resize(made.plain.size(), at + letter.bytes);
    }
    at += letter.bytes;
  }
  return made;
}

std::string plain_text(std::string_view words) {
  std::string plain;
  for (Letter letter; !words.empty(); words.remove_prefix(letter.bytes)) {
    letter = first_letter(words);
    if (!is_blank(letter.value)) plain += plain_letter(words.substr(0, letter.bytes));
    if (is_blank(letter.value) && !plain.empty() && plain.back() != ' ') plain += ' ';
  }
  return plain;
}

/// Without blanks at its ends and without the mark that ends a sentence or a part of it. "U.S." keeps its stop.
std::string_view trim(std::string_view words) {
  constexpr std::string_view kBlank = " \t\r\n", kMarks = ",;:";
  const std::size_t begin = words.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  words.remove_prefix(begin);
  const auto ends_in = [&](std::string_view set) { return !words.empty() && set.find(words.back()) != std::string_view::npos; };
  while (ends_in(kBlank) || ends_in(kMarks)) words.remove_suffix(1);
  const std::size_t word = words.find_last_of(kBlank) + 1;
  if (words.ends_with('.') && words.substr(word).find('.') == words.size() - word - 1 && words.size() - word > 3)
    words.remove_suffix(1);
  return words;
}

bool has_two_letters(std::string_view folded) {
  return std::count_if(folded.begin(), folded.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0; }) >= 2;
}

bool bears_meaning(const std::string& word) {
  static const std::set<std::string> kSmall = {"the",  "and",  "for",  "from", "with",  "its",   "their",
                                               "over", "into", "this", "that", "other", "about", "between"};
  return word.size() > 2 && !kSmall.contains(word);
}

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words(1);
  for (const char c : folded) {
    const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (in_word) words.back() += c;
    if (!in_word && !words.back().empty()) words.emplace_back();
  }
  return words;
}

}  // namespace

std::set<std::string> meaning_of(std::string_view text) {
  std::set<std::string> meaning;
  for (const std::string& word : words_of(reading::fold(text))) {
    if (bears_meaning(word)) meaning.insert(reading::noun_lemma(word));
  }
  return meaning;
}

Evidence::Evidence(const documents::Document& document, const Text& text) : document_(document), text_(text) {
  for (const reading::Sentence& sentence : text.sentences)
    sentences_.push_back(sentence_text(document, text.span(sentence.tokens)));
}

bool Evidence::is_whole(std::size_t sentence, Span span) const {
  const reading::Tokens tokens = text_.sentences[sentence].tokens;
  // What lies beyond an edge of the span in the same token; unseen letters there are no part of a word.
  const auto cuts = [&](std::size_t edge, bool at_begin) {
    const auto first = text_.tokens.begin() + tokens.first, last = text_.tokens.begin() + tokens.last;
    const auto token = std::partition_point(first, last, [&](const reading::Token& t) { return t.span.end <= edge; });
    if (token == last || token->span.begin >= edge) return false;
    const Span beyond = at_begin ? Span{token->span.begin, edge} : Span{edge, token->span.end};
    return !on_one_line(std::string_view(document_.text).substr(beyond.begin, beyond.size())).empty();
  };
  return !cuts(span.begin, true) && !cuts(span.end, false);
}

std::vector<Span> Evidence::exactly(std::size_t sentence, std::string_view words) const {
  std::vector<Span> found;
  const Span within = sentences_[sentence].span;
  const std::string_view text = std::string_view(document_.text).substr(within.begin, within.size());
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const Span span{within.begin + at, within.begin + at + words.size()};
    if (is_whole(sentence, span)) found.push_back(span);
  }
  return found;
}

std::vector<Span> Evidence::plainly(std::size_t sentence, std::string_view plain) const {
  std::vector<Span> found;
  const SentenceText& within = sentences_[sentence];
  for (std::size_t at = within.plain.find(plain); at != std::string::npos; at = within.plain.find(plain, at + 1)) {
    const Span span{within.begin[at], within.end[at + plain.size() - 1]};
    if (is_whole(sentence, span)) found.push_back(span);
  }
  return found;
}

std::vector<Span> Evidence::all_in(std::size_t sentence, std::string_view words) const {
  words = trim(words);
  if (sentence >= sentences_.size() || !has_two_letters(reading::fold(words))) return {};
  const std::vector<Span> exact = exactly(sentence, words);
  return exact.empty() ? plainly(sentence, plain_text(words)) : exact;
}

std::optional<Span> Evidence::once_in(std::size_t sentence, std::string_view words) const {
  const std::vector<Span> all = all_in(sentence, words);
  if (all.size() != 1) return std::nullopt;
  return all.front();
}

std::vector<Span> Evidence::anywhere(std::string_view words) const {
  std::vector<Span> exact, alike;
  words = trim(words);
  if (!has_two_letters(reading::fold(words))) return {};
  const std::string plain = plain_text(words);
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    for (const Span span : exactly(i, words)) exact.push_back(span);
    for (const Span span : plainly(i, plain)) alike.push_back(span);
  }
  return exact.empty() ? alike : exact;
}

std::size_t Evidence::sentence_of(Span span) const {
  const auto after = std::partition_point(sentences_.begin(), sentences_.end(),
                                          [&](const SentenceText& s) { return s.span.begin <= span.begin; });
  return static_cast<std::size_t>(after - sentences_.begin()) - 1;
}

std::size_t Evidence::sentence_of(const Passage& passage) const {
  const auto after = std::partition_point(sentences_.begin(), sentences_.end(),
                                          [&](const SentenceText& s) { return s.passage.start <= passage.start; });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - sentences_.begin())) - 1;
}

bool Evidence::says(std::size_t sentence, std::string_view label) const {
  const Span span = sentences_[sentence].span;
  const std::set<std::string> said = meaning_of(std::string_view(document_.text).substr(span.begin, span.size()));
  const std::set<std::string> asked = meaning_of(label);
  return !asked.empty() && std::includes(said.begin(), said.end(), asked.begin(), asked.end());
}

}  // namespace modus::model_reader

#include "modus/drafting/words.h"

#include <algorithm>

#include "modus/base/text.h"
#include "modus/case_model/parse_condition.h"
#include "modus/reading/fold.h"
#include "modus/reading/text.h"
#include "modus/reading/word_set.h"

namespace modus::drafting {
namespace {

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestLabel = 120;

constexpr reading::WordSet kEmptyWords{
    "a",     "about", "after",  "all",   "also", "an",    "and",   "any",    "are",   "as",   "at",
    "be",    "been",  "before", "both",  "but",  "by",    "can",   "could",  "did",   "do",   "does",
    "for",   "from",  "had",    "has",   "have", "he",    "her",   "him",    "his",   "i",    "if",
    "in",    "into",  "is",     "it",    "its",  "may",   "me",    "might",  "more",  "must", "my",
    "of",    "on",    "or",     "our",   "ours", "over",  "own",   "s",      "shall", "she",  "should",
    "so",    "some",  "such",   "than",  "that", "the",   "their", "theirs", "them",  "then", "there",
    "these", "they",  "this",   "those", "to",   "under", "upon",  "us",     "was",   "we",   "were",
    "what",  "when",  "where",  "which", "who",  "whom",  "will",  "with",   "would", "you",  "your"};

constexpr reading::WordSet kNegations{"no", "nor", "not", "never", "without", "neither", "none"};

constexpr reading::WordSet kNumbers{
    "one",     "two",    "three",  "four",     "five",     "six",     "seven",   "eight",    "nine",
    "ten",     "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "twenty",   "thirty",
    "forty",   "fifty",  "sixty",  "seventy",  "eighty",   "ninety",  "hundred", "thousand", "million",
    "billion", "half",   "third",  "quarter",  "double",   "dozen"};

bool is_word_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

// Runs of letters and digits; apostrophes end a word, so that "union's" is "union" and "s".
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : fold_words(text)) {
    if (is_word_letter(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_latin(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

// A '<' before a letter or '/' opens a tag, which the next '>' ends.
std::string without_tags(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool tag = text[i] == '<' && (next == '/' || next == '!' || (next >= 'a' && next <= 'z') ||
                                        (next >= 'A' && next <= 'Z'));
    const std::size_t end = tag ? text.find('>', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      plain += text[i];
    } else {
      i = end;
    }
  }
  return plain;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool unseen = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (is_blank(c) || unseen) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      line += c;
    }
  }
  return line;
}

// Marks at either end that belong to the sentence around it; quotation marks of the Latin-1 and general
// blocks are three bytes beginning with E2 80.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kMarks = " ,;:.\"'!-";
  for (bool again = true; again && !text.empty();) {
    again = false;
    if (kMarks.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
      again = true;
    } else if (text.substr(0, 2) == "\xE2\x80") {
      text.remove_prefix(std::min<std::size_t>(3, text.size()));
      again = true;
    }
    if (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
      again = true;
    } else if (text.size() >= 3 && text.substr(text.size() - 3, 2) == "\xE2\x80") {
      text.remove_suffix(3);
      again = true;
    }
  }
  return text;
}

std::string joined(const std::vector<std::string>& words, std::size_t most, std::string_view otherwise) {
  std::string name;
  std::size_t count = 0;
  for (const std::string& word : words) {
    if (!is_latin(word) || word == "s") continue;
    if (count == most || name.size() + word.size() > kLongestName) break;
    name += (name.empty() ? "" : "_") + word;
    ++count;
  }
  if (name.empty()) name = otherwise;
  return case_model::is_reserved_word(name) ? name + "_" : name;
}

}  // namespace

// General punctuation is E2 80 xx and E2 81 xx; the guillemets and the hard blank are C2 AB, C2 BB and C2 A0.
std::string fold_words(std::string_view text) {
  const std::string folded = reading::fold(text);
  const std::string_view view = folded;
  std::string plain;
  for (std::size_t i = 0; i < view.size(); ++i) {
    const std::string_view two = view.substr(i, 2);
    const bool general = two == "\xE2\x80" || two == "\xE2\x81";
    const bool latin = two == "\xC2\xAB" || two == "\xC2\xBB" || two == "\xC2\xA0";
    plain += general || latin ? ' ' : view[i];
    i += general ? 2 : (latin ? 1 : 0);
  }
  return plain;
}

std::vector<std::string> content_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : plain_words(text)) {
    if (kNegations.has(word)) {
      words.emplace_back(kNegation);
    } else if (!kEmptyWords.has(word)) {
      words.push_back(reading::noun_lemma(word));
    }
  }
  return words;
}

WordSet word_set(std::string_view text) {
  const std::vector<std::string> words = content_words(text);
  return {words.begin(), words.end()};
}

double likeness(const WordSet& a, const WordSet& b) {
  const auto common = static_cast<double>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
  return a.empty() || b.empty() ? 0 : common / (static_cast<double>(a.size() + b.size()) - common);
}

bool is_part(const WordSet& a, const WordSet& b) {
  return !a.empty() &&
         std::all_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

std::string name_of(std::string_view text, std::size_t most, std::string_view otherwise) {
  std::vector<std::string> words = plain_words(text);
  std::erase_if(words, [](const std::string& word) { return kEmptyWords.has(word); });
  return joined(words, most, otherwise);
}

std::string whole_name_of(std::string_view text, std::size_t most, std::string_view otherwise) {
  return joined(plain_words(bare_name(text)), most, otherwise);
}

std::string bare_name(std::string_view name) {
  std::string bare = reading::fold(name);
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (bare.starts_with(article)) bare.erase(0, article.size());
  }
  for (const std::string_view ending : {"'s", "'"}) {
    if (bare.ends_with(ending)) bare.erase(bare.size() - ending.size());
  }
  return bare;
}

std::string label_of(std::string_view passage) {
  const std::string line = on_one_line(without_tags(passage));
  const std::string_view text = trimmed(line);
  if (base::count_code_points(text) <= kLongestLabel) return std::string(text);
  const std::string_view cut = text.substr(0, base::byte_of_code_point(text, kLongestLabel - 1));
  const std::size_t blank = cut.rfind(' ');
  return std::string(trimmed(cut.substr(0, blank == std::string_view::npos ? cut.size() : blank))) +
         "\xE2\x80\xA6";
}

bool is_empty_text(std::string_view text) { return std::all_of(text.begin(), text.end(), is_blank); }

WordSet numbers_in(std::string_view text) {
  WordSet numbers;
  for (const std::string& word : plain_words(text)) {
    const bool digits = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits || kNumbers.has(word)) numbers.insert(word);
  }
  return numbers;
}

std::string short_hash(std::string_view text, std::size_t digits) {
  return base::sha256_hex(text).substr(0, digits);
}

}  // namespace modus::drafting

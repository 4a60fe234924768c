#include "modus/documents/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstdio>  // cld2's header needs it first

#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

// Text enough to tell a language by.
constexpr std::size_t kEnough = 64U << 10U;

struct WordCount {
  std::size_t words = 0, english = 0;
};

// Small words that every English text is full of and that few other languages share.
bool is_small_english_word(std::string_view word) {
  constexpr std::array<std::string_view, 36> kWords = {
      "and",  "are", "as",    "at",   "be",   "been", "but", "by",   "for",   "from", "had",  "has",
      "have", "he",  "his",   "is",   "it",   "its",  "not", "of",   "on",    "or",   "said", "she",
      "that", "the", "their", "they", "this", "to",   "was", "were", "which", "who",  "will", "with"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

WordCount count_english(std::string_view text) {
  WordCount count;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (end > at) {
      ++count.words;
      if (end - at <= 5 && is_small_english_word(to_lower(text.substr(at, end - at)))) ++count.english;
    }
    at = end + 1;
  }
  return count;
}

struct Guess {
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
  int percent = 0;
  bool reliable = false;
};

Guess guess(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  std::array<double, 3> score{};
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  int bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0,
                                 languages.data(), percent.data(), score.data(), nullptr, &bytes, &reliable);
  return {languages[0], percent[0], reliable};
}

std::string name_of(CLD2::Language language) {
  std::string name = to_lower(CLD2::LanguageName(language));
  if (name == "chineset") name = "chinese";
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

}  // namespace

std::optional<std::string> foreign_language(std::string_view text) {
  if (text.size() > kEnough) {
    std::size_t end = kEnough;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  const WordCount count = count_english(text);
  // English prose has one such word in three; a text of names alone still one in eight.
  if (count.english * 7 >= count.words) return std::nullopt;
  // A headline may be all names but for one such word.
  constexpr std::size_t kWordsOfAHeadline = 20;
  if (count.words < kWordsOfAHeadline && count.english > 0) return std::nullopt;
  const Guess found = guess(text);
  if (found.language == CLD2::ENGLISH) return std::nullopt;
  const bool known = found.language != CLD2::UNKNOWN_LANGUAGE && found.language != CLD2::TG_UNKNOWN_LANGUAGE;
  if (known && (found.reliable || found.percent >= 70)) return name_of(found.language);
  constexpr std::size_t kWordsOfAReport = 40;
  if (count.words >= kWordsOfAReport && count.english * 50 < count.words)
    return "a language that is not known here";
  return std::nullopt;
}

}  // namespace modus::documents

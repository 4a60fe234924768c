#include "modus/documents/names.h"

#include <algorithm>
#include <set>

#include "modus/documents/day_text.h"
#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

using Words = std::set<std::string_view>;

const Words& particles() {
  static const Words kWords = {"de",  "da",  "di",  "del", "della", "der", "den", "van",
                               "von", "al",  "el",  "la",  "le",    "du",  "dos", "ter",
                               "ten", "bin", "ben", "ibn", "af",    "av",  "y",   "e"};
  return kWords;
}

const Words& joining() {
  static const Words kWords = {"of", "the", "and", "&", "for", "on", "in", "de", "la", "le", "du", "a"};
  return kWords;
}

// Hardly anything but a paper, an agency or a station is called so.
const Words& outlet_words() {
  static const Words kWords = {
      "post",     "times",     "herald",        "gazette",      "tribune",   "courier",    "chronicle",
      "journal",  "dispatch",  "observer",      "guardian",     "telegraph", "bulletin",   "mercury",
      "examiner", "argus",     "echo",          "inquirer",     "ledger",    "messenger",  "advertiser",
      "newswire", "newspaper", "newsletter",    "broadcasting", "radio",     "television", "tv",
      "magazine", "quarterly", "weekly",        "daily",        "press",     "news",       "monitor",
      "sentinel", "register",  "intelligencer", "despatch",     "newsroom",  "newsdesk",   "newspapers",
      "gazeta",   "tidende",   "zeitung",       "presse",       "wire",      "reuters",    "bloomberg",
      "politico", "axios",     "bbc",           "cnn",          "afp",       "ap"};
  return kWords;
}

// Papers are called so, and many other things: enough only after "The".
const Words& weak_outlet_words() {
  static const Words kWords = {
      "star",     "sun",      "mail",      "record", "leader", "express",     "standard", "review", "report",
      "reporter", "reader",   "globe",     "world",  "today",  "independent", "citizen",  "agency", "online",
      "digest",   "briefing", "economist", "nation", "shift",  "times",       "insider",  "watch"};
  return kWords;
}

const Words& post_words() {
  static const Words kWords = {"correspondent", "correspondents", "editor",    "editors",     "reporter",
                               "reporters",     "writer",         "writers",   "staff",       "columnist",
                               "analyst",       "bureau",         "desk",      "contributor", "critic",
                               "commentator",   "agencies",       "freelance", "producer",    "team",
                               "chief",         "newsroom",       "newsdesk"};
  return kWords;
}

const Words& nobody_words() {
  static const Words kWords = {"staff",    "our",       "own",       "correspondent", "correspondents",
                               "reporter", "reporters", "writer",    "writers",       "agencies",
                               "newsroom", "newsdesk",  "editorial", "board",         "desk",
                               "editor",   "editors",   "admin",     "and",           "the",
                               "web",      "news",      "wire",      "team",          "a",
                               "special",  "foreign",   "guest"};
  return kWords;
}

bool has(const Words& words, std::string_view word) {
  if (word.size() > 16) return false;
  if (word.ends_with('.')) word.remove_suffix(1);
  return words.contains(to_lower(word));
}

bool any_in(std::string_view text, const Words& words) {
  const auto all = words_of(text);
  return std::any_of(all.begin(), all.end(), [&](std::string_view word) { return has(words, word); });
}

bool starts_with_capital(std::string_view word) { return is_capital(first_letter(word).value); }

bool may_be_in_a_name(std::string_view word) {
  if (has(particles(), word)) return true;
  const bool odd = word.find_first_of("0123456789@/:?!\"<>()[]+=_") != std::string_view::npos;
  return !odd && starts_with_capital(word) && !has(joining(), word) && !has(outlet_words(), word) &&
         !has(post_words(), word) && !is_weekday(word) &&
         (month_of(word) == 0 || word.size() <= 5);  // people are called April, May and June
}

bool is_domain(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  return dot != std::string_view::npos && dot > 2 && word.size() - dot >= 3 &&
         word.find('@') == std::string_view::npos &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string capitalised_word(std::string_view word, bool first) {
  const std::string lower = to_lower(word);
  if (!first && joining().contains(lower)) return lower;
  if (word.size() <= 3 && !joining().contains(lower) && word != "NEW" &&
      lower.find_first_of("aeiouy") == std::string::npos)
    return std::string(word);
  if (lower == "bbc" || lower == "afp" || lower == "ap" || lower == "tv") return std::string(word);
  std::string made = lower;
  bool start = true;  // also after a hyphen or an apostrophe: Smith-Jones, O'Neil
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (start && made[i] >= 'a' && made[i] <= 'z') made[i] = word[i];
    start =
        made[i] == '-' || (made[i] == '\'' && i + 2 < made.size()) || (made[i] == '.' && i + 1 < made.size());
  }
  return made;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':'))
      word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
    at = end + 1;
  }
  return words;
}

bool is_person_name(std::string_view text) {
  if (text.size() > 60) return false;
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 5) return false;
  return starts_with_capital(words.front()) && starts_with_capital(words.back()) &&
         std::all_of(words.begin(), words.end(), may_be_in_a_name);
}

bool is_outlet_name(std::string_view text) {
  if (text.empty() || text.size() > 60 || text.ends_with('.')) return false;
  const auto words = words_of(text);
  if (words.size() == 1 && is_domain(words[0])) return true;
  if (!is_capitalised(text, 6)) return false;
  const bool the = to_lower(words.front()) == "the";
  if (the && words.size() > 1 && any_in(text, weak_outlet_words())) return true;
  if (words.size() == 1) return has(outlet_words(), words[0]) && is_all_capitals(text);
  // A word such as "Press" that others follow is rather part of a headline, unless "of" or "Online" does.
  const auto strong = std::find_if(words.begin(), words.end(),
                                   [](std::string_view word) { return has(outlet_words(), word); });
  if (strong == words.end()) return false;
  if (the || strong + 1 == words.end()) return true;
  const std::string next = to_lower(*(strong + 1));
  return next == "of" || next == "&" || next == "and" || next == "online" || has(outlet_words(), next) ||
         has(weak_outlet_words(), next);
}

bool names_a_post(std::string_view text) { return any_in(text, post_words()); }

bool is_nobody(std::string_view text) {
  const auto words = words_of(text);
  return !words.empty() && words.size() <= 5 && names_a_post(text) &&
         std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return has(nobody_words(), word); });
}

bool is_capitalised(std::string_view text, std::size_t most) {
  const auto words = words_of(text);
  if (words.empty() || words.size() > most || !starts_with_capital(words.front())) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return starts_with_capital(word) || has(joining(), word) || has(particles(), word);
  });
}

bool is_all_capitals(std::string_view text) {
  std::size_t capitals = 0;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    if (is_small(letter.value)) return false;
    if (is_capital(letter.value)) ++capitals;
    text.remove_prefix(letter.bytes);
  }
  return capitals >= 2;
}

std::string in_title_case(std::string_view text) {
  if (!is_all_capitals(text)) return std::string(text);
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    made += capitalised_word(text.substr(at, end - at), at == 0);
    if (end < text.size()) made += ' ';
    at = end + 1;
  }
  return made;
}

}  // namespace modus::documents

#include "modus/reading/readable_ids.h"

#include <algorithm>
#include <vector>

#include "modus/reading/fold.h"

namespace modus::reading {
namespace {

constexpr std::size_t kLongest = 40;

bool is_id_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// The letters of each word, without the marks in it: "workers'" -> "workers", "u.s." -> "us".
std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words(1);
  for (const char c : folded) {
    if (is_id_letter(c)) {
      words.back() += c;
    } else if (c != '\'' && c != '.' && !words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string id;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool article = i == 0 && words.size() > 1 && (words[i] == "the" || words[i] == "a" || words[i] == "an");
    if (article) continue;
    if (!id.empty() && id.size() + 1 + words[i].size() > kLongest) break;
    id += (id.empty() ? "" : "_") + words[i].substr(0, kLongest);
  }
  return id;
}

}  // namespace

std::string ReadableIds::make(std::string_view name, std::string_view otherwise) {
  std::string plain = join(words_of(fold(name)));
  if (plain.empty()) plain = otherwise;
  std::string id = plain;
  int& last = last_number_[plain];
  for (last = std::max(last, 1); !taken_.insert(id).second;) id = plain + "_" + std::to_string(++last);
  return id;
}

}  // namespace modus::reading

#include "modus/documents/html_letters.h"

#include <algorithm>

#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Pairing {
 public:
  Pairing(std::string_view text, std::string_view source) : text_(text), source_(source) {}

  std::vector<LetterPair> pair() {
    while (t_ < text_.size() || s_ < source_.size()) {
      if (!step()) return {{0, text_.size(), 0, source_.size(), false}};
    }
    return std::move(pairs_);
  }

 private:
  bool step() {
    if (s_ == source_.size()) return false;
    const char c = source_[s_];
    if (c == '&') return step_entity();
    if (c == '<' && is_markup()) return pass_markup();
    if (t_ == text_.size()) return false;
    if (c == '\r' && text_[t_] == '\n') {
      add(1, s_ + 1 < source_.size() && source_[s_ + 1] == '\n' ? 2 : 1, false);
      return true;
    }
    if (c != text_[t_]) return false;
    add(1, 1, true);
    return true;
  }

  // A tag or comment, unless the text itself has it, as in a title.
  [[nodiscard]] bool is_markup() const {
    if (s_ + 1 == source_.size()) return false;
    const char next = source_[s_ + 1];
    const bool opens = is_letter(next) || next == '/' || next == '!' || next == '?';
    return opens &&
           (t_ == text_.size() || text_[t_] != '<' || t_ + 1 == text_.size() || text_[t_ + 1] != next);
  }

  bool pass_markup() {
    const bool comment = source_.substr(s_).starts_with("<!--");
    const std::size_t end = comment ? source_.find("-->", s_ + 4) : source_.find('>', s_);
    if (end == std::string_view::npos) return false;
    s_ = end + (comment ? 3 : 1);
    return true;
  }

  bool step_entity() {
    if (t_ == text_.size()) return false;
    const std::size_t length = entity_length();
    if (length == 0) {  // a mere "&"
      if (text_[t_] != '&') return false;
      add(1, 1, true);
    } else {
      add(letters_of_entity(length), length, false);
    }
    return true;
  }

  // Bytes of text that the entity of that length stands for: nearly all stand for one letter, some few for
  // two.
  [[nodiscard]] std::size_t letters_of_entity(std::size_t length) const {
    const std::size_t one = t_ + first_letter(text_.substr(t_)).bytes;
    if (one >= text_.size() || goes_on(one, s_ + length)) return one - t_;
    const std::size_t two = one + first_letter(text_.substr(one)).bytes;
    return (goes_on(two, s_ + length) ? two : one) - t_;
  }

  // Whether the text from t may be what the source from s says, as far as the next letter shows.
  [[nodiscard]] bool goes_on(std::size_t t, std::size_t s) const {
    if (s >= source_.size()) return t >= text_.size();
    if (t >= text_.size()) return source_[s] == '<';
    return text_[t] == source_[s] || source_[s] == '&' || source_[s] == '<' || source_[s] == '\r';
  }

  // Bytes of the entity at the '&', or 0 where it is none.
  [[nodiscard]] std::size_t entity_length() const {
    std::size_t end = s_ + 1;
    const bool number = end < source_.size() && source_[end] == '#';
    if (number) ++end;
    const std::size_t name = end;
    constexpr std::size_t kLongestName = 40;
    while (end < source_.size() && end - name < kLongestName &&
           (is_letter(source_[end]) || is_digit(source_[end])))
      ++end;
    if (end == name) return 0;
    const bool closed = end < source_.size() && source_[end] == ';';
    if (number) return end - s_ + (closed ? 1 : 0);
    const std::string_view word = source_.substr(name, end - name);
    const bool stays = word != "amp" && word != "AMP" && t_ < text_.size() && text_[t_] == '&' &&
                       text_.substr(t_, end - s_) == source_.substr(s_, end - s_);
    if (stays) return 0;
    if (closed && goes_on(t_ + letters_of_entity(end + 1 - s_), end + 1)) return end + 1 - s_;
    return open_entity_length(end);
  }

  // "&ampfoo": the longest beginning of the name that the text can go on after.
  [[nodiscard]] std::size_t open_entity_length(std::size_t end) const {
    const std::size_t one = t_ < text_.size() ? first_letter(text_.substr(t_)).bytes : 0;
    const std::string_view after = text_.substr(std::min(t_ + one, text_.size()));
    for (std::size_t stop = end; stop > s_ + 2; --stop) {
      const std::string_view rest = source_.substr(stop, end - stop);
      if (after.starts_with(rest) && goes_on(t_ + one + rest.size(), end)) return stop - s_;
    }
    return 0;
  }

  void add(std::size_t text_bytes, std::size_t source_bytes, bool same) {
    const bool follows = !pairs_.empty() && pairs_.back().same && same && pairs_.back().source_end == s_;
    if (follows) {
      pairs_.back().text_end += text_bytes;
      pairs_.back().source_end += source_bytes;
    } else {
      pairs_.push_back({t_, t_ + text_bytes, s_, s_ + source_bytes, same});
    }
    t_ += text_bytes;
    s_ += source_bytes;
  }

  std::string_view text_, source_;
  std::size_t t_ = 0, s_ = 0;
  std::vector<LetterPair> pairs_;
};

}  // namespace

std::vector<LetterPair> pair_letters(std::string_view text, std::string_view source) {
  if (text == source && !text.empty()) return {{0, text.size(), 0, source.size(), true}};
  return Pairing(text, source).pair();
}

}  // namespace modus::documents

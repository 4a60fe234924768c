#include "modus/case_model/defaults.h"

#include <algorithm>

namespace modus::case_model {
namespace {

constexpr std::array<std::string_view, kStatementKinds> kKindWords = {
    "red_line", "demands", "rejects", "offers", "accepts", "prefers", "ranks"};
constexpr std::array<std::string_view, kChannels> kChannelWords = {"quoted",      "document", "reported",
                                                                   "third_party", "unnamed",  "rival"};

template <class T, std::size_t n>
std::optional<T> find_word(const std::array<std::string_view, n>& words, std::string_view word) {
  const auto place = std::find(words.begin(), words.end(), word);
  if (place == words.end()) return std::nullopt;
  return static_cast<T>(place - words.begin());
}

}  // namespace

std::string_view word_of(StatementKind kind) { return kKindWords[static_cast<std::size_t>(kind)]; }
std::string_view word_of(Channel channel) { return kChannelWords[static_cast<std::size_t>(channel)]; }
std::optional<StatementKind> kind_of(std::string_view word) {
  return find_word<StatementKind>(kKindWords, word);
}
std::optional<Channel> channel_of(std::string_view word) { return find_word<Channel>(kChannelWords, word); }

}  // namespace modus::case_model

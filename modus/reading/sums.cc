#include "modus/reading/sums.h"

#include <cctype>
#include <string_view>

#include "modus/reading/issue_words.h"

namespace modus::reading {
namespace {

bool is_currency(std::string_view text) { return text == "$" || text == "£" || text == "€" || text == "¥" || text == "US$" || text == "CHF"; }

/// "$240", "465p", "£3.1bn", "40%" where the cutter leaves a number and its sign together.
bool tells_itself(std::string_view text) {
  if (text.size() < 2) return false;
  const std::string_view head = text.substr(0, text.find_first_of("0123456789"));
  if (is_currency(head)) return true;
  const std::string_view tail = text.substr(text.find_last_of("0123456789") + 1);
  return std::isdigit(static_cast<unsigned char>(text.front())) != 0 && (tail == "p" || tail == "%" || tail == "bn" || tail == "m" || tail == "km" || tail == "pc");
}

bool is_sum(const Scene& scene, std::uint32_t at) {
  if (scene.is_date(at)) return false;
  const std::string_view text = scene.text.of(at);
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos) return false;
  if (tells_itself(text) || (at > 0 && is_currency(scene.text.of(at - 1)))) return true;
  if (at + 1 >= scene.text.size()) return false;
  const std::string& next = scene.lower(at + 1);
  static constexpr std::string_view kTimes = "days weeks months years hours";
  return next == "%" || (is_unit(next) && kTimes.find(next) == std::string_view::npos);
}

}  // namespace

bool has_sum(const Scene& scene, Tokens range) {
  for (std::uint32_t at = range.first; at < range.last; ++at) {
    if (is_sum(scene, at)) return true;
  }
  return false;
}

}  // namespace modus::reading

#include "modus/case_model/packages.h"

#include <algorithm>
#include <vector>

namespace modus::case_model {

std::optional<std::uint64_t> count_combinations(const Issues& issues) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 63U;
  std::uint64_t count = 1;
  for (const Issue& issue : issues) {
    const std::uint64_t options = issue.options.size();
    if (options > 0 && count > kMost / options) return std::nullopt;
    count *= options;
  }
  return count;
}

std::string count_combinations_text(const Issues& issues) {
  std::vector<std::uint64_t> digits = {1};  // lowest first
  for (const Issue& issue : issues) {
    std::uint64_t carry = 0;
    for (std::uint64_t& digit : digits) {
      carry += digit * issue.options.size();
      digit = carry % 10;
      carry /= 10;
    }
    for (; carry > 0; carry /= 10) digits.push_back(carry % 10);
  }
  while (digits.size() > 1 && digits.back() == 0) digits.pop_back();
  std::string text;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) text += static_cast<char>('0' + *digit);
  return text;
}

Package package_at(const Issues& issues, std::uint64_t number) {
  Package package(issues.size());
  for (std::size_t i = issues.size(); i-- > 0;) {
    const std::uint64_t options = issues[IssueIndex(i)].options.size();
    package[IssueIndex(i)] = OptionIndex(number % options);
    number /= options;
  }
  return package;
}

std::uint64_t number_of(const Issues& issues, const Package& package) {
  std::uint64_t number = 0;
  std::size_t position = 0;
  for (const Issue& issue : issues)
    number = number * issue.options.size() + package[IssueIndex(position++)].value;
  return number;
}

std::string write_package(const Issues& issues, const Package& package) {
  std::string text;
  for (const IssueIndex issue : issues.indices()) {
    if (!text.empty()) text += " and ";
    text += issues[issue].id + " = " + issues[issue].options[package[issue]].id;
  }
  return text;
}

}  // namespace modus::case_model

#include "modus/base/big_count.h"

#include <algorithm>

namespace modus::base {
namespace {

constexpr std::uint64_t kBase = 1'000'000'000;
constexpr std::size_t kPlaces = 9;

void carry_on(std::vector<std::uint32_t>& digits, WideCount carry) {
  for (; carry > 0; carry /= kBase) digits.push_back(static_cast<std::uint32_t>(carry % kBase));
}

}  // namespace

BigCount::BigCount(WideCount number) { carry_on(digits_, number); }

BigCount& BigCount::operator+=(const BigCount& more) {
  digits_.resize(std::max(digits_.size(), more.digits_.size()), 0);
  std::uint64_t carry = 0;
  for (std::size_t n = 0; n < digits_.size(); ++n) {
    const std::uint64_t sum = carry + digits_[n] + (n < more.digits_.size() ? more.digits_[n] : 0);
    digits_[n] = static_cast<std::uint32_t>(sum % kBase);
    carry = sum / kBase;
  }
  carry_on(digits_, carry);
  return *this;
}

BigCount& BigCount::operator*=(std::uint64_t by) {
  WideCount carry = 0;
  for (std::uint32_t& digit : digits_) {
    carry += static_cast<WideCount>(digit) * by;
    digit = static_cast<std::uint32_t>(carry % kBase);
    carry /= kBase;
  }
  carry_on(digits_, carry);
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
  return *this;
}

BigCount operator*(const BigCount& one, const BigCount& other) {
  BigCount product;
  for (std::size_t n = other.digits_.size(); n-- > 0;) {
    product *= kBase;
    BigCount part = one;
    part *= other.digits_[n];
    product += part;
  }
  return product;
}

std::string BigCount::text() const {
  if (digits_.empty()) return "0";
  std::string text = std::to_string(digits_.back());
  for (std::size_t n = digits_.size() - 1; n-- > 0;) {
    const std::string part = std::to_string(digits_[n]);
    text += std::string(kPlaces - part.size(), '0') + part;
  }
  return text;
}

double BigCount::value() const {
  double value = 0;
  for (std::size_t n = digits_.size(); n-- > 0;) value = value * static_cast<double>(kBase) + digits_[n];
  return value;
}

}  // namespace modus::base

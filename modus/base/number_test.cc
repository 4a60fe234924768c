#include "modus/base/number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace modus::base {
namespace {

TEST(ReadDecimal, TakesTheUsualWaysToWriteANumber) {
  EXPECT_EQ(read_decimal("12"), (Decimal{12, 0}));
  EXPECT_EQ(read_decimal("-0.35"), (Decimal{-35, 2}));
  EXPECT_EQ(read_decimal("+4."), (Decimal{4, 0}));
  EXPECT_EQ(read_decimal(".5"), (Decimal{5, 1}));
  EXPECT_EQ(read_decimal("1e-3"), (Decimal{1, 3}));
  EXPECT_EQ(read_decimal("2.5E+2"), (Decimal{250, 0}));
}

TEST(ReadDecimal, GivesEqualNumbersOneForm) {
  EXPECT_EQ(read_decimal("6"), read_decimal("6.000"));
  EXPECT_EQ(read_decimal("-0"), read_decimal("0.0"));
  EXPECT_EQ(read_decimal("120e-1"), read_decimal("12"));
}

TEST(ReadDecimal, RefusesAnythingElse) {
  for (const char* text : {"", "-", ".", "+.", "1.2.3", "1,5", " 1", "1 ", "0x10", "1e", "e5", "nan", "inf",
                           "--1", "1e+-3", "1e99", "1e-13", "1234567890123456", "99999999999999999999999"}) {
    EXPECT_EQ(read_decimal(text), std::nullopt) << text;
  }
}

TEST(ReadDecimal, KeepsFifteenDigits) {
  EXPECT_EQ(read_decimal("123456789012345"), (Decimal{123456789012345, 0}));
  EXPECT_EQ(write_decimal(*read_decimal("123.456789012345")), "123.456789012345");
}

RC_GTEST_PROP(WriteDecimal, ReadsBackAsTheSameNumber, ()) {
  const auto units = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000);
  const int places = *rc::gen::inRange(0, 13);
  Decimal number{units, places};
  while (number.places > 0 && number.units % 10 == 0) number = {number.units / 10, number.places - 1};
  if (number.units == 0) number.places = 0;
  RC_ASSERT(read_decimal(write_decimal(number)) == number);
}

RC_GTEST_PROP(DecimalValue, IsTheNearestDouble, ()) {
  const auto units = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000);
  const Decimal number{units, *rc::gen::inRange(0, 13)};
  RC_ASSERT(number.value() == std::stod(write_decimal(number)));
}

TEST(Interval, ReadsExactNumbersAndRanges) {
  EXPECT_EQ(read_interval("0.4"), (Interval{{4, 1}, {4, 1}}));
  EXPECT_EQ(read_interval("0.3..0.6"), (Interval{{3, 1}, {6, 1}}));
  EXPECT_EQ(read_interval("-20..-5"), (Interval{{-20, 0}, {-5, 0}}));
  EXPECT_TRUE(read_interval("0.40")->exact());
  EXPECT_FALSE(read_interval("1..2")->exact());
  for (const char* text : {"", "..", "1..", "..2", "1..2..3", "1 .. 2", "a..b"}) {
    EXPECT_EQ(read_interval(text), std::nullopt) << text;
  }
}

TEST(Interval, WritesWhatItReads) {
  for (const char* text : {"0.4", "0.3..0.6", "-20..-5", "0..1"})
    EXPECT_EQ(write_interval(*read_interval(text)), text);
}

RC_GTEST_PROP(WriteNumber, ReadsBackAsTheSameDouble, (double number)) {
  RC_PRE(std::isfinite(number));
  RC_ASSERT(std::stod(write_number(number)) == number);
}

TEST(WriteNumber, IsShort) {
  EXPECT_EQ(write_number(0.1), "0.1");
  EXPECT_EQ(write_number(std::numeric_limits<double>::infinity()), "inf");
}

TEST(WriteFixed, KeepsItsPlacesAndDropsTheSignOfNothing) {
  EXPECT_EQ(write_fixed(1.25, 1), "1.2");
  EXPECT_EQ(write_fixed(2, 2), "2.00");
  EXPECT_EQ(write_fixed(-0.001, 2), "0.00");
  EXPECT_EQ(write_fixed(-0.1, 1), "-0.1");
  EXPECT_EQ(write_fixed(1e300, 0).size(), 301U);
}

}  // namespace
}  // namespace modus::base

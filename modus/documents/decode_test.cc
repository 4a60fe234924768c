#include "modus/documents/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/base/text.h"
#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

using testing::HasSubstr;

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

std::string decoded(std::string_view bytes) {
  const auto text = decode("a.txt", bytes);
  return text.ok() ? text.value() : "problem: " + describe(text.problems()[0]);
}

TEST(Decoding, LeavesUtf8AsItIsWithItsByteOrderMark) {
  EXPECT_EQ(decoded("Gr\u00E1inne said \u201Cno\u201D."), "Gr\u00E1inne said \u201Cno\u201D.");
  EXPECT_EQ(decoded("\xEF\xBB\xBFNo."), "\xEF\xBB\xBFNo.");
}

TEST(Decoding, ReadsUtf16OfBothOrders) {
  for (const bool little : {true, false}) {
    EXPECT_EQ(decoded(utf16(u"\uFEFF\u201CNo,\u201D said M\u00FCller \U0001F600.", little)),
              "\uFEFF\u201CNo,\u201D said M\u00FCller \U0001F600.");
  }
}

RC_GTEST_PROP(Decoding, BringsBackEveryTextFromUtf16, (bool little)) {
  const auto values = *rc::gen::container<std::vector<char32_t>>(
      rc::gen::suchThat(rc::gen::inRange<char32_t>(0x20, 0x110000),
                        [](char32_t value) { return value < 0xD800 || value >= 0xE000; }));
  std::u16string units = u"\uFEFF";
  std::string text = "\uFEFF";
  for (const char32_t value : values) {
    append_utf8(text, value);
    if (value >= 0x10000) {
      units += static_cast<char16_t>(0xD800 + ((value - 0x10000) >> 10U));
      units += static_cast<char16_t>(0xDC00 + ((value - 0x10000) & 0x3FFU));
    } else {
      units += static_cast<char16_t>(value);
    }
  }
  RC_ASSERT(decode("a.txt", utf16(units, little)).value() == text);
}

TEST(Decoding, KnowsWindows1252ByItsBytes) {
  EXPECT_EQ(decoded("\x93No deal,\x94 said Gr\xE1inne \x96 it\x92s \x80 5."),
            "\u201CNo deal,\u201D said Gr\u00E1inne \u2013 it\u2019s \u20AC 5.");
  EXPECT_EQ(decoded("<meta charset=\"iso-8859-1\"><p>caf\xE9</p>"),
            "<meta charset=\"iso-8859-1\"><p>caf\u00E9</p>");
}

TEST(Decoding, NamesTheLineOfAStrayByte) {
  const std::string text = "Gr\u00E1inne said\n\u201Cno\u201D\nto M\xFCller.\n";
  EXPECT_THAT(decoded(text), HasSubstr("a.txt:3: this is not UTF-8"));
}

TEST(Decoding, RefusesWhatIsCutOffWithinACharacter) {
  EXPECT_THAT(decoded("One\n\u201Cno\xE2\x80"), HasSubstr("a.txt:2: the file breaks off within a character"));
  EXPECT_THAT(decoded("\xFF\xFEN"), HasSubstr("breaks off within a UTF-16 character"));
}

TEST(Decoding, RefusesHalvesOfCharactersInUtf16) {
  EXPECT_THAT(decoded(std::string("\xFF\xFE\x00\xD8N\0", 6)), HasSubstr("half of a UTF-16 character"));
}

TEST(Decoding, NamesEncodingsItDoesNotRead) {
  EXPECT_THAT(decoded("<meta charset=windows-1251><p>\xCF\xF0\xE8</p>"),
              HasSubstr("its encoding is windows-1251"));
  EXPECT_THAT(decoded(std::string("\xFF\xFE\0\0N\0\0\0", 8)), HasSubstr("UTF-32"));
}

TEST(Decoding, NamesFilesThatHoldNoText) {
  EXPECT_THAT(decoded("%PDF-1.7\n..."), HasSubstr("a PDF document"));
  EXPECT_THAT(decoded("PK\x03\x04..."), HasSubstr("a packed file"));
  EXPECT_THAT(decoded("{\\rtf1 x}"), HasSubstr("Rich Text"));
  EXPECT_THAT(decoded(std::string("ab\0cd", 5)), HasSubstr("this is no text"));
  EXPECT_THAT(decoded("\x01\x02\x03\x04\x05\x06"), HasSubstr("this is no text"));
}

RC_GTEST_PROP(Decoding, GivesUtf8OrAProblemForAnyBytes, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  const auto text = decode("a.txt", bytes);
  if (text.ok()) {
    RC_ASSERT(base::is_utf8(text.value()));
  } else {
    RC_ASSERT(!text.problems()[0].what.empty() && !text.problems()[0].fix.empty());
  }
}

}  // namespace
}  // namespace modus::documents

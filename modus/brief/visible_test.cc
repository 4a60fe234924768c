#include "modus/brief/visible.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/base/text.h"

namespace modus::brief {
namespace {

TEST(Visible, WritesOutWhatHidesOrReorders) {
  EXPECT_EQ(make_visible("a\u202Eb"), "a\\u{202E}b");
  EXPECT_EQ(make_visible("\u2066x\u2069"), "\\u{2066}x\\u{2069}");
  EXPECT_EQ(make_visible(std::string("a\x1b[31m")), "a\\u{001B}[31m");
  EXPECT_EQ(make_visible("\u200B\uFEFF"), "\\u{200B}\\u{FEFF}");
  EXPECT_EQ(make_visible("\U000E0041"), "\\u{E0041}");
}

TEST(Visible, KeepsScriptsAndTheirJoiners) {
  EXPECT_EQ(make_visible("Київ می‌خواهم 北京"), "Київ می‌خواهم 北京");
}

TEST(Visible, TurnsLineEndsAndTabsIntoOneSpace) { EXPECT_EQ(make_visible("a\r\n\tb"), "a b"); }

TEST(Visible, ShowsStrayBytes) {
  EXPECT_EQ(make_visible("a\xFF"
                         "b\xC3"),
            "a\\x{FF}b\\x{C3}");
}

RC_GTEST_PROP(Visible, GivesUtf8WithoutControlCharactersWhateverTheBytes, (const std::string& bytes)) {
  const std::string shown = make_visible(bytes);
  RC_ASSERT(base::is_utf8(shown));
  for (const char c : shown) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  RC_ASSERT(make_visible(shown) == shown);
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("Київ"), 4U);
  EXPECT_EQ(display_width("北京"), 4U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
}

}  // namespace
}  // namespace modus::brief

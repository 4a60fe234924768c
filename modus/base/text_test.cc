#include "modus/base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace modus::base {
namespace {

const std::vector<std::string> kNames = {"crews", "fund", "wages"};

TEST(NearestName, FindsAWordWithASlip) {
  EXPECT_EQ(nearest_name("crew", kNames), "crews");
  EXPECT_EQ(nearest_name("wgaes", kNames), "wages");
  EXPECT_EQ(nearest_name("funds", kNames), "fund");
  EXPECT_EQ(nearest_name("crews", kNames), "crews");
}

TEST(NearestName, NamesNoneThatIsFar) {
  EXPECT_EQ(nearest_name("sovereignty", kNames), std::nullopt);
  EXPECT_EQ(nearest_name("x", {}), std::nullopt);
  EXPECT_EQ(nearest_name(std::string(100'000, 'a'), kNames), std::nullopt);
}

TEST(NearestName, CountsASwapOfNeighboursAsOneEdit) {
  EXPECT_EQ(nearest_name("ab", {"ba"}), "ba");            // one edit; one is allowed
  EXPECT_EQ(nearest_name("abc", {"cba", "acb"}), "acb");  // two edits against one
}

TEST(NearestName, GivesTiesToTheEarlier) { EXPECT_EQ(nearest_name("cat", {"bat", "rat"}), "bat"); }

std::size_t naive_edits(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  std::size_t least = naive_edits(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
  least = std::min(least, naive_edits(a.substr(1), b) + 1);
  least = std::min(least, naive_edits(a, b.substr(1)) + 1);
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
    least = std::min(least, naive_edits(a.substr(2), b.substr(2)) + 1);
  }
  return least;
}

RC_GTEST_PROP(NearestName, AgreesWithItsDefinition, ()) {
  const auto word_gen = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
  const std::string word = (*word_gen).substr(0, 5);
  std::vector<std::string> names = *rc::gen::container<std::vector<std::string>>(word_gen);
  std::optional<std::string> expected;
  std::size_t least = word.size() / 3 + 2;
  for (std::string& name : names) {
    name = name.substr(0, 5);
    if (naive_edits(word, name) >= least) continue;
    least = naive_edits(word, name);
    expected = name;
  }
  RC_ASSERT(nearest_name(word, names) == expected);
}

TEST(IsUtf8, AcceptsWellFormedText) {
  for (const char* text : {"", "plain", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
}

TEST(IsUtf8, RefusesStraysOverlongFormsSurrogatesAndCutText) {
  for (const char* text : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                           "\xF4\x90\x80\x80", "\xFF", "\xE2\x82", "a\xC3(", "\xF8\x88\x80\x80\x80"}) {
    EXPECT_FALSE(is_utf8(text));
  }
}

TEST(CodePoints, AreCountedAndFound) {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
  EXPECT_EQ(count_code_points(text), 5U);
  EXPECT_EQ(byte_of_code_point(text, 0), 0U);
  EXPECT_EQ(byte_of_code_point(text, 2), 3U);
  EXPECT_EQ(byte_of_code_point(text, 4), 10U);
  EXPECT_EQ(byte_of_code_point(text, 5), text.size());
  EXPECT_EQ(byte_of_code_point(text, 99), text.size());
}

// FIPS 180-2, appendix B.
TEST(Sha256, AgreesWithThePublishedExamples) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(JoinWords, ReadsLikeASentence) {
  EXPECT_EQ(join_words({}), "");
  EXPECT_EQ(join_words({"a"}), "a");
  EXPECT_EQ(join_words({"a", "b"}), "a and b");
  EXPECT_EQ(join_words({"a", "b", "c"}, "or"), "a, b or c");
}

}  // namespace
}  // namespace modus::base

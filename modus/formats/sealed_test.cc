#include "modus/formats/sealed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace modus::formats {
namespace {

using testing::HasSubstr;
using testing::Not;

// The least work, so that the tests are quick.
constexpr SealCost kCheap{8, 1};
constexpr std::size_t kHeader = 15 + 8 + 8 + 16 + 24;

std::string sealed(std::string_view text, std::string_view passphrase = "four quiet harbour cranes") {
  const auto result = seal(text, passphrase, kCheap);
  EXPECT_TRUE(result.ok());
  return result.ok() ? result.value() : "";
}

std::string fault(std::string_view bytes, std::string_view passphrase = "four quiet harbour cranes") {
  const auto result = unseal(bytes, passphrase, "talks.sealed");
  return result.ok() ? "opened" : base::describe(result.problems().front());
}

RC_GTEST_PROP(SealedFile, OpensWithItsPassphraseAndNoOther,
              (const std::string& text, const std::string& one, const std::string& other)) {
  RC_PRE(!one.empty() && one != other);
  const std::string bytes = sealed(text, one);
  RC_ASSERT(is_sealed(bytes));
  RC_ASSERT(unseal(bytes, one).value() == text);
  RC_ASSERT(!unseal(bytes, other).ok());
}

TEST(SealedFile, DoesNotOpenOnceAnyBitIsChanged) {
  const std::string bytes = sealed("title: talks");
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i > 15 && i < 23) continue;  // dear keys: the next tests
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1U << bit));
      EXPECT_FALSE(unseal(changed, "four quiet harbour cranes").ok()) << i << " " << bit;
    }
  }
}

TEST(SealedFile, DoesNotOpenWithAnotherCostOfTheKey) {
  std::string more_passes = sealed("title: talks");
  more_passes[19] = 2;
  EXPECT_THAT(fault(more_passes), HasSubstr("the passphrase is wrong, or the file was changed"));
}

TEST(SealedFile, DoesNotOpenAtAnyShorterLength) {
  const std::string bytes = sealed("title: talks");
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_THAT(fault(bytes.substr(0, length)), HasSubstr(length < 13 ? "this is no sealed file" : "the sealed file is cut off"))
        << length;
  }
  EXPECT_THAT(fault(bytes + "x"), HasSubstr("more bytes than were sealed"));
}

TEST(SealedFile, TellsWhatItCanOfWhatIsWrong) {
  const std::string bytes = sealed("title: talks");
  EXPECT_EQ(fault(bytes.substr(0, kHeader)), "talks.sealed: the sealed file is cut off (take another copy of it)");
  EXPECT_THAT(fault(bytes.substr(0, 14)), HasSubstr("cut off"));
  EXPECT_THAT(fault("modus-sealed/2\nabc"), HasSubstr("of another form than this program knows"));
  EXPECT_THAT(fault("modus: 1\n"), HasSubstr("this is no sealed file"));
  EXPECT_THAT(fault(""), HasSubstr("this is no sealed file"));
  EXPECT_THAT(fault(bytes, "four quiet harbour cranes "), HasSubstr("cannot be told apart"));
}

TEST(SealedFile, CannotAskForAllMemoryOrTime) {
  for (const std::size_t at : {std::size_t{15}, std::size_t{19}}) {
    std::string hostile = sealed("title: talks");
    for (std::size_t i = 0; i < 4; ++i) hostile[at + i] = '\xFF';
    EXPECT_THAT(fault(hostile), HasSubstr("more work or memory than is allowed"));
    for (std::size_t i = 0; i < 4; ++i) hostile[at + i] = '\0';
    EXPECT_NE(fault(hostile), "opened");
  }
}

TEST(SealedFile, NeverLooksTheSameTwice) {
  const std::string one = sealed("title: talks"), other = sealed("title: talks");
  EXPECT_NE(one.substr(31, 16), other.substr(31, 16)) << "salt";
  EXPECT_NE(one.substr(47, 24), other.substr(47, 24)) << "nonce";
  EXPECT_NE(one.substr(kHeader), other.substr(kHeader));
}

TEST(SealedFile, ShowsNothingOfTheText) { EXPECT_THAT(sealed("title: talks in the harbour"), Not(HasSubstr("harbour"))); }

TEST(Sealing, RefusesWhatWouldNotProtect) {
  EXPECT_FALSE(seal("x", "", kCheap).ok());
  EXPECT_FALSE(seal("x", "words", {8, 0}).ok());
  EXPECT_FALSE(seal("x", "words", {7, 1}).ok());
  EXPECT_FALSE(seal("x", "words", {SealCost::kMostKibibytes + 1, 1}).ok());
  EXPECT_FALSE(seal("x", "words", {8, SealCost::kMostPasses + 1}).ok());
}

TEST(Wiping, LeavesOnlyZerosBehind) {
  std::string text = "a secret that is longer than a short string, and was longer once";
  const char* bytes = text.data();
  const std::size_t size = text.size();
  text.resize(10);
  wipe(text);
  EXPECT_TRUE(text.empty());
  text.resize(size);
  ASSERT_EQ(text.data(), bytes);
  EXPECT_EQ(text, std::string(size, '\0'));
}

TEST(SecretText, LeavesNothingWhereItMovedFrom) {
  SecretText first(std::string("short"));
  SecretText second(std::move(first));
  EXPECT_TRUE(first.empty());  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(second.text(), "short");
}

}  // namespace
}  // namespace modus::formats

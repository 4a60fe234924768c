#include "modus/model_reader/endpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace modus::model_reader {
namespace {

TEST(Endpoint, IsReadFromWhatUsersWrite) {
  const auto plain = read_endpoint("http://127.0.0.1:8080");
  ASSERT_TRUE(plain.ok());
  EXPECT_EQ(plain.value().origin(), "http://127.0.0.1:8080");
  EXPECT_EQ(plain.value().path, "/v1/chat/completions");
  EXPECT_TRUE(plain.value().is_local());
  EXPECT_EQ(read_endpoint("http://models.example/v1/").value().path, "/v1/chat/completions");
  EXPECT_EQ(read_endpoint("http://models.example").value().port, 80);
  EXPECT_FALSE(read_endpoint("http://models.example").value().is_local());
  EXPECT_EQ(read_endpoint("http://h:1/api/chat/completions").value().path, "/api/chat/completions");
  EXPECT_EQ(read_endpoint("http://[::1]:5000/v2").value().origin(), "http://[::1]:5000");
}

TEST(Endpoint, NamesWhatWouldWork) {
  for (const std::string url : {"", "8080", "ftp://h", "http://", "http://:80", "http://h:", "http://h:65536", "http://h:8a",
                                "http://a b", "http://h/a\nb", "http://[::1", "http://[::1]x", "http://[]", "http://h:1:2"}) {
    const auto read = read_endpoint(url);
    ASSERT_FALSE(read.ok()) << url;
    EXPECT_THAT(base::describe(read.problems()[0]), testing::HasSubstr("http://")) << url;
  }
}

TEST(Endpoint, TakesNoSecretsAndNoQueries) {
  const auto secret = read_endpoint("http://me:secret@h/");
  ASSERT_FALSE(secret.ok());
  EXPECT_THAT(base::describe(secret.problems()[0]), testing::Not(testing::HasSubstr("secret")));
  EXPECT_FALSE(read_endpoint("http://h/v1?key=secret").ok());
  EXPECT_FALSE(read_endpoint("http://h#x").ok());
}

TEST(Endpoint, IsEncryptedWhereThisBuildCan) {
  const auto read = read_endpoint("https://models.example/v1");
#ifdef CPPHTTPLIB_OPENSSL_SUPPORT
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().origin(), "https://models.example:443");
#else
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.problems()[0].fix, testing::HasSubstr("http://127.0.0.1"));
#endif
}

RC_GTEST_PROP(Endpoint, ReadsAnyTextWithoutHarm, (const std::string& tail)) {
  const auto read = read_endpoint("http://" + tail);
  if (read.ok()) {
    RC_ASSERT(read.value().port > 0);
    RC_ASSERT(read.value().path.find_first_of("\r\n ") == std::string::npos);
    RC_ASSERT(read_endpoint(read.value().origin() + read.value().path).ok());
  }
}

}  // namespace
}  // namespace modus::model_reader

#include "modus/documents/open_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/base/text.h"

namespace modus::documents {
namespace {

TEST(PlainText, IsCutIntoBlocksWithWrappedLinesJoined) {
  const auto opened = open_document(
      "a.txt",
      "Quay talks stall\n\nBy Ann Lee | Quay Post\n\nThe union said on Friday that it would not sign the "
      "offer\n"
      "that the company had made in the spring, and called for a new\nround.\n\nNobody answered.\n");
  ASSERT_TRUE(opened.ok());
  const Document& document = opened.value();
  ASSERT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(document.title.value, "Quay talks stall");
  EXPECT_EQ(document.publisher.value, "Quay Post");
  const Block& body = document.blocks[2];
  EXPECT_THAT(document.text.substr(body.span.begin, body.span.size()),
              testing::HasSubstr("the offer that the company"));
  const std::size_t at = document.text.find("offer that");
  EXPECT_EQ(passage_of(document, {at, at + 10}).text, "offer\nthat");
}

}  // namespace
}  // namespace modus::documents

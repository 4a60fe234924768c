#include "modus/documents/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/documents/test_reports.h"

namespace modus::documents {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string with_body(std::string_view head) { return std::string(head) + "\n\n" + std::string(kBody); }

TEST(PlainText, JoinsLinesBrokenAtAWidth) {
  const Document document =
      opened("a.txt",
             "Quay talks stall\n\nThe union said on Friday that it would not sign the offer\n"
             "that the company had made. It called for a new round of talks.\nThe company, which owns four "
             "of the quays, declined to say\n"
             "more.\n\nNobody answered the cease-\nfire call.\n");
  EXPECT_THAT(texts_of(document, BlockKind::kParagraph),
              ElementsAre("The union said on Friday that it would not sign the offer that the company had "
                          "made. It called for a new round of talks. "
                          "The company, which owns four of the quays, declined to say more.",
                          "Nobody answered the cease-fire call."));
  const std::size_t at = document.text.find("offer that");
  EXPECT_EQ(passage_of(document, {at, at + 10}).text, "offer\nthat");
}

TEST(PlainText, KeepsAParagraphALine) {
  const std::string line =
      "The union said on Friday that it would not sign the offer that the company had made in the spring, "
      "and it called for a new round of talks.";
  const Document document =
      opened("a.txt", "Quay talks stall\n" + line + "\nThe company said no.\n" + line + "\n");
  EXPECT_THAT(texts_of(document, BlockKind::kParagraph), ElementsAre(line, "The company said no.", line));
}

TEST(PlainText, TellsHeadingsAndItems) {
  const Document document =
      opened("a.txt", with_body("Quay talks stall") + "\nWhat comes next\n\n" + std::string(kBody) +
                          "\nThe union wants three things:\n\n- a rise of five per cent\n- two more crews,\n "
                          " as promised\n3) no night work\n\nIt says so.\n");
  EXPECT_THAT(texts_of(document, BlockKind::kHeading), ElementsAre("What comes next"));
  EXPECT_THAT(texts_of(document, BlockKind::kListItem),
              ElementsAre("a rise of five per cent", "two more crews, as promised", "no night work"));
  EXPECT_THAT(texts_of(document, BlockKind::kTitle), ElementsAre("Quay talks stall"));
}

TEST(PlainText, ReadsTheHeadInItsManyLayouts) {
  struct Layout {
    const char* head;
    const char* publisher;
    const char* date;
  };
  for (const Layout& layout :
       {Layout{"Quay talks stall\n\nBy Ann Lee | Quay Post", "Quay Post", ""},
        {"Quay talks stall\nBy Ann Lee\nQuay Post\nMay 19, 2026", "Quay Post", "2026-05-19"},
        {"THE QUAY POST\nMonday, 9 February 2026\n\nQuay talks stall\n\nBy Ann Lee in Halden",
         "The Quay Post", "2026-02-09"},
        {"THE SATURDAY READER\nFamily & Money\n\nQuay talks stall\n\nA year on, nobody has moved.\n\nBy Ann "
         "Lee / Published 18 April 2026",
         "The Saturday Reader", "2026-04-18"},
        {"Quay talks stall\nQuay Post\nPorts & Shipping\nBy Ann Lee\n14 October 2025", "Quay Post",
         "2025-10-14"},
        {"Quay talks stall\n\nPublished: Thursday 8th January 2026\nWords: Ann Lee, Port Reporter\nQuay "
         "Gazette",
         "Quay Gazette", "2026-01-08"},
        {"Quay talks stall\nANN LEE in Halden\nUpdated 4 May 2026 09:12 GMT", "", "2026-05-04"},
        {"PRESS RELEASE\nFor immediate release: 3 May 2026\n\nQuay talks stall\n\nBy Ann Lee", "",
         "2026-05-03"},
        {"NORVIA\nQuay talks stall\n\nText: Ann Lee\nPublished 3 May 2026 | Updated 4 May 2026", "",
         "2026-05-03"},
        {"Source: Meridian Newswire\nDate: 2026-05-03\nAuthor: Ann Lee\nTitle: Quay talks stall",
         "Meridian Newswire", "2026-05-03"}}) {
    SCOPED_TRACE(layout.head);
    const Document document = opened("a.txt", with_body(layout.head));
    EXPECT_EQ(document.title.value, "Quay talks stall");
    EXPECT_THAT(authors_of(document), ElementsAre("Ann Lee"));
    EXPECT_EQ(document.publisher.value, layout.publisher);
    EXPECT_EQ(document.date.value, layout.date);
    EXPECT_THAT(texts_of(document, BlockKind::kParagraph),
                testing::Contains(HasSubstr("declined to comment")));
  }
}

TEST(PlainText, PartsTheDatelineFromTheFirstSentence) {
  const Document document =
      opened("a.txt",
             "Quay talks stall\n\nHALDEN, May 3 (Meridian) - Dockers walked out of the talks on Sunday.\n\n" +
                 std::string(kBody) +
                 "\n(Reporting by Ann Lee in Halden and Bo Ray in Arvost; editing by C. Obi)\n\nCopyright "
                 "2026 Meridian. All rights reserved.\n");
  EXPECT_EQ(texts_of(document, BlockKind::kParagraph)[0], "Dockers walked out of the talks on Sunday.");
  EXPECT_EQ(document.publisher.value, "Meridian");
  EXPECT_EQ(document.date.value, "2026-05-03") << "the year is that of the notice";
  EXPECT_EQ(document.date.stored->text, "May 3");
  EXPECT_THAT(authors_of(document), ElementsAre("Ann Lee", "Bo Ray"));
}

TEST(PlainText, LeavesADayWithoutAYearOpen) {
  const std::string text =
      "Quay talks stall\n\nHALDEN, May 3 (Meridian) - Dockers walked out of the talks on Sunday.\n\n" +
      std::string(kBody);
  const Document without = opened("talks.txt", text), with = opened("archive/2026 talks.txt", text);
  EXPECT_EQ(without.date.value, "");
  EXPECT_EQ(without.date.stored->text, "May 3");
  EXPECT_EQ(with.date.value, "2026-05-03");
}

TEST(PlainText, TakesTheDayFromTheFilesNameLast) {
  EXPECT_EQ(opened("in/talks_2026-05-03.txt", kBody).date.value, "2026-05-03");
  EXPECT_EQ(opened("20260503-talks.txt", kBody).date.value, "2026-05-03");
  EXPECT_EQ(opened("20260503-talks.txt", with_body("Quay talks stall\nBy Ann Lee\n1 May 2026")).date.value,
            "2026-05-01");
  EXPECT_EQ(opened("republic-dispatch-2025-12.txt", kBody).date.value, "");
}

TEST(PlainText, FindsThePaperOnTheLastLine) {
  const Document document =
      opened("a.txt", with_body("Quay talks stall") + "\n\u2014 The Quay Post, 3 May 2026\n");
  EXPECT_EQ(document.publisher.value, "The Quay Post");
  EXPECT_EQ(document.date.value, "2026-05-03");
  EXPECT_EQ(opened("a.txt", with_body("Quay talks stall") + "\nQuay Post, 2026\n").publisher.value,
            "Quay Post");
}

TEST(PlainText, WithoutAHeadIsAllBody) {
  const Document document = opened("a.txt", kBody);
  EXPECT_EQ(document.title.value, "");
  EXPECT_THAT(document.authors, IsEmpty());
  EXPECT_EQ(document.blocks.size(), 2U);
}

TEST(PlainText, PartsTimesFromTheEntriesOfALiveReport) {
  const Document document =
      opened("a.txt", with_body("Quay talks live") +
                          "\n14:05 GMT \u2013 The company has answered the union, and it is no.\n");
  EXPECT_THAT(texts_of(document, BlockKind::kHeading), ElementsAre("14:05 GMT \u2013"));
  EXPECT_EQ(texts_of(document, BlockKind::kParagraph).back(),
            "The company has answered the union, and it is no.");
}

TEST(PlainText, PassesOverUnseenLettersWithinWords) {
  const Document document =
      opened("a.txt", "The do\u200Bck\u00ADers\u202E said\u00A0no to the \u2066com\u2069pany.");
  EXPECT_EQ(document.text, "The dockers said no to the company.");
  const std::size_t at = document.text.find("dockers");
  EXPECT_EQ(passage_of(document, {at, at + 7}).text, "do\u200Bck\u00ADers");
}

TEST(PlainText, LeavesOutWhatIsNotTheReports) {
  const Document document = opened(
      "a.txt",
      with_body("Quay talks stall\n\nShare this article\n\nLeave a comment") +
          "\nAdvertisement\n\nRead more: Dockers in Arvost strike\n\nPhoto: Bo Ray\n\n" + std::string(kBody) +
          "\nRelated stories\n\nTuna quota row\nEel farmers reject offer\n\nThe talks go on next "
          "week.\n\nSubscribe to our newsletter\n\n2 comments\n\nsaltydog: The union must never give up!\n");
  for (const char* furniture : {"Share", "Leave a", "Advert", "Read more", "Photo", "Related", "Tuna", "Eel",
                                "Subscribe", "comments", "saltydog"})
    EXPECT_THAT(document.text, testing::Not(HasSubstr(furniture)));
  EXPECT_THAT(document.text, HasSubstr("The talks go on next week."));
}

TEST(PlainText, KeepsSentencesThatBeginLikeFurniture) {
  for (const char* sentence :
       {"Copyright law is what the two sides are fighting over, he said.",
        "Advertisements in the paper said that the offer was final.",
        "Comments by the minister did not help.", "Shareholders said no.",
        "Home owners said that they would sue.", "Print works owners rejected the offer.",
        "Ends do not justify means, said Mr Ray."}) {
    const Document document =
        opened("a.txt", std::string(kBody) + "\n" + sentence + "\n\n" + std::string(kBody));
    EXPECT_THAT(document.text, HasSubstr(sentence));
  }
}

}  // namespace
}  // namespace modus::documents

#include "modus/documents/head_line.h"

#include <gtest/gtest.h>

#include <string>

#include "modus/documents/dateline.h"
#include "modus/documents/names.h"

namespace modus::documents {
namespace {

// "authors; publisher; published; updated", or "none".
std::string told(std::string_view line, const std::optional<HeadLine>& head) {
  if (!head) return "none";
  const auto of = [&](const Span& span) { return std::string(line.substr(span.begin, span.size())); };
  std::string made;
  for (const Span& author : head->authors) made += (made.empty() ? "" : "+") + of(author);
  made += ";" + (head->publisher ? of(*head->publisher) : "");
  made += ";" + (head->published ? of(head->published->span) : "");
  return made + ";" + (head->updated ? of(head->updated->span) : "");
}

std::string head(std::string_view line) { return told(line, read_head_line(line)); }
std::string bare(std::string_view line) { return told(line, read_bare_byline(line)); }

TEST(HeadLines, NameAuthors) {
  EXPECT_EQ(head("By Ann Lee"), "Ann Lee;;;");
  EXPECT_EQ(head("By ANN LEE and BO RAY"), "ANN LEE+BO RAY;;;");
  EXPECT_EQ(head("By Ann Lee, Bo Ray and Cy van der Berg"), "Ann Lee+Bo Ray+Cy van der Berg;;;");
  EXPECT_EQ(head("By Ann Lee in Geneva and Bo Ray in Port Halden"), "Ann Lee+Bo Ray;;;");
  EXPECT_EQ(head("By Ann Lee, Labour and Industry Correspondent"), "Ann Lee;;;");
  EXPECT_EQ(head("Words: Bethan Ashdown, Local Democracy Reporter"), "Bethan Ashdown;;;");
  EXPECT_EQ(head("From our correspondent Nadim Khourat in Limassol"), "Nadim Khourat;;;");
  EXPECT_EQ(head("Written by J. K. O\u2019Neil-Smith & Zo\u00EB \u00C1lvarez"),
            "J. K. O\u2019Neil-Smith+Zo\u00EB \u00C1lvarez;;;");
}

TEST(HeadLines, NameThePaper) {
  EXPECT_EQ(head("By Michael Phillips | Republic Dispatch"), "Michael Phillips;Republic Dispatch;;");
  EXPECT_EQ(head("By Catriona Muir | The Sound & Isles Courier"),
            "Catriona Muir;The Sound & Isles Courier;;");
  EXPECT_EQ(head("By Ann Lee for the Quay Post"), "Ann Lee;the Quay Post;;");
  EXPECT_EQ(head("By Ann Lee, The Quay Post"), "Ann Lee;The Quay Post;;");
  EXPECT_EQ(head("Source: Meridian Newswire"), ";Meridian Newswire;;");
  EXPECT_EQ(head("By the Quay Post newsdesk"), ";Quay Post;;");
}

TEST(HeadLines, NameTheDay) {
  EXPECT_EQ(head("Published: Thursday 8th January 2026"), ";;Thursday 8th January 2026;");
  EXPECT_EQ(head("May 19, 2026"), ";;May 19, 2026;");
  EXPECT_EQ(head("Quay Post, May 3, 2026"), ";Quay Post;May 3, 2026;");
  EXPECT_EQ(head("By Lydia Fenn / Published 18 April 2026"), "Lydia Fenn;;18 April 2026;");
  EXPECT_EQ(head("Posted on March 3, 2026 by John Smith"), "John Smith;;March 3, 2026;");
  EXPECT_EQ(head("Published 3 May 2026 | Updated 4 May 2026, 09:12 GMT"), ";;3 May 2026;4 May 2026");
  EXPECT_EQ(head("Last updated on Mon 4 May 2026 09.00 BST"), ";;;Mon 4 May 2026");
  EXPECT_EQ(head("By Ann Lee \u00B7 3 May 2026 \u00B7 5 min read"), "Ann Lee;;3 May 2026;");
  EXPECT_EQ(head("Quay Post | Live blog by Ann Lee | Updated 3 May 2026, 18:40 local time"),
            "Ann Lee;Quay Post;;3 May 2026");
}

TEST(HeadLines, AreNoSentences) {
  for (const char* line :
       {"By Tuesday the union had rejected the offer.", "By March 4, 2026 the company must answer.",
        "Talks resume on 3 May 2026", "Quay Post sold to rival", "The deal was published on 3 May 2026.",
        "By sea and by land", "Ann Lee", "Port talks stall", "Updated rules anger dockers",
        "Union, company far apart"}) {
    EXPECT_EQ(head(line), "none") << line;
  }
}

TEST(BareBylines, AreNamesWithPlaceOrPost) {
  EXPECT_EQ(bare("Ann Lee in Geneva"), "Ann Lee;;;");
  EXPECT_EQ(bare("Ann Lee, political editor"), "Ann Lee;;;");
  EXPECT_EQ(bare("Ann Lee and Bo Ray"), "Ann Lee+Bo Ray;;;");
  EXPECT_EQ(bare("The talks go on"), "none");
  EXPECT_EQ(bare("Quiet hope in Geneva"), "none");
}

TEST(OutletNames, AreToldFromHeadlines) {
  for (const char* name : {"The Quay Post", "Sound & Isles Courier", "LEVANT GAZETTE", "Halden Daily News",
                           "The Basin Record", "quaypost.example", "Meridian Newswire", "Times of Halden"})
    EXPECT_TRUE(is_outlet_name(name)) << name;
  for (const char* name : {"Port Talks Stall", "Press Freedom Talks Stall", "Post offices to close",
                           "Ann Lee", "Union Leader Steps Down", "The union said no.", ""})
    EXPECT_FALSE(is_outlet_name(name)) << name;
}

TEST(TitleCase, IsGivenToCapitalsOnly) {
  EXPECT_EQ(in_title_case("THE LEVANT GAZETTE"), "The Levant Gazette");
  EXPECT_EQ(in_title_case("DANA O'NEIL-KOWALCZYK"), "Dana O'Neil-Kowalczyk");
  EXPECT_EQ(in_title_case("BBC NEWS"), "BBC News");
  EXPECT_EQ(in_title_case("Quay Post"), "Quay Post");
}

std::string dateline(std::string_view text) {
  const auto line = read_dateline(text);
  if (!line) return "none";
  const auto of = [&](const Span& span) { return std::string(text.substr(span.begin, span.size())); };
  return std::string(text.substr(line->end)) + ";" + (line->agency ? of(*line->agency) : "") + ";" +
         (line->day ? of(line->day->span) : "");
}

TEST(Datelines, GivePlaceAgencyAndDay) {
  EXPECT_EQ(dateline("GENEVA, March 4 (Meridian Newswire) - Envoys met."),
            "Envoys met.;Meridian Newswire;March 4");
  EXPECT_EQ(dateline("TOKYO/EINDHOVEN, Aug 27 (Tradewire) -- A deal."), "A deal.;Tradewire;Aug 27");
  EXPECT_EQ(dateline("PORT HALDEN, Norvia (AP) \u2014 Dockers met."), "Dockers met.;AP;");
  EXPECT_EQ(dateline("LAKEPORT, Mich. - With days left"), "With days left;;");
  EXPECT_EQ(dateline("HALDEN\u2014\u201CNo,\u201D she said."), "\u201CNo,\u201D she said.;;");
  EXPECT_EQ(dateline("Geneva, 4 March 2026 \u2013 Envoys met."), "Envoys met.;;4 March 2026");
  EXPECT_EQ(dateline("(Meridian) - Envoys met."), "Envoys met.;Meridian;");
}

TEST(Datelines, AreNoSentences) {
  for (const char* text : {"NATO - the alliance - said no.", "The deal - Ann said - is dead.",
                           "STALLHOLDERS at the hall say no - again.", "UPDATE - Talks stall", "EU - No",
                           "Nobody answered.", "On March 4 (a Tuesday) - Nobody came."}) {
    EXPECT_EQ(dateline(text), "none") << text;
  }
}

TEST(TimeStamps, StandBeforeEntries) {
  EXPECT_EQ(time_stamp("14:05 GMT \u2013 The minister said no."), 14U);
  EXPECT_EQ(time_stamp("10.42am: The union answers."), 9U);
  EXPECT_EQ(time_stamp("14:05 is too late."), 0U);
  EXPECT_EQ(time_stamp("3.50 a share is the price."), 0U);
}

}  // namespace
}  // namespace modus::documents

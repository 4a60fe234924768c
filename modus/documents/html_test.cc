#include "modus/documents/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "modus/documents/html_letters.h"
#include "modus/documents/test_reports.h"

namespace modus::documents {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kPage = R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Dockers &amp; owners far apart - The Quay Post</title>
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Dockers & owners far apart",
"author":[{"name":"Ann Lee"},{"name":"Bo Ray"}],"publisher":{"name":"The Quay Post"},"datePublished":"2026-05-03T08:00:00Z"}]}</script></head>
<body class="single comments-open has-sidebar">
<header id="masthead"><h1 class="site-title"><a href="/">The Quay Post</a></h1><nav>Home World</nav></header>
<div id="page"><div class="content-area with-sidebar"><div class="breadcrumbs"><a href="/">Home</a></div>
<h1>Dockers &amp; owners <em>far</em> apart</h1>
<p class="standfirst">Neither side will move first&nbsp;&mdash; not yet.</p>
<div class="article-meta"><span class="author">Ann Lee</span> and <span class="author">Bo Ray</span><br>Sun 3 May 2026 09.00 BST</div>
<div class="social-share"><a href="#">Share</a><a href="#">Tweet</a></div>
<div class="entry-content"><p>The <a href="/u">Dockers&#8217; Union</a> said on <b>Fri</b>day it would <i>never</i> sign. &ldquo;We won&rsquo;t,&rdquo; said Tom&shy;my R&aacute;y.
<p>The company is not closed to a 5 < 6 deal and AT&T agrees.
<figure><img src="x"><figcaption>A picture of a quay.</figcaption></figure>
<div class="ad-container"><p>Buy this now, it will never fail.</p></div>
<p>Read more: <a href="/x">Something else entirely</a></p>
<blockquote><p>&ldquo;No deal,&rdquo; she wrote.</p></blockquote>
<h3>What next</h3><ul><li>The owners want a cut.</li><li>The union wants a rise.</li></ul>
<ul><li><a href="1">Linked story one</a></li><li><a href="2">Linked story two</a></li></ul>
Loose text after a list, of many pages.<br><br>Another after two breaks.<br>and a soft one.
<!-- a comment said "no" --><p style="display:none">Hidden text said so.</p></div>
<section class="author-bio"><p>Ann Lee covers the ports.</p></section></div>
<div id="sidebar"><h2>Most read</h2><p>Some other story says what somebody said.</p></div>
<div id="comments"><h2>12 Comments</h2><article class="comment"><p>I said it before, and I will say it again and again, as readers do who write more than the
reporters: no deal. I said it before, and I will say it again and again, as readers do who write more than the reporters: no deal. I said it before, and I will
say it again and again, as readers do who write more than the reporters: no deal.</p></article></div></div>
<footer>&copy; 2026 The Quay Post</footer></body></html>)";

TEST(Pages, GiveTheReportAlone) {
  const Document document = opened("a.html", kPage);
  EXPECT_EQ(document.text,
            "Dockers & owners far apart\nNeither side will move first \u2014 not yet.\nAnn Lee and Bo "
            "Ray\nSun 3 May 2026 09.00 BST\n"
            "The Dockers\u2019 Union said on Friday it would never sign. \u201CWe won\u2019t,\u201D said "
            "Tommy R\u00E1y.\n"
            "The company is not closed to a 5 < 6 deal and AT&T agrees.\n\u201CNo deal,\u201D she "
            "wrote.\nWhat next\nThe owners want a cut.\n"
            "The union wants a rise.\nLoose text after a list, of many pages.\nAnother after two breaks. and "
            "a soft one.");
}

TEST(Pages, TellTitleAuthorsPublisherAndDate) {
  const Document document = opened("a.html", kPage);
  EXPECT_EQ(document.title.value, "Dockers & owners far apart");
  EXPECT_EQ(document.title.stored->text, "Dockers &amp; owners <em>far</em> apart");
  EXPECT_THAT(authors_of(document), ElementsAre("Ann Lee", "Bo Ray"));
  EXPECT_TRUE(document.authors[0].span) << "where the reader sees it";
  EXPECT_EQ(document.publisher.value, "The Quay Post");
  EXPECT_FALSE(document.publisher.span);
  EXPECT_EQ(document.publisher.stored->text, "The Quay Post");
  EXPECT_EQ(document.date.value, "2026-05-03");
  EXPECT_EQ(document.date.stored->text, "Sun 3 May 2026");
}

TEST(Pages, HaveBlocksOfTheRightKinds) {
  const Document document = opened("a.html", kPage);
  EXPECT_THAT(texts_of(document, BlockKind::kTitle), ElementsAre("Dockers & owners far apart"));
  EXPECT_THAT(texts_of(document, BlockKind::kByline),
              ElementsAre("Ann Lee and Bo Ray", "Sun 3 May 2026 09.00 BST"));
  EXPECT_THAT(texts_of(document, BlockKind::kHeading), ElementsAre("What next"));
  EXPECT_THAT(texts_of(document, BlockKind::kListItem),
              ElementsAre("The owners want a cut.", "The union wants a rise."));
}

TEST(Pages, AreToldByMetaTags) {
  const Document document =
      opened("a.html",
             "<html><head><meta property='og:title' content='Quay talks stall'><meta property=og:site_name "
             "content=\"Quay Post\">"
             "<meta name=author content='By Ann Lee and Bo Ray'><meta property='article:published_time' "
             "content='2026-06-11T17:42:00+03:00'></head>"
             "<body><p>" +
                 std::string(kBody) + "</p></body></html>");
  EXPECT_EQ(document.title.value, "Quay talks stall");
  EXPECT_EQ(document.title.stored->text, "Quay talks stall");
  EXPECT_EQ(document.publisher.value, "Quay Post");
  EXPECT_THAT(authors_of(document), ElementsAre("Ann Lee", "Bo Ray"));
  EXPECT_EQ(document.authors[1].stored->text, "Bo Ray");
  EXPECT_EQ(document.date.value, "2026-06-11");
}

TEST(Pages, WithoutMetaTagsAreToldByWhatStandsThere) {
  const Document document =
      opened("a.html",
             "<html><head><title>Quay talks stall | Quay Post</title></head><body><article><h1>Quay talks "
             "stall</h1><p>By Ann Lee, <time datetime=2026-05-03>Sunday</time></p><p>" +
                 std::string(kBody) + "</p></article></body></html>");
  EXPECT_EQ(document.title.value, "Quay talks stall");
  EXPECT_EQ(document.publisher.value, "Quay Post");
  EXPECT_THAT(authors_of(document), ElementsAre("Ann Lee"));
  EXPECT_EQ(document.date.value, "2026-05-03");
}

TEST(Pages, OfDivisionsOnlyAreReadToo) {
  const Document document = opened("-",
                                   "<div><b>Quay talks stall</b></div><div>The union said that it would not "
                                   "sign.</div><div>The company is silent.</div>");
  EXPECT_EQ(document.title.value, "Quay talks stall");
  EXPECT_THAT(texts_of(document, BlockKind::kParagraph),
              ElementsAre("The union said that it would not sign.", "The company is silent."));
}

TEST(Pages, KeepAReportWhoseContainerIsNamedLikeFurniture) {
  const Document document =
      opened("a.html", "<body><div class='widget content-with-ads'><p>" + std::string(kBody) +
                           "</p><p>The end of the talks is not in sight.</p></div></body>");
  EXPECT_THAT(document.text, HasSubstr("not in sight"));
}

TEST(Pages, WithBrokenMarkupAreRead) {
  const Document document =
      opened("a.html",
             "<p>The <b>union <i>said</b> that</i> it </span>would <a href=\"x>not sign.</p><p>It is \" "
             "over.</p></div></td><p>The end & the <unknown>company</unknown> said no & more.");
  EXPECT_THAT(document.text, HasSubstr("The union said that it would"));
  EXPECT_THAT(document.text, HasSubstr("The end & the company said no & more."));
}

TEST(Pages, ThatBreakOffAreRefused) {
  const std::string page(kPage);
  EXPECT_THAT(problem_of("a.html", page.substr(0, page.find("Loose text"))),
              HasSubstr("a.html:20: the page breaks off before its end"));
  EXPECT_THAT(problem_of("a.html", page.substr(0, page.find("class=\"ad-container"))),
              HasSubstr("breaks off within a tag"));
  EXPECT_THAT(problem_of("a.html", page.substr(0, page.find("/\">Home") - 4)), HasSubstr("breaks off"));
}

TEST(Pages, WithoutTextAreRefused) {
  EXPECT_THAT(problem_of("a.html", "<html><body><script>load('all');</script><nav>Home</nav></body></html>"),
              HasSubstr("there is no readable text"));
}

TEST(Pages, BeyondReasonAreRefused) {
  const auto repeated = [](std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  EXPECT_THAT(problem_of("a.html", repeated("<div>\n", 100'000)),
              HasSubstr("a.html:513: tags are nested too deeply"));
  EXPECT_THAT(problem_of("a.html", repeated("<div><table><td></div></td></table>", 20'000)),
              HasSubstr("nested too deeply"));
  EXPECT_THAT(problem_of("a.html", repeated("<p>x", 500'000)), HasSubstr("too many tags"));
  EXPECT_THAT(problem_of("a.html", "<a " + repeated("b=1 ", 5'000) + ">x</a>"),
              HasSubstr("too many attributes"));
  std::string fonts = "<p>";
  for (int i = 0; i < 400; ++i) fonts += "<font size=" + std::to_string(i) + ">";
  EXPECT_THAT(problem_of("a.html", fonts + repeated("<p>x", 100'000)), HasSubstr("too tangled"));
}

TEST(Pages, WithATitleTagOnlyGiveItWithoutThePaper) {
  const Document document = opened(
      "a.html", "<title>Quay talks stall \u2013 The Quay Post</title><p>" + std::string(kBody) + "</p>");
  EXPECT_EQ(document.title.value, "Quay talks stall");
  EXPECT_EQ(document.title.stored->text, "Quay talks stall");
  EXPECT_EQ(document.publisher.value, "The Quay Post");
  EXPECT_EQ(opened("a.html", "<title>Quay talks stall - again</title><p>" + std::string(kBody) + "</p>")
                .publisher.value,
            "");
}

TEST(Pages, ShowQuotationMarksWhereTheirTagsStand) {
  const Document document =
      opened("a.html", "<p>The leader said <q>not now</q> to the union.<sup><a href='#1'>[1]</a></sup></p>");
  EXPECT_EQ(document.text, "The leader said \u201Cnot now\u201D to the union.");
  EXPECT_EQ(passage_of(document, {16, 29}).text, "<q>not now</q>");
}

TEST(Pages, TakeALowerHeadingForTheTitleWhereThePageSaysSo) {
  const Document document = opened("a.html",
                                   "<head><title>Quay talks stall - Quay Post</title></head><h1>Quay "
                                   "Post</h1><h2>Quay talks stall</h2><p>" +
                                       std::string(kBody) + "</p>");
  EXPECT_THAT(texts_of(document, BlockKind::kTitle), ElementsAre("Quay talks stall"));
  EXPECT_EQ(document.title.value, "Quay talks stall");
}

TEST(Pages, HaveNoDrawings) {
  EXPECT_EQ(
      opened("a.html", "<p>The union <svg><title>Icon</title><path d='M0'/></svg>said no to the offer.</p>")
          .text,
      "The union said no to the offer.");
}

TEST(LetterPairs, CoverEntitiesLineEndsAndTagsPassedOver) {
  const auto pairs = pair_letters("a&b\u00E9\nc", "a&amp;b&eacute;\r\n</x>c");
  std::string told;
  for (const LetterPair& pair : pairs)
    told +=
        std::to_string(pair.source_begin) + "-" + std::to_string(pair.source_end) + (pair.same ? " " : "! ");
  EXPECT_EQ(told, "0-1 1-6! 6-7 7-15! 15-17! 21-22 ");
}

TEST(LetterPairs, AreOneWhereTextAndSourceDoNotMeet) {
  const auto pairs = pair_letters("abc", "xyz");
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_FALSE(pairs[0].same);
}

// Texts written with entities, each of which is one pair.
RC_GTEST_PROP(LetterPairs, LeadFromEveryLetterToItsSource, ()) {
  struct Piece {
    std::string text, source;
  };
  const std::vector<Piece> pieces = {{"a", "a"},
                                     {"&", "&amp;"},
                                     {"<", "&lt;"},
                                     {"\u2019", "&rsquo;"},
                                     {"\u2014", "&#8212;"},
                                     {"\u00E9", "&eacute;"},
                                     {" ", " "},
                                     {"\n", "\r\n"},
                                     {"", "</b >"},
                                     {";", ";"},
                                     {"x&amp;", "x&amp;amp;"}};
  std::string text, source;
  for (const std::size_t i :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()))) {
    text += pieces[i].text;
    source += pieces[i].source;
  }
  std::size_t at = 0;
  for (const LetterPair& pair : pair_letters(text, source)) {
    RC_ASSERT(pair.text_begin == at);
    RC_ASSERT(pair.source_end <= source.size());
    if (pair.same)
      RC_ASSERT(text.substr(pair.text_begin, pair.text_end - pair.text_begin) ==
                source.substr(pair.source_begin, pair.source_end - pair.source_begin));
    if (!pair.same) RC_ASSERT(source[pair.source_begin] == '&' || source[pair.source_begin] == '\r');
    at = pair.text_end;
  }
  RC_ASSERT(at == text.size());
}

}  // namespace
}  // namespace modus::documents

#include "modus/documents/document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "modus/documents/laws_for_tests.h"
#include "modus/documents/open_document.h"

namespace modus::documents {
namespace {

// Pieces that texts, pages and Markdown files are made of, put together without sense.
rc::Gen<std::string> any_text(const std::vector<std::string>& pieces) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const auto& chosen) {
                        std::string text = "The union said on Friday that it would not sign the offer. ";
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

const std::vector<std::string>& plain_pieces() {
  static const std::vector<std::string> pieces = {"the ",
                                                  "and ",
                                                  "Zelenskyy ",
                                                  "Gr\u00E1inne ",
                                                  "\u201Cno deal\u201D ",
                                                  "\u2014",
                                                  " - ",
                                                  "\n",
                                                  "\n\n",
                                                  "\r\n",
                                                  "\r\n\r\n",
                                                  "\t",
                                                  "  ",
                                                  "\u00A0",
                                                  "\u200B",
                                                  "\u202E",
                                                  "\u00AD",
                                                  "\x1b[31m",
                                                  "\U0001F600",
                                                  "By Ann Lee\n",
                                                  "3 May 2026\n",
                                                  "GENEVA, March 4 (Agency) - ",
                                                  "- ",
                                                  "1. ",
                                                  "Read more: x\n",
                                                  "said.",
                                                  "?",
                                                  "cease-\n",
                                                  "\u00A9 2026 Quay Post\n",
                                                  "14:05 GMT - ",
                                                  "Leave a comment\n"};
  return pieces;
}

const std::vector<std::string>& page_pieces() {
  static const std::vector<std::string> pieces = {"the ",
                                                  "and ",
                                                  "&rsquo;",
                                                  "&#8212;",
                                                  "&nbsp;",
                                                  "&amp;amp;",
                                                  "&notit;",
                                                  "&",
                                                  "<",
                                                  "AT&T ",
                                                  "<p>",
                                                  "</p>",
                                                  "<b>",
                                                  "</b>",
                                                  "<a href=x>",
                                                  "</a>",
                                                  "<br>",
                                                  "<div class=\"byline\">",
                                                  "</div>",
                                                  "<h1>",
                                                  "</h1>",
                                                  "<h2>",
                                                  "</h2>",
                                                  "<ul><li>",
                                                  "</li></ul>",
                                                  "<article>",
                                                  "</article>",
                                                  "<!-- no -->",
                                                  "<script>if (a < b) {}</script>",
                                                  "<nav>Home</nav>",
                                                  "\n",
                                                  "\r\n",
                                                  "  ",
                                                  "Gr\u00E1inne ",
                                                  "\u201Cno\u201D ",
                                                  "</foo>",
                                                  "<table><tr><td>",
                                                  "</table>",
                                                  "&shy;",
                                                  "\u200B",
                                                  "<svg><path/></svg>",
                                                  "<time datetime=\"2026-05-03\">May</time>",
                                                  "<meta name=author content='Ann Lee'>",
                                                  "<title>T & t</title>",
                                                  "<textarea>x</textarea>",
                                                  "<pre>a  b</pre>",
                                                  "<select><option>x</select>",
                                                  "<math><mi>x</mi></math>"};
  return pieces;
}

const std::vector<std::string>& markdown_pieces() {
  static const std::vector<std::string> pieces = {"the ",
                                                  "and ",
                                                  "*",
                                                  "**",
                                                  "_",
                                                  "`",
                                                  "```\n",
                                                  "[",
                                                  "](x)",
                                                  "![",
                                                  "](",
                                                  ")",
                                                  "][r]",
                                                  "[^1]",
                                                  "\\",
                                                  "<b>",
                                                  "<",
                                                  ">",
                                                  "> ",
                                                  "# ",
                                                  "## ",
                                                  "\n",
                                                  "\n\n",
                                                  "===\n",
                                                  "---\n",
                                                  "- ",
                                                  "1. ",
                                                  "    ",
                                                  "| a |\n",
                                                  "&mdash;",
                                                  "&#x2014;",
                                                  "&",
                                                  "<!--",
                                                  "-->",
                                                  "~~",
                                                  "Gr\u00E1inne ",
                                                  "\u201Cno\u201D ",
                                                  "\u200B",
                                                  "  \n",
                                                  "title: x\n",
                                                  "*By Ann Lee | Quay Post*\n"};
  return pieces;
}

// Every block, and a part of it cut anywhere between code points.
void check_spans(const Document& document) {
  const auto broken = broken_law(document);
  if (broken) RC_FAIL(*broken);
  for (const Block& block : document.blocks) {
    std::size_t begin = *rc::gen::inRange(block.span.begin, block.span.end);
    while (!starts_code_point(document.text, begin)) --begin;
    std::size_t end = *rc::gen::inRange(begin, block.span.end) + 1;
    while (!starts_code_point(document.text, end)) ++end;
    RC_ASSERT(stands_there(document, passage_of(document, {begin, end})));
  }
}

RC_GTEST_PROP(AnyDocument, GivesBackTheStoredPassageOfEverySpanOfPlainText, ()) {
  const auto opened = open_document("a.txt", *any_text(plain_pieces()));
  RC_ASSERT(opened.ok());
  check_spans(opened.value());
}

RC_GTEST_PROP(AnyDocument, GivesBackTheStoredPassageOfEverySpanOfAPage, ()) {
  const auto opened = open_document("a.html", "<body>" + *any_text(page_pieces()) + "</body>");
  if (opened.ok()) check_spans(opened.value());
}

RC_GTEST_PROP(AnyDocument, GivesBackTheStoredPassageOfEverySpanOfMarkdown, ()) {
  const auto opened = open_document("a.md", *any_text(markdown_pieces()));
  if (opened.ok()) check_spans(opened.value());
}

// Words and single blanks only: nothing in the text differs from the file.
RC_GTEST_PROP(AnyDocument, HasPlainLinesAsTheyStand, ()) {
  const auto words =
      *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "the", "\u201Cno", "deal\u201D", "M\u00FCller", "caf\u00E9", "said", "of", "\u20AC5", "x")));
  std::string line = "It";
  for (const std::string& word : words) line += " " + word;
  const auto opened = open_document("a.txt", line + ".");
  RC_ASSERT(opened.ok());
  const Document& document = opened.value();
  std::size_t begin = *rc::gen::inRange(std::size_t{0}, document.text.size());
  while (!starts_code_point(document.text, begin)) --begin;
  const Span span{begin, document.text.size()};
  RC_ASSERT(passage_of(document, span).text == text_of(document, span));
}

// The same words as text, as a page with marks and entities, and as Markdown.
RC_GTEST_PROP(AnyDocument, SaysTheSameWhateverItsMarkup, ()) {
  const auto count = *rc::gen::inRange(3, 30);
  std::string plain = "The", page = "<p>The", markdown = "The";
  for (int i = 0; i < count; ++i) {
    const auto word =
        *rc::gen::element<std::string>("union", "of", "said", "Halden", "and", "was", "not", "the");
    plain += " " + word;
    page += *rc::gen::element<std::string>(" ", "\n", "&#32;", " \t ") +
            *rc::gen::element(std::string(word), "<b>" + word + "</b>",
                              "<a href='x'>" + word.substr(0, 1) + "</a>" + word.substr(1),
                              word.substr(0, 1) + "&shy;" + word.substr(1), word + "<!-- x -->",
                              "<span class=y>" + word + "</span>");
    markdown += *rc::gen::element<std::string>(" ", "\n", "  ") +
                *rc::gen::element(std::string(word), "**" + word + "**", "_" + word + "_",
                                  "[" + word + "](http://x.example)", "`" + word + "`", word + "[^2]",
                                  "~~" + word + "~~");
  }
  const auto text = open_document("a.txt", plain + "."), html = open_document("a.html", page + ".</p>"),
             md = open_document("a.md", markdown + ".");
  RC_ASSERT(text.ok() && html.ok() && md.ok());
  RC_ASSERT(html.value().text == text.value().text);
  RC_ASSERT(md.value().text == text.value().text);
}

TEST(PassageOf, TakesInTheMarkupWithinASpan) {
  const auto opened = open_document("a.html", "<p>The <b>Dockers&rsquo; Union</b> said no.</p>");
  ASSERT_TRUE(opened.ok());
  const Document& document = opened.value();
  EXPECT_EQ(document.text, "The Dockers\u2019 Union said no.");
  const Passage passage = passage_of(document, {4, 20});
  EXPECT_EQ(passage.text, "Dockers&rsquo; Union");
  EXPECT_EQ(passage.start, 10U);
  EXPECT_EQ(passage.end, 30U);
}

TEST(PassageOf, NeverSplitsAnEntity) {
  const auto opened = open_document("a.html", "<p>The caf&eacute; is the place.</p>");
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(passage_of(opened.value(), {7, 9}).text, "&eacute;");
}

TEST(PassageOf, CountsCodePointsFromTheStartOfTheFileWithItsByteOrderMark) {
  const auto opened =
      open_document("a.txt", "\xEF\xBB\xBFThe caf\u00E9s of Halden are the \U0001F600 of it.");
  ASSERT_TRUE(opened.ok());
  const Document& document = opened.value();
  const std::size_t at = document.text.find("of it");
  EXPECT_EQ(passage_of(document, {at, at + 5}), (Passage{31, 36, "of it"}));
}

TEST(PassageOf, GivesNothingForAnEmptySpanOrOneOutside) {
  const auto opened = open_document("a.txt", "The union of dockers said no.");
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(passage_of(opened.value(), {5, 5}), Passage{});
  EXPECT_EQ(passage_of(opened.value(), {5, 5000}), Passage{});
  EXPECT_EQ(passage_of(Document{}, {0, 1}), Passage{});
}

TEST(PassageOf, FindsItsPlaceInALineOfAMillionBytes) {
  std::string line = "The end of it: ";
  while (line.size() < 1'000'000) line += "it was said that \u201Cno deal\u201D is the end. ";
  const auto opened = open_document("a.txt", line);
  ASSERT_TRUE(opened.ok());
  const Document& document = opened.value();
  const std::size_t at = document.text.rfind("no deal");
  EXPECT_TRUE(stands_there(document, passage_of(document, {at, at + 7})));
}

}  // namespace
}  // namespace modus::documents

#include "modus/documents/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/documents/test_reports.h"

namespace modus::documents {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string with_body(std::string_view head) { return std::string(head) + "\n\n" + std::string(kBody); }

TEST(Markdown, LosesItsMarks) {
  const Document document = opened(
      "a.md", with_body("# Quay talks stall") +
                  "\nThe **Dockers' Union** said on _Friday_ that it would [never "
                  "sign](https://x.example/a_(b) \"t\") the `offer` made[^1] by\n"
                  "the company\\*. ![picture](x.png) It said &mdash; twice &#x2014; so. A snake_case_word "
                  "and 2 * 3 * 4 stay; ~~not this~~ <b>nor</b> <https://x.example>.\n");
  EXPECT_EQ(texts_of(document, BlockKind::kParagraph).back(),
            "The Dockers' Union said on Friday that it would never sign the offer made by the company*. It "
            "said \u2014 twice \u2014 so. A snake_case_word and 2 * 3 * 4 stay; not this nor .");
  const std::size_t at = document.text.find("Dockers");
  EXPECT_EQ(passage_of(document, {at - 4, at + 22}).text, "The **Dockers' Union** said on");
}

TEST(Markdown, HasBlocksOfTheRightKinds) {
  const Document document = opened(
      "a.md", with_body("Quay talks stall\n================") +
                  "\n## What next ##\n\n> \"We will not sign,\"\n> said Tom Ray.\n\n- first item\n  goes "
                  "on\n- **second** item\n\n1. third item\n\nNext\n----\n\nThe end of it is not in sight.\n");
  EXPECT_THAT(texts_of(document, BlockKind::kTitle), ElementsAre("Quay talks stall"));
  EXPECT_THAT(texts_of(document, BlockKind::kHeading), ElementsAre("What next", "Next"));
  EXPECT_THAT(texts_of(document, BlockKind::kListItem),
              ElementsAre("first item goes on", "second item", "third item"));
  EXPECT_THAT(texts_of(document, BlockKind::kParagraph),
              testing::Contains("\"We will not sign,\" said Tom Ray."));
}

TEST(Markdown, LeavesOutCodeTablesCommentsAndNotes) {
  const Document document =
      opened("a.md", with_body("# Quay talks stall") +
                         "\n```\nfenced code said so\n```\n\n    indented code said so\n\n| a | table "
                         "|\n|---|---|\n| x | y |\n\n<!-- a comment\n\nsaid so -->\n\n[^1]: A note said "
                         "so.\n[ref]: https://x.example\n\n***\n\nThe end of it.\n");
  for (const char* left_out : {"said so", "table", "x.example", "---"})
    EXPECT_THAT(document.text, Not(HasSubstr(left_out)));
  EXPECT_THAT(document.text, HasSubstr("The end of it."));
}

TEST(Markdown, IsToldByItsFrontMatter) {
  for (const char* head : {"---\ntitle: \"Quay talks stall\"\nauthors: [Ann Lee, 'Bo Ray']\npublication: "
                           "Quay Post\ndate: 2026-05-03\ntags: [a, b]\n---",
                           "---\ntitle: Quay talks stall\nauthors:\n  - Ann Lee\n  - name: Bo "
                           "Ray\npublisher: Quay Post\ndate: 3 May 2026\n---",
                           "+++\ntitle = \"Quay talks stall\"\nauthor = \"Ann Lee and Bo Ray\"\nsource = "
                           "\"Quay Post\"\ndate = 2026-05-03T10:00:00Z\n+++"}) {
    SCOPED_TRACE(head);
    const Document document = opened("a.md", with_body(head));
    EXPECT_EQ(document.title.value, "Quay talks stall");
    EXPECT_EQ(document.title.stored->text, "Quay talks stall");
    EXPECT_THAT(authors_of(document), ElementsAre("Ann Lee", "Bo Ray"));
    EXPECT_EQ(document.authors[1].stored->text, "Bo Ray");
    EXPECT_EQ(document.publisher.value, "Quay Post");
    EXPECT_EQ(document.date.value, "2026-05-03");
    EXPECT_THAT(document.text, Not(HasSubstr("title")));
  }
}

TEST(Markdown, KeepsTheTitleOfItsFrontMatterWhateverHeadingComesFirst) {
  const Document document = opened(
      "a.md", with_body("---\ntitle: Quay talks stall\n---\n\nAnn Lee writes about ports\n\n## Hands off"));
  EXPECT_EQ(document.title.value, "Quay talks stall");
  EXPECT_THAT(texts_of(document, BlockKind::kHeading), testing::Contains("Hands off"));
}

TEST(Markdown, IsToldByItsFirstLines) {
  const Document document =
      opened("a.md", with_body("# Quay talks live\n\n**Quay Wire** | Live blog by In\u00E9s Barbieri | "
                               "Updated 21 November 2025, 18:40 local time"));
  EXPECT_EQ(document.title.value, "Quay talks live");
  EXPECT_EQ(document.publisher.value, "Quay Wire");
  EXPECT_THAT(authors_of(document), ElementsAre("In\u00E9s Barbieri"));
  EXPECT_EQ(document.date.value, "2025-11-21");
}

TEST(Markdown, IsKnownWithoutAName) {
  EXPECT_EQ(opened("-", with_body("# Quay talks stall")).title.value, "Quay talks stall");
  EXPECT_EQ(opened("-", with_body("---\ntitle: Quay talks stall\n---")).title.value, "Quay talks stall");
  EXPECT_EQ(opened("a.txt", with_body("# Quay talks stall")).title.value, "# Quay talks stall");
}

TEST(Markdown, KeepsMarksThatAreNone) {
  const std::string text =
      "The union of dockers said * and [sic] and 5 < 6 and a_b_c and \"**\" and ` and ](x) are the marks.";
  EXPECT_EQ(opened("a.md", text).text, text);
}

}  // namespace
}  // namespace modus::documents

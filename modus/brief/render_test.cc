#include "modus/brief/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <regex>

#include "modus/base/text.h"
#include "modus/brief/sample_brief.h"
#include "modus/brief/tell.h"
#include "modus/brief/text_table.h"
#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

using testing::HasSubstr;

Document sample_document() {
  const SampleBrief sample = sample_brief();
  return tell_brief(sample.subject, sample.standing, sample.finding);
}

Document document_with(Block block) { return Document{"Title", {std::move(block)}, {}}; }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t to = text.find('\n'); to != std::string::npos; from = to + 1, to = text.find('\n', from)) {
    lines.push_back(text.substr(from, to - from));
  }
  return lines;
}

/// The page without the script and the style sheet that every brief carries.
std::string without_library(std::string page) {
  for (const std::string name : {"script", "style"}) {
    const std::size_t from = page.find("<" + name + ">");
    if (from != std::string::npos) page.erase(from, page.find("</" + name + ">", from) - from);
  }
  return page;
}

TEST(TerminalBrief, FitsEightyColumns) {
  for (const std::string& line : lines_of(render_text(sample_document()))) {
    const bool one_word = line.find(' ') == std::string::npos || line.find("SHA-256") != std::string::npos;
    EXPECT_TRUE(display_width(line) <= 80 || one_word) << line;
  }
}

TEST(TerminalBrief, PutsCitationsAndMarksBeforeTheFullStop) {
  Sentence sentence("It was said.");
  sentence.cite(2).cite(1).mark(Mark::kComputed).mark(Mark::kJudged);
  EXPECT_THAT(render_text(document_with(Paragraph{{sentence}, false})),
              HasSubstr("It was said [1][2]\u00A0(J)\u00A0(C)."));
}

TEST(TextTable, KeepsEveryWordInAGridAndInBlocks) {
  const std::vector<std::string> titles = {"Party", "Position", "Why"};
  const std::vector<std::vector<std::string>> rows = {
      {"union", "crews stay as they are for three years", "no redundancies"}};
  for (const std::size_t columns : {40U, 60U, 100U}) {
    const std::string table = layout_table(titles, {false, false, false}, rows, columns);
    for (const char* word : {"union", "crews", "redundancies", "Position", "three"})
      EXPECT_THAT(table, HasSubstr(word));
    for (const std::string& line : lines_of(table)) EXPECT_LE(display_width(line), columns);
  }
}

RC_GTEST_PROP(Wrap, LosesNoWordAndBreaksOnlyAtSpaces, (const std::vector<unsigned char>& lengths)) {
  std::string text;
  for (const unsigned char length : lengths) text += std::string(length % 30, 'x') + " ";
  std::string joined;
  for (const std::string& line : wrap(text, 20)) joined += line + " ";
  const auto squeezed = [](const std::string& s) { return std::regex_replace(s, std::regex(" +"), " "); };
  RC_ASSERT(squeezed(" " + joined + " ") == squeezed(" " + text + " "));
}

TEST(EveryRenderer, TreatsTextFromTheCaseAsData) {
  const Document document = document_with(Paragraph{{Sentence("<b>x</b>\u202E|*y*|")}, false});
  EXPECT_THAT(render_text(document), HasSubstr("<b>x</b>\\u{202E}|*y*|"));
  EXPECT_THAT(render_markdown(document), HasSubstr("\\<b\\>x\\</b\\>\\\\u{202E}\\|\\*y\\*\\|"));
  EXPECT_TRUE(holds(render_html(document), "&lt;b&gt;x&lt;/b&gt;\\u{202E}|*y*|"));
}

TEST(EveryRenderer, EscapesTitlesCaptionsAndCitations) {
  Document document{"<i>", {Table{"<u>", {{"<s>"}}, {{{Sentence("<q>")}}}}}, {{"<a1>", "<a2>", "<a3>"}}};
  const std::string page = without_library(render_html(document));
  for (const char* tag : {"<i>", "<u>", "<s>", "<q>", "<a1>", "<a2>", "<a3>"})
    EXPECT_FALSE(holds(page, tag)) << tag;
}

TEST(HtmlBrief, LetsNoCaseTextEndAScript) {
  Chart chart{"x", "see", R"({"a":"</script><img src=x>"})", Table{"", {{"A"}}, {}}};
  EXPECT_FALSE(holds(without_library(render_html(document_with(chart))), "<img"));
}

TEST(HtmlBrief, NamesNothingToLoadAndStaysUnderTwoMegabytes) {
  const std::string page = render_html(sample_document());
  EXPECT_LT(page.size(), 2'000'000U);
  const std::string rest = without_library(page);
  EXPECT_FALSE(std::regex_search(rest, std::regex("(src|href)=\"(?!#)")));
  EXPECT_TRUE(holds(rest, "default-src 'none'"));
}

TEST(HtmlBrief, OffersEveryCitationItPointsTo) {
  const std::string page = without_library(render_html(sample_document()));
  const std::regex link("href=\"#([a-zA-Z0-9-]+)\"");
  int seen = 0;
  for (std::sregex_iterator match(page.begin(), page.end(), link), end; match != end; ++match, ++seen) {
    EXPECT_TRUE(holds(page, "id=\"" + (*match)[1].str() + "\"")) << (*match)[1];
  }
  EXPECT_GT(seen, 20);
}

TEST(MarkdownBrief, GivesEveryTableRowAsManyCellsAsItsHead) {
  std::size_t bars = 0;
  for (const std::string& line : lines_of(render_markdown(sample_document()))) {
    const std::string plain = std::regex_replace(line, std::regex("\\\\."), "");
    const auto here = static_cast<std::size_t>(std::count(plain.begin(), plain.end(), '|'));
    if (here > 0 && bars > 0) {
      EXPECT_EQ(here, bars) << line;
    }
    bars = here;
  }
}

TEST(EveryRenderer, GivesTheSameBytesTwice) {
  EXPECT_EQ(render_html(sample_document()), render_html(sample_document()));
  EXPECT_EQ(render_text(sample_document()), render_text(sample_document()));
}

}  // namespace
}  // namespace modus::brief

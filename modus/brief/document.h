/// \file The brief as a document: headings, sentences with their marks and citations, tables, charts. It
/// knows nothing of cases; renderers turn it into terminal text, Markdown or HTML and escape whatever it
/// holds.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace modus::brief {

/// Where a sentence comes from, apart from sources: judged by the team, read out of what was said, computed.
enum class Mark { kJudged, kInferred, kComputed };

/// Words in one style. The text may come from a case file: it is data, in any script.
struct Run {
  enum class Style { kPlain, kStrong, kQuote };
  Style style = Style::kPlain;
  std::string text;
};

/// One sentence, or the words of a table cell. Citations and marks are shown before a final full stop.
struct Sentence {
  std::vector<Run> runs;
  std::vector<int> citations;  ///< numbers in Document::citations, rising, without repeats
  std::vector<Mark> marks;     ///< in the order of Mark, without repeats

  Sentence() = default;
  Sentence(std::string text) { plain(std::move(text)); }  // NOLINT: a sentence is mostly just its words
  Sentence(const char* text) { plain(text); }             // NOLINT
  Sentence& plain(std::string text);
  Sentence& strong(std::string text);
  Sentence& quote(std::string text);  ///< shown in quotation marks
  Sentence& cite(int number);         ///< 0: nothing to cite
  Sentence& cite(const std::vector<int>& numbers);
  Sentence& mark(Mark mark);
  [[nodiscard]] bool empty() const { return runs.empty(); }
};
using Text = std::vector<Sentence>;

struct Heading {
  int level = 2;  ///< 1 to 4
  std::string id;
  std::string text;
  bool new_page = false;  ///< in print
};
struct Paragraph {
  Text text;
  bool notice = false;  ///< set apart: who may read this
};
struct Bullets {
  std::vector<Text> items;
  bool numbered = false;
};
struct Column {
  std::string title;
  bool number = false;  ///< aligned right
};
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Text>> rows;  ///< each as long as columns
};
/// A drawing and the same in a table. Renderers without drawings show the table alone.
struct Chart {
  std::string id;
  std::string caption;        ///< what to see
  std::string specification;  ///< Vega-Lite, JSON
  Table table;
};
using Block = std::variant<Heading, Paragraph, Bullets, Table, Chart>;
using Blocks = std::vector<Block>;

struct Citation {
  std::string about;   ///< who said it when, in words; may be empty
  std::string quote;   ///< may be empty
  std::string source;  ///< title, publisher, date
};

struct Document {
  std::string title;
  Blocks blocks;
  std::vector<Citation> citations;  ///< number n is entry n - 1
};

/// Adds what `more` holds at the end.
void append(Blocks& blocks, Blocks more);

}  // namespace modus::brief

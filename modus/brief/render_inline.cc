#include "modus/brief/render_inline.h"

#include "modus/brief/visible.h"

namespace modus::brief {
namespace {

std::string write_run(const Run& run, const InlineStyle& style) {
  const std::string text = style.escape(make_visible(run.text));
  switch (run.style) {
    case Run::Style::kStrong:
      return style.strong_open + text + style.strong_close;
    case Run::Style::kQuote:
      return style.quote_open + text + style.quote_close;
    default:
      return text;
  }
}

/// Takes a final full stop off the last plain run.
bool take_full_stop(std::vector<Run>& runs) {
  if (runs.empty() || runs.back().style != Run::Style::kPlain) return false;
  std::string& last = runs.back().text;
  if (last.empty() || last.back() != '.') return false;
  last.pop_back();
  return true;
}

std::string write_tail(const Sentence& sentence, const InlineStyle& style) {
  std::string tail;
  for (const int number : sentence.citations) tail += (tail.empty() ? " " : "") + style.citation(number);
  for (const Mark mark : sentence.marks) tail += "\u00A0" + style.mark(mark);
  return tail;
}

}  // namespace

std::string write_sentence(const Sentence& sentence, const InlineStyle& style) {
  const std::string tail = write_tail(sentence, style);
  std::vector<Run> runs = sentence.runs;
  const bool stopped = !tail.empty() && take_full_stop(runs);
  std::string written;
  for (const Run& run : runs) written += write_run(run, style);
  return written + tail + (stopped ? "." : "");
}

std::string write_text(const Text& text, const InlineStyle& style) {
  std::string written;
  for (const Sentence& sentence : text) {
    if (sentence.empty()) continue;
    written += (written.empty() ? "" : " ") + write_sentence(sentence, style);
  }
  return written;
}

std::string mark_sign(Mark mark) {
  switch (mark) {
    case Mark::kJudged:
      return "(J)";
    case Mark::kInferred:
      return "(I)";
    case Mark::kComputed:
      return "(C)";
  }
  return "";
}

std::string mark_meaning(Mark mark) {
  switch (mark) {
    case Mark::kJudged:
      return "judged by the team";
    case Mark::kInferred:
      return "inferred by Modus from what was said or not said";
    case Mark::kComputed:
      return "computed from the scenarios";
  }
  return "";
}

}  // namespace modus::brief

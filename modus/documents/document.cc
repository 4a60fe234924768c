#include "modus/documents/document.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "modus/base/text.h"

namespace modus::documents {
namespace {

// The run that the byte of the text belongs to. Precondition: there are runs.
const Run& run_at(const std::vector<Run>& runs, std::size_t byte) {
  const auto after = std::upper_bound(runs.begin(), runs.end(), byte,
                                      [](std::size_t at, const Run& run) { return at < run.text_begin; });
  return after == runs.begin() ? runs.front() : *std::prev(after);
}

std::size_t stored_begin(const Run& run, std::size_t byte) {
  return run.entity ? run.stored_begin : std::min(run.stored_begin + (byte - run.text_begin), run.stored_end);
}

std::size_t stored_end(const Run& run, std::size_t byte) {
  return run.entity ? run.stored_end : std::min(run.stored_begin + (byte - run.text_begin), run.stored_end);
}

}  // namespace

Passage passage_of(const Document& document, Span span) {
  if (span.empty() || document.runs.empty() || span.end > document.text.size()) return {};
  const std::string_view stored = document.stored;
  const Run& first = run_at(document.runs, span.begin);
  const std::size_t begin = stored_begin(first, span.begin);
  const std::size_t end = std::max(begin, stored_end(run_at(document.runs, span.end - 1), span.end));
  Passage passage;
  passage.start = first.code_points +
                  base::count_code_points(stored.substr(first.stored_begin, begin - first.stored_begin));
  passage.text = std::string(stored.substr(begin, end - begin));
  passage.end = passage.start + base::count_code_points(passage.text);
  return passage;
}

}  // namespace modus::documents

#include "modus/documents/stretches.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "modus/base/text.h"
#include "modus/documents/letters.h"

namespace modus::documents {
namespace {

// Runs no longer than this, so that places within a run are counted quickly.
constexpr std::size_t kLongestRun = 4096;

bool continues(const Run& run, std::size_t text_at, std::size_t stored_at) {
  return !run.entity && run.stored_end == stored_at &&
         run.stored_end - run.stored_begin == text_at - run.text_begin &&
         stored_at - run.stored_begin < kLongestRun;
}

// Fills in how many code points stand before each run: one walk through the file, whatever the runs' order.
void count_code_points_before(std::vector<Run>& runs, std::string_view stored) {
  std::vector<std::size_t> order(runs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return runs[a].stored_begin < runs[b].stored_begin; });
  std::size_t at = 0, count = 0;
  for (const std::size_t i : order) {
    count += base::count_code_points(stored.substr(at, runs[i].stored_begin - at));
    at = runs[i].stored_begin;
    runs[i].code_points = count;
  }
}

// Index of the run that byte `at` of the stretch belongs to.
std::size_t run_index(const Stretch& stretch, std::size_t at) {
  const auto after = std::upper_bound(stretch.runs.begin(), stretch.runs.end(), at,
                                      [](std::size_t byte, const Run& run) { return byte < run.text_begin; });
  return static_cast<std::size_t>(std::distance(stretch.runs.begin(), after)) - 1;
}

}  // namespace

void StretchWriter::put(std::string_view letters, std::size_t begin, std::size_t end, bool piece) {
  const std::size_t at = now_.text.size();
  if (!piece && !now_.runs.empty() && continues(now_.runs.back(), at, begin)) {
    now_.runs.back().stored_end = end;
  } else {
    now_.runs.push_back({at, begin, end, piece, 0});
  }
  now_.text += letters;
  now_.stored_end = end;
  if (linked_) now_.linked += letters.size();
}

void StretchWriter::put_blank() {
  if (!std::exchange(blank_, false) || now_.text.empty()) return;
  const bool plain = blank_end_ == blank_begin_ + 1 && stored_[blank_begin_] == ' ';
  put(" ", blank_begin_, blank_end_, !plain);
}

void StretchWriter::add_blank(std::size_t begin, std::size_t end) {
  if (!std::exchange(blank_, true)) blank_begin_ = begin;
  blank_end_ = end;
}

void StretchWriter::add_piece(std::string_view letters, std::size_t begin, std::size_t end) {
  if (letters.empty()) return;
  const Letter first = first_letter(letters);
  if (first.bytes == letters.size() && is_unseen(first.value)) return;
  if (first.bytes == letters.size() && is_blank(first.value)) return add_blank(begin, end);
  put_blank();
  put(letters, begin, end, true);
}

void StretchWriter::add(std::size_t begin, std::size_t end) {
  while (begin < end) {
    const Letter letter = first_letter(stored_.substr(begin, end - begin));
    if (is_blank(letter.value)) {
      add_blank(begin, begin + letter.bytes);
    } else if (!is_unseen(letter.value)) {
      put_blank();
      put(stored_.substr(begin, letter.bytes), begin, begin + letter.bytes, false);
    }
    begin += letter.bytes;
  }
}

void StretchWriter::end(BlockKind kind, bool marked) {
  blank_ = false;
  if (!now_.text.empty()) {
    now_.kind = kind;
    now_.marked = marked;
    done_.push_back(std::move(now_));
  }
  now_ = {};
}

Stretch part_of(const Stretch& whole, std::size_t begin, std::size_t end) {
  while (begin < end && whole.text[begin] == ' ') ++begin;
  while (begin < end && whole.text[end - 1] == ' ') --end;
  Stretch part;
  part.kind = whole.kind;
  part.marked = whole.marked;
  part.tight = whole.tight && begin == 0;
  if (begin == end) return part;
  part.text = whole.text.substr(begin, end - begin);
  for (std::size_t i = run_index(whole, begin); i < whole.runs.size() && whole.runs[i].text_begin < end;
       ++i) {
    Run run = whole.runs[i];
    const std::size_t run_text_end =
        i + 1 < whole.runs.size() ? whole.runs[i + 1].text_begin : whole.text.size();
    if (!run.entity && run.text_begin < begin) run.stored_begin += begin - run.text_begin;
    if (!run.entity && run_text_end > end) run.stored_end -= run_text_end - end;
    run.text_begin = std::max(run.text_begin, begin) - begin;
    part.runs.push_back(run);
  }
  part.stored_end = part.runs.back().stored_end;
  part.linked = whole.linked == whole.text.size() ? part.text.size() : 0;
  return part;
}

void assemble(Document& document, const std::vector<Stretch>& stretches) {
  std::size_t stored_end = 0;
  for (const Stretch& stretch : stretches) {
    if (!document.blocks.empty()) {
      document.runs.push_back({document.text.size(), stored_end, stored_end, true, 0});
      document.text += '\n';
    }
    const std::size_t begin = document.text.size();
    for (Run run : stretch.runs) {
      run.text_begin += begin;
      document.runs.push_back(run);
    }
    document.text += stretch.text;
    document.blocks.push_back({{begin, document.text.size()}, stretch.kind});
    stored_end = stretch.stored_end;
  }
  count_code_points_before(document.runs, document.stored);
}

}  // namespace modus::documents

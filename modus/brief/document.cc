#include "modus/brief/document.h"

#include <algorithm>
#include <iterator>

namespace modus::brief {
namespace {

template <class T>
void insert_sorted(std::vector<T>& items, T item) {
  const auto place = std::lower_bound(items.begin(), items.end(), item);
  if (place == items.end() || *place != item) items.insert(place, item);
}

}  // namespace

Sentence& Sentence::plain(std::string text) {
  runs.push_back({Run::Style::kPlain, std::move(text)});
  return *this;
}

Sentence& Sentence::strong(std::string text) {
  runs.push_back({Run::Style::kStrong, std::move(text)});
  return *this;
}

Sentence& Sentence::quote(std::string text) {
  runs.push_back({Run::Style::kQuote, std::move(text)});
  return *this;
}

Sentence& Sentence::cite(int number) {
  if (number > 0) insert_sorted(citations, number);
  return *this;
}

Sentence& Sentence::cite(const std::vector<int>& numbers) {
  for (const int number : numbers) cite(number);
  return *this;
}

Sentence& Sentence::mark(Mark mark) {
  insert_sorted(marks, mark);
  return *this;
}

void append(Blocks& blocks, Blocks more) {
  blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace modus::brief

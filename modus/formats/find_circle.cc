#include "modus/formats/find_circle.h"

#include <algorithm>

namespace modus::formats {
namespace {

// Removes, again and again, what points at nothing that is left; what remains leads into a circle.
std::vector<bool> leads_into_circle(const std::vector<std::vector<std::size_t>>& points_at) {
  std::vector<std::vector<std::size_t>> pointed_by(points_at.size());
  std::vector<std::size_t> left(points_at.size()), done;
  for (std::size_t i = 0; i < points_at.size(); ++i) {
    left[i] = points_at[i].size();
    if (left[i] == 0) done.push_back(i);
    for (const std::size_t target : points_at[i]) pointed_by[target].push_back(i);
  }
  std::vector<bool> remains(points_at.size(), true);
  while (!done.empty()) {
    const std::size_t i = done.back();
    done.pop_back();
    remains[i] = false;
    for (const std::size_t from : pointed_by[i]) {
      if (--left[from] == 0) done.push_back(from);
    }
  }
  return remains;
}

}  // namespace

std::vector<std::size_t> find_circle(const std::vector<std::vector<std::size_t>>& points_at) {
  const std::vector<bool> remains = leads_into_circle(points_at);
  const auto start = std::find(remains.begin(), remains.end(), true);
  if (start == remains.end()) return {};

  std::vector<std::size_t> path, position(points_at.size(), points_at.size());
  auto now = static_cast<std::size_t>(start - remains.begin());
  while (position[now] == points_at.size()) {
    position[now] = path.size();
    path.push_back(now);
    now = *std::find_if(points_at[now].begin(), points_at[now].end(),
                        [&](std::size_t target) { return remains[target]; });
  }
  path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(position[now]));
  std::rotate(path.begin(), std::min_element(path.begin(), path.end()), path.end());
  return path;
}

}  // namespace modus::formats

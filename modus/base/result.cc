#include "modus/base/result.h"

#include <algorithm>
#include <tuple>

namespace modus::base {
namespace {

auto key(const Problem& problem) {
  return std::tie(problem.where.file, problem.where.line, problem.where.column, problem.what, problem.fix);
}

}  // namespace

std::string describe(const Problem& problem) {
  std::string text = problem.where.file;
  if (problem.where.line > 0) text += ":" + std::to_string(problem.where.line);
  if (problem.where.line > 0 && problem.where.column > 0) text += ":" + std::to_string(problem.where.column);
  if (!text.empty()) text += ": ";
  text += problem.what;
  if (!problem.fix.empty()) text += " (" + problem.fix + ")";
  return text;
}

void sort_problems(Problems& problems) {
  std::sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) { return key(a) < key(b); });
  const auto same = [](const Problem& a, const Problem& b) { return key(a) == key(b); };
  problems.erase(std::unique(problems.begin(), problems.end(), same), problems.end());
}

}  // namespace modus::base

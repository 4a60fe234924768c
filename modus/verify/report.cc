#include "modus/verify/report.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "modus/base/number.h"

namespace modus::verify {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void VerifyReport::add(VerifyReport other) {
  append(problems, std::move(other.problems));
  append(done, std::move(other.done));
  append(not_done, std::move(other.not_done));
}

Check::Check(VerifyReport& report, const VerifyOptions& options, std::string name, double slack)
    : report_(report), tolerance_(options.tolerance), name_(std::move(name)), slack_(slack) {
  report_.done.push_back(name_);
}

void Check::disagree(const std::string& what) {
  report_.problems.push_back(
      {{}, name_ + ": " + what, "this is a fault of Modus, not of the case; please report it"});
}

void Check::equal(const std::string& what, std::uint64_t found, std::uint64_t expected) {
  if (found == expected) return;
  disagree(what + " is given as " + std::to_string(found) + ", but by its definition is " +
           std::to_string(expected));
}

void Check::within(const std::string& what, double found, double expected, double allowed) {
  if (std::abs(found - expected) <= allowed) return;
  disagree(what + " is given as " + base::write_number(found) + ", but by its definition is " +
           base::write_number(expected));
}

void Check::near(const std::string& what, double found, double expected) {
  within(what, found, expected, tolerance_ * std::max(1.0, std::abs(expected)));
}

void Check::share(const std::string& what, double found, double expected) {
  within(what, found, expected, tolerance_ + slack_);
}

void Check::at_most(const std::string& what, double found, double most) {
  if (found <= most + tolerance_ + slack_) return;
  disagree(what + " is given as " + base::write_number(found) + ", but can be at most " +
           base::write_number(most));
}

void Check::holds(const std::string& what, bool condition) {
  if (!condition) disagree("it is not so that " + what);
}

bool affordable(VerifyReport& report, const VerifyOptions& options, const std::string& name,
                double evaluations) {
  if (evaluations <= static_cast<double>(options.max_evaluations)) return true;
  report.not_done.push_back(name + ": it would take " + base::write_fixed(evaluations, 0) + " evaluations");
  return false;
}

}  // namespace modus::verify

/// \file docs/rates.md against the classes that come with the program, and its example against the file.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "modus/timing/reference_classes.h"
#include "tests/support/files.h"

namespace modus::tests {
namespace {

using findings::CureCurve;
using findings::ReferenceClass;

std::string page() { return read_file(source_folder() / "docs/rates.md"); }

std::string say_observed(const ReferenceClass& one) {
  std::string text;
  for (const findings::ObservedChance& by : one.observed) {
    text += fmt::format("{}{:.3g} % by {:g}", text.empty() ? "" : ", ", by.chance * 100, by.days);
  }
  return text;
}

std::string say_curves(const ReferenceClass& one) {
  std::string text;
  for (const CureCurve& curve : one.curves) {
    text += fmt::format("{}{} {:g} {:g} {:g} ({:g})", text.empty() ? "" : "; ", curve.tail == CureCurve::Tail::kWeibull ? "weibull" : "lognormal",
                        curve.never, curve.shape, curve.scale, curve.weight);
  }
  return text;
}

TEST(RatesPage, ListsEveryClassAsTheProgramHasIt) {
  const std::string text = page();
  for (const ReferenceClass& one : timing::reference_classes()) {
    const std::string came = one.events > 0 ? std::to_string(one.events) : "not given";
    const std::string row = fmt::format("| `{}` | {} | {} | {} | {} |\n", one.id, one.name, one.count, came, say_observed(one));
    EXPECT_NE(text.find(row), std::string::npos) << row;
    const std::string by = one.curves_published ? "the source" : "us, to the chances above";
    const std::string curves = fmt::format("| `{}` | {} | {} |\n", one.id, say_curves(one), by);
    EXPECT_NE(text.find(curves), std::string::npos) << curves;
  }
}

TEST(RatesPage, ListsNoClassThatIsNotThere) {
  for (const std::string& line : lines_of(page())) {
    if (!line.starts_with("| `")) continue;
    const std::string id = line.substr(3, line.find('`', 3) - 3);
    EXPECT_NE(timing::find_reference_class(id), nullptr) << id;
  }
}

TEST(RatesPage, ShowsTheTableOfTheExample) {
  const std::string table = read_file(source_folder() / "cases/durations/port-strikes.csv");
  EXPECT_NE(page().find("```csv\n" + table + "```"), std::string::npos);
}

}  // namespace
}  // namespace modus::tests

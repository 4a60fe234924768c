#include "modus/timing/reference_classes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "modus/timing/observed_chance.h"

namespace modus::timing {
namespace {

using findings::CureCurve;
using findings::ReferenceClass;

constexpr std::string_view kTable =
#include "data_reference_classes.inc"
    ;

/// Takes what stands before the first `sign` off the front of `text`.
std::string_view take(std::string_view& text, char sign) {
  const std::size_t end = text.find(sign);
  const std::string_view part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return part;
}

double number_of(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<findings::ObservedChance> read_chances(std::string_view text, double count) {
  std::vector<findings::ObservedChance> observed;
  while (!text.empty()) {
    std::string_view item = take(text, '|');
    const double days = number_of(take(item, ':')), chance = number_of(item);
    observed.push_back(with_interval(days, chance, chance / (count * (1 - chance))));
  }
  return observed;
}

std::vector<CureCurve> read_curves(std::string_view text) {
  std::vector<CureCurve> curves;
  while (!text.empty()) {
    std::string_view item = take(text, '|');
    CureCurve curve;
    curve.tail = take(item, ' ') == "weibull" ? CureCurve::Tail::kWeibull : CureCurve::Tail::kLognormal;
    for (double* field : {&curve.never, &curve.shape, &curve.scale, &curve.weight}) *field = number_of(take(item, ' '));
    curves.push_back(curve);
  }
  return curves;
}

ReferenceClass read_class(std::string_view line) {
  ReferenceClass one;
  for (std::string* field : {&one.id, &one.name, &one.from, &one.event, &one.source, &one.caution}) *field = take(line, '\t');
  one.count = static_cast<std::size_t>(number_of(take(line, '\t')));
  one.events = static_cast<std::size_t>(number_of(take(line, '\t')));
  one.observed = read_chances(take(line, '\t'), static_cast<double>(one.count));
  one.curves_published = take(line, '\t') == "published";
  one.curves = read_curves(line);
  return one;
}

std::vector<ReferenceClass> read_classes(std::string_view table) {
  std::vector<ReferenceClass> classes;
  while (!table.empty()) {
    const std::string_view line = take(table, '\n');
    if (!line.empty() && line.front() != '#') classes.push_back(read_class(line));
  }
  return classes;
}

}  // namespace

const std::vector<ReferenceClass>& reference_classes() {
  static const std::vector<ReferenceClass> classes = read_classes(kTable);
  return classes;
}

const ReferenceClass* find_reference_class(std::string_view id) {
  const std::vector<ReferenceClass>& all = reference_classes();
  const auto found = std::ranges::find(all, id, &ReferenceClass::id);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace modus::timing

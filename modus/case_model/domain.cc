#include "modus/case_model/domain.h"

#include <algorithm>

namespace modus::case_model {

double utility_of(const Domain& domain, std::size_t party, const DomainPackage& package) {
  const DomainParty& of = domain.parties[party];
  double sum = of.bias;
  for (std::size_t issue = 0; issue < domain.issues.size(); ++issue) sum += of.worth(issue, package[issue]);
  for (const DomainBox& box : of.boxes) {
    const bool inside = std::ranges::all_of(box.ranges, [&](const DomainBox::Range& range) {
      return package[range.issue] >= range.first && package[range.issue] <= range.last;
    });
    if (inside) sum += box.amount;
  }
  return of.cap ? std::min(*of.cap, sum) : sum;
}

double package_count_of(const Domain& domain) {
  double count = 1;
  for (const DomainIssue& issue : domain.issues) count *= static_cast<double>(issue.options.size());
  return count;
}

UtilityBounds bounds_of(const Domain& domain, std::size_t party) {
  const DomainParty& of = domain.parties[party];
  UtilityBounds bounds{of.bias, of.bias};
  for (std::size_t issue = 0; issue < domain.issues.size(); ++issue) {
    const auto [low, high] = std::ranges::minmax_element(of.values[issue]);
    bounds.low += std::min(of.weights[issue] * *low, of.weights[issue] * *high);
    bounds.high += std::max(of.weights[issue] * *low, of.weights[issue] * *high);
  }
  for (const DomainBox& box : of.boxes) (box.amount < 0 ? bounds.low : bounds.high) += box.amount;
  if (of.cap) {
    bounds.low = std::min(bounds.low, *of.cap);
    bounds.high = std::min(bounds.high, *of.cap);
  }
  return bounds;
}

}  // namespace modus::case_model

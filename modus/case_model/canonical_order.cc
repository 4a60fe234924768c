#include "modus/case_model/canonical_order.h"

#include <string>
#include <tuple>

#include "modus/base/sort_by.h"

namespace modus::case_model {
namespace {

std::pair<std::int64_t, std::int64_t> numbers_of(const std::optional<Days>& days) {
  if (!days) return {-1'000'000, 0};  // before any day that can be written
  return {days->first.time_since_epoch().count(), days->last.time_since_epoch().count()};
}

std::string text_of(const std::optional<base::Interval>& interval) {
  return interval ? base::write_interval(*interval) : "";
}

std::pair<int, std::vector<PartyIndex>> key_of(const std::optional<Label>& label) {
  if (!label) return {-1, {}};
  return {static_cast<int>(label->kind), label->parties};
}

}  // namespace

void put_in_order(std::vector<Interest>& interests) {
  base::sort_by(interests, [](const Interest& i) { return std::tuple(i.text, i.source, key_of(i.label)); });
}

void put_in_order(std::vector<Norm>& norms, const Issues& issues) {
  base::sort_by(norms, [&](const Norm& norm) {
    return std::tuple(write_condition(norm.when, issues), norm.says, norm.source, key_of(norm.label));
  });
}

void put_in_order(std::vector<Assessment>& assessments) {
  base::sort_by(assessments, [](const Assessment& a) {
    return std::tuple(numbers_of(a.on), a.by_party, a.by_source, a.speaker, a.word, a.chances, a.quote.text,
                      a.source, key_of(a.label));
  });
}

void put_in_order(std::vector<Adjustment>& adjustments, const Issues& issues) {
  base::sort_by(adjustments, [&](const Adjustment& a) {
    return std::tuple(write_condition(a.when, issues), base::write_interval(a.by), a.why, key_of(a.label));
  });
}

void put_in_order(std::vector<Guarantee>& guarantees, const Issues& issues) {
  base::sort_by(guarantees, [&](const Guarantee& g) {
    return std::tuple(write_condition(g.when, issues), g.protects, g.against, g.by, text_of(g.detects),
                      text_of(g.responds), text_of(g.punishes), key_of(g.label));
  });
}

void put_in_order(std::vector<TimelineEvent>& events) {
  base::sort_by(events, [](const TimelineEvent& e) {
    return std::tuple(numbers_of(e.on), e.kind, e.what, e.place, e.who, e.planned, e.source, e.quote.text,
                      e.quote.at, key_of(e.label));
  });
}

}  // namespace modus::case_model

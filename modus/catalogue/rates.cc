#include "modus/catalogue/rates.h"

#include "modus/base/text.h"
#include "modus/catalogue/verbs.h"
#include "modus/formats/read_durations.h"
#include "modus/timing/reference_classes.h"

namespace modus::catalogue {
namespace {

using findings::RatesFinding;

RatesFinding in_full(findings::ClassRates rates) { return {std::string(version()), true, {std::move(rates)}}; }

}  // namespace

base::Problem unknown_class(std::string_view id, const base::Place& where) {
  std::vector<std::string> ids;
  for (const findings::ReferenceClass& one : timing::reference_classes()) ids.push_back(one.id);
  const auto nearest = base::nearest_name(id, ids);
  return {where, "there is no reference class \"" + std::string(id) + "\"",
          nearest ? "perhaps \"" + *nearest + "\"; modus rates lists them all" : "the classes are " + base::join_words(ids)};
}

RatesFinding list_rates() {
  RatesFinding list;
  list.version = version();
  for (const findings::ReferenceClass& one : timing::reference_classes()) list.classes.push_back(timing::rates_of(one, 0));
  return list;
}

base::Result<RatesFinding> rates_of_class(std::string_view id, double elapsed) {
  const findings::ReferenceClass* found = timing::find_reference_class(id);
  if (found == nullptr) return unknown_class(id, {"--class", 0, 0});
  return in_full(timing::rates_of(*found, elapsed));
}

base::Result<timing::OwnClass> class_of_durations(std::string_view text, const std::string& file) {
  const auto table = formats::read_durations(text, file);
  if (!table.ok()) return table.problems();
  return timing::class_of(table.value());
}

base::Result<RatesFinding> rates_of_durations(std::string_view text, const std::string& file, double elapsed) {
  auto own = class_of_durations(text, file);
  if (!own.ok()) return own.problems();
  findings::ClassRates rates = timing::rates_of(own.value().reference, elapsed);
  rates.fits = std::move(own.value().fits);
  rates.never_told_apart = own.value().never_told_apart;
  return in_full(std::move(rates));
}

}  // namespace modus::catalogue

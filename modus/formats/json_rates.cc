// What happened in processes of one kind.
#include "modus/formats/json_values.h"
#include "modus/formats/write_json.h"

namespace modus::formats {
namespace {

using findings::ClassRates;
using findings::CureCurve;
using findings::ObservedChance;
using findings::ReferenceClass;

Json curve_json(const CureCurve& curve) {
  return {{"tail", curve.tail == CureCurve::Tail::kWeibull ? "weibull" : "lognormal"},
          {"never", number(curve.never)},
          {"shape", number(curve.shape)},
          {"scale", number(curve.scale)},
          {"weight", number(curve.weight)}};
}

Json chances_json(const std::vector<ObservedChance>& chances) {
  Json list = Json::array();
  for (const ObservedChance& by : chances) {
    list.push_back({{"days", number(by.days)}, {"chance", number(by.chance)}, {"low", number(by.low)}, {"high", number(by.high)}});
  }
  return list;
}

Json fits_json(const ClassRates& rates) {
  Json list = Json::array();
  for (const findings::CureFit& fit : rates.fits) {
    Json one = curve_json(fit.curve);
    one["with_never"] = fit.with_never;
    one["log_likelihood"] = number(fit.log_likelihood);
    one["aic"] = number(fit.aic);
    list.push_back(std::move(one));
  }
  return list;
}

Json rates_json(const ClassRates& rates) {
  Json one = reference_class_json(rates.reference);
  one["elapsed_days"] = number(rates.elapsed_days);
  one["chances"] = chances_json(rates.chances);
  one["median_days"] = rates.median_days ? number(*rates.median_days) : Json();
  one["never"] = number(rates.never);
  one["beyond_data"] = rates.beyond_data;
  one["fits"] = fits_json(rates);
  one["never_told_apart"] = rates.fits.empty() ? Json() : Json(rates.never_told_apart);
  return one;
}

}  // namespace

Json reference_class_json(const ReferenceClass& reference) {
  Json one = {{"id", reference.id},         {"name", reference.name},     {"from", reference.from}, {"event", reference.event},
              {"source", reference.source}, {"caution", reference.caution}, {"count", reference.count}};
  one["events"] = reference.events > 0 ? Json(reference.events) : Json();
  one["observed"] = chances_json(reference.observed);
  one["curves"] = Json::array();
  for (const CureCurve& curve : reference.curves) one["curves"].push_back(curve_json(curve));
  one["curves_published"] = reference.curves_published;
  return one;
}

std::string write_rates_json(const findings::RatesFinding& finding) {
  Json object = {{"modus", finding.version}, {"verb", "rates"}, {"verdict", word_of_verdict(findings::Verdict::kSampled)}};
  object["result"] = {{"classes", Json::array()}};
  for (const ClassRates& rates : finding.classes) object["result"]["classes"].push_back(rates_json(rates));
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace modus::formats

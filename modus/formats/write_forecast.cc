// How the case is to be forecast, in canonical text.
#include "modus/formats/write_case.h"
#include "modus/formats/writing.h"

namespace modus::formats {
namespace {

Lines judged_of(const case_model::JudgedRate& judged) {
  Lines part;
  put_part(part, "chances", chances_of(judged.chances));
  put_yaml(part, "never", yaml_of(judged.never));
  return part;
}

}  // namespace

Lines chances_of(const std::vector<std::pair<int, double>>& chances) {
  Lines part;
  for (const auto& [days, chance] : chances) put_yaml(part, std::to_string(days) + " days", base::write_number(chance));
  return part;
}

void write_forecast(Lines& lines, const case_model::Case& subject) {
  const case_model::ForecastSettings& settings = subject.forecast;
  Lines part;
  put_text(part, "class", settings.reference_class);
  put_text(part, "durations", settings.durations);
  if (settings.judged) put_part(part, "judged", judged_of(*settings.judged));
  if (settings.since) put_yaml(part, "since", write_day(*settings.since));
  put_yaml(part, "weight", yaml_of(settings.weight));
  put_yaml(part, "rounds", yaml_of(settings.rounds));
  put_yaml(part, "collapse", yaml_of(settings.collapse));
  put_yaml(part, "prevails", yaml_of(settings.prevails));
  put_yaml(part, "stalling_ends", yaml_of(settings.stalling_ends));
  put_text(part, "why", settings.why);
  put_yaml(part, "label", yaml_of(subject, settings.label));
  put_part(lines, "forecast", part);
}

}  // namespace modus::formats

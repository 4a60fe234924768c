#include "modus/timing/assessments.h"

#include <algorithm>

#include "modus/case_model/likelihood.h"

namespace modus::timing {
namespace {

using case_model::Assessment;
using case_model::Case;
using case_model::Day;
using findings::SourceForecast;

std::optional<Day> day_said(const Case& subject, const Assessment& assessment) {
  std::optional<Day> said;
  if (assessment.on) said = assessment.on->last;
  for (const auto& source : {assessment.source, assessment.by_source}) {
    if (!said && source) said = subject.sources[*source].published;
  }
  if (said) said = std::min(*said, subject.as_of);
  return said;
}

std::string origin_of(const Case& subject, const Assessment& assessment) {
  if (assessment.by_party) return subject.parties[*assessment.by_party].id;
  return subject.sources[case_model::origin_of(subject, *assessment.by_source)].id;
}

std::vector<std::pair<int, double>> chances_of(const Case& subject, const Assessment& assessment, Day said, int horizon_days) {
  if (const auto number = case_model::likelihood_number(assessment.word)) return {{horizon_days, *number}};
  const int gone = static_cast<int>((subject.as_of - said).count());
  std::vector<std::pair<int, double>> chances;
  for (const auto& [days, chance] : assessment.chances) {
    if (days > gone) chances.emplace_back(days - gone, chance);
  }
  return chances;
}

SourceForecast forecast_of(const Case& subject, std::size_t number, int horizon_days) {
  const Assessment& assessment = subject.assessments[number];
  SourceForecast one;
  one.assessment = number;
  one.by = assessment.by_party ? subject.parties[*assessment.by_party].id : subject.sources[*assessment.by_source].id;
  one.speaker = assessment.speaker;
  one.word = assessment.word;
  one.quote = assessment.quote.text;
  one.on = day_said(subject, assessment);
  one.chances = chances_of(subject, assessment, one.on.value_or(subject.as_of), horizon_days);
  one.origin = origin_of(subject, assessment);
  return one;
}

}  // namespace

std::vector<SourceForecast> source_forecasts(const Case& subject, int horizon_days) {
  std::vector<SourceForecast> all;
  for (std::size_t i = 0; i < subject.assessments.size(); ++i) all.push_back(forecast_of(subject, i, horizon_days));
  return all;
}

}  // namespace modus::timing

#include "tests/support/ask.h"

#include <stdexcept>

#include "modus/formats/read_case.h"

namespace modus::tests {

case_model::Case read(std::string_view text) {
  base::Result<case_model::Case> result = formats::read_case(text);
  if (!result.ok()) throw std::runtime_error(base::describe(result.problems().front()));
  return std::move(result).value();
}

findings::BriefFinding ask(catalogue::Verb verb, const case_model::Case& subject, std::size_t scenarios, int threads) {
  catalogue::RunOptions options;
  options.scenarios = scenarios;
  base::Context context;
  context.threads = threads;
  const auto outcome = catalogue::run(verb, subject, options, context);
  if (outcome.problems() != nullptr) throw std::runtime_error(base::describe(outcome.problems()->front()));
  if (outcome.stopped() != nullptr) throw std::runtime_error(outcome.stopped()->why);
  return outcome.answer()->brief;
}

double zone_probability(std::string_view text, std::size_t scenarios) {
  return ask(catalogue::Verb::kZone, read(text), scenarios).zone.zone_probability.value;
}

}  // namespace modus::tests

#include <fmt/format.h>

#include "modus/base/number.h"
#include "modus/brief/sections.h"
#include "modus/brief/words.h"
#include "modus/case_model/likelihood.h"

namespace modus::brief {
namespace {

using case_model::Defaults;

/// A certainty as entered: a convention of the case, not an estimate to be rounded.
std::string entered(double certainty) { return base::write_number(certainty); }

Table kinds_table(const Defaults& defaults) {
  Table table{"If it was said, how sure it is that it is meant. Conventions of the case; not calibrated.",
              {{"Kind of statement"}, {"Meant", true}},
              {}};
  for (std::size_t kind = 0; kind < case_model::kStatementKinds; ++kind) {
    const auto word = case_model::word_of(static_cast<case_model::StatementKind>(kind));
    table.rows.push_back({{Sentence(std::string(word))}, {Sentence(entered(defaults.meant[kind]))}});
  }
  table.rows.push_back(
      {{Sentence("rejects a complete package")}, {Sentence(entered(defaults.meant_rejects_complete))}});
  table.rows.push_back(
      {{Sentence("demands, as evidence on what it wants")}, {Sentence(entered(defaults.wants))}});
  return table;
}

Table channels_table(const Defaults& defaults) {
  Table table{"How sure it is that it was said as reported. Conventions of the case; not calibrated.",
              {{"Channel"}, {"Said", true}},
              {}};
  for (std::size_t channel = 0; channel < case_model::kChannels; ++channel) {
    const auto word = case_model::word_of(static_cast<case_model::Channel>(channel));
    table.rows.push_back({{Sentence(std::string(word))}, {Sentence(entered(defaults.said[channel]))}});
  }
  return table;
}

Table scale_table() {
  Table table{"The scale of likelihood words.", {{"Words"}, {"From", true}, {"To", true}}, {}};
  for (const case_model::LikelihoodWord& word : case_model::likelihood_scale()) {
    table.rows.push_back({{Sentence(std::string(word.word))},
                          {Sentence(fmt::format("{:.0f}\u00A0%", word.low * 100))},
                          {Sentence(fmt::format("{:.0f}\u00A0%", word.high * 100))}});
  }
  return table;
}

Sentence say_sampling(const Telling& telling) {
  const findings::SamplingReport& sampling = telling.finding.sampling;
  double worst_rhat = 1, least_size = 0;
  bool any = false;
  for (const findings::WatchedQuantity& quantity : sampling.watched) {
    if (quantity.constant) continue;
    worst_rhat = std::max(worst_rhat, quantity.split_rhat);
    least_size = any ? std::min(least_size, quantity.effective_size) : quantity.effective_size;
    any = true;
  }
  const std::string mixed = any ? fmt::format("; worst split R-hat {:.3f}, least effective size {}",
                                              worst_rhat, count(static_cast<std::uint64_t>(least_size)))
                                : "; nothing had to be sampled against evidence";
  return Sentence(
             fmt::format(
                 "Sampling: {} chains, {} scenarios{}. The sampling error of the zone probability is {}.",
                 sampling.chains, count(telling.finding.run.scenarios), mixed,
                 difference(telling.finding.zone.zone_probability.standard_error)))
      .mark(Mark::kComputed);
}

Bullets list_sources(Telling& telling) {
  Bullets list;
  for (const auto source : telling.subject.sources.indices()) {
    Sentence sentence;
    sentence.strong(telling.subject.sources[source].id).plain(": " + say_source(telling.subject, source));
    const std::string& link = telling.subject.sources[source].link;
    if (!link.empty()) sentence.plain(", " + link);
    list.items.push_back({sentence.plain(".")});
  }
  return list;
}

}  // namespace

Blocks tell_conventions(Telling& telling) {
  Blocks blocks = {heading(2, "conventions", "Defaults, assumptions, sampling")};
  Bullets assumed;
  for (const std::string& words : telling.finding.assumptions) {
    assumed.items.push_back({Sentence(capital(words)).mark(Mark::kInferred)});
  }
  assumed.items.push_back(
      {Sentence(fmt::format("A limit that nobody has truly stated is real all the same with chance {}.",
                            entered(telling.subject.unstated)))
           .mark(Mark::kJudged)});
  blocks.emplace_back(assumed);
  blocks.emplace_back(kinds_table(telling.subject.defaults));
  blocks.emplace_back(channels_table(telling.subject.defaults));
  blocks.emplace_back(scale_table());
  blocks.emplace_back(paragraph(say_sampling(telling)));
  return blocks;
}

Blocks tell_record(Telling& telling) {
  const findings::RunRecord& run = telling.finding.run;
  Bullets record;
  record.items = {
      {Sentence("Modus " + run.version)},
      {Sentence("Case file: " + telling.subject.file)},
      {Sentence("SHA-256 of the case in canonical form: " + run.case_sha256)},
      {Sentence(fmt::format("Seed {}, {} scenarios", run.seed, count(run.scenarios)))},
      {Sentence(
          "Same case, options and seed give the same brief. Charts are drawn by Vega-Lite; its licences are "
          "inside the HTML file.")}};
  Blocks blocks = {heading(2, "record", "Sources and record")};
  if (!telling.subject.sources.empty()) blocks.emplace_back(list_sources(telling));
  blocks.emplace_back(record);
  return blocks;
}

}  // namespace modus::brief

// Sources, and who heard from whom.
#include <algorithm>

#include "modus/formats/find_circle.h"
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::CaseLimits;
using case_model::Source;
using case_model::SourceIndex;

Source read_source(Reading& reading, const std::string& id, const YamlNode& key, const YamlNode& node) {
  Source source;
  source.id = id;
  source.where = reading.place(key);
  Fields fields(reading, node, "source");
  source.title = fields.read_required("title", &Reading::text, "a title").value_or("");
  source.publisher = fields.text("publisher");
  source.author = fields.text("author");
  source.link = fields.text("link");
  source.published = fields.read("published", &Reading::day);
  source.file = fields.text("file");
  source.label = fields.read("label", &Reading::label);
  return source;
}

void check_circle(Reading& reading) {
  const auto& sources = reading.subject.sources;
  std::vector<std::vector<std::size_t>> points_at(sources.size());
  for (const SourceIndex source : sources.indices()) {
    if (sources[source].heard_from) points_at[source.value].push_back(sources[source].heard_from->value);
  }
  const std::vector<std::size_t> circle = find_circle(points_at);
  if (circle.empty()) return;
  const Source& first = sources[SourceIndex(circle.front())];
  reading.add(first.where,
              "the source " + shown(first.id) + " was heard from itself, over " +
                  std::to_string(circle.size()) + " steps of 'heard_from'",
              "remove one of them");
}

}  // namespace

void read_sources(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("sources");
  if (node == nullptr) return;
  auto all = reading.entries(*node, "'sources'");
  if (all.size() > CaseLimits::kSources) {
    reading.add(*node, std::to_string(all.size()) + " sources",
                "at most " + std::to_string(CaseLimits::kSources));
    all.resize(CaseLimits::kSources);
  }
  std::vector<std::pair<Source, const YamlNode*>> read;
  for (const auto& [key, value] : all) {
    if (const auto id = reading.id(*key, "a source"))
      read.emplace_back(read_source(reading, *id, *key, *value), value);
  }
  std::sort(read.begin(), read.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
  for (const auto& [source, value] : read) reading.subject.sources.push_back(source);
  for (std::size_t i = 0; i < read.size(); ++i) {
    const YamlNode* origin = read[i].second->find("heard_from");
    if (origin != nullptr) reading.subject.sources[SourceIndex(i)].heard_from = reading.source(*origin);
  }
  check_circle(reading);
}

}  // namespace modus::formats

/// \file A short report, what the built-in reader is supposed to have found in it, and items a model may answer.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "modus/model_reader/model_reader.h"
#include "modus/reading/plain_for_tests.h"

namespace modus::model_reader {

using Json = nlohmann::ordered_json;

// Sentences 1 to 4.
inline const std::string kHarbour =
    "Talks between the Harbour Workers’ Union and Port Arden resumed on Friday. "
    "“We will not accept a frozen wage,” union leader Mira Kost said. "
    "Port Arden insists that night shifts must stay.\n"
    "The port’s chairman, Olav Brandt, welcomed a plan for shorter shifts.";

inline documents::Passage passage_in(const Document& document, const std::string& words) {
  const std::size_t at = document.text.find(words);
  return documents::passage_of(document, {at, at + words.size()});
}

/// Two actors, the dispute over wages, and the demand of the third sentence.
inline Reading harbour_reading(const Document& document) {
  Reading reading;
  reading.file = document.file;
  reading.reference_date = reading::Day(std::chrono::year(2026) / 3 / 7);
  reading::Actor workers, port;
  workers.name = "Harbour Workers’ Union";
  workers.type = reading::ActorType::kOrganisation;
  workers.mentions = {{passage_in(document, "Harbour Workers’ Union")}};
  port.name = "Port Arden";
  port.type = reading::ActorType::kCompany;
  const std::size_t again = document.text.find("Port Arden insists");
  port.mentions = {{passage_in(document, "Port Arden")}, {documents::passage_of(document, {again, again + 10})}};
  reading.actors = {workers, port};
  reading.issues.push_back({"wage", {}, {passage_in(document, "wage")}});
  reading::ReadStatement demand;
  demand.speaker = reading::ActorIndex(1);
  demand.speaker_passage = port.mentions[1].passage;
  demand.kind = reading::ReadKind::kDemand;
  demand.cue = passage_in(document, "insists");
  demand.passage = passage_in(document, "Port Arden insists that night shifts must stay");
  demand.content = passage_in(document, "night shifts must stay");
  demand.confidence = 0.9;
  reading.statements.push_back(demand);
  reading.quotes.push_back({passage_in(document, "We will not accept a frozen wage,"), std::nullopt, 0, false});
  return reading;
}

inline Json empty_answer() {
  return {{"actors", Json::array()},
          {"issues", Json::array()},
          {"statements", Json::array()},
          {"options", Json::array()},
          {"events", Json::array()}};
}

inline Json actor_item(const std::string& key, const std::string& name, const std::string& type,
                       const Json& forms = Json::array()) {
  return {{"key", key}, {"name", name}, {"type", type}, {"role", nullptr}, {"affiliation", nullptr}, {"surface_forms", forms}};
}

inline Json statement_item(int sentence, const std::string& evidence, const std::string& speaker, const Json& surface,
                           const std::string& kind, const Json& cue, const std::string& content) {
  return {{"sentence", sentence},
          {"evidence", evidence},
          {"speaker", speaker},
          {"speaker_surface", surface},
          {"kind", kind},
          {"cue", cue},
          {"content", content},
          {"issues", Json::array()},
          {"reported_via", Json::array()},
          {"date_text", nullptr},
          {"red_line", false},
          {"summary", "as the model sees it"}};
}

/// A good answer: two actors known, two new; the refusal and the welcome are new, the demand is known.
inline Json good_answer() {
  Json answer = empty_answer();
  Json kost = actor_item("kost", "Mira Kost", "person", {"Mira Kost", "Kost"});
  kost["role"] = "union leader";
  kost["affiliation"] = "union";
  answer["actors"] = {actor_item("union", "the Harbour Workers' Union", "organisation"),
                      actor_item("port", "Port Arden", "company"), kost, actor_item("brandt", "Olav Brandt", "person")};
  answer["issues"] = {{{"key", "pay"}, {"label", "frozen wage"}, {"evidence", "a frozen wage"}}};
  Json refusal = statement_item(2, "\"We will not accept a frozen wage,\" union leader Mira Kost said", "kost", "Mira Kost",
                                "reject", "said", "We will not accept a frozen wage");
  refusal["issues"] = {"pay"};
  refusal["red_line"] = true;
  answer["statements"] = {statement_item(4, "Olav Brandt, welcomed a plan for shorter shifts.", "brandt", "Olav Brandt", "accept",
                                         "welcomed", "a plan for shorter shifts"),
                          refusal,
                          statement_item(3, "Port Arden insists that night shifts must stay", "port", "Port Arden", "demand",
                                         "insists", "night shifts must stay")};
  answer["options"] = {{{"issue", "pay"},
                        {"label", "frozen wage"},
                        {"proposers", {"port"}},
                        {"status", "rejected"},
                        {"evidence", "a frozen wage"}}};
  answer["events"] = {{{"kind", "talks"},
                       {"status", "ongoing"},
                       {"participants", {"union", "port", "brandt"}},
                       {"place_text", nullptr},
                       {"date_text", "on Friday"},
                       {"evidence", "Talks between the Harbour Workers’ Union and Port Arden"}}};
  return answer;
}

}  // namespace modus::model_reader

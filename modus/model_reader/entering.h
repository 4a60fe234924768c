/// \file The model's items on their way into a reading. Private to this room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modus/model_reader/answer.h"
#include "modus/model_reader/evidence.h"
#include "modus/model_reader/model_reader.h"
#include "modus/reading/dates.h"

namespace modus::model_reader {

/// What the steps share. Items are appended; put_in_order() sorts them in when all are there.
struct Entering {
  const Evidence& evidence;
  const Text& text;
  const std::vector<reading::DateMention>& dates;
  Reading& reading;
  ModelCounts& counts;
  std::map<std::string, reading::ActorIndex> actors = {};  ///< by the model's key
  std::map<std::string, reading::ReadIssueIndex> issues = {};

  [[nodiscard]] std::optional<reading::ActorIndex> actor(const std::string& key) const;
  /// Those of the keys that entered, rising, each once; only those mentioned in the sentence.
  [[nodiscard]] std::vector<reading::ActorIndex> actors_in(const std::vector<std::string>& keys, std::size_t sentence) const;
  [[nodiscard]] std::vector<reading::ReadIssueIndex> issues_of(const std::vector<std::string>& keys) const;
  /// The first mention of the actor in the sentence.
  [[nodiscard]] std::optional<Passage> mention_in(reading::ActorIndex actor, std::size_t sentence) const;
  /// A date of the sentence that the words name.
  [[nodiscard]] std::optional<reading::DateReading> date_in(const std::optional<std::string>& words, std::size_t sentence) const;
  /// The label where the sentence says it, else the evidence where that is short.
  [[nodiscard]] std::optional<std::string> label_of(const std::string& label, Span evidence) const;
};

void enter_actors(const std::vector<AnswerActor>& actors, Entering& entering);
void enter_issues(const std::vector<AnswerIssue>& issues, Entering& entering);
void enter_statements(const std::vector<AnswerStatement>& statements, Entering& entering);
void enter_options(const std::vector<AnswerOption>& options, Entering& entering);
void enter_events(const std::vector<AnswerEvent>& events, Entering& entering);

/// How much two passages have in common: of all that either covers; of the shorter one.
[[nodiscard]] double common_share(const Passage& a, const Passage& b);
[[nodiscard]] double common_of_shorter(const Passage& a, const Passage& b);

/// Actors by first mention, all other items by passage, every index with them.
void put_in_order(Reading& reading);

}  // namespace modus::model_reader

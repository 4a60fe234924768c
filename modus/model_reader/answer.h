/// \file What the model answered, as plain values of the schema's shape; nothing of it is believed yet. Private to
/// this room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/reading/reading.h"

namespace modus::model_reader {

struct AnswerActor {
  std::string key, name;
  reading::ActorType type = reading::ActorType::kGroup;
  std::optional<std::string> role, affiliation;
  std::vector<std::string> forms;
};

struct AnswerIssue {
  std::string key, label, evidence;
};

struct AnswerStatement {
  std::size_t sentence = 0;  ///< from 1
  std::string evidence, speaker, content;
  std::optional<std::string> surface, cue, date;
  reading::ReadKind kind = reading::ReadKind::kClaim;
  std::vector<std::string> issues, via;
  bool red_line = false;
};

struct AnswerOption {
  std::string issue, label, evidence;
  std::vector<std::string> proposers;
  reading::OptionStatus status = reading::OptionStatus::kProposed;
};

struct AnswerEvent {
  std::string kind, evidence;
  reading::EventStatus status = reading::EventStatus::kPast;
  std::vector<std::string> participants;
  std::optional<std::string> place, date;
};

struct ModelAnswer {
  std::vector<AnswerActor> actors;
  std::vector<AnswerIssue> issues;
  std::vector<AnswerStatement> statements;
  std::vector<AnswerOption> options;
  std::vector<AnswerEvent> events;
  std::size_t malformed = 0;  ///< items out of shape or beyond ModelLimits::kItems; left out
};

/// Reads the body of a reply: choices[0].message.content holds the answer as JSON text (a fence of three backticks around it is
/// forgiven). Problems: no JSON, no such answer, a refusal, an answer cut short, another shape than asked for. O(size).
[[nodiscard]] base::Result<ModelAnswer> read_answer(std::string_view body);

}  // namespace modus::model_reader

/// \file A language model as a second reader of a report. Off unless the user names its address; the only room that
/// uses the network.
///
/// The model is asked once, over the API that most servers of models share (POST .../chat/completions), for JSON by a schema. It
/// is shown the report as numbered sentences, set apart as data. Nothing it answers is believed:
/// - an item enters only with words of the report as its evidence: letter for letter, or with other quotation marks, dashes and
///   blanks; whole words; a statement's once in the sentence it names, with speaker and cue in that sentence too; a demand,
///   refusal, offer or acceptance needs a cue; an actor enters under words of the report only, and so do labels;
/// - what the built-in reader found stays as it is. Where the model sees another kind or speaker, that becomes one of the
///   statement's other_kinds or other_speakers and lowers its confidence: a question, not an answer;
/// - what enters is marked `from_model`. So an order hidden in a report can make a model say no more than the report's own words.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "modus/base/result.h"
#include "modus/reading/reading.h"
#include "modus/reading/text.h"

namespace modus::model_reader {

using documents::Document;
using reading::Reading;

/// Where the key for the endpoint is taken from, if it needs one. Never from the command line, where others can see it.
inline constexpr const char* kKeyVariable = "MODUS_MODEL_KEY";
[[nodiscard]] std::string key_of_environment();

struct ModelOptions {
  /// "http://127.0.0.1:8080": /v1/chat/completions is asked; "http://host/api/v2": /api/v2/chat/completions; a path that ends
  /// with /chat/completions is taken as it is.
  std::string url;
  std::string name;  ///< of the model; may be empty where the endpoint has only one
  std::string key;
  std::chrono::milliseconds timeout{120'000};  ///< for everything together, the second try included
};

struct ModelLimits {
  static constexpr std::size_t kReportBytes = 200'000;  ///< of numbered sentences
  static constexpr std::size_t kAnswerBytes = 4U << 20U;
  static constexpr std::size_t kItems = 300;  ///< of each sort; what is beyond is dropped
};

/// Conventions: how plain a statement of the model's alone is, and the most that one is on which the readers differ.
inline constexpr double kModelConfidence = 0.5;
inline constexpr double kDisputedConfidence = 0.5;

struct ModelCounts {
  std::size_t entered = 0;     ///< new items
  std::size_t agreed = 0;      ///< the built-in reader had them too
  std::size_t questioned = 0;  ///< statements of the built-in reader that the model reads otherwise
  std::size_t dropped = 0;     ///< without evidence, out of shape or told twice
};

struct SecondReading {
  Reading reading;    ///< the built-in one where the model was of no use
  bool used = false;  ///< the model answered in the form asked for
  ModelCounts counts;
  base::Problems warnings;  ///< why it was not used, or what the user should know
};

/// Asks the model about a document and adds what holds to `built_in`. Precondition: `built_in` is a reading of this document.
/// Problems: an address that cannot be used. Everything that goes wrong after that (no answer in time, a refusal, a broken or
/// oversized answer) gives the built-in reading and a warning. Never throws or prints. The same answer gives the same reading.
[[nodiscard]] base::Result<SecondReading> read_with_model(const Document& document, const Reading& built_in,
                                                          const ModelOptions& options);

}  // namespace modus::model_reader

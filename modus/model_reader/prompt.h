/// \file What the model is asked. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "modus/model_reader/model_reader.h"

namespace modus::model_reader {

/// The JSON schema of the answer: lists of actors, issues, statements, options and events.
[[nodiscard]] std::string_view answer_schema();

/// The kinds of events that the schema knows.
[[nodiscard]] bool is_event_kind(std::string_view word);

/// One line a sentence, "[12] The union said ...", without what is not seen, so that no line of a report can pass for another.
[[nodiscard]] std::string number_sentences(const reading::Text& text);

enum class AnswerForm { kBySchema, kAnyJson };

/// The body of the request. The lines stand between marks that hold the report's own fingerprint, which no report can know.
[[nodiscard]] std::string write_request(const std::string& sentences, const std::string& sha256, const std::string& model,
                                        AnswerForm form);

}  // namespace modus::model_reader

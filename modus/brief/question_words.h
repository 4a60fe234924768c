/// \file The sentences about questions that the brief and `ask` share. Private to this room.
#pragma once

#include <string>

#include "modus/brief/telling.h"

namespace modus::brief {

/// How a package is called in a question.
using CallPackage = std::string (*)(const Telling& telling, const case_model::Package& package);

[[nodiscard]] Sentence say_whom(const Telling& telling, const findings::Question& question);  ///< "Ask Port, in private:"
/// The question with what it rests on cited.
[[nodiscard]] Sentence say_question(Telling& telling, const findings::Question& question, CallPackage call);
/// What the answer brings, as it would be heard; where that is no gain, what it tells of a zone.
[[nodiscard]] Sentence say_worth(const Telling& telling, const findings::Question& question);
/// How likely yes is, and how things look after either answer.
[[nodiscard]] Sentence say_after_answers(const Telling& telling, const findings::Question& question);
/// What asking risks, where the case says so.
void append_leak(const findings::Question& question, Text& text);

/// The order, the ceiling, and how answers are taken.
[[nodiscard]] Text say_how_asked(const Telling& telling);
[[nodiscard]] Sentence say_nothing_to_ask();
[[nodiscard]] Sentence say_how_to_record();

}  // namespace modus::brief

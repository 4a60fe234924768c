/// \file A reading as a neg-reading/1 object, for other programs and for the scorer.
///
/// Keys stand in the schema's order, indented by one, UTF-8 and a line end; same reading, same bytes. Spans are code points of the
/// stored file. Ids can be read ("harbour_workers_union") and are each given once among actors and sources.
///
/// A statement's `speaker` is "author" for the report's own voice, and null where somebody speaks (`speaker_span`) who was not
/// resolved to an actor. `alt_kinds` and `alt_speakers` are those that another careful reader could defend, `summary` repeats the
/// report's own words on one line, `probability` is null: a reader judges none. What only a person who checks readings can say
/// (`principal`, `optional`) is left out. Items of a language model have `"origin": "model"`.
///
/// Letters that are not seen, or that turn the direction of writing, are written as \uXXXX, so that a terminal shows them.
#pragma once

#include <string>

#include "modus/reading/reading.h"

namespace modus::reading {

/// Precondition: every index in the reading is valid. O(size).
[[nodiscard]] std::string write_reading(const Reading& reading);

}  // namespace modus::reading

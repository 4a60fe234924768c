/// \file Where words that the model quotes stand in the report. Private to this room.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "modus/documents/document.h"
#include "modus/reading/text.h"

namespace modus::model_reader {

using documents::Passage;
using documents::Span;
using reading::Text;

/// A sentence of the report and how its letters are compared.
struct SentenceText {
  Span span;
  Passage passage;
  std::string plain;                    ///< its letters as plain_letter() has them, blanks as one space
  std::vector<std::size_t> begin, end;  ///< by byte of `plain`: the bytes of the document's text it stands for
};

/// The words of a text that bear meaning, in their base forms.
[[nodiscard]] std::set<std::string> meaning_of(std::string_view text);

/// Finds words within sentences: letter for letter, and only where that fails with quotation marks, dashes and blanks held alike.
/// Whole words only; with two letters at least; a full stop or comma at the end of what was asked for is left out.
class Evidence {
 public:
  /// Document and text must outlive it.
  Evidence(const documents::Document& document, const Text& text);

  [[nodiscard]] std::size_t size() const { return sentences_.size(); }
  /// All places in one sentence, rising. O(size of the sentence).
  [[nodiscard]] std::vector<Span> all_in(std::size_t sentence, std::string_view words) const;
  /// The one place in it; nothing where there is none or are several.
  [[nodiscard]] std::optional<Span> once_in(std::size_t sentence, std::string_view words) const;
  /// All places in the report, rising.
  [[nodiscard]] std::vector<Span> anywhere(std::string_view words) const;
  /// The sentence that a place is in. Precondition: it was found here.
  [[nodiscard]] std::size_t sentence_of(Span span) const;
  [[nodiscard]] const Passage& sentence(std::size_t sentence) const { return sentences_[sentence].passage; }
  /// The sentence that a passage begins in. Precondition: there are sentences.
  [[nodiscard]] std::size_t sentence_of(const Passage& passage) const;

  [[nodiscard]] Passage passage(Span span) const { return documents::passage_of(document_, span); }
  /// Whether each word of the label that bears meaning is one of the sentence, in whatever form.
  [[nodiscard]] bool says(std::size_t sentence, std::string_view label) const;

 private:
  [[nodiscard]] bool is_whole(std::size_t sentence, Span span) const;
  [[nodiscard]] std::vector<Span> exactly(std::size_t sentence, std::string_view words) const;
  [[nodiscard]] std::vector<Span> plainly(std::size_t sentence, std::string_view plain) const;

  const documents::Document& document_;
  const Text& text_;
  std::vector<SentenceText> sentences_;
};

}  // namespace modus::model_reader

/// \file The stretches of text a file consists of, while they are gathered; and the document made of them.
/// Private to this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "modus/documents/document.h"

namespace modus::documents {

/// A block to be: its text, and where each part of it stands in the stored file (runs as in Document, counted
/// from the stretch's own start).
struct Stretch {
  std::string text;
  std::vector<Run> runs;
  BlockKind kind = BlockKind::kParagraph;
  bool marked = false;  ///< the kind is told by markup, not guessed
  bool tight = false;   ///< no empty line between it and the stretch before
  std::size_t stored_end = 0;
  std::size_t linked = 0;  ///< bytes of the text that are links
};

/// Collects letters into stretches. Blanks run together into one space; unseen letters are passed over.
class StretchWriter {
 public:
  explicit StretchWriter(std::string_view stored) : stored_(stored) {}

  /// The stored bytes, as they are.
  void add(std::size_t begin, std::size_t end);
  /// Letters that stand for the whole of [begin, end): an entity, say.
  void add_piece(std::string_view letters, std::size_t begin, std::size_t end);
  /// One space for [begin, end), unless the stretch begins or ends with it.
  void add_blank(std::size_t begin, std::size_t end);
  /// Ends the current stretch, if it has any text.
  void end(BlockKind kind, bool marked);
  /// What is added while this is on counts as linked.
  void set_linked(bool linked) { linked_ = linked; }

  /// No empty line parts the current stretch from the one before.
  void set_tight(bool tight) { now_.tight = tight || now_.tight; }

  [[nodiscard]] const std::string& current() const { return now_.text; }
  [[nodiscard]] std::vector<Stretch> take() { return std::move(done_); }

 private:
  void put_blank();
  void put(std::string_view letters, std::size_t begin, std::size_t end, bool piece);

  std::string_view stored_;
  Stretch now_;
  std::vector<Stretch> done_;
  std::size_t blank_begin_ = 0, blank_end_ = 0;
  bool blank_ = false, linked_ = false;
};

/// Bytes [begin, end) of a stretch as a stretch of its own, without blanks at its ends.
[[nodiscard]] Stretch part_of(const Stretch& whole, std::size_t begin, std::size_t end);

/// Puts the stretches one after the other, in their order, as text, blocks and runs of the document, whose
/// `stored` they come from.
void assemble(Document& document, const std::vector<Stretch>& stretches);

}  // namespace modus::documents

/// \file Who a pronoun may stand for: those spoken of last, subjects first.
#pragma once

#include <cstdint>
#include <vector>

#include "modus/reading/actor_drafts.h"
#include "modus/reading/text.h"

namespace modus::reading {

class Salience {
 public:
  Salience(const Text& text, ActorDrafts& drafts) : text_(text), drafts_(drafts) {}

  /// Tells that a draft is spoken of; mentions must come in order.
  void see(DraftId draft, Tokens tokens);

  /// Whom "he", "her" or "him" at a token stands for; kNoDraft where nobody near fits.
  [[nodiscard]] DraftId person(Gender gender, std::uint32_t token) const;
  /// What "it" or "its" stands for: an organisation, firm, state or body that was a subject near by.
  [[nodiscard]] DraftId thing(std::uint32_t token) const;
  /// Whom "they" or "their" stands for: a group of people.
  [[nodiscard]] DraftId several(std::uint32_t token) const;
  /// The draft spoken of before a token for which `fits` holds: the nearest, subjects first.
  template <class Fits>
  [[nodiscard]] DraftId nearest(std::uint32_t token, const Fits& fits) const {
    const std::uint32_t sentence = text_.tokens[token].sentence;
    DraftId found = kNoDraft;
    int most = 0, tries = 0;
    for (auto seen = seen_.rbegin(); seen != seen_.rend() && ++tries < kLongestMemory; ++seen) {
      const int points = weight(*seen, sentence);
      if (found != kNoDraft && points <= most) continue;
      if (seen->draft == found || !fits(seen->draft)) continue;
      found = seen->draft;
      most = points;
    }
    return found;
  }

 private:
  static constexpr int kLongestMemory = 400;  ///< mentions; an article has fewer

  struct Seen {
    DraftId draft = kNoDraft;
    Tokens tokens;
    std::uint32_t sentence = 0;
    bool subject = false, owner = false, place = false;
  };

  [[nodiscard]] int weight(const Seen& seen, std::uint32_t sentence) const;
  template <class Fits>
  [[nodiscard]] DraftId best(std::uint32_t token, int least, const Fits& fits) const;

  const Text& text_;
  ActorDrafts& drafts_;
  std::vector<Seen> seen_;
};

/// Whether a phrase is the subject of its clause: a finite verb follows it, or a verb of speech stands before
/// it.
[[nodiscard]] bool is_subject(const Text& text, Tokens tokens);

}  // namespace modus::reading

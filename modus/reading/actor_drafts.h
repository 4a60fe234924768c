/// \file Actors while they are being found: what is known of each, and by which names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "modus/reading/actors.h"
#include "modus/reading/text.h"
#include "modus/reading/word_classes.h"

namespace modus::reading {

using DraftId = std::uint32_t;
inline constexpr DraftId kNoDraft = 0xffffffff;

struct ActorDraft {
  ActorEntry entry;
  std::string key;  ///< its whole name, folded
  Tokens owner;     ///< words that say whose it is ("the union" in "the union's secretary"); empty: unknown
  DraftId affiliation = kNoDraft;  ///< known at once: the state of "Russian officials"
  bool induced = false;            ///< known from this text only, by its look
  bool listed = true;              ///< false: an author, a place; it keeps its words from others
  bool described = false;          ///< has no name: "the finance minister"
  int acts = 0;                    ///< times it acts or is acted on
};

struct DraftMention {
  Tokens tokens;
  std::uint32_t head = 0;
  DraftId draft = kNoDraft;
  Reference how = Reference::kName;
};

/// The drafts of a text and every way to call them.
class ActorDrafts {
 public:
  DraftId add(ActorDraft draft);
  /// A further name; the first owner of a name keeps it.
  void call(DraftId draft, const std::string& name) { by_name_.emplace(name, draft); }
  void call_short(DraftId draft, const std::string& name) { short_[name].push_back(draft); }
  /// `core`: the words of `tokens` that are nobody else's ("Mira Dolanec" in "Kharvenian President Mira
  /// Dolanec").
  void mention(DraftId draft, Tokens tokens, Reference how, Tokens core = {});

  /// The draft first mentioned with a token, whatever else came to cover it; kNoDraft where none is.
  [[nodiscard]] DraftId at(std::uint32_t token) const { return token < at_.size() ? at_[token] : kNoDraft; }
  /// The last draft mentioned within a range.
  [[nodiscard]] DraftId last_in(Tokens range) const;

  [[nodiscard]] DraftId named(const std::string& name) const;
  /// Those that a part of their name may stand for: a surname, the first word of a firm's name.
  [[nodiscard]] const std::vector<DraftId>& shortened(const std::string& name) const;

  [[nodiscard]] ActorDraft& operator[](DraftId draft) { return drafts_[draft]; }
  [[nodiscard]] const ActorDraft& operator[](DraftId draft) const { return drafts_[draft]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(drafts_.size()); }
  [[nodiscard]] std::vector<DraftMention>& mentions() { return mentions_; }
  [[nodiscard]] const std::vector<DraftMention>& mentions() const { return mentions_; }
  /// Sorts the mentions by place, the longer first; of two with the same words the first stays.
  void sort_mentions();

 private:
  std::vector<ActorDraft> drafts_;
  std::unordered_map<std::string, DraftId> by_name_;
  std::unordered_map<std::string, std::vector<DraftId>> short_;
  std::vector<DraftMention> mentions_;
  std::vector<DraftId> at_;  ///< by token
};

}  // namespace modus::reading

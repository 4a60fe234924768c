#include "modus/reading/actor_drafts.h"

#include <algorithm>
#include <utility>

namespace modus::reading {

DraftId ActorDrafts::add(ActorDraft draft) {
  const DraftId id = size();
  by_name_.emplace(draft.key, id);
  drafts_.push_back(std::move(draft));
  return id;
}

void ActorDrafts::mention(DraftId draft, Tokens tokens, Reference how, Tokens core) {
  mentions_.push_back({tokens, tokens.last - 1, draft, how});
  if (core.empty()) core = tokens;
  if (at_.size() < core.last) at_.resize(core.last, kNoDraft);
  for (std::uint32_t i = core.first; i < core.last; ++i) {
    if (at_[i] == kNoDraft) at_[i] = draft;
  }
}

DraftId ActorDrafts::last_in(Tokens range) const {
  for (std::uint32_t i = range.last; i > range.first; --i) {
    if (at(i - 1) != kNoDraft) return at(i - 1);
  }
  return kNoDraft;
}

DraftId ActorDrafts::named(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? kNoDraft : found->second;
}

const std::vector<DraftId>& ActorDrafts::shortened(const std::string& name) const {
  static const std::vector<DraftId> kNobody;
  const auto found = short_.find(name);
  return found == short_.end() ? kNobody : found->second;
}

void ActorDrafts::sort_mentions() {
  std::stable_sort(mentions_.begin(), mentions_.end(), [](const DraftMention& a, const DraftMention& b) {
    return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first : a.tokens.last > b.tokens.last;
  });
  const auto same = [](const DraftMention& a, const DraftMention& b) { return a.tokens == b.tokens; };
  mentions_.erase(std::unique(mentions_.begin(), mentions_.end(), same), mentions_.end());
}

}  // namespace modus::reading

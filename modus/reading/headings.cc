#include "modus/reading/headings.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "modus/reading/clause_words.h"
#include "modus/reading/descriptions.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kLongestName = 6;  // tokens

class HeadingReader {
 public:
  explicit HeadingReader(ActorSearch& search) : search_(search), text_(search.text) {}

  void read() {
    for (std::uint32_t i = 0; i < text_.size();) {
      const bool heading = search_.zones[i] == Zone::kHeading && text_.tokens[i].kind == TokenKind::kWord;
      i = heading ? after_name(i) : i + 1;
    }
  }

 private:
  /// Reads the longest known name at a token; returns where to go on.
  std::uint32_t after_name(std::uint32_t first) {
    const Token& token = text_.tokens[first];
    std::uint32_t end = first;
    while (end < first + kLongestName && end < sentence_end(text_, first) && text_.tokens[end].capital) ++end;
    for (; end > first; --end) {
      ParsedName name;
      name.whole = name.core = {first, end};
      const DraftId id = resolve_name(search_, name);
      if (id != kNoDraft && !may_be_place(id, phrase(text_, {first, end})))
        return put(id, {first, end}, search_.drafts[id].described ? Reference::kNominal : Reference::kName);
    }
    if (const auto hit = Gazetteer::get().at(text_, first)) return known(*hit, first);
    const DraftId id = only_one_called(token.lower);
    return id == kNoDraft ? first + 1 : put(id, {first, first + 1}, Reference::kNominal);
  }

  /// "Marlow" in a heading may be the place that the Marlow Education Association is named after.
  bool may_be_place(DraftId id, const std::string& name) const {
    const ActorDraft& draft = search_.drafts[id];
    const bool by_place =
        draft.entry.type == ActorType::kOrganisation || draft.entry.type == ActorType::kBody;
    return by_place && draft.key.size() > name.size() &&
           draft.key.compare(0, name.size() + 1, name + " ") == 0;
  }

  std::uint32_t put(DraftId id, Tokens tokens, Reference how) {
    search_.drafts.mention(id, tokens, how);
    return tokens.last;
  }

  std::uint32_t known(const GazetteerHit& hit, std::uint32_t first) {
    const DraftId id = search_.of_entry.empty() ? kNoDraft : search_.of_entry[hit.entry];
    const Reference how = hit.how == KnownAs::kAdjective ? Reference::kAdjective
                          : hit.how == KnownAs::kName    ? Reference::kName
                                                         : Reference::kMetonym;
    if (id != kNoDraft) search_.drafts.mention(id, {first, first + hit.length}, how);
    return first + hit.length;
  }

  /// The draft a plain word fits, if it fits no other.
  DraftId only_one_called(const std::string& word) {
    const InstitutionWord* institution = WordClasses::get().institution(word);
    const RoleWord* role = WordClasses::get().role(word);
    const bool group = role != nullptr && role->agents;
    if (!group && (institution == nullptr || !institution->plain)) return kNoDraft;
    if (const auto known = called_.find(word); known != called_.end()) return known->second;
    return called_[word] = only_draft(word, group);
  }

  DraftId only_draft(const std::string& word, bool group) const {
    DraftId found = kNoDraft;
    for (DraftId id = 0; id < search_.drafts.size(); ++id) {
      const ActorDraft& draft = search_.drafts[id];
      const std::string& key = draft.key;
      const bool ends =
          key.size() >= word.size() && key.compare(key.size() - word.size(), word.size(), word) == 0;
      if (!draft.listed || !(group ? draft.entry.plural && ends : is_kind(draft, word))) continue;
      if (found != kNoDraft) return kNoDraft;
      found = id;
    }
    return found;
  }

  ActorSearch& search_;
  const Text& text_;
  std::unordered_map<std::string, DraftId> called_;
};

}  // namespace

void read_headings(ActorSearch& search) { HeadingReader(search).read(); }

}  // namespace modus::reading

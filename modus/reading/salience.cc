#include "modus/reading/salience.h"

#include "modus/reading/clause_words.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kFarthest = 5;  // sentences back

}  // namespace

bool is_subject(const Text& text, Tokens tokens) {
  std::uint32_t at = token_before(text, tokens.first);
  if (at != kNoToken && is_determiner(text.tokens[at].lower)) at = token_before(text, at);
  if (at != kNoToken && is_preposition(text.tokens[at].lower)) return false;
  if (at != kNoToken && may_precede_speaker(text.tokens[at].lower)) return true;
  if (closes_apposition(text, tokens)) return true;
  return !follows_verb(text, tokens.first) && verb_follows(text, tokens.last);
}

void Salience::see(DraftId draft, Tokens tokens) {
  Seen seen;
  seen.draft = draft;
  seen.tokens = tokens;
  seen.sentence = text_.tokens[tokens.first].sentence;
  seen.subject = is_subject(text_, tokens);
  seen.owner = tokens.last < text_.size() && text_.tokens[tokens.last].possessive;
  seen.place = drafts_[draft].entry.type != ActorType::kPerson && stands_as_place(text_, tokens.first);
  seen_.push_back(seen);
}

int Salience::weight(const Seen& seen, std::uint32_t sentence) const {
  const int near = 100 - 20 * static_cast<int>(sentence - seen.sentence);
  return near - (seen.subject ? 0 : 30) - (seen.owner ? 10 : 0) - (seen.place ? 20 : 0);
}

template <class Fits>
DraftId Salience::best(std::uint32_t token, int least, const Fits& fits) const {
  const std::uint32_t sentence = text_.tokens[token].sentence;
  DraftId found = kNoDraft;
  int most = least - 1;
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && sentence - seen->sentence <= kFarthest; ++seen) {
    const bool told = drafts_[seen->draft].entry.medium && !seen->subject;  // "told Reuters that its leader"
    if (told || seen->tokens.first >= token || seen->tokens.contains(token) ||
        !fits(drafts_[seen->draft].entry))
      continue;
    const int points = weight(*seen, sentence);
    if (points > most) {
      most = points;
      found = seen->draft;
    }
  }
  return found;
}

DraftId Salience::person(Gender gender, std::uint32_t token) const {
  const DraftId found = best(token, 0, [&](const ActorEntry& entry) {
    if (entry.type != ActorType::kPerson || entry.plural) return false;
    return gender == Gender::kFemale ? !entry.male || entry.female : !entry.female || entry.male;
  });
  if (found != kNoDraft) {
    ActorEntry& entry = drafts_[found].entry;
    if (!entry.male && !entry.female) (gender == Gender::kFemale ? entry.female : entry.male) = true;
  }
  return found;
}

DraftId Salience::thing(std::uint32_t token) const {
  return best(token, 60,
              [](const ActorEntry& entry) { return entry.type != ActorType::kPerson && !entry.plural; });
}

DraftId Salience::several(std::uint32_t token) const {
  return best(token, 50, [](const ActorEntry& entry) { return entry.plural; });
}

}  // namespace modus::reading

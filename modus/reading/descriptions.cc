#include "modus/reading/descriptions.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/fold.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kLongestSource = 12;   // tokens of what follows "people" or "an official"

bool names_government(std::string_view lower) {
  static constexpr WordSet kWords{"government", "side", "authorities", "regime"};
  return kWords.has(lower);
}

bool acts_by_office(std::string_view lower) {
  static constexpr WordSet kWords{"government", "opposition", "ministry", "cabinet", "parliament", "board", "delegation", "union", "council", "committee",
                                  "coalition",  "army",       "junta",    "court",   "tribunal",   "commission", "party", "regulator", "tribe"};
  return kWords.has(lower);
}

bool is_union_word(std::string_view lower) {
  static constexpr WordSet kWords{"union", "federation", "association", "guild", "brotherhood", "local", "workers", "teamsters", "unions", "confederation"};
  const bool of_workers = lower.size() > 7 && lower.substr(lower.size() - 7) == "workers";   // "Steelworkers"
  return of_workers || kWords.has(lower);
}

bool is_bloc_word(std::string_view lower) {
  static constexpr WordSet kWords{"union", "asean", "mercosur", "ecowas", "league", "community", "bloc", "brics", "g7", "g20"};
  return kWords.has(lower);
}

bool is_hospital_word(std::string_view lower) {
  static constexpr WordSet kWords{"hospital", "clinic", "infirmary", "medical", "health", "healthcare"};
  return kWords.has(lower);
}

bool has_word(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    const bool begins = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
    const std::size_t end = at + word.size();
    if (begins && (end == name.size() || name[end] == ' ' || name[end] == '-' || name[end] == '\'')) return true;
  }
  return false;
}

template <class Is>
bool any_word(std::string_view name, const Is& is) {
  while (!name.empty()) {
    const std::size_t blank = name.find(' ');
    if (is(name.substr(0, blank))) return true;
    name = blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
  }
  return false;
}

bool opens_source(const Text& text, std::uint32_t at) {
  static constexpr WordSet kWords{"familiar", "close", "briefed", "involved", "aware", "with", "near", "in", "on", "who", "inside", "at", "from", "speaking", "present"};
  return at < text.size() && kWords.has(text.tokens[at].lower);
}

/// The end of "familiar with the talks" after "people".
std::uint32_t source_end(const Text& text, std::uint32_t at) {
  const std::uint32_t limit = std::min(sentence_end(text, at - 1), at + kLongestSource);
  const bool relative = text.is(at, "who");
  std::uint32_t end = at;
  while (end < limit && text.tokens[end].kind != TokenKind::kPunctuation && text.tokens[end].kind != TokenKind::kOpenQuote) {
    if (end > at + (relative ? 2 : 1) && (is_speech_verb(text.tokens[end].lower) || is_auxiliary(text.tokens[end].lower))) break;
    ++end;
    if (end < limit && text.tokens[end].possessive) ++end;
  }
  return end;
}

/// "a broader Trump administration": its name begins with the capital.
void skip_plain_modifiers(const Text& text, Tokens& role) {
  for (std::uint32_t i = role.first; i + 1 < role.last; ++i) {
    if (!text.tokens[i].capital) continue;
    role.first = i;
    return;
  }
}

/// "European leaders", "the Quaker relief committee": a name is part of the description.
bool is_proper(const ActorSearch& search, const Description& description) {
  static constexpr WordSet kRegions{"european", "western", "arab", "african", "asian", "gulf", "baltic", "nordic", "eastern", "southern", "northern", "western-backed"};
  for (std::uint32_t i = description.tokens.first; i < description.head; ++i) {
    const Token& word = search.text.tokens[i];
    const bool opens = begins_sentence(search.text, i);
    if (word.capital && (!opens || search.capitals.seen_as_name(word.lower) || kRegions.has(word.lower))) return true;
  }
  return false;
}

bool speaks_for_firm(std::string_view lower) {
  static constexpr WordSet kWords{"analysts", "economists", "strategists", "researchers", "lawyers", "bankers"};
  return kWords.has(lower);
}

bool is_source_word(std::string_view lower) {
  static constexpr WordSet kWords{"people", "person", "source", "sources", "official", "officials", "diplomat", "diplomats", "insider", "insiders",
                                  "aide",   "aides",  "adviser", "advisers", "executive", "member", "delegate", "negotiator"};
  return kWords.has(lower);
}

}  // namespace

bool is_company_word(std::string_view lower) {
  static constexpr WordSet kWords{"company", "firm",    "group",     "employer", "operator", "bidder", "brewer", "builder", "lender", "insurer", "carrier", "carmaker", "club", "airline", "publisher", "steelmaker", "miner", "chain",  "retailer", "manufacturer", "developer",
                                  "supplier", "contractor", "maker", "buyer",    "business", "utility", "landlord", "conglomerate", "producer"};
  return kWords.has(lower);
}

Description describe_phrase(const ActorSearch& search, const RolePhrase& phrase) {
  const Text& text = search.text;
  Description made;
  made.whole = {phrase.whole.first, phrase.head + 1};
  made.role = phrase.role;
  made.head = phrase.head;
  made.institution = phrase.institution;
  made.word = phrase.word;
  made.definite = phrase.definite;
  made.counted = phrase.counted;
  made.owner_words = phrase.owner;
  made.end = phrase.whole.last;
  if (text.is(phrase.head + 1, "who")) made.end = source_end(text, phrase.head + 1);
  made.by_pronoun = phrase.owner.size() == 1 && is_determiner(text.tokens[phrase.owner.first].lower);
  const std::string& head = text.tokens[phrase.head].lower;
  while (made.role.first < made.role.last - 1 && (text.is(made.role.first, "other") || text.tokens[made.role.first].kind == TokenKind::kNumber)) ++made.role.first;
  if (phrase.institution != nullptr) skip_plain_modifiers(text, made.role);
  made.tokens = made.role;
  const Tokens owner = phrase.owner;
  const bool owner_before = !owner.empty() && owner.last <= made.role.first;
  if (!owner.empty()) made.owner = search.drafts.last_in(owner);
  if (made.owner == kNoDraft) made.owner = search.drafts.last_in({made.role.first, made.role.last - 1});
  const bool by_name = owner_before && text.tokens[owner.first].capital;
  if (by_name || (owner_before && phrase.word.role && owner.size() > 1)) made.tokens.first = owner.first;
  const bool state = made.owner != kNoDraft && search.drafts[made.owner].entry.type == ActorType::kState;
  made.side = state && names_government(head) && made.tokens.size() <= 4;
  made.governs = phrase.definite && acts_by_office(head);
  const bool source = is_source_word(head) && opens_source(text, phrase.head + 1);
  made.unnamed = source || ((phrase.counted || !phrase.definite) && is_source_word(head)) || head == "diplomats";
  static constexpr WordSet kTelling{"familiar", "briefed", "close", "involved", "with"};
  const bool nameless = head == "people" || head == "person" || head.compare(0, 6, "source") == 0;
  if (source && (nameless || kTelling.has(text.tokens[phrase.head + 1].lower))) made.tokens.last = source_end(text, phrase.head + 1);
  made.end = std::max(made.end, made.tokens.last);
  if (head == "people" && !source) made.word = RoleWord();
  const bool spokes = head.compare(0, 6, "spokes") == 0 && made.owner != kNoDraft && !owner_before;
  if (spokes || (made.institution != nullptr && text.is(phrase.head + 1, "of") && made.owner != kNoDraft)) made.tokens.last = made.end;
  made.voice_of_owner = speaks_for_firm(head) && !owner_before && made.owner != kNoDraft && text.is(phrase.head + 1, "at");
  if (source && made.owner == kNoDraft) made.owner = search.drafts.last_in({phrase.head + 1, made.end});
  const bool of_person = made.owner != kNoDraft && search.drafts[made.owner].entry.type == ActorType::kPerson;
  made.voice_of_owner = made.voice_of_owner || (of_person && owner_before && head == "office");
  made.proper = is_proper(search, made);
  made.key = modus::reading::phrase(text, made.tokens);
  return made;
}

ActorDraft draft_of(const Description& description, const Text& text) {
  ActorDraft draft;
  draft.key = description.key;
  draft.entry.name = std::string(text.of(description.tokens));
  draft.entry.role = std::string(text.of(description.role));
  draft.affiliation = description.owner;
  draft.described = true;
  draft.owner = description.owner_words;
  if (description.institution != nullptr) {
    draft.entry.type = description.institution->plain_type;
  } else if (description.word.agents) {
    draft.entry.type = ActorType::kGroup;
    draft.entry.plural = true;
  } else {
    draft.entry.type = ActorType::kPerson;
    draft.entry.female = description.word.gender == Gender::kFemale;
    draft.entry.male = description.word.gender == Gender::kMale;
  }
  return draft;
}

bool is_kind(const ActorDraft& draft, std::string_view head) {
  const ActorType type = draft.entry.type;
  if (type == ActorType::kPerson || type == ActorType::kState || draft.entry.plural) return false;
  if (draft.entry.medium) return head == "agency" || head == "newspaper" || head == "paper" || head == "broadcaster";
  if (has_word(draft.key, head)) return true;
  if (has_word(fold(draft.entry.role), head)) return true;
  const bool lawmakers = has_word(draft.key, "parliament") || has_word(draft.key, "court") || has_word(draft.key, "council");
  if (head == "agency" && lawmakers) return false;
  if (head == "agency" || head == "organisation" || head == "organization" || head == "body" || head == "watchdog" || head == "regulator") {
    return (type == ActorType::kOrganisation || type == ActorType::kBody) && !any_word(draft.key, is_union_word) && !has_word(draft.key, "party");
  }
  if (head == "bloc") return any_word(draft.key, is_bloc_word);
  if (head == "group" || head == "movement") return type == ActorType::kOrganisation || type == ActorType::kCompany;
  if (is_company_word(head)) return type == ActorType::kCompany;
  if (head == "union" || head == "federation" || head == "association") return any_word(draft.key, is_union_word);
  if (is_hospital_word(head) || head == "management") return any_word(draft.key, is_hospital_word);
  return head == "bank" && has_word(draft.key, "savings");
}

bool fits(const ActorSearch& search, const ActorDraft& draft, const Description& description) {
  const Text& text = search.text;
  const std::string& head = text.tokens[description.head].lower;
  const ActorEntry& entry = draft.entry;
  if (description.institution != nullptr) {
    if (!is_kind(draft, head)) return false;
  } else if (description.word.agents) {
    const bool sources = head == "sources" && has_word(draft.key, "people");
    if (!entry.plural || (!sources && !has_word(draft.key, head))) return false;
  } else if (head == "source") {
    return entry.plural && (has_word(draft.key, "sources") || has_word(draft.key, "people"));
  } else if (entry.type != ActorType::kPerson || !has_word(fold(entry.role), head)) {
    return false;
  }
  for (std::uint32_t i = description.role.first; i < description.role.last; ++i) {
    const std::string& word = text.tokens[i].lower;
    const bool of_state = search.drafts.at(i) != kNoDraft && search.drafts[search.drafts.at(i)].entry.type == ActorType::kState;
    const bool agrees = i == description.head || of_state || has_word(draft.key, word) || has_word(fold(entry.role), word);
    if (!agrees) return false;
  }
  return true;
}

}  // namespace modus::reading

#include "modus/reading/descriptions.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/fold.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr std::uint32_t kLongestSource = 12;  // tokens of what follows "people" or "an official"

bool names_government(std::string_view lower) {
  static constexpr WordSet kWords{"government", "side", "authorities", "regime"};
  return kWords.has(lower);
}

bool acts_by_office(std::string_view lower) {
  static constexpr WordSet kWords{"government", "opposition", "ministry",  "cabinet", "parliament",
                                  "board",      "delegation", "union",     "council", "committee",
                                  "coalition",  "army",       "junta",     "court",   "tribunal",
                                  "commission", "party",      "regulator", "tribe"};
  return kWords.has(lower);
}

bool is_union_word(std::string_view lower) {
  static constexpr WordSet kWords{"union", "federation", "association", "guild",  "brotherhood",
                                  "local", "workers",    "teamsters",   "unions", "confederation"};
  const bool of_workers = lower.size() > 7 && lower.substr(lower.size() - 7) == "workers";  // "Steelworkers"
  return of_workers || kWords.has(lower);
}

bool is_bloc_word(std::string_view lower) {
  static constexpr WordSet kWords{"union",     "asean", "mercosur", "ecowas", "league",
                                  "community", "bloc",  "brics",    "g7",     "g20"};
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
    if (begins && (end == name.size() || name[end] == ' ' || name[end] == '-' || name[end] == '\''))
      return true;
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
  static constexpr WordSet kWords{"familiar", "close", "briefed", "involved", "aware",
                                  "with",     "near",  "in",      "on",       "who",
                                  "inside",   "at",    "from",    "speaking", "present"};
  return at < text.size() && kWords.has(text.tokens[at].lower);
}

/// The end of "familiar with the talks" after "people".
std::uint32_t source_end(const Text& text, std::uint32_t at) {
  const std::uint32_t limit = std::min(sentence_end(text, at - 1), at + kLongestSource);
  const bool relative = text.is(at, "who");
  std::uint32_t end = at;
  while (end < limit && text.tokens[end].kind != TokenKind::kPunctuation &&
         text.tokens[end].kind != TokenKind::kOpenQuote) {
    if (end > at + (relative ? 2 : 1) &&
        (is_speech_verb(text.tokens[end].lower) || is_auxiliary(text.tokens[end].lower)))
      break;
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
  static constexpr WordSet kRegions{"european", "western",  "arab",     "african",
                                    "asian",    "gulf",     "baltic",   "nordic",
                                    "eastern",  "southern", "northern", "western-backed"};
  for (std::uint32_t i = description.tokens.first; i < description.head; ++i) {
    const Token& word = search.text.tokens[i];
    const bool opens = begins_sentence(search.text, i);
    if (word.capital && (!opens || search.capitals.seen_as_name(word.lower) || kRegions.has(word.lower)))
      return true;
  }
  return false;
}

bool speaks_for_firm(std::string_view lower) {
  static constexpr WordSet kWords{"analysts",    "economists", "strategists",
                                  "researchers", "lawyers",    "bankers"};
  return kWords.has(lower);
}

bool is_source_word(std::string_view lower) {
  static constexpr WordSet kWords{"people",   "person",    "source",    "sources",  "official", "officials",
                                  "diplomat", "diplomats", "insider",   "insiders", "aide",     "aides",
                                  "adviser",  "advisers",  "executive", "member",   "delegate", "negotiator"};
  return kWords.has(lower);
}

}  // namespace

bool is_company_word(std::string_view lower) {
  static constexpr WordSet kWords{"company",    "firm",     "group",      "employer",     "operator",
                                  "bidder",     "brewer",   "builder",    "lender",       "insurer",
                                  "carrier",    "carmaker", "club",       "airline",      "publisher",
                                  "steelmaker", "miner",    "chain",      "retailer",     "manufacturer",
                                  "developer",  "supplier", "contractor", "maker",        "buyer",
                                  "business",   "utility",  "landlord",   "conglomerate", "producer"};
  return kWords.has(lower);
}

namespace {

/// Reads what a phrase says, step by step.
class Describer {
 public:
  Describer(const ActorSearch& search, const RolePhrase& phrase)
      : search_(search), text_(search.text), phrase_(phrase), head_(search.text.tokens[phrase.head].lower) {}

  Description describe() {
    take_over();
    find_owner();
    find_source();
    find_extent();
    find_voice();
    made_.key = modus::reading::phrase(text_, made_.tokens);
    return made_;
  }

 private:
  void take_over() {
    made_.whole = {phrase_.whole.first, phrase_.head + 1};
    made_.role = phrase_.role;
    made_.head = phrase_.head;
    made_.institution = phrase_.institution;
    made_.word = phrase_.word;
    made_.definite = phrase_.definite;
    made_.counted = phrase_.counted;
    made_.owner_words = phrase_.owner;
    made_.end = text_.is(after(), "who") ? source_end(text_, after()) : phrase_.whole.last;
    made_.governs = phrase_.definite && acts_by_office(head_);
    skip_counts();
    const bool odd =
        phrase_.word.agents && (text_.is(phrase_.whole.first, "a") || text_.is(phrase_.whole.first, "an"));
    if (odd) made_.role.first = phrase_.head;  // "a sum campaigners called small"
    if (phrase_.institution != nullptr) skip_plain_modifiers(text_, made_.role);
  }

  std::uint32_t after() const { return phrase_.head + 1; }

  /// "the two other investors": investors.
  void skip_counts() {
    Tokens& role = made_.role;
    const auto counts = [&](std::uint32_t at) {
      return text_.is(at, "other") || text_.tokens[at].kind == TokenKind::kNumber;
    };
    while (role.size() > 1 && counts(role.first)) ++role.first;
  }

  void find_owner() {
    const Tokens owner = phrase_.owner;
    made_.by_pronoun = owner.size() == 1 && is_determiner(text_.tokens[owner.first].lower);
    owner_before_ = !owner.empty() && owner.last <= made_.role.first;
    if (!owner.empty()) made_.owner = search_.drafts.last_in(owner);
    if (made_.owner == kNoDraft)
      made_.owner = search_.drafts.last_in({made_.role.first, made_.role.last - 1});
  }

  void find_source() {
    source_ = is_source_word(head_) && opens_source(text_, after());
    const bool indefinite = phrase_.counted || !phrase_.definite;
    made_.unnamed = source_ || (indefinite && is_source_word(head_)) || head_ == "diplomats";
    if (head_ == "people" && !source_) made_.word = RoleWord();
  }

  /// Which words name it: owner, role and what follows where that belongs to the name.
  void find_extent() {
    static constexpr WordSet kTelling{"familiar", "briefed", "close", "involved", "with"};
    made_.tokens = made_.role;
    const bool by_name = owner_before_ && text_.tokens[phrase_.owner.first].capital;
    const bool of_someone = owner_before_ && phrase_.word.role && phrase_.owner.size() > 1;
    if (by_name || of_someone) made_.tokens.first = phrase_.owner.first;
    const bool nameless = head_ == "people" || head_ == "person" || head_.compare(0, 6, "source") == 0;
    if (source_ && (nameless || kTelling.has(text_.tokens[after()].lower)))
      made_.tokens.last = source_end(text_, after());
    made_.end = std::max(made_.end, made_.tokens.last);
    if (source_ && made_.owner == kNoDraft) made_.owner = search_.drafts.last_in({after(), made_.end});
    const bool spokes = head_.compare(0, 6, "spokes") == 0 && !owner_before_;
    const bool of_named = made_.institution != nullptr && text_.is(after(), "of");
    if (made_.owner != kNoDraft && (spokes || of_named)) made_.tokens.last = made_.end;
    made_.proper = is_proper(search_, made_);
  }

  /// For whom it speaks: a state's side for the state, a firm's analysts for the firm.
  void find_voice() {
    if (made_.owner == kNoDraft) return;
    const ActorType owner = search_.drafts[made_.owner].entry.type;
    made_.side = owner == ActorType::kState && names_government(head_) && made_.tokens.size() <= 4;
    made_.side = made_.side || (owner_before_ && head_ == "side");
    const bool at_firm = speaks_for_firm(head_) && !owner_before_ && text_.is(after(), "at");
    made_.voice_of_owner = at_firm || (owner == ActorType::kPerson && owner_before_ && head_ == "office");
  }

  const ActorSearch& search_;
  const Text& text_;
  const RolePhrase& phrase_;
  const std::string& head_;
  bool owner_before_ = false, source_ = false;
  Description made_;
};

}  // namespace

Description describe_phrase(const ActorSearch& search, const RolePhrase& phrase) {
  return Describer(search, phrase).describe();
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
  if (draft.entry.medium)
    return head == "agency" || head == "newspaper" || head == "paper" || head == "broadcaster";
  if (has_word(draft.key, head)) return true;
  if (has_word(fold(draft.entry.role), head)) return true;
  const bool lawmakers =
      has_word(draft.key, "parliament") || has_word(draft.key, "court") || has_word(draft.key, "council");
  if (head == "agency" && lawmakers) return false;
  if (head == "agency" || head == "organisation" || head == "organization" || head == "body" ||
      head == "watchdog" || head == "regulator") {
    return (type == ActorType::kOrganisation || type == ActorType::kBody) &&
           !any_word(draft.key, is_union_word) && !has_word(draft.key, "party");
  }
  if (head == "bloc") return any_word(draft.key, is_bloc_word);
  if (head == "group" || head == "movement")
    return type == ActorType::kOrganisation || type == ActorType::kCompany;
  if (is_company_word(head)) return type == ActorType::kCompany;
  if (head == "union" || head == "federation" || head == "association")
    return any_word(draft.key, is_union_word);
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
    const bool of_state =
        search.drafts.at(i) != kNoDraft && search.drafts[search.drafts.at(i)].entry.type == ActorType::kState;
    const bool agrees =
        i == description.head || of_state || has_word(draft.key, word) || has_word(fold(entry.role), word);
    if (!agrees) return false;
  }
  return true;
}

}  // namespace modus::reading

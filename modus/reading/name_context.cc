#include "modus/reading/name_context.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "modus/reading/clause_words.h"
#include "modus/reading/role_phrases.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

class Surroundings {
 public:
  Surroundings(const ActorSearch& search, std::vector<ParsedName>& names)
      : search_(search), text_(search.text), names_(names) {}

  void read() {
    for (ParsedName& name : names_) look_at(name);
    share_titles();
    doubt_guesses();
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }

  void look_at(ParsedName& name) {
    if (name.kind == NameKind::kKnown || name.kind == NameKind::kThing || name.kind == NameKind::kTitle)
      return;
    if (name.kind == NameKind::kOrganisation && !name.weak) return owner_before(name);
    if (!title_before(name) && !apposition_after(name) && !apposition_before(name)) guess(name);
    owner_after(name);
    owner_before(name);
  }

  void become_person(ParsedName& name, const RolePhrase& phrase) const {
    name.kind = NameKind::kPerson;
    const bool rank =
        !name.role.empty() &&
        role_at(text_, name.role.first, name.role.last).word.honorific;  // "General", "Ambassador"
    if (name.role.empty() || name.honorific || rank) name.role = phrase.role;
    if (name.owner.empty()) name.owner = phrase.owner;
    name.honorific = false;
    const bool adjoins = phrase.whole.last == name.whole.first && !phrase.word.agents;
    const bool owner_adjoins = !phrase.owner.empty() && phrase.owner.last == phrase.role.first &&
                               token(phrase.owner.first).capital &&
                               !is_determiner(token(phrase.owner.first).lower);
    if (adjoins) name.whole.first = owner_adjoins ? phrase.owner.first : phrase.role.first;
    if (name.gender == Gender::kUnknown) name.gender = phrase.word.gender;
    if (name.gender == Gender::kUnknown)
      name.gender = WordClasses::get().gender_of_first_name(token(name.core.first).lower);
  }

  static bool is_one_person(const RolePhrase& phrase) {
    return phrase.institution == nullptr && phrase.word.role && !phrase.word.agents;
  }

  /// "union president Yolanda Freese", "the grocery group Brandt & Söhne".
  bool title_before(ParsedName& name) const {
    const std::uint32_t at = token_before(text_, name.whole.first);
    if (at == kNoToken || token(at).kind != TokenKind::kWord || token(at).capital) return false;
    if (const auto phrase = role_phrase_before(text_, at + 1); phrase && phrase->institution == nullptr) {
      const bool fits = is_one_person(*phrase) && phrase->head == at && !is_acronym(text_.of(name.core));
      if (fits && name.core.size() <= 6) become_person(name, *phrase);
      const bool one_of = phrase->word.agents && name.core.size() > 1 && phrase->head == at &&
                          name.kind != NameKind::kOrganisation;
      if (one_of) become_person(name, *phrase);
      return fits || one_of;
    }
    const InstitutionWord* word = WordClasses::get().institution(token(at).lower);
    if (word == nullptr || !word->plain || name.kind == NameKind::kPerson) return false;
    name.kind = NameKind::kOrganisation;
    name.type = text_.is(at, "group") ? ActorType::kCompany : word->plain_type;
    name.role = {at, at + 1};
    name.medium = token(at).lower == "newspaper" || token(at).lower == "broadcaster";
    return true;
  }

  /// ", the union's general secretary,", ", who", ", 52,", ", a trade union,".
  bool apposition_after(ParsedName& name) const {
    const std::uint32_t comma = name.core.last;
    if (comma + 1 >= sentence_end(text_, name.core.first)) return false;
    if (text_.is(comma, "(") && name.kind == NameKind::kUnknown) return false;
    if (!text_.is(comma, ",") && token(comma).kind != TokenKind::kDash) return false;
    const Token& next = token(comma + 1);
    if ((next.lower == "who" || next.lower == "whose") && name.core.size() <= 4 &&
        !text_.is(name.core.first - (name.core.first > 0 ? 1U : 0U), "the")) {
      name.kind = NameKind::kPerson;
      return false;
    }
    const bool age = next.kind == TokenKind::kNumber && next.span.size() == 2 && text_.is(comma + 2, ",");
    if (age && name.core.size() > 1) name.kind = NameKind::kPerson;
    const auto phrase = role_phrase_at(text_, comma + (age ? 3 : 1));
    if (phrase && is_one_person(*phrase) && ends_clause(phrase->whole.last)) {
      become_person(name, *phrase);
      return true;
    }
    return name.kind != NameKind::kPerson && institution_after(name, comma + 1);
  }

  bool ends_clause(std::uint32_t at) const {
    if (at >= text_.size() || token(at).kind != TokenKind::kWord) return true;
    return looks_finite(token(at).lower) || is_function_word(token(at).lower);
  }

  /// "Norsound, the ferry operator,": the noun says what it is.
  bool institution_after(ParsedName& name, std::uint32_t at) const {
    if (text_.is(at, "which") && name.core.size() > 1) {
      name.kind = NameKind::kOrganisation;
      name.type = search_.capitals.seen_plain("company") ? ActorType::kCompany : ActorType::kOrganisation;
      return true;
    }
    if (!is_determiner(token(at).lower)) return false;
    for (std::uint32_t i = at + 1; i < std::min(at + 6, sentence_end(text_, at)); ++i) {
      const InstitutionWord* word = WordClasses::get().institution(token(i).lower);
      if (word != nullptr && word->plain && !token(i).capital &&
          !(i + 1 < text_.size() && is_modifier(token(i + 1)))) {
        name.type = name.kind == NameKind::kOrganisation ? name.type : word->plain_type;
        name.role = {at + 1, i + 1};
        name.kind = NameKind::kOrganisation;
        return true;
      }
      if (!is_modifier(token(i))) return false;
    }
    return false;
  }

  /// "Oltrend's foreign minister, Tomas Revik,".
  bool apposition_before(ParsedName& name) const {
    const std::uint32_t comma = token_before(text_, name.whole.first);
    if (comma == kNoToken || !text_.is(comma, ",")) return false;
    const auto phrase = role_phrase_before(text_, comma);
    if (phrase && phrase->institution != nullptr && phrase->head + 1 == comma && name.role.empty() &&
        text_.is(name.core.last, ",")) {  // "a parents' group, NAME,"
      name.kind = NameKind::kOrganisation;
      name.type = phrase->institution->plain_type;
      name.role = phrase->role;
      return true;
    }
    const bool several = phrase && phrase->word.agents && name.core.size() > 1 &&
                         text_.is(name.core.last, "and") && name.kind != NameKind::kOrganisation;
    if (several) become_person(name, *phrase);  // "two ministers of the bloc, NAME and NAME"
    if (!phrase || !is_one_person(*phrase)) return several;
    const bool named_already = phrase->owner.empty() && !phrase->definite && name.kind != NameKind::kPerson;
    const bool closes = ends_clause(name.core.last) || token(name.core.last).capital;
    if (named_already || !closes || name.core.size() > 4) return false;
    become_person(name, *phrase);
    return true;
  }

  /// "Jonas Whitcombe of Arden Securities", "Kenji Morooka, who heads Osaka Lumen's ...": whose a person is.
  void owner_after(ParsedName& name) const {
    if (name.kind != NameKind::kPerson || !name.owner.empty()) return;
    std::uint32_t at = name.core.last;
    const bool linked = text_.is(at, "of") || text_.is(at, "at") || text_.is(at, "from");
    static constexpr WordSet kLeads{"heads",  "leads", "runs",    "chairs",     "represents",
                                    "headed", "led",   "chaired", "represented"};
    const bool leads = text_.is(at, ",") && text_.is(at + 1, "who") && at + 2 < text_.size() &&
                       kLeads.has(token(at + 2).lower);
    if (!linked && !leads) return;
    at += linked ? 1 : 3;
    if (text_.is(at, "the")) ++at;
    std::uint32_t end = at;
    while (end < sentence_end(text_, name.core.first) && (token(end).capital || text_.is(end, "&"))) ++end;
    name.owner = {at, end};
  }

  /// "Hungary's Viktor Orban", "the union, led by Gulya Nurova".
  void owner_before(ParsedName& name) const {
    if (name.kind == NameKind::kUnknown || name.kind == NameKind::kKnown || !name.owner.empty()) return;
    std::uint32_t at = token_before(text_, name.whole.first);
    while (at != kNoToken && at > 0 && is_role_modifier(token(at).lower) && !token(at).capital)
      --at;  // "Spain's acting Prime Minister"
    if (at == kNoToken || at < 1 || token(at).sentence != token(name.whole.first).sentence) return;
    static constexpr WordSet kLed{"led", "headed", "chaired", "represented", "run", "owned"};
    if (token(at).possessive && token(at - 1).capital) name.owner = {at - 1, at};
    if (at > 2 && text_.is(at, "by") && kLed.has(token(at - 1).lower) && text_.is(at - 2, ","))
      name.owner = {at - 3, at - 2};
  }

  /// Two or three words of no known kind that speak are a person; with "the" before them they are not.
  void guess(ParsedName& name) const {
    if (name.kind != NameKind::kUnknown || name.core.size() < 2 || name.core.size() > 4) return;
    const std::uint32_t at = token_before(text_, name.core.first);
    if (at != kNoToken && text_.is(at, "the")) return;
    const std::uint32_t after = name.core.last;
    if (role_at(text_, name.core.last - 1, name.core.last).word.agents) return;
    const bool inverted = at != kNoToken && is_speech_verb(token(at).lower) &&
                          (after >= text_.size() || token(after).kind != TokenKind::kWord ||
                           text_.is(after, "of") || text_.is(after, "at"));
    name.guessed = inverted || speech_verb_follows(text_, after);
    if (name.guessed) name.kind = NameKind::kPerson;
  }

  /// "U.S. envoys Steve Witkoff and Jared Kushner": the title of several.
  void share_titles() {
    for (std::size_t i = 1; i < names_.size(); ++i) {
      const ParsedName& left = names_[i - 1];
      ParsedName& right = names_[i];
      const bool joined = right.whole.first == left.core.last + 1 &&
                          (text_.is(left.core.last, "and") || text_.is(left.core.last, ","));
      const bool several = left.kind == NameKind::kPerson && !left.role.empty() &&
                           role_at(text_, left.role.last - 1, left.role.last).word.agents;
      if (!joined || !several || right.kind == NameKind::kOrganisation || right.core.size() < 2 ||
          !right.role.empty())
        continue;
      right.kind = NameKind::kPerson;
      right.role = left.role;
      right.owner = left.owner;
    }
  }

  /// A person is soon called by the surname alone; what is named in full again and again is none.
  void doubt_guesses() {
    std::unordered_map<std::string, int> full, alone;
    for (const ParsedName& name : names_) {
      if (name.core.size() == 1) ++alone[token(name.core.first).lower];
      if (name.core.size() > 1) ++full[phrase(text_, name.core)];
    }
    for (ParsedName& name : names_) {
      if (!name.guessed || full[phrase(text_, name.core)] < 2 ||
          alone.count(token(name.core.last - 1).lower) > 0)
        continue;
      name.kind = NameKind::kUnknown;
      name.guessed = false;
    }
  }

  const ActorSearch& search_;
  const Text& text_;
  std::vector<ParsedName>& names_;
};

}  // namespace

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 7 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '+'; });
}

void look_around(const ActorSearch& search, std::vector<ParsedName>& names) {
  Surroundings(search, names).read();
}

}  // namespace modus::reading

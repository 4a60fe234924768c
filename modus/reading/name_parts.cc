#include "modus/reading/name_parts.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

bool is_thing_word(std::string_view lower) {
  static constexpr WordSet kWords{
      "act",        "treaty",    "agreement",   "accord",   "accords",      "protocol",    "convention",
      "bill",       "law",       "summit",      "war",      "deal",         "declaration", "plan",
      "bridge",     "river",     "valley",      "street",   "road",         "square",      "palace",
      "sea",        "bay",       "gulf",        "strait",   "mountains",    "mountain",    "island",
      "islands",    "region",    "province",    "county",   "route",        "award",       "cup",
      "lane",       "avenue",    "park",        "station",  "airport",      "hall",        "tower",
      "room",       "rooms",     "gardens",     "field",    "ridge",        "canal",       "lake",
      "basin",      "delta",     "peninsula",   "coast",    "desert",       "hills",       "creek",
      "dam",        "pass",      "code",        "charter",  "constitution", "pact",        "memorandum",
      "resolution", "directive", "budget",      "index",    "day",          "week",        "weekend",
      "eve",        "games",     "olympics",    "report",   "article",      "chapter",     "section",
      "clause",     "annex",     "appendix",    "phase",    "stage",        "time",        "bank holiday",
      "arena",      "stadium",   "nations des", "monument", "cathedral",    "castle",      "mall",
      "inn",        "theatre",   "theater",     "district", "quarter",      "quay",        "wharf",
      "docks",      "beach",     "cape",        "head",     "point",        "village",     "town",
      "line",       "mark",      "prize",       "highway",  "motorway",     "crossing",    "corridor",
      "zone",       "border",    "estuary",     "sound",    "channel",      "reservoir",   "glacier",
      "forest"};
  return kWords.has(lower);
}

bool is_courtesy(std::string_view lower) {
  static constexpr WordSet kWords{
      "mr",      "mrs",      "ms",      "miss",    "mister", "madam",    "sir",      "dame",   "lord",
      "lady",    "dr",       "doctor",  "herr",    "frau",   "monsieur", "madame",   "mme",    "signor",
      "signora", "senhor",   "senhora", "don",     "dona",   "comrade",  "hon",      "baron",  "baroness",
      "count",   "countess", "sister",  "brother", "father", "rev",      "reverend", "sheikh", "sheikha"};
  return kWords.has(lower);
}

class Parser {
 public:
  Parser(const Text& text, Tokens run) : text_(text), run_(run) {}

  std::vector<ParsedName> parse() {
    const bool first_name =
        run_.size() > 1 && WordClasses::get().is_first_name(token(run_.first).lower);  // "Jordan Smith"
    const bool portfolio = run_.size() > 2 && is_role_modifier(token(run_.first).lower) &&
                           role_at(text_, run_.first + 1, run_.last);  // "Treasury Secretary"
    if (const auto hit = Gazetteer::get().at(text_, run_.first);
        hit && !portfolio && !(first_name && hit->length == 1)) {
      if (hit->length >= run_.size()) return {known(*hit)};
      if (!ends_in_institution() && !is_thing()) return split_known(*hit);
      ParsedName whole = rest(run_);  // "German Bakers' Federation"
      if (hit->how == KnownAs::kAdjective && whole.owner.empty())
        whole.owner = {run_.first, run_.first + hit->length};
      return {whole};
    }
    return {rest(run_)};
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }
  const InstitutionWord* institution(std::uint32_t at) const {
    return WordClasses::get().institution(token(at).lower);
  }

  ParsedName known(const GazetteerHit& hit) const {
    ParsedName made;
    made.whole = made.core = {run_.first, run_.first + hit.length};
    made.kind = NameKind::kKnown;
    made.known = hit;
    return made;
  }

  /// "Ukrainian President Volodymyr Zelenskyy": the state, and a person of it.
  std::vector<ParsedName> split_known(const GazetteerHit& hit) const {
    ParsedName state = known(hit);
    ParsedName other = rest({run_.first + hit.length, run_.last});
    if (other.kind == NameKind::kPerson && !other.role.empty()) {
      other.whole.first = run_.first;
      if (other.owner.empty()) other.owner = state.core;
    }
    return {state, other};
  }

  /// The word of the run that makes it an organisation's name; kNoToken where none does.
  std::uint32_t institution_word(Tokens range) const {
    for (std::uint32_t i = range.first + 1; i < range.last; ++i) {
      const bool heads = text_.is(i, "of") || text_.is(i, "for");
      if (heads && names(i - 1)) return i - 1;
      if (text_.is(i, "of") && (text_.is(i - 1, "bank") || text_.is(i - 1, "house"))) return i - 1;
    }
    return names(range.last - 1) ? range.last - 1 : kNoToken;
  }

  bool names(std::uint32_t at) const {
    const InstitutionWord* word = institution(at);
    return word != nullptr && (word->names || word->weak || word->medium);
  }

  bool ends_in_institution() const { return institution_word(run_) != kNoToken; }
  bool is_thing() const { return is_thing_word(token(run_.last - 1).lower) && !names(run_.last - 1); }

  ParsedName rest(Tokens range) const {
    ParsedName made;
    made.whole = made.core = range;
    if (ParsedName person = made; titled(range, person)) return person;
    const std::uint32_t last = range.last - 1;
    const bool hyphenated = range.size() == 3 && text_.is(range.first + 1, "-");  // "Mercedes-Benz"
    const bool first_name =
        WordClasses::get().is_first_name(token(range.first).lower) && range.size() > 1 && !hyphenated;
    const std::uint32_t word = institution_word(range);
    const bool strong = word != kNoToken && institution(word) != nullptr && institution(word)->names;
    if (has_ampersand(range) || (range.size() > 1 && opens_firm(token(range.first).lower)))
      return company(made);
    if (range.size() == 1 && role_at(text_, last, range.last).word.agents) {  // "MPs"
      made.kind = NameKind::kThing;
      return made;
    }
    if (word != kNoToken && (range.size() > 1 || strong) && !(first_name && !strong && range.size() < 4))
      return organisation(made, word);
    if (range.size() > 1 && role_at(text_, last, range.last).word.agents) {  // "United Steelworkers"
      made.kind = NameKind::kOrganisation;
    } else if (is_thing_word(token(last).lower) && range.size() > 1 && !first_name) {
      made.kind = NameKind::kThing;
    } else if ((first_name && range.size() <= 5) || has_initial(range)) {
      made.kind = NameKind::kPerson;
      made.gender = WordClasses::get().gender_of_first_name(token(range.first).lower);
    }
    return made;
  }

  /// "Banco Horizonte", "Groupe Valmont".
  static bool opens_firm(std::string_view lower) {
    static constexpr WordSet kWords{"banco",  "banque",    "banca",   "groupe",  "grupo",
                                    "gruppo", "compagnie", "societe", "caisse",  "cassa",
                                    "bank",   "companhia", "credit",  "compania"};
    return kWords.has(lower);
  }

  bool has_ampersand(Tokens range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (text_.is(i, "&")) return true;
    }
    return false;
  }

  bool has_initial(Tokens range) const {
    for (std::uint32_t i = range.first + 1; i < range.last; ++i) {
      if (text_.is(i, ".") && range.size() > 2) return true;
    }
    return false;
  }

  ParsedName company(ParsedName made) const {
    made.kind = NameKind::kOrganisation;
    made.type = ActorType::kCompany;
    const InstitutionWord* word = institution(made.core.last - 1);
    if (word != nullptr && word->medium) made.medium = true;
    if (word != nullptr && (word->names || word->medium)) made.type = word->type;
    return made;
  }

  ParsedName organisation(ParsedName made, std::uint32_t at) const {
    const InstitutionWord& word = *institution(at);
    made.kind = NameKind::kOrganisation;
    made.type = word.type;
    made.weak = !word.names;
    made.medium = word.medium;
    return made;
  }

  /// "Dame Priya Nair", "Council Leader Martin Sedge", "Secretary of State Marco Rubio".
  bool titled(Tokens range, ParsedName& made) const {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const RoleHit hit = role_at(text_, i, range.last);
      if (!hit || hit.word.agents) continue;
      if (i > range.first && WordClasses::get().is_first_name(token(i - 1).lower))
        return false;  // "Elizabeth King"
      if (i > range.first && i + hit.length == range.last &&
          WordClasses::get().is_first_name(token(range.first).lower))
        return false;
      return take_title(range, i, hit, made);
    }
    return false;
  }

  bool take_title(Tokens range, std::uint32_t at, RoleHit hit, ParsedName& made) const {
    std::uint32_t end = at + hit.length;
    made.honorific = is_courtesy(token(at).lower);
    made.gender = hit.word.gender;
    while (const RoleHit more = role_at(text_, end, range.last)) {
      if (more.word.agents || end + more.length == range.last) break;
      made.honorific = made.honorific && is_courtesy(token(end).lower);
      if (more.word.gender != Gender::kUnknown) made.gender = more.word.gender;
      end += more.length;
    }
    if (institution_word(range) != kNoToken) return false;
    std::uint32_t first = at;
    while (first > range.first && is_role_modifier(token(first - 1).lower)) --first;
    made.role = {first, end};
    made.owner = {range.first, first};
    if (text_.is(end, "of") || text_.is(end, "for")) {  // "Assistant for Foreign Affairs Yuri Ushakov"
      for (std::uint32_t i = end + 1; i + 1 < range.last; ++i) {
        if (!WordClasses::get().is_first_name(token(i).lower)) continue;
        made.role.last = end = i;
        break;
      }
    }
    if (end >= range.last || text_.is(end, "of") || text_.is(end, "for")) {
      made.kind = NameKind::kTitle;
      made.core = made.role;
      return true;
    }
    const bool person = made.honorific || WordClasses::get().is_first_name(token(end).lower);
    if (is_thing_word(token(range.last - 1).lower) && !person) return false;
    made.kind = NameKind::kPerson;
    made.core = {end, range.last};
    if (made.gender == Gender::kUnknown)
      made.gender = WordClasses::get().gender_of_first_name(token(end).lower);
    return true;
  }

  const Text& text_;
  Tokens run_;
};

}  // namespace

std::vector<ParsedName> parse_run(const Text& text, Tokens run) { return Parser(text, run).parse(); }

}  // namespace modus::reading

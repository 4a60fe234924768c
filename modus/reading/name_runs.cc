#include "modus/reading/name_runs.h"

#include <algorithm>

#include "modus/reading/clause_words.h"
#include "modus/reading/gazetteer.h"
#include "modus/reading/lexicon.h"
#include "modus/reading/word_classes.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kParticles{"de",  "la", "van", "von", "der", "den", "del", "della", "di",  "da",
                             "dos", "du", "le",  "al",  "el",  "bin", "ibn", "bint",  "ben", "zu",
                             "af",  "av", "ter", "ten", "o",   "do",  "das", "y",     "e"};

/// "al-Arabi".
bool has_article(std::string_view lower) {
  static constexpr WordSet kArticles{"al", "el", "ul", "as", "ash", "at", "ar", "an", "ad", "az"};
  const std::size_t hyphen = lower.find('-');
  return hyphen != std::string_view::npos && hyphen + 2 < lower.size() &&
         kArticles.has(lower.substr(0, hyphen));
}

bool is_word(const Token& token) { return token.kind == TokenKind::kWord; }

const InstitutionWord* institution(const Token& token) { return WordClasses::get().institution(token.lower); }

bool names_institution(const Token& token) {
  const InstitutionWord* word = institution(token);
  return word != nullptr && (word->names || word->weak || word->medium);
}

bool is_company_word(const Token& token) {
  const InstitutionWord* word = institution(token);
  return word != nullptr && word->type == ActorType::kCompany;
}

/// Finds where the run that begins at a token ends.
class RunEnd {
 public:
  RunEnd(const Text& text, const std::vector<Zone>& zones, const CapitalWords& capitals, std::uint32_t first)
      : text_(text),
        zones_(zones),
        capitals_(capitals),
        first_(first),
        end_(first + 1),
        limit_(sentence_end(text, first)) {}

  std::uint32_t find() {
    if (const auto hit = Gazetteer::get().at(text_, first_)) end_ = std::max(end_, first_ + hit->length);
    while (end_ < limit_ && grow()) {
    }
    return end_;
  }

 private:
  const Token& token(std::uint32_t at) const { return text_.tokens[at]; }
  bool name_at(std::uint32_t at) const {
    return at < limit_ && zones_[at] == zones_[first_] && capitals_.is_name(at);
  }
  std::uint32_t names_from(std::uint32_t at) const {
    while (name_at(at) || (at < limit_ && text_.is(at, "&") && name_at(at + 1))) ++at;
    return at;
  }

  bool take_to(std::uint32_t end) {
    end_ = end;
    return true;
  }

  bool grow() {
    const Token& next = token(end_);
    if (name_at(end_)) return take_to(end_ + 1);
    if (next.lower == "&" && name_at(end_ + 1)) return take_to(end_ + 2);
    if (next.lower == "." && next.joined && is_short(token(end_ - 1).lower) && name_at(end_ + 1))
      return take_to(end_ + 2);
    if (next.lower == "-" && next.joined) return over_hyphen();
    if (next.kind == TokenKind::kNumber) return takes_number() && take_to(end_ + 1);
    if (next.possessive) return over_possessive();
    if (next.lower == "of") return over_of();
    if (next.lower == "for")
      return (is_organisation_word(end_ - 1) || text_.is(end_ - 1, "transport") ||
              role_at(text_, end_ - 1, end_)) &&
             name_at(end_ + 1) && take_to(end_ + 2);
    if (next.lower == "and" || next.lower == ",") return over_and();
    return over_particle();
  }

  /// An initial or a title that is written with a full stop: "J.", "Brig."
  static bool is_short(const std::string& lower) {
    const RoleWord* word = WordClasses::get().role(lower);
    return lower.size() == 1 || (lower.size() <= 5 && word != nullptr && word->honorific && !word->role);
  }

  bool over_hyphen() {
    if (!name_at(end_ + 1) || !token(end_ + 1).joined) return false;
    const bool states =
        Gazetteer::get().at(text_, end_ - 1).has_value() || Gazetteer::get().at(text_, end_ + 1).has_value();
    return !states && take_to(end_ + 2);
  }

  bool takes_number() const {
    static constexpr WordSet kBefore{"local", "lodge", "branch", "group", "channel", "number"};
    return kBefore.has(token(end_ - 1).lower);
  }

  /// "Harbour Workers' Federation", "People's Party": what follows must end like an organisation.
  bool over_possessive() {
    const std::uint32_t last = names_from(end_ + 1);
    const bool plural = token(end_).lower == "'";
    if (last == end_ + 1) return plural && text_.is(end_ + 1, "and") && grow_pair(end_ + 1);
    if (!names_institution(token(last - 1)) || Gazetteer::get().at(text_, end_ - 1)) return false;
    const RoleHit role = role_at(text_, end_ - 1, end_);
    return (plural || role.word.agents || role.word.role || is_common_owner(token(end_ - 1).lower)) &&
           take_to(last);
  }

  static bool is_common_owner(std::string_view lower) {
    static constexpr WordSet kOwners{"people", "women",  "men",     "children", "farmer",   "worker",
                                     "bishop", "king",   "queen",   "prince",   "mother",   "writer",
                                     "player", "reader", "citizen", "patient",  "consumer", "young",
                                     "trader", "bar",    "director"};
    return kOwners.has(lower);
  }

  bool is_organisation_word(std::uint32_t at) const {
    const InstitutionWord* word = institution(token(at));
    return word != nullptr && (word->names || word->weak) && word->type != ActorType::kCompany;
  }

  bool over_of() {
    static constexpr WordSet kHeads{
        "house",   "bank",        "republic", "kingdom",    "secretary", "college",    "port",      "board",
        "bishop",  "archbishop",  "friends",  "states",     "state",     "sons",       "daughters", "order",
        "knights", "brotherhood", "emirate",  "sultanate",  "minister",  "chief",      "duke",      "earl",
        "duchess", "lord",        "speaker",  "university", "school",    "archdiocese"};
    std::uint32_t next = end_ + 1;
    if (text_.is(next, "the")) ++next;
    if (!name_at(next)) return false;
    const bool local = end_ - first_ > 1 && token(end_ - 1).kind == TokenKind::kNumber;
    if (!local && !is_organisation_word(end_ - 1) && !kHeads.has(token(end_ - 1).lower)) return false;
    return take_to(next + 1);
  }

  bool is_ministry_of() const {
    bool office = false;
    for (std::uint32_t i = first_; i < end_; ++i) {
      static constexpr WordSet kOffices{"ministry",    "department", "secretary", "minister",
                                        "secretariat", "committee",  "board",     "office"};
      if (kOffices.has(token(i).lower)) office = true;
      if (office && (token(i).lower == "of" || token(i).lower == "for")) return true;
    }
    return false;
  }

  bool over_and() {
    const bool comma = text_.is(end_, ",");
    if (!name_at(end_ + 1)) return false;
    if (is_ministry_of()) return over_ministry_list(comma);
    if (const std::uint32_t end = end_of_listed_union(); end > end_) return take_to(end);
    return !comma && grow_pair(end_);
  }

  /// "the Rail, Maritime and Transport union"; the present end where it is no such list.
  std::uint32_t end_of_listed_union() const {
    if (first_ == 0 || !text_.is(first_ - 1, "the")) return end_;
    std::uint32_t at = end_;
    bool last = false;
    while (at < limit_ && at < first_ + 10 && name_at(at + 1) && !last &&
           (text_.is(at, ",") || text_.is(at, "and"))) {
      last = text_.is(at, "and");
      at = names_from(at + 1);
    }
    static constexpr WordSet kUnions{"union", "federation", "association", "confederation"};
    return last && at < limit_ && kUnions.has(token(at).lower) ? at + 1 : end_;
  }

  /// "Ministry of Agriculture and Forestry"; "Environment, Food and Rural Affairs".
  bool over_ministry_list(bool comma) {
    if (Gazetteer::get().at(text_, end_ + 1)) return false;
    const std::uint32_t last = names_from(end_ + 1);
    if (comma && !(text_.is(last, "and") && name_at(last + 1))) return false;
    const bool person =
        WordClasses::get().is_first_name(token(end_ + 1).lower) || token(end_ - 1).lower == "state";
    return !person && take_to(last);
  }

  /// "Bakers and Allied Trades Union": the second part ends like a union, the first like nothing of its own.
  bool grow_pair(std::uint32_t at_and) {
    std::uint32_t last = names_from(at_and + 1);
    if (last < limit_ && token(last).possessive) last = std::max(last, names_from(last + 1));
    if (last <= at_and + 2 || last - first_ > 9 || names_institution(token(end_ - 1))) return false;
    if (!names_institution(token(last - 1)) || is_company_word(token(last - 1))) return false;
    for (std::uint32_t i = first_; i < end_; ++i) {
      if (Gazetteer::get().at(text_, i) || WordClasses::get().is_first_name(token(i).lower)) return false;
    }
    return take_to(last);
  }

  bool over_particle() {
    std::uint32_t at = end_;
    if (has_article(token(at).lower) && is_word(token(at))) return take_to(at + 1);
    while (at < limit_ && at < end_ + 3 && kParticles.has(token(at).lower) && is_word(token(at))) ++at;
    return at > end_ && name_at(at) && take_to(at + 1);
  }

  const Text& text_;
  const std::vector<Zone>& zones_;
  const CapitalWords& capitals_;
  std::uint32_t first_, end_, limit_;
};

}  // namespace

CapitalWords::CapitalWords(const Text& text, const std::vector<Zone>& zones) : text_(text), zones_(zones) {
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Token& token = text.tokens[i];
    if (!is_word(token) || zones[i] != Zone::kBody) continue;
    if (!token.capital) {
      plain_.insert(token.lower);
    } else if (!opens(i)) {
      as_name_.insert(token.lower);
    }
  }
}

/// The first word of a sentence, a dateline before it left aside.
bool CapitalWords::opens(std::uint32_t token) const {
  return begins_sentence(text_, token) || (token > 0 && zones_[token - 1] == Zone::kAside);
}

bool CapitalWords::is_name(std::uint32_t token) const {
  const Token& word = text_.tokens[token];
  if (!is_word(word) || !word.capital || is_calendar_word(word.lower) || word.lower == "i" ||
      word.lower.compare(0, 2, "i'") == 0)
    return false;
  if (zones_[token] == Zone::kBody && opens(token)) return opener_is_name(token);
  return !is_function_word(word.lower) || word.lower.size() <= 2 || seen_as_name(word.lower);
}

bool CapitalWords::is_participle_or_adverb(const std::string& lower) {
  const auto ends = [&](std::string_view ending) {
    return lower.size() > ending.size() + 2 &&
           lower.compare(lower.size() - ending.size(), ending.size(), ending) == 0;
  };
  return (ends("ing") || ends("ed") || is_adverb(lower)) && !WordClasses::get().is_first_name(lower);
}

bool CapitalWords::opener_is_name(std::uint32_t token) const {
  const Token& word = text_.tokens[token];
  if (Gazetteer::get().at(text_, token)) return true;
  const bool titled = token + 3 < text_.size() && text_.is(token + 1, "of") && text_.tokens[token + 2].capital && text_.tokens[token + 3].capital;
  if (titled && role_at(text_, token, token + 3)) return true;  // "Secretary of State Ida Quill"
  static constexpr WordSet kNumerals{"two",   "three", "four", "five", "six",
                                     "seven", "eight", "nine", "ten",  "twin"};
  const bool capital_follows = token + 1 < text_.size() && text_.tokens[token + 1].capital;
  if (kNumerals.has(word.lower)) return capital_follows && as_name_.count(word.lower) > 0;  // "Three Forks"
  if (is_function_word(word.lower)) return false;
  if (as_name_.count(word.lower) > 0 && plain_.count(word.lower) == 0) return true;
  if (is_participle_or_adverb(word.lower)) return false;  // "Visiting Norland,", "Recently Brandt"
  std::uint32_t next = token + 1;
  while (next + 1 < text_.size() && next < token + 3 && kParticles.has(text_.tokens[next].lower))
    ++next;  // "Marloes van der Heyden"
  const bool more = next < text_.size() && (text_.tokens[next].capital || text_.is(next, "&") ||
                                            has_article(text_.tokens[next].lower));
  if (more && !begins_sentence(text_, token + 1) && !is_calendar_word(text_.tokens[token + 1].lower)) {
    return plain_.count(word.lower) == 0 || WordClasses::get().is_first_name(word.lower) ||
           role_at(text_, token, token + 3) || as_name_.count(word.lower) > 0;
  }
  if (text_.is(token, "local") && token + 1 < text_.size() &&
      text_.tokens[token + 1].kind == TokenKind::kNumber)
    return true;
  if (plain_.count(word.lower) > 0 || role_at(text_, token, token + 1)) return false;
  const InstitutionWord* institution_word = WordClasses::get().institution(word.lower);
  const bool owns = token + 1 < text_.size() && text_.tokens[token + 1].possessive &&
                    (institution_word == nullptr || !institution_word->plain);
  return word.lower.back() != 's' && (owns || speech_verb_follows(text_, token + 1));
}

std::vector<Tokens> find_name_runs(const Text& text, const std::vector<Zone>& zones,
                                   const CapitalWords& capitals) {
  std::vector<Tokens> runs;
  for (std::uint32_t i = 0; i < text.size();) {
    if (zones[i] == Zone::kAside || !capitals.is_name(i)) {
      ++i;
      continue;
    }
    const std::uint32_t end = RunEnd(text, zones, capitals, i).find();
    runs.push_back({i, end});
    i = end;
  }
  return runs;
}

}  // namespace modus::reading

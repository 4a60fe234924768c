#include "modus/reading/event_places.h"

#include <algorithm>

#include "modus/reading/calendar.h"
#include "modus/reading/event_words.h"
#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kVenues("hotel", "library", "building", "hall", "office", "offices", "palace", "ministry",
                          "headquarters", "church", "school", "centre", "center", "club", "lodge", "chamber",
                          "chambers", "court", "courthouse", "embassy", "residence", "airport", "base",
                          "port", "stadium", "hospital", "university", "college", "rooms", "room", "house",
                          "castle", "villa", "resort", "camp", "bridge", "border", "crossing", "station",
                          "plant", "factory", "depot", "gate", "gates", "barracks", "monastery", "parliament",
                          "capitol", "theatre", "theater", "museum", "square", "department", "secretariat",
                          "consulate", "complex", "farm", "quay", "harbour", "harbor", "terminal",
                          "institute", "arena", "ground", "townhall", "park", "retreat", "ranch", "mission",
                          "inn", "hostel", "pub", "cafe", "restaurant");
constexpr WordSet kArticles("the", "a", "an", "its", "their", "his", "her");
constexpr WordSet kNameLinks("of", "de", "la", "le", "du", "des", "el", "al", "and");
constexpr std::uint32_t kLongestPlace = 9;
constexpr std::uint32_t kReach = 16;

class Finder {
 public:
  Finder(const Text& text, const ActorTable& actors, Tokens clause)
      : text_(text), actors_(actors), clause_(clause) {}

  /// The place behind the preposition at `at`, without it.
  [[nodiscard]] std::optional<Tokens> behind(std::uint32_t at) const {
    const std::string_view word = text_.tokens[at].lower;
    std::optional<Tokens> found;
    if (word == "in" || word == "near") found = town(at + 1);
    if (!found && (word == "at" || word == "outside" || word == "inside" || word == "near" || word == "in"))
      found = venue(at + 1, word == "in");
    if (!found && (word == "to" || word == "into")) found = venue(at + 1, true);
    if (!found) return found;
    if (const auto more = is(found->last, "in") ? town(found->last + 1) : std::nullopt)
      found->last = more->last;
    return found;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t at, std::string_view word) const {
    return at < clause_.last && text_.is(at, word);
  }
  [[nodiscard]] bool is_name_word(std::uint32_t at) const {
    if (at >= clause_.last) return false;
    const Token& token = text_.tokens[at];
    return token.kind == TokenKind::kWord && token.capital && !month_named(token.lower) &&
           !weekday_named(token.lower);
  }

  /// The end of capitalised words from `at` on, "de" and "of" between them included.
  [[nodiscard]] std::uint32_t end_of_name(std::uint32_t at) const {
    std::uint32_t end = at;
    while (is_name_word(end) ||
           (end > at && end + 1 < clause_.last && kNameLinks.has(text_.tokens[end].lower) &&
            is_name_word(end + 1) && text_.tokens[end].lower != "and"))
      ++end;
    return end;
  }

  [[nodiscard]] bool is_person(Tokens tokens) const {
    const Mention* mention = actors_.at(tokens.first);
    if (mention == nullptr || mention->how == Reference::kPronoun) return false;
    const ActorEntry& actor = actors_.actors[mention->actor];
    return actor.type == ActorType::kPerson || actor.medium;
  }

  /// "Geneva", "The Hague"; no possessive ("in Oslo's view"), no person.
  [[nodiscard]] std::optional<Tokens> town(std::uint32_t at) const {
    const std::uint32_t name = is(at, "the") ? at + 1 : at;
    const std::uint32_t end = end_of_name(name);
    if (end == name || is_person({name, end})) return std::nullopt;
    if (end < clause_.last && text_.tokens[end].possessive) return std::nullopt;
    const bool noun_follows = name > at && end < clause_.last && text_.tokens[end].kind == TokenKind::kWord &&
                              !is(end, "in") && !is(end, "on") && !is(end, "for") && !is(end, "at") &&
                              !is(end, "to");
    return noun_follows ? std::nullopt : std::optional(Tokens{name, end});
  }

  /// "the county administration building", "Conciliation Service's office"; a name alone counts after "at"
  /// and "outside".
  [[nodiscard]] std::optional<Tokens> venue(std::uint32_t at, bool needs_venue_word) const {
    const bool article = at < clause_.last && kArticles.has(text_.tokens[at].lower);
    const std::uint32_t first = article ? at + 1 : at;
    const std::uint32_t limit = std::min(clause_.last, first + kLongestPlace);
    std::uint32_t end = first, venue_end = first;
    for (; end < limit; ++end) {
      const Token& token = text_.tokens[end];
      if (token.kind != TokenKind::kWord && !token.possessive) break;
      if (stops(end, first)) break;
      if (kVenues.has(token.lower)) venue_end = end + 1;
    }
    if (venue_end > first && (article || is_name_word(first)))
      return Tokens{first, std::max(venue_end, end_of_name(venue_end))};
    const std::uint32_t name = end_of_name(first);
    const bool plain_name =
        !needs_venue_word && name > first && !is_person({first, name}) && !is_event_noun(text_, name - 1);
    return plain_name ? std::optional(Tokens{first, name}) : std::nullopt;
  }

  [[nodiscard]] bool stops(std::uint32_t at, std::uint32_t first) const {
    static constexpr WordSet kStops("in", "on", "at", "to", "for", "with", "by", "from", "and", "or", "that",
                                    "after", "before", "as", "said", "is", "was", "were", "are", "will",
                                    "where", "who", "which", "between", "when", "while", "this", "next",
                                    "last");
    const std::string_view word = text_.tokens[at].lower;
    if (word == "of") return at == first || !text_.tokens[at - 1].capital;
    return kStops.has(word) || weekday_named(word) || (text_.tokens[at].capital && month_named(word)) ||
           is_event_noun(text_, at);
  }

  const Text& text_;
  const ActorTable& actors_;
  Tokens clause_;
};

}  // namespace

std::optional<Tokens> place_near(const Text& text, const ActorTable& actors, Tokens clause, Tokens trigger) {
  const Finder finder(text, actors, clause);
  std::optional<Tokens> best;
  std::uint32_t best_distance = 0;
  for (std::uint32_t at = clause.first; at < clause.last; ++at) {
    const auto place = finder.behind(at);
    if (!place || place->overlaps(trigger)) continue;
    // A place in front of an event is more often that of something else.
    const std::uint32_t distance = at >= trigger.first ? at - trigger.first : 2 * (trigger.first - at) + 6;
    if (distance > kReach) continue;
    if (!best || distance < best_distance) {
      best = place;
      best_distance = distance;
    }
  }
  return best;
}

std::optional<Tokens> dateline_town(const Text& text, Tokens sentence) {
  std::uint32_t end = sentence.first;
  while (end < sentence.last && text.tokens[end].kind == TokenKind::kWord && text.tokens[end].capital &&
         text.of(end).size() > 1 &&
         std::none_of(text.of(end).begin(), text.of(end).end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    ++end;
  if (end == sentence.first || end > sentence.first + 3) return std::nullopt;
  for (std::uint32_t at = end; at < std::min(sentence.last, end + 14); ++at)
    if (text.tokens[at].kind == TokenKind::kDash) return Tokens{sentence.first, end};
  return std::nullopt;
}

}  // namespace modus::reading

#include "modus/reading/tense.h"

#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kFuture("will", "won't", "would", "wouldn't", "shall", "due", "scheduled", "planned",
                          "slated", "expected", "upcoming", "looming", "looms", "may", "might", "could",
                          "must", "should", "can", "cannot", "can't", "i'll", "we'll", "they'll", "he'll",
                          "she'll", "it'll", "pencilled", "booked", "timetabled");
/// Future where "to" follows: "plans to", "are going to".
constexpr WordSet kIntends("plan", "plans", "hope", "hopes", "hoped", "intend", "intends", "intended",
                           "expects", "expect", "promised", "promises", "promise", "going", "invited", "aims",
                           "aim", "vowed", "pledged", "agreed", "wants", "want", "set", "ready", "prepares",
                           "called", "ordered", "asked", "threatened", "threatens", "decided");
/// Before "to": what follows did not come about, or did.
constexpr WordSet kNeverDid("failed", "refused", "declined", "managed", "forced", "began", "started",
                            "continued", "used", "able", "unable");
/// The timetable's present: "expires on Friday".
constexpr WordSet kScheduled("meets", "expires", "opens", "begins", "ends", "starts", "resumes", "restarts",
                             "lapses", "runs", "falls", "comes", "goes", "faces", "sits", "returns",
                             "travels", "arrives", "reconvenes", "hosts", "closes", "flies", "speaks");
constexpr WordSet kScheduledPlural("meet", "resume", "restart", "reconvene", "begin", "expire", "travel");
/// "has called both sides to the hotel": who is called is still to come.
constexpr WordSet kSummons("called", "summoned", "invited", "recalled");
constexpr WordSet kInfinitives("be", "have", "hold", "sign", "attend", "discuss", "present", "decide", "hear",
                               "visit", "host", "rule", "deliver", "publish", "continue", "leave", "come",
                               "go", "give", "make", "join", "walk", "close", "speak", "meet", "vote",
                               "resume", "reconvene", "begin", "expire", "travel", "open", "end", "start",
                               "return", "run", "take", "fall", "report", "appear", "submit", "respond",
                               "reply", "strike", "ballot", "ratify", "announce", "unveil", "table");
constexpr WordSet kPresent("is", "are", "am", "isn't", "aren't", "remains", "remain", "stands");
constexpr WordSet kPast("said", "told", "met", "held", "began", "broke", "gave", "made", "took", "came",
                        "went", "left", "saw", "sent", "spoke", "won", "lost", "fell", "rose", "led", "wrote",
                        "found", "got", "kept", "brought", "stood", "became", "withdrew", "threw", "drew",
                        "sat", "ran", "fought", "sought", "thought", "felt", "paid", "struck", "swore", "was",
                        "were", "wasn't", "weren't", "had", "has", "have", "did", "didn't", "hadn't",
                        "hasn't", "haven't", "shot", "put", "hit", "shook", "bought", "sold", "laid", "flew",
                        "forgot", "grew", "knew", "heard", "read", "chose", "warned", "rang", "shut", "wound",
                        "built", "overcame", "undertook", "resold", "rebuilt", "forbade", "split");
constexpr WordSet kSaying("said", "told", "added", "warned", "announced", "confirmed", "insisted", "reported",
                          "wrote", "stated", "predicted", "indicated", "suggested", "agreed", "vowed",
                          "pledged", "promised");
constexpr WordSet kNoVerb("united", "limited", "unlimited", "need", "indeed", "red", "hundred", "speed",
                          "seed", "feed", "bed", "armed", "unarmed", "combined", "proposed", "aged", "sacred",
                          "wicked", "exceed", "proceed", "succeed", "detailed", "so-called", "shed",
                          "supposed", "disputed", "occupied", "revised", "unresolved", "continued",
                          "limited");
constexpr WordSet kForward("by", "until", "till", "before");

bool closes_clause(const Token& token, std::string_view lower) {
  return token.kind == TokenKind::kDash || lower == ";" || lower == "\xe2\x80\xa6";
}

/// "to meet", "to be signed": an infinitive of what is still to be done.
bool is_infinitive(const Text& text, std::uint32_t at, std::uint32_t begin, std::uint32_t end) {
  if (text.tokens[at].lower != "to" || at + 1 >= end || !kInfinitives.has(text.tokens[at + 1].lower))
    return false;
  return at == begin || !kNeverDid.has(text.tokens[at - 1].lower);
}

Tense tense_of_word(const Text& text, std::uint32_t at, Tokens sentence) {
  const std::string_view word = text.tokens[at].lower;
  if (text.tokens[at].capital && at != sentence.first) return Tense::kUnknown;  // "Jared" is no past form
  if (is_future_word(word) || is_infinitive(text, at, sentence.first, sentence.last)) return Tense::kFuture;
  if (kIntends.has(word) && at + 1 < sentence.last && text.is(at + 1, "to")) return Tense::kFuture;
  if (kPresent.has(word)) return Tense::kPresent;
  if (is_past_word(word)) return Tense::kPast;
  return Tense::kUnknown;
}

/// "is to", "is due to", "are set to": the present announces what follows.
bool announces(const Text& text, std::uint32_t at, std::uint32_t end) {
  return text.is(at + 1, "to") ||
         (text.is(at + 1, "set") && (text.is(at + 2, "to") || text.is(at + 2, "for"))) ||
         (at + 1 < end && is_future_word(text.tokens[at + 1].lower));
}

/// "be" before a participle leaves the tense to the auxiliary before it: "would be published".
bool is_passive_of_future(const Text& text, std::uint32_t at, std::uint32_t begin) {
  return at > begin && text.is(at - 1, "be");
}

bool summons(const Text& text, std::uint32_t at, std::uint32_t first) {
  if (!kSummons.has(text.tokens[at].lower)) return false;
  for (std::uint32_t i = at + 1; i < first; ++i)
    if (text.tokens[i].lower == "to") return true;
  return false;
}

/// "expires on", "the sides meet on" right before the words at `first`; no noun, and no verb of an auxiliary.
bool is_timetabled(const Text& text, Tokens sentence, std::uint32_t at, std::uint32_t first) {
  if (at + 5 < first || at == sentence.first) return false;
  const Token& before = text.tokens[at - 1];
  if (before.lower == "the" || before.lower == "a" || before.possessive) return false;
  const std::string_view word = text.tokens[at].lower;
  if (kScheduled.has(word)) return true;
  const bool plural_before =
      (before.lower.ends_with('s') || before.lower == "they") && !is_past_word(before.lower);
  return kScheduledPlural.has(word) && plural_before;
}

Tense tense_before(const Text& text, Tokens sentence, std::uint32_t first) {
  for (std::uint32_t at = first; at-- > sentence.first;) {
    if (closes_clause(text.tokens[at], text.tokens[at].lower)) return Tense::kUnknown;
    if (is_timetabled(text, sentence, at, first) || summons(text, at, first)) return Tense::kFuture;
    if (is_passive_of_future(text, at, sentence.first)) continue;
    const Tense tense = tense_of_word(text, at, sentence);
    if (tense == Tense::kPresent)
      return announces(text, at, first) || at + 3 >= first ? Tense::kFuture : Tense::kPresent;
    if (tense != Tense::kUnknown) return tense;
  }
  return Tense::kUnknown;
}

Tense tense_after(const Text& text, Tokens sentence, std::uint32_t last) {
  for (std::uint32_t at = last; at < sentence.last; ++at) {
    if (closes_clause(text.tokens[at], text.tokens[at].lower)) return Tense::kUnknown;
    const Tense tense = tense_of_word(text, at, sentence);
    if (tense == Tense::kPresent && announces(text, at, sentence.last)) return Tense::kFuture;
    if (tense != Tense::kUnknown) return tense;
  }
  return Tense::kUnknown;
}

/// "said the vote on Friday would": the words belong to what is said.
bool is_subject_of_future(const Text& text, Tokens words, Tokens sentence) {
  return words.last < sentence.last && is_future_word(text.tokens[words.last].lower);
}

std::string_view preposition_before(const Text& text, Tokens words, Tokens sentence) {
  for (std::uint32_t at = words.first; at-- > sentence.first && at + 5 >= words.first;) {
    const std::string_view word = text.tokens[at].lower;
    if (kForward.has(word) || word == "since") return word;
    const bool clock = text.tokens[at].kind == TokenKind::kNumber || word == "a.m." || word == "p.m." ||
                       word == "midnight" || word == "noon";
    if (!clock && word != "on" && word != "the" && word != "at" && word != "late" && word != "early") break;
  }
  return {};
}

}  // namespace

bool is_future_word(std::string_view lower) { return kFuture.has(lower); }

bool is_past_word(std::string_view lower) {
  return kPast.has(lower) || (lower.size() > 3 && lower.ends_with("ed") && !kNoVerb.has(lower));
}

bool is_saying_past(std::string_view lower) { return kSaying.has(lower); }

Tense tense_at(const Text& text, Tokens words) {
  return tense_at(text, words, text.sentences[text.tokens[words.first].sentence].tokens);
}

Tense tense_at(const Text& text, Tokens words, Tokens sentence) {
  const std::string_view preposition = preposition_before(text, words, sentence);
  if (preposition == "since") return Tense::kPast;
  if (!preposition.empty()) return Tense::kFuture;
  if (is_subject_of_future(text, words, sentence)) return Tense::kFuture;
  const Tense before = tense_before(text, sentence, words.first);
  return before != Tense::kUnknown ? before : tense_after(text, sentence, words.last);
}

}  // namespace modus::reading

#include "modus/reading/clause_words.h"

#include <algorithm>

#include "modus/reading/word_set.h"

namespace modus::reading {
namespace {

constexpr WordSet kDeterminers{"the",    "whose",   "a",     "an",     "its",  "his",   "her",     "their",
                               "our",    "my",      "your",  "this",   "that", "these", "those",   "both",
                               "one",    "two",     "three", "four",   "five", "some",  "several", "many",
                               "most",   "all",     "any",   "no",     "each", "every", "another", "other",
                               "either", "neither", "few",   "various"};

constexpr WordSet kPrepositions{
    "in",      "at",         "on",      "of",    "to",        "from",      "by",         "with",
    "for",     "about",      "over",    "under", "into",      "after",     "before",     "between",
    "through", "during",     "against", "among", "amid",      "without",   "within",     "near",
    "outside", "inside",     "across",  "along", "around",    "off",       "behind",     "beyond",
    "beside",  "towards",    "toward",  "until", "since",     "despite",   "via",        "per",
    "like",    "unlike",     "as",      "than",  "including", "following", "concerning", "regarding",
    "onto",    "upon",       "above",   "below", "up",        "out",       "alongside",  "besides",
    "except",  "throughout", "worth"};

constexpr WordSet kPlacePrepositions{
    "in",      "at",         "from", "near",    "outside", "inside", "across", "around", "off",
    "through", "into",       "to",   "towards", "toward",  "along",  "on",     "beyond", "above",
    "below",   "throughout", "via",  "leaving", "south",   "north",  "east",   "west"};

constexpr WordSet kPronounsAndJoiners{
    "i",         "you",       "he",       "she",          "it",        "we",         "they",       "me",
    "him",       "us",        "them",     "who",          "whom",      "whose",      "which",      "what",
    "and",       "or",        "but",      "nor",          "so",        "yet",        "if",         "unless",
    "because",   "although",  "though",   "while",        "when",      "where",      "why",        "how",
    "whether",   "not",       "there",    "here",         "then",      "also",       "only",       "even",
    "still",     "however",   "too",      "very",         "more",      "less",       "much",       "such",
    "just",      "once",      "now",      "never",        "ever",      "already",    "again",      "perhaps",
    "meanwhile", "instead",   "nobody",   "nothing",      "everybody", "everyone",   "everything", "somebody",
    "someone",   "something", "anyone",   "anybody",      "anything",  "none",       "others",     "mine",
    "ours",      "theirs",    "himself",  "herself",      "itself",    "themselves", "am",         "pm",
    "yesterday", "today",     "tomorrow", "tonight",      "last",      "next",       "late",       "early",
    "earlier",   "later",     "ahead",    "asked",        "according", "back",       "down",       "away",
    "together",  "apart",     "far",      "long",         "well",      "yes",        "given",      "thus",
    "hence",     "indeed",    "rather",   "until",        "according", "speaking",   "despite",    "about",
    "nearly",    "almost",    "talks",    "negotiations", "pay",       "shares",     "analysts"};

constexpr WordSet kAuxiliaries{
    "is",      "are",    "was",      "were",    "be",       "been",   "has",    "have",   "had",     "will",
    "would",   "could",  "can",      "may",     "might",    "must",   "shall",  "should", "does",    "do",
    "did",     "won't",  "wouldn't", "can't",   "couldn't", "isn't",  "aren't", "wasn't", "weren't", "hasn't",
    "haven't", "hadn't", "didn't",   "doesn't", "don't",    "cannot", "being"};

constexpr WordSet kAdverbs{"also",    "still", "now",   "then", "never",  "not",     "again",     "later",
                           "already", "even",  "just",  "both", "all",    "however", "meanwhile", "instead",
                           "since",   "once",  "twice", "so",   "always", "often",   "yesterday", "today",
                           "too",     "ever",  "soon",  "at",   "first",  "last"};

constexpr WordSet kPastForms{
    "said",   "told",   "gave",     "took",     "made",      "came",       "went",  "saw",    "met",
    "sent",   "kept",   "held",     "left",     "found",     "began",      "broke", "spoke",  "wrote",
    "put",    "set",    "cut",      "let",      "led",       "laid",       "paid",  "got",    "won",
    "lost",   "sought", "thought",  "brought",  "bought",    "sold",       "stood", "knew",   "drew",
    "fell",   "felt",   "rose",     "ran",      "read",      "heard",      "built", "chose",  "shot",
    "struck", "swore",  "withdrew", "became",   "saw",       "understood", "hit",   "fought", "forbade",
    "lay",    "sat",    "threw",    "grew",     "hung",      "meant",      "dealt", "spent",  "bade",
    "fled",   "flew",   "drove",    "rejoined", "undertook", "overtook",   "lent"};

constexpr WordSet kPresentForms{
    "says",      "tells",     "wants",    "insists",      "claims",    "believes", "argues",
    "warns",     "demands",   "calls",    "seeks",        "refuses",   "rejects",  "accepts",
    "agrees",    "denies",    "accuses",  "maintains",    "holds",     "expects",  "hopes",
    "fears",     "thinks",    "knows",    "needs",        "offers",    "proposes", "suggests",
    "supports",  "opposes",   "backs",    "welcomes",     "admits",    "adds",     "notes",
    "points",    "regards",   "views",    "sees",         "considers", "plans",    "intends",
    "threatens", "promises",  "pledges",  "urges",        "asks",      "remains",  "becomes",
    "makes",     "takes",     "gives",    "gets",         "goes",      "comes",    "faces",
    "runs",      "owns",      "employs",  "represents",   "speaks",    "leads",    "heads",
    "includes",  "describes", "explains", "acknowledges", "concedes",  "stresses", "recalls",
    "declines",  "appears",   "seems",    "continues",    "begins",    "controls", "understands",
    "lists",     "puts",      "answers",  "replies",      "counters",  "prefers",  "objects",
    "favours",   "favors",    "wishes",   "likes",        "fights",    "pays",     "buys",
    "sells",     "signs",     "lets",     "keeps",        "say",       "want",     "insist",
    "claim",     "believe",   "argue",    "warn",         "demand",    "call",     "seek",
    "refuse",    "reject",    "accept",   "agree",        "deny",      "accuse",   "maintain",
    "expect",    "hope",      "fear",     "think",        "know",      "need",     "propose",
    "suggest",   "oppose",    "admit",    "remain",       "become",    "make",     "take",
    "give",      "face",      "describe", "acknowledge",  "meet",      "doubt",    "worry",
    "complain",  "see",       "ask",      "urge",         "support",   "consider", "plan",
    "intend",    "threaten",  "regard"};

constexpr WordSet kSpeech{
    "said",        "says",       "say",          "told",         "tells",      "added",       "adds",
    "warned",      "warns",      "warn",         "insisted",     "insists",    "insist",      "argued",
    "argues",      "argue",      "claimed",      "claims",       "claim",      "denied",      "denies",
    "deny",        "rejected",   "rejects",      "accused",      "accuses",    "demanded",    "demands",
    "called",      "calls",      "urged",        "urges",        "asked",      "asks",        "replied",
    "replies",     "answered",   "answers",      "wrote",        "writes",     "stressed",    "stresses",
    "noted",       "notes",      "acknowledged", "acknowledges", "admitted",   "admits",      "conceded",
    "concedes",    "agreed",     "agrees",       "agree",        "proposed",   "proposes",    "suggested",
    "suggests",    "offered",    "offers",       "refused",      "refuses",    "refuse",      "declined",
    "declines",    "pledged",    "promised",     "threatened",   "threatens",  "vowed",       "confirmed",
    "confirms",    "announced",  "announces",    "declared",     "declares",   "reiterated",  "repeated",
    "stated",      "states",     "explained",    "explains",     "described",  "describes",   "dismissed",
    "dismisses",   "criticised", "criticized",   "condemned",    "welcomed",   "welcomes",    "wants",
    "want",        "wanted",     "believes",     "believe",      "thinks",     "think",       "fears",
    "fear",        "hopes",      "hope",         "expects",      "expect",     "maintains",   "maintained",
    "recalled",    "countered",  "complained",   "protested",    "objected",   "signalled",   "signaled",
    "hinted",      "indicated",  "indicates",    "emphasised",   "emphasized", "acknowledge", "doubt",
    "doubts",      "worry",      "predicted",    "predict",      "estimate",   "estimated",   "voted",
    "opposed",     "oppose",     "opposes",      "backed",       "backs",      "supported",   "supports",
    "support",     "sought",     "seeks",        "seek",         "accepted",   "accepts",     "accept",
    "rebuffed",    "ruled",      "pressed",      "lobbied",      "briefed",    "quipped",     "shrugged",
    "recommended", "regards",    "gave",         "responded",    "reported",   "understands", "remarked",
    "commented",   "concluded",  "praised",      "blamed",       "blames",     "mocked",      "appealed",
    "lamented"};

constexpr WordSet kObjectVerbs{
    "told",        "accused", "urged",     "asked",     "warned",    "met",        "accuses",    "urges",
    "tells",       "blamed",  "blames",    "invited",   "pressed",   "between",    "said",       "says",
    "wrote",       "adds",    "added",     "mediated",  "backed",    "criticised", "criticized", "praised",
    "represents",  "joined",  "thanked",   "reminded",  "told",      "called",     "sued",       "advised",
    "represented", "lobbied", "assured",   "informed",  "by",        "argued",     "replied",    "insisted",
    "noted",       "calls",   "asks",      "warns",     "explained", "recalled",   "let",        "gave",
    "offered",     "forced",  "persuaded", "convinced", "acquire",   "acquired",   "buy",        "joins",
    "meeting",     "meet"};

constexpr WordSet kCalendar{
    "january", "february", "march",    "april",  "may",     "june",      "july",     "august",    "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",    "saturday",
    "sunday",  "jan",      "feb",      "aug",    "sept",    "oct",       "nov",      "dec",       "mon",
    "tue",     "wed",      "thu",      "fri",    "sat",     "sun",       "easter",   "christmas", "ramadan",
    "lent",    "whitsun",  "eid",      "bst",    "gmt",     "edt",       "utc",      "cet"};

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending;
}

/// Past a phrase between commas or in brackets that follows a name; `at` itself where there is none.
std::uint32_t past_insertion(const Text& text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return at;
  const bool bracket = text.is(at, "(");
  if (!bracket && !text.is(at, ",") && text.tokens[at].kind != TokenKind::kDash) return at;
  for (std::uint32_t i = at + 1; i < std::min(end, at + 26); ++i) {
    if (bracket ? text.is(i, ")") : (text.is(i, ",") || text.tokens[i].kind == TokenKind::kDash)) {
      return text.is(i + 1, ",") && bracket ? i + 2 : i + 1;
    }
  }
  return at;
}

/// "NAME and the drivers' union TWU failed": the verb of both.
std::uint32_t verb_of_pair(const Text& text, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t kLongestPartner = 10;
  if (at >= end || !text.is(at, "and")) return kNoToken;
  for (std::uint32_t i = at + 1; i < std::min(end, at + kLongestPartner); ++i) {
    const Token& token = text.tokens[i];
    const bool bracket = token.lower == "(" || token.lower == ")" || token.possessive || token.lower == "&" ||
                         token.lower == "-";
    if (!token.capital && token.kind == TokenKind::kWord && looks_finite(token.lower))
      return i > at + 1 ? i : kNoToken;
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber && !bracket) return kNoToken;
    const bool small =
        is_function_word(token.lower) && !is_determiner(token.lower) && token.lower != "of" && !token.capital;
    if (small) return kNoToken;
  }
  return kNoToken;
}

/// Past "on Tuesday", "late on Thursday", "last week", "in a statement" between a subject and its verb.
std::uint32_t past_time(const Text& text, std::uint32_t at, std::uint32_t end) {
  static constexpr WordSet kOpeners{"on", "in", "late", "early", "earlier", "last", "this", "at"};
  static constexpr WordSet kInner{"on",       "this",    "last",      "the",       "a",       "an",
                                  "late",     "week",    "month",     "year",      "weekend", "night",
                                  "evening",  "morning", "statement", "interview", "letter",  "afternoon",
                                  "separate", "joint",   "written"};
  if (at >= end || !(kOpeners.has(text.tokens[at].lower) || is_calendar_word(text.tokens[at].lower)))
    return at;
  std::uint32_t next = at + 1;
  while (next < end && next < at + 6) {
    const Token& token = text.tokens[next];
    if (!kInner.has(token.lower) && !is_calendar_word(token.lower) && token.kind != TokenKind::kNumber) break;
    ++next;
  }
  return next;
}

/// The finite verb after a noun phrase, or kNoToken.
std::uint32_t verb_after(const Text& text, std::uint32_t end_of_phrase) {
  if (end_of_phrase == 0) return kNoToken;
  const std::uint32_t end = sentence_end(text, end_of_phrase - 1);
  std::uint32_t at = end_of_phrase;
  for (int tries = 0; tries < 3; ++tries) {
    std::uint32_t verb = past_time(text, at, end);
    while (verb < end && !text.tokens[verb].capital && may_precede_verb(text.tokens[verb].lower)) ++verb;
    if (verb < end && !text.tokens[verb].capital && looks_finite(text.tokens[verb].lower)) return verb;
    const bool closes = at + 1 < end && text.is(at, ",") && !text.tokens[at + 1].capital &&
                        is_auxiliary(text.tokens[at + 1].lower);
    if (closes) return at + 1;  // "the owners' federation, NAME, is opposed"
    const std::uint32_t pair = verb_of_pair(text, at, end);
    if (pair != kNoToken) return pair;
    const std::uint32_t next = past_insertion(text, at, end);
    if (next == at) return kNoToken;
    at = next;
  }
  return kNoToken;
}

}  // namespace

bool is_determiner(std::string_view lower) { return kDeterminers.has(lower); }
bool is_preposition(std::string_view lower) { return kPrepositions.has(lower); }
bool is_place_preposition(std::string_view lower) { return kPlacePrepositions.has(lower); }
bool is_auxiliary(std::string_view lower) { return kAuxiliaries.has(lower); }
bool may_precede_verb(std::string_view lower) { return kAdverbs.has(lower) || ends_with(lower, "ly"); }
bool is_speech_verb(std::string_view lower) { return kSpeech.has(lower); }
bool is_object_verb(std::string_view lower) { return kObjectVerbs.has(lower); }
bool may_precede_speaker(std::string_view lower) {
  static constexpr WordSet kWords{"said",      "says",    "added",     "adds",       "wrote",     "writes",
                                  "replied",   "warned",  "insisted",  "insists",    "explained", "noted",
                                  "argued",    "argues",  "recalled",  "admitted",   "conceded",  "declared",
                                  "announced", "claimed", "claims",    "concluded",  "remarked",  "stressed",
                                  "quipped",   "joked",   "countered", "complained", "commented", "observed",
                                  "asked",     "warns",   "notes",     "explains"};
  return kWords.has(lower);
}
bool takes_person(std::string_view lower) {
  static constexpr WordSet kWords{
      "told",    "asked",   "urged",     "warned",    "accused",  "blamed",     "rejected",   "wanted",
      "wants",   "called",  "backed",    "supported", "praised",  "criticised", "criticized", "urges",
      "asks",    "accuses", "condemned", "seeks",     "sought",   "wants",      "want",       "opposes",
      "opposed", "backs",   "supports",  "lobbied",   "briefed",  "pressed",    "accept",     "accepted",
      "support", "oppose",  "regards",   "described", "describes"};
  return kWords.has(lower);
}
bool is_calendar_word(std::string_view lower) { return kCalendar.has(lower); }

/// "we've", "it'll", "don't".
bool is_contraction(std::string_view lower) {
  const std::size_t mark = lower.find('\'');
  if (mark == std::string_view::npos) return false;
  const std::string_view end = lower.substr(mark + 1);
  return end == "ve" || end == "ll" || end == "re" || end == "d" || end == "m" || end == "t";
}

bool is_function_word(std::string_view lower) {
  return is_contraction(lower) || is_determiner(lower) || is_preposition(lower) ||
         kPronounsAndJoiners.has(lower) || is_auxiliary(lower);
}

bool looks_finite(std::string_view lower) {
  return is_auxiliary(lower) || kPastForms.has(lower) || kPresentForms.has(lower) || kSpeech.has(lower) ||
         ends_with(lower, "ed");
}

bool verb_follows(const Text& text, std::uint32_t end) { return verb_after(text, end) != kNoToken; }

bool speech_verb_follows(const Text& text, std::uint32_t end) {
  std::uint32_t verb = verb_after(text, end);
  if (verb == kNoToken) return false;
  const std::uint32_t last = std::min(sentence_end(text, end - 1), verb + 4);
  for (; verb < last; ++verb) {
    if (is_speech_verb(text.tokens[verb].lower)) return true;
    if (!is_auxiliary(text.tokens[verb].lower) && !may_precede_verb(text.tokens[verb].lower)) return false;
  }
  return false;
}

bool party_word_before(const Text& text, std::uint32_t first) {
  std::uint32_t at = token_before(text, first);
  if (at != kNoToken && is_determiner(text.tokens[at].lower)) at = token_before(text, at);
  if (at == kNoToken || text.tokens[at].capital) return false;
  const std::string& word = text.tokens[at].lower;
  if (word == "to" || word == "with") {
    const std::uint32_t verb = token_before(text, at);
    return word == "with" || (verb != kNoToken && text.tokens[verb].lower == "according");
  }
  if (word == "from") {  // "an offer from NAME"
    static constexpr WordSet kSent{"offer",      "proposal", "letter",    "statement", "demand",   "demands",
                                   "bid",        "approach", "request",   "pressure",  "response", "threat",
                                   "threats",    "call",     "calls",     "message",   "support",  "approval",
                                   "commitment", "reply",    "criticism", "assurances"};
    const std::uint32_t sent = token_before(text, at);
    return sent != kNoToken && kSent.has(text.tokens[sent].lower);
  }
  if (word == "in" || word == "of" || word == "for") {  // "shares in NAME", "the takeover of NAME"
    static constexpr WordSet kTraded{"shares",      "stake",    "shareholders", "investors", "takeover",
                                     "acquisition", "purchase", "bid",          "sale",      "owner",
                                     "owners",      "board",    "shareholder",  "stakes",    "founder",
                                     "courtship",   "buyer",    "suitor"};
    const std::uint32_t noun = token_before(text, at);
    return noun != kNoToken && kTraded.has(text.tokens[noun].lower);
  }
  if (word == "on") {
    const std::uint32_t verb = token_before(text, at);
    return verb != kNoToken && text.tokens[verb].lower.compare(0, 4, "call") == 0;
  }
  return is_object_verb(word);
}

bool follows_verb(const Text& text, std::uint32_t first) {
  std::uint32_t at = token_before(text, first);
  if (at != kNoToken && is_determiner(text.tokens[at].lower)) at = token_before(text, at);
  if (at == kNoToken || text.tokens[at].capital) return false;
  const std::string& word = text.tokens[at].lower;
  return looks_finite(word) && !is_auxiliary(word) && !is_speech_verb(word);
}

bool closes_apposition(const Text& text, Tokens tokens) {
  const std::uint32_t at = tokens.last;
  if (tokens.first == 0 || at + 2 >= sentence_end(text, tokens.first)) return false;
  const Token& verb = text.tokens[at + 1];
  return text.is(tokens.first - 1, ",") && text.is(at, ",") && !verb.capital &&
         !text.tokens[at + 2].capital && looks_finite(verb.lower);
}

bool stands_as_place(const Text& text, std::uint32_t first) {
  constexpr std::uint32_t kLongestList = 8;
  std::uint32_t at = token_before(text, first);
  for (std::uint32_t steps = 0; at != kNoToken && steps < kLongestList; ++steps) {
    const Token& token = text.tokens[at];
    if (!token.capital && token.lower != "and" && token.lower != "," && token.lower != "the")
      return is_place_preposition(token.lower);
    at = token_before(text, at);
  }
  return false;
}

std::uint32_t token_before(const Text& text, std::uint32_t token) {
  return token == text.sentences[text.tokens[token].sentence].tokens.first ? kNoToken : token - 1;
}

bool begins_sentence(const Text& text, std::uint32_t token) {
  std::uint32_t at = token_before(text, token);
  if (at == kNoToken) return true;
  const Token& last = text.tokens[at];
  return last.kind == TokenKind::kOpenQuote || last.lower == "(" || last.lower == "[" || last.lower == ":" ||
         last.lower == "*" || last.lower == "." || last.lower == "?" || last.lower == "!";
}

std::uint32_t sentence_end(const Text& text, std::uint32_t token) {
  return text.sentences[text.tokens[token].sentence].tokens.last;
}

}  // namespace modus::reading

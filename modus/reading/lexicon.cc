#include "modus/reading/lexicon.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "modus/reading/data_table.h"
#include "modus/reading/reading_words.h"

namespace modus::reading {
namespace {

constexpr std::string_view kCues =
#include "data_cues.inc"
    ;
constexpr std::string_view kNominal =
#include "data_nominal_cues.inc"
    ;
constexpr std::string_view kClasses =
#include "data_word_classes.inc"
    ;

std::uint32_t frame_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Frame>, 22> kNames = {{{"that", Frame::kThat},
                                                                                 {"to", Frame::kTo},
                                                                                 {"np", Frame::kNounPhrase},
                                                                                 {"ing", Frame::kIng},
                                                                                 {"quote", Frame::kQuote},
                                                                                 {"for", Frame::kFor},
                                                                                 {"on", Frame::kOn},
                                                                                 {"of", Frame::kOf},
                                                                                 {"at", Frame::kAt},
                                                                                 {"as", Frame::kAs},
                                                                                 {"with", Frame::kWith},
                                                                                 {"against", Frame::kAgainst},
                                                                                 {"about", Frame::kAbout},
                                                                                 {"from", Frame::kFrom},
                                                                                 {"whether", Frame::kWhether},
                                                                                 {"obj+to", Frame::kObjectTo},
                                                                                 {"obj+that", Frame::kObjectThat},
                                                                                 {"obj+of", Frame::kObjectOf},
                                                                                 {"obj+for", Frame::kObjectFor},
                                                                                 {"obj+as", Frame::kObjectAs},
                                                                                 {"obj+at", Frame::kObjectAt},
                                                                                 {"obj+with", Frame::kObjectWith}}};
  const auto* found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.first == name; });
  return found == kNames.end() ? 0U : static_cast<std::uint32_t>(found->second);
}

Cue cue_of(const Row& row) {
  Cue cue;
  std::string_view words = row[0];
  cue.verb = words.substr(0, words.find(' '));
  while (words.find(' ') != std::string_view::npos) {
    words = words.substr(words.find(' ') + 1);
    cue.particles.push_back(words.substr(0, words.find(' ')));
  }
  cue.kind = read_kind_of(row[1]).value_or(ReadKind::kClaim);
  for_each_item(row[2], [&](std::string_view frame) { cue.frames |= frame_named(frame); });
  for_each_item(row[3], [&](std::string_view mark) {
    cue.carrier |= mark == "carrier";
    cue.noun |= mark == "noun";
    cue.weak |= mark == "weak";
    cue.accusation |= mark == "accusation";
    cue.threat |= mark == "threat";
    cue.denial |= mark == "denial";
    cue.plan |= mark == "plan";
    cue.person |= mark == "person";
    cue.adjective |= mark == "adjective";
  });
  return cue;
}

using CueTable = std::unordered_map<std::string_view, std::vector<Cue>>;

const CueTable& cue_table() {
  static const CueTable kTable = [] {
    CueTable table;
    for_each_row(kCues, [&](const Row& row) {
      Cue cue = cue_of(row);
      table[cue.verb].push_back(std::move(cue));
    });
    for (auto& [verb, cues] : table) {
      std::stable_sort(cues.begin(), cues.end(), [](const Cue& a, const Cue& b) { return a.particles.size() > b.particles.size(); });
    }
    return table;
  }();
  return kTable;
}

using ClassTable = std::unordered_map<std::string_view, std::uint32_t>;

const ClassTable& class_table() {
  static const ClassTable kTable = [] {
    static constexpr std::array<std::string_view, 19> kNames = {
        "auxiliary",   "negation",    "be",       "have",            "modal",         "hedge",       "adverb",     "determiner", "possessive_word", "preposition",
        "conjunction", "coordinator", "subordinator", "relative", "pronoun_subject", "demonstrative", "speech_noun", "human_noun", "deal_noun"};
    ClassTable table;
    for_each_row(kClasses, [&](const Row& row) {
      const auto* name = std::find(kNames.begin(), kNames.end(), row[0]);
      const auto bit = 1U << static_cast<unsigned>(name - kNames.begin());
      for_each_item(row[1], [&](std::string_view word) { table[word] |= bit; });
    });
    return table;
  }();
  return kTable;
}

}  // namespace

const NominalCue* nominal_cue(std::string_view noun) {
  static const std::unordered_map<std::string_view, NominalCue> kTable = [] {
    std::unordered_map<std::string_view, NominalCue> table;
    for_each_row(kNominal, [&](const Row& row) {
      NominalCue& cue = table[row[0]];
      cue.kind = read_kind_of(row[1]).value_or(ReadKind::kClaim);
      for_each_item(row[2], [&](std::string_view word) { cue.followed_by.push_back(word); });
    });
    return table;
  }();
  const auto found = kTable.find(noun);
  return found == kTable.end() ? nullptr : &found->second;
}

const std::vector<Cue>& cues_of(std::string_view verb) {
  static const std::vector<Cue> kNone;
  const auto found = cue_table().find(verb);
  return found == cue_table().end() ? kNone : found->second;
}

bool is_a(std::string_view lower, WordClass wanted) {
  const auto found = class_table().find(lower);
  return found != class_table().end() && (found->second >> static_cast<unsigned>(wanted) & 1U) != 0;
}

bool is_adverb(std::string_view lower) {
  static constexpr std::array<std::string_view, 22> kNone = {"family", "ally", "supply", "reply",  "apply",   "rely",   "july",    "italy",   "friendly", "likely", "unlikely",
                                                             "costly", "only", "early",  "weekly", "monthly", "yearly", "assembly", "monopoly", "daily",    "elderly", "orderly"};
  if (is_a(lower, WordClass::kAdverb)) return true;
  return lower.size() > 4 && lower.substr(lower.size() - 2) == "ly" && std::find(kNone.begin(), kNone.end(), lower) == kNone.end();
}

}  // namespace modus::reading

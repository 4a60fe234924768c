#include "modus/reading/own_paper.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "modus/reading/fold.h"

namespace modus::reading {
namespace {

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : fold(name) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      if (word != "the") words.push_back(word);
      word.clear();
    }
  }
  return words;
}

bool is_body(const Text& text, std::uint32_t at) {
  const documents::BlockKind kind = text.block_kind(at);
  return kind == documents::BlockKind::kParagraph || kind == documents::BlockKind::kListItem;
}

/// The name whole, or its last word with a capital after "the".
Tokens mention_at(const Text& text, const std::vector<std::string>& words, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(words.size());
  bool whole = at + size <= text.size();
  for (std::uint32_t i = 0; whole && i < size; ++i) whole = text.is(at + i, words[i]);
  if (whole) return {at, at + size};
  const bool last = size > 1 && at > 0 && text.is(at, words.back()) && text.tokens[at].capital && text.is(at - 1, "the");
  return last ? Tokens{at, at + 1} : Tokens{};
}

std::vector<Tokens> mentions_of(const Text& text, const ActorTable& actors, const std::vector<std::string>& words) {
  std::vector<Tokens> found;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (!text.tokens[at].capital || actors.at(at) != nullptr || !is_body(text, at)) continue;
    const Tokens tokens = mention_at(text, words, at);
    if (!tokens.empty()) found.push_back(tokens);
  }
  return found;
}

/// The index of tokens, made anew after mentions were added.
void index_mentions(const Text& text, ActorTable& actors) {
  std::stable_sort(actors.mentions.begin(), actors.mentions.end(), [](const Mention& a, const Mention& b) {
    return std::pair(a.tokens.first, b.tokens.last) < std::pair(b.tokens.first, a.tokens.last);
  });
  actors.index_of_token.assign(text.size(), ActorTable::kNone);
  for (std::uint32_t i = 0; i < actors.mentions.size(); ++i) {
    for (std::uint32_t at = actors.mentions[i].tokens.first; at < actors.mentions[i].tokens.last; ++at) {
      std::uint32_t& held = actors.index_of_token[at];
      const bool better = held == ActorTable::kNone || (actors.mentions[held].how == Reference::kAdjective && actors.mentions[i].how != Reference::kAdjective);
      if (better) held = i;
    }
  }
}

/// Room for one more actor, first named at `token`: those first named later move up by one.
ActorIndex make_room(ActorTable& actors, std::uint32_t token) {
  std::vector<bool> named(actors.actors.size(), false);
  for (const Mention& mention : actors.mentions) {
    if (mention.tokens.first < token) named[mention.actor.value] = true;
  }
  const ActorIndex room(static_cast<std::size_t>(std::count(named.begin(), named.end(), true)));
  const auto moved = [&](ActorIndex index) { return index < room ? index : ActorIndex(index.value + 1U); };
  std::vector<ActorEntry>& entries = actors.actors.raw();
  entries.insert(entries.begin() + room.value, ActorEntry());
  for (ActorEntry& entry : entries) {
    if (entry.affiliation) entry.affiliation = moved(*entry.affiliation);
  }
  for (Mention& mention : actors.mentions) mention.actor = moved(mention.actor);
  return room;
}

}  // namespace

void note_own_paper(const Text& text, ActorTable& actors) {
  const std::string& name = text.document->publisher.value;
  const std::vector<std::string> words = words_of(name);
  if (words.empty() || words.size() > 6) return;
  const std::vector<Tokens> found = mentions_of(text, actors, words);
  if (found.empty()) return;
  ActorEntry paper;
  paper.name = name;
  paper.type = ActorType::kOrganisation;
  paper.role = "news outlet";
  paper.medium = true;
  const ActorIndex index = make_room(actors, found.front().first);
  actors.actors[index] = std::move(paper);
  for (const Tokens tokens : found) {
    Mention mention;
    mention.tokens = tokens;
    mention.head = tokens.last - 1;
    mention.actor = index;
    actors.mentions.push_back(mention);
  }
  index_mentions(text, actors);
}

}  // namespace modus::reading

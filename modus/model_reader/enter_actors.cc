// Who is spoken of: the model's actors are those of the built-in reading, or new ones under words of the report.
#include <algorithm>

#include "modus/model_reader/entering.h"
#include "modus/model_reader/letters.h"
#include "modus/reading/fold.h"
#include "modus/reading/word_set.h"

namespace modus::model_reader {
namespace {

using reading::Actor;
using reading::ActorIndex;
using reading::ActorMention;

constexpr std::size_t kMostForms = 12;
constexpr reading::WordSet kPronouns("he", "she", "it", "they", "we", "i", "you", "who", "his", "her", "its", "their", "our",
                                     "him", "them", "us", "himself", "herself", "itself", "themselves", "both", "author");

std::string key_of(std::string_view name) {
  std::string folded = reading::fold(on_one_line(name));
  return folded.starts_with("the ") ? folded.substr(4) : folded;
}

/// Names of actors, the first owner of a name keeps it.
class Known {
 public:
  explicit Known(const Reading& reading) {
    for (const ActorIndex i : reading.actors.indices()) {
      const Actor& actor = reading.actors[i];
      call(i, actor.name);
      for (const auto* names : {&actor.aliases, &actor.metonyms}) {
        for (const std::string& name : *names) call(i, name);
      }
    }
  }
  void call(ActorIndex actor, const std::string& name) { by_name_.emplace(key_of(name), actor); }
  [[nodiscard]] std::optional<ActorIndex> named(const std::string& name) const {
    const auto found = by_name_.find(key_of(name));
    if (found == by_name_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::map<std::string, ActorIndex> by_name_;
};

std::vector<std::string> forms_of(const AnswerActor& actor) {
  std::vector<std::string> forms = {actor.name};
  for (const std::string& form : actor.forms) {
    const bool again = std::find(forms.begin(), forms.end(), form) != forms.end();
    if (!again && forms.size() < kMostForms) forms.push_back(form);
  }
  std::erase_if(forms, [](const std::string& form) { return kPronouns.has(key_of(form)); });
  return forms;
}

/// By its name; or by another form where what it names is of the same type ("Russian" names a state, not its officials).
std::optional<ActorIndex> find_known(const AnswerActor& asked, const Known& known, const Reading& reading) {
  if (const auto found = known.named(asked.name)) return found;
  for (const std::string& form : forms_of(asked)) {
    const auto found = known.named(form);
    if (found && reading.actors[*found].type == asked.type) return found;
  }
  return std::nullopt;
}

bool is_taken(const Reading& reading, const Passage& passage) {
  for (const Actor& actor : reading.actors) {
    for (const ActorMention& mention : actor.mentions) {
      if (mention.passage.start < passage.end && passage.start < mention.passage.end) return true;
    }
  }
  return false;
}

bool overlaps_any(const std::vector<ActorMention>& mentions, const Passage& passage) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const ActorMention& mention) { return common_of_shorter(mention.passage, passage) > 0; });
}

/// A new actor with all its mentions that are nobody else's; none where the report does not have its words.
std::optional<Actor> new_actor(const AnswerActor& asked, const Entering& entering) {
  Actor actor;
  actor.type = asked.type;
  actor.from_model = true;
  std::vector<std::string> forms = forms_of(asked);
  std::stable_sort(forms.begin(), forms.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const std::string& form : forms) {
    std::string written;
    for (const Span span : entering.evidence.anywhere(form)) {
      const Passage passage = entering.evidence.passage(span);
      if (overlaps_any(actor.mentions, passage) || is_taken(entering.reading, passage)) continue;
      actor.mentions.push_back({passage, reading::MentionKind::kName});
      written = on_one_line(passage.text);
    }
    if (written.empty()) continue;
    if (actor.name.empty() || form == asked.name) std::swap(actor.name, written);
    if (!written.empty()) actor.aliases.push_back(written);
  }
  if (actor.mentions.empty()) return std::nullopt;
  std::sort(actor.mentions.begin(), actor.mentions.end(),
            [](const ActorMention& a, const ActorMention& b) { return a.passage.start < b.passage.start; });
  if (asked.role && !entering.evidence.anywhere(*asked.role).empty()) actor.role = on_one_line(*asked.role);
  return actor;
}

/// Somebody is counted as another's where one sentence names both.
bool named_together(const Entering& entering, ActorIndex one, ActorIndex other) {
  const auto& mentions = entering.reading.actors[one].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const ActorMention& mention) {
    return entering.mention_in(other, entering.evidence.sentence_of(mention.passage)).has_value();
  });
}

void affiliate(const std::vector<AnswerActor>& actors, Entering& entering) {
  for (const AnswerActor& asked : actors) {
    const auto actor = entering.actor(asked.key);
    const auto of = asked.affiliation ? entering.actor(*asked.affiliation) : std::nullopt;
    if (!actor || !of || *actor == *of || !entering.reading.actors[*actor].from_model) continue;
    const bool circular = entering.reading.actors[*of].affiliation == actor;
    if (!circular && named_together(entering, *actor, *of)) entering.reading.actors[*actor].affiliation = of;
  }
}

}  // namespace

void enter_actors(const std::vector<AnswerActor>& actors, Entering& entering) {
  Known known(entering.reading);
  for (const AnswerActor& asked : actors) {
    std::optional<ActorIndex> actor = find_known(asked, known, entering.reading);
    if (entering.actors.contains(asked.key)) {
      ++entering.counts.dropped;
      continue;
    }
    if (actor) {
      ++entering.counts.agreed;
    } else if (std::optional<Actor> made = new_actor(asked, entering)) {
      actor = ActorIndex(entering.reading.actors.size());
      known.call(*actor, made->name);
      entering.reading.actors.push_back(std::move(*made));
      ++entering.counts.entered;
    } else {
      ++entering.counts.dropped;
    }
    if (actor) entering.actors.emplace(asked.key, *actor);
  }
  affiliate(actors, entering);
}

}  // namespace modus::model_reader

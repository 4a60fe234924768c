#include "modus/reading/read_report.h"

#include <algorithm>
#include <set>
#include <utility>

#include "modus/reading/events.h"
#include "modus/reading/fingerprint.h"
#include "modus/reading/issues.h"
#include "modus/reading/offices.h"
#include "modus/reading/own_paper.h"
#include "modus/reading/own_voice.h"
#include "modus/reading/speech_dates.h"
#include "modus/reading/spoken.h"
#include "modus/reading/talks_roles.h"

namespace modus::reading {
namespace {

/// Turns places in the text into passages of the stored file.
class Recorder {
 public:
  Recorder(const Document& document, const Scene& scene, const std::vector<Spoken>& spoken, const Matters& matters, const std::vector<EventMention>& events)
      : document_(document), scene_(scene), spoken_(spoken), matters_(matters), events_(events) {}

  Reading run(const ReferenceDate& reference) {
    made_.file = document_.file;
    made_.sha256 = document_.sha256;
    made_.language = document_.language;
    made_.file_bytes = document_.file_bytes;
    made_.code_points = document_.code_points;
    made_.reference_date = reference.day;
    made_.reference_date_basis = reference.basis;
    made_.text_fingerprint = fingerprint(document_.text);
    record_actors();
    record_sources();
    record_matters();
    record_statements();
    record_quotes();
    record_events();
    return std::move(made_);
  }

 private:
  Passage passage(Tokens tokens) const { return documents::passage_of(document_, scene_.text.span(tokens)); }

  void record_actors() {
    const ActorTable& table = scene_.actors;
    for (const ActorIndex index : table.actors.indices()) {
      const ActorEntry& entry = table.actors[index];
      Actor actor;
      actor.name = entry.name;
      actor.type = entry.type;
      actor.role = entry.role;
      actor.affiliation = entry.affiliation;
      made_.actors.push_back(std::move(actor));
    }
    for (const Mention& mention : table.mentions) record_mention(mention);
  }

  void record_mention(const Mention& mention) {
    if (mention.how == Reference::kPronoun) return;
    Actor& actor = made_.actors[mention.actor];
    Passage where = passage(mention.tokens);
    std::string words = std::string(scene_.text.of(mention.tokens));
    MentionKind how = MentionKind::kName;
    std::vector<std::string>* names = &actor.aliases;
    if (mention.how == Reference::kMetonym) {
      how = MentionKind::kMetonym;
      names = &actor.metonyms;
    } else if (mention.how == Reference::kNominal) {
      how = MentionKind::kNominal;
      names = &actor.nominals;
    }
    if (words != actor.name && std::find(names->begin(), names->end(), words) == names->end()) names->push_back(std::move(words));
    actor.mentions.push_back({std::move(where), how});
  }

  void record_sources() {
    ReadSource report;
    report.title = document_.title.value;
    report.publisher = document_.publisher.value;
    report.date = document_.date.value;
    note_field("title", document_.title, report);
    for (const documents::Field& author : document_.authors) {
      report.authors.push_back(author.value);
      note_field("author", author, report);
    }
    note_field("publisher", document_.publisher, report);
    note_field("date", document_.date, report);
    made_.sources.push_back(std::move(report));
    std::set<ActorIndex> seen;
    for (const Spoken& spoken : spoken_) {
      for (const AttributionLayer& layer : spoken.attribution) {
        if (layer.actor && scene_.actors.actors[*layer.actor].medium && seen.insert(*layer.actor).second) record_cited(layer);
      }
    }
  }

  static void note_field(const char* name, const documents::Field& field, ReadSource& source) {
    if (field.stored) source.passages.emplace_back(name, *field.stored);
  }

  void record_cited(const AttributionLayer& layer) {
    ReadSource cited;
    cited.cited = true;
    cited.publisher = scene_.actors.actors[*layer.actor].name;
    cited.passages.emplace_back("mention", passage(layer.tokens));
    made_.sources.push_back(std::move(cited));
  }

  void record_matters() {
    for (const IssueTerm& term : matters_.issues) {
      ReadIssue issue{term.label, term.aliases, {}};
      for (const Tokens tokens : term.tokens) issue.passages.push_back(passage(tokens));
      made_.issues.push_back(std::move(issue));
    }
    for (const OptionTerm& term : matters_.options) {
      ReadOption option;
      option.issue = ReadIssueIndex(term.issue);
      option.label = std::string(scene_.text.of(term.tokens));
      option.proposers = term.proposers;
      option.status = term.status;
      option.passage = passage(term.tokens);
      made_.options.push_back(std::move(option));
    }
  }

  void record_statements() {
    for (std::size_t i = 0; i < spoken_.size(); ++i) made_.statements.push_back(statement(i));
  }

  ReadStatement statement(std::size_t i) const {
    const Spoken& spoken = spoken_[i];
    ReadStatement made;
    made.speaker = spoken.speaker;
    if (!spoken.speaker_tokens.empty()) made.speaker_passage = passage(spoken.speaker_tokens);
    made.kind = spoken.reading.kind;
    made.other_kinds = spoken.reading.others;
    std::sort(made.other_kinds.begin(), made.other_kinds.end());
    made.other_kinds.erase(std::unique(made.other_kinds.begin(), made.other_kinds.end()), made.other_kinds.end());
    made.other_kinds.erase(std::remove(made.other_kinds.begin(), made.other_kinds.end(), made.kind), made.other_kinds.end());
    made.mode = mode_of(spoken);
    if (!spoken.cue.empty()) made.cue = passage(spoken.cue);
    made.passage = passage(spoken.span);
    made.content = passage(spoken.content);
    for (const std::uint32_t issue : matters_.of[i]) made.issues.emplace_back(issue);
    if (!spoken.addressee.empty()) note_addressee(spoken.addressee, made);
    for (const AttributionLayer& layer : spoken.attribution) made.attribution.push_back({layer.type, layer.actor, passage(layer.tokens)});
    if (const auto date = date_of_speech(scene_, spoken)) made.date = date_reading(*date);
    made.closeness = spoken.reading.kind == ReadKind::kAssessment ? spoken.reading.closeness : std::nullopt;
    made.flags = spoken.reading.flags;
    made.flags.headline = scene_.text.block_kind(spoken.span.first) == documents::BlockKind::kTitle;
    made.confidence = confidence_of(spoken);
    return made;
  }

  /// A convention: a plain cue with a named speaker 0.9, less for each step that had to be guessed.
  static double confidence_of(const Spoken& spoken) {
    double confidence = 0.9;
    if (!spoken.speaker) confidence -= 0.2;
    if (spoken.cue.empty()) confidence -= 0.1;
    if (!spoken.reading.sure) confidence -= 0.15;
    if (!spoken.reading.others.empty()) confidence -= 0.15;
    return confidence;
  }

  ReadMode mode_of(const Spoken& spoken) const {
    if (spoken.direct) return ReadMode::kDirect;
    for (std::uint32_t at = spoken.content.first; at < spoken.content.last; ++at) {
      if (scene_.quoted(at)) return ReadMode::kMixed;
    }
    return ReadMode::kIndirect;
  }

  void note_addressee(Tokens tokens, ReadStatement& made) const {
    for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
      const Mention* mention = scene_.actors.at(at);
      if (mention == nullptr || mention->how == Reference::kAdjective) continue;
      if (std::find(made.addressees.begin(), made.addressees.end(), mention->actor) == made.addressees.end()) made.addressees.push_back(mention->actor);
    }
  }

  std::optional<DateReading> date_reading(const SpeechDate& date) const {
    const DateMention& mention = scene_.dates[date.mention];
    if (!mention.first || !mention.last) return std::nullopt;
    return DateReading{passage(mention.tokens), *mention.first, *mention.last, mention.precision, mention.approximate, date.about, date.inferred};
  }

  /// The statement that holds a quotation: of several the one with the fewest words.
  std::vector<Spoken>::const_iterator holder_of(const Quotation& quotation) const {
    auto best = spoken_.end();
    for (auto spoken = spoken_.begin(); spoken != spoken_.end(); ++spoken) {
      if (spoken->span.overlaps(quotation.inside) && (best == spoken_.end() || spoken->span.size() < best->span.size())) best = spoken;
    }
    return best;
  }

  void record_quotes() {
    for (const Quotation& quotation : scene_.quotations) {
      const auto holder = holder_of(quotation);
      if (holder == spoken_.end()) continue;
      ReadQuote quote;
      quote.passage = passage(quotation.inside);
      quote.speaker = holder->speaker;
      quote.partial = !quotation.whole;
      const auto number = static_cast<std::size_t>(holder - spoken_.begin());
      quote.statement = number;
      made_.statements[number].quotes.push_back(made_.quotes.size());
      made_.quotes.push_back(std::move(quote));
    }
  }

  void record_events() {
    for (const EventMention& event : events_) {
      ReadEvent made;
      made.kind = event.kind;
      made.status = event.status;
      made.participants = event.participants;
      if (event.place) made.place = passage(*event.place);
      if (event.date) made.date = date_reading({*event.date, true, false});
      made.passage = passage(event.tokens);
      made_.events.push_back(std::move(made));
    }
  }

  const Document& document_;
  const Scene& scene_;
  const std::vector<Spoken>& spoken_;
  const Matters& matters_;
  const std::vector<EventMention>& events_;
  Reading made_;
};

}  // namespace

Reading read_report(const Document& document, const ReadOptions& options) {
  const Text text = cut_into_sentences(document);
  const ReferenceDate reference = find_reference_date(text, options.date);
  const std::vector<DateMention> dates = find_dates(text, reference.day);
  ActorTable actors = find_actors(text);
  note_roles_in_talks(text, actors);
  note_offices(actors);
  note_own_paper(text, actors);
  const std::vector<Quotation> quotations = find_quotations(text);
  const Scene scene = make_scene(text, actors, dates, quotations);
  std::vector<Spoken> spoken = find_spoken(scene);
  std::vector<Spoken> own = find_own_voice(scene, spoken);
  spoken.insert(spoken.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  std::stable_sort(spoken.begin(), spoken.end(), [](const Spoken& a, const Spoken& b) { return a.span.first < b.span.first; });
  const Matters matters = find_matters(scene, spoken);
  const std::vector<EventMention> events = find_events(text, actors, dates);
  return Recorder(document, scene, spoken, matters, events).run(reference);
}

}  // namespace modus::reading

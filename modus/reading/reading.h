/// \file What one report says about a negotiation: who, about what, who wants or refuses what, in which words.
/// Plain values; everything that was read has its exact passage. The shape follows neg-reading/1.
/// `from_model`: not found by the built-in reader but by the language model that the user named (modus/model_reader).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modus/base/index.h"
#include "modus/documents/document.h"

namespace modus::reading {

using documents::Passage;
using Day = std::chrono::sys_days;

struct ActorTag;
using ActorIndex = base::Index<ActorTag>;
struct ReadIssueTag;
using ReadIssueIndex = base::Index<ReadIssueTag>;
struct ReadSourceTag;
using ReadSourceIndex = base::Index<ReadSourceTag>;

enum class DatePrecision { kDay, kWeek, kMonth, kRange };

struct DateReading {
  Passage passage;
  Day first, last;                 ///< inclusive
  DatePrecision precision = DatePrecision::kDay;
  bool approximate = false;
  bool about = false;              ///< when the matter happens; else when it was said
  bool inferred = false;           ///< taken over from a neighbouring sentence
};

struct ReadSource {
  bool cited = false;              ///< the first source is the report itself, the others are those it cites
  std::string title, publisher;
  std::vector<std::string> authors;
  std::string date;                ///< YYYY-MM-DD or empty
  std::vector<std::pair<std::string, Passage>> passages;   ///< "title", "author", "publisher", "date", "mention"
};

enum class ActorType { kPerson, kState, kOrganisation, kCompany, kGroup, kBody };
enum class MentionKind { kName, kMetonym, kNominal };

struct ActorMention {
  Passage passage;
  MentionKind how = MentionKind::kName;
};

struct Actor {
  std::string name;
  ActorType type = ActorType::kGroup;
  std::string role;                             ///< as the text has it: "foreign minister"; may be empty
  std::optional<ActorIndex> affiliation;
  std::vector<std::string> aliases, metonyms, nominals;   ///< as written, each once, in order of first use
  std::vector<ActorMention> mentions;           ///< rising; never empty
  bool from_model = false;
};

struct ReadIssue {
  std::string label;
  std::vector<std::string> aliases;
  std::vector<Passage> passages;                ///< never empty
  bool from_model = false;
};

enum class OptionStatus { kProposed, kPending, kAgreed, kRejected };
struct ReadOption {
  ReadIssueIndex issue;
  std::string label;
  std::vector<ActorIndex> proposers;
  OptionStatus status = OptionStatus::kProposed;
  Passage passage;
  bool from_model = false;
};

enum class ReadKind { kDemand, kReject, kOffer, kAccept, kClaim, kAssessment };
enum class ReadMode { kDirect, kMixed, kIndirect };
enum class Closeness { kNear, kCloser, kMixed, kUncertain, kFar, kStalled };
enum class AttributionType { kAccordingTo, kReportedBy, kAnonymous, kDocument };

struct Attribution {
  AttributionType type = AttributionType::kReportedBy;
  std::optional<ActorIndex> actor;
  Passage passage;
};

/// What a careful reader might see in it besides its kind.
struct StatementFlags {
  bool red_line = false, threat = false, conditional = false, denial = false, accusation = false,
       uncertain = false, undecided = false, no_comment = false, reported = false, headline = false;
};

struct ReadStatement {
  std::optional<ActorIndex> speaker;            ///< nothing: the report's own voice
  std::optional<Passage> speaker_passage;       ///< pronouns too; nothing where it is left out
  ReadKind kind = ReadKind::kClaim;
  std::vector<ReadKind> other_kinds;            ///< kinds that another careful reader could defend
  std::vector<ActorIndex> other_speakers;       ///< speakers that another careful reader could defend
  ReadMode mode = ReadMode::kIndirect;
  std::optional<Passage> cue;
  Passage passage, content;
  std::vector<std::size_t> quotes;              ///< into Reading::quotes
  std::vector<ReadIssueIndex> issues;
  std::vector<ActorIndex> addressees;
  std::vector<Attribution> attribution;         ///< outermost first
  std::optional<DateReading> date;
  std::optional<Closeness> closeness;           ///< assessments only
  StatementFlags flags;
  double confidence = 1;                        ///< 0..1: how plain the passage is to the reader; a convention
  bool from_model = false;
};

struct ReadQuote {
  Passage passage;                              ///< without its marks
  std::optional<ActorIndex> speaker;            ///< nothing: the report's own voice
  std::optional<std::size_t> statement;         ///< into Reading::statements
  bool partial = false;                         ///< words within a sentence of the report's own
};

enum class EventStatus { kPast, kOngoing, kPlanned };
struct ReadEvent {
  std::string kind;                             ///< talks, meeting, press_conference, deadline, vote, ...
  EventStatus status = EventStatus::kPast;
  std::vector<ActorIndex> participants;         ///< rising
  std::optional<Passage> place;
  std::optional<DateReading> date;
  Passage passage;
  bool from_model = false;
};

struct Reading {
  std::string file, sha256, language;
  std::size_t file_bytes = 0, code_points = 0;
  std::optional<Day> reference_date;            ///< relative dates count from it
  std::string reference_date_basis;             ///< where it comes from, in words
  base::IndexedVector<ReadSourceIndex, ReadSource> sources;   ///< the report first
  base::IndexedVector<ActorIndex, Actor> actors;              ///< by first mention
  base::IndexedVector<ReadIssueIndex, ReadIssue> issues;      ///< most spoken of first
  std::vector<ReadOption> options;              ///< by passage
  std::vector<ReadStatement> statements;        ///< by passage
  std::vector<ReadQuote> quotes;                ///< by passage
  std::vector<ReadEvent> events;                ///< by passage
  std::string text_fingerprint;                 ///< same for the same story in two papers: see fingerprint.h
};

}  // namespace modus::reading

/// \file What a case drafted from reports remembers: which of its items are still questions, what the reader
/// proposed, and what a person has decided since. Everything goes by name; conditions are canonical text. No
/// answer of the engine rests on it.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modus/case_model/basics.h"
#include "modus/case_model/defaults.h"

namespace modus::case_model {

/// One defensible way to write an item of the case. What is absent stays as it is.
struct Coding {
  std::string says;                   ///< what it would mean, in words
  bool drop = false;                  ///< the item is left out; nothing else is set then
  std::optional<StatementKind> kind;  ///< statements: this, what it is about, whose wants, who reports it
  std::string what, over;
  std::string party;
  std::optional<Channel> channel;
  std::vector<Role> roles;  ///< parties: sorted, without repeats
  std::string same_as;      ///< parties, issues: it is the one of that name
  friend bool operator==(const Coding&, const Coding&) = default;
};

/// Put to the analyst: the passage may be read in several ways, and the case holds one of them for now.
struct OpenQuestion {
  std::string id;
  std::string
      about;  ///< a statement, party or issue; a statement that is left out for now is not in the case
  std::string asks;
  std::vector<Coding> codings;  ///< two or more, different
  std::size_t taken = 0;        ///< which of them stands in the case
  std::string speaker,
      source;  ///< the passage; with a coding they make the statement `about` where the case has none
  Quote quote;
  std::optional<Days> on;
  friend bool operator==(const OpenQuestion&, const OpenQuestion&) = default;
};

/// An item as the reader proposed it: the fingerprint tells its own words from the analyst's.
struct Proposed {
  std::string fingerprint;
  std::string source;  ///< where it was first read; may be empty
  std::optional<std::pair<std::size_t, std::size_t>> at;
  friend bool operator==(const Proposed&, const Proposed&) = default;
};

enum class DecisionKind { kAccepted, kCorrected, kDropped, kAnswered };
[[nodiscard]] std::string_view word_of(DecisionKind decision);
[[nodiscard]] std::optional<DecisionKind> decision_of(std::string_view word);

struct Decision {
  std::string about;  ///< a statement, a party, an issue or a question
  DecisionKind decision = DecisionKind::kAccepted;
  std::string by;
  std::chrono::sys_seconds at;
  std::string was;  ///< what it was before, in one line
  friend bool operator==(const Decision&, const Decision&) = default;
};

struct DraftRecord {
  std::vector<OpenQuestion> questions;       ///< what would change the answer most comes first
  std::map<std::string, Proposed> proposed;  ///< by "statements/ID", "options/ISSUE/OPTION", ...
  std::vector<Decision> decisions;           ///< by time; only ever added to
  std::vector<std::string> confirmed;        ///< issues whose positions a person has confirmed, sorted
  friend bool operator==(const DraftRecord&, const DraftRecord&) = default;
};

}  // namespace modus::case_model

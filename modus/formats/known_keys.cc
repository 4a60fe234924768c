#include "modus/formats/read_case.h"

namespace modus::formats {

const std::vector<KnownKeys>& known_keys() {
  static const std::vector<KnownKeys> kTable = {
      {"case",
       {"modus", "title", "as_of", "event", "horizon", "unstated", "defaults", "sources", "parties", "issues",
        "rules", "norms", "drafts", "statements", "assessments", "judgments", "guarantees", "timeline", "forecast",
        "ideas", "text", "draft"}},
      {"defaults", {"said", "meant", "wants", "honest", "label"}},
      {"honesty", {"public", "private"}},
      {"label", {"caucus"}},
      {"source", {"title", "publisher", "author", "link", "published", "file", "heard_from", "label"}},
      {"party", {"name", "role", "of", "aliases", "interests"}},
      {"interest", {"text", "source", "label"}},
      {"issue", {"name", "options", "range", "carried_out_by"}},
      {"option", {"name", "needs", "phases", "if", "then", "else", "chance", "costs"}},
      {"phase", {"option", "share"}},
      {"cost", {"total", "unit", "capacity", "alone", "why"}},
      {"share of a cost", {"who", "pays"}},
      {"range", {"from", "to", "step", "unit"}},
      {"norm", {"when", "says", "source", "label"}},
      {"labelled draft", {"package", "label"}},
      {"statement",
       {"id", "party", "speaker", "kind", "what", "over", "channel", "said", "meant", "wants", "source",
        "quote", "at", "on", "replaces", "same_as", "why", "label"}},
      {"assessment", {"by", "speaker", "says", "quote", "at", "source", "on", "label"}},
      {"judgments",
       {"order", "scores", "scales", "weights", "adjust", "stalling", "impatience", "no_deal", "beliefs", "asking",
        "why", "label", "labels"}},
      {"scale", {"better", "peak", "shape"}},
      {"adjustment", {"when", "by", "why", "label"}},
      {"no_deal", {"value", "lottery", "cost", "cost_per_month", "why"}},
      {"outcome", {"package", "chance"}},
      {"asking", {"honest", "leak", "leak_costs"}},
      {"guarantee", {"when", "protects", "against", "by", "detects", "responds", "punishes", "label"}},
      {"event", {"on", "kind", "who", "where", "what", "planned", "source", "quote", "at", "label"}},
      {"forecast",
       {"class", "durations", "judged", "since", "weight", "rounds", "collapse", "prevails", "stalling_ends", "why", "label"}},
      {"judged rate", {"chances", "never"}},
      {"idea", {"says", "adds", "label"}},
      {"round", {"on", "package", "why", "agreed", "reactions", "label"}},
      {"reaction", {"by", "says", "to", "statement"}},
      {"draft", {"questions", "proposed", "decisions", "confirmed"}},
      {"question",
       {"id", "about", "asks", "codings", "taken", "speaker", "source", "quote", "at", "on"}},
      {"coding", {"says", "drop", "kind", "what", "over", "party", "channel", "role", "same_as"}},
      {"proposed", {"as", "source", "at"}},
      {"decision", {"about", "decision", "by", "at", "was"}},
  };
  return kTable;
}

}  // namespace modus::formats

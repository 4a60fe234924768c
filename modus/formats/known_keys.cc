#include "modus/formats/read_case.h"

namespace modus::formats {

const std::vector<KnownKeys>& known_keys() {
  static const std::vector<KnownKeys> kTable = {
      {"case",
       {"modus", "title", "as_of", "event", "horizon", "unstated", "defaults", "sources", "parties", "issues",
        "rules", "norms", "drafts", "statements", "assessments", "judgments", "guarantees", "timeline",
        "draft"}},
      {"defaults", {"said", "meant", "wants"}},
      {"source", {"title", "publisher", "author", "link", "published", "file", "heard_from"}},
      {"party", {"name", "role", "of", "aliases", "interests"}},
      {"interest", {"text", "source"}},
      {"issue", {"name", "options", "range", "carried_out_by"}},
      {"option", {"name", "needs"}},
      {"range", {"from", "to", "step", "unit"}},
      {"norm", {"when", "says", "source"}},
      {"statement",
       {"id", "party", "speaker", "kind", "what", "over", "channel", "said", "meant", "wants", "source",
        "quote", "at", "on", "replaces", "same_as", "why"}},
      {"assessment", {"by", "speaker", "says", "quote", "at", "source", "on"}},
      {"judgments", {"order", "scores", "scales", "weights", "adjust", "stalling", "no_deal", "why"}},
      {"scale", {"better", "peak", "shape"}},
      {"adjustment", {"when", "by", "why"}},
      {"no_deal", {"value", "lottery", "cost", "cost_per_month", "why"}},
      {"outcome", {"package", "chance"}},
      {"guarantee", {"when", "protects", "against", "by", "detects", "responds", "punishes"}},
      {"event", {"on", "kind", "who", "where", "what", "planned", "source", "quote", "at"}},
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

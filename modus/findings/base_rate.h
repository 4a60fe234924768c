/// \file How long processes of one kind took: what happened to them, and curves through that.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace modus::findings {

/// The share of processes that never come to the event, and how long the others take (mixture cure model: Boag 1949;
/// Berkson and Gage 1952; Farewell 1982): S(t) = never + (1 - never) * S_u(t), t in days.
/// kWeibull: S_u(t) = exp(-(t / scale)^shape). kLognormal: S_u(t) = 1 - Phi((ln t - scale) / shape): scale is the mean
/// and shape the standard deviation of ln t.
struct CureCurve {
  enum class Tail { kWeibull, kLognormal };
  Tail tail = Tail::kWeibull;
  double never = 0;
  double shape = 1, scale = 1;
  double weight = 1;  ///< among the curves of a class: they sum to 1
};

/// One step of a Kaplan-Meier curve: chance by this day, with its 90 % interval (Greenwood's error, log-log scale).
struct ObservedChance {
  double days = 0;
  double chance = 0, low = 0, high = 1;
};

/// What happened in processes like this one.
struct ReferenceClass {
  std::string id;          ///< "pax-talks-to-comprehensive"
  std::string name;        ///< in words
  std::string from, event; ///< when the clock starts, what stops it
  std::string source;      ///< author, data, version, year
  std::string caution;     ///< how it was selected, in words; may be empty
  std::size_t count = 0, events = 0;     ///< events 0: the source gives none
  std::vector<ObservedChance> observed;  ///< rising days; some days of the curve, or all its steps
  /// One or two: where the data cannot tell two tails apart both are carried. Never empty.
  std::vector<CureCurve> curves;
  bool curves_published = false;  ///< by the source; otherwise fitted here
};

}  // namespace modus::findings

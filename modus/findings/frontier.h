/// \file The packages no other package beats for everybody, and the points the field knows on them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modus/findings/common.h"

namespace modus::findings {

struct FrontierPoint {
  std::vector<double> utilities;         ///< by party, on the file's own scale; of a case in points
  std::vector<std::uint32_t> package;    ///< option by issue: the one with the lowest number of those that come to it
  std::uint64_t packages = 1;            ///< that come to it; 2^64 - 1 stands for that and more
};

struct FrontierParty {
  std::string id, name;
  double no_deal = 0;          ///< what gains are counted from
  bool no_deal_known = true;   ///< false: nobody says; the party's least utility stands in its place
  double ideal = 0;            ///< the most it gets on the frontier
};

struct FrontierIssue {
  std::string id, name;
  std::vector<std::string> options, option_names;  ///< ids; beside them in words
};

/// One solution of the bargaining problem on the frontier, with respect to the no-deal values.
struct BargainingPoint {
  std::size_t point = 0;                 ///< among the frontier's points
  std::size_t ties = 0;                  ///< how many others attain the same
};

struct FrontierFinding {
  std::string title;
  std::vector<FrontierParty> parties;
  std::vector<FrontierIssue> issues;
  std::vector<FrontierPoint> points;     ///< by falling utility of the first party, then the second, ...
  bool reach_no_deal = true;             ///< whether only packages worth no deal to everybody were looked at
  std::optional<BargainingPoint> nash, kalai_smorodinsky, egalitarian, leximin, utilitarian;
  std::optional<double> opposition;      ///< how far even the nearest package is from everybody's ideal (zone/bargaining_points.h)
  std::string package_count;             ///< that meet the rules; decimal
  std::optional<std::string> acceptable_count;  ///< those worth no deal to everybody; decimal; nothing: too many to count
  std::optional<double> acceptable_share;
  std::size_t width = 0;                 ///< issues in the widest table of the elimination
  Verdict verdict = Verdict::kProven;
};

}  // namespace modus::findings

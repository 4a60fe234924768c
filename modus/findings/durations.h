/// \file A user's own table of how long processes took.
#pragma once

#include <string>
#include <vector>

namespace modus::findings {

/// One process, from the start of its clock.
struct Duration {
  double days = 0;   ///< until the event, or as long as it was watched without it; 0 or more
  bool came = true;  ///< false: still going when last looked at (censored)
  std::string id;    ///< may be empty
};

struct DurationTable {
  std::vector<Duration> rows;  ///< as they stand in the file; never empty
  std::string file;            ///< as it was named
  std::string sha256;          ///< of the file's bytes
};

}  // namespace modus::findings

/// \file Ids that a person can read, each once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace modus::reading {

class ReadableIds {
 public:
  /// No id becomes one of these.
  explicit ReadableIds(std::set<std::string> taken = {}) : taken_(std::move(taken)) {}

  /// "the Harbour Workers' Union" -> "harbour_workers_union"; "harbour_workers_union_2" where that is taken. What has no letter or
  /// digit of the Latin script is called by `otherwise`. At most about 40 characters, cut between words. O(size).
  [[nodiscard]] std::string make(std::string_view name, std::string_view otherwise);

 private:
  std::set<std::string> taken_;
  std::map<std::string, int> last_number_;   ///< given to an id of that name
};

}  // namespace modus::reading

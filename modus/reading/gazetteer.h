/// \file States, organisations and papers that are known by name before a text is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "modus/reading/reading.h"
#include "modus/reading/text.h"

namespace modus::reading {

/// How a name stands for its entry.
enum class KnownAs : std::uint8_t {
  kName,       ///< "Ukraine", "U.S.", "NATO"
  kAdjective,  ///< "Ukrainian"
  kPeople,     ///< "Ukrainians"
  kCapital,    ///< "Kyiv": the government where it acts, a place elsewhere
  kSeat,       ///< "the Kremlin": always the government
};

struct KnownActor {
  std::string name;
  ActorType type = ActorType::kState;
  bool medium = false;
};

struct GazetteerHit {
  std::uint32_t entry = 0;  ///< into Gazetteer::entries()
  KnownAs how = KnownAs::kName;
  std::uint32_t length = 1;  ///< tokens
};

class Gazetteer {
 public:
  [[nodiscard]] static const Gazetteer& get();

  /// The longest known name that begins at a token. Capitals count: "US" is a state, "us" is not, "Who" no
  /// health organisation. O(longest name).
  [[nodiscard]] std::optional<GazetteerHit> at(const Text& text, std::uint32_t token) const;
  [[nodiscard]] const std::vector<KnownActor>& entries() const { return entries_; }

 private:
  struct Known {
    std::uint32_t entry = 0;
    KnownAs how = KnownAs::kName;
    std::string exact;  ///< set where the letters' case must agree too
  };

  Gazetteer();
  void read_states();
  void read_organisations();
  void read_media();
  void add(std::string_view name, KnownAs how);
  void add_people(std::string_view adjective);

  std::vector<KnownActor> entries_;
  std::unordered_map<std::string, Known> known_;
  std::unordered_map<std::string, std::uint32_t> longest_;  ///< by first word, in tokens
};

/// The folded words of a range with single blanks between them, none where the text has none.
[[nodiscard]] std::string phrase(const Text& text, Tokens range);

/// "group", "body", ...: as the tables write it.
[[nodiscard]] ActorType actor_type(std::string_view word);

}  // namespace modus::reading

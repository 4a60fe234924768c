/// \file What single words tell about names: titles, roles, groups of people, kinds of organisations, first
/// names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "modus/reading/reading.h"
#include "modus/reading/text.h"

namespace modus::reading {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

struct RoleWord {
  bool honorific = false;  ///< stands before a name: "Mr", "General", "Dame"
  bool role = false;       ///< one person: "foreign minister"
  bool agents = false;     ///< several people: "officials"
  Gender gender = Gender::kUnknown;
};

struct InstitutionWord {
  bool names = false;   ///< ends the name of an organisation: "Harbour Workers' Federation"
  bool weak = false;    ///< may do so, but is an ordinary last word of places and people too: "Port", "Park"
  bool medium = false;  ///< of a newspaper or broadcaster
  bool plain = false;   ///< "the union", "the board"
  ActorType type = ActorType::kOrganisation;        ///< of what it names
  ActorType plain_type = ActorType::kOrganisation;  ///< of what it stands for alone: "the management"
};

class WordClasses {
 public:
  [[nodiscard]] static const WordClasses& get();
  [[nodiscard]] const RoleWord* role(const std::string& phrase) const;
  [[nodiscard]] const InstitutionWord* institution(const std::string& word) const;
  [[nodiscard]] bool is_first_name(const std::string& word) const;
  [[nodiscard]] Gender gender_of_first_name(const std::string& word) const;

 private:
  WordClasses();
  std::unordered_map<std::string, RoleWord> roles_;
  std::unordered_map<std::string, InstitutionWord> institutions_;
  std::unordered_map<std::string, Gender> first_names_;
};

/// The longest title or role that begins at a token and ends before `limit`.
struct RoleHit {
  std::uint32_t length = 0;  ///< tokens; 0: none
  RoleWord word;
  explicit operator bool() const { return length > 0; }
};
[[nodiscard]] RoleHit role_at(const Text& text, std::uint32_t token, std::uint32_t limit);

/// "deputy", "foreign", "shadow": words of a role before its main word.
[[nodiscard]] bool is_role_modifier(std::string_view lower);

}  // namespace modus::reading

/// \file The one table that turns what the reader sees into what the case says: data/mapping.tsv, shown in
/// docs/reading-mapping.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/case_model/case.h"
#include "modus/reading/reading.h"

namespace modus::drafting {

/// What a row may ask for, as bits.
enum class Mark : std::uint32_t {
  kNoComment = 1,
  kUndecided = 2,
  kHeadline = 4,
  kDenial = 8,
  kAccusation = 16,
  kThreat = 32,
  kRedLine = 64,
  kConditional = 128,
  kUncertain = 256,
  kOnOption = 512,
  kUnsure = 1024,
};

/// A kind of statement about what was named, or about anything but that. Without a kind: no statement.
struct Meaning {
  std::optional<case_model::StatementKind> kind;
  bool all_else = false;
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

struct MappingRow {
  std::optional<reading::ReadKind> read;  ///< nothing: any
  std::uint32_t marks = 0;
  Meaning gives;
  bool assessment = false;
  std::vector<Meaning> others;  ///< what else can be defended
  std::string_view asks;
};

[[nodiscard]] const std::vector<MappingRow>& mapping();

/// The first row that fits. Always one.
[[nodiscard]] const MappingRow& row_for(reading::ReadKind kind, std::uint32_t marks);

/// The marks of a statement. `on_option`: whether it is known to speak of a way to settle an issue.
[[nodiscard]] std::uint32_t marks_of(const reading::ReadStatement& statement, bool on_option);

/// Whether a claim in these words lays claim to a way to settle something.
[[nodiscard]] bool claims_option(std::string_view content);

/// Whether an offer in these words is one to guarantee a deal.
[[nodiscard]] bool offers_guarantee(std::string_view content);

/// Where a statement comes from.
struct Told {
  bool unnamed = false, document = false, by_rival = false, by_other = false, own_words = false;
};
[[nodiscard]] case_model::Channel channel_for(const Told& told);

/// What a description ("U.S. envoy and mediator") proposes; a medium is a channel, not a party.
struct DescribedAs {
  std::vector<case_model::Role> roles;  ///< sorted, without repeats
  bool medium = false;
};
[[nodiscard]] DescribedAs describe_as(std::string_view description);

/// The table's rows of statements and channels in Markdown, as the page shows them.
[[nodiscard]] std::string mapping_page_rows();

}  // namespace modus::drafting

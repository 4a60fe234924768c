/// \file Point-valued preferences as the field's own files have them: issues, options, and for each party what every
/// option is worth to it. Utilities keep the file's own scale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace modus::case_model {

struct DomainIssue {
  enum class Kind { kNamed, kWhole, kReal };
  std::string name;
  std::vector<std::string> options;  ///< one or more, different; of numbers their canonical text, rising
  Kind kind = Kind::kNamed;
  double from = 0, to = 0;           ///< kWhole, kReal: the range the options are taken from
};

/// Adds `amount` where the package lies in all ranges (both ends included).
struct DomainBox {
  struct Range {
    std::size_t issue = 0;
    std::size_t first = 0, last = 0;  ///< options
  };
  std::vector<Range> ranges;          ///< by issue, each issue once
  double amount = 0;
};

/// Utility of a package: min(cap, bias + sum of weight * value + sum of boxes).
struct DomainParty {
  std::string id;                            ///< the name of its file without ending, or its number
  std::string name;
  std::vector<double> weights;               ///< by issue; 1 where a file has none
  std::vector<std::vector<double>> values;   ///< [issue][option]; zeros where only boxes count
  double bias = 0;
  std::vector<DomainBox> boxes;
  std::optional<double> cap;                 ///< set only where the sum can exceed it
  std::optional<double> reservation;         ///< worth of no deal; nothing: not known, every package reaches it
  std::optional<double> discount;            ///< what is left of a utility at the deadline, 0..1
  [[nodiscard]] double worth(std::size_t issue, std::size_t option) const { return weights[issue] * values[issue][option]; }
};

using DomainPackage = std::vector<std::uint32_t>;  ///< option by issue

struct DomainRow {
  DomainPackage package;
  std::vector<double> utilities;             ///< by party
};

struct Domain {
  std::string name;
  std::vector<DomainIssue> issues;     ///< in the order of the file
  std::vector<DomainParty> parties;    ///< sorted by the name of their files
  /// Where it was a table: the only packages there are, and their utilities, beside which weights and values say
  /// nothing. By package, each once.
  std::vector<DomainRow> rows;
};

[[nodiscard]] double utility_of(const Domain& domain, std::size_t party, const DomainPackage& package);
/// The product of the numbers of options; as a double it is exact up to 2^53.
[[nodiscard]] double package_count_of(const Domain& domain);
/// The least and the greatest a party's sum can come to, boxes by their signs (a bound where there are boxes).
struct UtilityBounds {
  double low = 0, high = 0;
};
[[nodiscard]] UtilityBounds bounds_of(const Domain& domain, std::size_t party);

/// How much a file may hold.
struct DomainLimits {
  static constexpr std::size_t kIssues = 1000;
  static constexpr std::size_t kOptions = 100'000;    ///< an issue
  static constexpr std::size_t kParties = 256;
  static constexpr std::size_t kBoxes = 1'000'000;
  static constexpr std::size_t kFileBytes = 64U << 20U;
  static constexpr std::size_t kNesting = 64;
  static constexpr std::size_t kRealSteps = 10;       ///< a real range is taken at so many even steps
};

}  // namespace modus::case_model

/// \file What the readers of domains share. Private to this room.
#pragma once

#include <cmath>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modus/base/result.h"
#include "modus/case_model/domain.h"
#include "modus/formats/domain_files.h"

namespace modus::formats {

/// One file of a folder, read whole.
struct DomainText {
  std::string name;   ///< without the folder, as in places
  std::string stem;   ///< without ending: the party's id
  std::string text;
};

/// A finite number written whole in the text ("0.5", "-1e-3"; with `infinite` also ".inf"), or nothing.
[[nodiscard]] std::optional<double> read_real(std::string_view text, bool infinite = false);
/// The shortest text of a whole or real number.
[[nodiscard]] std::string option_text(double number);
/// The options of a range of numbers: whole ones one by one, real ones in even steps. Empty where there are too many.
[[nodiscard]] std::vector<std::string> options_between(double from, double to, case_model::DomainIssue::Kind kind);
/// Of a file or folder: weights that do not sum to one within a thousandth.
void check_weights(const std::vector<double>& weights, const base::Place& where, base::Problems& problems);
/// Weights of one may be written with so many digits lost.
inline constexpr double kWeightSlack = 1e-3;

// Each takes the texts of one kind that lie in a folder, by name.
[[nodiscard]] base::Result<DomainFile> read_genius(const std::vector<DomainText>& files, const std::string& folder);
[[nodiscard]] base::Result<DomainFile> read_geniusweb(const std::vector<DomainText>& files, const std::string& folder);
[[nodiscard]] base::Result<DomainFile> read_negmas(const std::vector<DomainText>& files, const std::string& folder);
[[nodiscard]] base::Result<DomainFile> read_plain_json(const DomainText& file);
[[nodiscard]] base::Result<DomainFile> read_utility_table(const DomainText& file);

}  // namespace modus::formats

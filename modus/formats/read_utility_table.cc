// A CSV table of packages: a column an issue, then a column "utility:NAME" a party. Each row is one package; there are
// no others.
#include <algorithm>
#include <map>

#include "modus/formats/csv_line.h"
#include "modus/formats/reading_domain.h"

namespace modus::formats {
namespace {

using case_model::Domain;
using case_model::DomainRow;

constexpr std::string_view kUtility = "utility:";

struct Row {
  int line = 0;
  std::vector<std::string> cells;
};

/// The lines that say something, each split; a problem where one does not have as many values as the first.
std::vector<Row> split_lines(const DomainText& file, base::Problems& problems) {
  std::vector<Row> rows;
  std::string_view left = file.text;
  if (left.starts_with("\xEF\xBB\xBF")) left.remove_prefix(3);
  for (int line = 1; !left.empty(); ++line) {
    const std::size_t end = left.find('\n');
    std::string_view text = left.substr(0, end);
    left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty()) continue;
    const auto cells = split_csv(text);
    if (!cells) problems.push_back({{file.name, line, 0}, "a quotation mark is not closed", "close it on the same line"});
    else if (!rows.empty() && cells->size() != rows.front().cells.size()) problems.push_back({{file.name, line, 0}, "has " + std::to_string(cells->size()) + " values, the first line " + std::to_string(rows.front().cells.size()), "give one for each column"});
    else rows.push_back({line, *cells});
  }
  return rows;
}

/// The option's number; a new one is added.
std::uint32_t option_of(case_model::DomainIssue& issue, std::map<std::string, std::uint32_t>& known, const std::string& text) {
  const auto [found, added] = known.try_emplace(text, static_cast<std::uint32_t>(issue.options.size()));
  if (added) issue.options.push_back(text);
  return found->second;
}

}  // namespace

base::Result<DomainFile> read_utility_table(const DomainText& file) {
  base::Problems problems;
  const std::vector<Row> table = split_lines(file, problems);
  if (table.empty()) return base::Problem{{file.name, 1, 0}, "is empty", "start with a line like price,delivery,utility:buyer,utility:seller"};
  DomainFile read{{}, DomainFormat::kCsv, {}};
  Domain& domain = read.domain;
  domain.name = file.stem;
  for (const std::string& title : table.front().cells) {
    if (title.starts_with(kUtility)) {
      domain.parties.push_back({title.substr(kUtility.size()), title.substr(kUtility.size()), {}, {}, 0, {}, {}, {}, {}});
    } else if (domain.parties.empty()) {
      domain.issues.push_back({title, {}, {}, 0, 0});
    } else {
      problems.push_back({{file.name, 1, 0}, "column \"" + title + "\" stands after a utility", "put the issues first, then utility:NAME for each party"});
    }
  }
  if (domain.issues.empty() || domain.parties.empty()) problems.push_back({{file.name, 1, 0}, "has no issue or no utility column", "start with a line like price,delivery,utility:buyer,utility:seller"});
  if (domain.issues.empty() || domain.parties.empty()) return problems;
  std::vector<std::map<std::string, std::uint32_t>> known(domain.issues.size());
  std::map<case_model::DomainPackage, int> lines;
  for (std::size_t at = 1; at < table.size(); ++at) {
    const Row& row = table[at];
    DomainRow entry;
    for (std::size_t n = 0; n < domain.issues.size(); ++n) entry.package.push_back(option_of(domain.issues[n], known[n], row.cells[n]));
    for (std::size_t n = domain.issues.size(); n < row.cells.size(); ++n) {
      const auto value = read_real(row.cells[n]);
      if (!value) problems.push_back({{file.name, row.line, 0}, "\"" + row.cells[n] + "\" is no number", "write the utility there"});
      entry.utilities.push_back(value.value_or(0));
    }
    const auto [before, added] = lines.try_emplace(entry.package, row.line);
    if (!added) problems.push_back({{file.name, row.line, 0}, "is the same package as line " + std::to_string(before->second), "list each package once"});
    domain.rows.push_back(std::move(entry));
  }
  if (domain.rows.empty()) problems.push_back({{file.name, 2, 0}, "lists no package", "add a row for each"});
  if (!problems.empty()) return problems;
  std::ranges::sort(domain.rows, {}, &DomainRow::package);
  return read;
}

}  // namespace modus::formats

#include <algorithm>
#include <charconv>
#include <cmath>

#include "modus/base/number.h"
#include "modus/formats/domain_files.h"
#include "modus/formats/read_text_file.h"
#include "modus/formats/reading_domain.h"

namespace modus::formats {
namespace {

using base::Problems;
using case_model::DomainLimits;
namespace fs = std::filesystem;

std::string ending_of(const fs::path& path) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
  return ending == ".yml" ? ".yaml" : ending;
}

base::Result<DomainText> read_one(const fs::path& path) {
  auto text = read_text_file(path, DomainLimits::kFileBytes);
  if (!text.ok()) return text.problems();
  return DomainText{path.filename().string(), path.stem().string(), std::move(text.value())};
}

/// The files of a folder with that ending, by name.
base::Result<std::vector<DomainText>> texts_in(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->is_regular_file(error) && ending_of(at->path()) == ending) paths.push_back(at->path());
  }
  std::ranges::sort(paths);
  std::vector<DomainText> texts;
  Problems problems;
  for (const fs::path& path : paths) {
    auto text = read_one(path);
    if (text.ok()) texts.push_back(std::move(text.value()));
    else problems.insert(problems.end(), text.problems().begin(), text.problems().end());
  }
  if (error) problems.push_back({{folder.string(), 0, 0}, "cannot be read: " + error.message(), "check its permissions"});
  if (!problems.empty()) return problems;
  return texts;
}

base::Result<DomainFile> read_folder(const fs::path& folder) {
  using Reader = base::Result<DomainFile> (*)(const std::vector<DomainText>&, const std::string&);
  constexpr std::pair<const char*, Reader> kKinds[] = {{".xml", read_genius}, {".json", read_geniusweb}, {".yaml", read_negmas}};
  for (const auto& [ending, reader] : kKinds) {
    const auto texts = texts_in(folder, ending);
    if (!texts.ok()) return texts.problems();
    if (!texts.value().empty()) return reader(texts.value(), folder.string());
  }
  return base::Problem{{folder.string(), 0, 0}, "holds no .xml, .json or .yaml file", "name a folder with a domain and its profiles"};
}

/// What the rest of the program relies on.
void check_sizes(const case_model::Domain& domain, const fs::path& path, Problems& problems) {
  const auto fault = [&](std::string what, std::string fix) { problems.push_back({{path.string(), 0, 0}, std::move(what), std::move(fix)}); };
  if (domain.parties.size() > DomainLimits::kParties) fault("has more than 256 parties", "leave some out");
  if (domain.issues.size() > DomainLimits::kIssues) fault("has more than 1,000 issues", "leave some out");
  for (const case_model::DomainIssue& issue : domain.issues) {
    if (issue.options.size() > DomainLimits::kOptions) fault("issue \"" + issue.name + "\" has more than 100,000 options", "take coarser steps");
  }
}

}  // namespace

std::string_view name_of(DomainFormat format) {
  switch (format) {
    case DomainFormat::kGenius: return "genius";
    case DomainFormat::kGeniusWeb: return "geniusweb";
    case DomainFormat::kNegmas: return "negmas";
    case DomainFormat::kPlainJson: return "json";
    case DomainFormat::kCsv: return "csv";
  }
  return "";
}

bool is_domain_path(const fs::path& path) {
  std::error_code error;
  const std::string ending = ending_of(path);
  if (fs::is_directory(path, error) || ending == ".xml" || ending == ".csv") return true;
  if (ending != ".json") return false;
  const auto text = read_text_file(path, DomainLimits::kFileBytes);
  return text.ok() && text.value().find("\"modus\"") == std::string::npos;
}

base::Result<DomainFile> read_domain(const fs::path& path) {
  std::error_code error;
  const std::string ending = ending_of(path);
  base::Result<DomainFile> read = base::Problem{};
  if (fs::is_directory(path, error)) {
    read = read_folder(path);
  } else if (ending == ".xml") {
    read = read_folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
  } else {
    auto text = read_one(path);
    if (!text.ok()) return text.problems();
    text.value().name = path.string();
    read = ending == ".csv" ? read_utility_table(text.value()) : read_plain_json(text.value());
  }
  Problems problems = read.ok() ? Problems() : read.problems();
  if (read.ok()) check_sizes(read.value().domain, path, problems);
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return read;
}

std::optional<double> read_real(std::string_view text, bool infinite) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  if (infinite && (text == ".inf" || text == "-.inf" || text == "+.inf")) return text.front() == '-' ? -HUGE_VAL : HUGE_VAL;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string option_text(double number) { return base::write_number(number); }

std::vector<std::string> options_between(double from, double to, case_model::DomainIssue::Kind kind) {
  std::vector<std::string> options;
  const bool whole = kind == case_model::DomainIssue::Kind::kWhole;
  const double steps = whole ? to - from : from < to ? static_cast<double>(DomainLimits::kRealSteps) : 0;
  if (!(from <= to) || steps >= static_cast<double>(DomainLimits::kOptions)) return options;
  for (std::size_t n = 0; static_cast<double>(n) <= steps; ++n) {
    options.push_back(option_text(whole ? from + static_cast<double>(n) : n == 0 ? from : from + (to - from) * static_cast<double>(n) / steps));
  }
  return options;
}

void check_weights(const std::vector<double>& weights, const base::Place& where, Problems& problems) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  if (std::abs(sum - 1) <= kWeightSlack) return;
  problems.push_back({where, "the weights sum to " + base::write_fixed(sum, 4), "let them sum to 1"});
}

}  // namespace modus::formats

#include "modus/formats/case_of_domain.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "modus/base/number.h"
#include "modus/case_model/case.h"

namespace modus::formats {
namespace {

using case_model::CaseLimits;
using case_model::Domain;
using case_model::DomainParty;
using Json = nlohmann::ordered_json;

constexpr double kPlaces = 1e6;

double rounded(double value) { return std::round(value * kPlaces) / kPlaces; }
Json number(double value) { return Json(rounded(value) == 0 ? 0.0 : rounded(value)); }

/// A name of letters, digits and _ that begins with a letter and is not taken yet.
std::string id_for(const std::string& name, std::set<std::string>& taken) {
  std::string id;
  for (const char letter : name) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (upper || plain) id += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
    else if (!id.empty() && id.back() != '_') id += '_';
  }
  while (!id.empty() && id.back() == '_') id.pop_back();
  const bool letter_first = !id.empty() && id.front() >= 'a' && id.front() <= 'z';
  if (!letter_first) id.insert(0, id.empty() ? "x" : "x_");
  std::string free = id;
  for (int n = 2; !taken.insert(free).second; ++n) free = id + "_" + std::to_string(n);
  return free;
}

struct Names {
  std::vector<std::string> parties, issues;
  std::vector<std::vector<std::string>> options;
};

Names names_of(const Domain& domain) {
  Names names;
  std::set<std::string> taken = {"and", "or", "not", "in"};
  for (const DomainParty& party : domain.parties) names.parties.push_back(id_for(party.id, taken));
  std::set<std::string> issues = {"and", "or", "not", "in"};
  for (const case_model::DomainIssue& issue : domain.issues) {
    names.issues.push_back(id_for(issue.name, issues));
    std::set<std::string> options = {"and", "or", "not", "in"};
    names.options.emplace_back();
    for (const std::string& option : issue.options) names.options.back().push_back(id_for(option, options));
  }
  return names;
}

/// Shares that sum to one on the grid of six places: what rounding leaves goes to the largest.
std::vector<double> shares_of(const std::vector<double>& widths) {
  double sum = 0;
  for (const double width : widths) sum += width;
  std::vector<double> shares;
  double left = 1;
  for (const double width : widths) {
    shares.push_back(rounded(sum > 0 ? width / sum : 1.0 / static_cast<double>(widths.size())));
    left -= shares.back();
  }
  double& largest = *std::ranges::max_element(shares);
  largest = rounded(largest + left);
  return shares;
}

Json judgments_of(const Domain& domain, const DomainParty& party, const Names& names, std::vector<std::string>& notes) {
  std::vector<double> widths;
  Json scores = Json::object();
  double low = party.bias;
  for (std::size_t n = 0; n < domain.issues.size(); ++n) {
    std::vector<double> worth;
    for (std::size_t o = 0; o < domain.issues[n].options.size(); ++o) worth.push_back(party.worth(n, o));
    const auto [least, most] = std::ranges::minmax(worth);
    widths.push_back(most - least);
    low += least;
    Json row = Json::object();
    for (std::size_t o = 0; o < worth.size(); ++o) row[names.options[n][o]] = number(most > least ? (worth[o] - least) / (most - least) : 0);
    scores[names.issues[n]] = std::move(row);
  }
  double width = 0;
  for (const double one : widths) width += one;
  const std::vector<double> shares = shares_of(widths);
  Json weights = Json::object();
  for (std::size_t n = 0; n < shares.size(); ++n) weights[names.issues[n]] = number(shares[n]);
  const double no_deal = !party.reservation || width <= 0 ? 0 : 100 * (*party.reservation - low) / width;
  if (no_deal < 0 || no_deal > 100) notes.push_back("The no-deal value of " + party.name + " lies outside all it can get; it is kept at " + (no_deal < 0 ? "0" : "100") + " points.");
  notes.push_back("100 points of " + party.name + " are " + base::write_number(low + width) + " on the file's own scale, 0 points " + base::write_number(low) + ".");
  return {{"weights", std::move(weights)}, {"scores", std::move(scores)}, {"no_deal", {{"value", number(std::clamp(no_deal, 0.0, 100.0))}}}};
}

base::Problems unfit(const Domain& domain) {
  base::Problems problems;
  const auto fault = [&](std::string what, std::string fix) { problems.push_back({{}, std::move(what), std::move(fix)}); };
  if (!domain.rows.empty()) fault("is a table of packages without weights", "ask modus frontier about it");
  for (const DomainParty& party : domain.parties) {
    if (!party.boxes.empty()) fault(party.name + " gains from combinations of options (boxes)", "ask modus frontier about it");
  }
  if (domain.parties.size() > CaseLimits::kParties || domain.issues.size() > CaseLimits::kIssues) fault("has more than 64 parties or issues", "ask modus frontier about it");
  for (const case_model::DomainIssue& issue : domain.issues) {
    if (issue.options.size() > CaseLimits::kOptions) fault("issue \"" + issue.name + "\" has more than 1,000 options", "ask modus frontier about it");
  }
  return problems;
}

}  // namespace

base::Result<CaseOfDomain> case_of_domain(const Domain& domain) {
  if (base::Problems problems = unfit(domain); !problems.empty()) return problems;
  const Names names = names_of(domain);
  CaseOfDomain made;
  Json parties = Json::object();
  Json issues = Json::object();
  Json judgments = Json::object();
  for (std::size_t p = 0; p < domain.parties.size(); ++p) {
    parties[names.parties[p]] = {{"name", domain.parties[p].name}};
    judgments[names.parties[p]] = judgments_of(domain, domain.parties[p], names, made.notes);
  }
  for (std::size_t n = 0; n < domain.issues.size(); ++n) {
    Json options = Json::object();
    for (std::size_t o = 0; o < domain.issues[n].options.size(); ++o) options[names.options[n][o]] = domain.issues[n].options[o];
    issues[names.issues[n]] = {{"name", domain.issues[n].name}, {"options", std::move(options)}};
  }
  const Json root = {{"modus", 1}, {"title", domain.name}, {"as_of", "1970-01-01"}, {"parties", parties}, {"issues", issues}, {"judgments", judgments}};
  made.text = root.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  return made;
}

}  // namespace modus::formats

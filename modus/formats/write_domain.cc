#include "modus/formats/write_domain.h"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "modus/base/number.h"
#include "modus/base/text.h"

namespace modus::formats {
namespace {

using case_model::Domain;
using case_model::DomainIssue;
using case_model::DomainParty;
using Json = nlohmann::ordered_json;

constexpr double kMostRows = 1e6;
constexpr double kSameScale = 1e-9;

std::string file_name(const std::string& id) {
  std::string name;
  for (const char letter : id) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    name += plain ? letter : '_';
  }
  return name.empty() ? "unnamed" : name;
}

std::string dump(const Json& object) { return object.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

/// A party with weights that sum to one and values in 0..1, whose utilities are those of `party` moved and stretched.
struct UnitScale {
  std::vector<double> weights;
  std::vector<std::vector<double>> values;
  double low = 0, width = 1;   ///< unit utility = (utility - low) / width
  bool changed = false;
};

UnitScale to_unit_scale(const Domain& domain, const DomainParty& party) {
  UnitScale unit;
  std::vector<double> lows;
  double low = party.bias;
  double high = party.bias;
  double tops = 0;
  bool negative = false;
  for (std::size_t n = 0; n < domain.issues.size(); ++n) {
    std::vector<double> worth;
    for (std::size_t o = 0; o < domain.issues[n].options.size(); ++o) worth.push_back(party.worth(n, o));
    const auto [least, most] = std::ranges::minmax(worth);
    lows.push_back(least);
    low += least;
    high += most;
    tops += most;
    negative = negative || least < 0;
    unit.values.push_back(std::move(worth));
  }
  unit.changed = negative || party.bias != 0 || std::abs(tops - 1) > kSameScale;
  if (unit.changed) {
    unit.low = high > low ? low : low - 1;  // who does not care gets 1 everywhere
    unit.width = high > low ? high - low : 1;
  }
  if (unit.changed && high <= low) {
    unit.weights.assign(domain.issues.size(), 1.0 / static_cast<double>(domain.issues.size()));
    for (auto& values : unit.values) std::ranges::fill(values, 1.0);
    return unit;
  }
  for (std::size_t n = 0; n < domain.issues.size(); ++n) {
    for (double& value : unit.values[n]) value = (value - (unit.changed ? lows[n] : 0)) / unit.width;
    const double most = *std::ranges::max_element(unit.values[n]);
    unit.weights.push_back(most);
    for (double& value : unit.values[n]) value = most > 0 ? value / most : 0;
  }
  return unit;
}

/// What a format of named options and unit scales cannot hold of the domain.
void list_left_out(const Domain& domain, WrittenDomain& written, bool holds_boxes) {
  for (const DomainIssue& issue : domain.issues) {
    if (issue.kind != DomainIssue::Kind::kNamed) written.left_out.push_back("Issue " + issue.name + " is written as named options: that they are numbers is left out.");
  }
  for (const DomainParty& party : domain.parties) {
    if (!party.boxes.empty() && !holds_boxes) written.left_out.push_back("What " + party.name + " gains from combinations of options (" + std::to_string(party.boxes.size()) + " boxes) is left out.");
  }
}

void say_scale(const DomainParty& party, const UnitScale& unit, WrittenDomain& written) {
  if (!unit.changed) return;
  written.left_out.push_back("Utilities of " + party.name + " are moved and stretched to 0..1: (utility - " + base::write_number(unit.low) + ") / " + base::write_number(unit.width) + ".");
}

std::string xml_text(const pugi::xml_document& document) {
  std::ostringstream text;
  document.save(text, " ", pugi::format_default | pugi::format_no_declaration);
  return text.str();
}

pugi::xml_node start_space(pugi::xml_document& document, const char* root, const Domain& domain) {
  pugi::xml_node top = document.append_child(root);
  pugi::xml_node space = std::string_view(root) == "utility_space" ? top : top.append_child("utility_space");
  space.append_attribute("number_of_issues") = static_cast<unsigned>(domain.issues.size());
  pugi::xml_node objective = space.append_child("objective");
  objective.append_attribute("index") = 0;
  objective.append_attribute("name") = domain.name.c_str();
  objective.append_attribute("type") = "objective";
  objective.append_attribute("etype") = "objective";
  return objective;
}

void add_issue(pugi::xml_node& objective, const DomainIssue& issue, std::size_t number, const std::vector<double>* values) {
  pugi::xml_node node = objective.append_child("issue");
  node.append_attribute("index") = static_cast<unsigned>(number + 1);
  node.append_attribute("name") = issue.name.c_str();
  for (const char* kind : {"type", "etype", "vtype"}) node.append_attribute(kind) = "discrete";
  for (std::size_t o = 0; o < issue.options.size(); ++o) {
    pugi::xml_node item = node.append_child("item");
    item.append_attribute("index") = static_cast<unsigned>(o + 1);
    item.append_attribute("value") = issue.options[o].c_str();
    if (values != nullptr) item.append_attribute("evaluation") = base::write_number((*values)[o]).c_str();
  }
}

std::string genius_profile(const Domain& domain, const DomainParty& party, const UnitScale& unit) {
  pugi::xml_document document;
  pugi::xml_node objective = start_space(document, "utility_space", domain);
  for (std::size_t n = 0; n < domain.issues.size(); ++n) add_issue(objective, domain.issues[n], n, &unit.values[n]);
  for (std::size_t n = 0; n < domain.issues.size(); ++n) {
    pugi::xml_node weight = objective.append_child("weight");
    weight.append_attribute("index") = static_cast<unsigned>(n + 1);
    weight.append_attribute("value") = base::write_number(unit.weights[n]).c_str();
  }
  pugi::xml_node root = document.document_element();
  root.append_child("discount_factor").append_attribute("value") = base::write_number(party.discount.value_or(1)).c_str();
  const double reservation = party.reservation ? (*party.reservation - unit.low) / unit.width : 0;
  root.append_child("reservation").append_attribute("value") = base::write_number(reservation).c_str();
  return xml_text(document);
}

WrittenDomain write_genius(const Domain& domain) {
  WrittenDomain written;
  list_left_out(domain, written, false);
  pugi::xml_document document;
  pugi::xml_node objective = start_space(document, "negotiation_template", domain);
  for (std::size_t n = 0; n < domain.issues.size(); ++n) add_issue(objective, domain.issues[n], n, nullptr);
  written.files.push_back({file_name(domain.name) + ".xml", xml_text(document)});
  for (const DomainParty& party : domain.parties) {
    const UnitScale unit = to_unit_scale(domain, party);
    say_scale(party, unit, written);
    if (!party.reservation) written.left_out.push_back(party.name + " has no known no-deal value; GENIUS reads that as 0.");
    written.files.push_back({file_name(party.id) + ".xml", genius_profile(domain, party, unit)});
  }
  return written;
}

Json geniusweb_domain(const Domain& domain) {
  Json issues = Json::object();
  for (const DomainIssue& issue : domain.issues) issues[issue.name] = {{"values", issue.options}};
  return {{"name", domain.name}, {"issuesValues", std::move(issues)}};
}

WrittenDomain write_geniusweb(const Domain& domain) {
  WrittenDomain written;
  list_left_out(domain, written, false);
  written.files.push_back({file_name(domain.name) + ".json", dump(geniusweb_domain(domain))});
  for (const DomainParty& party : domain.parties) {
    const UnitScale unit = to_unit_scale(domain, party);
    say_scale(party, unit, written);
    Json utilities = Json::object();
    Json weights = Json::object();
    for (std::size_t n = 0; n < domain.issues.size(); ++n) {
      Json values = Json::object();
      for (std::size_t o = 0; o < domain.issues[n].options.size(); ++o) values[domain.issues[n].options[o]] = unit.values[n][o];
      utilities[domain.issues[n].name] = {{"discreteutils", {{"valueUtilities", std::move(values)}}}};
      weights[domain.issues[n].name] = unit.weights[n];
    }
    if (party.reservation) written.left_out.push_back("The no-deal value of " + party.name + " is left out: GeniusWeb holds a package there, not a number.");
    if (party.discount) written.left_out.push_back("The discount of " + party.name + " is left out.");
    written.files.push_back({file_name(party.id) + ".json",
                             dump({{"LinearAdditiveUtilitySpace", {{"name", party.name}, {"issueUtilities", std::move(utilities)}, {"issueWeights", std::move(weights)}, {"domain", geniusweb_domain(domain)}}}})});
  }
  return written;
}

/// NegMAS reads JSON where it reads YAML; its own scales are free.
WrittenDomain write_negmas(const Domain& domain) {
  WrittenDomain written;
  list_left_out(domain, written, false);
  Json issues = Json::array();
  for (const DomainIssue& issue : domain.issues) issues.push_back({{"name", issue.name}, {"type", "CategoricalIssue"}, {"values", issue.options}});
  written.files.push_back({file_name(domain.name) + ".yaml", dump({{"name", domain.name}, {"type", "DiscreteCartesianOutcomeSpace"}, {"issues", std::move(issues)}})});
  for (const DomainParty& party : domain.parties) {
    Json functions = Json::array();
    for (std::size_t n = 0; n < domain.issues.size(); ++n) {
      Json mapping = Json::object();
      for (std::size_t o = 0; o < domain.issues[n].options.size(); ++o) mapping[domain.issues[n].options[o]] = party.values[n][o];
      functions.push_back({{"type", "TableFun"}, {"mapping", std::move(mapping)}});
    }
    if (party.discount) written.left_out.push_back("The discount of " + party.name + " is left out: NegMAS counts it a step.");
    Json function = {{"type", "LinearAdditiveUtilityFunction"}, {"name", party.name}, {"weights", party.weights}, {"values", std::move(functions)}, {"bias", party.bias}};
    if (party.reservation) function["reserved_value"] = *party.reservation;
    written.files.push_back({file_name(party.id) + ".yaml", dump(function)});
  }
  return written;
}

Json boxes_json(const DomainParty& party) {
  Json boxes = Json::array();
  for (const case_model::DomainBox& box : party.boxes) {
    Json ranges = Json::array();
    for (const auto& range : box.ranges) ranges.push_back({range.issue, range.first, range.last});
    boxes.push_back({{"ranges", std::move(ranges)}, {"amount", box.amount}});
  }
  return boxes;
}

WrittenDomain write_plain(const Domain& domain) {
  Json issues = Json::array();
  for (const DomainIssue& issue : domain.issues) issues.push_back({{"name", issue.name}, {"options", issue.options}});
  Json parties = Json::array();
  for (const DomainParty& party : domain.parties) {
    Json object = {{"name", party.id}, {"weights", party.weights}, {"values", party.values}};
    object["reservation"] = party.reservation ? Json(*party.reservation) : Json();
    if (party.bias != 0) object["bias"] = party.bias;
    if (party.discount) object["discount"] = *party.discount;
    if (party.cap) object["cap"] = *party.cap;
    if (!party.boxes.empty()) object["boxes"] = boxes_json(party);
    parties.push_back(std::move(object));
  }
  WrittenDomain written;
  for (const DomainIssue& issue : domain.issues) {
    if (issue.kind != DomainIssue::Kind::kNamed) written.left_out.push_back("Issue " + issue.name + " is written as named options: that they are numbers is left out.");
  }
  for (const DomainParty& party : domain.parties) {
    if (party.name != party.id) written.left_out.push_back("The name " + party.name + " is left out: the party goes by " + party.id + ".");
  }
  written.files.push_back({file_name(domain.name) + ".json", dump({{"name", domain.name}, {"issues", std::move(issues)}, {"parties", std::move(parties)}})});
  return written;
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    std::string text = cell;
    if (cell.find_first_of(",\"\n") != std::string::npos || cell.starts_with(' ') || cell.ends_with(' ')) {
      for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2) text.insert(at, 1, '"');
      text = '"' + text + '"';
    }
    line += (line.empty() ? "" : ",") + text;
  }
  return line + "\n";
}

std::string table_row(const Domain& domain, const case_model::DomainPackage& package, const std::vector<double>& utilities) {
  std::vector<std::string> cells;
  for (std::size_t n = 0; n < domain.issues.size(); ++n) cells.push_back(domain.issues[n].options[package[n]]);
  for (const double utility : utilities) cells.push_back(base::write_number(utility));
  return csv_row(cells);
}

WrittenDomain write_table(const Domain& domain) {
  std::vector<std::string> titles;
  for (const DomainIssue& issue : domain.issues) titles.push_back(issue.name);
  for (const DomainParty& party : domain.parties) titles.push_back("utility:" + party.id);
  std::string text = csv_row(titles);
  for (const case_model::DomainRow& row : domain.rows) text += table_row(domain, row.package, row.utilities);
  case_model::DomainPackage package(domain.issues.size(), 0);
  for (bool more = domain.rows.empty(); more;) {
    std::vector<double> utilities;
    for (std::size_t p = 0; p < domain.parties.size(); ++p) utilities.push_back(case_model::utility_of(domain, p, package));
    text += table_row(domain, package, utilities);
    more = false;
    for (std::size_t n = package.size(); n-- > 0 && !more;) {
      package[n] = package[n] + 1 < domain.issues[n].options.size() ? package[n] + 1 : 0;
      more = package[n] != 0;
    }
  }
  WrittenDomain written;
  for (const DomainParty& party : domain.parties) {
    if (party.reservation) written.left_out.push_back("The no-deal value of " + party.name + " is left out.");
    if (party.discount) written.left_out.push_back("The discount of " + party.name + " is left out.");
  }
  if (domain.rows.empty()) written.left_out.push_back("Weights and the values of single options are left out: a table holds whole packages.");
  written.files.push_back({file_name(domain.name) + ".csv", std::move(text)});
  return written;
}

}  // namespace

base::Result<WrittenDomain> write_domain(const Domain& domain, DomainFormat format) {
  if (!domain.rows.empty() && format != DomainFormat::kCsv) return base::Problem{{}, "is a table of packages without weights", "it can be written as csv alone"};
  if (format == DomainFormat::kCsv && case_model::package_count_of(domain) > kMostRows) return base::Problem{{}, "has more than 1,000,000 packages", "write it in a form that holds weights: genius, geniusweb, negmas or json"};
  switch (format) {
    case DomainFormat::kGenius: return write_genius(domain);
    case DomainFormat::kGeniusWeb: return write_geniusweb(domain);
    case DomainFormat::kNegmas: return write_negmas(domain);
    case DomainFormat::kPlainJson: return write_plain(domain);
    case DomainFormat::kCsv: break;
  }
  return write_table(domain);
}

std::string domain_sha256(const Domain& domain) {
  return base::sha256_hex((domain.rows.empty() ? write_plain(domain) : write_table(domain)).files.front().text);
}

}  // namespace modus::formats

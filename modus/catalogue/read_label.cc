#include "modus/catalogue/read_label.h"

#include <algorithm>

#include "modus/base/text.h"

namespace modus::catalogue {
namespace {

using case_model::Label;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

base::Problem no_party(std::string_view id, const case_model::Case& subject, std::string_view name) {
  std::vector<std::string> ids;
  for (const case_model::Party& party : subject.parties) ids.push_back(party.id);
  const auto near = base::nearest_name(id, ids);
  return {{std::string(name), 0, 0},
          "there is no party \"" + std::string(id) + "\"",
          near ? "did you mean " + *near + "?" : "public, team, or one or more of " + base::join_words(ids)};
}

}  // namespace

base::Result<Label> read_label(std::string_view text, const case_model::Case& subject, std::string_view name) {
  if (text == "public") return Label{Label::Kind::kPublic, {}};
  if (text == "team") return Label{Label::Kind::kTeam, {}};
  Label label{Label::Kind::kCaucus, {}};
  base::Problems problems;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t comma = std::min(text.find(',', start), text.size());
    const std::string_view id = trimmed(text.substr(start, comma - start));
    const auto party = subject.find_party(id);
    if (party) {
      label.parties.push_back(*party);
    } else {
      problems.push_back(no_party(id, subject, name));
    }
    start = comma + 1;
  }
  if (!problems.empty()) return problems;
  std::sort(label.parties.begin(), label.parties.end());
  label.parties.erase(std::unique(label.parties.begin(), label.parties.end()), label.parties.end());
  return label;
}

std::string say_label(const Label& label, const case_model::Case& subject) {
  if (label.kind == Label::Kind::kPublic) return "public";
  if (label.kind == Label::Kind::kTeam) return "team";
  std::vector<std::string> names;
  for (const case_model::PartyIndex party : label.parties) names.push_back(subject.parties[party].id);
  return "a caucus with " + base::join_words(names);
}

}  // namespace modus::catalogue

#include "modus/case_model/audience.h"

#include <algorithm>

#include "modus/base/text.h"

namespace modus::case_model {
namespace {

constexpr std::string_view kPublic = "public", kTeam = "team";

base::Problem unknown_audience(const Case& subject, std::string_view word) {
  std::vector<std::string> names = {std::string(kPublic), std::string(kTeam)};
  for (const Party& party : subject.parties) names.push_back(party.id);
  const auto nearest = base::nearest_name(word, names);
  return {{},
          "no audience is named '" + std::string(word) + "'",
          nearest ? "perhaps '" + *nearest + "'" : "one of " + base::join_words(names, "or")};
}

}  // namespace

base::Result<Audience> read_audience(const Case& subject, std::string_view word) {
  const auto party = subject.find_party(word);
  const bool taken = word == kPublic || word == kTeam;
  if (party && taken)
    return base::Problem{{},
                         "'" + std::string(word) + "' is an audience and the name of a party",
                         "give the party another name in the case file"};
  if (party) return Audience{Audience::Kind::kParty, *party};
  if (!taken) return unknown_audience(subject, word);
  return Audience{word == kPublic ? Audience::Kind::kPublic : Audience::Kind::kTeam, {}};
}

std::string word_of(const Case& subject, const Audience& audience) {
  if (audience.kind == Audience::Kind::kParty) return subject.parties[audience.party].id;
  return std::string(audience.kind == Audience::Kind::kPublic ? kPublic : kTeam);
}

bool may_see(const Audience& audience, const Label& label) {
  if (audience.kind == Audience::Kind::kTeam || label.kind == Label::Kind::kPublic) return true;
  return audience.kind == Audience::Kind::kParty && label.kind == Label::Kind::kCaucus &&
         std::binary_search(label.parties.begin(), label.parties.end(), audience.party);
}

Label label_of(const Case& subject, const std::optional<Label>& own, const std::optional<SourceIndex>& source) {
  if (own) return *own;
  if (source && subject.sources[*source].label) return *subject.sources[*source].label;
  return subject.default_label.value_or(Label());
}

Label label_of_judgment(const Judgments& judgments, const std::string& name) {
  const auto own = judgments.labels.find(name);
  if (own != judgments.labels.end()) return own->second;
  return judgments.label.value_or(Label());
}

}  // namespace modus::case_model

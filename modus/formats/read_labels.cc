// Who may see an item.
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Label;

// "caucus: union", as it stands in `label: "caucus: union"`; nothing for other texts.
std::optional<YamlNode> name_in_caucus(const YamlNode& node) {
  constexpr std::string_view kStart = "caucus:";
  if (node.text.compare(0, kStart.size(), kStart) != 0) return std::nullopt;
  YamlNode name = node;
  name.text.erase(0, std::min(node.text.size(), node.text.find_first_not_of(' ', kStart.size())));
  return name;
}

std::optional<Label> caucus_of(std::vector<case_model::PartyIndex> parties) {
  if (parties.empty()) return std::nullopt;
  return Label{Label::Kind::kCaucus, std::move(parties)};
}

}  // namespace

std::optional<Label> Reading::label(const YamlNode& node) {
  if (node.is_map()) {
    Fields fields(*this, node, "label");
    const YamlNode* who = fields.require("caucus");
    if (who == nullptr) return std::nullopt;
    if (who->is_blank()) add(*who, "a caucus with nobody", "name a party, or several in a list");
    return caucus_of(parties(*who, "'caucus'"));
  }
  if (node.is_text() && node.text == "public") return Label{Label::Kind::kPublic, {}};
  if (node.is_text() && node.text == "team") return Label{};
  if (const auto name = name_in_caucus(node)) return caucus_of(parties(*name, "'caucus'"));
  add(node, (node.is_text() ? shown(node.text) : "this") + " is no label", "public, team or {caucus: PARTY}");
  return std::nullopt;
}

// Of all but judgments and guarantees; it may name parties, so it comes after them.
void read_default_label(Reading& reading, Fields& root) {
  const YamlNode* defaults = root.find("defaults");
  const YamlNode* label = defaults == nullptr ? nullptr : defaults->find("label");
  if (label != nullptr) reading.subject.default_label = reading.label(*label);
}

}  // namespace modus::formats

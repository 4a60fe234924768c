// What the whole case says about itself: title, day, event, horizon, defaults.
#include "modus/formats/reading.h"

namespace modus::formats {
namespace {

using case_model::Channel;
using case_model::StatementKind;

void read_said(Reading& reading, const YamlNode& node) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < case_model::kChannels; ++i)
    words.emplace_back(word_of(static_cast<Channel>(i)));
  for (const auto& [key, value] : reading.entries(node, "'said'")) {
    const auto channel = case_model::channel_of(key->text);
    if (!channel)
      reading.add(*key, "no channel is named " + shown(key->text), reading.suggest(key->text, words));
    const auto number = reading.number(*value, kChance);
    if (channel && number) reading.subject.defaults.said[static_cast<std::size_t>(*channel)] = *number;
  }
}

void read_meant(Reading& reading, const YamlNode& node) {
  constexpr std::string_view kComplete = "rejects_complete";
  std::vector<std::string> words = {std::string(kComplete)};
  for (std::size_t i = 0; i < case_model::kStatementKinds; ++i)
    words.emplace_back(word_of(static_cast<StatementKind>(i)));
  case_model::Defaults& defaults = reading.subject.defaults;
  for (const auto& [key, value] : reading.entries(node, "'meant'")) {
    const auto kind = case_model::kind_of(key->text);
    const bool known = kind || key->text == kComplete;
    if (!known)
      reading.add(*key, "no kind of statement is named " + shown(key->text),
                  reading.suggest(key->text, words));
    const auto number = reading.number(*value, kChance);
    if (!known || !number) continue;
    (kind ? defaults.meant[static_cast<std::size_t>(*kind)] : defaults.meant_rejects_complete) = *number;
  }
}

void read_defaults(Reading& reading, const YamlNode& node) {
  Fields fields(reading, node, "defaults");
  if (const YamlNode* said = fields.find("said")) read_said(reading, *said);
  if (const YamlNode* meant = fields.find("meant")) read_meant(reading, *meant);
  if (const auto wants = fields.read("wants", &Reading::number, kChance))
    reading.subject.defaults.wants = *wants;
  if (const YamlNode* honest = fields.find("honest")) {
    std::optional<double> in_public, in_private;
    read_honesty(reading, *honest, in_public, in_private);
    case_model::Defaults& defaults = reading.subject.defaults;
    defaults.honest_public = in_public.value_or(defaults.honest_public);
    defaults.honest_private = in_private.value_or(defaults.honest_private);
  }
}

}  // namespace

void read_honesty(Reading& reading, const YamlNode& node, std::optional<double>& in_public,
                  std::optional<double>& in_private) {
  Fields fields(reading, node, "honesty");
  in_public = fields.read("public", &Reading::number, kChance);
  in_private = fields.read("private", &Reading::number, kChance);
}

void read_head(Reading& reading, Fields& root) {
  case_model::Case& subject = reading.subject;
  const YamlNode* version = root.require("modus");
  if (version != nullptr && version->text != "1")
    reading.add(*version, "this form of case file is not known", "write 'modus: 1'");
  subject.title = root.read_required("title", &Reading::text, "the title").value_or("");
  subject.as_of = root.read_required("as_of", &Reading::day).value_or(case_model::Day());
  subject.event = root.text("event");
  subject.horizon_days = root.read("horizon", &Reading::duration);
  subject.unstated = root.read("unstated", &Reading::number, kChance).value_or(subject.unstated);
  if (const YamlNode* defaults = root.find("defaults")) read_defaults(reading, *defaults);
}

}  // namespace modus::formats
